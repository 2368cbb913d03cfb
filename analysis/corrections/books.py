"""The books of one replay: what the lines so far have made of the stances, actors and articles that they name."""
from collections.abc import Iterator

import pandas as pd

from analysis import world
from analysis.acts import ACTS
from analysis.corrections.making import fields_of, text_hash
from analysis.corrections.overlay import EVERYWHERE, Overlay, Unfit, relabelled, stance_frame
from analysis.corrections.records import ACTOR_FIELDS, FIELDS, ArticleAnchor, Correction, StanceAnchor, as_day
from analysis.tables import ActorRow, StanceRow, Tables, frame

_ENDS = ("source_id", "target_id", "reporter_id")
# A reading with a better date is of the same stance, and the sign follows from the act.
_SAME = tuple(name for name in FIELDS if name not in ("first_day", "last_day", "polarity"))


class Misfit(Exception):
    """A line does not fit; ``why`` is one of ``replay.WHYS``."""

    def __init__(self, why: str, about: str = "") -> None:
        super().__init__(why)
        self.why, self.about = why, about


class Books:
    """Takes one line after the other; ``overlay`` is the outcome."""

    def __init__(self, part: Tables, taken_back: frozenset[str] = frozenset()) -> None:
        """``taken_back``: ids of the stances whose addition was undone."""
        self._taken_back = taken_back
        self._articles = {row.article_id: row for row in part.articles.itertuples(index=False)}
        self._paths = {row.path for row in self._articles.values()}
        self._texts = {key: text_hash(row.text) for key, row in self._articles.items()}
        self._base = {row.stance_id: row for row in part.stances.itertuples(index=False)}
        self._actors = {row.actor_id: row._asdict() for row in part.actors.itertuples(index=False)}
        self._now: dict[str, dict] = {}
        self._added: dict[str, str] = {}  # id given by the log → id of the row that stands for it
        self._touched: dict[str, None] = {}
        self._gone: set[str] = set()
        self._relabel: dict[tuple[str, str], str] = {}
        self._days: dict[str, tuple] = {}

    def take(self, correction: Correction) -> list[Misfit]:
        """One line. Raises Misfit where it fits nowhere; returns the parts of it that do not fit."""
        return list(getattr(self, f"_take_{correction.what}")(correction) or ())

    def _take_accept(self, line: Correction) -> None:
        row = self._seen(line)
        row.update(confidence=1.0, review=self._kept(row))

    def _take_reject(self, line: Correction) -> None:
        self._seen(line)["review"] = "rejected"

    def _take_edit(self, line: Correction) -> None:
        row = self._row(line)
        row.update(_stance_values({name: line.values[name] for name in line.values["changed"]}), confidence=1.0)
        row.update(review=self._kept(row), plover=ACTS[row["act"]].plover, cameo=ACTS[row["act"]].cameo)

    def _kept(self, row: dict) -> str:
        """What a stance that a coder let stand is: accepted as the analysis made it, edited, or added."""
        base = self._base.get(row["stance_id"])
        if base is None or row["stance_id"] in self._added.values():
            return "added"
        return "accepted" if all(_days_plain(row[name]) == _days_plain(getattr(base, name)) for name in FIELDS) else "edited"

    def _take_add(self, line: Correction) -> None:
        article, anchor = self._article(line.articles[0]), line.stance
        values = {**_stance_values(line.values), "confidence": 1.0, "review": "added"}
        same = self._alike(article.article_id, anchor.sentence, line.values)
        if same:  # found by a later analysis too: not counted twice
            self._current(same).update(values)
        else:
            act = ACTS[values["act"]]
            self._now[anchor.stance_id] = {
                "stance_id": anchor.stance_id, "article_id": article.article_id, "start": anchor.start, "end": anchor.end,
                "sentence": anchor.sentence, "cue": line.values.get("cue", ""), "rule": "added", "plover": act.plover,
                "cameo": act.cameo, **values}
        self._added[anchor.stance_id] = same or anchor.stance_id

    def _take_date(self, line: Correction) -> Iterator[Misfit]:
        days = as_day(line.values["first"]), as_day(line.values["last"])
        yield from self._each_article(line, lambda article: self._days.__setitem__(article, days))

    def _take_merge(self, line: Correction) -> Iterator[Misfit]:
        into = self._actor(line.values["into"])
        misfits = []
        for anchor in line.actors:
            try:
                other = self._actor(anchor.actor_id)
            except Misfit as misfit:
                misfits.append(misfit)
                continue
            self._become(other, into)
        if len(misfits) == len(line.actors):
            raise misfits[0]
        yield from misfits

    def _become(self, other: dict, into: dict) -> None:
        one, key = other["actor_id"], into["actor_id"]
        names = [into["name"], *into["aliases"].split("|"), other["name"], *other["aliases"].split("|")]
        into["aliases"] = "|".join(name for name in dict.fromkeys(names) if name and name != into["name"])
        for name in ACTOR_FIELDS:
            into[name] = into[name] or other[name]
        for pair, now in list(self._relabel.items()):
            if now == one:
                self._relabel[pair] = key
        self._relabel[EVERYWHERE, one] = key
        self._gone.add(one)
        self._touched[key] = None
        for row in self._now.values():
            row.update({end: key for end in _ENDS if row[end] == one})

    def _take_split(self, line: Correction) -> Iterator[Misfit]:
        one, other = self._actor(line.actors[0].actor_id)["actor_id"], line.values["actor"]
        key = other["actor_id"]
        if key in self._gone:
            raise Misfit("actor gone", key)
        if key not in self._actors:
            self._actors[key] = _new_actor(key, {name: other.get(name, "") for name in ACTOR_FIELDS})
            self._touched[key] = None

        def apart(article: str) -> None:
            before = {one, *(actor for (_, actor) in self._relabel if relabelled(article, actor, self._relabel) == one)}
            self._relabel.update({(article, actor): key for actor in before
                                  if relabelled(article, actor, self._relabel) == one})
            for row in self._now.values():
                if row["article_id"] == article:
                    row.update({end: key for end in _ENDS if row[end] == one})

        yield from self._each_article(line, apart)

    def _each_article(self, line: Correction, act) -> Iterator[Misfit]:
        """Do something to each article of a line that is still there; the others do not fit."""
        misfits = []
        for anchor in line.articles:
            try:
                act(self._article(anchor).article_id)
            except Misfit as misfit:
                misfits.append(misfit)
        if len(misfits) == len(line.articles):
            raise misfits[0]
        yield from misfits

    def _take_actor(self, line: Correction) -> None:
        anchor = line.actors[0]
        columns = {name: value for name, value in line.values.items() if name in ACTOR_FIELDS}
        if not anchor.old and anchor.actor_id not in self._actors:
            self._actors[anchor.actor_id] = _new_actor(anchor.actor_id, columns)
        else:
            actor = self._actor(anchor.actor_id)
            if any(actor[name] not in (anchor.old.get(name, ""), value) for name, value in columns.items()):
                raise Misfit("actor changed", anchor.old.get("name") or anchor.actor_id)
            actor.update(columns)
        self._touched[anchor.actor_id] = None

    def _article(self, anchor: ArticleAnchor):
        """The article that a line hangs on, with the same text."""
        found = self._articles.get(anchor.article_id)
        if found is None:
            raise Misfit("text changed" if anchor.path in self._paths else "article gone", anchor.title or anchor.path)
        if self._texts[anchor.article_id] != anchor.text:
            raise Misfit("text changed", anchor.title or anchor.path)
        return found

    def _actor(self, actor_id: str) -> dict:
        if actor_id in self._gone:
            raise Misfit("actor gone", actor_id)
        if actor_id not in self._actors:
            known = _of_the_world(actor_id)
            if known is None:
                raise Misfit("actor gone", actor_id)
            self._actors[actor_id] = known
        return self._actors[actor_id]

    def _seen(self, line: Correction) -> dict:
        """The stance of a line, where it is now as its coder saw it."""
        row = self._row(line)
        if any(_plain(row, name) != line.values[name] for name in _SAME):
            raise Misfit("seen changed", line.stance.sentence)
        return row

    def _row(self, line: Correction) -> dict:
        article, anchor = self._article(line.articles[0]), line.stance
        if anchor.stance_id in self._added:
            return self._current(self._added[anchor.stance_id])
        found = self._base.get(anchor.stance_id)
        if found is not None and found.article_id == article.article_id and found.sentence == anchor.sentence and _alike(found, anchor.old):
            return self._current(anchor.stance_id)
        same = "" if found is not None else self._alike(article.article_id, anchor.sentence, anchor.old)
        if not same:
            raise Misfit(self._why_not(article.article_id, anchor), anchor.sentence)
        return self._current(same)

    def _alike(self, article_id: str, sentence: str, values: dict) -> str:
        """Id of the one stance of an article that says the same in the same sentence; empty where there is none."""
        same = [row.stance_id for row in self._base.values()
                if row.article_id == article_id and row.sentence == sentence and _alike(row, values)]
        return same[0] if len(same) == 1 else ""

    def _why_not(self, article_id: str, anchor: StanceAnchor) -> str:
        if anchor.stance_id in self._taken_back:
            return "addition undone"
        near = any(row.article_id == article_id and row.start < anchor.end and anchor.start < row.end for row in self._base.values())
        return "stance changed" if near else "stance gone"

    def _current(self, stance_id: str) -> dict:
        """The row as the lines so far made it."""
        if stance_id not in self._now:
            row = {**self._base[stance_id]._asdict(), "review": ""}
            row.update({end: relabelled(row["article_id"], row[end], self._relabel) for end in _ENDS})
            self._now[stance_id] = row
        return self._now[stance_id]

    def overlay(self, undone: frozenset[str], unfit: tuple[Unfit, ...]) -> Overlay:
        """What came of it."""
        rows = [row for row in self._now.values() if row["review"]]
        used = {row[end] for row in rows for end in _ENDS} - self._actors.keys() - {""}
        met = {actor: known for actor in sorted(used) if (known := _of_the_world(actor))}
        actors = {**{key: self._actors[key] for key in self._touched if key not in self._gone}, **met}
        return Overlay(
            stances=stance_frame(rows), added=frozenset(key for key in self._added.values() if key not in self._base),
            actors=frame(ActorRow, ([row[name] for name in ActorRow._fields] for row in actors.values())),
            gone=frozenset(self._gone), relabel=dict(self._relabel), days=dict(self._days), undone=undone, unfit=unfit)


def _alike(row: StanceRow, values: dict) -> bool:
    now = fields_of(row)
    return all(now[name] == values.get(name) for name in _SAME)


def _plain(row: dict, name: str) -> object:
    return bool(row[name]) if name == "negated" else row[name]


def _days_plain(value: object) -> object:
    return None if value is None or value != value else value


def _stance_values(values: dict) -> dict:
    """Values of the log as the tables have them."""
    found = {name: values[name] for name in FIELDS if name in values}
    return {name: (as_day(value) if as_day(value) else pd.NaT) if name.endswith("_day") else value for name, value in found.items()}


def _new_actor(actor_id: str, columns: dict) -> dict:
    return {"actor_id": actor_id, "name": actor_id, "kind": "person", "country": "", "role": "", "aliases": "", "wikidata": "",
            **{name: value for name, value in columns.items() if value}}


def _of_the_world(actor_id: str) -> dict | None:
    """The row of an actor that no article met, but that the world tables know."""
    if actor_id in world.countries():
        state = world.countries()[actor_id]
        return _new_actor(actor_id, {"name": state.name, "kind": "country", "country": actor_id, "wikidata": state.wikidata})
    if actor_id in world.organisations():
        body = world.organisations()[actor_id]
        return _new_actor(actor_id, {"name": body.name, "kind": body.kind, "country": body.country, "wikidata": body.wikidata})
    person = world.people().get(actor_id)
    if person is None:
        return None
    state = person.country if person.country in world.countries() else ""
    return _new_actor(actor_id, {"name": person.name, "kind": "person", "country": state, "wikidata": person.wikidata})
