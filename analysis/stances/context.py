"""What surrounds a stance: is it negated, done or only planned, said or narrated, on whose word, when."""
import functools
from bisect import bisect_left
from datetime import date
from typing import NamedTuple

from analysis.acts import MODALITIES, VOICES
from analysis.memo import Memo
from analysis.records import DateRef, Statement
from analysis.statements.lexicon import verbs
from analysis.stances.context_names import (
    doubt_names, inside_names, mood_names, named, own_names, place_names, quoting_names, role_names, share_names, time_names, told_names,
)
from analysis.stances.model import MOST, weights
from analysis.stances.names import Group
from analysis.stances.scene import Scene
from analysis.stances.syntax import auxiliaries, verb_of
from analysis.stances.units import Unit
from analysis.stances.words import Sentence, Text, Word

NEGATIONS = frozenset(("pas", "jamais", "plus", "guere", "nullement", "aucun", "aucune", "ni", "point"))
MODALS = frozenset(("vouloir", "pouvoir", "devoir", "aller", "compter", "souhaiter", "chercher", "entendre", "falloir"))
PLANS = frozenset(("prevoir", "compter", "appreter", "promettre", "engager", "annoncer", "envisager", "preparer", "decider",
                   "projeter", "esperer", "vouloir", "esperer", "pret", "dispose"))
CHANCES = frozenset(("pouvoir", "envisager", "menacer", "risquer", "exclure", "hesiter"))
POSSIBLE = frozenset(("eventuel", "possible", "potentiel", "hypothetique", "probable"))
COMING = frozenset(("prochain", "futur", "prochainement", "bientot"))
_UNDONE = tuple(option for option in MODALITIES if option != "actual")
DEEDS = frozenset(("agree", "cooperate", "consult", "aid", "concede", "retreat", "mobilize", "coerce", "assault", "sanction"))
_NOT = frozenset(("ne", "n'", "sans", "que", "qu'"))  # without one of these no verb is denied
SOURCES = frozenset(("selon", "d'après", "pour", "à en croire", "aux yeux de", "de l'avis de", "suivant"))
DOUBT = frozenset(("presume", "pretendu", "suppose", "pretendument", "presumement"))


class Context(NamedTuple):
    """What surrounds the readings of one cue with one act and source: the day it gives, None where it gives none, the voice,
    whether it is denied, and the modality."""

    day: DateRef | None
    voice: str
    negated: bool
    modality: str


def context_of(scene: Scene, act: str, source: Unit, dates: list[DateRef], published: date | None) -> Context:
    """What surrounds a cue that is read with this act and source; ``dates`` are those of its sentence."""
    return Context(when(scene, dates), voice(scene, act, source), negated(scene), modality(scene, act, published, dates))


def negated(scene: Scene) -> bool:
    """``n'a pas condamné``, ``ne veut pas soutenir``, ``sans soutenir``, ``aucun accord``, ``ne cherche pas à céder ni à
    menacer``; ``ne … que`` is none."""
    token = scene.cue.token
    verb = token if token.pos_ in ("VERB", "AUX") else None
    if verb is None:
        if any(child.folded[1] in ("aucun", "aucune", "sans", "pas") for child in token.children):
            return True
        verb = token.head if token.dep_ in ("obj", "nsubj:pass", "xcomp", "cop") and token.head.pos_ == "VERB" else None
        if any(child.dep_ == "cop" for child in token.children):
            verb = token
    ni = False  # ``ne veut ni accuser ni soutenir``: the particle stands at the verb that governs
    while verb is not None:
        if _has_negation(verb) or ni and any(child.folded[1] in ("ne", "n'") for child in verb.children):
            return True
        ni = ni or any(child.folded[1] == "ni" for child in verb.children)
        governs = verb.dep_.startswith(("xcomp", "ccomp")) and verb.head.folded[0] in MODALS or (ni and verb.dep_ == "conj")
        verb = verb.head if governs and verb.head.i != verb.i else None
    return False


def _has_negation(verb: Word) -> bool:
    if _NOT.isdisjoint([child.folded[1] for child in verb.children]):
        return False
    words = {child.folded[1] for child in verb.children if child.dep_ in ("advmod", "det", "mark", "case", "cc", "obj", "nsubj")
             or child.pos_ in ("ADV", "PART", "ADP")}
    particle = bool(words & {"ne", "n'"})
    if "sans" in words:
        return True
    if "que" in words or "qu'" in words:
        return bool(words & (NEGATIONS - {"plus"}))
    return particle and bool(words & NEGATIONS)


def modality(scene: Scene, act: str, published: date | None, dates: list[DateRef]) -> str:
    """actual, future (announced, planned, promised) or hypothetical (if, may, could): the model's choice; what is only asked for
    (``exige que Moscou retire ses troupes``) is not actual."""
    options = _UNDONE if act in DEEDS and _asked_for(scene) else MODALITIES
    return choose("modality", options, modality_features(scene, act, published, dates))


def _asked_for(scene: Scene) -> bool:
    """Whether the cue's verb is that of the clause which a request opens."""
    if scene.saying is None or scene.says or not _asked(scene.saying):
        return False
    start = scene.saying.start
    return any(child.lower_ in ("que", "qu'") and start <= child.idx < start + 6 for child in scene.verb.children)


def modality_features(scene: Scene, act: str, published: date | None, dates: list[DateRef]) -> list[Group]:
    """What tells whether the act is done, planned or only possible."""
    token, verb = scene.cue.token, scene.verb
    pos, near = token.pos_, {child.folded[0] for child in token.children}
    coming = any([d.first_day and published and d.first_day > published and _attached(d, scene) for d in dates])
    groups = [(mood_names, _verb_mood(verb), pos, act),
              (time_names, coming, not near.isdisjoint(POSSIBLE), not near.isdisjoint(COMING), scene.quoted),
              (named, "governor", verb.head.folded[0] if verb.head.i != verb.i else "-", verb.label),
              (named, "own", verb.folded[0] if verb is not token else "-"),
              (told_names, pos, scene.title, scene.saying.voice if scene.saying and not scene.says else "-")]
    groups += dict.fromkeys([(named, "morph", value, pos) for value in _morph(verb)])
    groups += dict.fromkeys([(named, "det", child.lower_) for child in token.children if child.dep_ == "det"])
    groups += dict.fromkeys([(named, "mark", child.lower_) for child in verb.children if child.dep_ in ("mark", "aux", "advmod")])
    return groups


def _morph(verb: Word) -> list[str]:
    forms = [verb.morph, *(head.morph for head in auxiliaries(verb))]
    return [value for morph in forms for key in ("Tense", "Mood", "VerbForm") if key in morph for value in morph[key]]


def _verb_mood(verb: Word) -> str:
    """Mood of the verb of a cue, through the verbs that govern its infinitive."""
    if any([child.dep_ == "mark" and child.lower_ in ("si", "s'") for child in verb.children]):
        return "hypothetical"
    heads = [verb.morph, *(head.morph for head in auxiliaries(verb))]
    if any(["Cnd" in morph.get("Mood") for morph in heads]):
        return "hypothetical" if verb.folded[0] == "pouvoir" else "future"
    if any(["Fut" in morph.get("Tense") for morph in heads]):
        return "future"
    if "Inf" in verb.morph.get("VerbForm") and verb.head.i != verb.i:
        governor = verb.head.folded[0]
        direct = verb.dep_.startswith(("xcomp", "ccomp", "obl", "advcl", "acl"))
        if direct and governor in CHANCES:
            return "hypothetical"
        if direct and (governor in PLANS or (governor in ("aller", "devoir") and "Pres" in verb.head.morph.get("Tense"))):
            return "future"
    return "actual"


def voice(scene: Scene, act: str, source: Unit) -> str:
    """direct, reported, hearsay or narrated, as the guidelines say: by rule where the words settle it, else the
    model's choice."""
    if scene.quoted == "no" and scene.quote_behind == "no":
        if _doubted(scene) or (scene.saying is not None and scene.saying.voice == "hearsay"):
            return "hearsay"
        if scene.saying is not None and not scene.says and scene.saying.verb in SOURCES:
            return "reported"
    return choose("voice", VOICES, voice_features(scene, act, source))


def voice_features(scene: Scene, act: str, source: Unit) -> list[Group]:
    """What tells in which voice a stance is given: quotation marks at the cue or behind it, who speaks, the mood."""
    token, says, behind = scene.cue.token, scene.says, scene.quote_behind
    saying = scene.saying.voice if scene.saying is not None else "-"
    speaks = scene.speaker is not None and not set(scene.speaker.members).isdisjoint(source.members)
    groups = [(quoting_names, scene.quoted, token.pos_, behind, act, says, saying), (doubt_names, speaks, saying, says, _doubted(scene)),
              (place_names, scene.title, act, source.kind), (named, "cue", scene.cue.entries[0].cue),
              (named, "says", str(says), saying, f"behind={behind}")]
    groups += dict.fromkeys([(named, "morph", value) for value in _morph(scene.verb)])
    return groups + _quotation(scene, act, source)


def _quotation(scene: Scene, act: str, source: Unit) -> list[Group]:
    """How much of the sentence, of what the cue governs and of its clause is quoted, and how the source stands to it."""
    token, verb, speaker, quotes = scene.cue.token, scene.verb, scene.speaker, scene.quotes
    sentence, pos = token.sent, token.pos_
    quoted = _quoted_words(quotes, sentence, token.doc)
    own, clause = (_share(quoted, token.subtree), _share(quoted, verb.subtree)) if quoted else (0, 0)
    share, before = _part(len(quoted), sentence.end - sentence.start, 5), any([end <= token.idx for _, end in quotes])
    return [(share_names, share, min(len(quotes), 3), before), (own_names, own, pos, act, clause),
            (inside_names, verb.i in quoted, scene.quoted, source.head.i in quoted, source.head.sent is sentence),
            (named, "clauseverb", verb.folded[0]), (named, "lemma", token.folded[0]),
            (named, "governor", verb.head.folded[0], verb.label),
            (role_names, scene.role(source), pos, act, token.label, speaker is not None and speaker.head.sent is sentence)]


def _quoted_words(quotes: list[tuple[int, int]], sentence: Sentence, text: Text) -> set[int]:
    """The places of the words of a sentence that stand in quotations."""
    spans = [(bisect_left(text.offsets, start), bisect_left(text.offsets, end)) for start, end in quotes]
    return {i for first, last in spans for i in range(max(first, sentence.start), min(last, sentence.end))}


def _share(quoted: set[int], words: list[Word]) -> int:
    """Which part of the words is quoted, from 0 to 3."""
    return _part(sum([word.i in quoted for word in words]), len(words), 4)


def _part(number: int, of: int, steps: int) -> int:
    """A number as a part of another, in so many steps from 0."""
    return min(number * steps // of, steps - 1)


def choose(model: str, options: tuple[str, ...], groups: list[Group]) -> str:
    """The option that the model of that name gives most for these groups of features, of which no two have a name in common."""
    table = _by_option(model, options)
    weighed = [each for group in groups for each in table[group]]
    totals = [sum(column) for column in zip(*weighed, strict=True)]
    return options[totals.index(max(totals))] if totals else options[0]


class _Weighed(Memo):
    """For each name of a group that the model knows, its weights, one an option: looked up when a group is first met, then
    kept, as in ``model.Sums``. They are not summed by group, see ``context_names.py``."""

    def __init__(self, tables: list[dict[str, float]]) -> None:
        super().__init__(self._weigh, MOST)
        self.tables = tables

    def _weigh(self, group: Group) -> list[tuple[float, ...]]:
        names = [name for name in group[0](*group[1:]) if any(name in table for table in self.tables)]
        return [tuple([table.get(name, 0.0) for table in self.tables]) for name in names]


@functools.cache
def _by_option(model: str, options: tuple[str, ...]) -> _Weighed:
    """The weights of each option, from the table in which ``option:feature`` has the weight."""
    tables: dict[str, dict[str, float]] = {option: {} for option in options}
    for name, weight in weights()[model].items():
        option, _, feature = name.partition(":")
        tables.setdefault(option, {})[feature] = weight
    return _Weighed([tables[option] for option in options])


def _doubted(scene: Scene) -> bool:
    """``aurait déclaré``, ``serait``, ``présumé``: the article keeps its distance."""
    if not DOUBT.isdisjoint([child.folded[0] for child in scene.cue.token.children]):
        return True
    children = scene.verb.children
    conditional = [child for child in children if child.dep_.startswith("aux") and "Cnd" in child.morph.get("Mood")]
    if not conditional or any([child.lower_ in ("si", "s'") for child in children]):
        return False
    return any([child.folded[0] in ("avoir", "etre") for child in conditional])


def reporter(scene: Scene, source: Unit, voice: str) -> str:
    """Who says so, where that is not the source: nobody where the article states it itself (``narrated``), or where it is
    only asked for (``Oslo exige que Moscou retire ses troupes``)."""
    if scene.saying is None or scene.says or scene.speaker is None or voice == "narrated" or _asked(scene.saying):
        return ""
    return "" if set(scene.speaker.members) & set(source.members) else scene.speaker.members[0]


def _asked(saying: Statement) -> bool:
    """Whether what is said is a request, which tells nothing as done: ``demander que``, ``insister pour que``."""
    if saying.voice == "direct":
        return False
    return _kinds().get(saying.verb) in ("ask", "order") or saying.text.startswith(("pour que", "pour qu'", "pour qu’"))


@functools.cache
def _kinds() -> dict[str, str]:
    """Lemma of a verb of saying → what is done by it."""
    return {verb.lemma: verb.kind for several in verbs().values() for verb in several}


def when(scene: Scene, dates: list[DateRef]) -> DateRef | None:
    """The date that the cue's clause gives, nearest to the cue; None where it gives none. Of a verb no date of another verb that it
    governs: in ``accuse Moscou de mener depuis février une guerre`` February is not the day of the accusation."""
    attached = [date for date in dates if _attached(date, scene) and _of_its_own(date, scene)]
    return min(attached, key=lambda date: abs(date.start - scene.cue.token.idx), default=None)


def _of_its_own(date: DateRef, scene: Scene) -> bool:
    token, text = scene.cue.token, scene.cue.token.doc
    return token.pos_ != "VERB" or verb_of(text.root(*text.span(date.start, date.end)).head) is token


def _attached(date: DateRef, scene: Scene) -> bool:
    """Whether a date stands in the clause of the cue: it is governed by the same verb."""
    sentence = scene.cue.token.sent
    if not sentence.start_char <= date.start < sentence.end_char:
        return False
    text = scene.cue.token.doc
    root = text.root(*text.span(date.start, date.end))
    return verb_of(root.head) is scene.verb or scene.cue.token in root.lineage[:3]
