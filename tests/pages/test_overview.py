"""The Overview page: what changed most, with its sentences, and what is missing, with the way to mend it."""
from datetime import date, timedelta

import pytest

from pages.parts import layout
from pages.parts.layout import PAGES
from tests.pages.test_every_page import texts, url
from tests.views.invented import Told, corpus as invented


def turned():
    return invented([Told(f"a{at}", f"Phrase {at}.", "FRA", "praise" if at < 20 else "condemn", "RUS",
                          (date(2024, 1, 1) + timedelta(days=at)).isoformat()) for at in range(40)])


def test_what_changed_most_is_told_with_the_counts_of_both_periods(corpus, open_app):
    corpus(turned(), ())
    assert "No pair has another number" in texts(open_app("overview", length="7"))
    app = open_app("overview", length="30")
    tables = [frame.value for frame in app.dataframe if "last_period" in frame.value]
    row, = tables[0].to_dict("records")
    assert row["pair"] == "France – Russia" and row["before"] == "10 (+10 −0)" and row["last_period"] == "30 (+10 −20)"
    assert row["balance_change"] == "+1.00 → −0.33" and row["clear"] == "balance"


def test_the_length_goes_into_the_address_and_others_are_refused(open_app):
    assert url(open_app("overview", length="90"))["length"] == ["90"]
    assert "length" not in url(open_app("overview", length="2"))


def test_small_numbers_are_said_to_be_perhaps_chance(open_app):
    table, = [frame.value for frame in open_app("overview").dataframe if "last_period" in frame.value]
    assert set(table["clear"]) == {"may be chance"}


def test_each_gap_leads_to_where_it_is_mended(open_app):
    app = open_app("overview")
    links = {link.label: link.proto.query_string if hasattr(link.proto, "query_string") else "" for link in app.get("page_link")}
    assert any("Set their dates" in label for label in links) and any("Import them anew" in label for label in links)
    assert any("See its stances" in label for label in links)
    assert "ministre de la Défense" in texts(app).replace("\\", "")


@pytest.mark.parametrize(("dates", "number"), [("all", 4), ("undated", 1), ("month", 1)])
def test_articles_are_narrowed_to_those_whose_dates_are_missing(open_app, dates, number):
    app = open_app("articles", dates=dates)
    assert len(app.dataframe[0].value) == number


def test_speaks_french(open_app, monkeypatch):
    monkeypatch.setattr(layout, "preferred_language", lambda locale: "fr")
    said = texts(open_app("overview"))
    assert "Ce qui a le plus changé" in said and "Ce qui n'est pas connu" in said or "connu" in said


def test_one_article_is_enough(corpus, open_app):
    corpus(invented([Told("a", "Paris a salué Moscou.", "FRA", "praise", "RUS", "2024-03-04")]), ())
    app = open_app("overview")
    app.switch_page(PAGES["accounts"]).run()
    assert not app.exception


def test_what_changed_most_is_taken_away_as_a_table(open_app):
    keys = {button.key for button in open_app("overview").get("download_button")}
    assert "download_overview_movers_tablecsv" in keys
