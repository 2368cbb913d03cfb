"""An article's text as HTML with its marks: the only place where HTML is built from what an article says.

Everything that comes from the article or the tables is escaped here by ``html.escape``; class names and ids are chosen
here or checked here. The text is cut wherever a mark begins or ends, and each piece becomes one flat element that
carries the explanations of all marks over it, so that overlapping marks need no nesting.
"""
from collections.abc import Sequence
from html import escape
from typing import NamedTuple

from analysis.charts.style import READER_COLOURS

LAYERS = ("actors", "dates", "statements", "stances")
_ASKED = "homologue_asked"  # what a tab remembers the page by that was asked for before the login
_CLASSES = frozenset({"title", "head", "actor", "date", "said", "pos", "neu", "neg", "cue", "focus", "found"})

STYLE = """<style>
.reader {COLOURS; max-width: 46rem; line-height: 1.75; font-size: 1.02rem; overflow-wrap: anywhere}
.reader p {margin: 0 0 .9rem}
.reader .title {font-weight: 650; font-size: 1.15rem}
.reader .head {opacity: .6; font-size: .85rem}
.reader .mark {position: relative; border-radius: .15rem; cursor: help; padding: .08rem 0}
.reader .mark:focus {outline: 2px solid var(--focus); outline-offset: 1px}
.reader .actor {border-bottom: 2px solid color-mix(in srgb, currentColor 45%, transparent)}
.reader .date {border-bottom: 2px dotted var(--date)}
.reader .said {background: color-mix(in srgb, currentColor 7%, transparent)}
.reader .pos {background: color-mix(in srgb, var(--pos) 24%, transparent)}
.reader .neu {background: color-mix(in srgb, var(--neu) 28%, transparent)}
.reader .neg {background: color-mix(in srgb, var(--neg) 26%, transparent)}
.reader .pos.neg {background: repeating-linear-gradient(-45deg, color-mix(in srgb, var(--pos) 26%, transparent) 0 6px,
  color-mix(in srgb, var(--neg) 28%, transparent) 6px 12px)}
.reader .cue {font-weight: 650}
.reader .found {outline: 2px solid var(--found); outline-offset: -1px; border-radius: .15rem}
.reader .focus {box-shadow: 0 -2px 0 0 currentColor inset}
.reader .mark[data-tip]:hover::after, .reader .mark[data-tip]:focus::after {
  content: attr(data-tip); position: absolute; left: 0; top: 1.7em; z-index: 9; width: max-content;
  max-width: min(22rem, 70vw); white-space: pre-line; overflow-wrap: break-word; text-align: left;
  background: var(--tip); color: var(--tip-text); font-size: .8rem; font-weight: 400; line-height: 1.45;
  padding: .4rem .6rem; border-radius: .3rem; box-shadow: 0 2px 8px var(--shadow); pointer-events: none}
.reader .legend {font-size: .82rem; margin: 0 0 1rem; display: flex; flex-wrap: wrap; gap: .3rem 1rem}
.reader .legend .mark {cursor: default; padding: 0 .2rem}
</style>""".replace("COLOURS", "; ".join(f"--{name}: {colour}" for name, colour in READER_COLOURS.items()))


class Mark(NamedTuple):
    """A marked span of the text: half-open offsets, classes from ``_CLASSES``, what it means, and where links land."""

    start: int
    end: int
    classes: tuple[str, ...]
    tip: str = ""
    anchor: str = ""


def reader_html(text: str, marks: Sequence[Mark], legend: Sequence[tuple[str, str]] = ()) -> str:
    """Text and marks → HTML. ``legend`` is pairs of (class, words).

    Each line that says something becomes a paragraph; every character of it is shown as it is. Marks that reach beyond
    the text are cut to it.
    """
    paragraphs = "".join(_paragraph(text, start, end, marks) for start, end in _lines(text))
    key = "".join(f'<span class="mark {_checked(name)}">{escape(words)}</span>' for name, words in legend)
    head = f'<div class="legend">{key}</div>' if key else ""
    return f'{STYLE}<div class="reader" lang="fr">{head}{paragraphs}</div>'


def scroll_script(anchor: str) -> str:
    """A script that brings an anchor of the reader into view; holds nothing from outside but the anchor's checked id."""
    return f"""<script>
(function seek(tries) {{
  const place = document.getElementById("{_checked_id(anchor)}");
  if (place) place.scrollIntoView({{block: "center"}});
  else if (tries > 0) setTimeout(seek, 100, tries - 1);
}})(30);
</script>"""


def language_script(language: str) -> str:
    """A script that tells the browser, and so a screen reader, in which language the page is."""
    if not (len(language) == 2 and language.isascii() and language.isalpha()):
        raise ValueError(f"not a language: {language!r}")
    return f'<script>document.documentElement.lang = "{language}";</script>'


def asked_script() -> str:
    """A script that has this tab of the browser remember which page and filter were asked for, until the login is done.

    It looks again when the tab leaves for the provider, since the language may have been chosen meanwhile; the address stays in the browser.
    """
    return f"""<script>
(() => {{
  const keep = () => {{
    if (!document.querySelector(".st-key-refusal")) return;
    try {{ sessionStorage.setItem("{_ASKED}", location.pathname + location.search); }} catch (blocked) {{ console.info("not kept: " + blocked); }}
  }};
  keep();
  addEventListener("pagehide", keep);
}})();
</script>"""


def return_script(base: str) -> str:
    """A script that turns to the page that was asked for before the login, once, where the login left the reader at the address
    of the app, whose path is ``base``. It obeys this tab's own memory only, and goes nowhere but to a path below that address."""
    if not (base.startswith("/") and base.isascii() and all(mark.isalnum() or mark in "/_.-" for mark in base)) or base.startswith("//"):
        raise ValueError(f"not the path of an app: {base!r}")
    return f"""<script>
(() => {{
  let asked = null;
  try {{ asked = sessionStorage.getItem("{_ASKED}"); sessionStorage.removeItem("{_ASKED}"); }} catch (blocked) {{ console.info("not kept: " + blocked); }}
  const bare = path => path.replace(/[/]+$/, "");
  if (!asked || location.search || bare(location.pathname) !== bare("{base}")) return;
  const to = new URL(asked, location.origin);
  if (to.origin === location.origin && to.pathname.startsWith(bare("{base}") + "/") && to.search + bare(to.pathname) !== bare("{base}"))
    location.replace(to);
}})();
</script>"""


def uploader_style(choose: str, limit: str) -> str:
    """A style that says in the reader's language what Streamlit's place to drop files says in English only."""
    zone = '[data-testid="stFileUploaderDropzone'
    return f"""<style>
{zone}"] button p, {zone}Instructions"] span {{font-size: 0}}
{zone}"] button p::after, {zone}Instructions"] span::after {{font-size: .9rem}}
{zone}"] button p::after {{content: {_css_text(choose)}}}
{zone}Instructions"] span::after {{content: {_css_text(limit)}}}
</style>"""


def _css_text(words: str) -> str:
    """Words as a string of CSS that can end neither itself nor the style sheet."""
    return '"' + "".join(mark if mark.isalnum() or mark in " .,:" else f"\\{ord(mark):x} " for mark in words) + '"'


def _lines(text: str) -> list[tuple[int, int]]:
    """Offsets of the lines that hold more than spaces, without their line ends."""
    found, start = [], 0
    for line in text.splitlines(keepends=True):
        if line.strip():
            found.append((start, start + len(line.rstrip("\r\n"))))
        start += len(line)
    return found


def _paragraph(text: str, start: int, end: int, marks: Sequence[Mark]) -> str:
    here = [mark._replace(start=max(start, mark.start), end=min(end, mark.end),
                          anchor=mark.anchor if mark.start >= start else "")
            for mark in marks if mark.start < end and start < mark.end]
    cuts = sorted({start, end, *(mark.start for mark in here), *(mark.end for mark in here)})
    return f"<p>{''.join(_piece(text, left, right, here) for left, right in zip(cuts, cuts[1:]))}</p>"


def _piece(text: str, start: int, end: int, marks: Sequence[Mark]) -> str:
    words = escape(text[start:end])
    over = [mark for mark in marks if mark.start <= start and end <= mark.end]
    if not over:
        return words
    classes = " ".join(dict.fromkeys(_checked(name) for mark in over for name in mark.classes))
    anchors = "".join(f'<span id="{_checked_id(mark.anchor)}"></span>'
                      for mark in over if mark.anchor and mark.start == start)
    tip = "\n".join(dict.fromkeys(mark.tip for mark in over if mark.tip))
    if not tip:
        return f'{anchors}<span class="{classes}">{words}</span>'
    return f'{anchors}<span class="mark {classes}" data-tip="{escape(tip)}" tabindex="0">{words}</span>'


def _checked(name: str) -> str:
    if name not in _CLASSES:
        raise ValueError(f"no such class of marks: {name!r}")
    return name


def _checked_id(anchor: str) -> str:
    if not anchor.replace("-", "").isalnum() or not anchor.isascii():
        raise ValueError(f"not an anchor: {anchor!r}")
    return anchor
