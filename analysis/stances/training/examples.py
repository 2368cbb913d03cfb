"""Annotated articles beside our own reading of them → labelled examples for each choice of the stance model.

The annotation says who takes which stance towards whom and quotes the words; it names no cue. A cue inside the quoted
words with a stance of the same PLOVER type is taken to express it, and the candidates that are the annotated actors
are the right ones: ``Paris accuse Téhéran`` makes Paris the right source among the units of its sentence. An actor of
the right state is half right and counts where no candidate is fully so; where none is right at all, the right answer
is «somebody unknown».
"""
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path, PurePath
from typing import NamedTuple

from analysis.actors import find_actors
from analysis.acts import MODALITIES, VOICES
from analysis.articles import Article
from analysis.dates import find_dates
from analysis.evaluation import Marks, StanceMark, node, read_gold, same_actor
from analysis.evaluation.matching import kind_of_act
from analysis.language import parse
from analysis.records import Actor, DateRef
from analysis.stances.candidates import Candidate, sources, targets
from analysis.stances.context import modality_features, voice_features
from analysis.stances.features import cue_features, source_features, target_features
from analysis.stances.lexicon import Entry
from analysis.stances.names import names_of
from analysis.stances.scene import Scene, find_scenes
from analysis.stances.units import Unit
from analysis.stances.words import Text
from analysis.statements import find_statements
from analysis.world import countries

SAME, SAME_NODE, OTHER = 2, 1, 0  # the actor itself, another of its state or organisation, somebody else


class Case(NamedTuple):
    """The features of one yes-or-no question, and its answer."""

    features: list[str]
    right: bool


class Choice(NamedTuple):
    """The features of each candidate of one choice, and which candidates are right."""

    candidates: list[list[str]]
    right: list[bool]


@dataclass
class Examples:
    """What is learnt from: yes-or-no for cues, choices among candidates for the others."""

    cue: list[Case] = field(default_factory=list)
    source: list[Choice] = field(default_factory=list)
    target: list[Choice] = field(default_factory=list)
    voice: list[Choice] = field(default_factory=list)
    modality: list[Choice] = field(default_factory=list)

    def extend(self, other: "Examples") -> None:
        """Add the examples of another article."""
        for name in vars(self):
            getattr(self, name).extend(getattr(other, name))


@dataclass
class Sample:
    """One annotated article as we read it: its annotation, actors, dates and the scene of each cue."""

    marks: Marks
    published: date | None
    actors: dict[str, Actor]
    dates: list[DateRef]
    scenes: list[Scene]
    _grades: dict[tuple[str, str], int] = field(default_factory=dict)

    def actor(self, actor_id: str) -> Actor | None:
        """The actor of an id, None for the empty id; a state known by an adjective only (``russe``) is that state."""
        if not actor_id:
            return None
        if actor_id not in self.actors:
            self.actors[actor_id] = Actor(actor_id, countries()[actor_id].name, "country", actor_id)
        return self.actors[actor_id]

    def grade(self, members: Iterable[str], wanted: Sequence[Actor | None]) -> int:
        """How near the nearest of some actors comes to any of the annotated ones: SAME, SAME_NODE or OTHER."""
        return max((self._grade(one, gold) for one in members for gold in wanted if gold is not None), default=OTHER)

    def _grade(self, actor_id: str, gold: Actor) -> int:
        key = (actor_id, gold.actor_id)
        if key not in self._grades:
            actor = self.actor(actor_id)
            self._grades[key] = SAME if same_actor(gold, actor) else SAME_NODE if node(gold) == node(actor) else OTHER
        return self._grades[key]


def read_samples(articles: Iterable[Article], gold: Path) -> Iterator[Sample]:
    """The articles that have an annotation in the folder ``gold``, analysed up to the scenes.

    Raises analysis.evaluation.AnnotationError for a faulty annotation, analysis.language.PipelineError.
    """
    for article in articles:
        marks = read_gold(gold, PurePath(article.path).stem, article.text)
        if marks is not None:
            yield read_sample(article, marks)


def read_sample(article: Article, marks: Marks) -> Sample:
    """One article and its annotation, analysed up to the scenes."""
    doc = parse(article.text, (article.title_start, article.title_end))
    reading = find_actors(doc, article)
    scenes = list(find_scenes(Text(doc, article.text), article, reading, find_statements(doc, article, reading)))
    return Sample(marks, article.published_last, dict(reading.actors), find_dates(doc, article), scenes)


def label(sample: Sample) -> Examples:
    """All examples that one annotated article gives."""
    found = Examples()
    for scene in sample.scenes:
        here = _covering(sample.marks.stances, scene.cue.token.idx)
        for entry, stances in _answers(scene, here):
            found.cue.append(Case(names_of(cue_features(scene, entry)), bool(stances)))
            if stances:
                _label_ends(sample, scene, entry, stances, found)
        _label_context(sample, scene, here, found)
    return found


def _covering(stances: Sequence[StanceMark], place: int) -> list[StanceMark]:
    """The annotated stances whose words hold a place of the text."""
    return [stance for stance in stances if any(start <= place < end for start, end in stance.spans)]


def _answers(scene: Scene, here: list[StanceMark]) -> Iterator[tuple[Entry, list[StanceMark]]]:
    """Each entry of the cue with the stances it expresses; an entry that only comes near (condemn for accuse) is left
    out where another entry of the cue has the very act."""
    exact = {stance.act for stance in here} & {entry.act for entry in scene.cue.entries}
    for entry in scene.cue.entries:
        stances = [stance for stance in here if kind_of_act(stance.act) == kind_of_act(entry.act)]
        if not (stances and exact and all(stance.act != entry.act for stance in stances)):
            yield entry, stances


def _label_ends(sample: Sample, scene: Scene, entry: Entry, stances: list[StanceMark], found: Examples) -> None:
    """The choice of the source; for the first right source whose stances are known, that of the target."""
    candidates = sources(scene)
    wanted = [stance.source for stance in stances]
    if entry.act == "consult":  # a meeting has no direction
        wanted += [stance.target for stance in stances]
    right = right_sources(sample, candidates, wanted)
    found.source.append(Choice(list(map(names_of, source_features(scene, entry, candidates))), right))
    for candidate, is_right in zip(candidates, right, strict=True):
        aims = _aims(sample, entry, candidate.unit, stances) if is_right and candidate.unit else []
        if aims:
            _label_target(sample, scene, entry, candidate.unit, (aims, stances), found)
            return


def _aims(sample: Sample, entry: Entry, source: Unit, stances: list[StanceMark]) -> list[Actor | None]:
    """Towards whom the stances of this source are; None for nobody."""
    aims = [stance.target for stance in stances if sample.grade(source.members, [stance.source])]
    if entry.act == "consult":
        aims += [stance.source for stance in stances if sample.grade(source.members, [stance.target])]
    return aims


def _label_target(sample: Sample, scene: Scene, entry: Entry, source: Unit,
                  wanted: tuple[list[Actor | None], list[StanceMark]], found: Examples) -> None:
    candidates = targets(scene, source)
    features = list(map(names_of, target_features(scene, entry, source, candidates)))
    found.target.append(Choice(features, right_targets(sample, candidates, *wanted)))


def right_sources(sample: Sample, candidates: list[Candidate], wanted: list[Actor | None]) -> list[bool]:
    """Which candidates for the source are right."""
    return _best([sample.grade(c.unit.members, wanted) if c.unit else OTHER for c in candidates], candidates)


def right_targets(sample: Sample, candidates: list[Candidate], aims: list[Actor | None], stances: list[StanceMark]) -> list[bool]:
    """Which candidates for the target are right; the members towards one another where the annotation has them so."""
    if any(_are_mutual(sample, c.unit, stances) for c in candidates if c.origin == "mutual"):
        return [c.origin == "mutual" for c in candidates]
    return _best([_target_grade(sample, candidate, aims) for candidate in candidates], candidates)


def _target_grade(sample: Sample, candidate: Candidate, aims: list[Actor | None]) -> int:
    if candidate.origin in ("mutual", "unknown"):
        return OTHER
    if candidate.unit is None:
        return SAME if None in aims else OTHER
    return sample.grade(candidate.unit.members, aims)


def _are_mutual(sample: Sample, unit: Unit, stances: list[StanceMark]) -> bool:
    """Whether a stance binds two members of a unit."""
    return any(sample.grade((one,), [stance.source]) == sample.grade((other,), [stance.target]) == SAME
               for stance in stances for one in unit.members for other in unit.members if one != other)


def _best(grades: list[int], candidates: list[Candidate]) -> list[bool]:
    """The candidates of the best grade; where none has any, somebody unknown."""
    best = max(grades)
    return [grade == best for grade in grades] if best else [c.origin == "unknown" for c in candidates]


def _label_context(sample: Sample, scene: Scene, here: list[StanceMark], found: Examples) -> None:
    """The choices of voice and modality for the first entry whose source is among the units."""
    for entry in scene.cue.entries:
        stances = [s for s in here if s.act == entry.act] or [s for s in here if kind_of_act(s.act) == kind_of_act(entry.act)]
        units = [c.unit for c in sources(scene) if c.unit is not None] if stances else []
        wanted = [stance.source for stance in stances]
        grade, place = max(((sample.grade(unit.members, wanted), i) for i, unit in enumerate(units)), default=(OTHER, 0))
        if not grade:
            continue
        source = units[place]
        stance = next(s for s in stances if sample.grade(source.members, [s.source]))
        names = voice_features(scene, entry.act, source)
        found.voice.append(_options(VOICES, names, stance.voice))
        names = modality_features(scene, entry.act, sample.published, sample.dates)
        found.modality.append(_options(MODALITIES, names, stance.modality))
        return


def _options(options: tuple[str, ...], names: list[str], right: str) -> Choice:
    """A choice among fixed options: the same features under the name of each."""
    return Choice([[f"{option}:{name}" for name in names] for option in options], [option == right for option in options])
