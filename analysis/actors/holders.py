"""Whom an office phrase stands for: the person named beside it, the holder at the date, or somebody met before."""
from bisect import bisect_left
from collections.abc import Callable
from datetime import date

from analysis import world
from analysis.actors.appositions import APPOSED, SINGLE, Court, Cue, implied
from analysis.actors.complements import WINGS
from analysis.actors.offices import Phrase
from analysis.actors.undated import meant, undated_holder
from analysis.actors.scene import Scene, country
from analysis.actors.words import Words
from analysis.records import Actor
from analysis.spelling import fold

#: determiners that say « the one you know »
_DEFINITE = frozenset(("le", "la", "l", "du", "au", "ce", "cet", "cette", "les", "des", "aux", ""))
#: head noun of a wide wording → how the roles of those begin whom it may mean
_KINDS = {"diplomate": ("ministre des affaires etr", "vice ministre des affaires etr", "secretaire d'etat", "ambassad", "charge d'aff",
                        "chargee d'aff", "porte parole", "representant", "diplomate", "emissaire", "envoye", "consul"),
          "emissaire": ("envoye", "emissaire", "representant"), "envoye": ("envoye", "emissaire", "representant")}


def resolve(court: Court, phrases: list[Phrase], read_counterpart: Callable[[Court, Phrase], None]) -> None:
    """Give each phrase its mentions, from left to right; counterparts are read by ``read_counterpart``."""
    unknown = -1
    for phrase in phrases:
        if phrase.mode == "named":
            continue
        if not phrase.rows:
            if phrase.people or not _is_of_unknown(court, unknown, phrase.first):
                read_counterpart(court, phrase)
            continue
        if phrase.open and not phrase.people:
            unknown = phrase.head
        if phrase.people:
            _mention_named(court, phrase)
        elif phrase.mode == "present" and not phrase.open:
            _mention_unnamed(court, phrase)


def _is_of_unknown(court: Court, unknown: int, i: int) -> bool:
    """« entre le responsable des opérations et son homologue indien »: whose counterpart at word i stands behind an office
    that the tables do not have, and behind nobody else in its sentence."""
    words = court.scene.words
    if unknown < 0 or words.sentence[unknown] != words.sentence[i]:
        return False
    others = [n.first for n in court.named] + [c.at for c in court.cues]
    return not any(words.sentence[at] == words.sentence[i] and at < i for at in others)


def _mention_named(court: Court, phrase: Phrase) -> None:
    """The office beside a name is a mention of its own: « le chef de la diplomatie hongroise, Peter Szijjarto »."""
    if len(phrase.people) == 1:
        court.scene.add(phrase.first, phrase.last, court.scene.actors[phrase.people[0]], "office", own=False)


def _mention_unnamed(court: Court, phrase: Phrase) -> None:
    if phrase.plural:
        for code, first, last in phrase.codes if len(phrase.codes) > 1 else ():
            _put(court, phrase, code, first, last)
        return
    code = phrase.codes[0][0] if phrase.codes else implied(court, phrase)
    if not phrase.determiner and not _stands_alone(court.scene.words, phrase.first):
        return
    if phrase.determiner in ("son", "sa", "leur", "notre") and not code:
        return
    if phrase.determiner in ("un", "une") and not code and phrase.row().office_id.startswith("porte-parole"):
        code = _speaks_for(court, phrase)
    if phrase.determiner in ("un", "une") and code:
        court.scene.add(phrase.first, phrase.last, nameless(phrase.row(code), code), "office", own=False)
    elif phrase.determiner in ("un", "une"):
        return
    elif code:
        _put(court, phrase, code, phrase.first, phrase.last)
    elif phrase.determiner in _DEFINITE and phrase.determiner:
        actor = _of_body(court, phrase) or _back(court, phrase)
        if actor:
            court.scene.add(phrase.first, phrase.last, actor, "coreference", own=False)


def _speaks_for(court: Court, phrase: Phrase) -> str:
    """For whom « un porte-parole » speaks: the state or organisation named last, in this sentence or the one before."""
    words, scene = court.scene.words, court.scene
    low = words.start[phrase.first]
    before = [m for m in scene.mentions if m.end <= low and scene.actors[m.actor_id].kind != "person" and not m.place]
    if not before:
        return ""
    last = max(before, key=lambda m: m.end)
    if words.sentence[phrase.first] - words.sentence[bisect_left(words.start, last.start)] > 1:
        return ""
    actor = scene.actors[last.actor_id]
    return actor.country or (actor.actor_id if actor.kind == "organisation" else "")


def _stands_alone(words: Words, i: int) -> bool:
    """Whether an office without a determiner opens a sentence or an apposition, not « devenir président de la Russie »."""
    return i == 0 or words.opens(i) or words.gap[i - 1] in APPOSED


def _put(court: Court, phrase: Phrase, code: str, first: int, last: int) -> None:
    """A mention of the holder of the office in that state."""
    row = phrase.row(code)
    year = past_year(court.scene, phrase.first, phrase.last)
    actor = _holder_in(court, row, code, year) if year else holder(court, row, code)
    if actor and not actor.name and not phrase.plural:
        actor = _told_before(court, phrase, code) or actor
    if actor is None:
        return
    court.scene.add(first, last, actor, "office", own=False)
    court.cues.append(Cue(phrase.first, row.office_id, code, actor.actor_id))


def _told_before(court: Court, phrase: Phrase, code: str) -> Actor | None:
    """« le diplomate rwandais », « la vice-ministre chinoise » after a name: the last person of that state whom the
    article has called so, or whose office is of that kind."""
    if phrase.determiner not in ("le", "la", "l", "ce", "cette", "du", "au"):
        return None
    words = court.scene.words
    begins = _KINDS.get(words.fold[phrase.head], ())
    for name in reversed([n for n in court.named if n.first < phrase.first]):
        actor = court.scene.actors[name.actor_id]
        role = fold(actor.role).replace("-", " ")
        if actor.country == code and role and role.startswith(begins or fold(phrase.row(code).role).replace("-", " ")):
            return None if phrase.determiner in ("la", "cette") and actor.gender == "m" else actor
    return None


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
    met = "" if scene.window else undated_holder(court, row, code)
    if met:
        return scene.actors[met]
    for office_id in (row.office_id, *row.stands_for):
        if (office_id, code) in court.cast.offices:
            return scene.actors[court.cast.offices[office_id, code]]
    if scene.window:
        found = world.holder(row.office_id, code, *scene.window)
        if found:
            return court.cast.known(found.person_id)
    met = _abroad(court, row, code)
    return scene.actors[met] if met else nameless(row, code)


def _abroad(court: Court, row: world.Office, code: str) -> str:
    """« l'ambassadeur du Mali » after « l'ambassadeur du Mali en France, X »: the one whom the article names in such a post."""
    if row.office_id != "ambassadeur":
        return ""
    met = {person for (office_id, state), person in court.cast.offices.items()
           if state == code and office_id.startswith("ambassadeur")}
    return met.pop() if len(met) == 1 else ""


def _foremost(people: list[str]) -> str:
    """The person met most often, of equals the last."""
    return max(people, key=lambda actor_id: (people.count(actor_id), len(people) - people[::-1].index(actor_id)))


def nameless(row: world.Office, code: str) -> Actor:
    """An office whose holder is not known or not single: « un porte-parole du gouvernement chinois »."""
    return Actor(f"{code}-{row.office_id}", "", "person", code if code in world.countries() else "", row.role)


def _back(court: Court, phrase: Phrase) -> Actor | None:
    """« le ministre », « le chef de l'Etat »: the last person of the article who holds that office, else the next."""
    offices = {row.office_id for row in phrase.rows} | {o for row in phrase.rows for o in row.stands_for}
    candidates = sorted([(n.first, n.actor_id) for n in court.named] + [(c.at, c.actor_id) for c in court.cues])
    of_state = bool({"etat", "republique", "gouvernement"} & set(court.scene.words.fold[phrase.head:phrase.last]))
    told = {c.actor_id for c in court.cues if c.office_id in offices and not (of_state and c.code in world.organisations())}
    held = {actor_id: actor_id in told or _is_in(court, actor_id, phrase)
            for actor_id in dict.fromkeys(actor_id for _, actor_id in candidates)}
    if phrase.determiner in ("la", "cette"):
        held = {actor_id: holds and court.scene.actors[actor_id].gender != "m" for actor_id, holds in held.items()}
    before = [actor_id for at, actor_id in candidates if at < phrase.first and held[actor_id]]
    if before and court.scene.words.fold[phrase.last - 1] in WINGS and len(set(before)) > 1:
        return None
    if before:
        home = [actor_id for actor_id in before if court.scene.actors[actor_id].country == court.scene.topic]
        bare = {actor_id for office, actor_id in court.bare if office in offices and actor_id in before}
        if len(bare) == 1 and home and not bare & set(home):
            own = bare.pop()  # « le président Lee » in an article about Washington
            home = [own] if before.count(own) >= before.count(_foremost(home)) else home
        return court.scene.actors[_foremost(home) if home and offices & SINGLE else (home or before)[-1]]
    after = {actor_id for at, actor_id in candidates if held[actor_id]}
    if len(after & told) == 1:
        after &= told
    if len(after) == 1:
        return court.scene.actors[after.pop()]
    return None if after else _of_topic(court, phrase)


def _of_body(court: Court, phrase: Phrase) -> Actor | None:
    """« la présidente de la Commission » where the article names one organisation that has such an office."""
    scopes = {code for row in phrase.rows for code in row.scope}
    if not scopes or not scopes <= world.organisations().keys() or not all(row.scope for row in phrase.rows):
        return None
    named = {key for key, _ in court.scene.state_at.values()}
    named |= {world.organisations()[key].parent for key in named if key in world.organisations()}
    found = scopes & named
    code = found.pop() if len(found) == 1 else ""
    actor = holder(court, phrase.row(code), code) if code else None
    return actor if actor and actor.name else None


def _of_topic(court: Court, phrase: Phrase) -> Actor | None:
    """The holder of the office in the state of which the article speaks most, where nobody in it holds the office; the
    office itself where the tables do not know the holder."""
    topic, row = court.scene.topic, phrase.row(court.scene.topic)
    if not topic or phrase.plural:
        return None
    found = world.holder(row.office_id, topic, *court.scene.window) if court.scene.window else None
    if found:
        return court.cast.known(found.person_id)
    named = any(court.scene.states.get(i, "") == topic for i in (*court.scene.adjectives, *court.scene.state_at))
    wide = court.scene.words.fold[phrase.head] in _KINDS  # « le diplomate » may be anybody's
    return nameless(row, topic) if named and not wide and (not row.scope or topic in row.scope) else None


def _is_in(court: Court, actor_id: str, phrase: Phrase) -> bool:
    """Whether the person holds the office by the table at the article's date; has held it, where the date is not known."""
    if actor_id not in world.people():
        return False
    person = world.people()[actor_id]
    offices = {o for row in phrase.rows for code in {term.country for term in person.terms} for o in meant(row, code)}
    if not court.scene.window:
        return actor_id not in court.former and any(term.office_id in offices for term in person.terms)
    first, last = court.scene.window
    return any(term.office_id in offices and covers(term, first) for term in world.roles_of(actor_id, first, last))


def covers(term: world.Term, day: date) -> bool:
    """Whether the term, in its widest reading, covers the day."""
    return (term.first or date.min) <= day <= (term.last or date.max)



def home_mention(court: Court, code: str, first: int, last: int) -> None:
    """A state's name inside a counterpart's phrase stays a mention of the state as a place."""
    if court.scene.words.cap[first] and code in world.countries() and court.scene.free(first, last):
        court.scene.add(first, last, country(code), "name", place=True)
