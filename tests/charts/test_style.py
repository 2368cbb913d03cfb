"""Colours: told apart by everyone, readable, in one place."""
import re
from itertools import combinations
from pathlib import Path

import pytest

from analysis.acts import VOICES
from analysis.charts import style
from analysis.tables import empty_tables
from analysis.views import network, prepared
from analysis.charts.geometry import Spot, edge_paths, label_sides, node_labels, spread

# Machado, Oliveira and Fernandes (2009), severity 1.
_DEFICITS = {
    "protanopia": ((0.152286, 1.052583, -0.204868), (0.114503, 0.786281, 0.099216), (-0.003882, -0.048116, 1.051998)),
    "deuteranopia": ((0.367322, 0.860646, -0.227968), (0.280085, 0.672501, 0.047413), (-0.011820, 0.042940, 0.968881)),
    "tritanopia": ((1.255528, -0.076749, -0.178779), (-0.078411, 0.930809, 0.147602), (0.004733, 0.691367, 0.303900)),
}


@pytest.mark.parametrize("folder", ["analysis", "pages"])
def test_no_other_python_file_names_a_colour(folder):
    """Colours are named in style.py, and for Streamlit's own parts in .streamlit/config.toml."""
    root = Path(style.__file__).parents[2]
    named = {str(file.relative_to(root)) for file in (root / folder).rglob("*.py")
             if re.search(r"""["' ;:(]#[0-9A-Fa-f]{3,8}\b(?=["' ;,)}])""", file.read_text(encoding="utf-8"))}
    assert named <= {"analysis/charts/style.py"}


def _rgb(colour: str) -> list[float]:
    return [int(colour[place:place + 2], 16) for place in (1, 3, 5)]


def _seen(colour: str, deficit: str) -> list[float]:
    return [sum(weight * part for weight, part in zip(row, _rgb(colour))) for row in _DEFICITS[deficit]]


@pytest.mark.parametrize("theme", style.THEMES)
@pytest.mark.parametrize("deficit", _DEFICITS)
def test_signs_are_told_apart_with_every_colour_vision(theme, deficit):
    for one, other in combinations(style.SIGN_COLOURS[theme].values(), 2):
        apart = sum((first - second) ** 2 for first, second in zip(_seen(one, deficit), _seen(other, deficit))) ** 0.5
        assert apart > 45


def test_every_voice_and_kind_has_a_shape_of_its_own():
    assert set(style.VOICE_SYMBOLS) == set(VOICES)
    for symbols in (style.VOICE_SYMBOLS, style.KIND_SYMBOLS):
        assert len({symbol.plotly for symbol in symbols.values()}) == len(symbols)
        assert len({symbol.matplotlib for symbol in symbols.values()}) == len(symbols)


@pytest.mark.parametrize("balance,expected", [(1, "#0072B2"), (-1, "#D55E00"), (0, "#7A7A7A")])
def test_balance_colour(balance, expected):
    assert style.balance_colour(balance, "light") == expected


def test_sizes_and_widths():
    assert style.scaled_size(4, 4, (10, 20)) == 20 and style.scaled_size(0, 0, (10, 20)) == 10
    widths = [style.edge_width(count) for count in (1, 2, 3, 4, 100, 10_000)]
    assert widths == sorted(widths) and widths[-1] == style.EDGE_WIDTHS[1]
    assert style.node_sizes(300) < style.node_sizes(10)
    assert (style.readable_on("#FFFFFF"), style.readable_on("#000000")) == ("#000000", "#FFFFFF")


def test_in_a_crowd_the_strong_edges_are_seen_and_in_a_small_network_all():
    assert style.edge_opacity(20, 1.3) == style.edge_opacity(20, 8.0) == 0.75
    thin, strong = (style.edge_opacity(1_000, width) for width in style.EDGE_WIDTHS)
    assert 0.1 < thin < strong / 2
    assert style.arrow_opacity(1, 20) == 1 > style.arrow_opacity(1, 1_000) > thin


def test_the_most_involved_are_named_first_and_over_the_least_if_need_be():
    crowd = [Spot(4.0 * place, 0.0, 4.0, f"nom {place}") for place in range(100)]
    sides = label_sides(crowd, 900)
    assert 0 in sides and len(sides) < 20
    assert label_sides([Spot(0, 0, 3, "trop long pour tenir")], 40) == {} == label_sides([], 40)
    assert label_sides([Spot(0, 0, 3, ""), Spot(100, 0, 3, "seul")], 400) == {1: "top"}


def test_edges_run_from_source_to_target_and_apart(small_tables):
    graph = network(prepared(small_tables))
    nodes = spread(graph.nodes)
    places = {row.id: (row.x, row.y) for row in nodes.itertuples()}
    paths = {path.key: path for path in edge_paths(nodes, graph.edges)}
    for edge in graph.edges.itertuples():
        assert paths[edge.key].points[0] == pytest.approx(places[edge.source])
        assert paths[edge.key].points[-1] == pytest.approx(places[edge.target])
    arrows = [path.arrow for path in paths.values()]
    assert len(set(arrows)) == len(arrows)


def test_labels_do_not_cover_one_another_and_are_cut(make_tables):
    nodes = spread(network(prepared(make_tables(300, 4))).nodes.assign(label="Un nom bien trop long pour tenir sur la carte"))
    labels = node_labels(nodes, longest=20)
    assert 0 < len(labels) < len(nodes)
    assert all(len(label.text) <= 20 for label in labels.values())
    assert node_labels(spread(network(prepared(empty_tables())).nodes)) == {}
