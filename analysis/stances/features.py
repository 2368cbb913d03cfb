"""Features of a cue, and of the candidates for its source and its target: groups of values, whose weights the model learnt.

What each group is called is in ``names.py``; which values a scene has is found here.
"""
from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from analysis.stances.candidates import Candidate
from analysis.stances.lexicon import Entry, entries
from analysis.stances.names import (
    Group, aim_names, aimless_names, aimless_slot_names, aimless_source_names, aimless_word_names, beside_names, child_names,
    childlemma_names, cue_names, distance_names, elsewhere_names, filled_names, framed_names, from_names, gap_names, governs_names,
    head_names, kind_names, kinds_names, known_names, lexical_names, morph_names, mutual_names, near_names, order_names, origin_names,
    outside_names, own_names, place_names, role_names, salience_names, same_names, slot_names, stand_names, unknown_names,
    unknown_subject_names, use_names, voice_names, way_names, word_origin_names,
)
from analysis.stances.scene import Scene
from analysis.stances.syntax import gap, path
from analysis.stances.units import Unit
from analysis.stances.words import Word

Groups = list[Group]

_DISTANCES = (1, 2, 3, 5, 8, 12, 20, 10_000)
_SHARES = (0.02, 0.05, 0.1, 0.2, 1.0)
_MUTUAL = ("mutuellement", "mutuel", "mutuelle", "mutuelles", "ensemble", "entre", "deux", "trois", "commun", "commune",
           "conjointe")
_LEXICAL = frozenset(("VERB", "NOUN", "ADJ"))
_CARRIES_MEANING = frozenset(("VERB", "NOUN", "ADJ", "ADV", "PRON"))
_BARE = frozenset(("PUNCT", "SPACE"))


def cue_features(scene: Scene, entry: Entry) -> Groups:
    """Does this cue express this act here?"""
    if not scene.place:  # the same for every act of a cue, so found once
        scene.place = _of_place(scene)
    return _of_act(scene, entry) + _of_word(scene, entry) + scene.place


def _of_act(scene: Scene, entry: Entry) -> Groups:
    """The act beside the cue, its form, its place and the acts of the words round it."""
    token, act = scene.cue.token, entry.act
    groups: Groups = [(cue_names, entry.cue, entry.pos, act, token.folded[0], bool(entry.rest)),
                      (stand_names, act, token.label, scene.quoted, said_by(scene), scene.says, scene.taken),
                      (framed_names, _frame(scene, entry), act, entry.pos)]
    if token.head is not token:
        groups.append((beside_names, "headact", _act_of(token.head), act))
    governed = {(governs_names, _act_of(child), child.label, act): None for child in token.children if child.pos_ in _LEXICAL}
    articles = {(beside_names, "det", child.lower_, act): None for child in token.children if child.dep_ == "det"}
    groups += [*governed, *articles]
    if entry.pos == "Q":
        groups += [(beside_names, "word", word, act) for word in scene.words]
    return groups


def _of_place(scene: Scene) -> Groups:
    """How the cue stands in its sentence: its form, what it governs, which places are filled, the lemmas next to it."""
    token, pos = scene.cue.token, scene.cue.token.pos_
    kinds = "+".join(sorted({unit.kind for unit in scene.units}))
    groups: Groups = [(place_names, said_by(scene), pos, scene.taken, len(scene.cue.entries)),
                      (head_names, token.head.folded[0], token.label), (kinds_names, kinds)]
    children: dict[Group, None] = {}
    for child in token.children:
        if child.pos_ not in _BARE:
            children[child_names, child.label, pos] = None
        if child.pos_ in _CARRIES_MEANING:
            children[childlemma_names, child.folded[0], child.label] = None
    groups += children
    groups += [(morph_names, value, pos) for key in ("VerbForm", "Tense", "Mood") for value in token.morph.get(key)]
    return groups + _around(token)


def _of_word(scene: Scene, entry: Entry) -> Groups:
    """How the word itself is used here: what governs it, what is said of it, which places round it are filled."""
    token, cue = scene.cue.token, entry.cue
    return [(use_names, cue, token.label, scene.quoted, scene.says, said_by(scene)),
            *[(slot_names, slot, token.pos_, cue) for slot in scene.slots]]


def _frame(scene: Scene, entry: Entry) -> str:
    """Whether an actor stands where the lexicon expects the target, and another as the subject: ``livrer des chars à Kiev``."""
    ways = scene.ways
    fits = {_fits(ways.get(unit.head.i, ""), unit.head.preposition, entry, scene.role(unit)) for unit in scene.units}
    place = next((fit for fit in ("yes0", "yes1", "near") if fit in fits), "no")
    return f"{place}{'s' if 's' in scene.taken else ''}"


def _around(token: Word) -> Groups:
    """The lemmas of the word before and the one behind, within the sentence."""
    places = [(offset, token.i + offset) for offset in (-1, 1)]
    return [(near_names, offset, token.doc[at].folded[0]) for offset, at in places if token.sent.start <= at < token.sent.end]


def said_by(scene: Scene) -> str:
    """Voice of the statement that holds the cue, ``-`` where the article itself speaks."""
    return scene.saying.voice if scene.saying is not None and not scene.says else "-"


def _act_of(token: Word) -> str:
    """The act that a word can express by itself, ``-`` for none."""
    rows = entries().get(token.folded[0], ())
    return rows[-1].act if rows and not rows[-1].rest else "-"


def _related(scene: Scene, unit: Unit, entry: Entry) -> Groups:
    """A unit of the cue's sentence: path, preposition, role, what lies between."""
    token, act, head = scene.cue.token, entry.act, unit.head
    way, word, role, pos = scene.ways.get(head.i, ""), head.preposition, scene.role(unit), token.pos_
    before = unit.start < token.i
    side, edge = ("before", token.doc[unit.end - 1]) if before else ("after", token.doc[unit.start])
    distance = _DISTANCES[bisect_left(_DISTANCES, abs(head.i - token.i))]
    return [(way_names, way, scene.passive),
            (own_names, head.label, word, pos, act),
            (role_names, role, _fits(way, word, entry, role), pos, act, entry.targets[0], unit.rule),
            (gap_names, side, gap(token, edge), scene.passive),
            (distance_names, side, min(units_between(scene, unit), 4), act, scene.quoted, distance),
            (kind_names, unit.kind, act, unit.place, _nested(scene, unit)),
            (lexical_names, role, side, entry.cue)]


def units_between(scene: Scene, unit: Unit) -> int:
    """How many units stand between a unit of the sentence and the cue."""
    place, starts = scene.cue.token.i, [other.start for other in scene.units]  # in order
    first, last = (unit.start, place) if unit.start < place else (place, unit.start)
    return max(bisect_left(starts, last) - bisect_right(starts, first), 0)


def _nested(scene: Scene, unit: Unit) -> bool:
    """Whether a longer unit holds this one: ``Kiev`` in ``l'ambassadeur russe à Kiev``."""
    start, end = unit.start, unit.end
    return len([other for other in scene.units if other.start <= start and end <= other.end]) > 1


def _fits(way: str, word: str, entry: Entry, role: str) -> str:
    """Whether the unit stands where the lexicon expects the target."""
    bare, near = role.rstrip("+"), way not in ("", "far")
    for rank, place in enumerate(entry.targets):
        if bare == place or (near and word and place == word):
            return "yes1" if rank else "yes0"
    return "near" if near and "^" not in way else "no"


def _standing(scene: Scene, entry: Entry, unit: Unit, origin: str) -> Groups:
    """How a unit stands to the cue, in its sentence or outside; the same for it as source and as target of anybody, so
    found once."""
    key = (id(unit), entry.act, origin)
    if key not in scene.relations:
        scene.relations[key] = (_related(scene, unit, entry) if origin == "sentence" else _elsewhere(scene, entry, unit, origin))
    return scene.relations[key]


def _elsewhere(scene: Scene, entry: Entry, unit: Unit, origin: str) -> Groups:
    """A unit that is not in the cue's sentence: what it is, and what the cue's own sentence already fills."""
    subject, obj = scene.pronouns
    rank = next((i for i, other in enumerate(scene.before[:4]) if other is unit), 4)
    return [(elsewhere_names, origin, unit.head.label, rank, unit.kind, entry.act, unit.rule),
            (filled_names, origin, min(len(scene.units), 4), subject, obj, scene.taken, entry.act),
            (known_names, origin, topic_rank(scene, unit), _speaks(scene, unit)),
            (outside_names, origin, f"cue={entry.cue}"), *[(outside_names, origin, slot) for slot in scene.slots]]


def topic_rank(scene: Scene, unit: Unit) -> int:
    """Rank of the unit's actors among those whom the article names most; 3 for others."""
    return _known(scene, unit)[0]


def _known(scene: Scene, unit: Unit) -> tuple[int, Group]:
    """(rank among the article's topics, group of the salience) of the unit's actors; found once an article."""
    members = unit.members
    if members not in scene.known:
        rank = next((rank for rank, other in enumerate(scene.topics) if not set(other.members).isdisjoint(members)), 3)
        share = max([scene.salience.get(member, 0) for member in members])
        scene.known[members] = rank, (salience_names, _SHARES[bisect_left(_SHARES, share)])
    return scene.known[members]


def _speaks(scene: Scene, unit: Unit) -> bool:
    speaker = scene.speaker
    return speaker is not None and (unit.members == speaker.members or set(unit.members) == set(speaker.members))


def source_features(scene: Scene, entry: Entry, candidates: Sequence[Candidate]) -> list[Groups]:
    """For each candidate: is this unit the one whose stance the cue expresses? No unit is somebody unknown."""
    pos, act, subject, taken, quoted = scene.cue.token.pos_, entry.act, scene.pronouns[0], scene.taken, scene.quoted
    said, says = said_by(scene), scene.says
    found: list[Groups] = []
    for unit, origin in candidates:
        if unit is None:
            found.append([(unknown_names, pos, act, quoted, min(len(scene.units), 4), taken),
                          (unknown_subject_names, subject, quoted, scene.speaker is not None, min(len(scene.before), 2)),
                          *[(outside_names, "unknown", slot) for slot in scene.slots]])
        else:
            found.append([(origin_names, origin, quoted, subject, taken), _known(scene, unit)[1],
                          (voice_names, _speaks(scene, unit), says, said, pos, subject, quoted), *_standing(scene, entry, unit, origin)])
    return found


def target_features(scene: Scene, entry: Entry, source: Unit, candidates: Sequence[Candidate]) -> list[Groups]:
    """For each candidate: is this unit the one towards whom? No unit is nobody, or somebody unknown."""
    others = min(len([1 for other in scene.units if other.members != source.members]), 3)
    return [_without_target(scene, entry, source, others, origin) if unit is None
            else _among_themselves(scene, entry, others) if origin == "mutual"
            else _of_target(scene, entry, source, unit, (origin, others)) for unit, origin in candidates]


def _of_target(scene: Scene, entry: Entry, source: Unit, unit: Unit, among: tuple[str, int]) -> Groups:
    """A unit as the target; ``among``: where it comes from, beside how many others."""
    (origin, others), same, pos = among, unit.node == source.node, scene.cue.token.pos_
    topic, salience = _known(scene, unit)
    groups: Groups = [salience, (aim_names, origin, others, topic, _speaks(scene, unit), scene.quoted, scene.taken),
                      (same_names, same, source.kind, unit.kind, entry.act, origin), (word_origin_names, entry.cue, origin)]
    if origin == "sentence":
        groups += [(from_names, way_between(scene, source, unit)), (order_names, same, scene.role(unit), unit.start > source.start, pos)]
    return groups + _standing(scene, entry, unit, origin)


def way_between(scene: Scene, source: Unit, unit: Unit) -> str:
    """The path from source to target where one sentence has both, else ``-``."""
    key = (source.head.i, unit.head.i)
    if key not in scene.paths:
        scene.paths[key] = path(source.head, unit.head) if source.head.sent is unit.head.sent else "-"
    return scene.paths[key]


def _among_themselves(scene: Scene, entry: Entry, others: int) -> Groups:
    """The members of the source towards one another."""
    return [(mutual_names, entry.act, others, scene.cue.token.pos_, scene.quoted, _reciprocal(scene))]


def _without_target(scene: Scene, entry: Entry, source: Unit, others: int, origin: str) -> Groups:
    """What speaks for a stance towards nobody, or towards somebody whom the article does not name: who else is there,
    which places round the cue are filled."""
    act, cue = entry.act, entry.cue
    outside = min(len([1 for other in scene.before if other.node != source.node]), 2)
    return [(aimless_names, origin, act, entry.targets[0], others, scene.cue.token.pos_, scene.quoted, outside),
            (aimless_source_names, origin, source.kind, scene.taken, act, scene.pronouns[1], others, scene.says),
            (aimless_word_names, origin, cue), *[(aimless_slot_names, origin, slot, act, cue) for slot in scene.slots]]


def _reciprocal(scene: Scene) -> str:
    """``se`` or a word of mutuality near the cue."""
    place = scene.cue.token.i
    words = {word.folded[1] for word in scene.cue.token.doc[max(place - 4, 0):place + 5]}
    found = next((word for word in _MUTUAL if word in words), "")
    return found or ("se" if words & {"se", "s'", "leur", "leurs"} else "-")
