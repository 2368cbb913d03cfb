"""Who could be source or target in a sentence: mentions, coordinated mentions as one, nationality adjectives."""
import functools
import re
from bisect import bisect_left
from typing import NamedTuple

from analysis import world
from analysis.records import ActorReading, Mention
from analysis.stances.lexicon import fold
from analysis.stances.words import Text, Word

_LINK = re.compile(
    r"\s{0,2}(?:,|,?\s(?:et|ou|ainsi que|puis|comme|&)\s|/|-)\s{0,2}"
    r"(?:(?:(?:à|de|du|des|d['’]|avec|aux?|en|le|la|les|l['’]|MM?\.|Mme|Mmes|son|sa|ses|leur|leurs)\s{0,2}){0,3})", re.IGNORECASE)
_AND = re.compile(r"\b(?:et|ou|ainsi que|puis|comme)\b")


class Unit(NamedTuple):
    """Mentions that act as one: token range, head token, the actors (several where coordinated), how it was found,
    the kind of the first actor and the state or organisation it belongs to."""

    start: int
    end: int
    head: Word
    members: tuple[str, ...]
    rule: str
    place: bool
    kind: str
    node: str


def units_by_sentence(doc: Text, reading: ActorReading) -> dict[int, list[Unit]]:
    """Sentence start (token index) → its units in order."""
    spans, adjectives = _token_spans(doc, reading.mentions), _adjectives(doc)
    starts, places = [span[0] for span in spans], [span[0] for span in adjectives]
    units = {}
    for sentence in doc.sents:
        first, end = sentence.start, sentence.end
        inside = _merged(spans[bisect_left(starts, first):bisect_left(starts, end)], reading)
        beside = [span for span in adjectives[bisect_left(places, first):bisect_left(places, end)]
                  if not any([start <= span[0] < behind for start, behind, *_ in inside])]
        units[first] = _coordinated(doc, reading, sorted(inside + beside, key=_order))
    return units


def _order(span: tuple) -> tuple[int, int]:
    """By their start, the longer first."""
    return span[0], -span[1]


def _token_spans(doc: Text, mentions: list[Mention]) -> list[tuple]:
    """(first token, end token, actors, rule, place) of each mention, in order."""
    return sorted([(*doc.span(m.start, m.end), (m.actor_id,), m.rule, m.place) for m in mentions], key=_order)


def _merged(spans: list[tuple], reading: ActorReading) -> list[tuple]:
    """Mentions of one actor that touch or overlap (``le ministre russe, Sergueï Lavrov``) become one; a collective's
    members, which share their offsets, become one unit."""
    merged: list[tuple] = []
    for span in _one_a_place(spans, reading):
        last = merged[-1] if merged else None
        if last and span[2] == last[2] and span[0] <= last[1] + 1:
            merged[-1] = (last[0], max(last[1], span[1]), last[2], last[3] if last[3] != "pronoun" else span[3], last[4] and span[4])
        else:
            merged.append(span)
    return merged


def _one_a_place(spans: list[tuple], reading: ActorReading) -> list[tuple]:
    """Mentions with the same offsets become one. Where an office is named by its state alone (``ses homologues en
    Inde``, ``les ministres de Moscou et de Pékin``) the person acts, not the state."""
    places: dict[tuple[int, int], list[tuple]] = {}
    for span in spans:
        places.setdefault(span[:2], []).append(span)
    if len(places) == len(spans):
        return spans
    chosen = []
    for group in places.values():
        people = [span for span in group if _is_person(span[2][0], reading)]
        group = people or [span for span in group if not span[4]] or group
        members = tuple(dict.fromkeys([member for span in group for member in span[2]]))
        chosen.append((*group[0][:2], members, *group[0][3:]))
    return chosen


def _is_person(actor_id: str, reading: ActorReading) -> bool:
    actor = reading.actors.get(actor_id)
    return actor is not None and actor.kind == "person"


@functools.cache
def nationalities() -> dict[str, str]:
    """Folded adjective form → ISO3 of its country (``russes`` → RUS)."""
    return {fold(form): iso for iso, country in world.countries().items() for form in country.adjectives if form}


def _adjectives(doc: Text) -> list[tuple]:
    """Nationality adjectives, those of mentions too: ``les manœuvres russes``."""
    table = nationalities()
    places = [(i, table[form]) for i, (_, form) in enumerate(doc.folded) if form in table]
    return [(i, i + 1, (iso,), "adjective", False) for i, iso in places if doc.words[i].text[:1].islower()]


def _coordinated(doc: Text, reading: ActorReading, spans: list[tuple]) -> list[Unit]:
    """Join mentions that only commas, ``et`` and articles part; nested mentions stay on their own."""
    groups: list[tuple[list[tuple], list[str]]] = []
    for span in spans:
        between = _between(doc, groups[-1][0][-1], span) if groups else ""
        if between:
            groups[-1][0].append(span)
            groups[-1][1].append(between)
        else:
            groups.append(([span], []))
    return [_unit(doc, reading, part) for group, links in groups for part in (_parts(group, links) if links else (group,))]


def _between(doc: Text, last: tuple, span: tuple) -> str:
    """The words that link two mentions to an enumeration, empty where they are none."""
    if "adjective" in (last[3], span[3]) or span[0] < last[1]:
        return ""
    words = doc.words
    end, start = words[last[1] - 1], words[span[0]].idx
    between = doc.text[end.idx + len(end.text):start]
    return between if len(between) < 30 and _LINK.fullmatch(between) else ""


def _parts(group: list[tuple], links: list[str]) -> list[list[tuple]]:
    """An enumeration is one unit up to its last ``et``; what only commas part after it (``À l'ONU, Emmanuel Macron``)
    stands alone."""
    closed = max([i for i, link in enumerate(links, 1) if not link.strip().startswith(",") or _AND.search(link)], default=0)
    return [group[:closed + 1], *([span] for span in group[closed + 1:])]


def _unit(doc: Text, reading: ActorReading, group: list[tuple]) -> Unit:
    start, end, members, rule, place = group[0]
    head = doc.root(start, end)
    if len(group) > 1:
        end, place = group[-1][1], all([span[4] for span in group])
        members = tuple(dict.fromkeys([member for span in group for member in span[2]]))
    actor = reading.actors.get(members[0])
    kind, node = (actor.kind, actor.country or actor.actor_id) if actor else ("country", members[0])
    return Unit(start, end, head, members, rule, place, kind, node)
