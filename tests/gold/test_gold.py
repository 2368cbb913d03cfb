"""How well the analysis reads sentences of our own, phenomenon by phenomenon.

FLOORS, SHARES and FALSE_ALARMS are set a little under what the analysis reaches (``python -m tests.gold.figures`` prints
it), so that a change that loses ground fails: raise them where it gains. The sentences of ``textbook.tsv`` are read wholly
right, always. Learning from a thousand articles lost two sentences of negation and one of constructions and gained in every
other file, so those two floors went down once; reporters went from 80 to 60, of the three sentences in which one is found, when trees came to
judge whole readings; voice went from 80 to 79 (one stance of 44 more is wrong) when features that brought nothing on held-out articles
were left out and reading stances became a quarter cheaper; negation went from 88 to 85 and voice to 76 (a stance more of 26 and of 44 is wrong)
when crowds and courts without their state became actors and verbs of saying were heard in compound tenses, by which stances on held-out articles
rose from F1 20.8 to 22.2; negation to 84 and the recall of nouns from 82 to 80 (a stance of each is lost) when cues below 0.18 were no longer
tried, which pays in time for the many more people, firms and crowds that became actors, by which dyads on held-out articles rose from F1 36.3 to
39.5. What is expected follows the rules of annotation, not what the analysis gives.
"""
import pytest

from analysis.acts import ACTS
from tests.gold.figures import FILES, count, judged, report, shares
from tests.gold.reading import is_person, judge, parse_expected, sentences

FLOORS = {  # file: least precision and recall of its stances, in per cent
    "verbs": (84, 78), "nouns": (86, 80), "adjectives": (70, 60), "constructions": (88, 79), "negation": (84, 78),
    "modality": (82, 74), "voice": (76, 75), "people": (88, 88),
}
SHARES = {"voice": 93, "modality": 93, "negated": 95, "person": 95, "reporter": 60}
FALSE_ALARMS = 12  # stances seen in the sentences that have none


@pytest.mark.parametrize("name", FILES)
def test_precision_and_recall(name):
    judgements = judged(name)
    figures = count(judgements)
    least_precision, least_recall = FLOORS[name]
    assert figures.precision >= least_precision and figures.recall >= least_recall, report(name, judgements)


@pytest.mark.parametrize("name", SHARES)
def test_what_surrounds_the_stances_is_right(name):
    share = shares(j for file in FILES for j in judged(file))[name].rounded()
    assert share["right"] >= SHARES[name], share


def test_sentences_without_a_stance_stay_without():
    judgements = judged("none")
    assert count(judgements).system <= FALSE_ALARMS, report("none", judgements)


@pytest.mark.parametrize("sentence", sentences("textbook"), ids=str)
def test_textbook_sentences_are_read_wholly_right(sentence):
    judgement = judge(sentence)
    assert not judgement.missed and not judgement.spurious
    for row, found in judgement.right:
        assert (row.modality, row.negated, row.voice or found.row.voice) == (
            found.row.modality, found.row.negated, found.row.voice)
        assert not row.name or is_person(row, found)


def test_the_sentences_cover_every_act_and_are_many():
    rows = [row for name in FILES for sentence in sentences(name) for row in sentence.expected if not row.optional]
    assert {row.act for row in rows} == set(ACTS)
    assert sum(len(sentences(name)) for name in (*FILES, "none", "textbook")) >= 300
    assert not any(row for sentence in sentences("none") for row in sentence.expected if not row.optional)


def test_no_sentence_is_written_twice():
    written = [(s.published, s.text) for name in (*FILES, "none", "textbook") for s in sentences(name)]
    assert len(written) == len(set(written))


@pytest.mark.parametrize("text", ["RUS accuse", "RUS shouts UKR", "RUS accuse UKR loudly", "XXX accuse UKR", "RUS accuse UKR direct reported",
                                  "RUS accuse UKR by XXX"])
def test_a_slip_in_what_is_expected_is_refused(text):
    with pytest.raises(ValueError):
        parse_expected(text)
