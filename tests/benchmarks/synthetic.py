"""A corpus of invented stances of any size, as imports would have left it, for ``views.py``.

Two hundred states and organisations and four thousand persons, of whom few are in many stances (frequency falls with the
rank), over twenty years; eight stances an article, one article in ten a near copy of another. Articles have some two
hundred invented words. Parts have 5,000 articles, as ``compact`` leaves them.
"""
import base64
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pandas as pd

from analysis import world
from analysis.acts import ACTS, VOICES
from analysis.corpus import Version, writing
from analysis.corpus.rows import PART_TYPES
from analysis.tables import Tables, dtypes

PER_ARTICLE, PER_PART, PERSONS, DAYS, OUTLETS = 8, 5_000, 4_000, 7_300, 60
_FIRST = np.datetime64("2004-01-01")
_WORDS = [f"{start}{end}" for start in ("mar", "pol", "ten", "cor", "lib", "ver", "sol", "gra", "dis", "fon") for end in (
    "ation", "er", "ement", "iste", "eur", "age", "ive", "é", "eux", "ance", "ure", "ique", "oir", "esse", "ité")]


def write_corpus(folder: Path, stances: int, seed: int = 1) -> None:
    """A corpus of so many stances in a new folder."""
    with writing(folder) as writer:
        for frames in parts(stances, seed):
            writer.commit(frames, Version("p", "l", "w", "c"))


def parts(stances: int, seed: int) -> Iterator[dict[str, pd.DataFrame]]:
    """The frames of one part after the other."""
    chance, left, number = np.random.default_rng(seed), stances // PER_ARTICLE, 0
    actors = _actors()
    while left > 0:
        articles = min(left, PER_PART)
        yield _part(chance, actors, articles, number)
        left, number = left - articles, number + 1


def _actors() -> pd.DataFrame:
    """Actors in the order of how often they are met."""
    states = list(world.countries().items())[:180]
    bodies = [(key, found) for key, found in world.organisations().items() if not found.country][:20]
    rows = [(key, found.name, "country", key, "", "", "") for key, found in states]
    rows += [(key, found.name, "organisation", "", "", "", "") for key, found in bodies]
    order = np.random.default_rng(7).permutation(len(rows))
    rows = [rows[place] for place in order]
    codes = [row[0] for row in rows]
    rows += [(f"personne-{place}", f"Prénom{place} Nom{place}", "person", codes[int(place ** 1.3) % len(codes)],
              "ministre des Affaires étrangères", "", "") for place in range(PERSONS)]
    return pd.DataFrame(rows, columns=["actor_id", "name", "kind", "country", "role", "aliases", "wikidata"])


def _part(chance: np.random.Generator, actors: pd.DataFrame, articles: int, number: int) -> dict[str, pd.DataFrame]:
    ids = np.array([f"{number:06x}{place:010x}" for place in range(articles)])
    days = _FIRST + chance.integers(0, DAYS, articles)
    texts = [_text(chance) for _ in range(articles)]
    published = days.astype("datetime64[s]")
    stances = _stances(chance, actors["actor_id"].to_numpy(), ids, days)
    met = pd.DataFrame({"article_id": stances["article_id"], "actor_id": stances["source_id"]}).drop_duplicates()
    met = met.merge(actors, on="actor_id")
    signatures = chance.integers(0, 1 << 16, (articles, 63)).astype("<u2")
    signatures[articles - articles // 10:] = signatures[:articles // 10]
    frames = {
        "articles": pd.DataFrame({
            "article_id": ids, "path": np.char.add(ids, ".txt"), "title": [text[:60] for text in texts], "published_first": published,
            "published_last": published, "source": np.char.add("Journal ", chance.integers(0, OUTLETS, articles).astype(str)),
            "language": "fr", "url": "", "text": texts}),
        "actors": met[list(PART_TYPES["actors"]._fields)], "stances": stances,
        "intake": pd.DataFrame({
            "article_id": ids, "title_start": 0, "title_end": 60, "body_start": 60, "dated_by": "header", "file": ids, "analysed": True,
            "signature": [base64.b64encode(row.tobytes()).decode() for row in signatures]}),
        "files": pd.DataFrame({"file": ids, "path": np.char.add(ids, ".txt"), "state": "stored", "reason": "", "articles": 1})}
    empty = {name: pd.DataFrame(columns=list(kind._fields)) for name, kind in PART_TYPES.items() if name not in frames}
    return {name: table.astype(dtypes(PART_TYPES[name])) for name, table in {**frames, **empty}.items()}


def _text(chance: np.random.Generator) -> str:
    words = chance.integers(0, len(_WORDS), 200)
    return " ".join(_WORDS[place] for place in words) + "."


def _stances(chance: np.random.Generator, actors: np.ndarray, articles: np.ndarray, days: np.ndarray) -> pd.DataFrame:
    number = len(articles) * PER_ARTICLE
    frequency = 1 / np.arange(1, len(actors) + 1) ** 0.8
    who = [actors[chance.choice(len(actors), number, p=frequency / frequency.sum())] for _ in range(3)]
    place = np.repeat(np.arange(len(articles)), PER_ARTICLE)
    act = np.array(list(ACTS))[chance.integers(0, len(ACTS), number)]
    kind = {name: (found.sign, found.plover, found.cameo) for name, found in ACTS.items()}
    own = chance.random(number) < 0.6
    first = (days[place] - chance.integers(0, 20, number)).astype("datetime64[s]")
    last = first + chance.choice([0, 0, 0, 0, 6, 30], number) * np.timedelta64(86_400, "s")
    nothing = np.datetime64("NaT", "s")
    words = [f"phrase {at} {_WORDS[at % len(_WORDS)]} " + "de l'article inventé, en quelques mots de plus " * 3 for at in range(PER_ARTICLE)]
    start = np.tile(np.arange(PER_ARTICLE) * 40, len(articles))
    return pd.DataFrame({
        "stance_id": np.char.add(articles[place], start.astype(str)), "article_id": articles[place], "start": start, "end": start + 30,
        "sentence": np.char.add(np.tile(words, len(articles)), articles[place]), "source_id": who[0],
        "target_id": np.where(chance.random(number) < 0.1, "", who[1]), "act": act, "polarity": [kind[name][0] for name in act],
        "voice": np.array(VOICES)[chance.integers(0, len(VOICES), number)],
        "reporter_id": np.where(chance.random(number) < 0.3, who[2], ""), "negated": chance.random(number) < 0.05,
        "modality": chance.choice(["actual", "future", "hypothetical"], number, p=[.8, .12, .08]),
        "first_day": np.where(own, first, nothing), "last_day": np.where(own, last, nothing), "cue": "phrase", "rule": "synthetic",
        "confidence": chance.random(number).round(2) * 0.6 + 0.4, "plover": [kind[name][1] for name in act],
        "cameo": [kind[name][2] for name in act]})


def part_tables(frames: dict[str, pd.DataFrame]) -> Tables:
    """One part as the tables of the analysis, for a comparison in memory."""
    actors = frames["actors"].drop(columns="article_id").drop_duplicates("actor_id")
    return Tables(**{name: frames[name] for name in ("articles", "mentions", "dates", "statements", "stances")}, actors=actors)
