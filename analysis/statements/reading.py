"""From the sentences of an article to its statements, in the order of the text, with what the sentences before tell."""
from bisect import bisect_left
from dataclasses import dataclass, field, replace
from functools import lru_cache

from spacy.attrs import IDX, MORPH, POS
from spacy.symbols import ADJ, AUX, NOUN, PROPN, VERB
from spacy.tokens import Doc

from analysis.articles import Article
from analysis.records import ActorReading, Statement
from analysis.statements.borders import bare_denial
from analysis.statements.clauses import clause, governing, trim
from analysis.statements.cues import find_cues
from analysis.statements.hearing import Grammar, Heard, hear, sentence_subject
from analysis.statements.memory import Memory, printed_gender
from analysis.statements.places import Place, names, places
from analysis.statements.quotes import Span, quoted_spans
from analysis.statements.speakers import Phrase
from analysis.statements.units import QUOTE, Unit, units
from analysis.statements.words import LAST, PRONOUNS

LONG_QUOTE = 4  # words from which a quotation without any verb is taken for somebody's speech, not for a name

_POINTERS = PRONOUNS | LAST.keys()  # words by which a sentence without a name may still have a known subject


@dataclass
class Course:
    """One pass through an article: the memory of speakers and the quotations that still wait for theirs."""

    text: str
    memory: Memory
    waiting: list[Span] = field(default_factory=list)
    statements: list[Statement] = field(default_factory=list)


def read_statements(doc: Doc, article: Article, reading: ActorReading) -> list[Statement]:
    """All statements of an article, sorted by start, longest first."""
    text = article.text
    course = Course(text, Memory(reading.actors))
    grammar = grammar_of(doc)
    named = names(reading.mentions)
    starts = [one.start for one in named]
    last: Unit | None = None
    spans = quoted_spans(text)
    for unit in units(text, spans, article.title_start):
        where = places(unit, named[bisect_left(starts, unit.start):bisect_left(starts, unit.end)])
        _read_unit(course, unit, where, grammar, last)
        last = unit
    _give_up(course)
    nested = _nested(course, spans)
    found = {(one.start, one.end, one.speaker_id, one.voice): one for one in [*course.statements, *nested] if one.start < one.end}
    return sorted(found.values(), key=lambda one: (one.start, -one.end, one.speaker_id))


def grammar_of(doc: Doc) -> Grammar:
    """Where nouns and finite verbs start, as the pipeline tagged them (an adjective behind a common noun counts as a noun:
    ``substance précise``); both empty where it tagged nothing."""
    if not len(doc):
        return Grammar(frozenset(), frozenset())
    places, kinds, forms = doc.to_array([IDX, POS, MORPH]).T
    nouns = (kinds == NOUN) | (kinds == PROPN)
    nouns[1:] |= (kinds[1:] == ADJ) & (kinds[:-1] == NOUN)
    verbs, strings = (kinds == VERB) | (kinds == AUX), doc.vocab.strings
    finite = [place for place, form in zip(places[verbs].tolist(), forms[verbs].tolist(), strict=True) if form and _is_finite(strings[form])]
    return Grammar(frozenset(places[nouns].tolist()), frozenset(finite))


@lru_cache(maxsize=10_000)
def _is_finite(features: str) -> bool:
    """Whether a morphology (``Tense=Past|VerbForm=Fin``) is a finite verb's."""
    return any(one.startswith("VerbForm=") and "Fin" in one[9:].split(",") for one in features.split("|"))


def _read_unit(course: Course, unit: Unit, where: list[Place], grammar: Grammar, last: Unit | None) -> None:
    heard = hear(unit, find_cues(unit, grammar.nouns, grammar.finite), where, course.memory, grammar)
    if last is not None and _continues(unit, heard):
        _settle_waiting(course, heard[0])
    for quote in unit.quotes:
        _quote(course, unit, quote, heard, where, grammar, last)
    if course.waiting and unit.quotes and unit.words and unit.words[0] == QUOTE:
        opening = governing(unit, unit.quotes[0], heard)
        if opening is not None:
            _settle_waiting(course, opening)
    for one in heard:
        span = clause(unit, one, heard, grammar.finite)
        span = trim(course.text, span) if span is not None else None
        if span is None or span[0] >= span[1]:
            span = bare_denial(unit, one)
        if span is not None and (one.actors or one.hearsay or one.phrase is not None):
            _add(course, span, one, "hearsay" if one.hearsay else "reported")
    _remember(course, unit, heard, where, grammar)


def _continues(unit: Unit, heard: list[Heard]) -> bool:
    """``", a lancé X``: the sentence starts with the cue of a quotation that the paragraph before left open."""
    return bool(heard) and heard[0].inverted and heard[0].cue.first <= 1 and heard[0].cue.use == "finite"


def _settle_waiting(course: Course, heard: Heard) -> None:
    for quote in course.waiting:
        _add(course, quote, heard, "direct")
    course.waiting.clear()


def _give_up(course: Course) -> None:
    """Quotations for which no verb came are the last speaker's."""
    for quote in course.waiting:
        _add_plain(course, quote, course.memory.last_speaker(), "carried")
    course.waiting.clear()


def _quote(course: Course, unit: Unit, quote: Span, heard: list[Heard], where: list[Place], grammar: Grammar,
           last: Unit | None) -> None:
    """One quotation: by its cue; without one, by the sentence's subject if it is a fragment, else by whoever speaks on."""
    one = governing(unit, quote, heard)
    if one is not None:
        _add(course, quote, one, "direct")
        return
    if not any(map(str.isalpha, unit.words)):
        same = last is not None and last.paragraph == unit.paragraph
        if course.memory.latest() and same:
            _add_plain(course, quote, course.memory.latest(), "carried")
        else:
            course.waiting.append(quote)
        return
    phrase = sentence_subject(unit, where, grammar)
    actors = phrase.actors if phrase else ()
    if phrase is not None and phrase.rule == "pronoun":
        actors = course.memory.resolve(phrase.pronoun)
    _add_plain(course, quote, actors or course.memory.last_speaker(), "sentence")


def _remember(course: Course, unit: Unit, heard: list[Heard], where: list[Place], grammar: Grammar) -> None:
    """Keep the sentence's subject, then who spoke in it."""
    if course.waiting and unit.paragraph != -1 and heard:
        _give_up(course)
    pointed = where or not _POINTERS.isdisjoint(unit.words)
    phrase = sentence_subject(unit, where, grammar) if pointed else None
    if phrase is not None and phrase.rule in ("mention", "pronoun"):
        actors = phrase.actors or course.memory.resolve(phrase.pronoun)
        if actors:
            course.memory.remember(actors, False, _gender(course.text, phrase))
    for place in where:
        course.memory.meet(place.actors)
    for one in heard:
        if one.actors and one.rule != "shared" and one.cue.use != "participle":
            course.memory.remember(one.actors, True, _gender(course.text, one.phrase) if one.phrase else "")


def _gender(text: str, phrase: Phrase) -> str:
    """By the first word of a phrase, else by the article right before it: ``le Maroc`` is m, ``Moscou`` unknown."""
    gender = printed_gender(text[phrase.start:phrase.end])
    before = () if gender else text[max(0, phrase.start - 4):phrase.start].split()
    return printed_gender(before[-1]) if before else gender


def _add(course: Course, span: Span, heard: Heard, voice: str) -> None:
    phrase = heard.phrase
    start, end = (phrase.start, phrase.end) if phrase else (0, 0)
    for actor in heard.actors or ("",):
        course.statements.append(Statement(
            span[0], span[1], course.text[span[0]:span[1]], actor, heard.cue.verb.lemma, voice, heard.rule,
            course.text[start:end], heard.cue.start, heard.cue.end, start, end,
        ))


def _add_plain(course: Course, span: Span, actors: tuple[str, ...], rule: str) -> None:
    for actor in actors or ("",):
        course.statements.append(Statement(span[0], span[1], course.text[span[0]:span[1]], actor, "", "direct", rule))


def _nested(course: Course, spans: list[Span]) -> list[Statement]:
    """Quotations within quotations: the outer one's speaker quotes them."""
    outer: dict[Span, list[Statement]] = {}
    for one in course.statements:
        if one.voice == "direct":
            outer.setdefault((one.start, one.end), []).append(one)
    found: list[Statement] = []
    last: Span | None = None
    for span in spans:
        if last is None or span[1] > last[1]:
            last = span
            continue
        found += [replace(one, start=span[0], end=span[1], text=course.text[span[0]:span[1]], rule="nested") for one in outer.get(last, ())]
    return found
