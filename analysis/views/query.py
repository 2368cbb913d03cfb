"""A Selection as URL parameters, and back: only what the corpus offers is obeyed, the rest is named."""
from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from analysis.acts import MODALITIES
from analysis.index import terms_of
from analysis.views.options import Options
from analysis.views.selection import NEGATION, REVIEWED, SIDES, SIGN_NAMES, STANDARD, Selection

_SIGN_VALUES = {name: sign for sign, name in SIGN_NAMES.items()}
# Field of Selection → key in the URL, in the order in which the URL lists them.
QUERY_KEYS = {
    "countries": "country", "people": "person", "side": "side", "first": "first", "last": "last", "acts": "act",
    "signs": "sign", "voices": "voice", "modalities": "modality", "negation": "negated", "outlets": "source",
    "min_confidence": "confidence", "text": "text", "reviewed": "reviewed", "search": "search", "independent": "count",
}
_TEXTS = "texts"  # count=texts: near copies once
_MOST_TEXT = 200


def to_query(selection: Selection) -> dict[str, list[str]]:
    """Selection → URL parameters, only those that differ from the Selection that the app begins with.

    >>> to_query(replace(STANDARD, countries=("RUS",), signs=(-1,), first=date(2024, 3, 1)))
    {'country': ['RUS'], 'first': ['2024-03-01'], 'sign': ['conflictual']}
    """
    found = {}
    for name, key in QUERY_KEYS.items():
        value = getattr(selection, name)
        if value != getattr(STANDARD, name):
            found[key] = _written(name, value)
    return found


def _written(name: str, value: object) -> list[str]:
    if name == "independent":
        return [_TEXTS]
    if name == "signs":
        return [SIGN_NAMES[sign] for sign in value]
    if isinstance(value, tuple):
        return [str(part) for part in value]
    if isinstance(value, date):
        return [value.isoformat()]
    return [f"{value:g}" if isinstance(value, float) else str(value)]


def from_query(params: Mapping[str, Sequence[str] | str], options: Options) -> tuple[Selection, list[str]]:
    """URL parameters → Selection and the refused ``key=value`` pairs.

    What is not given is as the app begins. Only what ``options`` offers is obeyed; the rest is named, cut to 80 characters and otherwise as it came, so that
    the page can say what it did not understand. Keys that are not ours are left alone.
    """
    given = {key: _listed(params[key]) for key in QUERY_KEYS.values() if key in params}
    refused: list[str] = []

    def offered(key: str, allowed: Iterable[str]) -> tuple[str, ...]:
        known = set(allowed)
        values = list(dict.fromkeys(given.get(key, [])))
        refused.extend(f"{key}={value}"[:80] for value in values if value not in known)
        return tuple(value for value in values if value in known)

    period = {name: _day(name, given.get(name, []), refused) for name in ("first", "last")}
    if period["first"] and period["last"] and period["first"] > period["last"]:
        refused.append(f"first={period['first']} after last={period['last']}")
        period = {"first": None, "last": None}
    return Selection(
        countries=offered("country", (choice.id for choice in options.countries)),
        people=offered("person", (choice.id for choice in options.people)),
        acts=offered("act", (choice.id for choice in options.acts)),
        signs=tuple(_SIGN_VALUES[name] for name in offered("sign", _SIGN_VALUES)),
        voices=offered("voice", (choice.id for choice in options.voices)),
        modalities=offered("modality", MODALITIES),
        negation=(offered("negated", NEGATION) or ("any",))[-1],
        outlets=offered("source", (choice.id for choice in options.outlets)),
        side=(offered("side", SIDES) or ("either",))[-1],
        reviewed=(offered("reviewed", REVIEWED) or ("kept",))[-1],
        search=_searched(given.get("search", []), refused), independent=bool(offered("count", (_TEXTS,))),
        min_confidence=_share(given.get("confidence", []), refused),
        text=(given.get("text", []) or [""])[-1].strip()[:_MOST_TEXT], **period), refused


def _searched(values: list[str], refused: list[str]) -> str:
    """What is searched for; a search without a letter or figure is refused."""
    search = (values or [""])[-1].strip()[:_MOST_TEXT]
    if search and not terms_of(search):
        refused.append(f"search={search}"[:80])
        return ""
    return search


def _listed(value: Sequence[str] | str) -> list[str]:
    return [value] if isinstance(value, str) else [str(part) for part in value]


def _day(key: str, values: list[str], refused: list[str]) -> date | None:
    if not values:
        return None
    try:
        return date.fromisoformat(values[-1])
    except ValueError:
        refused.append(f"{key}={values[-1]}"[:80])
        return None


def _share(values: list[str], refused: list[str]) -> float:
    if not values:
        return STANDARD.min_confidence
    try:
        number = float(values[-1])
    except ValueError:
        number = -1.0
    if 0.0 <= number <= 1.0:
        return number
    refused.append(f"confidence={values[-1]}"[:80])
    return STANDARD.min_confidence
