"""When two readings mean the same: spelling, person, actor, state, place in the text; and pairs one to one.

Every function that takes an actor takes a record of the analysis (``analysis.records.Actor``) or a mark of an annotation.
"""
import re
import unicodedata
from collections.abc import Callable, Sequence
from functools import cache

from analysis.acts import ACTS
from analysis.evaluation.marks import Span, StanceMark
from analysis.records import Actor
from analysis.world import organisations, seats

# Letters that transcriptions of one name put for one another, longest first: Tchernychev, Chernyshev; Lukachenko, Loukachenko.
_TRANSCRIPTIONS = (("tch", "ch"), ("sh", "ch"), ("ou", "u"), ("oo", "u"), ("y", "i"), ("w", "v"), ("kh", "h"), ("ph", "f"))
_SHORT = 5  # words below this length differ by more than a slip where one letter differs (Kim, Kem)
_SHARED_WORDS = 0.5  # of the shorter name, for institutions and groups that are worded freely
# Organs whose positions are those of the whole organisation, so that a figure by organisation counts them as it.
_ORGANS = ("ONU-conseil-securite", "UE-commission", "UE-conseil-europeen", "UE-parlement")


def fold(text: str) -> str:
    """Small letters and digits without accents, one space between words: ``L'Élysée`` → ``l elysee``."""
    plain = unicodedata.normalize("NFKD", text)
    letters = "".join(sign for sign in plain if not unicodedata.combining(sign)).lower()
    return " ".join(re.findall(r"[a-z0-9]+", letters))


def same_spelling(a: str, b: str) -> bool:
    """Whether two folded words are spellings of one name: alike as transcriptions, or one letter apart."""
    if a == b or _transcribed(a) == _transcribed(b):
        return True
    if min(len(a), len(b)) < _SHORT:
        return False
    while a and b and a[0] == b[0]:
        a, b = a[1:], b[1:]
    while a and b and a[-1] == b[-1]:
        a, b = a[:-1], b[:-1]
    return max(len(a), len(b)) <= 1


def _transcribed(word: str) -> str:
    plain = word
    for printed, usual in _TRANSCRIPTIONS:
        plain = plain.replace(printed, usual)
    return re.sub(r"(.)\1", r"\1", plain).rstrip("he") or plain


def same_person(a: str, b: str) -> bool:
    """Whether two names may be one person's: the same surname, or one name holds all words of the other."""
    one, other = fold(a).split(), fold(b).split()
    if not one or not other:
        return False
    return same_spelling(one[-1], other[-1]) or _holds(one, other) or _holds(other, one)


def _holds(words: list[str], others: list[str]) -> bool:
    return all(any(same_spelling(word, other) for other in others) for word in words)


@cache
def _organisation_names() -> dict[str, str]:
    """Folded form → folded name of the international organisation; _ORGANS count as their organisation."""
    found: dict[str, str] = {}
    for record in organisations().values():
        if record.kind != "organisation" or record.country:
            continue
        whole = organisations()[record.parent] if record.org_id in _ORGANS else record
        for form in (record.org_id, record.name, *record.forms):
            found.setdefault(_bare(form), fold(whole.name))
    for seat in seats():
        if seat.actor_id in organisations() and not organisations()[seat.actor_id].country:
            found.setdefault(_bare(seat.form), fold(organisations()[seat.actor_id].name))
    return found


def _bare(name: str) -> str:
    """Folded, without the article before it."""
    return re.sub(r"^(l|la|le|les|d) ", "", fold(name))


def organisation(actor: Actor) -> str:
    """One name for an organisation, whatever it is called: Nations unies, Conseil de sécurité → ``onu``."""
    known = _organisation_names()
    named = actor.kind in ("organisation", "institution")  # a group (les Européens) may share a form and is not it
    names = (actor.actor_id, actor.name, *actor.aliases) if named else ()
    for name in map(_bare, names):
        if name in known:
            return known[name]
    return _bare(actor.name or actor.actor_id)


def node(actor: Actor | None) -> str | None:
    """The state (ISO 3166-1 alpha-3) or the international organisation that an actor stands for; None for nobody."""
    if actor is None:
        return None
    return actor.country or organisation(actor)


def same_actor(a: Actor | None, b: Actor | None) -> bool:
    """Whether two readings give the same actor; nobody is the same as nobody only."""
    if a is None or b is None:
        return a is b
    kinds = {a.kind, b.kind}
    if kinds == {"person"}:
        return same_person(a.name, b.name) if a.name and b.name else node(a) == node(b)
    if kinds == {"country"}:
        return a.country == b.country
    if kinds & {"person", "country"}:
        return False
    one, other = set(organisation(a).split()), set(organisation(b).split())
    shared = len(one & other) / min(len(one), len(other)) if one and other else 0.0
    return node(a) == node(b) or shared >= _SHARED_WORDS


def overlap(a: Sequence[Span], b: Sequence[Span]) -> bool:
    """Whether any span of the one meets any span of the other."""
    return any(start < other_end and other_start < end for start, end in a for other_start, other_end in b)


def dyad(stance: StanceMark) -> tuple:
    """(source state, target state, sign); a meeting has no direction, so its states are sorted."""
    ends = (node(stance.source), node(stance.target))
    if stance.act == "consult":
        ends = tuple(sorted(ends, key=str))
    return *ends, ACTS[stance.act].sign


def kind_of_act(act: str) -> str:
    """The PLOVER type as figures use it: ``deny``, which has none, counts as a rejection."""
    return "REJECT" if act == "deny" else ACTS[act].plover


def agreement(gold: StanceMark, system: StanceMark) -> tuple[int, int, int]:
    """(same dyad, same stance, same act), each 0 or 1; all 0 where the evidence does not meet."""
    if not overlap(gold.spans, system.spans):
        return 0, 0, 0
    stance = _same_ends(gold, system) and kind_of_act(gold.act) == kind_of_act(system.act)
    return int(dyad(gold) == dyad(system)), int(stance), int(stance and gold.act == system.act)


def _same_ends(gold: StanceMark, system: StanceMark) -> bool:
    if same_actor(gold.source, system.source) and same_actor(gold.target, system.target):
        return True
    return gold.act == system.act == "consult" and (
        same_actor(gold.source, system.target) and same_actor(gold.target, system.source))


def pairs(gold: Sequence, system: Sequence, worth: Callable[[object, object], int]) -> list[tuple]:
    """One-to-one pairs, those of most worth first; ``worth`` is 0 for no pair. Equal worth goes by the order given."""
    ranked = sorted(((worth(g, s), i, j) for i, g in enumerate(gold) for j, s in enumerate(system)),
                    key=lambda entry: (-entry[0], entry[1], entry[2]))
    free_gold, free_system, found = set(range(len(gold))), set(range(len(system))), []
    for value, i, j in ranked:
        if value and i in free_gold and j in free_system:
            free_gold.remove(i)
            free_system.remove(j)
            found.append((gold[i], system[j]))
    return found
