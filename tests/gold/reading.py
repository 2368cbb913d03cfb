"""Sentences of our own with the stances they express, and what the analysis makes of them.

A file holds one sentence a line: phenomenon, day of publication, text (``¶`` starts a paragraph; the first one is then
the title) and the stances expected, parted by ``;``:

    [?]SOURCE act TARGET [voice] [future|hypothetical] [not] [by REPORTER]

SOURCE, TARGET and REPORTER are ISO codes of states or keys of organisations; a person's name may follow in brackets.
``-`` is nobody, ``*`` is left open. Without a voice the voice is left open. ``?`` marks what a reader may or may not see
there: it counts neither way.
"""
import csv
import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from analysis.acts import ACTS, MODALITIES, VOICES
from analysis.evaluation import node, same_person
from analysis.evaluation.matching import pairs
from analysis.pipeline import Rows, analyse_article
from analysis.readers import text as text_reader
from analysis.records import Actor
from analysis.tables import StanceRow
from analysis.world import countries, organisations

FOLDER = Path(__file__).parent
_ROW = re.compile(
    r"(?P<optional>\??)(?P<source>[A-Z*][\w-]*)(?:\((?P<name>[^)]+)\))? (?P<act>[a-z]+) "
    r"(?P<target>[A-Z*-][\w-]*)(?:\((?P<target_name>[^)]+)\))?(?P<rest>(?: [a-z]+)*?)(?: by (?P<reporter>[A-Z][\w-]*))?")


@dataclass(frozen=True)
class Expected:
    """One stance of a sentence; ``""`` in voice and reporter, ``*`` in source and target are left open."""

    source: str
    act: str
    target: str
    voice: str = ""
    modality: str = "actual"
    negated: bool = False
    reporter: str = ""
    optional: bool = False
    name: str = ""
    target_name: str = ""


@dataclass(frozen=True)
class Sentence:
    """A sentence (or two) with its day and what it expresses."""

    phenomenon: str
    published: str
    text: str
    expected: tuple[Expected, ...]

    def __str__(self) -> str:
        return f"{self.published} {self.text}"


@dataclass(frozen=True)
class Found:
    """A stance of the analysis, with its actors."""

    row: StanceRow
    source: Actor
    target: Actor | None
    reporter: Actor | None

    def __str__(self) -> str:
        ends = [end.name or end.actor_id if end else "-" for end in (self.source, self.target)]
        return f"{ends[0]} {self.row.act} {ends[1]} {self.row.voice} {self.row.modality}{' not' if self.row.negated else ''}"


@dataclass(frozen=True)
class Judgement:
    """The analysis of one sentence: pairs (expected, found) of the same states and act, and what has no partner."""

    sentence: Sentence
    right: tuple[tuple[Expected, Found], ...]
    missed: tuple[Expected, ...]
    spurious: tuple[Found, ...]


def parse_expected(text: str) -> tuple[Expected, ...]:
    """``RUS accuse UKR reported; ?UKR deny RUS`` → rows; ValueError where one cannot be read."""
    return tuple(_expected(part.strip()) for part in text.split(";") if part.strip())


def _expected(text: str) -> Expected:
    found = _ROW.fullmatch(text)
    if not found or found["act"] not in ACTS:
        raise ValueError(f"not a stance: {text!r}")
    words = found["rest"].split()
    unknown = set(words) - {*VOICES, *MODALITIES, "not"}
    if unknown or any(len([w for w in words if w in kinds]) > 1 for kinds in (VOICES, MODALITIES)):
        raise ValueError(f"not a voice, a modality or a negation: {text!r}")
    for code in (found["source"], found["target"], found["reporter"] or "*"):
        if code not in ("*", "-") and code not in countries() and code not in organisations():
            raise ValueError(f"{code} is neither a state nor an organisation: {text!r}")
    return Expected(
        source=found["source"], act=found["act"], target=found["target"],
        voice=next((w for w in words if w in VOICES), ""), modality=next((w for w in words if w in MODALITIES), "actual"),
        negated="not" in words, reporter=found["reporter"] or "", optional=bool(found["optional"]),
        name=found["name"] or "", target_name=found["target_name"] or "")


@cache
def sentences(name: str) -> tuple[Sentence, ...]:
    """The sentences of ``name.tsv``."""
    with open(FOLDER / f"{name}.tsv", encoding="utf-8", newline="") as file:
        rows = csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE)
        return tuple(Sentence(r["phenomenon"], r["published"], r["text"], parse_expected(r["expected"])) for r in rows)


@cache
def analysed(sentence: Sentence) -> Rows:
    """The sentence as an article of its day, analysed."""
    text = f" date {sentence.published} " + sentence.text.replace(" ¶ ", "\n\n")
    return analyse_article(text_reader.read(text, "sentence.txt"))


def judge(sentence: Sentence) -> Judgement:
    """Analyse a sentence and lay what was found beside what is expected."""
    rows = analysed(sentence)
    actors = {actor.actor_id: actor for actor in rows.actors}
    found = [Found(row, actors[row.source_id], actors.get(row.target_id), actors.get(row.reporter_id)) for row in rows.stances]
    required = [row for row in sentence.expected if not row.optional]
    right = pairs(required, found, worth)
    rest = [f for f in found if all(f is not other for _, other in right)]
    allowed = pairs([row for row in sentence.expected if row.optional], rest, worth)
    return Judgement(
        sentence, tuple(right), tuple(row for row in required if all(row is not other for other, _ in right)),
        tuple(f for f in rest if all(f is not other for _, other in allowed)))


def worth(row: Expected, found: Found) -> int:
    """0 where act or states differ; more the more of the rest agrees."""
    if row.act != found.row.act or not same_ends(row, found):
        return 0
    return 1 + (row.modality == found.row.modality) + (row.negated == found.row.negated) + (row.voice == found.row.voice)


def same_ends(row: Expected, found: Found) -> bool:
    """Whether source and target are of the states expected; a meeting has no direction."""
    def fits(source: Actor | None, target: Actor | None) -> bool:
        return _fits(row.source, row.name, source) and _fits(row.target, row.target_name, target)

    return fits(found.source, found.target) or (row.act == "consult" and fits(found.target, found.source))


def _fits(code: str, name: str, actor: Actor | None) -> bool:
    """An official of an organisation, who stands for no state, is known by name."""
    if code in ("*", "-"):
        return code == "*" or actor is None
    return node(actor) == _node(code) or bool(name and actor and actor.kind == "person" and same_person(name, actor.name))


@cache
def _node(code: str) -> str:
    if code in countries():
        return code
    record = organisations()[code]
    return node(Actor(code, record.name, record.kind, record.country))


def is_person(row: Expected, found: Found) -> bool:
    """Whether the source is the person expected (for a meeting, one of the two)."""
    ends = (found.source, found.target) if row.act == "consult" else (found.source,)
    return any(end is not None and end.kind == "person" and same_person(row.name, end.name) for end in ends)


def reporter_fits(row: Expected, found: Found) -> bool:
    """Whether the reporter is of the state expected."""
    return found.reporter is not None and node(found.reporter) == _node(row.reporter)


def totals(judgements: Iterable[Judgement]) -> tuple[int, int, int]:
    """(right, found, expected) over many sentences."""
    judged = list(judgements)
    right = sum(len(j.right) for j in judged)
    return right, right + sum(len(j.spurious) for j in judged), right + sum(len(j.missed) for j in judged)
