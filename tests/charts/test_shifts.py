"""What changed, drawn: each pair's line, dashes, colour and key; the legend names what is there; nothing attacks."""
from dataclasses import replace

import pytest

from analysis.charts import describe_shifts, shifts_figure
from analysis.charts.style import SHIFT_DASHES, sign_colour
from analysis.exports import network_gexf, network_graphml
from analysis.views import halves, network, prepared, shifts, stages


@pytest.fixture(scope="module")
def both(make_tables):
    view = prepared(make_tables(120, 6, countries=6, people=9))
    return stages(view, network(view, "countries"), halves(view))


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_every_pair_has_a_line_of_its_dashes_and_colour_and_can_be_chosen(both, theme):
    moved = shifts(both)
    figure = shifts_figure(moved, theme=theme)
    lines = {(trace.line.dash, trace.line.color) for trace in figure.data if trace.mode == "lines" and not trace.showlegend}
    assert lines == {(SHIFT_DASHES[row.state].plotly, sign_colour(row.sign, theme)) for row in moved.edges.itertuples()}
    keys = {row[0] for trace in figure.data if trace.customdata is not None for row in trace.customdata}
    assert keys == {*moved.edges["key"], *moved.nodes["key"]}


def test_the_legend_names_what_is_drawn_and_no_more(both):
    moved = shifts(both)
    only = replace(moved, edges=moved.edges[moved.edges["state"] == "new"])
    names = [trace.name for trace in shifts_figure(only).data if trace.showlegend]
    assert "appeared" in names and not {"vanished", "turned"} & set(names)


def test_it_is_said_in_words_with_what_is_left_out(both):
    moved = shifts(both)
    said = describe_shifts(moved, both.periods)
    for state, word in (("new", "appeared"), ("turned", "turned"), ("gone", "vanished")):
        assert f"{(moved.edges['state'] == state).sum()} {word}" in said
    assert "in pairs that did not change" in said
    assert describe_shifts(replace(moved, edges=moved.edges.head(0)), both.periods).startswith("No stance")


def test_graphs_for_other_programs_say_what_became_of_each_pair(both):
    moved = shifts(both)
    for file in (network_gexf(moved).decode(), network_graphml(moved).decode()):
        assert "before_total" in file and all(f">{state}<" in file or f'value="{state}"' in file for state in set(moved.edges["state"]))
    assert "before_total" not in network_gexf(both.whole).decode() + network_graphml(both.whole).decode()


def test_names_that_attack_are_harmless(both):
    moved = shifts(both)
    attacked = replace(moved, edges=moved.edges.assign(source_label="<a href='http://a.example'>x</a>"))
    hovers = [text for trace in shifts_figure(attacked).data for text in (trace.hovertext if trace.hovertext is not None else ())]
    assert hovers and not any("<a " in text for text in hovers)
