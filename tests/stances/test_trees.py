"""Boosted trees applied: by hand, and as the library that grew them says."""
import numpy
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analysis.stances.settle import ALONE_FACTS, BESIDE_FACTS
from analysis.stances.trees import PATH, Forest, forests, grown, likelihoods, numbers

STUMP = [[0, 0, 0], [0.5, 0, 0], [1, 1, 2], [2, 1, 2], [0, -1.0, 1.0]]
# Splits first by worth, then, where it is low, by the word's number.
SECOND = [[0, 1, 0, 0, 0], [0.7, 0.4, 0, 0, 0], [1, 3, 2, 3, 4], [2, 4, 2, 3, 4], [0, 0, 0.5, -0.25, 0.25]]


def forest(*trees, start=0.0) -> Forest:
    return Forest(facts=["worth", "act"], words={"act": {"accuse": 0.6, "": 0.3}}, start=start, trees=list(trees))


@pytest.mark.parametrize(("trees", "facts", "odds"), [
    ((), (0.9, "accuse"), 0.0),
    ((STUMP,), (0.5, "accuse"), -1.0),
    ((STUMP,), (0.51, "accuse"), 1.0),
    ((SECOND,), (0.1, "accuse"), 0.25),
    ((SECOND,), (0.1, "a word that training did not meet"), -0.25),
    ((STUMP, SECOND), (0.8, "accuse"), 1.5),
])
def test_the_gains_of_the_leaves_add_up_to_log_odds(trees, facts, odds):
    assert likelihoods([facts], grown(forest(*trees))) == pytest.approx([1 / (1 + numpy.exp(-odds))])


def test_a_forest_without_trees_knows_only_how_often_things_are_right():
    assert likelihoods([(1, "x")] * 2, grown(forest(start=1.0))) == pytest.approx([0.7310586] * 2)
    assert likelihoods([], grown(forest(STUMP))) == []


def test_the_shipped_forests_are_whole():
    assert set(forests()) == {"alone", "beside"} and PATH.stat().st_size < 1_000_000
    for each in forests().values():
        splits, trees = len(each.column) // len(each.first), len(each.first)
        assert each.column.max() < len(each.facts) and trees >= 50 and len(each.gain) <= (splits + 1) * trees
        assert len(each.limit) == len(each.ruled) == splits * trees and each.ruled.max() < 1 << splits
        assert all("" in words for words in each.words.values())
    assert forests()["alone"].facts == list(ALONE_FACTS) and forests()["beside"].facts == list(BESIDE_FACTS)


@settings(max_examples=20, deadline=None)
@given(st.lists(st.tuples(st.integers(0, 20), st.sampled_from(["accuse", "support", "aid"]), st.booleans()), min_size=60, max_size=120))
def test_trees_say_what_the_library_that_grew_them_says(rows):
    ensemble = pytest.importorskip("sklearn.ensemble", reason="scikit-learn is not installed; only training needs it")
    from analysis.stances.training.boosting import Growth, grow

    facts, right = [(worth, act) for worth, act, _ in rows], [answer for *_, answer in rows]
    made = grow(["worth", "act"], facts, right, Growth(trees=5, rate=0.06, least=5, facts=1.0))
    if not made["trees"]:
        assert len(set(right)) == 1
        return
    table = numbers(facts, made["facts"], made["words"]).T
    model = ensemble.HistGradientBoostingClassifier(max_iter=5, max_leaf_nodes=15, learning_rate=0.06, min_samples_leaf=5,
                                                    l2_regularization=5.0, max_features=1.0, early_stopping=False, random_state=0)
    assert likelihoods(facts, grown(made)) == pytest.approx(model.fit(table, right).predict_proba(table)[:, 1].tolist(), abs=0.002)
