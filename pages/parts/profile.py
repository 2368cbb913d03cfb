"""Which actor the Actor page shows, and who it is."""
from dataclasses import replace

import streamlit as st

from analysis.views import Actor, actors_of, rows_of, tally_of
from analysis.views.names import other_names
from pages.parts.data import Corpus
from pages.parts.escaping import escape_markdown
from pages.parts.filters import found_by
from pages.parts.layout import PAGES, Page
from pages.parts.once import once, rows_once
from pages.parts.settings import choose_one
from pages.parts.state import change_setting, link_query, setting

PARTS = ("relations", "telling", "words", "names")
# A select box with more entries is slow to open; the others are found by their links.
_MOST_CHOICES = 2_000
_LONGEST_ALIASES = 8


def actors_by_id(page: Page) -> dict[str, Actor]:
    """All actors of the corpus by id, those with most stances first."""
    return _actors(page.corpus.version, page.corpus)


@st.cache_resource(max_entries=4, show_spinner=False)
def _actors(version: str, _corpus: Corpus) -> dict[str, Actor]:
    return {actor.id: actor for actor in actors_of(_corpus.tables, _corpus.prepared)}


def choose_actors(page: Page) -> tuple[Actor, Actor | None]:
    """The actor that is shown, and the one it is compared with, if any."""
    with st.container(horizontal=True):
        actor = _choose_actor(page)
        other = _choose_other(page, actor)
    left = len(actors_by_id(page)) - _MOST_CHOICES
    if left > 0:
        number = page.texts.formats.number
        st.caption(page.texts("actor.too_many", n=number(_MOST_CHOICES), left=number(left)))
    return actor, other


def _choose_actor(page: Page) -> Actor:
    """The actor that the URL or the select box names; without either the first of the filter, else the one with most
    stances."""
    actors = actors_by_id(page)
    wanted = st.query_params.get("actor", "")
    if wanted and wanted not in actors:
        st.warning(page.texts("actor.unknown", value=escape_markdown(wanted[:80])))
    filtered = (each for each in (*page.selection.people, *page.selection.countries) if each in actors)
    chosen = setting("actor", actors, "") or next(filtered, next(iter(actors)))
    _select(page, actors, "actor", chosen, list(actors))
    return actors[chosen]


def _choose_other(page: Page, actor: Actor) -> Actor | None:
    """The actor to compare with, or none."""
    actors = actors_by_id(page)
    ids = [known for known in actors if known != actor.id]
    chosen = setting("with", ids, "")
    _select(page, actors, "with", chosen, ["", *ids])
    return actors.get(chosen)


def _select(page: Page, actors: dict[str, Actor], name: str, chosen: str, ids: list[str]) -> None:
    key, shown = f"choice_{name}", ids[:_MOST_CHOICES]
    st.session_state[key] = chosen
    st.selectbox(page.texts(f"actor.{name}"), shown if chosen in shown else [chosen, *shown], key=key, width=420,
                 on_change=change_setting, args=(name, key), help=page.texts(f"actor.{name}_help"),
                 format_func=lambda each: _choice_words(page, actors[each]) if each else page.texts("actor.nobody"))


def _choice_words(page: Page, actor: Actor) -> str:
    """An actor in the box, with what else it is found by."""
    words = actor_words(page, actor)
    said = words.removesuffix(f" ({page.texts.formats.number(actor.stances)})")
    return found_by(words, other_names(actor.id, actor.label, page.texts.language, actor.aliases, said))


def actor_words(page: Page, actor: Actor) -> str:
    """An actor in one line of plain words: Sergueï Lavrov, ministre des Affaires étrangères, Russia (25)."""
    role = "" if actor.label.startswith(actor.role) else actor.role
    country = "" if not actor.country_label or actor.country_label in actor.label else actor.country_label
    named = ", ".join(filter(None, (actor.label, role, country)))
    return f"{named} ({page.texts.formats.number(actor.stances)})"


def choose_part(page: Page) -> str:
    """What of the actor is shown."""
    return choose_one(page, "aspect", PARTS, "relations")


def show_head(page: Page, actor: Actor) -> Page:
    """Who it is and how much there is of it; returns the page with the actor's rows only."""
    own = replace(page, rows=rows_once(page, "of an actor", (actor.id,), lambda: rows_of(page.rows, actor)))
    st.subheader(escape_markdown(actor.label), anchor=False)
    _show_about(page, actor)
    tally = once(page, "tally", (actor.id,), lambda: tally_of(own.view, actor))
    number = page.texts.formats.number
    with st.container(horizontal=True, gap="medium", key=f"numbers_{page.key(actor.id)}"):
        for name in ("given", "received", "meetings", "articles"):
            st.metric(page.texts(f"actor.{name}"), number(getattr(tally, name)), width="content",
                      help=page.texts(f"actor.{name}_help"))
    if tally.within:
        st.caption(page.texts.count("actor.within", tally.within))
    if not len(own.rows):
        st.info(page.texts("actor.no_stances"))
    return own


def _show_about(page: Page, actor: Actor) -> None:
    texts = page.texts
    aliases = ", ".join(actor.aliases[:_LONGEST_ALIASES])
    parts = (texts(f"kinds.{actor.kind}") if actor.kind else "", actor.role,
             texts("actor.aliases", names=aliases) if aliases else "",
             f"Wikidata {actor.wikidata}" if actor.wikidata else "")
    with st.container(horizontal=True, vertical_alignment="center", gap="small", key=f"actor_about_{page.key(actor.id)}"):
        st.caption(escape_markdown(" · ".join(filter(None, parts))), width="content")
        if actor.country and actor.country != actor.id:
            st.page_link(PAGES["actor"], label=f":blue[{escape_markdown(actor.country_label)}]", width="content",
                         query_params=link_query(page.selection, actor=actor.country))
