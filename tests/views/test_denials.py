"""What denies, what does not, and which claim a denial takes up: by its sentence, right behind it, by a word of it."""
import pytest

from analysis.views import claim_account, claims, prepared
from analysis.views.sayings import denials_said, is_denial, refers_back
from tests.views.invented import Said, Told, corpus

_CLAIM = Told("a", "Paris accuse Moscou de préparer une bombe.", "FRA", "accuse", "RUS", "2024-03-04")


@pytest.mark.parametrize(("act", "negated", "sentence", "expected"), [
    ("deny", False, "Moscou dément.", True),
    ("deny", False, "Moscou conteste ces accusations.", True),
    ("deny", False, "Moscou conteste la décision de Paris.", False),
    ("deny", False, "Moscou a contesté jeudi les sanctions de Paris.", False),
    ("deny", False, "Moscou conteste ce bilan.", True),
    ("deny", False, "Moscou récuse toute ingérence.", True),
    ("deny", False, "Moscou rejette toute responsabilité.", True),
    ("deny", False, "Moscou a rejeté en bloc le plan de Paris.", False),
    ("deny", False, "Les deux voisins se sont rejeté la responsabilité des tirs.", False),
    ("deny", False, "Paris lance une procédure contestée.", False),
    ("deny", False, "« C'est faux », a dit Moscou.", True),
    ("deny", False, "Moscou conteste la mesure et dément toute ingérence.", True),
    ("reject", False, "Moscou rejette catégoriquement les allégations de Paris.", True),
    ("reject", False, "Moscou balaie des accusations que Paris répète.", True),
    ("reject", False, "Paris a formulé des accusations rejetées par Moscou.", True),
    ("reject", False, "L'accord exclut toute reprise, selon une déclaration de Moscou.", False),
    ("reject", False, "Moscou rejette le plan.", False),
    ("support", True, "Moscou ne soutient pas Paris.", True),
    ("accuse", False, "Moscou accuse Paris.", False),
])
def test_what_denies(act, negated, sentence, expected):
    assert is_denial(act, negated, sentence) == expected


@pytest.mark.parametrize(("sentence", "expected"), [
    ("Moscou rejette ces accusations.", True),
    ("Moscou rejette l'accusation de Paris.", True),
    ("La décision est accompagnée d'une déclaration.", False),
])
def test_what_points_back(sentence, expected):
    assert refers_back(sentence) == expected


@pytest.mark.parametrize(("sentence", "said", "verb", "expected"), [
    ("Paris accuse Moscou de mentir, ce que Moscou dément.", "ce que Moscou dément", "démentir", True),
    ("Moscou dément.", "Moscou dément", "démentir", True),
    ("Moscou a rejeté ces accusations.", "ces accusations", "rejeter", True),
    ("Moscou a rejeté un plan de paix.", "un plan de paix", "rejeter", False),
    ("Moscou n'a pas démenti une telle visite.", "une telle visite", "démentir", False),
    ("Moscou n'a ni confirmé ni nié cette visite.", "cette visite", "nier", False),
    ("Moscou a refusé de démentir cette visite.", "cette visite", "démentir", False),
    ("Moscou affirme que tout va bien.", "que tout va bien", "affirmer", False),
])
def test_statements_that_deny(sentence, said, verb, expected):
    tables = corpus([Told("a", sentence, "FRA", "consult", "RUS")], [Said("a", said, "RUS", verb=verb)])
    lines = denials_said(tables, ["a"])
    assert [(line.side, line.text, line.denies) for line in lines] == ([("RUS", sentence, True)] if expected else [])


@pytest.mark.parametrize(("behind", "said", "ground"), [
    ("Moscou dément.", "Moscou dément", "reference"),
    ("Moscou a toujours nié et parle d'un complot.", "Moscou a toujours nié", "reference"),
    ("Moscou nie vouloir une telle bombe.", "vouloir une telle bombe", "reference"),
    ("Moscou dément avoir fermé son port.", "avoir fermé son port", None),
    ("Moscou a rejeté ces accusations.", "ces accusations", "reference"),
])
def test_a_statement_takes_up_the_claim_before_it(behind, said, ground):
    tables = corpus([_CLAIM, Told("a", behind, "FRA", "consult", "CHN", "2024-03-04", voice="narrated")],
                    [Said("a", said, "RUS", verb="rejeter" if "rejeté" in behind else "démentir")])
    claim = claims(prepared(tables), tables).iloc[0]
    assert (claim["denials"], claim["ground"]) == ((1, ground) if ground else (0, ""))


def test_all_accusers_of_one_sentence_are_denied_by_all_who_deny_there():
    sentence = "Paris et Alger accusent Moscou d'armer Rabat, ce que Moscou et Rabat démentent."
    tables = corpus([Told("a", sentence, source, "accuse", "RUS", "2024-03-04") for source in ("FRA", "DZA")],
                    [Said("a", "ce que Moscou et Rabat démentent", side, verb="démentir") for side in ("RUS", "MAR")])
    view = prepared(tables)
    table = claims(view, tables)
    assert table[["source", "denials", "ground"]].values.tolist() == [["FRA", 2, "sentence"], ["DZA", 2, "sentence"]]
    pair, = claim_account(view, tables, table.iloc[0]).denied
    assert (pair.left.side, pair.right.chain[-1].name, pair.right.denies) == ("FRA", "Russie, Maroc", True)


def test_what_an_accusation_says_is_no_claim_beside_it():
    sentence = "Paris accuse Moscou de soutenir Alger."
    found = claims(*_with([Told("a", sentence, "FRA", "accuse", "RUS", "2024-03-04"),
                           Told("a", sentence, "RUS", "support", "DZA", "2024-03-04", reporter="FRA")]))
    assert found[["source", "act", "target", "stances"]].values.tolist() == [["FRA", "accuse", "RUS", 1]]


def test_whichever_side_of_an_agreement_is_named_first_it_is_one_claim():
    sentence = "Selon Paris, Moscou et Alger coopèrent."
    found = claims(*_with([Told("a", sentence, one, "cooperate", other, "2024-03-04", reporter="FRA") for one, other in (("RUS", "DZA"), ("DZA", "RUS"))]))
    assert found["stances"].tolist() == [2]


def test_a_denial_pairs_with_no_deed_by_the_days_alone():
    found = claims(*_with([Told("a", "Paris met en garde Moscou.", "FRA", "warn", "RUS", "2024-03-04"),
                           Told("b", "Moscou dément ces accusations.", "RUS", "deny", "FRA", "2024-03-04")]))
    assert found[["act", "denials"]].values.tolist() == [["", 1]]


@pytest.mark.parametrize(("sentence", "denials"), [
    ("Selon Paris, Moscou a signé un accord avec Alger, ce que Moscou dément.", 1),
    ("Selon Paris, Moscou a signé un accord avec Alger, mais Moscou dément.", 1),
    ("Moscou, qui a signé un accord avec Alger selon Paris, réfute toute ingérence au Sahel.", 0),
])
def test_a_denial_of_something_else_in_the_sentence_is_no_denial_of_a_kindness(sentence, denials):
    found = claims(*_with([Told("a", sentence, "RUS", "agree", "DZA", "2024-03-04", reporter="FRA"),
                           Told("a", sentence, "RUS", "deny", "", "2024-03-04")]))
    assert found[found["act"] == "agree"]["denials"].tolist() == [denials]


@pytest.mark.parametrize(("between", "denials"), [("Il pleut.", 1), ("Il pleut à verse. " * 50, 0)])
def test_a_condemnation_is_denied_only_close_behind_it(between, denials):
    tables = corpus([Told("a", "Paris dénonce un bombardement de Moscou.", "FRA", "condemn", "RUS", "2024-03-04"),
                     Told("a", between.strip(), "CHN", "consult", "DZA", "2024-03-04", voice="narrated"),
                     Told("a", "Moscou rejette ces accusations.", "RUS", "deny", "", "2024-03-04")])
    table = claims(prepared(tables), tables)
    assert table[table["act"] == "condemn"]["denials"].tolist() == [1] * denials


def test_denials_of_one_article_by_one_side_stand_together():
    found = claims(*_with([Told("a", "Moscou rejette les accusations de Paris.", "RUS", "deny", "FRA", "2024-03-04"),
                           Told("a", "Moscou nie tout en bloc.", "RUS", "deny", "FRA", "2024-03-04")]))
    assert found[["act", "denials"]].values.tolist() == [["", 2]]


def _with(told):
    tables = corpus(told)
    return prepared(tables), tables


def test_a_title_that_names_the_accusations_stands_beside_what_comes_only_behind_it():
    tables = corpus([Told("a", "Moscou rejette les accusations de Paris", "RUS", "deny", "FRA", "2024-03-04"),
                     Told("a", "Paris met en garde Moscou.", "FRA", "warn", "RUS", "2024-03-04"),
                     Told("a", "Paris accuse Moscou de mentir.", "FRA", "accuse", "RUS", "2024-03-04")])
    view = prepared(tables)
    claim = claims(view, tables).iloc[0]
    assert (claim["act"], claim["ground"], claim["sentence"]) == ("accuse", "reference", "Paris accuse Moscou de mentir.")
    assert [pair.ground for pair in claim_account(view, tables, claim).denied] == ["reference"]


def test_a_denial_alone_is_joined_to_no_kind_words():
    tables = corpus([Told("a", "Moscou a démenti des soupçons.", "RUS", "deny", "FRA", "2024-03-04")],
                    [Said("a", "son soutien constant à Moscou", "fra-ministre", verb="réaffirmer", mentions=("RUS",))])
    view = prepared(tables)
    account = claim_account(view, tables, claims(view, tables).iloc[0])
    assert not account.denied and [line.text for line in account.alone[1]] == ["Moscou a démenti des soupçons."]


def test_the_chain_of_a_stance_ends_with_who_tells_it():
    tables = corpus([_CLAIM])
    view = prepared(tables)
    account = claim_account(view, tables, claims(view, tables).iloc[0])
    assert [link.name for link in account.alone[0][0].chain] == ["Journal a", "France"]
