"""Single surnames: « M. Lavrov », « Le Drian », « Trump-Kim » go back to somebody named in full, or to a holder of office."""
from typing import NamedTuple

from analysis.actors.cast import Cast
from analysis.actors.evidence import Title, barred_name, title_before
from analysis.actors.lexicon import first_names, not_people, ordinary_words, surnames
from analysis.actors.names import OPENERS, Sequence, initial
from analysis.actors.scene import Scene
from analysis.actors.standing import in_office
from analysis.actors.words import Words
from analysis.records import Actor

_REIGNING = frozenset("roi reine prince princesse cheikh emir mollah pape patriarche empereur sultan imam grand".split())
#: titles before the surname of somebody who is not named in full
_TITLED = _REIGNING | frozenset("president presidente general colonel marechal amiral ayatollah ministre senateur juge "
                                "commandant procureur capitaine lieutenant".split())
_NOUNS = frozenset(("PROPN", "NOUN", "X", "ADJ", "VERB"))


class Named(NamedTuple):
    """Words ``first`` … ``last`` - 1 are the name of a person, full or surname only."""

    first: int
    last: int
    actor_id: str
    full: bool


def read_surnames(scene: Scene, cast: Cast, rest: list[Sequence]) -> list[Named]:
    """Single surnames: of the article's people, after M. or a title, or of a person of the table in office."""
    found = []
    for seq in rest:
        for part in _parts(scene, cast, seq):
            actor = _owner(scene, cast, part)
            if actor:
                scene.add(part.first, part.last, actor, "surname")
                found.append(Named(part.first, part.last, actor.actor_id, False))
    return found


def _parts(scene: Scene, cast: Cast, seq: Sequence) -> list[Sequence]:
    """The sequence itself, or the halves of « Trump-Kim », or its last words after an opening word."""
    words = scene.words
    folded = tuple(words.fold[seq.first:seq.last])
    if seq.last < len(words) and words.gap[seq.last - 1] == "-":
        return []
    if len(folded) == 1:
        return [Sequence(seq.first - 1, seq.last, seq.upper)] if _has_particle(scene, cast, seq.first) else [seq]
    if is_surname(scene, cast, seq):
        return [seq]
    if len(folded) == 2 and words.gap[seq.first] == "-" and all((w,) in cast.surnames or (w,) in surnames() for w in folded):
        return [Sequence(k, k + 1, seq.upper) for k in range(seq.first, seq.last)]
    if initial(words, seq.first) and (folded[1:] in cast.surnames or folded[1:] in surnames()):
        return [Sequence(seq.first + 1, seq.last, seq.upper)]
    return []


def _has_particle(scene: Scene, cast: Cast, i: int) -> bool:
    """« Le Drian » at the start of a sentence: the article's surname begins one word before word i."""
    words = scene.words
    return (i > 0 and words.cap[i - 1] and words.gap[i - 1] == " " and not scene.owner[i - 1]
            and (words.fold[i - 1], words.fold[i]) in cast.surnames)


def _owner(scene: Scene, cast: Cast, seq: Sequence) -> Actor | None:
    """The person for whom a surname stands."""
    words = scene.words
    folded = tuple(words.fold[seq.first:seq.last])
    title = title_before(scene, seq.first)
    if folded == ("le", "monde") or (seq.upper and scene.shouting(seq.first) and not cast.by_surname(folded)):
        return None
    actor = cast.by_surname(folded)
    if actor and (title or not _is_function_word(words, seq, folded)):
        return actor
    if not actor and _after_given_name(scene, seq) or (seq.upper and not title):
        return None
    key = in_office(scene, folded, words.fold[title.first] if title else "")
    if key and (title or (len(folded[-1]) >= 4 and not _is_other_word(words, seq, folded))):
        return cast.known(key)
    return newcomer(scene, cast, seq) if title and _may_be_new(scene, seq, title) else None


def _after_given_name(scene: Scene, seq: Sequence) -> bool:
    """« Anuna de Wever »: another's given name stands before the particle; not « la Russie de Poutine »."""
    words, i = scene.words, seq.first
    if i < 2 or words.fold[i - 1] not in ("de", "van", "von", "di", "da") or words.cap[i - 1] or words.gap[i - 1] != " ":
        return False
    given = i - 2
    if not words.cap[given] or words.gap[given] != " " or given in scene.starts or given in scene.ends or words.opens(given):
        return False
    return words.pos[given] == "PROPN" and not (given and words.fold[given - 1] in OPENERS and words.tight(given - 1))


def _may_be_new(scene: Scene, seq: Sequence, title: Title) -> bool:
    """Whether a title and one word are enough for a new person: « M. Vassilenko », « le général McKenzie », « le roi Salmane »."""
    words = scene.words
    name, head = words.fold[seq.first], words.fold[title.first]
    if name in not_people()["first"] or barred_name(words, seq) or words.pos[seq.first] == "NUM" or len(name) < 2:
        return False
    if name in first_names() and head not in _REIGNING:
        return False
    return title.civil or head in _TITLED


def _is_function_word(words: Words, seq: Sequence, folded: tuple[str, ...]) -> bool:
    """Whether a surname of the article is, where it stands, a word that opens the sentence (« Le », « Ben oui »)."""
    if len(folded) > 1 or not words.opens(seq.first):
        return False
    return folded[0] in OPENERS or words.pos[seq.first] in ("DET", "ADP", "PRON", "CCONJ", "SCONJ")


def _is_other_word(words: Words, seq: Sequence, folded: tuple[str, ...]) -> bool:
    """Whether a capitalised word that opens a sentence is likelier an ordinary word than this surname of the table."""
    if len(folded) > 1 or not words.opens(seq.first):
        return False
    return folded[0] in OPENERS or folded[0] in ordinary_words() or words.pos[seq.first] not in _NOUNS


def is_surname(scene: Scene, cast: Cast, seq: Sequence) -> bool:
    """« Le Drian », « ben Salmane », « Al-Assad »: two words that are one surname."""
    words = tuple(scene.words.fold[seq.first:seq.last])
    return words in cast.surnames or (words in surnames() and words[0] not in first_names())


def newcomer(scene: Scene, cast: Cast, seq: Sequence) -> Actor:
    """A person whom the tables do not know; gender by title or given name."""
    words = scene.words
    title = title_before(scene, seq.first)
    gender = first_names().get(words.fold[seq.first], "")
    if title:
        if words.fold[title.first] in ("mme", "mlle"):
            gender = "f"
        elif words.fold[title.first] == "m":
            gender = "m"
    name = words.slice(seq.first, seq.last)
    if seq.upper:
        name = name.title()
    return cast.new(name, gender=gender)
