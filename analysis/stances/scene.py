"""The scene of a cue: its sentence, who stands in it, whether it is quoted, who speaks, who was spoken of before."""
from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field

from analysis.articles import Article
from analysis.records import ActorReading, Statement
from analysis.statements import attribute, quoted_spans
from analysis.stances.cues import Cue, find_clauses, find_cues
from analysis.stances.roles import role_map
from analysis.stances.syntax import find_slots, path, pronouns, verb_of, words_round
from analysis.stances.units import Unit, units_by_sentence
from analysis.stances.words import Once, Text, Word, bits

FRAGMENT = 45  # characters; a longer quotation is a clause, not a few words taken over
TOPICS = 3
_PARTS = {"subj": "s", "subj+": "s", "obj": "o", "obj+": "o", "-": ""}
_PASSIVE = bits("aux:pass", "nsubj:pass")
FEW = 24  # units of an actor that are looked through one by one


@dataclass
class Scene:
    """What the features of one cue are made of.

    ``quoted`` is "no", "fragment" (a few words in quotes inside the sentence) or "full" (the clause is inside);
    ``quote_behind`` tells whether a quotation opens behind it in the sentence;
    ``speaker`` is who says it and ``saying`` the statement that holds it; ``says`` is true where the cue itself is the
    verb of saying and ``speaker`` its subject. ``before`` are the units of the sentence before, ``topics`` the units
    the article speaks of most, ``salience`` an actor's share of its mentions, ``quotes`` the quotations that touch the
    sentence; ``paths`` (between units) and ``relations`` keep what was found of a unit, ``known`` of actors, ``place`` of the cue.
    """

    cue: Cue
    units: list[Unit]
    quoted: str
    quote_behind: str
    speaker: Unit | None
    saying: Statement | None
    says: bool
    before: list[Unit]
    title: bool
    topics: list[Unit] = field(default_factory=list)
    salience: dict[str, float] = field(default_factory=dict)
    quotes: list[tuple[int, int]] = field(default_factory=list)
    relations: dict[tuple[int, str, str], list] = field(default_factory=dict)
    place: list = field(default_factory=list)
    paths: dict[tuple[int, int], str] = field(default_factory=dict)
    known: dict[tuple[str, ...], tuple] = field(default_factory=dict)

    @Once
    def verb(self) -> Word:
        """The verb of the cue's clause."""
        return verb_of(self.cue.token)

    @Once
    def pronouns(self) -> tuple[str, str]:
        """Subject and object of that verb where they are pronouns."""
        return pronouns(self.verb)

    @Once
    def passive(self) -> bool:
        """Whether the cue stands in the passive."""
        return bool(self.cue.token.below & _PASSIVE)

    @Once
    def roles(self) -> dict[int, str]:
        """Grammatical role of the words round the cue (see roles.py); empty where no unit can have one."""
        if not self.units:
            return {}
        token = self.cue.token
        return role_map(token, token.pos_ == "NOUN" and any(["de" in entry.targets for entry in self.cue.entries]))

    def role(self, unit: Unit) -> str:
        """A unit's grammatical role for the cue: subj+, obj, contre+, …; ``-`` for none."""
        return self.played.get(id(unit)) or self._role(unit)

    @Once
    def played(self) -> dict[int, str]:
        """The role of each unit of the sentence, by its identity."""
        return {id(unit): self._role(unit) for unit in self.units}

    def _role(self, unit: Unit) -> str:
        roles = self.roles
        if unit.head.i in roles:
            return roles[unit.head.i]
        for i in range(unit.start, unit.end) if roles else ():
            if i in roles:
                return roles[i]
        return "-"

    @Once
    def taken(self) -> str:
        """Which of subject (s), object (o) and complements (c) some unit of the sentence fills."""
        filled = {_PARTS.get(role, "c") for role in self.played.values()}
        return "".join([part for part in "soc" if part in filled])

    @Once
    def ways(self) -> dict[int, str]:
        """Path from the cue to the head of each unit of its sentence."""
        token = self.cue.token
        return {unit.head.i: path(token, unit.head) for unit in self.units}

    @Once
    def slots(self) -> list[str]:
        """The places round the cue that a noun fills, and whether an actor stands in it: ``appeler au dialogue`` has
        ``obl:à=no``, ``appeler Kiev au dialogue`` also ``obj=yes``."""
        return find_slots(self.cue.token, [unit.head.i for unit in self.units])

    @Once
    def words(self) -> list[str]:
        """Lemmas of the words round the cue that carry meaning or mood."""
        return words_round(self.cue.token)


def find_scenes(doc: Text, article: Article, reading: ActorReading, statements: list[Statement]) -> Iterator[Scene]:
    """A scene for each cue of the article, the header left out."""
    units = units_by_sentence(doc, reading)
    before, voices = _before(doc, units), _Voices(doc, units, statements)
    salience, topics = _salience(reading), _topics(doc, units)
    quotes, paths, known = _by_sentence(doc, quoted_spans(article.text)), {}, {}
    cues = find_cues(doc)
    clauses = [cue for cue in find_clauses(doc, quotes, cues) if voices.at(cue.token)[0] is not None]
    for cue in sorted(cues + clauses, key=lambda c: c.token.i):
        token = cue.token
        if token.idx < article.title_start:
            continue
        speaker, saying, says = voices.at(token)
        around = quotes[token.sent.start]
        yield Scene(cue, units[token.sent.start], _quoted(around, token), _behind(around, cue), speaker, saying, says,
                    before[token.sent.start], token.idx < article.title_end, topics, salience, around, paths=paths, known=known)


def _before(doc: Text, units: dict[int, list[Unit]]) -> dict[int, list[Unit]]:
    """For each sentence the units of the nearest sentence before it that has any."""
    before, last = {}, []
    for sentence in doc.sents:
        before[sentence.start] = last
        last = units[sentence.start] or last
    return before


def _by_sentence(doc: Text, quotes: list[tuple[int, int]]) -> dict[int, list[tuple[int, int]]]:
    """For each sentence the quotations that touch it, so that no cue looks through those of the whole article."""
    return _touching(doc, quotes, quotes)


def _touching(doc: Text, items: list, spans: list[tuple[int, int]]) -> dict[int, list]:
    """For each sentence (by its first word) the items whose spans (characters) touch it, in their order."""
    starts = [sentence.start_char for sentence in doc.sents]
    touching: dict[int, list] = {sentence.start: [] for sentence in doc.sents}
    for item, (start, end) in zip(items, spans, strict=True):
        for sentence in doc.sents[max(bisect_right(starts, start) - 1, 0):bisect_left(starts, end)]:
            touching[sentence.start].append(item)
    return touching


def _quoted(quotes: list[tuple[int, int]], token: Word) -> str:
    holding = [end - start for start, end in quotes if start <= token.idx < end]
    if not holding:
        return "no"
    return "full" if min(holding) > FRAGMENT else "fragment"


def _behind(quotes: list[tuple[int, int]], cue: Cue) -> str:
    """Where the next quotation of the sentence opens behind the cue: ``near``, with no other verb between, ``far``, ``no``."""
    token, sentence, text = cue.token, cue.token.sent, cue.token.doc
    after = [start for start, _ in quotes if token.idx < start < sentence.end_char]
    if not after:
        return "no"
    between = text.words[cue.last + 1:min(bisect_left(text.offsets, after[0]), sentence.end)]
    verbs = sum([word.pos_ == "VERB" for word in between])
    return "near" if verbs == 0 else "verb" if verbs == 1 else "far"


def _salience(reading: ActorReading) -> dict[str, float]:
    counts = Counter(mention.actor_id for mention in reading.mentions if not mention.place)
    total = sum(counts.values()) or 1
    return {actor: count / total for actor, count in counts.items()}


def _topics(doc: Text, units: dict[int, list[Unit]]) -> list[Unit]:
    """The first unit of each of the groups of actors named most."""
    named: dict[tuple[str, ...], list[Unit]] = defaultdict(list)
    for sentence in doc.sents:
        for unit in units[sentence.start]:
            if unit.rule != "adjective" and not unit.place:
                named[unit.members].append(unit)
    most = sorted(named.values(), key=lambda group: (-len(group), group[0].start))[:TOPICS]
    return [group[0] for group in most]


class _Voices:
    """Who speaks where, as units: a speaker named in another sentence is the unit of their last mention before."""

    def __init__(self, doc: Text, units: dict[int, list[Unit]], statements: list[Statement]) -> None:
        self.doc = doc
        self.statements = _touching(doc, statements, [(one.start, one.end) for one in statements])
        self.units = [unit for sentence in doc.sents for unit in units[sentence.start]]
        self.places: dict[str, list[int]] = {one.speaker_id: [] for one in statements}
        for number, unit in enumerate(self.units):
            for member in unit.members:
                if member in self.places:
                    self.places[member].append(number)
        self.verbs: dict[int, list[Statement]] = defaultdict(list)
        self.spans: dict[tuple[int, int], list[str]] = defaultdict(list)
        for statement in statements:
            if statement.speaker_id:
                first, last = doc.span(statement.cue_start, max(statement.cue_end, statement.cue_start + 1))
                for word in doc[first:last]:  # « a accusé »: the cue of a stance is the participle
                    self.verbs[word.idx].append(statement)
                self.spans[statement.start, statement.end].append(statement.speaker_id)

    def at(self, token: Word) -> tuple[Unit | None, Statement | None, bool]:
        """(speaker, statement that holds the token, whether the token is itself the verb of saying)."""
        own = self.verbs.get(token.idx) if token.pos_ in ("VERB", "AUX") else None
        if own:
            return self._unit(tuple(dict.fromkeys(s.speaker_id for s in own)), token, own[0]), own[0], True
        around = self.statements[token.sent.start]
        saying = attribute(around, token.idx, token.idx + len(token.text)) if around else None
        if saying is None or not saying.speaker_id:
            return None, saying, False
        return self._unit(tuple(dict.fromkeys(self.spans[saying.start, saying.end])), token, saying), saying, False

    def _near(self, member: str, token: Word, saying: Statement) -> list[int]:
        """The units of an actor that can be nearest: those round the cue and where the statement names its speaker."""
        numbers = self.places.get(member, [])
        if len(numbers) <= FEW:
            return numbers
        found: set[int] = set()
        for place in (token.i, *(self.doc.span(saying.speaker_start, saying.speaker_end) if saying.speaker_end else ())):
            at = bisect_left(numbers, place, key=lambda number: self.units[number].start)
            found.update(numbers[max(at - FEW // 2, 0):at + FEW // 2])
        return sorted(found)

    def _unit(self, members: tuple[str, ...], token: Word, saying: Statement) -> Unit | None:
        """The speaker's unit: where the statement names them, else the mention nearest before the cue."""
        numbers = self._near(members[0], token, saying) if len(members) == 1 else sorted(
            {number for member in members for number in self._near(member, token, saying)})
        wanted, there, place = [self.units[number] for number in numbers], [], token.i
        if not wanted:
            return None
        if saying.speaker_end:
            first = bisect_left(self.doc.offsets, saying.speaker_start)
            end = bisect_left(self.doc.offsets, saying.speaker_end)
            there = [unit for unit in wanted if unit.start < end and unit.end > first]
        if there:
            nearest = min(there, key=lambda unit: abs(unit.start - place))
        else:
            nearest = min(wanted, key=lambda unit: (unit.start > place, abs(unit.start - place)))
        return nearest if members == nearest.members or set(members) == set(nearest.members) else nearest._replace(members=members)
