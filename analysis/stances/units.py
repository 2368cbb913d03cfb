"""Who could be source or target in a sentence: mentions, coordinated mentions as one, nationality adjectives."""
import bisect
import functools
import re
from typing import NamedTuple

from analysis import world
from analysis.records import ActorReading, Mention
from analysis.stances.lexicon import fold
from analysis.stances.words import Sentence, Text, Word

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
    spans = _token_spans(doc, reading.mentions)
    starts = [span[0] for span in spans]
    units = {}
    for sentence in doc.sents:
        inside = spans[bisect.bisect_left(starts, sentence.start):bisect.bisect_left(starts, sentence.end)]
        inside = _merged(inside, reading)
        adjectives = _adjectives(doc, sentence, inside)
        units[sentence.start] = _coordinated(doc, reading, sorted(inside + adjectives, key=lambda s: (s[0], -s[1])))
    return units


def _token_spans(doc: Text, mentions: list[Mention]) -> list[tuple]:
    """(first token, end token, actor, rule, place) of each mention, in order."""
    spans = [(*doc.span(m.start, m.end), (m.actor_id,), m.rule, m.place) for m in mentions]
    return sorted(spans, key=lambda s: (s[0], -s[1]))


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
    chosen = []
    for group in places.values():
        people = [span for span in group if _is_person(span[2][0], reading)]
        group = people or [span for span in group if not span[4]] or group
        members = tuple(dict.fromkeys(member for span in group for member in span[2]))
        chosen.append((*group[0][:2], members, *group[0][3:]))
    return chosen


def _is_person(actor_id: str, reading: ActorReading) -> bool:
    actor = reading.actors.get(actor_id)
    return actor is not None and actor.kind == "person"


@functools.cache
def nationalities() -> dict[str, str]:
    """Folded adjective form → ISO3 of its country (``russes`` → RUS)."""
    return {fold(form): iso for iso, country in world.countries().items() for form in country.adjectives if form}


def _adjectives(doc: Text, sentence: Sentence, mentions: list[tuple]) -> list[tuple]:
    """Nationality adjectives outside mentions: ``les manœuvres russes``."""
    table = nationalities()
    places = [i for i, (_, form) in enumerate(doc.folded[sentence.start:sentence.end], sentence.start) if form in table]
    covered = {i for start, end, *_ in mentions for i in range(start, end)} if places else ()
    return [(i, i + 1, (table[doc.folded[i][1]],), "adjective", False) for i in places
            if i not in covered and doc[i].text[:1].islower()]


def _coordinated(doc: Text, reading: ActorReading, spans: list[tuple]) -> list[Unit]:
    """Join mentions that only commas, ``et`` and articles part; nested mentions stay on their own."""
    groups: list[list[tuple]] = []
    links: list[list[str]] = []
    for span in spans:
        last = groups[-1][-1] if groups else None
        between = _between(doc, last, span) if last else ""
        if between:
            groups[-1].append(span)
            links[-1].append(between)
        else:
            groups.append([span])
            links.append([])
    return [unit for group, link in zip(groups, links, strict=True) for unit in _units(doc, reading, group, link)]


def _between(doc: Text, last: tuple, span: tuple) -> str:
    """The words that link two mentions to an enumeration, empty where they are none."""
    if "adjective" in (last[3], span[3]) or span[0] < last[1]:
        return ""
    between = doc.text[doc[last[1] - 1].idx + len(doc[last[1] - 1].text):doc[span[0]].idx]
    return between if len(between) < 30 and _LINK.fullmatch(between) else ""


def _units(doc: Text, reading: ActorReading, group: list[tuple], links: list[str]) -> list[Unit]:
    """An enumeration is one unit up to its last ``et``; what only commas part after it (``À l'ONU, Emmanuel Macron``)
    stands alone."""
    closed = max((i + 1 for i, link in enumerate(links) if not link.strip().startswith(",") or _AND.search(link)), default=0)
    parts = [group[:closed + 1]] if closed else [group[:1]]
    return [_unit(doc, reading, part) for part in parts + [[span] for span in group[len(parts[0]):]]]


def _unit(doc: Text, reading: ActorReading, group: list[tuple]) -> Unit:
    start, end = group[0][0], group[-1][1]
    members = tuple(dict.fromkeys(m for span in group for m in span[2]))
    actor = reading.actors.get(members[0])
    kind, node = (actor.kind, actor.country or actor.actor_id) if actor else ("country", members[0])
    return Unit(start, end, doc.root(*group[0][:2]), members, group[0][3], all(span[4] for span in group), kind, node)
