"""A chart for a narrow screen keeps its marks, and every mark can be said in words."""
from html import unescape
from itertools import combinations

import pytest

from analysis.charts import matrix_figure, narrowed, network_figure, spoken_marks, timeline_figure
from analysis.charts.bars import bars_figure
from analysis.charts.counts import counts_figure
from analysis.charts.style import NARROW_BUBBLE
from analysis.views import acts, actors_of, behind, counts, lanes, matrix, network, panels_of, prepared

HOSTILE = '<a href="http://a.example">x</a> & "y" $z$ ' * 3


def figures(tables):
    view = prepared(tables)
    actor = actors_of(tables, view)[0]
    return {"matrix": matrix_figure(matrix(view)), "timeline": timeline_figure(lanes(view, "actor")),
            "counts": counts_figure(counts(view)), "network": network_figure(network(view)),
            "bars": bars_figure(acts(view, panels_of(actor)))}


@pytest.mark.parametrize("kind", ["matrix", "timeline", "counts", "network", "bars"])
def test_every_mark_is_still_there(small_tables, kind):
    figure = figures(small_tables)[kind]
    small = narrowed(figure)
    assert spoken_marks(small) == spoken_marks(figure) != {}
    assert [len(trace.x) for trace in small.data] == [len(trace.x) for trace in figure.data]
    assert small.layout.dragmode is False and figure.layout.font.size != small.layout.font.size


@pytest.mark.parametrize("kind", ["matrix", "timeline", "bars"])
def test_labels_leave_room_for_the_marks(make_tables, kind):
    tables = make_tables(300)
    long = tables.actors.assign(name="République de " + tables.actors["name"] + " et des îles voisines")
    small = narrowed(figures(type(tables)(**{**vars(tables), "actors": long}))[kind])
    assert small.layout.margin.l < 110
    labels = [line for axis in small.select_yaxes() for label in axis.ticktext or () for line in label.split("<br>")]
    assert labels and max(map(len, labels)) <= 14


def test_the_words_at_the_corner_of_the_matrix_have_room(small_tables):
    tables = type(small_tables)(**{**vars(small_tables), "actors": small_tables.actors.assign(name="Mali", country="")})
    corner = {"axis.row": "qui", "axis.column": "envers qui et lesquels"}
    small = narrowed(matrix_figure(matrix(prepared(tables)), corner))
    assert small.layout.margin.l >= 6 * len("envers qui et lesquels →")


def test_titles_of_panels_are_told_apart(small_tables):
    small = narrowed(figures(small_tables)["bars"])
    titles = [note.text for note in small.layout.annotations]
    assert len(set(titles)) == len(titles) == 3 and max(len(line) for title in titles for line in title.split("<br>")) <= 14
    assert any("<br>" in title for title in titles) and not any(title.endswith("…") for title in titles)


def test_bubbles_do_not_cover_their_neighbours(make_tables):
    small = narrowed(figures(make_tables(500))["matrix"])
    assert max(small.data[0].marker.size) <= NARROW_BUBBLE


def test_days_on_the_axis_are_few(make_tables):
    small = narrowed(figures(make_tables(500))["timeline"])
    assert 2 <= len(small.layout.xaxis.ticktext) == len(small.layout.xaxis.tickvals) <= 4


def test_names_stay_harmless(small_tables):
    tables = type(small_tables)(**{**vars(small_tables), "actors": small_tables.actors.assign(name=HOSTILE)})
    for figure in figures(tables).values():
        small = narrowed(figure)
        labels = [label for axes in (small.select_xaxes(), small.select_yaxes()) for axis in axes for label in axis.ticktext or ()]
        assert not any("<a" in label or "$" in label for label in [*labels, *(note.text for note in small.layout.annotations)])


@pytest.mark.parametrize("kind", ["matrix", "timeline", "counts", "network"])
def test_a_mark_in_words_leads_to_its_rows(small_tables, kind):
    view = prepared(small_tables)
    marks = spoken_marks(figures(small_tables)[kind])
    level = network(view).level
    assert all(len(behind(view, key, nodes=level)) for key in marks)
    assert all(words and "<b>" not in words and len(words) <= 140 for words in marks.values())


def test_marks_in_words_come_to_an_end(make_tables):
    assert len(spoken_marks(figures(make_tables(900))["timeline"], most=50)) == 50


def boxes(trace, across: float, along: float, letter: float, line: float):
    """The boxes of the names of a network's nodes, in pixels."""
    for x, y, text, side, size in zip(trace.x, trace.y, trace.text, trace.textposition, trace.marker.size):
        width, out, at = len(unescape(text)) * letter, size / 2 + 2, side.split()[0 if side.endswith("center") else 1]
        middle = {"top": (0, out + line / 2), "bottom": (0, -out - line / 2), "right": (out + width / 2, 0), "left": (-out - width / 2, 0)}[at]
        if text:
            yield x * across + middle[0] - width / 2, y * along + middle[1] - line / 2, x * across + middle[0] + width / 2, y * along + middle[1] + line / 2


def apart(found) -> bool:
    return not any(one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3] for one, other in combinations(found, 2))


def test_the_names_of_a_crowd_cover_one_another_on_no_screen(make_tables):
    tables = make_tables(3_000, 9)
    figure = network_figure(network(prepared(type(tables)(**{**vars(tables), "actors": tables.actors.assign(name="Pays de " + tables.actors["name"])}))))
    small = narrowed(figure)
    nodes = [trace for trace in figure.data if isinstance(trace.textposition, tuple)][0]
    few = [trace for trace in small.data if isinstance(trace.textposition, tuple)][0]
    across = 340 / (small.layout.xaxis.range[1] - small.layout.xaxis.range[0])
    named = list(boxes(few, across, 0.86 * small.layout.height / 2.23, 6, 15))
    assert len(named) > 3 and apart(named) and all(-171 < box[0] and box[2] < 171 for box in named)
    wide = list(boxes(nodes, 310, 265, 6.9, 15))
    assert len(wide) >= len(named) and apart(wide)
    assert all(nodes.text[place] for place, text in enumerate(few.text) if text) and few.text[0]
