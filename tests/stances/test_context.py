"""On whose word a stance is told, and whether it is denied: sentences of our own through the whole analysis."""
import functools
from datetime import date

import pytest

from analysis import analyse
from analysis.articles import Article


@functools.cache
def read(text: str):
    day = date(2025, 7, 1)
    return analyse([Article(article_id="a", path="a.txt", title="", text=f"Titre\n\n{text}", published_first=day, published_last=day)]).stances


def of(text: str, act: str):
    """The likeliest stance of an act in a text."""
    found = read(text)
    return found[found["act"] == act].sort_values("confidence").iloc[-1]


@pytest.mark.parametrize(("text", "act", "source", "reporter"), [
    ("Le Mali accuse la France d'aider des rebelles, Paris dément.", "deny", "FRA", ""),
    ("L'Arménie accuse l'Azerbaïdjan d'avoir bombardé un village, ce que Bakou dément.", "deny", "AZE", ""),
    ("L'Inde, que le Canada soupçonne d'un meurtre, a expulsé un diplomate canadien.", "sanction", "IND", ""),
    ("Berlin, qui accuse la Russie d'espionnage, a expulsé deux diplomates russes.", "sanction", "DEU", ""),
    ("L'ONU a exigé que la Russie retire ses troupes d'Ukraine.", "retreat", "RUS", ""),
    ("Kiev affirme que la Russie a retiré ses troupes de Kherson.", "retreat", "RUS", "UKR"),
    ("Selon Pékin, Washington soutient les manifestants de Hong Kong.", "support", "USA", "CHN"),
])
def test_who_says_so(text, act, source, reporter):
    row = of(text, act)
    assert (row["source_id"], row["reporter_id"]) == (source, reporter)


def test_an_accusation_is_the_speaker_s():
    row = of("L'Inde a rejeté mardi les accusations du Canada, qui la soupçonne d'un meurtre, et elle a expulsé un diplomate canadien.", "accuse")
    assert (row["source_id"], row["target_id"], row["voice"]) == ("CAN", "IND", "reported")


@pytest.mark.parametrize(("text", "act", "negated"), [
    ("Paris ne veut ni accuser Moscou ni soutenir Kiev.", "accuse", True),
    ("Paris ne veut ni accuser Moscou ni soutenir Kiev.", "support", True),
    ("Moscou n'a ni attaqué ni menacé Varsovie.", "threaten", True),
    ("Paris veut soutenir Kiev et accuser Moscou.", "support", False),
    ("Paris ne répond pas et soutient Kiev.", "support", False),
])
def test_what_is_denied_with_ni(text, act, negated):
    assert of(text, act)["negated"] == negated


def test_what_the_article_states_itself_is_on_nobody_s_word():
    found = read("Joe Biden a dénoncé les sanctions de la Chine contre la Lituanie. Pékin a expulsé un diplomate lituanien.")
    assert not found[found["voice"] == "narrated"]["reporter_id"].any()


@pytest.mark.parametrize(("text", "act", "done"), [
    ("L'ONU a exigé que la Russie retire ses troupes d'Ukraine.", "retreat", False),
    ("Emmanuel Macron a insisté pour que Téhéran coopère avec l'AIEA.", "cooperate", False),
    ("Kiev affirme que la Russie a retiré ses troupes de Kherson.", "retreat", True),
    ("Paris demande que Moscou, qui a annexé la Crimée, respecte le droit.", "request", True),
])
def test_what_is_asked_for_is_not_done(text, act, done):
    assert (of(text, act)["modality"] == "actual") == done


@pytest.mark.parametrize(("text", "act", "day"), [
    ("La France accuse la Russie de mener depuis février 2022 une guerre d'agression.", "accuse", "NaT"),
    ("Le 3 mars 2022, la France a accusé la Russie de mener une guerre.", "accuse", "2022-03-03"),
    ("La France a accusé lundi la Russie de mener une guerre.", "accuse", "2025-06-30"),
])
def test_the_day_is_that_of_the_act(text, act, day):
    assert str(of(text, act)["first_day"])[:10] == day
