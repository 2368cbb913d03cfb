"""What is proposed for a cue: the readings worth judging, the likeliest first, each once."""
import pytest

from analysis.actors import find_actors
from analysis.articles import Article
from analysis.language import parse
from analysis.stances.decide import PRODUCT_FLOOR, propose
from analysis.stances.facts import verdict_facts
from analysis.stances.model import models
from analysis.stances.scene import find_scenes
from analysis.stances.trees import forests
from analysis.stances.words import Text
from analysis.statements import find_statements


def proposed(text: str):
    """[(scene, its verdicts)] of a text under a title."""
    article = Article("x", "x.txt", "Titre", f" date 2023-03-04 Titre\n\n{text}", title_start=17, title_end=22, body_start=24)
    doc = parse(article.text, (article.title_start, article.title_end))
    reading = find_actors(doc, article)
    scenes = find_scenes(Text(doc, article.text), article, reading, find_statements(doc, article, reading))
    return [(scene, propose(scene, models())) for scene in scenes]


def ends(verdict) -> tuple:
    unit = verdict.target.unit
    return verdict.source.unit.members, verdict.entry.act, unit.members if unit else verdict.target.origin


@pytest.mark.parametrize(("sentence", "likeliest"), [
    ("Paris accuse Téhéran.", (("FRA",), "accuse", ("IRN",))),
    ("La Norvège soutient l'Ukraine.", (("NOR",), "support", ("UKR",))),
    ("Kiev est soutenue par Varsovie.", (("POL",), "support", ("UKR",))),
])
def test_the_plain_reading_is_the_likeliest(sentence, likeliest):
    verdicts = [verdict for _, found in proposed(sentence) for verdict in found]
    assert ends(max(verdicts, key=lambda verdict: verdict.product)) == likeliest


@pytest.mark.parametrize("text", [
    "Paris, soutenu par Berlin et Rome, accuse Moscou et Minsk de menacer Kiev, qui a rejeté l'offre de Pékin.",
    "Selon Ankara, Athènes a refusé de condamner Le Caire. « Nous saluons cet accord », a répondu la Grèce à la Turquie.",
])
def test_readings_are_different_worth_judging_and_have_every_fact(text):
    known = set(forests()["alone"].facts)
    readings = proposed(text)
    for scene, verdicts in readings:
        assert len({ends(verdict) for verdict in verdicts}) == len(verdicts)
        for verdict in verdicts:
            assert PRODUCT_FLOOR <= verdict.product <= 1.001 and verdict.target.origin != "unknown"
            assert set(verdict_facts(scene, verdict)) <= known
    assert any(len(verdicts) > 1 for _, verdicts in readings)


def test_nothing_is_proposed_where_nobody_can_act():
    readings = proposed("La condamnation est unanime. Un refus suivra.")
    assert readings and not any(verdicts for _, verdicts in readings)
