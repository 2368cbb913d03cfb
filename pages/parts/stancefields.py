"""The fields of a stance in a form, filled in with what it is now, and what was put into them."""
from collections.abc import Mapping

import pandas as pd
import streamlit as st

from analysis.acts import ACTS, MODALITIES, VOICES
from analysis.corrections import Correction, parse_days, write_days
from analysis.corrections.naming import actor_named
from analysis.views.names import actor_label
from pages.parts.filters import person_label
from pages.parts.formats import as_date
from pages.parts.layout import Page
from pages.parts.ledger import coder

_MOST_CHOICES = 1_000  # further actors are found by typing their name
_ENDS = ("source_id", "target_id", "reporter_id")
_SIGNS = {"act": None, "cooperative": 1, "neutral": 0, "conflictual": -1}


def actor_choices(page: Page, article_id: str) -> dict[str, str]:
    """Actor id → label: those of the article first, then the corpus's countries, organisations and people."""
    tables, options = page.corpus.stock.article(article_id), page.corpus.options
    names = {row.actor_id: actor_label(row.name, row.role, row.country, row.actor_id) for row in tables.actors.itertuples(index=False)}
    met = [*tables.mentions["actor_id"], *(key for end in _ENDS for key in tables.stances[end])]
    choices = {key: names[key] for key in dict.fromkeys(met) if key in names}
    choices |= {choice.id: choice.name for choice in options.countries if choice.id not in choices and choice.id in names}
    people = {choice.id: person_label(choice, options, page.texts.language) for choice in options.people[:_MOST_CHOICES]}
    return {**choices, **{key: label for key, label in people.items() if key not in choices}}


def show_fields(page: Page, key: str, choices: Mapping[str, str], row: object | None = None) -> None:
    """Widgets for who, what, towards whom, how and when; ``key`` begins their keys. ``row`` is a stance, or None."""
    texts = page.texts
    columns = st.columns([3, 2, 3])
    with columns[0]:
        _actor(page, key, "source_id", choices, row)
    with columns[1]:
        acts = list(ACTS)
        st.selectbox(texts("correcting.act"), acts, index=acts.index(row.act) if row is not None else None, key=f"{key}_act",
                     format_func=lambda act: texts(f"acts.{act}"), placeholder=texts("correcting.choose"))
    with columns[2]:
        _actor(page, key, "target_id", choices, row)
    columns = st.columns(3)
    _one_of(page, columns[0], key, "voice", VOICES, "voices", row.voice if row is not None else "narrated")
    _one_of(page, columns[1], key, "modality", MODALITIES, "modalities", row.modality if row is not None else "actual")
    own = row is not None and row.polarity != ACTS[row.act].sign
    sign = next(name for name, value in _SIGNS.items() if value == row.polarity) if own else "act"
    _one_of(page, columns[2], key, "sign", tuple(_SIGNS), "correcting.sign_is", sign)
    columns = st.columns([3, 2], vertical_alignment="bottom")
    with columns[0]:
        _actor(page, key, "reporter_id", choices, row)
    columns[1].text_input(texts("correcting.days"), key=f"{key}_days", help=texts("correcting.days_help"), max_chars=40,
                          value=write_days(as_date(row.first_day), as_date(row.last_day)) if row is not None else "")
    st.checkbox(texts("correcting.negated"), value=bool(row is not None and row.negated), key=f"{key}_negated")


def show_note(page: Page, key: str) -> None:
    """The field for the coder's note."""
    st.text_input(page.texts("correcting.note"), key=f"{key}_note", max_chars=500)


def note_of(key: str) -> str:
    """What was put into the note."""
    return st.session_state.get(f"{key}_note", "").strip()


def read_fields(page: Page, key: str) -> tuple[dict, list[Correction]]:
    """In a callback: the fields as they stand in the log, and the lines that make actors nobody knew.

    Raises ValueError where days cannot be read.
    """
    session = st.session_state
    days = parse_days(session[f"{key}_days"])
    values: dict = {name: session[f"{key}_{name}"] for name in ("act", "voice", "modality", "negated")}
    made: list[Correction] = []
    for end in _ENDS:
        values[end], line = _chosen_actor(page, session.get(f"{key}_{end}"))
        made += [line] if line and all(line.actors != other.actors for other in made) else []
    values["act"] = values["act"] or ""
    if values["act"]:
        sign = _SIGNS[session[f"{key}_sign"]]
        values["polarity"] = ACTS[values["act"]].sign if sign is None else sign
    return {**values, "first_day": days.first, "last_day": days.last}, made


def _chosen_actor(page: Page, value: str | None) -> tuple[str, Correction | None]:
    """An id of the list as it is; a name that was typed as the actor that it means."""
    actors = page.corpus.stock.actors
    return (value, None) if value and (actors["actor_id"] == value).any() else actor_named(actors, value or "", coder())


def _actor(page: Page, key: str, name: str, choices: Mapping[str, str], row: object | None) -> None:
    now = getattr(row, name) if row is not None else ""
    ids = [*([now] if now and now not in choices else []), *choices]
    st.selectbox(page.texts(f"correcting.{name}"), ids, index=ids.index(now) if now else None, key=f"{key}_{name}",
                 format_func=lambda actor: choices.get(actor, actor), accept_new_options=True,
                 placeholder=page.texts("correcting.nobody" if name != "source_id" else "correcting.choose"),
                 help=page.texts("correcting.actor_help"))


def _one_of(page: Page, column, key: str, name: str, values: tuple[str, ...], section: str, now: str) -> None:
    column.selectbox(page.texts(f"correcting.{name}"), values, index=values.index(now), key=f"{key}_{name}",
                     format_func=lambda value: page.texts(f"{section}.{value}"))


def row_of(table: pd.DataFrame, column: str, key: str):
    """The row of a table with this id as a named tuple; None where there is none."""
    return next(table[table[column] == key].itertuples(index=False), None)
