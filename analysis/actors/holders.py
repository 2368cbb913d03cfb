"""Whom an office phrase stands for: the person named beside it, the holder at the date, or somebody met before."""
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date

from analysis import world
from analysis.actors.cast import Cast
from analysis.actors.offices import Phrase
from analysis.actors.scene import Scene, country, organisation
from analysis.actors.surnames import Named
from analysis.actors.words import Words
from analysis.records import Actor

#: determiners that say « the one you know »
_DEFINITE = frozenset(("le", "la", "l", "du", "au", "ce", "cet", "cette", "les", "des", "aux", ""))
_APPOSED = frozenset((", ", " (", " - ", " – "))


@dataclass
class Cue:
    """A place where an office was heard: for « le ministre », who held it last."""

    at: int
    office_id: str
    code: str
    actor_id: str


@dataclass
class Court:
    """What office phrases have told so far in one article."""

    scene: Scene
    cast: Cast
    named: list[Named]
    cues: list[Cue] = field(default_factory=list)
    starts: dict[int, Named] = field(default_factory=dict)
    ends: dict[int, Named] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.starts = {n.first: n for n in self.named}
        self.ends = {n.last: n for n in self.named}


def link_names(court: Court, phrases: list[Phrase]) -> None:
    """Join each phrase to the names in apposition to it, and learn from them who holds what."""
    inside = {k: n for n in court.named for k in range(n.first, n.last)}
    for phrase in phrases:
        if phrase.head in inside:  # « le roi Salmane » where the table's own name holds the title
            phrase.people, phrase.mode = [], "named"
            continue
        if not phrase.rows:
            phrase.people = [n.actor_id for n in _after(court, phrase)]
            continue
        beside = _after(court, phrase) or _before(court, phrase)
        phrase.people = [n.actor_id for n in beside]
        codes = [code for code, _, _ in phrase.codes] or [phrase.implied()]
        for number, name in enumerate(beside):
            code = codes[number] if number < len(codes) and len(codes) == len(beside) else codes[0]
            _learn(court, phrase, name.actor_id, code)


def _after(court: Court, phrase: Phrase) -> list[Named]:
    """Names after the phrase: « le président russe Vladimir Poutine », « le ministre de la Défense, Sergueï Choïgou, »."""
    words = court.scene.words
    first = court.starts.get(phrase.last)
    if first is None or phrase.last >= len(words):
        return []
    gap = words.gap[phrase.last - 1]
    if gap not in (" ", "\u00a0", ", ", " (", ": "):
        return []
    found = _listed(court, first) if phrase.plural else [first]
    if gap == ", " and not phrase.plural and not _fits(court, phrase, first):
        return []
    return found


def _fits(court: Court, phrase: Phrase, name: Named) -> bool:
    """Whether « office, NAME » is an apposition: the table says so, or it closes and nothing speaks against it."""
    if _holds(court, phrase, name.actor_id):
        return True
    if not _closed(court.scene.words, name.last) or phrase.determiner in ("du", "des"):
        return False
    if name.actor_id not in world.people() or not court.scene.window:
        return True
    if not world.roles_of(name.actor_id, *court.scene.window):
        return True
    codes = {code for code, _, _ in phrase.codes} | {phrase.implied()}
    home = court.scene.actors[name.actor_id].country
    return bool(home) and home in codes and phrase.determiner in ("le", "la", "l")


def home_mention(court: Court, code: str, first: int, last: int) -> None:
    """A state's name inside a counterpart's phrase stays a mention of the state as a place."""
    if court.scene.words.cap[first] and code in world.countries() and court.scene.free(first, last):
        court.scene.add(first, last, country(code), "name", place=True)


def _listed(court: Court, first: Named) -> list[Named]:
    """The names of a list that starts with ``first``: « Emmanuel Macron, Friedrich Merz et Keir Starmer »."""
    words, found = court.scene.words, [first]
    while True:
        i = found[-1].last
        if i < len(words) and words.fold[i] in ("et", "ou"):
            i += 1
        elif i >= len(words) or words.gap[i - 1] != ", ":
            return found
        name = court.starts.get(i)
        if name is None:
            return found
        found.append(name)


def _closed(words: Words, last: int) -> bool:
    """Whether an apposition ends after word last - 1."""
    return last >= len(words) or any(c in words.gap[last - 1] for c in ",.;:)\"»”\n-–")


def _holds(court: Court, phrase: Phrase, actor_id: str) -> bool:
    """Whether the table knows the person in that office at the date."""
    if not court.scene.window:
        return False
    offices = {row.office_id for row in phrase.rows} | {o for row in phrase.rows for o in row.stands_for}
    return any(term.office_id in offices for term in world.roles_of(actor_id, *court.scene.window))


def _before(court: Court, phrase: Phrase) -> list[Named]:
    """The name before the phrase: « Josep Borrell, le chef de la diplomatie européenne »."""
    words = court.scene.words
    name = court.ends.get(phrase.first)
    if name and phrase.first and words.gap[phrase.first - 1] in _APPOSED and not phrase.plural and phrase.determiner in ("le", "la", "l", "un", "une", ""):
        return [name] if phrase.determiner in ("", "un", "une") or _closed(words, phrase.last) else []
    return []


def _learn(court: Court, phrase: Phrase, actor_id: str, code: str) -> None:
    """Note that the person holds the office of that state; fill in country and role of a person the tables do not know."""
    actor = court.scene.actors[actor_id]
    code = code or actor.country
    row = phrase.row(code)
    if phrase.mode == "present":
        court.cast.offices.setdefault((row.office_id, code), actor_id)
        court.cues.append(Cue(phrase.first, row.office_id, code, actor_id))
    if actor_id not in world.people():
        text = court.scene.words.slice(phrase.head, phrase.last)
        role = "" if phrase.open else (row.role_f if actor.gender == "f" else row.role)
        if phrase.mode != "present":
            role = f"{'ancienne' if actor.gender == 'f' else 'ancien'} {role}" if phrase.mode == "past" and role else ""
        court.scene.describe(actor_id, country=code if code in world.countries() else "", role=role or text)


def resolve(court: Court, phrases: list[Phrase], read_counterpart: Callable[[Court, Phrase], None]) -> None:
    """Give each phrase its mentions, from left to right; counterparts are read by ``read_counterpart``."""
    for phrase in phrases:
        if phrase.mode == "named":
            continue
        if not phrase.rows:
            read_counterpart(court, phrase)
        elif phrase.people:
            _mention_named(court, phrase)
        elif phrase.mode == "present" and not phrase.open:
            _mention_unnamed(court, phrase)


def _mention_named(court: Court, phrase: Phrase) -> None:
    """The office beside a name is a mention of its own: « le chef de la diplomatie russe, Sergueï Lavrov »."""
    if len(phrase.people) == 1:
        court.scene.add(phrase.first, phrase.last, court.scene.actors[phrase.people[0]], "office", own=False)


def _mention_unnamed(court: Court, phrase: Phrase) -> None:
    if phrase.plural:
        for code, first, last in phrase.codes if len(phrase.codes) > 1 else ():
            _put(court, phrase, code, first, last)
        return
    code = phrase.codes[0][0] if phrase.codes else phrase.implied()
    if not phrase.determiner and not _stands_alone(court.scene.words, phrase.first):
        return
    if phrase.determiner in ("son", "sa", "leur", "notre") and not code:
        return
    if phrase.determiner in ("un", "une") and code:
        court.scene.add(phrase.first, phrase.last, nameless(phrase.row(code), code), "office", own=False)
    elif phrase.determiner in ("un", "une"):
        return
    elif code:
        _put(court, phrase, code, phrase.first, phrase.last)
    elif phrase.determiner in _DEFINITE and phrase.determiner:
        actor = _back(court, phrase)
        if actor:
            court.scene.add(phrase.first, phrase.last, actor, "coreference", own=False)


def _stands_alone(words: Words, i: int) -> bool:
    """Whether an office without a determiner opens a sentence or an apposition, not « devenir président de la Russie »."""
    return i == 0 or words.opens(i) or words.gap[i - 1] in _APPOSED


def _put(court: Court, phrase: Phrase, code: str, first: int, last: int) -> None:
    """A mention of the holder of the office in that state."""
    row = phrase.row(code)
    year = past_year(court.scene, phrase.first, phrase.last)
    actor = _holder_in(court, row, code, year) if year else holder(court, row, code)
    if actor is None:
        return
    court.scene.add(first, last, actor, "office", own=False)
    court.cues.append(Cue(phrase.first, row.office_id, code, actor.actor_id))


def past_year(scene: Scene, first: int, last: int) -> int:
    """The past year in which the clause of words first … last - 1 plays (« En 2014, le président américain »), or 0."""
    words = scene.words
    if not scene.window:
        return 0
    k = first - 1
    while k > 0 and words.sentence[k] == words.sentence[first] and words.pos[k] not in ("VERB", "AUX") and first - k < 8:
        if _is_past_year(scene, k):
            return int(words.form[k])
        k -= 1
    if not any(w in ("avait", "avaient") for w in words.fold[last:last + 3]):
        return 0
    for k in range(last, min(last + 14, len(words))):
        if _is_past_year(scene, k):
            return int(words.form[k])
        if any(c in words.gap[k] for c in ".;:\n"):
            break
    return 0


def _is_past_year(scene: Scene, k: int) -> bool:
    """Whether word k is a year before the one of publication, told as a date and not as a beginning (depuis 2014)."""
    form = scene.words.form[k]
    if len(form) != 4 or not form.isdigit() or not form.startswith(("19", "20")) or scene.window is None:
        return False
    return int(form) < scene.window[0].year and scene.words.fold[k - 1] not in ("depuis", "des")


def _holder_in(court: Court, row: world.Office, code: str, year: int) -> Actor | None:
    """Who held the office in a past year; nobody where it changed hands in it."""
    found = world.holder(row.office_id, code, date(year, 1, 1), date(year, 12, 31))
    return court.cast.known(found.person_id) if found else None


def holder(court: Court, row: world.Office, code: str) -> Actor | None:
    """The person whom the article or the table gives for the office; else the office itself, without a name."""
    scene = court.scene
    for office_id in (row.office_id, *row.stands_for):
        if (office_id, code) in court.cast.offices:
            return scene.actors[court.cast.offices[office_id, code]]
    if scene.window:
        found = world.holder(row.office_id, code, *scene.window)
        if found:
            return court.cast.known(found.person_id)
    return nameless(row, code)


def nameless(row: world.Office, code: str) -> Actor:
    """An office whose holder is not known or not single: « un porte-parole du gouvernement chinois »."""
    return Actor(f"{code}-{row.office_id}", "", "person", code if code in world.countries() else "", row.role)


def _back(court: Court, phrase: Phrase) -> Actor | None:
    """« le ministre », « le chef de l'Etat »: the last person of the article who holds that office, else the next."""
    offices = {row.office_id for row in phrase.rows} | {o for row in phrase.rows for o in row.stands_for}
    candidates = [(n.first, n.actor_id) for n in court.named] + [(c.at, c.actor_id) for c in court.cues]
    held = {}
    for at, actor_id in sorted(candidates):
        if actor_id not in held:
            held[actor_id] = _is_in(court, actor_id, offices)
    before = [actor_id for at, actor_id in sorted(candidates) if at < phrase.first and held[actor_id]]
    if before:
        home = [actor_id for actor_id in before if court.scene.actors[actor_id].country == court.scene.topic]
        return court.scene.actors[(home or before)[-1]]
    after = {actor_id for at, actor_id in candidates if held[actor_id]}
    if len(after) == 1:
        return court.scene.actors[after.pop()]
    return None if after else _of_topic(court, phrase)


def _of_topic(court: Court, phrase: Phrase) -> Actor | None:
    """The holder of the office in the state of which the article speaks most, where nobody in it holds the office."""
    topic = court.scene.topic
    if not topic or not court.scene.window or phrase.plural:
        return None
    found = world.holder(phrase.row(topic).office_id, topic, *court.scene.window)
    return court.cast.known(found.person_id) if found else None


def _is_in(court: Court, actor_id: str, offices: set[str]) -> bool:
    """Whether the person holds one of the offices, by the article or by the table at its date."""
    if any(c.actor_id == actor_id and c.office_id in offices for c in court.cues):
        return True
    if not court.scene.window or actor_id not in world.people():
        return False
    first, last = court.scene.window
    return any(term.office_id in offices and covers(term, first) for term in world.roles_of(actor_id, first, last))


def covers(term: world.Term, day: date) -> bool:
    """Whether the term, in its widest reading, covers the day."""
    return (term.first or date.min) <= day <= (term.last or date.max)


def actor_of(code: str) -> Actor:
    """The state or organisation of a code."""
    return country(code) if code in world.countries() else organisation(code)
