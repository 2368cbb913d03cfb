"""The plotly figures: keys, escapes, themes, nothing to show."""
import json
from dataclasses import replace

import plotly.graph_objects as go
import pytest

from analysis.charts import (
    THEMES, bars_figure, counts_figure, course_figure, describe_bars, describe_counts, describe_course,
    describe_differences, describe_matrix, describe_network, describe_stages, describe_timeline, differences_figure,
    matrix_figure, network_figure, play_figure, timeline_figure)
from analysis.charts.bars import scale
from analysis.charts.counts import number_step
from analysis.charts.style import SIGN_COLOURS
from analysis.tables import empty_tables
from analysis.views import (
    Actor, acts, behind, counts, course, differences, halves, lanes, matrix, network, panels_of, partners, prepared,
    stages, steps_of, voices)
from tests.hostile import HOSTILE

_FRANCE, _ALGERIA = (Actor(node, label, "country", node, "", "", (), "", "countries", 1)
                     for node, label in (("FRA", "<img src=x>France</b>"), ("DZA", "Algérie")))
_CHARTS = {
    "timeline": (lanes, timeline_figure, describe_timeline), "counts": (counts, counts_figure, describe_counts),
    "network": (network, network_figure, describe_network), "matrix": (matrix, matrix_figure, describe_matrix),
    "play": (lambda view: stages(view, network(view), *steps_of(view, "month")), play_figure, describe_stages),
    "partners": (lambda view: partners(view, _FRANCE), bars_figure, describe_bars),
    "voices": (lambda view: voices(view, _FRANCE), bars_figure, describe_bars),
    "acts": (lambda view: acts(view, panels_of(_FRANCE, ("given", "received")), shares=True), bars_figure, describe_bars),
    "course": (lambda view: course(view, panels_of(_FRANCE)[:2], "month"), course_figure, describe_course),
    "differences": (lambda view: differences(view, _FRANCE, _ALGERIA), differences_figure, describe_differences)}
# Those whose marks are few in the small corpus.
_FEW = {"course": 2, "differences": 2}


@pytest.fixture(scope="module")
def view(small_tables):
    return prepared(small_tables)


def _keys(figure: go.Figure) -> list[str]:
    return [row[0] for trace in figure.data if trace.customdata is not None for row in trace.customdata]


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("name", _CHARTS)
def test_each_mark_carries_a_key_that_finds_rows(view, name, theme):
    make, draw, _ = _CHARTS[name]
    keys = _keys(draw(make(view), theme=theme))
    assert len(keys) >= _FEW.get(name, 6)
    for key in keys:
        assert len(behind(view, key)) > 0


@pytest.mark.parametrize("name", _CHARTS)
def test_nothing_to_show_is_said(name):
    make, draw, describe = _CHARTS[name]
    drawn = make(prepared(empty_tables()))
    figure = draw(drawn, {"empty": "Rien à montrer."})
    assert figure.layout.annotations[0].text == "Rien à montrer."
    assert describe(drawn, {"empty": "Rien à montrer."}) == "Rien à montrer."


@pytest.mark.parametrize("name", _CHARTS)
def test_hostile_text_is_text(view, name):
    make, draw, _ = _CHARTS[name]
    rows = view.copy()
    for place, text in enumerate(HOSTILE):
        for column in ("sentence", "source_name", "target_name", "source_country_name", "target_country_name",
                       "source_role", "reporter_name", "title"):
            rows.loc[rows.index[place % len(rows)], column] = text
    written = json.dumps(draw(make(rows)).to_plotly_json(), default=list)
    for tag in ("<img", "<a ", "<script", "</script", "<b>gras", "$$", "\u202e"):
        assert tag not in written


def test_frames_have_the_same_traces_and_places(make_tables):
    view = prepared(make_tables(300, 5))
    figure = play_figure(stages(view, network(view), *steps_of(view, "month")))
    assert len(figure.frames) == len(figure.layout.sliders[0].steps) > 10
    assert {len(frame.data) for frame in figure.frames} == {len(figure.frames[0].traces)}
    kinds = [[(trace.type, trace.mode) for trace in frame.data] for frame in figure.frames]
    assert all(kind == kinds[0] for kind in kinds)


def test_a_period_of_a_network_is_drawn_in_the_sizes_of_the_whole(make_tables):
    view = prepared(make_tables(300, 5))
    whole = network(view)
    part = stages(view, whole, halves(view)).networks[0]

    def sizes(figure: go.Figure) -> dict[str, float]:
        return {row[0]: size for trace in figure.data if trace.mode == "markers+text"
                for row, size in zip(trace.customdata, trace.marker.size)}

    small, alone = sizes(network_figure(part, whole=whole)), sizes(network_figure(part))
    assert set(small) == set(alone) == set(part.nodes["key"])
    assert all(small[key] < alone[key] for key in small)


def test_bars_of_all_panels_have_one_scale(view):
    figure = bars_figure(partners(view, _FRANCE))
    assert figure.layout.xaxis.range == figure.layout.xaxis2.range == figure.layout.xaxis3.range
    assert all((bar < 0) == (trace.marker.color == SIGN_COLOURS["light"][-1])
               for trace in figure.data if trace.type == "bar" for bar in trace.x)


@pytest.mark.parametrize(("left", "right"), [(0, 1), (1, 0), (3, 2), (11, 9), (19, 16), (21, 19), (49, 49), (0, 300), (1, 99)])
@pytest.mark.parametrize("panels", [1, 3])
def test_a_scale_of_bars_has_a_figure_beside_zero(view, left, right, panels):
    bars = partners(view, _FRANCE)
    cells = bars.cells.iloc[[0, 0]].assign(row=bars.cells["row"].iloc[0], panel=0, sign=[1, -1], count=[right, left])
    marks = scale(replace(bars, cells=cells, panels=bars.panels[:1] * panels, shares=False))
    assert 0 in marks and 2 <= len(marks) <= 8 and -left <= marks[0] and marks[-1] <= right


def test_colours_say_sign_and_shapes_say_voice(view):
    figure = timeline_figure(lanes(view, "act"))
    for trace in figure.data:
        if trace.customdata is not None:
            rows = [behind(view, row[0]).iloc[0] for row in trace.customdata]
            signs, voices = {row["sign"] for row in rows}, {row["voice"] for row in rows}
            assert len(signs) == len(voices) == 1
            assert trace.marker.color == SIGN_COLOURS["light"][signs.pop()]


def test_spans_are_drawn_as_lines_from_first_to_last_day(view):
    figure = timeline_figure(lanes(view, "act"))
    lines = [trace for trace in figure.data if trace.mode == "lines" and trace.x[0] is not None]
    ends = {(trace.x[place][:10], trace.x[place + 1][:10]) for trace in lines for place in range(0, len(trace.x), 3)}
    assert ("2024-04-01", "2024-05-01") in ends
    assert ("2024-06-01", "2024-07-01") in ends


def test_an_arrow_for_each_edge_and_a_dot_where_there_is_no_direction(view):
    graph = network(view)
    marks = [trace for trace in network_figure(graph).data if trace.marker.angleref is not None]
    found = {shape: sum(size > 0 for trace in marks if trace.marker.symbol == shape for size in trace.marker.size)
             for shape in ("arrow", "circle")}
    assert found == {"arrow": len(graph.edges) - 3, "circle": 3}


@pytest.mark.parametrize("most_edges", [1000, 4])
def test_every_edge_can_be_clicked_all_along(make_tables, most_edges):
    graph = network(prepared(make_tables(600, 3)), most_edges=most_edges)
    unseen = [trace for trace in network_figure(graph).data if trace.customdata is not None and trace.marker.opacity == 0]
    keys = [key for trace in unseen for (key,) in trace.customdata]
    assert set(keys) == set(graph.edges["key"]) and len(keys) >= 3 * len(graph.edges)
    assert all(trace.unselected.marker.opacity == 0 for trace in unseen)


def test_large_timelines_are_drawn_by_the_graphics_card(make_tables):
    figure = timeline_figure(lanes(prepared(make_tables(4800, 2)), "act", most=20))
    assert {trace.type for trace in figure.data if trace.customdata is not None} == {"scattergl"}


def test_what_is_not_drawn_is_in_the_description(view):
    assert "Not drawn: 2 without a known day." in describe_timeline(lanes(view))
    assert "7 of a span wider than one bar, 2 without a known day" in describe_counts(counts(view, "week"))
    assert "1 towards nobody named" in describe_network(network(view, "countries", threshold=2))
    assert "18 of countries beyond" in describe_matrix(matrix(view, most=2))


def test_descriptions_name_the_most_involved(view):
    assert "Most involved: France (" in describe_network(network(view, "countries"))
    assert "supports" in describe_timeline(lanes(view, "act"))


def test_texts_reach_the_figure(view):
    figure = counts_figure(counts(view, "month"), {"sign.cooperative": "coopératif", "months_short":
                           "janv. févr. mars avr. mai juin juil. août sept. oct. nov. déc."})
    assert figure.data[0].name == "coopératif"
    assert "mars" in figure.layout.xaxis.ticktext[0]


@pytest.mark.parametrize("reach,step", [(1, 1), (6, 1), (7, 2), (13, 5), (31, 10), (4000, 1000)])
def test_number_step(reach, step):
    assert number_step(reach) == step
