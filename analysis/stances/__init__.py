"""Who stands where towards whom: cues by lexicon, candidates by rule, the choice by a small model.

    doc, reading, statements ─ find_scenes ─▶ Scene ─ decide ─▶ Verdict ─ context ─▶ Stance

``find_stances`` reads one article. ``train.py`` learns the weights; nothing else writes them.
"""
from datetime import date

from spacy.tokens import Doc

from analysis.articles import Article
from analysis.records import ActorReading, DateRef, Stance, Statement
from analysis.stances.context import modality, negated, reporter, voice, when
from analysis.stances.decide import Verdict, decide
from analysis.stances.scene import Scene, find_scenes

FLOOR = 0.25  # product of the three shares below which nothing is claimed; chosen on the training articles


def find_stances(doc: Doc, article: Article, reading: ActorReading, dates: list[DateRef],
                 statements: list[Statement], floor: float = FLOOR) -> list[Stance]:
    """The stances of one article, in the order of the text; one for each source, target and act of a sentence.

        >>> [(s.source_id, s.act, s.target_id) for s in find_stances(parse("Paris accuse Téhéran."), …)]
        [('FRA', 'accuse', 'IRN')]
    """
    best: dict[tuple, Stance] = {}
    for scene in find_scenes(doc, article, reading, statements):
        for verdict in decide(scene, floor):
            for stance in _stances(scene, verdict, dates, article.published_last):
                key = (stance.source_id, stance.target_id, stance.act, stance.sentence_start)
                if key not in best or best[key].confidence < stance.confidence:
                    best[key] = stance
    return sorted(best.values(), key=lambda s: (s.start, s.end, s.source_id, s.target_id, s.act))


def _stances(scene: Scene, verdict: Verdict, dates: list[DateRef], published: date | None) -> list[Stance]:
    """One record for each member of a collective source and target."""
    start, end = _span(scene, verdict)
    sentence, day = scene.cue.token.sent, when(scene, dates)
    shared = dict(
        start=start, end=end, sentence_start=sentence.start_char, sentence_end=sentence.end_char,
        act=verdict.entry.act, voice=voice(scene, verdict.entry.act, verdict.source.unit),
        reporter_id=reporter(scene, verdict.source.unit), negated=negated(scene), modality=modality(scene, verdict.entry.act, published, dates),
        first_day=day.first_day if day else None, last_day=day.last_day if day else None,
        cue=_cue_text(scene), rule=verdict.rule, confidence=round(verdict.confidence, 3),
    )
    members = verdict.target.unit.members if verdict.target.unit else ("",)
    pairs = [(source, target) for source in verdict.source.unit.members for target in members if source != target]
    if verdict.entry.act == "consult":  # a meeting is one record, whoever is named first
        pairs = list({tuple(sorted(pair)): pair for pair in reversed(pairs)}.values())[::-1]
    return [Stance(source_id=source, target_id=target, **shared) for source, target in pairs]


def _span(scene: Scene, verdict: Verdict) -> tuple[int, int]:
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
    return token.text if last == token.i else f"{token.text} … {token.doc[last].text}" if last > token.i + 1 else token.doc[token.i:last + 1].text
