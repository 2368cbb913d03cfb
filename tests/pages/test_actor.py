"""The Actor page: one actor, its parts, a comparison, links that name nobody."""
import pytest

from analysis.tables import MentionRow, StatementRow, Tables, frame
from pages.parts import layout
from pages.parts.layout import PAGES
from pages.parts.profile import PARTS
from tests.pages.test_every_page import texts, url
from tests.tables_fixture import small_tables as invented


@pytest.fixture
def spoken(corpus) -> Tables:
    """The pages over the small corpus with a statement and two mentions."""
    base = invented()
    text = base.articles["text"].iloc[0]
    said, named = text.index("Nous soutenons"), text.index("Mme Marchais")
    tables = Tables(**{
        **vars(base), "statements": frame(StatementRow, [("a1", said, said + 33, "helene-marchais", "dire", "direct",
                                                          text[said:said + 33])]),
        "mentions": frame(MentionRow, [("a1", named, named + 12, "Mme Marchais", "helene-marchais", "name"),
                                       ("a1", 0, 5, "Paris", "FRA", "seat")])})
    corpus(tables)
    return tables


def links(app) -> list[str]:
    """Labels of all page links."""
    return [link.proto.label for link in app.get("page_link")]


def test_the_actor_with_most_stances_is_shown_at_first(open_app):
    app = open_app("actor")
    assert app.selectbox(key="choice_actor").value == "FRA"
    assert [metric.value for metric in app.metric] == ["6", "9", "1", "3"]
    assert len(app.get("plotly_chart")) == 2


def test_an_actor_is_chosen_and_kept_in_the_url(open_app):
    app = open_app("actor")
    app.selectbox(key="choice_actor").set_value("youri-belkine").run()
    assert not app.exception and url(app)["actor"] == ["youri-belkine"]
    assert "Youri Belkine: supports and opposes" in texts(app).replace("\\", "")
    linked = open_app("actor", actor="youri-belkine")
    assert linked.selectbox(key="choice_actor").value == "youri-belkine"
    assert any("Russia" in label for label in links(linked))


@pytest.mark.parametrize("part", PARTS)
@pytest.mark.parametrize("actor", ["FRA", "helene-marchais", "ONU", "CHN-ministre-defense", "aloys-verne"])
def test_every_part_of_every_kind_of_actor(open_app, actor, part):
    assert open_app("actor", actor=actor, aspect=part).selectbox(key="choice_actor").value == actor


@pytest.mark.parametrize("part", PARTS)
def test_in_french(open_app, monkeypatch, part):
    monkeypatch.setattr(layout, "preferred_language", lambda locale: "fr")
    app = open_app("actor", actor="FRA", aspect=part)
    assert app.title[0].value == "Acteur"
    assert app.selectbox(key="choice_with").label == "Comparer avec"


def test_an_actor_that_is_not_there_is_named_as_text(open_app):
    app = open_app("actor", actor="![x](http://a.example/x.png)")
    assert "There is no actor with the address given" in app.warning[0].value and "![x](http" not in texts(app)
    assert app.selectbox(key="choice_actor").value == "FRA"


def test_two_are_compared(open_app):
    app = open_app("actor", actor="FRA")
    app.selectbox(key="choice_with").set_value("MAR").run()
    assert not app.exception and url(app)["with"] == ["MAR"]
    assert len(app.get("plotly_chart")) == 3 and len(app.metric) == 8
    assert "Partners in common" in texts(app)
    app.selectbox(key="choice_with").set_value("").run()
    assert "with" not in url(app) and len(app.metric) == 4


def test_nobody_is_compared_with_itself(open_app):
    app = open_app("actor", **{"actor": "FRA", "with": "FRA"})
    assert "with" not in url(app) and len(app.metric) == 4


def test_what_it_says_leads_to_its_place(spoken, open_app):
    app = open_app("actor", actor="helene-marchais", aspect="words")
    assert "Nous soutenons le plan du Maroc" in texts(app)
    assert "1 statement" in texts(app)
    assert "No statement of this actor" in texts(open_app("actor", actor="helene-marchais", aspect="words", voice="hearsay"))


def test_names_offices_and_articles(spoken, open_app):
    app = open_app("actor", actor="helene-marchais", aspect="names")
    tables = [element.value for element in app.dataframe]
    assert ["Mme Marchais"] in [table.iloc[:, 0].tolist() for table in tables]
    country = open_app("actor", actor="FRA", aspect="names")
    assert any("Hélène Marchais" in table.iloc[:, 0].tolist() for table in (element.value for element in country.dataframe))


def test_a_place_of_an_article_is_opened(spoken, open_app):
    app = open_app("articles", article="a1", place="40-52")
    assert any("place-40" in element.proto.body for element in app.get("html"))
    assert any("Hélène Marchais" in label for label in links(app))
    assert not any("place-" in element.proto.body for element in open_app("articles", article="a1", place="9-2").get("html"))


def test_names_in_sentences_lead_to_their_page(open_app):
    app = open_app("overview")
    assert any("Hélène Marchais" in label for label in links(app))


def test_an_actor_whom_the_filter_leaves_nothing(open_app):
    app = open_app("actor", actor="ONU", country="MAR")
    assert "No stance of this actor fits the filter" in texts(app)


def test_ten_thousand_stances(corpus, open_app, make_tables):
    corpus(make_tables(10_500, seed=3, people=400), ())
    for part in PARTS:
        assert not open_app("actor", aspect=part).exception
    assert not open_app("actor", **{"actor": "FRA", "with": "RUS"}).exception


def test_the_page_is_in_the_navigation():
    assert list(PAGES)[:4] == ["overview", "timeline", "network", "actor"]


def test_begins_with_the_actor_of_the_filter(open_app):
    assert open_app("actor", country="RUS").selectbox(key="choice_actor").value == "RUS"
    assert open_app("actor", country="RUS", actor="MAR").selectbox(key="choice_actor").value == "MAR"


def test_an_actor_is_found_by_its_capital_and_without_accents(open_app):
    box = open_app("actor").selectbox(key="choice_actor")
    assert any(label.endswith("· Algerie, Alger") or label.endswith("· Algiers") for label in box.options)


def test_offices_are_found_without_their_accents(open_app):
    typed = "Helene Marchais, ministre des Affaires etrangeres"
    app = open_app("actor")
    assert any(typed in label for label in app.selectbox(key="choice_actor").options)
    people = app.multiselect(key="filter_people").options
    assert any(f"France — {typed}" in label for label in people)
    nameless = [label for label in people if "— ministre de la" in label]
    assert nameless and all("China — ministre de la Defense" in label for label in nameless)
    assert any(label.endswith("Agence temoin") for label in app.multiselect(key="filter_outlets").options)


def test_an_act_is_found_without_its_accents(open_app, monkeypatch):
    monkeypatch.setattr(layout, "preferred_language", lambda locale: "fr")
    acts = open_app("stances").multiselect(key="filter_acts").options
    assert any("dément" in label and "dement" in label for label in acts)


def test_an_act_is_found_by_other_words(open_app):
    acts = open_app("stances").multiselect(key="filter_acts").options
    assert any(label.startswith("talks with") and "meet" in label for label in acts)
