"""Features of a cue, and of a unit as its source or target: strings whose weights the model learnt.

A feature is ``name=value``; conjunctions are written with ``&``. Nothing here knows single articles or actors, so that
what is learnt is the language: lemmas, parts of speech, grammatical roles, prepositions, places, kinds of actor. Features
that brought nothing on held-out articles (most conjunctions of dependency paths) were taken out again.
"""
from bisect import bisect_left

from analysis.stances.lexicon import Entry, entries, fold
from analysis.stances.scene import Scene
from analysis.stances.syntax import gap, path
from analysis.stances.units import Unit
from analysis.stances.words import Word

#: features of one question alone, and those that several questions share
Parts = tuple[list[str], list[str] | tuple[()]]

_DISTANCES = (1, 2, 3, 5, 8, 12, 20, 10_000)
_SHARES = (0.02, 0.05, 0.1, 0.2, 1.0)
_MUTUAL = ("mutuellement", "mutuel", "mutuelle", "mutuelles", "ensemble", "entre", "deux", "trois", "commun", "commune",
           "conjointe")
_LEXICAL = ("VERB", "NOUN", "ADJ")
_CARRIES_MEANING = ("VERB", "NOUN", "ADJ", "ADV", "PRON")


def cue_features(scene: Scene, entry: Entry) -> Parts:
    """Does this cue express this act here?"""
    if entry.cue not in scene.uses:  # the same for every act of a cue, so written once
        scene.uses[entry.cue] = _of_place(scene) + _of_word(scene, entry.cue)
    return _of_act(scene, entry) + _framed(scene, entry), scene.uses[entry.cue]


def _of_act(scene: Scene, entry: Entry) -> list[str]:
    """The act beside the cue, its form, its place and the acts of the words round it."""
    token, act, taken = scene.cue.token, entry.act, scene.taken
    pos, dep = token.pos_, token.label
    names = [f"cue={entry.cue}&{entry.pos}&{act}", f"lemma={fold(token.lemma_)}&{act}", f"act={act}", f"dep={dep}&{act}",
             f"quoted={scene.quoted}&{act}", f"said={said_by(scene)}&{act}", f"says={scene.says}&{act}", f"taken={taken}&{act}",
             f"multi={bool(entry.rest)}&{act}"]
    if token.head is not token:
        names.append(f"headact={_acts_of(token.head)}&{act}")
    for child in token.children:
        if child.pos_ in _LEXICAL:
            names.append(f"governs={_acts_of(child)}&{child.label}&{act}")
        if child.dep_ == "det":
            names.append(f"det={child.lower_}&{act}")
    if entry.pos == "Q":
        names += [f"word={word}&{act}" for word in scene.words]
    return list(dict.fromkeys(names))


def _of_place(scene: Scene) -> list[str]:
    """How the cue stands in its sentence: its form, what it governs, which places are filled, the lemmas next to it."""
    token, pos = scene.cue.token, scene.cue.token.pos_
    names = [f"said={said_by(scene)}&{pos}", f"taken={scene.taken}&{pos}", f"acts={len(scene.cue.entries)}",
             f"headlemma={fold(token.head.lemma_)}&{token.label}", f"kinds={'+'.join(sorted({unit.kind for unit in scene.units}))}"]
    for child in token.children:
        if child.pos_ not in ("PUNCT", "SPACE"):
            names.append(f"child={child.label}&{pos}")
        if child.pos_ in _CARRIES_MEANING:
            names.append(f"childlemma={fold(child.lemma_)}&{child.label}")
    names += [f"morph={value}&{pos}" for key in ("VerbForm", "Tense", "Mood") for value in token.morph.get(key)]
    return list(dict.fromkeys(names)) + [f"slot={slot}&{pos}" for slot in scene.slots] + _around(token)


def _of_word(scene: Scene, cue: str) -> list[str]:
    """How the word itself is used here: what governs it, what is said of it, which places round it are filled."""
    token = scene.cue.token
    uses = [f"dep={token.label}", f"quoted={scene.quoted}", f"says={scene.says}&{said_by(scene)}"]
    return [f"cue={cue}&{use}" for use in uses] + [f"slot={slot}&cue={cue}" for slot in scene.slots]


def _framed(scene: Scene, entry: Entry) -> list[str]:
    """Whether an actor stands where the lexicon expects the target, and another as the subject: ``livrer des chars à Kiev``."""
    fits = {_fits(scene.ways.get(unit.head.i, ""), unit.head.preposition, entry, scene.role(unit)) for unit in scene.units}
    place = next((fit for fit in ("yes0", "yes1", "near") if fit in fits), "no")
    frame = f"framed={place}{'s' if 's' in scene.taken else ''}"
    return [f"{frame}&{entry.act}", f"{frame}&{entry.pos}"]


def _around(token: Word) -> list[str]:
    """The lemmas of the word before and the one behind, within the sentence."""
    places = [(offset, token.i + offset) for offset in (-1, 1)]
    return [f"near{offset}={fold(token.doc[at].lemma_)}" for offset, at in places if token.sent.start <= at < token.sent.end]


def said_by(scene: Scene) -> str:
    """Voice of the statement that holds the cue, ``-`` where the article itself speaks."""
    return scene.saying.voice if scene.saying is not None and not scene.says else "-"


def _acts_of(token: Word) -> str:
    rows = entries().get(fold(token.lemma_), ())
    return rows[-1].act if rows and not rows[-1].rest else "-"


def _related(scene: Scene, unit: Unit, entry: Entry) -> list[str]:
    """A unit of the cue's sentence: path, preposition, role, what lies between."""
    token, act, pos = scene.cue.token, entry.act, scene.cue.token.pos_
    way, word, role = scene.ways.get(unit.head.i, ""), unit.head.preposition, scene.role(unit)
    fits = _fits(way, word, entry, role)
    side = "before" if unit.start < token.i else "after"
    between = min(units_between(scene, unit), 4)
    distance = _DISTANCES[bisect_left(_DISTANCES, abs(unit.head.i - token.i))]
    edge = token.doc[unit.end - 1] if side == "before" else token.doc[unit.start]
    return [f"path={way}", f"path={way}&passive={scene.passive}", f"own={unit.head.label}:{word}&pos={pos}", f"prep={word}&{act}",
            f"fits={fits}", f"fits={fits}&pos={pos}", f"gap={side}{gap(token, edge)}&passive={scene.passive}",
            f"role={role}", f"role={role}&{act}", f"role={role}&{pos}", f"role={role}&fits={fits}", f"role={role}&frame={entry.targets[0]}",
            f"role={role}&rule={unit.rule}", f"{side}&between={between}", f"{side}&between={between}&{act}",
            f"{side}&between={between}&quoted={scene.quoted}", f"{side}&distance={distance}", f"rule={unit.rule}",
            f"rule={unit.rule}&{act}", f"place={unit.place}", f"kind={unit.kind}", f"kind={unit.kind}&{act}", f"nested={_nested(scene, unit)}",
            f"role={role}&cue={entry.cue}", f"{side}&cue={entry.cue}"]


def units_between(scene: Scene, unit: Unit) -> int:
    """How many units stand between a unit of the sentence and the cue."""
    place = scene.cue.token.i
    first, last = (unit.start, place) if unit.start < place else (place, unit.start)
    return sum([first < other.start < last for other in scene.units])


def _nested(scene: Scene, unit: Unit) -> bool:
    """Whether a longer unit holds this one: ``Kiev`` in ``l'ambassadeur russe à Kiev``."""
    return any(other is not unit and other.start <= unit.start and unit.end <= other.end for other in scene.units)


def _fits(way: str, word: str, entry: Entry, role: str) -> str:
    """Whether the unit stands where the lexicon expects the target."""
    for rank, place in enumerate(entry.targets):
        if role.rstrip("+") == place or (place == word and word and way not in ("", "far")):
            return f"yes{min(rank, 1)}"
    return "near" if way not in ("", "far") and "^" not in way else "no"


def _standing(scene: Scene, entry: Entry, unit: Unit, origin: str) -> list[str]:
    """How a unit stands to the cue, in its sentence or outside; the same for it as source and as target of anybody, so
    written once."""
    key = (id(unit), entry.act, origin)
    if key not in scene.relations:
        scene.relations[key] = (_related(scene, unit, entry) if origin == "sentence" else _elsewhere(scene, entry, unit, origin))
    return scene.relations[key]


def _elsewhere(scene: Scene, entry: Entry, unit: Unit, origin: str) -> list[str]:
    """A unit that is not in the cue's sentence: what it is, and what the cue's own sentence already fills."""
    subject, obj = scene.pronouns
    rank = next((i for i, other in enumerate(scene.before[:4]) if other is unit), 4)
    names = [f"label={unit.head.label}", f"rank={rank}", f"kind={unit.kind}", f"kind={unit.kind}&{entry.act}",
             f"rule={unit.rule}", f"units={min(len(scene.units), 4)}", f"subj={subject}", f"obj={obj}", *scene.slots]
    topic = topic_rank(scene, unit)
    names += [f"cue={entry.cue}", f"taken={scene.taken}&{entry.act}", f"topic={topic}", f"speaks={_speaks(scene, unit)}"]
    return [f"{origin}&{name}" for name in names]


def topic_rank(scene: Scene, unit: Unit) -> int:
    """Rank of the unit's actors among those whom the article names most; 3 for others."""
    return next((i for i, other in enumerate(scene.topics) if set(other.members) & set(unit.members)), 3)


def _salience(scene: Scene, unit: Unit) -> str:
    share = max([scene.salience.get(member, 0) for member in unit.members])
    return f"salience={_SHARES[bisect_left(_SHARES, share)]}"


def _speaks(scene: Scene, unit: Unit) -> bool:
    return scene.speaker is not None and set(unit.members) == set(scene.speaker.members)


def source_features(scene: Scene, entry: Entry, unit: Unit | None, origin: str) -> Parts:
    """Is this unit the one whose stance the cue expresses? ``origin``: sentence, speaker, before or unknown."""
    pos, subject, taken = scene.cue.token.pos_, scene.pronouns[0], scene.taken
    count = min(len(scene.units), 4)
    if unit is None:
        names = ["", pos, entry.act, scene.quoted, f"units={count}&{pos}", f"taken={taken}&{pos}",
                 f"subj={subject}", f"subj={subject}&{scene.quoted}", f"speaker={scene.speaker is not None}&{scene.quoted}",
                 f"before={min(len(scene.before), 2)}", *scene.slots]
        return [f"unknown&{name}" for name in names], ()
    voice = f"speaker={_speaks(scene, unit)}&says={scene.says}&{said_by(scene)}"
    names = [f"origin={origin}", f"origin={origin}&{scene.quoted}", f"subj={subject}&{origin}", f"taken={taken}&{origin}", voice,
             f"{voice}&{pos}", f"{voice}&subj={subject}", f"speaker={_speaks(scene, unit)}&{scene.quoted}", _salience(scene, unit)]
    return names, _standing(scene, entry, unit, origin)


def target_features(scene: Scene, entry: Entry, unit: Unit | None, source: Unit, origin: str) -> Parts:
    """Is this unit the one towards whom? None is the candidate «nobody», or somebody unknown."""
    act, pos = entry.act, scene.cue.token.pos_
    others = min(sum(1 for other in scene.units if other.members != source.members), 3)
    if unit is None:
        return [f"{origin}:{name}" for name in _without_target(scene, entry, source, others)], ()
    if origin == "mutual":
        each = _reciprocal(scene)
        return [f"mutual&{name}" for name in (act, f"others={others}", pos, scene.quoted, f"each={each}", f"each={each}&{act}")], ()
    same, kinds = unit.node == source.node, f"{source.kind}>{unit.kind}"
    names = [f"origin={origin}", f"others={others}&{origin}", _salience(scene, unit),
             f"kinds={kinds}", f"same={same}&{kinds}", f"same={same}&{act}", f"same={same}&{origin}", f"same={same}&{origin}&{act}",
             f"speaker={_speaks(scene, unit)}&{scene.quoted}", f"taken={scene.taken}&{origin}",
             f"topic={topic_rank(scene, unit)}&{origin}", f"cue={entry.cue}&{origin}"]
    if origin == "sentence":
        way = path(source.head, unit.head, scene.line(unit)) if source.head.sent is unit.head.sent else "-"
        names += [f"from={way}", f"same={same}&role={scene.role(unit)}", f"after_source={unit.start > source.start}&pos={pos}"]
    return names, _standing(scene, entry, unit, origin)


def _without_target(scene: Scene, entry: Entry, source: Unit, others: int) -> list[str]:
    """What speaks for a stance towards nobody, or towards somebody whom the article does not name: who else is there,
    which places round the cue are filled."""
    act, pos, obj = entry.act, scene.cue.token.pos_, scene.pronouns[1]
    outside = min(sum(1 for other in scene.before if other.node != source.node), 2)
    names = ["", act, f"frame={entry.targets[0]}", f"others={others}", f"others={others}&{pos}", f"others={others}&{act}",
             scene.quoted, f"{scene.quoted}&others={others}", f"outside={outside}&others={others}", f"source={source.kind}",
             f"taken={scene.taken}", f"taken={scene.taken}&{act}", f"obj={obj}&others={others}",
             f"cue={entry.cue}", f"pos={pos}&{act}", f"says={scene.says}&{act}"]
    return names + [name for slot in scene.slots for name in (slot, f"{slot}&{act}", f"{slot}&cue={entry.cue}")]


def _reciprocal(scene: Scene) -> str:
    """``se`` or a word of mutuality near the cue."""
    place = scene.cue.token.i
    words = {fold(word.text) for word in scene.cue.token.doc[max(place - 4, 0):place + 5]}
    found = next((word for word in _MUTUAL if word in words), "")
    return found or ("se" if words & {"se", "s'", "leur", "leurs"} else "-")
