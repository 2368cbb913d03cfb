"""The names of features: each group of values that belong together → the names under which the model learnt their weights.

A name is ``what=value``; conjunctions are written with ``&``. A group is one of the functions below with its values, as
``(role_names, "obj+", "no", "VERB", "accuse", "que", "name")``. What a group weighs is the same in every article, so it is summed
once and kept (``model.Sums``); names are written only where a group is met for the first time, and for training.

Nothing here knows single articles or actors, so that what is learnt is the language: lemmas, parts of speech, grammatical
roles, prepositions, places, kinds of actor. Features that brought nothing on held-out articles (most conjunctions of
dependency paths) were taken out again.
"""
from collections.abc import Callable, Hashable, Iterable

Names = list[str]
Group = tuple[Callable[..., Names] | Hashable, ...]


def names_of(groups: Iterable[Group]) -> Names:
    """The names of all features in some groups, each once.

        >>> names_of([(near_names, -1, "avoir"), (shape_names, "VERB", "accuse")])
    """
    return list(dict.fromkeys(name for group in groups for name in group[0](*group[1:])))


# The cue: does it express this act?

def cue_names(cue: str, form: str, act: str, lemma: str, multi: bool) -> Names:
    """The word and the act."""
    return [f"cue={cue}&{form}&{act}", f"lemma={lemma}&{act}", f"act={act}", f"multi={multi}&{act}"]


def stand_names(act: str, dep: str, quoted: str, said: str, says: bool, taken: str) -> Names:
    """The act and how the cue stands in its sentence."""
    return [f"dep={dep}&{act}", f"quoted={quoted}&{act}", f"said={said}&{act}", f"says={says}&{act}", f"taken={taken}&{act}"]


def beside_names(what: str, value: str, act: str) -> Names:
    """The act beside one word round the cue: the act of its governor (``headact``), its determiner (``det``), a ``word``."""
    return [f"{what}={value}&{act}"]


def governs_names(other: str, dep: str, act: str) -> Names:
    """The act beside that of a word which the cue governs."""
    return [f"governs={other}&{dep}&{act}"]


def framed_names(frame: str, act: str, form: str) -> Names:
    """Whether the places that the lexicon expects are filled."""
    return [f"framed={frame}&{act}", f"framed={frame}&{form}"]


def place_names(said: str, pos: str, taken: str, acts: int) -> Names:
    """Who speaks, what is filled, how many acts the word can express."""
    return [f"said={said}&{pos}", f"taken={taken}&{pos}", f"acts={acts}"]


def head_names(lemma: str, dep: str) -> Names:
    """What governs the cue."""
    return [f"headlemma={lemma}&{dep}"]


def kinds_names(kinds: str) -> Names:
    """What kinds of actor the sentence has."""
    return [f"kinds={kinds}"]


def child_names(dep: str, pos: str) -> Names:
    """A word that the cue governs, by its label."""
    return [f"child={dep}&{pos}"]


def childlemma_names(lemma: str, dep: str) -> Names:
    """A word that the cue governs, by its lemma."""
    return [f"childlemma={lemma}&{dep}"]


def morph_names(value: str, pos: str) -> Names:
    """Form, tense or mood of the cue."""
    return [f"morph={value}&{pos}"]


def slot_names(slot: str, pos: str, cue: str) -> Names:
    """A place round the cue, and whether an actor fills it."""
    return [f"slot={slot}&{pos}", f"slot={slot}&cue={cue}"]


def near_names(offset: int, lemma: str) -> Names:
    """The word before the cue, or the one behind."""
    return [f"near{offset}={lemma}"]


def use_names(cue: str, dep: str, quoted: str, says: bool, said: str) -> Names:
    """How the word itself is used here."""
    return [f"cue={cue}&dep={dep}", f"cue={cue}&quoted={quoted}", f"cue={cue}&says={says}&{said}"]


# A unit of the cue's sentence

def way_names(way: str, passive: bool) -> Names:
    """The path from the cue to the unit."""
    return [f"path={way}", f"path={way}&passive={passive}"]


def own_names(dep: str, word: str, pos: str, act: str) -> Names:
    """Label and preposition of the unit's head."""
    return [f"own={dep}:{word}&pos={pos}", f"prep={word}&{act}"]


def role_names(role: str, fits: str, pos: str, act: str, frame: str, rule: str) -> Names:
    """The unit's grammatical role, whether that is the place the lexicon expects, and how its mention was found."""
    return [f"fits={fits}", f"fits={fits}&pos={pos}", f"role={role}", f"role={role}&{act}", f"role={role}&{pos}",
            f"role={role}&fits={fits}", f"role={role}&frame={frame}", f"role={role}&rule={rule}", f"rule={rule}", f"rule={rule}&{act}"]


def gap_names(side: str, between: str, passive: bool) -> Names:
    """What stands between cue and unit, as a pattern."""
    return [f"gap={side}{between}&passive={passive}"]


def distance_names(side: str, between: int, act: str, quoted: str, distance: int) -> Names:
    """On which side of the cue the unit stands, how many others between, and how far."""
    return [f"{side}&between={between}", f"{side}&between={between}&{act}", f"{side}&between={between}&quoted={quoted}",
            f"{side}&distance={distance}"]


def kind_names(kind: str, act: str, place: bool, nested: bool) -> Names:
    """What the unit is: kind of actor, only a place, part of a longer unit."""
    return [f"kind={kind}", f"kind={kind}&{act}", f"place={place}", f"nested={nested}"]


def lexical_names(role: str, side: str, cue: str) -> Names:
    """The unit's role and side for this very word."""
    return [f"role={role}&cue={cue}", f"{side}&cue={cue}"]


# A unit of another sentence

def elsewhere_names(origin: str, dep: str, rank: int, kind: str, act: str, rule: str) -> Names:
    """What the unit is, and how near."""
    return [f"{origin}&{name}" for name in (f"label={dep}", f"rank={rank}", f"kind={kind}", f"kind={kind}&{act}", f"rule={rule}")]


def filled_names(origin: str, units: int, subject: str, obj: str, taken: str, act: str) -> Names:
    """What the cue's own sentence already fills."""
    return [f"{origin}&{name}" for name in (f"units={units}", f"subj={subject}", f"obj={obj}", f"taken={taken}&{act}")]


def known_names(origin: str, topic: int, speaks: bool) -> Names:
    """Whether the article is about the unit, and whether it speaks here."""
    return [f"{origin}&topic={topic}", f"{origin}&speaks={speaks}"]


def outside_names(origin: str, value: str) -> Names:
    """One place round the cue (``obl:à=no``), or the cue itself (``cue=appeler``), for a unit of another sentence."""
    return [f"{origin}&{value}"]


# The source

def unknown_names(pos: str, act: str, quoted: str, units: int, taken: str) -> Names:
    """For somebody unknown: what the cue is, who else is there."""
    return [f"unknown&{name}" for name in ("", pos, act, quoted, f"units={units}&{pos}", f"taken={taken}&{pos}")]


def unknown_subject_names(subject: str, quoted: str, speaker: bool, before: int) -> Names:
    """For somebody unknown: is there a subject, a speaker, somebody in the sentence before."""
    return [f"unknown&{name}" for name in (f"subj={subject}", f"subj={subject}&{quoted}", f"speaker={speaker}&{quoted}", f"before={before}")]


def origin_names(origin: str, quoted: str, subject: str, taken: str) -> Names:
    """Where a candidate for the source comes from."""
    return [f"origin={origin}", f"origin={origin}&{quoted}", f"subj={subject}&{origin}", f"taken={taken}&{origin}"]


def voice_names(speaks: bool, says: bool, said: str, pos: str, subject: str, quoted: str) -> Names:
    """Whether it is the candidate who speaks."""
    voice = f"speaker={speaks}&says={says}&{said}"
    return [voice, f"{voice}&{pos}", f"{voice}&subj={subject}", f"speaker={speaks}&{quoted}"]


def salience_names(share: float) -> Names:
    """How much of the article's mentions are the candidate's."""
    return [f"salience={share}"]


# The target

def aim_names(origin: str, others: int, topic: int, speaks: bool, quoted: str, taken: str) -> Names:
    """Where a candidate for the target comes from, beside how many others, and what the article makes of it."""
    return [f"origin={origin}", f"others={others}&{origin}", f"speaker={speaks}&{quoted}", f"taken={taken}&{origin}", f"topic={topic}&{origin}"]


def same_names(same: bool, source: str, kind: str, act: str, origin: str) -> Names:
    """What source and target are, and whether of one state."""
    kinds = f"{source}>{kind}"
    return [f"kinds={kinds}", f"same={same}&{kinds}", f"same={same}&{act}", f"same={same}&{origin}", f"same={same}&{origin}&{act}"]


def word_origin_names(cue: str, origin: str) -> Names:
    """Where targets of this very word come from."""
    return [f"cue={cue}&{origin}"]


def from_names(way: str) -> Names:
    """The path from the source to the target."""
    return [f"from={way}"]


def order_names(same: bool, role: str, after: bool, pos: str) -> Names:
    """The target's role, and whether it stands behind the source."""
    return [f"same={same}&role={role}", f"after_source={after}&pos={pos}"]


def mutual_names(act: str, others: int, pos: str, quoted: str, each: str) -> Names:
    """For the members of the source towards one another."""
    return [f"mutual&{name}" for name in (act, f"others={others}", pos, quoted, f"each={each}", f"each={each}&{act}")]


def aimless_names(origin: str, act: str, frame: str, others: int, pos: str, quoted: str, outside: int) -> Names:
    """For nobody, or somebody unknown: what the cue asks for, and who else is there."""
    return [f"{origin}:{name}" for name in (
        "", act, f"frame={frame}", f"others={others}", f"others={others}&{pos}", f"others={others}&{act}", quoted,
        f"{quoted}&others={others}", f"outside={outside}&others={others}", f"pos={pos}&{act}")]


def aimless_source_names(origin: str, kind: str, taken: str, act: str, obj: str, others: int, says: bool) -> Names:
    """For nobody, or somebody unknown: who the source is, what is filled."""
    return [f"{origin}:{name}" for name in (f"source={kind}", f"taken={taken}", f"taken={taken}&{act}", f"obj={obj}&others={others}",
                                            f"says={says}&{act}")]


def aimless_word_names(origin: str, cue: str) -> Names:
    """For nobody, or somebody unknown: the very word."""
    return [f"{origin}:cue={cue}"]


def aimless_slot_names(origin: str, slot: str, act: str, cue: str) -> Names:
    """For nobody, or somebody unknown: one place round the cue."""
    return [f"{origin}:{name}" for name in (slot, f"{slot}&{act}", f"{slot}&cue={cue}")]
