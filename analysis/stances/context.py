"""What surrounds a stance: is it negated, done or only planned, said or narrated, on whose word, when."""
import functools
from bisect import bisect_left
from collections.abc import Sequence
from datetime import date

from analysis.acts import MODALITIES, VOICES
from analysis.records import DateRef, Statement
from analysis.statements.lexicon import verbs
from analysis.stances.lexicon import fold
from analysis.stances.model import total, weights
from analysis.stances.scene import Scene
from analysis.stances.syntax import auxiliaries, label, lineage, verb_of
from analysis.stances.units import Unit
from analysis.stances.words import Word

NEGATIONS = frozenset(("pas", "jamais", "plus", "guere", "nullement", "aucun", "aucune", "ni", "point"))
MODALS = frozenset(("vouloir", "pouvoir", "devoir", "aller", "compter", "souhaiter", "chercher", "entendre", "falloir"))
PLANS = frozenset(("prevoir", "compter", "appreter", "promettre", "engager", "annoncer", "envisager", "preparer", "decider",
                   "projeter", "esperer", "vouloir", "esperer", "pret", "dispose"))
CHANCES = frozenset(("pouvoir", "envisager", "menacer", "risquer", "exclure", "hesiter"))
POSSIBLE = frozenset(("eventuel", "possible", "potentiel", "hypothetique", "probable"))
COMING = frozenset(("prochain", "futur", "prochainement", "bientot"))
DEEDS = frozenset(("agree", "cooperate", "consult", "aid", "concede", "retreat", "mobilize", "coerce", "assault", "sanction"))
SOURCES = frozenset(("selon", "d'après", "pour", "à en croire", "aux yeux de", "de l'avis de", "suivant"))
DOUBT = frozenset(("presume", "pretendu", "suppose", "pretendument", "presumement"))


def negated(scene: Scene) -> bool:
    """``n'a pas condamné``, ``ne veut pas soutenir``, ``sans soutenir``, ``aucun accord``, ``ne cherche pas à céder ni à
    menacer``; ``ne … que`` is none."""
    token = scene.cue.token
    verb = token if token.pos_ in ("VERB", "AUX") else None
    if verb is None:
        if any(fold(child.text) in ("aucun", "aucune", "sans", "pas") for child in token.children):
            return True
        verb = token.head if token.dep_ in ("obj", "nsubj:pass", "xcomp", "cop") and token.head.pos_ == "VERB" else None
        if any(child.dep_ == "cop" for child in token.children):
            verb = token
    ni = False  # ``ne veut ni accuser ni soutenir``: the particle stands at the verb that governs
    while verb is not None:
        if _has_negation(verb) or ni and any(fold(child.text) in ("ne", "n'") for child in verb.children):
            return True
        ni = ni or any(fold(child.text) == "ni" for child in verb.children)
        governs = verb.dep_.startswith(("xcomp", "ccomp")) and fold(verb.head.lemma_) in MODALS or (ni and verb.dep_ == "conj")
        verb = verb.head if governs and verb.head.i != verb.i else None
    return False


def _has_negation(verb: Word) -> bool:
    words = {fold(child.text) for child in verb.children if child.dep_ in ("advmod", "det", "mark", "case", "cc", "obj", "nsubj")
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
    options = tuple(option for option in MODALITIES if option != "actual") if act in DEEDS and _asked_for(scene) else MODALITIES
    return choose("modality", options, modality_features(scene, act, published, dates))


def _asked_for(scene: Scene) -> bool:
    """Whether the cue's verb is that of the clause which a request opens."""
    if scene.saying is None or scene.says or not _asked(scene.saying):
        return False
    start = scene.saying.start
    return any(child.lower_ in ("que", "qu'") and start <= child.idx < start + 6 for child in scene.verb.children)


def modality_features(scene: Scene, act: str, published: date | None, dates: list[DateRef]) -> list[str]:
    """What tells whether the act is done, planned or only possible."""
    token = scene.cue.token
    verb = verb_of(token)
    near = {fold(child.lemma_) for child in token.children}
    coming = any(d.first_day and published and d.first_day > published and _attached(d, scene) for d in dates)
    governor = fold(verb.head.lemma_) if verb.head.i != verb.i else "-"
    names = [f"rule={_verb_mood(verb, token)}", f"rule={_verb_mood(verb, token)}&{token.pos_}", f"act={act}", f"coming={coming}",
             f"possible={bool(near & POSSIBLE)}", f"soon={bool(near & COMING)}", f"quoted={scene.quoted}",
             f"governor={governor}&{label(verb)}", f"own={fold(verb.lemma_) if verb is not token else '-'}", f"pos={token.pos_}",
             f"title={scene.title}", f"said={scene.saying.voice if scene.saying and not scene.says else '-'}"]
    names += [f"morph={value}&{token.pos_}" for value in _morph(verb)]
    names += [f"det={child.lower_}" for child in token.children if child.dep_ == "det"]
    names += [f"mark={child.lower_}" for child in verb.children if child.dep_ in ("mark", "aux", "advmod")]
    return names


def _morph(verb: Word) -> list[str]:
    heads = [verb, *auxiliaries(verb)]
    return [value for head in heads for key in ("Tense", "Mood", "VerbForm") for value in head.morph.get(key)]


def _verb_mood(verb: Word, token: Word) -> str:
    """Mood of the verb of a cue, through the verbs that govern its infinitive."""
    if any(child.lower_ in ("si", "s'") and child.dep_ == "mark" for child in verb.children):
        return "hypothetical"
    heads = [verb, *(child for child in verb.children if child.dep_.startswith(("aux", "cop")))]
    tenses = {tense for head in heads for tense in head.morph.get("Tense")}
    moods = {mood for head in heads for mood in head.morph.get("Mood")}
    if "Cnd" in moods:
        return "hypothetical" if fold(verb.lemma_) == "pouvoir" else "future"
    if "Fut" in tenses:
        return "future"
    if "Inf" in verb.morph.get("VerbForm") and verb.head.i != verb.i:
        governor = fold(verb.head.lemma_)
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


def voice_features(scene: Scene, act: str, source: Unit) -> list[str]:
    """What tells in which voice a stance is given: quotation marks at the cue or behind it, who speaks, the mood."""
    token = scene.cue.token
    saying = scene.saying.voice if scene.saying is not None else "-"
    speaks = scene.speaker is not None and bool(set(scene.speaker.members) & set(source.members))
    behind, doubted = scene.quote_behind, _doubted(scene)
    names = [f"quoted={scene.quoted}", f"quoted={scene.quoted}&{token.pos_}", f"behind={behind}", f"behind={behind}&{act}",
             f"behind={behind}&{token.pos_}", f"behind={behind}&quoted={scene.quoted}", f"says={scene.says}&{saying}", f"act={act}",
             f"act={act}&{token.pos_}", f"said={saying}&{scene.says}&{scene.quoted}", f"speaks={speaks}&{saying}&{scene.says}",
             f"doubted={doubted}", f"doubted={doubted}&{saying}", f"title={scene.title}", f"title={scene.title}&{act}",
             f"kind={source.kind}&{act}", f"cue={scene.cue.entries[0].cue}", f"says={scene.says}&{saying}&behind={behind}"]
    return names + [f"morph={value}" for value in _morph(verb_of(token))] + _quotation(scene, act, source)


def _quotation(scene: Scene, act: str, source: Unit) -> list[str]:
    """How much of the sentence, of what the cue governs and of its clause is quoted, and how the source stands to it."""
    token, verb = scene.cue.token, verb_of(scene.cue.token)
    sentence, text = token.sent, token.doc
    quoted = {i for start, end in scene.quotes for i in range(max(bisect_left(text.offsets, start), sentence.start),
                                                              min(bisect_left(text.offsets, end), sentence.end))}
    own, clause = (_share(quoted, [word.i for word in head.subtree]) for head in (token, verb))
    here = source.head.sent is token.sent
    role = scene.role(source)
    return [f"share={_share(quoted, range(sentence.start, sentence.end), 5)}", f"quotes={min(len(scene.quotes), 3)}",
            f"before={any(end <= token.idx for _, end in scene.quotes)}", f"own={own}", f"own={own}&{token.pos_}", f"own={own}&{act}",
            f"clause={clause}", f"verb={verb.i in quoted}&quoted={scene.quoted}", f"source={source.head.i in quoted}", f"here={here}",
            f"clauseverb={fold(verb.lemma_)}", f"lemma={fold(token.lemma_)}", f"governor={fold(verb.head.lemma_)}&{label(verb)}",
            f"role={role}&{token.pos_}", f"role={role}&{act}", f"dep={label(token)}&{token.pos_}",
            f"speaker={scene.speaker is not None and scene.speaker.head.sent is token.sent}"]


def _share(quoted: set[int], words: Sequence[int], steps: int = 4) -> int:
    """Which part of the words is quoted, in so many steps from 0."""
    if not quoted:
        return 0
    return min(sum([word in quoted for word in words]) * steps // max(len(words), 1), steps - 1)


def choose(model: str, options: tuple[str, ...], names: list[str]) -> str:
    """The option that the model of that name gives most for these features."""
    tables, names = _by_option(model), list(dict.fromkeys(names))
    return max(options, key=lambda option: total(names, tables.get(option, {})))


@functools.cache
def _by_option(model: str) -> dict[str, dict[str, float]]:
    """Option → feature → weight, from the table in which ``option:feature`` has the weight."""
    tables: dict[str, dict[str, float]] = {}
    for name, weight in weights()[model].items():
        option, _, feature = name.partition(":")
        tables.setdefault(option, {})[feature] = weight
    return tables


def _doubted(scene: Scene) -> bool:
    """``aurait déclaré``, ``serait``, ``présumé``: the article keeps its distance."""
    token = scene.cue.token
    if {fold(child.lemma_) for child in token.children} & DOUBT:
        return True
    verb = verb_of(token)
    if any(child.lower_ in ("si", "s'") for child in verb.children):
        return False
    conditional = [child for child in verb.children if child.dep_.startswith("aux") and "Cnd" in child.morph.get("Mood")]
    return any(fold(child.lemma_) in ("avoir", "etre") for child in conditional)


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
    return verb_of(root.head) is verb_of(scene.cue.token) or scene.cue.token in lineage(root)[:3]
