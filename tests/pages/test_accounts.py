"""The Accounts page: the list, one encounter or claim in two columns, its address, and what it says where there is nothing."""
from types import SimpleNamespace

import pytest

from analysis.tables import empty_tables
from analysis.views import encounters, prepared
from pages.parts import accounts, layout
from pages.parts.texts import texts_of
from tests.pages.test_every_page import texts, url
from tests.views.invented import Said, Told
from tests.views.invented import corpus as invented


def test_opens_with_the_newest_encounter_told_in_two_columns(open_app):
    app = open_app("accounts")
    said = texts(app)
    assert "China – Russia" in app.subheader[1].value.replace("\\", "")
    assert "1 independent text" in said and "Told by the articles themselves" in said


def test_an_encounter_named_by_the_address_is_told(open_app):
    app = open_app("accounts", case="s01")
    said = texts(app).replace("\\", "")
    assert "France – Morocco" in said
    assert "Nous **soutenons** le plan du Maroc" in said and "Rabat a **salué** la position de Paris" in said
    assert "Only one says" in said
    assert url(app)["case"] == ["s01"]


def test_each_denial_stands_beside_its_claim_with_the_reason(open_app):
    app = open_app("accounts", about="claims")
    said = texts(app).replace("\\", "")
    assert "Russia accuses France" in said
    assert "One says, the other denies" in said and "points back" in said
    assert "Mme Marchais a **démenti** ces accusations" in said


def test_a_claim_that_nobody_denies_is_not_taken_for_true(open_app):
    app = open_app("accounts", about="claims", case="s07")
    assert "No denial was found" in texts(app).replace("\\", "")


def test_the_chain_names_those_on_whose_word_it_stands(corpus, open_app, small_tables):
    from dataclasses import replace

    from analysis.tables import StatementRow, frame
    row = small_tables.stances.iloc[6]
    statement = StatementRow(row["article_id"], row["start"], row["end"], "DZA-ministere-affaires-etrangeres", "selon",
                             "hearsay", row["sentence"])
    corpus(replace(small_tables, statements=frame(StatementRow, [statement])))
    app = open_app("accounts", about="claims", case="s07")
    assert "Le Courrier d'essai › ministère algérien des Affaires étrangères (hearsay)" in texts(app).replace("\\", "")


def test_each_claim_stands_once_beside_all_that_deny_it_on_one_ground(corpus, open_app):
    told = [Told("a", "Bamako accuse Paris de violer son espace.", "MLI", "accuse", "FRA", "2022-05-03"),
            Told("a", "Paris a démenti ces accusations mardi.", "FRA", "deny", "MLI", "2022-05-03"),
            Told("a", "Le ministère a réfuté ces propos.", "FRA", "deny", "MLI", "2022-05-03")]
    corpus(invented(told, [], {"a": "2022-05-03"}))
    said = texts(open_app("accounts", about="claims")).replace("\\", "")
    assert (said.count("violer son espace"), said.count("mardi."), said.count("ces propos.")) == (1, 1, 1)
    assert "denies** (2)" in said


@pytest.mark.parametrize("query", [{"act": "deny"}, {"act": "accuse"}, {"country": "FRA", "side": "from"}, {"country": "FRA", "side": "towards"}])
def test_a_filter_of_acts_or_sides_leaves_the_claim_beside_its_denial(open_app, query):
    app = open_app("accounts", about="claims", **query)
    said = texts(app).replace("\\", "")
    assert "Russia accuses France" in said and "Mme Marchais a **démenti** ces accusations" in said
    assert "even where its act, voice or direction does not fit" in said
    assert "even where" not in texts(open_app("accounts", about="claims"))


@pytest.mark.parametrize(("setting", "value"), [("about", "claims"), ("window", "7")])
def test_a_setting_goes_into_the_address(open_app, setting, value):
    app = open_app("accounts")
    next(group for group in app.get("button_group") if group.key == f"choice_{setting}").set_value(value).run()
    assert not app.exception
    assert url(app)[setting] == [value]


def test_a_case_that_is_not_there_is_not_obeyed(open_app):
    app = open_app("accounts", case="![x](http://a.example/x.png)")
    assert "case" not in url(app)
    assert "![x]" not in texts(app)


@pytest.mark.parametrize(("about", "words"), [("encounters", "No encounter"), ("claims", "No claim")])
def test_nothing_to_tell_says_so(open_app, about, words):
    assert words in texts(open_app("accounts", act="sanction", about=about))


def test_one_article_is_enough(corpus, open_app, small_tables):
    from dataclasses import replace
    one = {name: table[table["article_id"] == "a2"] for name, table in vars(small_tables).items() if "article_id" in table}
    corpus(replace(small_tables, **one))
    for about in ("encounters", "claims"):
        open_app("accounts", about=about)


def test_speaks_french(open_app, monkeypatch):
    monkeypatch.setattr(layout, "preferred_language", lambda locale: "fr")
    said = texts(open_app("accounts", about="claims"))
    assert "L'un le dit, l'autre le dément" in said


def test_an_empty_corpus_says_so(corpus, open_app):
    corpus(empty_tables(), ())
    assert "No stance was found" in texts(open_app("accounts"))


def test_a_statement_is_told_with_its_speaker_and_verb(corpus, open_app):
    told = [Told("a", "Paris et Moscou ont eu lundi un entretien téléphonique.", "FRA", "consult", "RUS", "2024-03-04", voice="narrated")]
    said = [Said("a", "aux autorités russes un geste de bonne volonté", "fra-ministre", verb="demander", mentions=("RUS",))]
    corpus(invented(told, said, {"a": "2024-03-05"}))
    shown = texts(open_app("accounts")).replace("\\", "")
    assert "**ministre FRA** · reported · demander" in shown and "… aux autorités russes un geste" in shown


def test_the_list_names_who_met_and_leaves_with_months(corpus, open_app):
    told = [Told("a", "Le ministre a reçu le général lundi.", "FRA-ministre", "consult", "RUS-général", "2024-03-04"),
            Told("b", "Paris et Rabat se sont parlé.", "FRA", "consult", "MAR", "2024-01-30", "2024-02-01")]
    told = [row._replace(source=row.source.replace("FRA-", "fra-"), target=row.target.replace("RUS-", "rus-")) for row in told]
    tables = invented(told, [], {"a": "2024-03-05", "b": "2024-02-02"})
    cases = encounters(prepared(tables))
    assert cases["people"].tolist() == [("général RUS", "ministre FRA"), ()]
    corpus(tables)
    app = open_app("accounts")
    assert app.dataframe[0].value["people"].tolist() == ["général RUS, ministre FRA", ""]
    page = SimpleNamespace(texts=texts_of("en"))
    leaving = accounts._leaving(page, "encounters", cases, accounts._encounter_table(page, cases))
    assert leaving["Month"].tolist() == ["2024-03", ""] and list(leaving["Between"]) == ["France – Russie", "France – Maroc"]
    assert "Day" not in leaving and leaving["First day"].dt.strftime("%Y-%m-%d").tolist() == ["2024-03-04", "2024-01-30"]


def summit() -> object:
    sentence = "Paris, Moscou et Pékin se sont réunis lundi."
    told = [Told("a", sentence, *pair, "2024-03-04", voice="narrated") for pair in (
        ("FRA", "consult", "RUS"), ("RUS", "consult", "CHN"), ("FRA", "consult", "CHN"))]
    told += [Told("a", "Paris a salué le climat avec Moscou.", "FRA", "praise", "RUS", "2024-03-04"),
             Told("a", "Moscou a remercié Pékin de sa patience.", "RUS", "praise", "CHN", "2024-03-04"),
             Told("a", "Pékin a rejeté la demande de Paris.", "CHN", "reject", "FRA", "2024-03-04")]
    return invented(told, [], {"a": "2024-03-05"})


def test_of_a_summit_each_side_is_told_and_the_reader_chooses_which(corpus, open_app):
    corpus(summit())
    app = open_app("accounts")
    said = texts(app).replace("\\", "")
    assert app.dataframe[0].value["kind"].tolist() == ["summit"]
    assert {"**France**", "**Russia**", "**China**"} <= {caption.value for caption in app.caption}
    assert "Moscou a remercié" in said and "Pékin a rejeté" in said
    app.multiselect(key="accounts_sides").set_value(["CHN", "FRA"]).run()
    assert not app.exception and set(url(app)["sides"][0].split()) == {"CHN", "FRA"}
    assert "**Russia**" not in {caption.value for caption in app.caption}
    app.multiselect(key="accounts_sides").set_value(["CHN"]).run()
    assert "Choose two sides at least." in app.info[0].value


@pytest.mark.parametrize("sides", ["![x](http://a.example/x.png)", "FRA DZA", ""])
def test_sides_that_were_not_there_are_not_obeyed(corpus, open_app, sides):
    corpus(summit())
    app = open_app("accounts", sides=sides)
    assert app.multiselect(key="accounts_sides").value == list(encounters(prepared(summit()))["parties"][0])
