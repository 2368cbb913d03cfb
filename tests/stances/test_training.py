"""Training the stance model on three invented articles: what is labelled, and that it runs to the end, twice alike."""
import json
from pathlib import Path

import pytest

from analysis.articles import Article
from analysis.evaluation import read_gold
from analysis.readers import read_articles
from analysis.stances.candidates import sources, targets
from analysis.stances.training.__main__ import main, serialise
from analysis.stances.training.boosting import Growth, grow
from analysis.stances.training.crossfit import Reading, assigned, deal
from analysis.stances.training.examples import (
    Case, Choice, Sample, label, read_sample, read_samples, right_sources, right_targets,
)
from analysis.stances.training.fitting import Setting, TrainingError, listwise, logistic, vocabulary
from analysis.stances.training.rules import measure, proposals

needs_scipy = pytest.mark.usefixtures("scipy")
needs_sklearn = pytest.mark.usefixtures("sklearn")
LOOSE = Setting(least=1, penalty=0.1, steps=50)

NAMES = {"FRA": "France", "RUS": "Russie", "TUR": "Turquie", "GRC": "Grèce", "NOR": "Norvège", "UKR": "Ukraine"}
TEXTS = {
    "mer": (
        " date 2021-03-04 Athènes hausse le ton\n\nAthènes accuse Ankara de chantage. La Grèce a condamné jeudi la Turquie. "
        "La Norvège soutient la Grèce. Il pleuvait sur le port.",
        [("GRC", "accuse", "TUR", "Athènes accuse Ankara", "reported", "actual"),
         ("GRC", "condemn", "TUR", "La Grèce a condamné jeudi la Turquie", "reported", "actual"),
         ("NOR", "support", "GRC", "La Norvège soutient la Grèce", "narrated", "actual")]),
    "gaz": (
        " date 2022-09-12 Le gaz divise\n\nParis accuse Moscou de mentir. La France condamne la Russie. "
        "Kiev et Oslo se sont rencontrés lundi. La Norvège aidera l'Ukraine.",
        [("FRA", "accuse", "RUS", "Paris accuse Moscou", "reported", "actual"),
         ("FRA", "condemn", "RUS", "La France condamne la Russie", "reported", "actual"),
         ("UKR", "consult", "NOR", "Kiev et Oslo se sont rencontrés", "narrated", "actual"),
         ("NOR", "aid", "UKR", "La Norvège aidera l'Ukraine", "narrated", "future")]),
    "vote": (
        " date 2020-01-20 Un vote contesté\n\nMoscou dénonce un vote. Ankara accuse Paris de trahison. "
        "La Turquie soutient l'Ukraine.",
        [("RUS", "condemn", None, "Moscou dénonce un vote", "reported", "actual"),
         ("TUR", "accuse", "FRA", "Ankara accuse Paris", "reported", "actual"),
         ("TUR", "support", "UKR", "La Turquie soutient l'Ukraine", "narrated", "actual")]),
}
FORMS = {"FRA": ("Paris", "La France"), "RUS": ("Moscou", "la Russie"), "TUR": ("Ankara", "la Turquie", "La Turquie"),
         "GRC": ("Athènes", "La Grèce", "la Grèce"), "NOR": ("La Norvège", "Oslo"), "UKR": ("Kiev", "l'Ukraine")}


@pytest.fixture(scope="module")
def scipy():
    """scipy, which only training needs."""
    return pytest.importorskip("scipy", reason="scipy is not installed; only training needs it")


@pytest.fixture(scope="module")
def sklearn():
    """scikit-learn, which only training needs."""
    return pytest.importorskip("sklearn", reason="scikit-learn is not installed; only training needs it")


@pytest.fixture(scope="module")
def corpus(tmp_path_factory) -> Path:
    """A folder with articles/ and annotations/."""
    folder = tmp_path_factory.mktemp("training")
    for name in ("articles", "annotations"):
        (folder / name).mkdir()
    for stem, (text, stances) in TEXTS.items():
        (folder / "articles" / f"{stem}.txt").write_text(text, encoding="utf-8")
        data = {"actors": _actors(text), "dates": [], "stances": [_stance(*row) for row in stances]}
        (folder / "annotations" / f"{stem}.json").write_text(json.dumps(data), encoding="utf-8")
    return folder


def _actors(text: str) -> list[dict]:
    return [{"key": key, "name": NAMES[key], "kind": "country", "country": key, "role": None, "named": True,
             "mentions": [form for form in forms if form in text]}
            for key, forms in FORMS.items() if any(form in text for form in forms)]


def _stance(source: str, act: str, target: str | None, words: str, voice: str, modality: str) -> dict:
    return {"source": source, "target": target, "reporter": None, "act": act, "voice": voice, "modality": modality,
            "negated": False, "evidence": words, "first": None, "last": None}


@pytest.fixture(scope="module")
def samples(corpus) -> dict[str, Sample]:
    articles, _ = read_articles([corpus / "articles"])
    return {sample.marks.stem: sample for sample in read_samples(articles, corpus / "annotations")}


def scene_of(sample: Sample, cue: str):
    return next(scene for scene in sample.scenes if scene.cue.token.text == cue)


def members(candidates, right: list[bool]) -> list[tuple[str, ...]]:
    """The actors of the right candidates, the origin where a candidate is none."""
    return [c.unit.members if c.unit else (c.origin,) for c, is_right in zip(candidates, right, strict=True) if is_right]


@pytest.mark.parametrize(("stem", "cue", "source", "target"), [
    ("mer", "accuse", "GRC", "TUR"), ("mer", "condamné", "GRC", "TUR"), ("mer", "soutient", "NOR", "GRC"),
    ("gaz", "accuse", "FRA", "RUS"), ("gaz", "condamne", "FRA", "RUS"), ("vote", "accuse", "TUR", "FRA"),
    ("vote", "dénonce", "RUS", "none"),
])
def test_candidates_that_are_the_annotated_actors_are_right(samples, stem, cue, source, target):
    sample = samples[stem]
    scene = scene_of(sample, cue)
    stances = [s for s in sample.marks.stances if any(a <= scene.cue.token.idx < b for a, b in s.spans)]
    found = sources(scene)
    right = right_sources(sample, found, [stance.source for stance in stances])
    assert members(found, right) == [(source,)]
    unit = found[right.index(True)].unit
    aims = targets(scene, unit)
    assert members(aims, right_targets(sample, aims, [stance.target for stance in stances], stances)) == [(target,)]


def test_nobody_right_means_somebody_unknown(samples):
    sample = samples["mer"]
    found = sources(scene_of(sample, "accuse"))
    elsewhere = samples["gaz"].marks.stances[0].source
    assert members(found, right_sources(sample, found, [elsewhere])) == [("unknown",)]


def test_members_who_meet_are_each_other_s_target(samples):
    sample = samples["gaz"]
    scene = scene_of(sample, "rencontrés")
    source = next(unit for unit in scene.units if set(unit.members) == {"UKR", "NOR"})
    stance = sample.marks.stances[2]
    found = targets(scene, source)
    right = right_targets(sample, found, [stance.target], [stance])
    assert [c.origin for c, is_right in zip(found, right, strict=True) if is_right] == ["mutual"]


def test_each_choice_has_one_answer_for_each_candidate(samples):
    for sample in samples.values():
        examples = label(sample)
        assert sum(case.right for case in examples.cue) >= len(sample.marks.stances) - 1
        for choice in examples.source + examples.target + examples.voice + examples.modality:
            assert len(choice.candidates) == len(choice.right) and any(choice.right)


def test_an_article_without_stances_gives_no_right_cue(samples):
    text = " date 2021-03-04 Du temps\n\nAthènes accuse Ankara de chantage."
    article = Article("x", "x.txt", "Du temps", text, title_start=17, title_end=25, body_start=27)
    examples = label(read_sample(article, type(samples["mer"].marks)("x")))
    assert examples.cue and not any(case.right for case in examples.cue)
    assert not examples.source and not examples.voice


def test_an_article_without_annotation_is_left_out(corpus, tmp_path):
    articles, _ = read_articles([corpus / "articles"])
    assert list(read_samples(articles, tmp_path)) == []
    assert read_gold(tmp_path, "mer", "") is None


def test_rare_features_are_left_out_and_columns_go_by_the_alphabet():
    assert vocabulary([["b", "a", "a"], ["b"], ["c", "b", "a"]], least=2) == {"a": 0, "b": 1}


@needs_scipy
def test_a_yes_or_no_question_is_learnt():
    cases = [Case(["x=1", "y"], True), Case(["x=2", "y"], False)] * 4
    weights = logistic(cases, LOOSE)
    assert weights["x=1"] > 0 > weights["x=2"]
    assert set(weights) == {"x=1", "x=2", "y", "bias"}


@needs_scipy
def test_a_choice_is_learnt_from_what_tells_its_candidates_apart():
    choices = [Choice([["near", "same"], ["far", "same"], ["far"]], [True, False, False])] * 3
    weights = listwise(choices, LOOSE)
    assert weights["near"] > 0 > weights["far"]


@needs_scipy
def test_nothing_to_learn_from_gives_no_weights():
    assert logistic([], LOOSE) == {} and listwise([], LOOSE) == {}
    assert listwise([Choice([["once"], []], [True, False])], Setting(2, 1.0, 5)) == {}


@pytest.mark.parametrize(("number", "folds"), [(2, 4), (7, 3), (104, 4)])
def test_each_article_is_held_out_once(number, folds):
    dealt = deal(number, folds)
    assert sorted(i for fold in dealt for i in fold) == list(range(number))
    assert all(dealt) and dealt == deal(number, folds)


def test_one_article_cannot_be_held_out():
    with pytest.raises(TrainingError, match="two annotated articles"):
        deal(1, 4)


def test_small_weights_are_dropped_and_the_rest_rounded():
    assert json.loads(serialise({"cue": {"b": 0.12345, "a": -1.0, "c": 0.004}})) == {"cue": {"a": -1.0, "b": 0.123}}


@pytest.mark.parametrize(("stem", "stances"), [
    ("mer", {("GRC", "accuse", "TUR"), ("NOR", "support", "GRC")}),
    ("vote", {("RUS", "condemn", ""), ("TUR", "accuse", "FRA"), ("TUR", "support", "UKR")}),
])
def test_rules_alone_read_who_and_towards_whom_from_the_grammar(samples, stem, stances):
    found = {(one.source_id, one.verdict.entry.act, one.target_id) for one in proposals(samples[stem].scenes)}
    assert stances <= found


def test_rules_alone_are_measured_without_learning(corpus, samples, capsys, tmp_path):
    assert measure(list(samples.values()))["dyads"].recall > 50
    out = tmp_path / "none.json"
    assert main([str(corpus / "articles"), str(corpus / "annotations"), "--out", str(out), "--rules"]) == 0
    assert capsys.readouterr().out.startswith("rules alone  dyads P ") and not out.exists()


@needs_scipy
@needs_sklearn
def test_training_writes_the_same_bytes_again(corpus, tmp_path, capsys):
    written = []
    for name in ("one.json", "two.json"):
        out = tmp_path / name
        trees = tmp_path / f"trees of {name}"
        folders = [str(corpus / "articles"), str(corpus / "annotations")]
        assert main([*folders, "--out", str(out), "--trees", str(trees), "--folds", "3"]) == 0
        written.append((out.read_bytes(), trees.read_bytes()))
    assert written[0] == written[1]
    tables, trees = (json.loads(data) for data in written[0])
    assert set(tables) == {"cue", "source", "target", "voice", "modality"}
    assert set(trees) == {"alone", "beside"} and "act" in trees["alone"]["words"] and "alone" in trees["beside"]["facts"]
    assert tables["cue"]["cue=accuser&V&accuse"] > 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[0] == "articles 3, annotated stances 10"
    assert lines[1].startswith("floor 0.15  dyads P")


def test_a_folder_without_annotations_is_said_so(corpus, tmp_path, capsys):
    assert main([str(corpus / "articles"), str(tmp_path), "--out", str(tmp_path / "w.json"), "--trees", str(tmp_path / "t.json")]) == 1
    assert "two annotated articles" in capsys.readouterr().err
    assert not (tmp_path / "w.json").exists() and not (tmp_path / "t.json").exists()


def test_without_scipy_the_message_says_what_to_install(monkeypatch):
    monkeypatch.setitem(__import__("sys").modules, "scipy", None)
    with pytest.raises(TrainingError, match="pip install scipy"):
        logistic([Case(["a"], True)], LOOSE)


def test_without_scikit_learn_the_message_says_what_to_install(monkeypatch):
    monkeypatch.setitem(__import__("sys").modules, "sklearn.ensemble", None)
    with pytest.raises(TrainingError, match="pip install scikit-learn"):
        grow(["a"], [(1.0,), (2.0,)], [True, False], Growth(trees=1))


def test_an_annotated_stance_is_given_away_once_to_the_reading_nearest_to_it():
    reading = Reading(None, [], [], [[(0, 1)], [(0, 3)], [(1, 2), (0, 3)], []], [])
    assert assigned(reading, [0.9, 0.2, 0.1, 0.8], range(4)) == [False, True, True, False]
    assert assigned(reading, [0.9, 0.8], [0, 3]) == [True, False]


def test_a_word_stands_for_how_often_examples_with_it_are_right():
    pytest.importorskip("sklearn", reason="scikit-learn is not installed; only training needs it")
    rows = [("accuse",)] * 100 + [("support",)] * 100 + [("aid",)] * 10
    words = grow(["act"], rows, [True] * 100 + [False] * 110, Growth(trees=2))["words"]["act"]
    assert words["support"] < words[""] < words["accuse"] and "aid" not in words
