"""Whose surname it is: people of the table by the office they held near the date of publication."""
from datetime import date

from analysis import world
from analysis.actors.evidence import CIVIL
from analysis.actors.lexicon import first_names, ordinary_words, surnames
from analysis.actors.scene import Scene, rank

_REIGNING = frozenset("roi reine emir sultan empereur pape prince princesse grand".split())
_REIGNING_TITLES = _REIGNING | frozenset(("cheikh", "souverain", "monarque"))
#: rank of the offices whose holders everybody knows by surname years later
_TOP = 12


def in_office(scene: Scene, folded: tuple[str, ...], title: str = "") -> str:
    """The only person of the table with that surname who is in office at the date, or nothing.

    A surname that is a given name too needs a title that its bearer has held (le président Moon, not le frère André).
    """
    ids = surnames().get(folded, ())
    if not ids or (not title and (folded[-1] in ordinary_words() or folded[-1] in first_names())):
        return ""
    if folded[-1] in first_names() or title in CIVIL:
        ids = [key for key in ids if _bears(key, title)]
    for reach, worst in ((0, 999), (1500, 999), (6000, _TOP)):
        best = sorted((standing(scene, key, reach), key) for key in ids if distance(scene, key) <= reach)
        best = [pair for pair in best if pair[0] <= worst]
        if best and (len(best) == 1 or best[0][0] < min(best[1][0], 40)):
            return best[0][1]
        if best:
            return ""
    return ""


def _bears(person_id: str, title: str) -> bool:
    """Whether the person has held an office of that title; « M. » goes to nobody who reigns."""
    heads = {term.office_id.split("-")[0] for term in world.people()[person_id].terms}
    if title in CIVIL:
        return not heads <= _REIGNING
    return title in heads or (title in _REIGNING_TITLES and bool(heads & _REIGNING))


def standing(scene: Scene, person_id: str, reach: int) -> int:
    """The rank of the highest office the person held within ``reach`` days of the publication."""
    terms = [t for t in world.people()[person_id].terms if not scene.window or days_away(t, scene.window) <= reach]
    return min((rank(t.office_id) for t in terms), default=999)


def days_away(term: world.Term, window: tuple[date, date]) -> int:
    """Days between the window and the term, 0 where they overlap."""
    first, last = window
    start, end = term.first or date.min, term.last or date.max
    return 0 if start <= last and first <= end else (start - last).days if start > last else (first - end).days


def distance(scene: Scene, person_id: str) -> int:
    """Days between the publication and the person's nearest term (0 while in office)."""
    if not scene.window:
        return 0
    return min((days_away(term, scene.window) for term in world.people()[person_id].terms), default=100_000)
