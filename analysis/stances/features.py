"""Features of a cue, and of a unit as its source or target: strings whose weights the model learnt.

A feature is ``name=value``; conjunctions are written with ``&``. Nothing here knows single articles or actors, so that
what is learnt is the language: lemmas, parts of speech, dependency paths, prepositions, places, kinds of actor.
"""
from analysis.acts import ACTS
from analysis.stances.lexicon import Entry, entries, fold
from analysis.stances.scene import Scene
from analysis.stances.syntax import gap, label, path, preposition
from analysis.stances.units import Unit
from analysis.stances.words import Word

SIGNS = {name: f"{act.sign:+d}" for name, act in ACTS.items()}


def cue_features(scene: Scene, entry: Entry) -> list[str]:
    """Does this cue express this act here?"""
    token = scene.cue.token
    lemma, act = fold(token.lemma_), entry.act
    head = token.head if token.head.i != token.i else None
    base = [
        f"cue={entry.cue}&{entry.pos}&{act}", f"lemma={lemma}&{act}", f"act={act}", f"pos={token.pos_}&{act}",
        f"dep={label(token)}", f"dep={label(token)}&pos={token.pos_}", f"dep={label(token)}&{act}", f"quoted={scene.quoted}",
        f"quoted={scene.quoted}&{act}", f"quoted={scene.quoted}&pos={token.pos_}", f"title={scene.title}&pos={token.pos_}",
        f"units={min(len(scene.units), 4)}", f"units={min(len(scene.units), 4)}&pos={token.pos_}",
        f"speaker={scene.speaker is not None}&quoted={scene.quoted}", f"says={scene.says}&{act}", f"said={_said(scene)}&{token.pos_}",
        f"said={_said(scene)}&{act}", f"multi={bool(entry.rest)}&{act}",
        f"acts={len(scene.cue.entries)}",
    ]
    if head is not None:
        base += [f"head={fold(head.lemma_)}", f"head={fold(head.lemma_)}&{label(token)}", f"headpos={head.pos_}&{label(token)}",
                 f"headcue={_acts_of(head)}&{label(token)}", f"headact={_acts_of(head)}&{act}"]
    base += [f"child={label(c)}&{token.pos_}" for c in token.children if c.pos_ not in ("PUNCT", "SPACE")]
    base += [f"governs={_acts_of(c)}&{label(c)}&{act}" for c in token.children if c.pos_ in ("VERB", "NOUN", "ADJ")]
    base += [f"obj={fold(c.lemma_)}&{act}" for c in token.children if label(c) in ("obj", "xcomp", "obl")]
    base += [f"det={c.lower_}&{act}" for c in token.children if c.dep_ == "det"]
    base += [f"mark={c.lower_}" for c in token.children if c.dep_ in ("mark", "aux", "advmod")]
    base += [f"morph={m}&{token.pos_}" for m in (token.morph.get("VerbForm") + token.morph.get("Tense") + token.morph.get("Mood"))]
    if entry.pos == "Q":
        base += [f"word={word}&{act}" for word in scene.words]
    elif scene.quoted != "no":
        base += [f"word={word}&{kind}" for word in scene.words for kind in (SIGNS[act],)]
    base += _around(token)
    base += [f"taken={scene.taken}", f"taken={scene.taken}&{act}", f"taken={scene.taken}&{token.pos_}", f"taken={scene.taken}&cue={entry.cue}"]
    base += [f"slot={slot}&{act}" for slot in scene.slots] + [f"slot={slot}&{token.pos_}" for slot in scene.slots]
    ways = set(scene.ways.values()) - {"far"}
    base += [f"has={step}&{token.pos_}" for step in ways] + [f"has={step}&{act}" for step in ways]
    return base


def _said(scene: Scene) -> str:
    """Voice of the statement that holds the cue, ``-`` where the article itself speaks."""
    return scene.saying.voice if scene.saying is not None and not scene.says else "-"


def _around(token: Word) -> list[str]:
    doc = token.doc
    near = []
    for offset in (-2, -1, 1, 2):
        at = token.i + offset
        if token.sent.start <= at < token.sent.end:
            near.append(f"near{offset}={fold(doc[at].lemma_)}")
    return near


def _acts_of(token: Word) -> str:
    rows = entries().get(fold(token.lemma_), ())
    return rows[0].act if rows and not rows[0].rest else "-"


def _nested(scene: Scene, unit: Unit) -> bool:
    """Whether a longer unit holds this one: ``Kiev`` in ``l'ambassadeur russe à Kiev``."""
    return any(other is not unit and other.start <= unit.start and unit.end <= other.end for other in scene.units)


def _place(scene: Scene, unit: Unit) -> list[str]:
    """Where the unit stands, seen from the cue."""
    token = scene.cue.token
    side = "before" if unit.start < token.i else "after"
    between = sum(1 for other in scene.units if min(unit.start, token.i) < other.start < max(unit.start, token.i))
    distance = abs(unit.head.i - token.i)
    bucket = next(str(limit) for limit in (1, 2, 3, 5, 8, 12, 20, 10_000) if distance <= limit)
    return [f"{side}", f"{side}&between={min(between, 4)}", f"{side}&distance={bucket}"]


def _relation(scene: Scene, unit: Unit, entry: Entry) -> list[str]:
    """Features that source and target share; each side weighs them for itself."""
    token, act = scene.cue.token, entry.act
    way = scene.ways.get(unit.head.i, '')
    word = preposition(unit.head)
    passive = scene.passive
    features = [f"path={way}", f"path={way}&pos={token.pos_}", f"path={way}&{act}", f"path={way}&passive={passive}",
                f"path={way}&cue={entry.cue}", f"own={label(unit.head)}:{word}&pos={token.pos_}", f"prep={word}&{act}",
                f"fits={_fits(way, word, entry)}", f"fits={_fits(way, word, entry)}&pos={token.pos_}",
                f"rule={unit.rule}", f"rule={unit.rule}&{act}", f"place={unit.place}", f"many={len(unit.members) > 1}&{act}",
                f"quoted={scene.quoted}&path={way}", f"first={unit is scene.units[0] if scene.units else False}"]
    features += [f"kind={unit.kind}", f"kind={unit.kind}&{act}", f"kind={unit.kind}&path={way}", f"rule={unit.rule}&path={way}",
                 f"nested={_nested(scene, unit)}", f"nested={_nested(scene, unit)}&{act}"]
    between = gap(token, doc_edge(unit, token))
    side = "<" if unit.start < token.i else ">"
    features += [f"gap={side}{between}&{token.pos_}", f"gap={side}{between}&{act}", f"gap={side}{between}&passive={passive}"]
    role, taken = scene.role(unit), scene.taken
    features += [f"role={role}", f"role={role}&{act}", f"role={role}&{token.pos_}", f"role={role}&cue={entry.cue}",
                 f"role={role}&fits={_fits(way, word, entry, role)}", f"role={role}&taken={taken}", f"role={role}&taken={taken}&{token.pos_}",
                 f"role={role}&quoted={scene.quoted}", f"role={role}&rule={unit.rule}", f"role={role}&frame={entry.targets[0]}"]
    place = _place(scene, unit)
    features += place + [f"{p}&pos={token.pos_}" for p in place] + [f"{place[1]}&{act}", f"{place[1]}&quoted={scene.quoted}"]
    return features


def doc_edge(unit: Unit, token: Word) -> Word:
    """The unit's token nearest to another token."""
    return token.doc[unit.end - 1] if unit.start < token.i else token.doc[unit.start]


def _fits(way: str, word: str, entry: Entry, role: str = "-") -> str:
    """Whether the unit stands where the lexicon expects the target."""
    for rank, place in enumerate(entry.targets):
        if role.rstrip("+") == place or (place == word and word and way not in ("", "far")):
            return f"yes{min(rank, 1)}"
    if not way or way == "far":
        return "no"
    return "near" if "^" not in way else "no"


def _elsewhere(scene: Scene, entry: Entry, unit: Unit, origin: str) -> list[str]:
    """Features of a unit that is not in the cue's sentence."""
    subject, obj = scene.pronouns
    slots = [f"{origin}&{slot}" for slot in scene.slots]
    rank = next((i for i, other in enumerate(scene.before) if other is unit), 9)
    return slots + [f"{slot}&{entry.pos}" for slot in slots] + [
            f"{origin}&label={label(unit.head)}", f"{origin}&rank={min(rank, 4)}", f"{origin}&kind={unit.kind}",
            f"{origin}&kind={unit.kind}&{entry.act}", f"{origin}&rule={unit.rule}", f"{origin}&units={min(len(scene.units), 4)}",
            *(f"{origin}&subj={subject}", f"{origin}&obj={obj}", f"{origin}&obj={obj}&{entry.act}"), f"{origin}&{entry.act}&units={min(len(scene.units), 2)}"]


def _salience(scene: Scene, unit: Unit) -> list[str]:
    share = max(scene.salience.get(member, 0) for member in unit.members)
    bucket = next(str(limit) for limit in (0.02, 0.05, 0.1, 0.2, 1.0) if share <= limit)
    return [f"salience={bucket}"]


def _reciprocal(scene: Scene) -> str:
    """``se`` or a word of mutuality near the cue."""
    window = scene.cue.token.doc[max(scene.cue.token.i - 4, 0):scene.cue.token.i + 5]
    words = {fold(token.text) for token in window}
    for word in ("mutuellement", "mutuel", "mutuelle", "mutuelles", "ensemble", "entre", "deux", "trois", "commun", "commune", "conjointe"):
        if word in words:
            return word
    return "se" if words & {"se", "s'", "leur", "leurs"} else "-"


def source_features(scene: Scene, entry: Entry, unit: Unit | None, origin: str) -> list[str]:
    """Is this unit the one whose stance the cue expresses? ``origin``: sentence, speaker or before."""
    pos = scene.cue.token.pos_
    subject, _ = scene.pronouns
    if unit is None:
        return ["S:unknown&" + name for name in (
            "", pos, entry.act, scene.quoted, f"units={min(len(scene.units), 4)}", f"taken={scene.taken}", f"subj={subject}",
            f"subj={subject}&{scene.quoted}&{pos}", f"taken={scene.taken}&{pos}", f"speaker={scene.speaker is not None}&{scene.quoted}",
            f"cue={entry.cue}", f"before={min(len(scene.before), 2)}", f"units={min(len(scene.units), 4)}&{pos}", *scene.slots)]
    common = [f"origin={origin}", f"origin={origin}&quoted={scene.quoted}", f"origin={origin}&pos={pos}",
              f"origin={origin}&{entry.act}", f"alone={min(len(scene.units), 4)}&{origin}&{scene.quoted}",
              f"subj={subject}&{origin}", f"subj={subject}&{origin}&{scene.quoted}", *_salience(scene, unit)]
    is_speaker = scene.speaker is not None and set(unit.members) == set(scene.speaker.members)
    voice = f"says{scene.says}&{_said(scene)}"
    common += [f"speaker={is_speaker}&{voice}", f"speaker={is_speaker}&{voice}&{pos}", f"speaker={is_speaker}&{voice}&{entry.act}",
               f"speaker={is_speaker}&{voice}&subj={subject}", f"speaker={is_speaker}&quoted={scene.quoted}", f"speaker={is_speaker}&{entry.act}&{scene.quoted}",
               f"speaker={is_speaker}&{pos}&{scene.quoted}", f"speaker={is_speaker}&subj={subject}&{scene.quoted}"]
    common += [f"taken={scene.taken}&{origin}", f"taken={scene.taken}&{origin}&{pos}"]
    more = _relation(scene, unit, entry) if origin == "sentence" else _elsewhere(scene, entry, unit, origin)
    return ["S:" + name for name in common + more]


def target_features(scene: Scene, entry: Entry, unit: Unit | None, source: Unit, origin: str) -> list[str]:
    """Is this unit the one towards whom? None is the candidate «nobody»."""
    act, pos = entry.act, scene.cue.token.pos_
    others = min(sum(1 for other in scene.units if other.members != source.members), 3)
    subject, obj = scene.pronouns
    outside = min(sum(1 for other in scene.before if other.node != source.node), 2)
    if unit is None:
        names = [f"nobody&{act}", f"nobody&cue={entry.cue}", f"nobody&others={others}", f"nobody&others={others}&{pos}",
                 f"nobody&quoted={scene.quoted}", f"nobody&{scene.quoted}&others={others}", f"nobody&frame={entry.targets[0]}",
                 f"nobody&others={others}&{act}", f"nobody&outside={outside}&others={others}", f"nobody&source={source.kind}",
                 f"nobody&taken={scene.taken}", f"nobody&taken={scene.taken}&{act}", f"nobody&taken={scene.taken}&{pos}",
                 f"nobody&obj={obj}", f"nobody&obj={obj}&{act}", f"nobody&obj={obj}&others={others}"]
        names += [f"nobody&{slot}" for slot in scene.slots] + [f"nobody&{slot}&{act}" for slot in scene.slots]
        return [f"T:{origin}:{name}" for name in names + ["nobody"]]
    if origin == "mutual":
        names = [f"mutual&{act}", f"mutual&cue={entry.cue}", f"mutual&others={others}", f"mutual&{pos}",
                 f"mutual&way={scene.ways.get(unit.head.i, '-')}&{act}",
                 f"mutual&each={_reciprocal(scene)}", f"mutual&each={_reciprocal(scene)}&{act}", f"mutual&quoted={scene.quoted}"]
        return ["T:" + name for name in names]
    same = unit.node == source.node
    is_speaker = scene.speaker is not None and set(unit.members) == set(scene.speaker.members)
    inside = scene.says and scene.saying is not None and scene.saying.start <= unit.head.idx < scene.saying.end
    common = [f"origin={origin}", f"origin={origin}&{act}", f"origin={origin}&quoted={scene.quoted}", *_salience(scene, unit),
              f"speaker={is_speaker}&{scene.quoted}", f"says={scene.says}&inside={inside}", f"says={scene.says}&inside={inside}&{act}",
              f"said={_said(scene)}&{origin}",
              f"same={same}&{source.kind}>{unit.kind}", f"same={same}&{source.kind}>{unit.kind}&{act}", f"same={same}&rule={unit.rule}",
              f"same={same}&role={scene.role(unit) if origin == 'sentence' else origin}", f"same={same}&{origin}&{act}",
              f"same_node={unit.node == source.node}&{origin}", f"same_node={unit.node == source.node}&{act}",
              f"kinds={source.kind}>{unit.kind}", f"kinds={source.kind}>{unit.kind}&{act}", f"others={others}&{origin}",
              f"nested={_nested(scene, unit)}&{origin}", f"taken={scene.taken}&{origin}", f"taken={scene.taken}&{origin}&{act}"]
    if origin == "sentence":
        together = source.head.sent.start == unit.head.sent.start
        way = path(source.head, unit.head, scene.line(unit)) if together else "-"
        common += _relation(scene, unit, entry) + [f"from={way}", f"from={way}&{act}", f"after_source={unit.start > source.start}&pos={pos}"]
    else:
        common += _elsewhere(scene, entry, unit, origin) + [f"{origin}&cue={entry.cue}"]
    return ["T:" + name for name in common]
