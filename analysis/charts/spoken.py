"""The marks of a chart in words, so that they can be chosen without a pointer and read aloud."""
from html import unescape

import plotly.graph_objects as go

from analysis.charts.draft import Draft
from analysis.charts.escape import shortened

_TAGS = ("<b>", "</b>", "<i>", "</i>")
_LONGEST = 140


def spoken_marks(figure: Draft | go.Figure, most: int = 200) -> dict[str, str]:
    """Key of a mark (``customdata[0]``) → what pointing at it says, on one line, in the order of drawing; at most ``most``.

    A mark that is drawn at several places, as an edge is, comes once. Not escaped: what articles say stands in it.
    """
    found: dict[str, str] = {}
    for trace in figure.traces if isinstance(figure, Draft) else [trace.to_plotly_json() for trace in figure.data]:
        marks, said = trace.get("customdata"), trace.get("hovertext")
        if marks is None or said is None:
            continue
        for data, words in zip(marks, [said] * len(marks) if isinstance(said, str) else said):
            if words and len(found) < most:
                found.setdefault(str(data[0]), _line(words))
    return found


def _line(words: str) -> str:
    for tag in _TAGS:
        words = words.replace(tag, "")
    return shortened(" · ".join(unescape(part) for part in words.split("<br>") if part.strip()), _LONGEST)
