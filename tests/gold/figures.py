"""Figures of the annotated sentences, file by file and phenomenon by phenomenon.

    python -m tests.gold.figures            all figures, and every sentence that is not wholly right
"""
from collections.abc import Iterable

from analysis.evaluation import Count, Share
from tests.gold.reading import Judgement, is_person, judge, reporter_fits, sentences

FILES = ("verbs", "nouns", "adjectives", "constructions", "negation", "modality", "voice", "people")


def judged(name: str) -> list[Judgement]:
    """All sentences of a file, judged."""
    return [judge(sentence) for sentence in sentences(name)]


def count(judgements: Iterable[Judgement]) -> Count:
    """Stances found rightly (same states, same act), found, and expected."""
    total = Count()
    for j in judgements:
        total.add(len(j.right), len(j.right) + len(j.spurious), len(j.right) + len(j.missed))
    return total


def shares(judgements: Iterable[Judgement]) -> dict[str, Share]:
    """Of the stances found rightly: whose voice, modality, negation, person and reporter are right where expected."""
    found = {name: Share() for name in ("voice", "modality", "negated", "person", "reporter")}
    for row, stance in (pair for j in judgements for pair in j.right):
        found["modality"].add(row.modality == stance.row.modality)
        found["negated"].add(row.negated == stance.row.negated)
        if row.voice:
            found["voice"].add(row.voice == stance.row.voice)
        if row.name:
            found["person"].add(is_person(row, stance))
        if row.reporter:
            found["reporter"].add(reporter_fits(row, stance))
    return found


def report(name: str, judgements: list[Judgement]) -> str:
    """Figures of a file and of its phenomena, then what is wrong."""
    lines = [f"{name}: {_line(count(judgements).rounded())}"]
    for phenomenon in dict.fromkeys(j.sentence.phenomenon for j in judgements):
        lines.append(f"  {phenomenon}: {_line(count(j for j in judgements if j.sentence.phenomenon == phenomenon).rounded())}")
    for j in judgements:
        wrong = [f"missed   {row.source} {row.act} {row.target}" for row in j.missed]
        wrong += [f"spurious {found}" for found in j.spurious]
        wrong += [f"read as  {found}" for row, found in j.right if not _fields_fit(row, found)]
        lines += [f"  {j.sentence}", *(f"      {line}" for line in wrong)] if wrong else []
    return "\n".join(lines)


def _fields_fit(row, found) -> bool:
    return (row.modality, row.negated, row.voice or found.row.voice) == (found.row.modality, found.row.negated, found.row.voice) and (
        not row.name or is_person(row, found)) and (not row.reporter or reporter_fits(row, found))


def _line(figures: dict) -> str:
    return "  ".join(f"{key} {value}" for key, value in figures.items())


def main() -> None:
    """Print everything."""
    everything = {name: judged(name) for name in (*FILES, "none", "textbook")}
    for name, judgements in everything.items():
        print(report(name, judgements), end="\n\n")
    whole = [j for name in FILES for j in everything[name]]
    print(f"all: {_line(count(whole).rounded())}")
    for name, share in shares(whole).items():
        print(f"{name}: {_line(share.rounded())}")


if __name__ == "__main__":
    main()
