"""Who is who: an actor's name, country and office corrected, actors merged into one, or one told apart into two."""
from collections.abc import Mapping

import streamlit as st

from analysis import world
from analysis.acts import ACTOR_KINDS
from analysis.corrections import Correction, making
from analysis.corrections.holders import fault_of_term
from analysis.corrections.naming import actor_named
from analysis.views import Selection, among, tally
from pages.parts import ledger
from pages.parts.correcting import ask_coder
from pages.parts.escaping import escape_markdown
from pages.parts.layout import Page
from pages.parts.settings import choose_one
from pages.parts.stancefields import note_of, row_of, show_note

_MOST = 3_000  # actors to choose from; the filter finds the others
_ACTIONS = ("describe", "merge", "split")


def show_actors(page: Page) -> None:
    """Choose an actor of the rows shown, and what is wrong with it."""
    texts, labels = page.texts, _actors_of(page)
    st.caption(texts("recasting.about"))
    actor_id = st.selectbox(texts("recasting.actor"), list(labels), index=None, format_func=labels.get, key="recast_actor",
                            placeholder=texts("correcting.choose"), help=texts("recasting.actor_help"))
    actor = row_of(page.corpus.stock.actors, "actor_id", actor_id) if actor_id else None
    if actor is None:
        return
    known = ask_coder(page, "recasting")
    action = choose_one(page, "recast", _ACTIONS, "describe")
    key = f"{action}_{actor_id}_{len(ledger.current_log().corrections)}"
    with st.form(f"{key}_form"):
        {"describe": _describe, "merge": _merge, "split": _split}[action](page, actor, labels, key)
        show_note(page, key)
        st.form_submit_button(texts(f"recasting.{action}"), key=f"{key}_save", type="primary", disabled=not known,
                              on_click=_keep, args=(page, action, actor_id, key))


def _actors_of(page: Page) -> dict[str, str]:
    """Actor id → name, office and country, of those at the ends of the rows shown, most stances first."""
    ends = [tally(page.rows, [end]).set_index(end)["n"] for end in ("source_id", "target_id")]
    counts = ends[0].add(ends[1], fill_value=0)
    counts = counts[counts.index != ""].sort_values(ascending=False, kind="stable").head(_MOST)
    actors = page.corpus.stock.actors
    rows = actors[actors["actor_id"].isin(counts.index)].itertuples(index=False)
    labels = {row.actor_id: ", ".join(filter(None, (row.name, row.role, row.country if row.kind != "country" else ""))) or row.actor_id
              for row in rows}
    return {key: labels[key] for key in counts.index if key in labels}


def _describe(page: Page, actor, labels: Mapping[str, str], key: str) -> None:
    texts = page.texts
    columns = st.columns([3, 2, 2])
    # Countries and organisations are shown in the reader's language; the tables have their French names.
    named_here = actor.kind in ("country", "organisation") and texts.language != "fr"
    columns[0].text_input(texts("recasting.name"), actor.name, key=f"{key}_name", max_chars=120, disabled=named_here)
    columns[1].selectbox(texts("recasting.kind"), ACTOR_KINDS, index=ACTOR_KINDS.index(actor.kind) if actor.kind in ACTOR_KINDS else 0, key=f"{key}_kind",
                         format_func=lambda kind: texts(f"kinds.{kind}"))
    _country(page, columns[2], f"{key}_country", actor.country)
    st.text_input(texts("recasting.role"), actor.role, key=f"{key}_role", max_chars=200, help=texts("recasting.role_help"))
    st.caption(texts("recasting.term_about"))
    columns = st.columns([4, 2, 2, 2, 2])
    offices = {key: rows[0].role for key, rows in world.offices().items()}
    columns[0].selectbox(texts("recasting.office"), sorted(offices, key=offices.get), index=None, format_func=offices.get,
                         key=f"{key}_office_id", placeholder=texts("recasting.no_office"))
    _country(page, columns[1], f"{key}_term_country", actor.country)
    columns[2].text_input(texts("recasting.start"), key=f"{key}_start", placeholder="2024-05-06", max_chars=10)
    columns[3].text_input(texts("recasting.end"), key=f"{key}_end", placeholder=texts("recasting.still"), max_chars=10)
    columns[4].selectbox(texts("recasting.gender"), ("m", "f"), index=None, key=f"{key}_gender", placeholder="",
                         format_func=lambda value: texts(f"recasting.gender_{value}"))
    st.text_input(texts("recasting.source"), key=f"{key}_source", max_chars=300, help=texts("recasting.source_help"))


def _country(page: Page, column, key: str, now: str) -> None:
    names = {choice.id: choice.name if page.texts.language == "fr" else choice.name_en for choice in page.corpus.options.countries}
    states = {**{iso3: state.name for iso3, state in world.countries().items()}, **names}
    ids = ["", *sorted(world.countries(), key=states.get)]
    column.selectbox(page.texts("recasting.country"), ids, index=ids.index(now) if now in ids else 0, key=key,
                     format_func=lambda iso3: states.get(iso3, "–"))


def _merge(page: Page, actor, labels: Mapping[str, str], key: str) -> None:
    others = [other for other in labels if other != actor.actor_id]
    st.multiselect(page.texts("recasting.others", name=escape_markdown(actor.name or actor.actor_id)), others, format_func=labels.get,
                   key=f"{key}_others", placeholder=page.texts("correcting.choose"), select_all=False)


def _split(page: Page, actor, labels: Mapping[str, str], key: str) -> None:
    texts, rows = page.texts, page.corpus.stock.rows(Selection(reviewed="all"))
    met = [tally(among(rows, end, [actor.actor_id]), ["article_id", "title", "path"]) for end in ("source_id", "target_id", "reporter_id")]
    titles = {row.article_id: row.title or row.path for table in met for row in table.itertuples(index=False)}
    st.multiselect(texts("recasting.articles"), list(titles), format_func=titles.get, key=f"{key}_articles",
                   placeholder=texts("correcting.choose"), select_all=False)
    columns = st.columns([3, 2, 2])
    columns[0].text_input(texts("recasting.other_name"), key=f"{key}_name", max_chars=120, help=texts("recasting.other_help"))
    columns[1].selectbox(texts("recasting.kind"), ACTOR_KINDS, key=f"{key}_kind", format_func=lambda kind: texts(f"kinds.{kind}"))
    _country(page, columns[2], f"{key}_country", actor.country)
    st.text_input(texts("recasting.role"), key=f"{key}_role", max_chars=200)


def _keep(page: Page, action: str, actor_id: str, key: str) -> None:
    actor = row_of(page.corpus.stock.actors, "actor_id", actor_id)
    lines = {"describe": _description, "merge": _merging, "split": _splitting}[action]
    ledger.keep(lambda: lines(page, actor, key))


def _description(page: Page, actor, key: str) -> list[Correction]:
    session = st.session_state
    term = {name: session[f"{key}_{name}"] or "" for name in ("office_id", "start", "end", "gender", "source")}
    term["country"] = session[f"{key}_term_country"]
    known = world.people().get(actor.actor_id)
    term["gender"] = term["gender"] or (known.gender if known else "")
    if term["office_id"] and (fault := fault_of_term(term)):
        raise ValueError(fault)
    columns = {name: session[f"{key}_{name}"] for name in ("kind", "country", "role")}
    if session[f"{key}_name"].strip() != actor.name:
        columns["name"] = session[f"{key}_name"]
    return [making.correct_actor(ledger.coder(), actor, columns, term if term["office_id"] else None, note_of(key))]


def _merging(page: Page, actor, key: str) -> list[Correction]:
    actors = page.corpus.stock.actors
    others = actors[actors["actor_id"].isin(st.session_state[f"{key}_others"])].itertuples(index=False)
    return [making.unite(ledger.coder(), others, actor.actor_id, note_of(key))]


def _splitting(page: Page, actor, key: str) -> list[Correction]:
    session, stock = st.session_state, page.corpus.stock
    other, made = actor_named(stock.actors, session[f"{key}_name"], ledger.coder())
    if not other:
        raise ValueError(page.texts("recasting.no_name"))
    columns = {name: session[f"{key}_{name}"] for name in ("kind", "country", "role")} if made else {}
    articles = stock.part(session[f"{key}_articles"]).articles.itertuples(index=False)
    named = {"name": session[f"{key}_name"].strip()} if made else {}
    return [making.split(ledger.coder(), actor, articles, {"actor_id": other, **named, **columns}, note_of(key))]
