"""The chart as one HTML file."""
import re

import pytest

from analysis.charts import describe_network, network_figure, timeline_figure
from analysis.exports import chart_html
from analysis.views import lanes, network, prepared
from tests.hostile import HOSTILE


@pytest.fixture(scope="module")
def view(small_tables):
    return prepared(small_tables)


def test_the_file_needs_nothing_else(view):
    graph = network(view)
    page = chart_html(network_figure(graph), "Source: essai\nHomologue 1", "Réseau", describe_network(graph)).decode()
    assert len(page) > 3_000_000
    assert not re.search(r'<(script|link|img)[^>]+(src|href)="?http', page)
    assert "default-src 'none'" in page
    assert "<footer>Source: essai\nHomologue 1</footer>" in page
    assert "<title>Réseau</title>" in page and "H\\u00e9l\\u00e8ne Marchais" in page


@pytest.mark.parametrize("place", ["sentence", "source_name", "title", "footer", "description"])
def test_hostile_text_opens_no_tag(view, place):
    said = " ".join(HOSTILE[:3])
    rows = view.assign(**{place: said}) if place in view else view
    words = {name: said if name == place else "" for name in ("title", "footer", "description")}
    page = chart_html(timeline_figure(lanes(rows)), words["footer"], words["title"], words["description"]).decode()
    assert "<img src=x" not in page and '<a href="https://example.org"' not in page
    assert "</script><script>alert(1)" not in page
