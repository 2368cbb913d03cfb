"""The formats of other tools, where the page offers them."""
import pytest

from analysis.exports import FIELD_FORMATS
from pages.parts.exports import FIELD

OF_NETWORKS = {"gexf", "graphml", "edges"}


def test_every_format_of_the_field_is_offered():
    assert {kind: FIELD_FORMATS[kind][:2] for kind in FIELD_FORMATS.keys() - OF_NETWORKS} == FIELD


def test_stances_offer_them_all_and_other_pages_do_not(open_app):
    keys = {button.key for button in open_app("stances").get("download_button")}
    assert {f"download_stances_table_{kind}{ending}" for kind, (ending, _) in FIELD.items()} <= keys
    assert not {button.key for button in open_app("timeline").get("download_button") if "plover" in button.key}


@pytest.mark.parametrize("ending", ["gexf", "graphml", "edgescsv"])
def test_the_network_offers_those_of_networks(open_app, ending):
    assert f"download_network_chart_{ending}" in {button.key for button in open_app("network").get("download_button")}
