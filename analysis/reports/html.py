"""A report as one HTML file that needs nothing else: pictures inside, no script, and a policy that fetches nothing."""
import base64

from analysis.charts.style import THEME_COLOURS
from analysis.exports.escape import html_text
from analysis.reports import Chart, Item, Passage, Report, Source, source_line

_POLICY = "default-src 'none'; style-src 'unsafe-inline'; img-src data:"
_COLOURS = THEME_COLOURS["light"]
_STYLE = f"""
body {{ background: {_COLOURS.background}; color: {_COLOURS.text}; font: 16px/1.5 system-ui, sans-serif; margin: 2rem auto;
  max-width: 60rem; padding: 0 1rem }}
h1 {{ font-size: 1.6rem; margin-bottom: 0 }} h2 {{ font-size: 1.15rem; margin-top: 2rem }}
figure, blockquote {{ margin: 1rem 0 }} img {{ max-width: 100% }} blockquote {{ border-left: 3px solid {_COLOURS.faint};
  padding-left: 1rem }}
.said, .made {{ color: {_COLOURS.faint}; font-size: .85rem; white-space: pre-line }} .note {{ font-style: italic }}
section {{ break-inside: avoid }}
"""
_LINKED = ("http://", "https://")


def report_html(report: Report) -> bytes:
    """Report → HTML file (UTF-8). Addresses are links only where they are http or https."""
    sources = report.sources
    parts = [f"<h1>{html_text(report.title)}</h1>", f'<p class="made">{html_text(report.made_of)}</p>']
    parts += [_item(item, report, sources) for item in report.items]
    if sources:
        parts.append(f'<h2>{html_text(report.word("sources"))}</h2><ol>{"".join(_source(one, report) for one in sources)}</ol>')
    if report.method:
        paragraphs = "".join(f"<p>{html_text(text)}</p>" for text in report.method)
        parts.append(f'<h2>{html_text(report.word("method"))}</h2>{paragraphs}')
    head = (f'<meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="{_POLICY}">'
            f'<meta name="viewport" content="width=device-width, initial-scale=1"><meta name="generator" content="Homologue">'
            f"<title>{html_text(report.title)}</title><style>{_STYLE}</style>")
    return (f'<!DOCTYPE html>\n<html lang="{html_text(report.language)}"><head>{head}</head>\n<body>\n' + "\n".join(parts)
            + "\n</body></html>\n").encode()


def _item(item: Item, report: Report, sources: list[Source]) -> str:
    note = f'<p class="note">{html_text(item.note)}</p>' if item.note else ""
    said = f'<p class="said">{html_text(item.said)}</p>'
    if isinstance(item, Chart):
        picture = f"data:image/svg+xml;base64,{base64.b64encode(item.svg).decode()}"
        figure = f'<figure><img src="{picture}" alt="{html_text(item.description)}"></figure>'
        return f"<section><h2>{html_text(item.title)}</h2>{note}{figure}{said}</section>"
    return f"<section>{_passage(item, sources)}{note}{said}</section>"


def _passage(item: Passage, sources: list[Source]) -> str:
    number = sources.index(item.source) + 1
    stances = "".join(f"<p><strong>{html_text(line)}</strong></p>" for line in item.stances)
    return (f"{stances}<blockquote>{html_text(item.sentence)} [{number}]</blockquote>"
            f'<p class="said">{html_text(item.place)}</p>')


def _source(source: Source, report: Report) -> str:
    line = html_text(source_line(source, report.word("untitled")))
    if not source.url:
        return f"<li>{line}</li>"
    address = html_text(source.url)
    if not source.url.lower().startswith(_LINKED):
        return f"<li>{line} {address}</li>"
    return f'<li>{line} <a href="{address}" rel="noreferrer noopener">{address}</a></li>'
