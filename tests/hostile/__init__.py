"""Article text as an attacker would write it: what no sink may take for markup, formula, path or control."""

HOSTILE = (
    '<img src=x onerror=alert(1)>', '<a href="https://example.org">Paris</a>', "</script><script>alert(1)</script>",
    '=HYPERLINK("https://example.org";"x")', "+33 1 23 45 67 89", "-2+3", "@SUM(A1:A9)", "\t=1+1", "\r=1+1", "＝1+1",
    "'guillemets'", "nul\x00 ici\x0b\x1f", "bidi \u202egnp.exe", "$x$ et $$y$$", "https://example.org/a?b=c&d=e",
    "%{customdata[0]}", "a\nb\tc", "../../etc/passwd", "]]>", "&lt;b&gt;", "🌍 monde", "王毅", "x" * 40_000,
)
