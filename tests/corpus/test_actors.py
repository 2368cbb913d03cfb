"""Actors of the store's parts merge as the analysis merges those of its articles."""
from datetime import date
from random import Random

import pytest

from analysis.corpus.actors import merge_met
from analysis.corpus.rows import MetActorRow
from analysis.pipeline import Rows, merge_actors
from analysis.records import Actor
from analysis.tables import ActorRow, ArticleRow, dtypes, frame

NAMES, ROLES, SPELLINGS = ("Hélène Marchais", "H. Marchais", ""), ("ministre", "présidente", ""), ("Marchais", "la ministre", "Hélène Marchais", "Mme Marchais")


def random_rows(chance: Random) -> list[Rows]:
    days = [None, date(2022, 3, 1), date(2023, 5, 2), date(2024, 1, 9)]
    rows = []
    for number in range(6):
        day = chance.choice(days)
        actors = [Actor(key, chance.choice(NAMES), "person", chance.choice(("FRA", "")), chance.choice(ROLES),
                        tuple(chance.sample(SPELLINGS, chance.randrange(4))), chance.choice(("Q1", "")))
                  for key in chance.sample(("a", "b", "c"), 2)]
        rows.append(Rows(ArticleRow(f"x{number}", "", "", day, day, "", "fr", "", ""), actors, [], [], [], []))
    return rows


@pytest.mark.parametrize("seed", range(25))
def test_any_articles_give_the_actors_that_the_analysis_gives(seed):
    rows = random_rows(Random(seed))
    met = frame(MetActorRow, (MetActorRow(r.article.article_id, a.actor_id, a.name, a.kind, a.country, a.role,
                                          "|".join(a.aliases), a.wikidata) for r in rows for a in r.actors))
    published = frame(ArticleRow, (r.article for r in rows)).set_index("article_id")["published_last"]
    merged = merge_met(met, published)
    assert merged.equals(frame(ActorRow, merge_actors(rows)))


def test_no_actors_give_an_empty_table():
    empty = merge_met(frame(MetActorRow), frame(ArticleRow).set_index("article_id")["published_last"])
    assert empty.dtypes.astype(str).to_dict() == dtypes(ActorRow)
