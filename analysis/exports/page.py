"""The chart as one HTML file that needs nothing else: the figure, plotly itself and the footer."""
import plotly.graph_objects as go

from analysis.charts.layout import chart_config
from analysis.charts.style import THEME_COLOURS
from analysis.exports.escape import html_text

# Nothing is fetched from anywhere, whatever an article put into a label; plotly's WebGL drawing compiles its own code.
_POLICY = ("default-src 'none'; script-src 'unsafe-inline' 'unsafe-eval'; style-src 'unsafe-inline'; "
           "img-src data: blob:; font-src data:")
_PAGE = """<!DOCTYPE html>
<html lang="{language}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="{policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="generator" content="Homologue">
<title>{title}</title>
<style>
body {{ background: {background}; color: {text}; font-family: system-ui, sans-serif; margin: 1rem auto; max-width: 80rem;
  padding: 0 1rem }}
h1 {{ font-size: 1.3rem }}
figure {{ margin: 0 }}
figcaption {{ font-size: .9rem; margin-top: .5rem }}
footer {{ border-top: 1px solid {faint}; color: {faint}; font-size: .8rem; margin-top: 1rem; padding-top: .5rem;
  white-space: pre-line }}
</style>
</head>
<body>
<h1>{title}</h1>
<figure role="img" aria-label="{description}">{chart}<figcaption>{description}</figcaption></figure>
<footer>{footer}</footer>
</body>
</html>
"""


def chart_html(figure: go.Figure, footer: str, title: str = "Homologue", description: str = "", theme: str = "light",
               language: str = "en") -> bytes:
    """Figure → HTML file (UTF-8, about 5 MB, most of it plotly); ``description`` is the alternative text, shown
    below the chart too."""
    chart = figure.to_html(full_html=False, include_plotlyjs=True, div_id="chart", config=chart_config(),
                           default_height=f"{int(figure.layout.height or 600)}px")
    colours = THEME_COLOURS[theme]
    page = _PAGE.format(
        language=html_text(language), policy=_POLICY, title=html_text(title), description=html_text(description or title),
        chart=chart, footer=html_text(footer), background=colours.background, text=colours.text, faint=colours.faint)
    return page.encode()
