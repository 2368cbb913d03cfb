"""When two readings mean the same actor, and how findings are paired."""
import pytest

from analysis.evaluation import ActorMark, agreement, dyad, node, same_actor, same_person
from analysis.evaluation.matching import fold, overlap, pairs, same_spelling
from analysis.records import Actor
from tests.evaluation.marks import FRA, KULEBA, LAVROV, LAVROV_ENGLISH, RUS, UKR, UN, stance


def organisation(key: str, name: str = "", *aliases: str) -> ActorMark:
    return ActorMark(key, name or key, "organisation", aliases=aliases)


@pytest.mark.parametrize("a, b, same", [
    ("loukachenko", "lukachenko", True), ("tchernychev", "chernyshev", True), ("khaddafi", "kadhafi", False),
    ("rouhani", "rohani", True), ("kim", "kem", False), ("kim", "kim", True), ("macron", "macrons", True),
    ("poutine", "putin", True), ("biden", "bident", True), ("merkel", "merz", False), ("sanchez", "sanchz", True),
    ("barnier", "garnier", True), ("barrot", "barnier", False),
])
def test_spellings_of_one_name(a, b, same):
    assert same_spelling(a, b) is same
    assert same_spelling(b, a) is same


@pytest.mark.parametrize("a, b, same", [
    ("Sergueï Lavrov", "Sergei Lavrov", True), ("Lavrov", "Sergueï Lavrov", True), ("Kim Jong Un", "Kim Jong-un", True),
    ("Xi Jinping", "Jinping Xi", True), ("Emmanuel Macron", "Brigitte Macron", True), ("Joe Biden", "Barack Obama", False),
    ("", "Joe Biden", False), ("王毅", "Wang Yi", False),
])
def test_names_of_one_person(a, b, same):
    assert same_person(a, b) is same


@pytest.mark.parametrize("actor, expected", [
    (None, None), (RUS, "RUS"), (LAVROV, "RUS"), (UN, "onu"),
    (organisation("nations-unies", "Nations unies"), "onu"),
    (organisation("x", "le Conseil de sécurité"), "onu"),
    (organisation("OMS", "Organisation mondiale de la santé"), node(organisation("who", "", "l'OMS"))),
    (organisation("UE-commission", "Commission européenne"), node(organisation("UE", "Union européenne"))),
    (organisation("bruxelles", "Bruxelles"), node(organisation("UE", "Union européenne"))),
    (ActorMark("europeens", "Européens", "group"), "europeens"),
    (ActorMark("front-inconnu", "Front inconnu", "group"), "front inconnu"),
    (Actor("UKR-ministre-defense", "", "person", "UKR"), "UKR"),
])
def test_the_state_or_organisation_of_an_actor(actor, expected):
    assert node(actor) == expected


@pytest.mark.parametrize("a, b, same", [
    (None, None, True), (None, RUS, False), (RUS, None, False), (RUS, RUS, True), (RUS, UKR, False),
    (LAVROV, LAVROV_ENGLISH, True), (LAVROV, RUS, False), (LAVROV, KULEBA, False),
    (ActorMark("RUS-ministre", "", "person", "RUS"), LAVROV, True),
    (organisation("ONU", "ONU"), UN, True), (organisation("OTAN", "Otan"), UN, False),
    (ActorMark("a", "ministère russe de la Défense", "institution", "RUS"),
     ActorMark("b", "armée russe", "institution", "RUS"), True),
    (ActorMark("a", "Front du salut national", "group"), ActorMark("b", "Front du salut", "group"), True),
    (ActorMark("a", "Front du salut", "group"), ActorMark("b", "Parti vert", "group"), False),
])
def test_the_same_actor(a, b, same):
    assert same_actor(a, b) is same


def test_letters_are_folded():
    assert fold("L'Élysée, à 20h !") == "l elysee a 20h"


@pytest.mark.parametrize("a, b, meets", [
    (((0, 5),), ((5, 9),), False), (((0, 5),), ((4, 9),), True), (((0, 2), (8, 9)), ((8, 12),), True), ((), ((0, 1),), False),
])
def test_spans_meet(a, b, meets):
    assert overlap(a, b) is meets


def test_pairs_are_one_to_one_and_the_best_go_first():
    worth = {("g1", "s1"): 1, ("g1", "s2"): 3, ("g2", "s2"): 2, ("g2", "s1"): 1}
    found = pairs(["g1", "g2", "g3"], ["s1", "s2"], lambda g, s: worth.get((g, s), 0))
    assert found == [("g1", "s2"), ("g2", "s1")]


@pytest.mark.parametrize("system, expected", [
    (stance(), (1, 1, 1)),
    (stance(span=(10, 20)), (0, 0, 0)),
    (stance(act="condemn"), (1, 1, 0)),
    (stance(act="reject"), (1, 0, 0)),
    (stance(act="support"), (0, 0, 0)),
    (stance(source=LAVROV), (1, 0, 0)),
    (stance(source=UKR, target=RUS), (0, 0, 0)),
    (stance(target=None), (0, 0, 0)),
])
def test_levels_of_agreement(system, expected):
    assert agreement(stance(), system) == expected


def test_a_meeting_has_no_direction():
    gold, system = stance(LAVROV, "consult", KULEBA), stance(KULEBA, "consult", LAVROV)
    assert dyad(gold) == dyad(system)
    assert agreement(gold, system) == (1, 1, 1)


def test_a_denial_counts_as_rejection_but_is_no_rejection():
    assert agreement(stance(act="deny"), stance(act="reject")) == (1, 1, 0)


def test_a_stance_towards_nobody():
    assert agreement(stance(FRA, target=None), stance(FRA, target=None)) == (1, 1, 1)
