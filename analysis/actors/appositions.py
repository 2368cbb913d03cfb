"""Names in apposition to offices: « le ministre de la Défense, Sergueï Choïgou, », « Kaja Kallas, cheffe de la diplomatie »."""
from dataclasses import dataclass, field

from analysis import world
from analysis.actors.cast import Cast
from analysis.actors.offices import Phrase
from analysis.actors.scene import Scene
from analysis.actors.surnames import Named
from analysis.actors.words import Words

#: offices that one person of a state holds at a time, and of whom « le président », « le chef de l'État » is said bare
SINGLE = frozenset("president chef-etat roi premier-ministre chef-gouvernement chancelier".split())
APPOSED = frozenset((", ", " (", " - ", " – "))
#: of whom there is only one in the world, so that the word alone (le pape) gives him
_SOLE = frozenset(("VAT",))
#: what may follow « l'ambassadeur du Japon, NAME » where the comma behind the name is left out
_GOES_ON = frozenset(("ADP", "ADV"))


@dataclass
class Cue:
    """A place where an office was heard: for « le ministre », who held it last."""

    at: int
    office_id: str
    code: str
    actor_id: str


@dataclass
class Court:
    """What office phrases have told so far in one article; ``former`` are the people called former holders of an office;
    ``bare`` are (office, person) where the office stood without its state (le président NAME), as one's own is called."""

    scene: Scene
    cast: Cast
    named: list[Named]
    cues: list[Cue] = field(default_factory=list)
    starts: dict[int, Named] = field(default_factory=dict)
    ends: dict[int, Named] = field(default_factory=dict)
    former: set[str] = field(default_factory=set)
    bare: set[tuple[str, str]] = field(default_factory=set)

    def __post_init__(self) -> None:
        self.starts = {n.first: n for n in self.named}
        self.ends = {n.last: n for n in self.named}


def link_names(court: Court, phrases: list[Phrase]) -> None:
    """Join each phrase to the names in apposition to it, and learn from them who holds what."""
    _link_one_by_one(court, phrases)
    for phrase, after in zip(phrases, phrases[1:], strict=False):
        if _is_double(court.scene.words, phrase, after) and len(after.people) == 1:
            phrase.people, phrase.open = list(after.people), False


def _is_double(words: Words, phrase: Phrase, after: Phrase) -> bool:
    """« le ministre d'État, ministre des Affaires étrangères, NAME »: two offices of one person."""
    beside = after.first == phrase.last and words.gap[after.first - 1] == ", " and not after.determiner
    return beside and bool(phrase.rows) and not phrase.people and not phrase.plural


def _link_one_by_one(court: Court, phrases: list[Phrase]) -> None:
    inside = {k: n for n in court.named for k in range(n.first, n.last)}
    held_by_others = {id(one) for phrase in phrases for one in phrase.inner}
    for phrase in phrases:
        if id(phrase) in held_by_others:
            continue
        if phrase.head in inside:  # « le roi Salmane » where the table's own name holds the title
            phrase.people, phrase.mode = [], "named"
            continue
        if not phrase.rows:
            phrase.people = [n.actor_id for n in _after(court, phrase)]
            continue
        beside = _behind_inner(court, phrase) if phrase.inner else _after(court, phrase) or _before(court, phrase)
        phrase.people = [n.actor_id for n in beside]
        codes = [code for code, _, _ in phrase.codes] or [implied(court, phrase)]
        for number, name in enumerate(beside):
            code = codes[number] if number < len(codes) and len(codes) == len(beside) else codes[0]
            _learn(court, phrase, name.actor_id, code)


def _behind_inner(court: Court, phrase: Phrase) -> list[Named]:
    """Of « l'émissaire du président américain, NAME » the name is the emissary's, unless the tables know the person as the
    president; then the next one is (« l'émissaire du président américain Donald Trump, NAME, »)."""
    one, beside = phrase.inner[0], _after(court, phrase)
    if not beside or not _holds(court, one, beside[0].actor_id):
        return beside or _before(court, phrase)
    one.people = [beside[0].actor_id]
    name = court.starts.get(beside[0].last)
    return [name] if name and court.scene.words.gap[name.first - 1] == ", " and _closed(court.scene.words, name.last) else []


def implied(court: Court, phrase: Phrase) -> str:
    """The state that the wording alone gives; a wording of common nouns (président du gouvernement) only where it is named."""
    code, scene = phrase.implied(), court.scene
    if not code or _of_another(scene, phrase, code):
        return ""
    return code if code in _SOLE or any(scene.words.cap[phrase.head + 1:phrase.last]) or scene.told[code] else ""


def _of_another(scene: Scene, phrase: Phrase, code: str) -> bool:
    """« le président de la Confédération AES »: the name right behind says that another one is meant."""
    hit = scene.state_at.get(phrase.last)
    if hit is None or hit[0] == code or scene.words.gap[phrase.last - 1] != " ":
        return False
    return hit[0] in world.organisations() and world.organisations()[hit[0]].kind == "organisation"  # « l'eurodéputé LR » is of a party


def _after(court: Court, phrase: Phrase) -> list[Named]:
    """Names after the phrase: « le président russe Vladimir Poutine », « le ministre de la Défense, Sergueï Choïgou, »."""
    words = court.scene.words
    first = court.starts.get(phrase.last)
    if first is None or phrase.last >= len(words):
        return []
    gap = words.gap[phrase.last - 1]
    if gap not in (" ", "\u00a0", ", ", " (", ") ", ": "):
        return []
    found = _listed(court, first) if phrase.plural else [first]
    if gap == ", " and not phrase.plural and not _fits(court, phrase, first):
        return []
    return found


def _fits(court: Court, phrase: Phrase, name: Named) -> bool:
    """Whether « office, NAME » is an apposition: the table says so, or it closes and nothing speaks against it."""
    if _holds(court, phrase, name.actor_id):
        return True
    if phrase.determiner in ("du", "des") or not (_closed(court.scene.words, name.last) or _left_open(court.scene.words, phrase, name)):
        return False
    if name.actor_id not in world.people() or not court.scene.window:
        return True
    if not world.roles_of(name.actor_id, *court.scene.window):
        return True
    codes = {code for code, _, _ in phrase.codes} | {implied(court, phrase)}
    home = court.scene.actors[name.actor_id].country
    return bool(home) and home in codes and phrase.determiner in ("le", "la", "l")


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


def _left_open(words: Words, phrase: Phrase, name: Named) -> bool:
    """Whether only the closing comma is missing: « Hier, l'ambassadeur du Japon, NAME a dit … », « … a reçu
    l'ambassadeur du Japon, NAME afin de … ». The person must be new to the tables, the office that of a state."""
    if not phrase.codes or phrase.determiner not in ("le", "la", "l") or name.actor_id in world.people() or name.last >= len(words):
        return False
    opens = words.opens(phrase.first) or words.gap[phrase.first - 1] == ", "
    return words.pos[name.last] in (("VERB", "AUX") if opens else _GOES_ON)


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
    if name is None or not phrase.first or words.gap[phrase.first - 1] not in APPOSED or phrase.plural:
        return []
    if phrase.determiner in ("le", "la", "l", "un", "une", ""):
        return [name] if phrase.determiner in ("", "un", "une") or _closed(words, phrase.last) else []
    return []


def _learn(court: Court, phrase: Phrase, actor_id: str, code: str) -> None:
    """Note that the person holds the office of that state; fill in country and role of a person the tables do not know."""
    actor = court.scene.actors[actor_id]
    code = code or actor.country
    row = phrase.row(code)
    if phrase.mode == "past":
        court.former.add(actor_id)
    if phrase.mode == "present" and not (phrase.open and row.office_id in SINGLE):
        court.cast.offices.setdefault((row.office_id, code), actor_id)
        court.cues.append(Cue(phrase.first, row.office_id, code, actor_id))
        if not phrase.codes and not phrase.implied():
            court.bare.add((row.office_id, actor_id))
    if actor_id not in world.people():
        text = court.scene.words.slice(phrase.head, phrase.last)
        role = "" if phrase.open else (row.role_f if actor.gender == "f" else row.role)
        if phrase.mode != "present":
            role = f"{'ancienne' if actor.gender == 'f' else 'ancien'} {role}" if phrase.mode == "past" and role else ""
        court.scene.describe(actor_id, country=code if code in world.countries() else "", role=role or text)
