"""Counts of a comparison: what is right, what only one side has, and by which group."""
from datetime import date

import pytest

from analysis.evaluation import Count, Figures, Marks, Share, compare, evaluate
from analysis.evaluation.figures import band, band_name
from tests.evaluation.marks import FRA, KULEBA, LAVROV, LAVROV_ENGLISH, RUS, UKR, UN, day, marks, stance


def compared(gold: Marks, system: Marks) -> Figures:
    figures = Figures()
    compare(gold, system, figures)
    return figures


def test_a_reading_agrees_with_itself():
    reading = marks(stance(), stance(LAVROV, "consult", KULEBA, (20, 30)), stance(UN, "request", RUS, (40, 50)),
                    actors=(RUS, UKR, LAVROV, KULEBA, UN), dates=(day(first=date(2022, 2, 21)),))
    figures = compared(reading, reading)
    assert {name: count.f1 for name, count in figures.counts.items()} == dict.fromkeys(figures.counts, 100.0)
    assert all(share.right == share.of for share in figures.shares.values())
    assert figures.counts["countries"] == Count(3, 3, 3)
    assert figures.by_act == {"accuse": Count(1, 1, 1), "consult": Count(1, 1, 1), "request": Count(1, 1, 1)}


def test_nothing_found():
    figures = compared(marks(stance(), actors=(RUS, UKR)), Marks("a"))
    assert figures.counts["dyads"] == Count(0, 0, 1)
    assert (figures.counts["dyads"].precision, figures.counts["dyads"].f1) == (0.0, 0.0)


def test_one_finding_answers_one_annotation_only():
    figures = compared(marks(stance(), stance(act="condemn")), marks(stance(act="condemn")))
    assert figures.counts["dyads"] == Count(1, 1, 2)
    assert figures.counts["acts"] == Count(1, 1, 2)


def test_levels_are_counted_apart():
    figures = compared(marks(stance(LAVROV)), marks(stance(LAVROV_ENGLISH, "condemn")))
    assert [figures.counts[name].right for name in ("dyads", "stances", "acts")] == [1, 1, 0]
    figures = compared(marks(stance(LAVROV)), marks(stance(RUS)))
    assert [figures.counts[name].right for name in ("dyads", "stances", "acts")] == [1, 0, 0]


def test_shares_are_of_the_stances_right_as_dyads():
    gold = marks(stance(reporter=UKR, negated=True), stance(FRA, span=(50, 60)))
    system = marks(stance(reporter=KULEBA, voice="direct", modality="future", negated=True))
    figures = compared(gold, system)
    assert {name: figures.shares[name] for name in ("voice", "modality", "negated", "reporter")} == {
        "voice": Share(0, 1), "modality": Share(0, 1), "negated": Share(1, 1), "reporter": Share(1, 1)}
    assert figures.by_voice == {"reported": Count(0, 0, 2), "direct": Count(0, 1, 0)}


def test_whom_the_text_gives_by_office_is_no_false_alarm():
    by_office = LAVROV.__class__(**{**LAVROV.__dict__, "named": False})
    figures = compared(marks(actors=(by_office, KULEBA)), marks(actors=(LAVROV_ENGLISH, KULEBA)))
    assert figures.shares["offices"] == Share(1, 1)
    assert figures.counts["people"] == Count(1, 1, 1)


@pytest.mark.parametrize("system, found, right", [
    (day(first=date(2022, 2, 21)), 1, 1), (day(first=date(2022, 2, 14)), 1, 0), (day(span=(9, 12)), 0, 0), (day(), 1, 0),
])
def test_dates_are_compared_by_place_and_days(system, found, right):
    figures = compared(marks(dates=(day(first=date(2022, 2, 21)),)), marks(dates=(system,)))
    assert figures.counts["dates_found"] == Count(found, 1, 1)
    assert figures.counts["dates"] == Count(right, 1, 1)


def test_what_only_one_side_has_is_listed():
    figures = Figures()
    missed = compare(marks(stance(), stance(FRA, span=(50, 60))), marks(stance(), stance(UKR, target=RUS)), figures)
    assert [(m.spurious, m.stance.source) for m in missed] == [(False, FRA), (True, UKR)]


@pytest.mark.parametrize("confidence, index", [(0.0, 0), (0.19, 0), (0.2, 1), (0.6, 3), (0.79, 3), (0.8, 4), (1.0, 4)])
def test_bands_of_confidence(confidence, index):
    assert band(confidence) == index


def test_precision_by_confidence():
    system = marks(stance(confidence=0.9), stance(FRA, confidence=0.95), stance(FRA, "support", confidence=0.1))
    figures = compared(marks(stance()), system)
    assert {band_name(i): share for i, share in enumerate(figures.by_confidence) if share.of} == {
        "0.0-0.2": Share(0, 1), "0.8-1.0": Share(1, 2)}


def test_an_article_that_was_not_read_counts_as_missed(small_tables):
    figures, missed = evaluate(small_tables, [marks(stance(), actors=(RUS, UKR), stem="not-there")])
    assert figures.counts["stances"] == Count(0, 0, 1)
    assert len(missed) == 1
