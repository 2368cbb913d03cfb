"""What changed between two periods, drawn: the colour of a line is how a pair stands now, its dashes say what became of it."""
from collections.abc import Mapping, Sequence

import pandas as pd

from analysis.charts import style
from analysis.charts.draft import Draft
from analysis.charts.edges import arrow_trace, line_trace, touch_trace
from analysis.charts.escape import plotly_lines, plotly_text
from analysis.charts.geometry import edge_paths, spread
from analysis.charts.layout import empty_figure, legend_line, legend_mark, new_figure
from analysis.charts.network import frame_network, node_trace
from analysis.charts.wording import balance_text, left_out_text, span_text, stances_text
from analysis.charts.words import worded
from analysis.views import SHIFTS, SIGN_NAMES, Network, row_by_row

_HEIGHT = 560
_NAMED = 3


def shifts_figure(moved: Network, texts: Mapping[str, str] | None = None, theme: str = "light") -> Draft:
    """The network of ``views.shifts`` → plotly figure; ``customdata[0]`` of a node, and of every place along an edge, is its
    key."""
    texts = worded(texts)
    if moved.edges.empty:
        return empty_figure(theme, texts)
    figure = new_figure(theme, texts, _HEIGHT)
    for trace in _traces(moved, texts, theme):
        figure.add_trace(trace)
    _add_legend(figure, moved, texts, theme)
    frame_network(figure)
    figure.update_layout(margin={"t": 78})
    return figure


def describe_shifts(moved: Network, periods: Sequence[tuple[pd.Timestamp, pd.Timestamp]], texts: Mapping[str, str] | None = None) -> str:
    """How many pairs appeared, vanished and turned between which periods, the largest of each, and what is not drawn."""
    texts = worded(texts)
    left_out = left_out_text(moved.left_out, texts)
    if moved.edges.empty:
        return " ".join(filter(None, (texts["empty"], left_out)))
    said = []
    for state in SHIFTS:
        rows = moved.edges[moved.edges["state"] == state].sort_values(["count", "source", "target"], ascending=[False, True, True])
        named = "; ".join(f"{row.source_label} {'→' if row.directed else '–'} {row.target_label}" for row in row_by_row(rows.head(_NAMED)))
        said.append(texts[f"shift.{state}_n"].format(n=len(rows)) + (f" ({named})" if named else ""))
    first, second = (span_text(*period, texts) for period in periods)
    return " ".join(filter(None, (texts["describe.shifts"].format(first=first, second=second, said=", ".join(said)), left_out)))


def _traces(moved: Network, texts: Mapping[str, str], theme: str) -> list[dict]:
    paths = edge_paths(spread(moved.nodes), moved.edges)
    state = dict(zip(moved.edges["key"], moved.edges["state"]))
    said = {row.key: shift_hover(row, texts) for row in row_by_row(moved.edges)}
    looks = sorted({(state[path.key], path.sign, style.edge_width(path.count)) for path in paths}, key=lambda look: (look[2], look))
    lines = [line_trace([path for path in paths if (state[path.key], path.sign, style.edge_width(path.count)) == look], ("line", *look[1:]), theme,
                        len(paths), style.SHIFT_DASHES[look[0]].plotly) for look in looks]
    marks = sorted({(path.sign, float(path.directed)) for path in paths})
    arrows = [arrow_trace([path for path in paths if (path.sign, float(path.directed)) == mark], ("mark", *mark), said, theme, len(paths))
              for mark in marks]
    return [*lines, touch_trace(paths, said, len(paths)), *arrows, node_trace(spread(moved.nodes), moved, texts, theme, 1.5)]


def shift_hover(edge, texts: Mapping[str, str]) -> str:
    """What an edge says on hover, escaped: who towards whom, what became of it, and how it stood in each period."""
    lines = [texts[f"shift.{edge.state}"]]
    for name in ("before", "after"):
        total, balance = getattr(edge, f"{name}_total"), getattr(edge, f"{name}_balance")
        if total:
            lines.append(f"{texts[f'shift.{name}']}: {stances_text(int(total), texts)}, {texts['balance_of'].format(n=balance_text(balance, texts))}")
    who = plotly_lines(f"{edge.source_label} {'→' if edge.directed else '–'} {edge.target_label}", lines=2)
    return "<br>".join([f"<b>{who}</b>", *(plotly_text(line) for line in lines)])


def _add_legend(figure: Draft, moved: Network, texts: Mapping[str, str], theme: str) -> None:
    colours = style.THEME_COLOURS[theme]
    for state in SHIFTS:
        if (moved.edges["state"] == state).any():
            legend_line(figure, texts[f"shift.{state}"], color=colours.text, width=3, dash=style.SHIFT_DASHES[state].plotly)
    for sign, name in SIGN_NAMES.items():
        if (moved.edges["sign"] == sign).any():
            legend_line(figure, texts[f"sign.{name}"], color=style.sign_colour(sign, theme), width=4)
    for kind, symbol in style.KIND_SYMBOLS.items():
        if (moved.nodes["kind"] == kind).any():
            legend_mark(figure, texts[f"kind.{kind}"], color=colours.node, symbol=symbol.plotly, line={"width": 1.5, "color": colours.node_border})
