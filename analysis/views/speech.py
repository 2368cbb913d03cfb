"""What an actor says and how the articles call it: its statements, the spellings met, the articles, the places."""
from collections.abc import Collection

import pandas as pd

from analysis.tables import Tables
from analysis.views.selection import Selection

# Rules by which a mention has no spelling of its own.
_WITHOUT_NAME = ("pronoun", "coreference")
_AROUND = 140


def statements_of(tables: Tables, ids: Collection[str], selection: Selection = Selection()) -> pd.DataFrame:
    """Statements of these actors: those of ``tables.statements`` and speaker_name, title, source (the outlet),
    day_first and day_last (of publication); the latest first, undated ones last.

    Of the Selection, the period, voices, outlets and words apply; the rest is about stances.
    """
    said = tables.statements[tables.statements["speaker_id"].isin(set(ids))]
    names = dict(zip(tables.actors["actor_id"], tables.actors["name"].where(tables.actors["name"] != "",
                                                                           tables.actors["role"])))
    said = _with_article(said, tables).assign(speaker_name=said["speaker_id"].map(names).fillna(""))
    said = said[_fits(said, selection)]
    return said.sort_values(["day_last", "article_id", "start"], ascending=[False, True, True], na_position="last",
                            kind="stable", ignore_index=True)


def _fits(said: pd.DataFrame, selection: Selection) -> pd.Series:
    fits = pd.Series(True, index=said.index)
    if selection.voices:
        fits &= said["voice"].isin(selection.voices)
    if selection.outlets:
        fits &= said["source"].isin(selection.outlets)
    if selection.first:
        fits &= said["day_last"] >= pd.Timestamp(selection.first)
    if selection.last:
        fits &= said["day_first"] <= pd.Timestamp(selection.last)
    if selection.text:
        words = selection.text.casefold()
        fits &= (said["text"].str.casefold().str.contains(words, regex=False)
                 | said["title"].str.casefold().str.contains(words, regex=False))
    return fits


def _with_article(rows: pd.DataFrame, tables: Tables) -> pd.DataFrame:
    """The rows with title, source, day_first and day_last of their articles; index kept."""
    columns = {"title": "title", "source": "source", "published_first": "day_first", "published_last": "day_last"}
    articles = tables.articles.set_index("article_id")[list(columns)].rename(columns=columns)
    return rows.join(articles, on="article_id")


def variants_of(tables: Tables, actor_id: str) -> tuple[pd.DataFrame, int]:
    """How the articles call an actor: text, rule, count, articles, first and last day of publication, most frequent
    first; and how often it is meant without being named (il, les deux responsables).

    Wordings that differ in case at their first letter only are one, written as most often.
    """
    met = tables.mentions[tables.mentions["actor_id"] == actor_id]
    nameless = met["rule"].isin(_WITHOUT_NAME)
    named = _with_article(met[~nameless], tables)
    named = named.assign(folded=named["text"].str[:1].str.lower() + named["text"].str[1:])
    table = named.groupby("folded").agg(
        text=("text", _most_frequent), rule=("rule", _most_frequent), count=("start", "size"),
        articles=("article_id", "nunique"), first=("day_first", "min"), last=("day_last", "max")).reset_index(drop=True)
    return table.sort_values(["count", "text"], ascending=[False, True], ignore_index=True), int(nameless.sum())


def _most_frequent(values: pd.Series) -> str:
    return values.value_counts().sort_index(kind="stable").idxmax()


def places_of(tables: Tables, actor_id: str, text: str) -> pd.DataFrame:
    """Where the articles call the actor so: article_id, start, end, before, text, after (the words around it), title,
    source, day_first, day_last; the latest first."""
    met = tables.mentions[(tables.mentions["actor_id"] == actor_id) & ~tables.mentions["rule"].isin(_WITHOUT_NAME)]
    wanted = text[:1].lower() + text[1:]
    met = met[met["text"].str[:1].str.lower() + met["text"].str[1:] == wanted]
    rows = _with_article(met, tables)
    texts = tables.articles.set_index("article_id")["text"].reindex(rows["article_id"]).tolist()
    rows = rows.assign(
        before=[_until_break(whole[max(0, start - _AROUND):start][::-1])[::-1] for whole, start in zip(texts, rows["start"])],
        after=[_until_break(whole[end:end + _AROUND]) for whole, end in zip(texts, rows["end"])])
    return rows.sort_values(["day_last", "article_id", "start"], ascending=[False, True, True], na_position="last",
                            kind="stable", ignore_index=True)


def _until_break(text: str) -> str:
    """The text up to the end of its line, or else of its last whole word."""
    line, broken, _ = text.partition("\n")
    return line if broken or len(line) < _AROUND else line.rpartition(" ")[0]


def articles_of(tables: Tables, view: pd.DataFrame, ids: Collection[str]) -> pd.DataFrame:
    """Articles that name these actors or hold a stance of the view: article_id, title, source, path, day_first,
    day_last, stances, mentions, and ``start`` of the first mention (-1 where there is none); the latest first."""
    met = tables.mentions[tables.mentions["actor_id"].isin(set(ids))].groupby("article_id")["start"]
    table = pd.DataFrame({"stances": view["article_id"].value_counts(), "mentions": met.size(), "start": met.min()})
    table = table.rename_axis("article_id").reset_index().fillna({"stances": 0, "mentions": 0, "start": -1})
    table = _with_article(table.astype({"stances": "int64", "mentions": "int64", "start": "int64"}), tables)
    table = table.join(tables.articles.set_index("article_id")["path"], on="article_id")
    return table.sort_values(["day_last", "title", "article_id"], ascending=[False, True, True], na_position="last",
                             ignore_index=True)
