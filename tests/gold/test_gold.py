"""How well the analysis reads sentences of our own, phenomenon by phenomenon.

FLOORS are set a little under what the analysis reaches (see the figures with ``pytest tests/gold -rP``), so that a
change that loses ground fails; raise them when it gains. Sentences of ``textbook.tsv`` must always be read wholly right.
"""
import pytest

from analysis.evaluation.figures import Count
from tests.gold.reading import Judgement, Sentence, is_person, judge, reporter_fits, sentences, totals

FILES = ("verbs", "nouns", "adjectives", "constructions", "negation", "modality", "voice", "people", "none")
FLOORS = {}


def judged(name: str) -> list[Judgement]:
    return [judge(sentence) for sentence in sentences(name)]


def count(judgements: list[Judgement]) -> Count:
    return Count(*totals(judgements))


def report(name: str, judgements: list[Judgement]) -> str:
    """Figures of a file and of its phenomena, and every sentence that is not wholly right."""
    lines = [f"{name}: {count(judgements).rounded()}"]
    for phenomenon in dict.fromkeys(j.sentence.phenomenon for j in judgements):
        lines.append(f"  {phenomenon}: {count([j for j in judgements if j.sentence.phenomenon == phenomenon]).rounded()}")
    for j in judgements:
        if j.missed or j.spurious:
            lines.append(f"  {j.sentence}")
            lines += [f"      missed   {row.source} {row.act} {row.target}" for row in j.missed]
            lines += [f"      spurious {found}" for found in j.spurious]
    return "\n".join(lines)
