"""Groups of features: what they are called, and that a group weighs what its names weigh."""
import pytest

from analysis.actors import find_actors
from analysis.articles import Article
from analysis.language import parse
from analysis.stances import model
from analysis.stances.candidates import sources, targets
from analysis.stances.features import cue_features, source_features, target_features
from analysis.stances.model import Sums, total, weights
from analysis.stances.names import names_of, near_names, role_names, slot_names
from analysis.stances.scene import find_scenes
from analysis.stances.words import Text
from analysis.statements import find_statements

TEXTS = [
    "Paris, soutenu par Berlin et Rome, accuse Moscou et Minsk de menacer Kiev, qui a rejeté l'offre de Pékin.",
    "Selon Ankara, Athènes a refusé de condamner Le Caire. « Nous saluons cet accord », a répondu la Grèce à la Turquie.",
    "La Norvège et la Suède ont promis de s'aider mutuellement. Elles ont appelé au calme. « C'est une honte ! », a lancé Oslo.",
]


def questions(text: str):
    """(model, groups) of every question that the scenes of a text put to the models."""
    article = Article("x", "x.txt", "Titre", f" date 2023-03-04 Titre\n\n{text}", title_start=17, title_end=22, body_start=24)
    doc = parse(article.text, (article.title_start, article.title_end))
    reading = find_actors(doc, article)
    for scene in find_scenes(Text(doc, article.text), article, reading, find_statements(doc, article, reading)):
        for entry in scene.cue.entries:
            yield "cue", cue_features(scene, entry)
            yield from (("source", groups) for groups in source_features(scene, entry, sources(scene)))
            yield from (("target", groups) for unit in scene.units
                        for groups in target_features(scene, entry, unit, targets(scene, unit)))


@pytest.mark.parametrize("text", TEXTS)
def test_groups_weigh_what_their_names_weigh_however_often_asked(text):
    sums = {name: Sums(table) for name, table in weights().items()}
    asked = list(questions(text))
    assert {name for name, _ in asked} == {"cue", "source", "target"}
    for name, groups in asked + asked:
        assert sums[name].of(groups) == pytest.approx(total(names_of(groups), weights()[name]))


@pytest.mark.parametrize("text", TEXTS)
def test_no_feature_stands_in_two_groups_of_one_question(text):
    for _, groups in questions(text):
        names = [name for group in groups for name in group[0](*group[1:])]
        assert len(names) == len(set(names)), names


@pytest.mark.parametrize("text", TEXTS)
def test_the_models_know_most_of_what_plain_sentences_ask(text):
    for name, groups in questions(text):
        assert set(names_of(groups)) & set(weights()[name])


def test_names_are_those_of_the_weights():
    assert names_of([(near_names, -1, "avoir"), (slot_names, "obj=yes", "VERB", "accuser"), (near_names, -1, "avoir")]) == [
        "near-1=avoir", "slot=obj=yes&VERB", "slot=obj=yes&cue=accuser"]
    assert "role=obj+&accuse" in role_names("obj+", "yes0", "VERB", "accuse", "obj", "name")


def test_sums_are_kept_within_bounds(monkeypatch):
    monkeypatch.setattr(model, "MOST", 3)
    sums = Sums({"near-1=avoir": 0.5})
    assert [sums.of([(near_names, -1, lemma)]) for lemma in ("avoir", "a", "b", "c", "avoir")] == [0.5, 0.0, 0.0, 0.0, 0.5]
    assert len(sums) <= 3
