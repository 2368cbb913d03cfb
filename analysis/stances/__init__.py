"""Who stands where towards whom: cues by lexicon, candidates by rule, the choice by a small model.

    doc, reading, statements ─ find_scenes ─▶ Scene ─ propose ─▶ Verdict ─ settle ─ context ─▶ Stance

``find_stances`` reads one article. ``training`` learns the weights; nothing else writes them.
"""
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from datetime import date

from spacy.tokens import Doc

from analysis.articles import Article
from analysis.records import ActorReading, DateRef, Stance, Statement
from analysis.stances.beside import Proposal
from analysis.stances.context import Context, context_of, reporter
from analysis.stances.decide import Verdict, propose
from analysis.stances.model import Models, models
from analysis.stances.scene import Scene, find_scenes
from analysis.stances.settle import settle
from analysis.stances.trees import forests
from analysis.stances.words import Sentence, Text

FLOOR = 0.22  # confidence below which nothing is claimed; chosen on held-out training articles


def find_stances(doc: Doc, article: Article, reading: ActorReading, dates: list[DateRef],
                 statements: list[Statement], floor: float = FLOOR) -> list[Stance]:
    """The stances of one article, in the order of the text; one for each source, target and act of a sentence.

        >>> [(s.source_id, s.act, s.target_id) for s in find_stances(parse("Paris accuse Téhéran."), …)]
        [('FRA', 'accuse', 'IRN')]
    """
    text = Text(doc, article.text)
    proposals = all_proposals(find_scenes(text, article, reading, statements), models())
    nodes = {key: actor.country or key for key, actor in reading.actors.items()}
    settled = [(one, confidence) for one, confidence in settle(proposals, nodes, forests()) if confidence >= floor]
    stances = _records(settled, dates, article.published_last)
    text.let_go()
    return sorted(stances, key=lambda s: (s.start, s.end, s.source_id, s.target_id, s.act))


def _records(settled: Sequence[tuple[Proposal, float]], dates: list[DateRef], published: date | None) -> list[Stance]:
    """The records of settled proposals with their confidence."""
    starts, known, stances = [one.start for one in dates], {}, []
    for one, confidence in settled:
        scene, act, source = one.scene, one.verdict.entry.act, one.verdict.source.unit
        key = (id(scene), act, id(source))  # all targets of a cue share it
        if key not in known:
            known[key] = context_of(scene, act, source, _within(scene.cue.token.sent, dates, starts), published)
        stances.append(_stance(one, confidence, known[key]))
    return stances


def _turned(one: Proposal, speakers: set[str]) -> Proposal:
    """An accusation by whoever speaks it: ``les accusations du Canada, qui la soupçonne`` accuses India, not Canada."""
    if one.target_id in speakers and one.source_id not in speakers:
        return one._replace(source_id=one.target_id, target_id=one.source_id)
    return one


def _speakers(scene: Scene, act: str) -> set[str]:
    """Who speaks the cue itself where it is a verb of accusing with its subject before it."""
    if act != "accuse" or not scene.says or scene.speaker is None or scene.saying.rule != "subject":
        return set()
    return set(scene.speaker.members)


def _within(sentence: Sentence, dates: list[DateRef], starts: list[int]) -> list[DateRef]:
    """The dates of a sentence, of all in the order of their ``starts``."""
    return dates[bisect_left(starts, sentence.start_char):bisect_left(starts, sentence.end_char)]


def all_proposals(scenes: Iterable[Scene], models: Models) -> list[Proposal]:
    """What the models propose for the scenes of one article, in the order of the text."""
    return [one for scene in scenes for verdict in propose(scene, models) for one in proposals_of(scene, verdict)]


def proposals_of(scene: Scene, verdict: Verdict) -> list[Proposal]:
    """One for each member of a collective source and target; a meeting is one, whoever is named first, an agreement or
    joint work with somebody two."""
    act, target = verdict.entry.act, verdict.target
    members = target.unit.members if target.unit else ("",)
    pairs = [(one, other) for one in verdict.source.unit.members for other in members if one != other]
    if act == "consult":
        pairs = list({tuple(sorted(pair)): pair for pair in reversed(pairs)}.values())[::-1]
    elif act in ("agree", "cooperate") and target.origin == "sentence" and scene.role(target.unit).rstrip("+") == "avec":
        pairs += [(other, one) for one, other in pairs]
    return [Proposal(scene, verdict, source, target_id) for source, target_id in pairs]


def _stance(one: Proposal, confidence: float, context: Context) -> Stance:
    """The record of a settled proposal, with its span and what surrounds it; whoever speaks an accusation is reported."""
    speakers = _speakers(one.scene, one.verdict.entry.act)
    one = _turned(one, speakers)
    scene, verdict = one.scene, one.verdict
    act, source = verdict.entry.act, verdict.source.unit
    start, end = span_of(scene, verdict)
    sentence, day = scene.cue.token.sent, context.day
    told = "reported" if context.voice == "narrated" and one.source_id in speakers else context.voice
    return Stance(
        start=start, end=end, sentence_start=sentence.start_char, sentence_end=sentence.end_char, source_id=one.source_id,
        target_id=one.target_id, act=act, voice=told, reporter_id=reporter(scene, source, told),
        negated=context.negated, modality=context.modality, first_day=day.first_day if day else None,
        last_day=day.last_day if day else None, cue=_cue_text(scene), rule=verdict.rule, confidence=round(confidence, 3),
    )


def span_of(scene: Scene, verdict: Verdict) -> tuple[int, int]:
    """The shortest span that holds the cue and those of its actors that the sentence gives."""
    doc, sentence = scene.cue.token.doc, scene.cue.token.sent
    places = [scene.cue.token.i, scene.cue.last]
    for unit in (verdict.source.unit, verdict.target.unit):
        if unit is not None and sentence.start <= unit.start and unit.end <= sentence.end:
            places += [unit.start, unit.end - 1]
    last = doc[max(places)]
    return doc[min(places)].idx, last.idx + len(last)


def _cue_text(scene: Scene) -> str:
    """The words of the cue as printed, joined by … where others stand between."""
    token, last = scene.cue.token, scene.cue.last
    parts = [token] if last == token.i else [token, token.doc[last]]
    return (" … " if last > token.i + 1 else " ").join(part.text for part in parts)
