"""What an actor says, which offices it held, how the articles call it, and which articles: tables of the Actor page."""
from datetime import date

import pandas as pd
import streamlit as st

from analysis.views import Actor, articles_of, members, office_holders, places_of, row_by_row, statements_of, terms_of, variants_of
from pages.parts.escaping import escape_markdown
from pages.parts.evidence import show_sentences
from pages.parts.exports import head_with_exports
from pages.parts.formats import as_date
from pages.parts.layout import PAGES, Page
from pages.parts.links import actor_link
from pages.parts.profile import actors_by_id
from pages.parts.state import link_query

_PER_STEP = 10
_MOST_ROWS = 5_000


def show_quotations(page: Page, actor: Actor) -> None:
    """Its statements, the latest first, ten at a time; each opens its place in the article."""
    said = statements_of(page.corpus.tables, members(page.corpus.tables, actor), page.selection)
    table = pd.DataFrame({"day": _days(page, said), "speaker": said["speaker_name"], "verb": said["verb"],
                          "voice": said["voice"].map(page.texts.section("voices")), "text": said["text"],
                          "title": said["title"], "outlet": said["source"]})
    head_with_exports(page, "actor", "quotations", title=page.texts("actor.quotations_title", name=actor.label),
                      table=_headed(page, table))
    if said.empty:
        st.info(page.texts("actor.no_quotations"))
        return
    st.caption(page.texts.count("actor.statements", len(said)))
    key = f"said_{page.key(actor.id)}"
    shown = st.session_state.setdefault(key, _PER_STEP)
    for row, day in zip(said.head(shown).itertuples(), table["day"]):
        _show_statement(page, row, day)
    left = len(said) - shown
    if left > 0:
        st.button(page.texts.count("evidence.more", min(left, _PER_STEP)), key=f"{key}_more", on_click=_more, args=(key,))


def _more(key: str) -> None:
    st.session_state[key] += _PER_STEP


def _show_statement(page: Page, row, day: str) -> None:
    voice = page.texts(f"voices.{row.voice}").lower()
    about = " · ".join(filter(None, (day, voice, row.verb)))
    with st.container(border=True, gap="xsmall", key=f"sentence_said_{row.article_id}_{row.start}_{row.end}_{row.Index}"):
        st.markdown(f"**{escape_markdown(row.speaker_name or row.speaker_id)}** · :gray[{escape_markdown(about)}]")
        text = escape_markdown(row.text)
        st.markdown(page.texts("actor.quoted", text=text) if row.voice == "direct" else text)
        _article_link(page, row)


def _article_link(page: Page, row) -> None:
    """The way to a place of an article, with its title and publisher."""
    with st.container(horizontal=True, vertical_alignment="center", gap="small"):
        st.page_link(PAGES["articles"], label=f":blue[{page.texts('evidence.open')}]", width="content",
                     query_params=link_query(page.selection, article=row.article_id, place=f"{row.start}-{row.end}"))
        st.caption(" · ".join(escape_markdown(part) for part in (row.title or page.texts("evidence.untitled"), row.source)
                              if part), width="content")


def show_offices(page: Page, actor: Actor) -> None:
    """The offices of a person as the world tables know them, or the people of a country met in the corpus."""
    if actor.level == "countries":
        _show_holders(page, actor)
        return
    terms = terms_of(actor.id)
    if not terms:
        return
    actors = actors_by_id(page)
    table = pd.DataFrame([{
        "office": term.office, "country": actors[term.country].label if term.country in actors else term.country,
        "first": _bounds(page, term.first, "actor.start_unknown"), "last": _bounds(page, term.last, "actor.still"),
        "precision": page.texts.entries.get(f"precisions.{term.precision}", term.precision), "known_from": term.source}
        for term in terms])
    head_with_exports(page, "actor", "offices", title=page.texts("actor.offices_title", name=actor.label),
                      table=_headed(page, table))
    st.dataframe(_headed(page, table), hide_index=True, alt=page.texts("actor.offices_help"))


def _bounds(page: Page, days: tuple[date, date] | None, unknown: str) -> str:
    return page.texts.formats.span(*days) if days else page.texts(unknown)


def _show_holders(page: Page, actor: Actor) -> None:
    found = office_holders(page.corpus.tables, page.view, actor)
    if found.empty:
        return
    table = pd.DataFrame({"name": found["name"], "role": found["role"], "stances": found["stances"],
                          "mentions": found["mentions"],
                          "met": [page.texts.formats.span(as_date(row.first), as_date(row.last)) for row in row_by_row(found)]})
    row = _choose_row(page, "holders", table, page.texts("actor.holders_title", name=actor.label), actor)
    if row is not None:
        actor_link(page, found["id"].iloc[row], found["name"].iloc[row])


def show_names(page: Page, actor: Actor) -> None:
    """Spellings met, with their places, and the articles, with their sentences."""
    tables = page.corpus.tables
    found, nameless = variants_of(tables, actor.id)
    if len(found):
        rules = found["rule"].map(page.texts.section("rules")).fillna(found["rule"])
        table = pd.DataFrame({"spelling": found["text"], "rule": rules, "count": found["count"],
                              "articles": found["articles"],
                              "met": [page.texts.formats.span(as_date(row.first), as_date(row.last))
                                      for row in row_by_row(found)]})
        row = _choose_row(page, "spellings", table, page.texts("actor.spellings_title", name=actor.label), actor,
                          {"count": page.texts("columns.mentions")})
        st.caption(page.texts.count("actor.nameless", nameless))
        if row is not None:
            _show_places(page, places_of(tables, actor.id, found["text"].iloc[row]))
    _show_articles(page, actor)


def _show_places(page: Page, places: pd.DataFrame) -> None:
    for row in row_by_row(places.head(_PER_STEP)):
        with st.container(border=True, gap="xsmall", key=f"sentence_place_{row.article_id}_{row.start}_{row.end}"):
            st.markdown(f"… {escape_markdown(row.before)} **{escape_markdown(row.text)}** {escape_markdown(row.after)} …")
            _article_link(page, row)
    if len(places) > _PER_STEP:
        st.caption(page.texts.count("actor.more_places", len(places) - _PER_STEP))


def _show_articles(page: Page, actor: Actor) -> None:
    found = articles_of(page.corpus.tables, page.view, members(page.corpus.tables, actor)).head(_MOST_ROWS)
    if found.empty:
        return
    table = pd.DataFrame({"day": _days(page, found), "title": found["title"], "outlet": found["source"],
                          "stances": found["stances"], "mentions": found["mentions"], "file": found["path"]})
    row = _choose_row(page, "articles_of", table, page.texts("actor.articles_title", name=actor.label), actor)
    if row is None:
        return
    chosen = next(found.iloc[[row]].itertuples())
    stances = page.view[page.view["article_id"] == chosen.article_id]
    if len(stances):
        show_sentences(page, stances, f"article_{page.key(chosen.article_id)}")
    else:
        _article_link(page, _first_place(chosen))


def _first_place(row):
    """An article's row as a place of one character, where the actor is first named in it."""
    return pd.Series({"article_id": row.article_id, "start": max(0, row.start), "end": max(0, row.start) + 1,
                      "title": row.title, "source": row.source})


def _choose_row(page: Page, name: str, table: pd.DataFrame, title: str, actor: Actor,
                labels: dict[str, str] | None = None) -> int | None:
    """A table with its heading and downloads; the row that was chosen in it."""
    shown = _headed(page, table, labels)
    head_with_exports(page, "actor", name, title=title, table=shown)
    state = st.dataframe(shown, hide_index=True, height=min(38 + 35 * len(table), 318), on_select="rerun",
                         selection_mode="single-row", key=page.key(f"actor_{name}", actor.id),
                         alt=page.texts(f"actor.{name}_help"))
    rows = [row for row in state["selection"]["rows"] if row < len(table)]
    if not rows:
        st.caption(page.texts(f"actor.{name}_choose"))
    return rows[0] if rows else None


def _headed(page: Page, table: pd.DataFrame, labels: dict[str, str] | None = None) -> pd.DataFrame:
    """The table with its columns named in the reader's language."""
    return table.rename(columns={name: (labels or {}).get(name) or page.texts(f"columns.{name}") for name in table})


def _days(page: Page, rows: pd.DataFrame) -> list[str]:
    return [page.texts.formats.span(as_date(row.day_first), as_date(row.day_last)) for row in row_by_row(rows)]
