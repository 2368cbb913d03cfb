"""Counterparts: « son homologue russe », « ses homologues français et allemand », « ses homologues aux États-Unis, en Inde ».

A counterpart holds the office of the one whose counterpart he is, in the state that the adjective names.
"""
from analysis import world
from analysis.actors.appositions import Court, Cue
from analysis.actors.holders import holder, home_mention
from analysis.actors.offices import Phrase, complements, read_adjectives, take_before
from analysis.actors.scene import Scene, rank

WORDS = frozenset(("homologue", "homologues"))
_LOCATIVE = frozenset(("en", "au", "aux", "a"))
#: a counterpart's office may have another name in his state
_WIDER = {"premier-ministre": "chef-gouvernement", "chancelier": "chef-gouvernement", "president": "chef-etat",
          "roi": "chef-etat"}


def find_counterparts(scene: Scene) -> list[Phrase]:
    """Phrases of « homologue », with the states named beside it."""
    words, found = scene.words, []
    for i in scene.places["homologues"]:
        phrase = Phrase(i, i, i + 1, (), plural=words.fold[i].endswith("s"))
        if i + 1 < len(words) and words.tight(i):
            end, codes = read_adjectives(scene, i + 1)
            phrase.codes += codes
            phrase.last = end if codes else _places(scene, i + 1, phrase.codes)
        take_before(words, phrase)
        found.append(phrase)
    return found


def _places(scene: Scene, last: int, codes: list) -> int:
    """« de la Russie », or « au Japon, en Inde et au Brésil »."""
    words, j = scene.words, complements(scene, last, codes)
    while not codes or j > last:
        last = j
        k = j + 1 if j < len(words) and words.fold[j] in ("et", "ainsi") else j
        if k >= len(words) or words.fold[k] not in _LOCATIVE or words.gap[j - 1] not in (" ", ", "):
            break
        hit = scene.state_at.get(k + 1)
        if hit is None:
            break
        codes.append((hit[0], k + 1, hit[1]))
        j = hit[1]
    return last


def read_counterpart(court: Court, phrase: Phrase) -> None:
    """Mentions for a counterpart: the holders of the possessor's office in the states named."""
    office_id = _office(court, phrase)
    if phrase.people:
        _learn(court, phrase, office_id)
        return
    if not office_id:
        return
    for code, first, last in phrase.codes:
        row = world.offices()[office_id][0]
        wider = world.offices()[_WIDER[office_id]][0] if office_id in _WIDER else None
        actor = holder(court, row, code)
        if (actor is None or not actor.name) and wider:
            actor = holder(court, wider, code) or actor
        if actor is None or (not actor.name and code not in world.countries()):
            continue
        alone = len(phrase.codes) == 1
        court.scene.add(phrase.first if alone else first, phrase.last if alone else last, actor, "counterpart", own=False)
        home_mention(court, code, first, last)
        court.cues.append(Cue(phrase.first, row.office_id, code, actor.actor_id))


def _learn(court: Court, phrase: Phrase, office_id: str) -> None:
    """A counterpart beside whom a name stands: the phrase is his, and the office is known of him."""
    for number, actor_id in enumerate(phrase.people):
        if office_id and not _may_hold(court, actor_id, office_id):
            continue
        code = phrase.codes[number][0] if len(phrase.codes) == len(phrase.people) else court.scene.actors[actor_id].country
        if office_id and code:
            court.cast.offices.setdefault((office_id, code), actor_id)
            court.cues.append(Cue(phrase.first, office_id, code, actor_id))
        role = world.role(office_id, code, court.scene.actors[actor_id].gender) if office_id else ""
        court.scene.describe(actor_id, country=code if code in world.countries() else "", role=role)
    if len(phrase.people) == 1:
        court.scene.add(phrase.first, phrase.last, court.scene.actors[phrase.people[0]], "office", own=False)


def _may_hold(court: Court, actor_id: str, office_id: str) -> bool:
    """Whether the tables let the person hold that office: « le président … ses homologues malien, NAME, ministre »."""
    terms = world.roles_of(actor_id, *court.scene.window) if court.scene.window else []
    offices = {office_id, _WIDER.get(office_id, "")} | {o for row in world.offices().get(_WIDER.get(office_id, ""), ()) for o in row.stands_for}
    return not terms or any(term.office_id in offices for term in terms)


def _office(court: Court, phrase: Phrase) -> str:
    """The office of the one whose counterpart is meant: the first person of the sentence, else of the one before."""
    words = court.scene.words
    here = words.sentence[phrase.first]
    people = sorted({(n.first, n.actor_id) for n in court.named} | {(c.at, c.actor_id) for c in court.cues})
    for sentence in (here, here - 1, here - 2):
        for at, actor_id in people:
            if at < phrase.first and words.sentence[at] == sentence and actor_id not in phrase.people:
                office_id = office_of(court, actor_id)
                if office_id:
                    return office_id
    return ""


def office_of(court: Court, actor_id: str) -> str:
    """The office of a person in this article: as the article last said it, else as the table has it at the date."""
    said = [c for c in court.cues if c.actor_id == actor_id]
    if said:
        return said[-1].office_id
    if not court.scene.window:
        return ""
    terms = world.roles_of(actor_id, *court.scene.window)
    return min((t.office_id for t in terms if t.office_id in world.offices()), key=rank, default="")
