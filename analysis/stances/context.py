"""What surrounds a stance: is it negated, done or only planned, said or narrated, on whose word, when."""
from spacy.tokens import Token

from analysis.records import DateRef
from analysis.stances.lexicon import fold
from analysis.stances.scene import Scene
from analysis.stances.syntax import lineage, verb_of
from analysis.stances.units import Unit

NEGATIONS = frozenset(("pas", "jamais", "plus", "guere", "nullement", "aucun", "aucune", "ni", "point"))
MODALS = frozenset(("vouloir", "pouvoir", "devoir", "aller", "compter", "souhaiter", "chercher", "entendre", "falloir"))
PLANS = frozenset(("prevoir", "compter", "appreter", "promettre", "engager", "annoncer", "envisager", "preparer", "decider",
                   "projeter", "esperer", "vouloir", "esperer", "pret", "dispose"))
CHANCES = frozenset(("pouvoir", "envisager", "menacer", "risquer", "exclure", "hesiter"))
POSSIBLE = frozenset(("eventuel", "possible", "potentiel", "hypothetique", "probable"))
COMING = frozenset(("prochain", "futur", "prochainement", "bientot"))
DOUBT = frozenset(("presume", "pretendu", "suppose", "pretendument", "presumement"))
SPEECH = frozenset(("condemn", "accuse", "request", "deny", "warn", "threaten", "praise", "support", "reject", "concede", "agree"))


def negated(scene: Scene) -> bool:
    """``n'a pas condamné``, ``ne veut pas soutenir``, ``sans soutenir``, ``aucun accord``; ``ne … que`` is none."""
    token = scene.cue.token
    verb = token if token.pos_ in ("VERB", "AUX") else None
    if verb is None:
        if any(fold(child.text) in ("aucun", "aucune", "sans", "pas") for child in token.children):
            return True
        verb = token.head if token.dep_ in ("obj", "nsubj:pass", "xcomp", "cop") and token.head.pos_ == "VERB" else None
        if any(child.dep_ == "cop" for child in token.children):
            verb = token
    while verb is not None:
        if _has_negation(verb):
            return True
        governs = verb.dep_.startswith(("xcomp", "ccomp")) and fold(verb.head.lemma_) in MODALS
        verb = verb.head if governs and verb.head.i != verb.i else None
    return False


def _has_negation(verb: Token) -> bool:
    words = {fold(child.text) for child in verb.children if child.dep_ in ("advmod", "det", "mark", "case", "cc", "obj", "nsubj")
             or child.pos_ in ("ADV", "PART", "ADP")}
    particle = bool(words & {"ne", "n'"})
    if "sans" in words:
        return True
    if "que" in words or "qu'" in words:
        return bool(words & (NEGATIONS - {"plus"}))
    return particle and bool(words & NEGATIONS)


def modality(scene: Scene, published, dates: list[DateRef]) -> str:
    """actual, future (planned, announced, promised) or hypothetical (if, may, could)."""
    token = scene.cue.token
    near = {fold(child.lemma_) for child in token.children}
    if near & POSSIBLE:
        return "hypothetical"
    if near & COMING:
        return "future"
    mood = _verb_mood(verb_of(token), token)
    if mood != "actual":
        return mood
    if published and any(date.first_day and date.first_day > published and _attached(date, scene) for date in dates):
        return "future"
    return "actual"


def _verb_mood(verb: Token, token: Token) -> str:
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
    """direct where the cue is inside quotation marks, else hearsay, reported or narrated, as the guidelines say."""
    if scene.quoted != "no":
        return "direct"
    if _doubted(scene) or (scene.saying is not None and scene.saying.voice == "hearsay"):
        return "hearsay"
    if scene.says and scene.saying is not None and scene.saying.voice == "direct":
        return "direct"
    if scene.saying is not None and not scene.says:
        return "reported"
    if act in SPEECH and scene.cue.token.pos_ in ("VERB", "AUX"):
        return "reported"
    return "narrated"


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


def reporter(scene: Scene, source: Unit) -> str:
    """Who says so, where that is not the source."""
    if scene.saying is None or scene.says or scene.speaker is None:
        return ""
    return "" if set(scene.speaker.members) & set(source.members) else scene.speaker.members[0]


def when(scene: Scene, dates: list[DateRef]) -> DateRef | None:
    """The date that the cue's clause gives, nearest to the cue; None where it gives none."""
    attached = [date for date in dates if _attached(date, scene)]
    return min(attached, key=lambda date: abs(date.start - scene.cue.token.idx), default=None)


def _attached(date: DateRef, scene: Scene) -> bool:
    """Whether a date stands in the clause of the cue: it is governed by the same verb."""
    sentence = scene.cue.token.sent
    if not sentence.start_char <= date.start < sentence.end_char:
        return False
    span = scene.cue.token.doc.char_span(date.start, date.end, alignment_mode="expand")
    if span is None:
        return False
    verb = verb_of(scene.cue.token)
    return verb_of(span.root.head) == verb or scene.cue.token in lineage(span.root)[:3]
