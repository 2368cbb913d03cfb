"""The filter in the sidebar: the same on every page. Each widget is set from the Selection and changes it."""
import unicodedata
from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from functools import lru_cache
from types import MappingProxyType

import streamlit as st

from analysis.acts import MODALITIES
from analysis.index import terms_of
from analysis.views import NEGATION, REVIEWED, SIDES, SIGN_NAMES, STANDARD, Choice, Options, Selection
from analysis.views.names import english_name, other_names, unaccented
from pages.parts.escaping import escape_markdown
from pages.parts.formats import widget_date
from pages.parts.saved import show_saved
from pages.parts.state import choose, chosen
from pages.parts.texts import Texts

_CONFIDENCE_STEPS = tuple(round(step * 0.05, 2) for step in range(20))


def country_label(choice: Choice, language: str) -> str:
    """A country's or organisation's name in the reader's language."""
    return choice.name if language == "fr" else choice.name_en or choice.name


def person_label(choice: Choice, options: Options, language: str) -> str:
    """Russia — Sergueï Lavrov, ministre des Affaires étrangères: country first, so that sorting groups by country."""
    fallback = choice.country if language == "fr" else english_name(choice.country)
    country = _country_names(options, language).get(choice.country, fallback)
    nameless = bool(choice.role) and choice.name.startswith(choice.role)
    named = choice.role if nameless else ", ".join(filter(None, (choice.name, choice.role)))
    return f"{country} — {named}" if country else named


# Worked out once for all readers of a corpus: with thousands of people it takes longer than the rest of the sidebar.
@lru_cache(maxsize=8)
def _country_names(options: Options, language: str) -> Mapping[str, str]:
    return MappingProxyType({choice.id: country_label(choice, language) for choice in options.countries})


@lru_cache(maxsize=8)
def _labels(options: Options, language: str) -> tuple[Mapping[str, str], Mapping[str, str]]:
    """Countries and people, id → label with the number of stances, in the order of the labels."""
    countries = {choice.id: found_by(f"{country_label(choice, language)} ({choice.count})",
                                     other_names(choice.id, country_label(choice, language), language))
                 for choice in options.countries}
    people = {choice.id: found_by(f"{label} ({choice.count})", other_names(choice.id, choice.name, language, said=label))
              for choice in options.people for label in [person_label(choice, options, language)]}
    return tuple(MappingProxyType(dict(sorted(labels.items(), key=lambda item: _sort_key(item[1])))) for labels in (countries, people))


def found_by(label: str, others: Iterable[str]) -> str:
    """A label with what else it is found by when the reader types: a box of choices searches its labels only.

    >>> found_by("Maroc (8)", ["Rabat"])
    'Maroc (8) · Rabat'
    """
    return " · ".join(filter(None, (label, ", ".join(others))))


def _typed(label: str, *others: str) -> tuple[str, ...]:
    """What else a label is found by, and each of these words as it is typed without accents, where that is another one."""
    plain = [unaccented(words) for words in (label, *others)]
    return (*others, *(each for each, words in zip(plain, (label, *others)) if each != words))


def show_filters(options: Options, selection: Selection, texts: Texts) -> None:
    """Draw the filter; a change makes a new Selection and a new run."""
    with st.sidebar:
        with st.container(horizontal=True, vertical_alignment="center", horizontal_alignment="distribute"):
            st.subheader(texts("filters.title"), anchor=False, width="content")
            show_saved(options, selection, texts)
            st.button(texts("filters.clear"), key="filter_clear", on_click=choose, args=(STANDARD,), type="tertiary",
                      disabled=selection == STANDARD, help=texts("filters.clear_help"))
        _search(selection, texts)
        _who(options, selection, texts)
        _when(options, selection, texts)
        _what(options, selection, texts)
        _word(options, selection, texts)
        _counting(selection, texts)


def _search(selection: Selection, texts: Texts) -> None:
    """What the articles must hold."""
    _set("search", selection.search)
    st.text_input(texts("filters.search"), key=_key("search"), on_change=_changed, args=("search", _searchable), max_chars=200,
                  placeholder=texts("filters.search_example"), help=texts("filters.search_help"))


def _searchable(typed: str) -> str:
    return typed.strip() if terms_of(typed) else ""


def _counting(selection: Selection, texts: Texts) -> None:
    """Whether near copies of one text count each, or once."""
    _set("independent", selection.independent)
    st.segmented_control(texts("filters.count"), (False, True), key=_key("independent"), required=True, on_change=_changed,
                         args=("independent", bool), help=texts("filters.count_help"),
                         format_func=lambda once: texts(f"counting.{'texts' if once else 'articles'}"))


def _who(options: Options, selection: Selection, texts: Texts) -> None:
    countries, people = _labels(options, texts.language)
    _several("countries", countries, selection, texts("filters.country"), texts("filters.country_help"),
             texts("filters.any_country"), sort=False)
    _several("people", people, selection, texts("filters.person"), texts("filters.person_help"),
             texts("filters.any_person"), sort=False)
    if selection.countries or selection.people:
        _set("side", selection.side)
        st.selectbox(texts("filters.side"), SIDES, format_func=lambda side: texts(f"sides.{side}"),
                     key=_key("side"), on_change=_changed, args=("side", str), help=texts("filters.side_help"))


def _when(options: Options, selection: Selection, texts: Texts) -> None:
    for name in ("first", "last"):  # one below the other: side by side the year of a day is cut off
        _set(name, getattr(selection, name))
        st.date_input(texts(f"filters.{name}"), value=None, key=_key(name), on_change=_changed,
                      args=(name, lambda day: day), format=widget_date(texts.language),
                      min_value=min(filter(None, (options.first, selection.first, selection.last)), default=None),
                      max_value=max(filter(None, (options.last, selection.first, selection.last)), default=None),
                      help=texts("filters.period_help"))


def _what(options: Options, selection: Selection, texts: Texts) -> None:
    _set("signs", list(selection.signs))
    st.pills(texts("filters.sign"), tuple(SIGN_NAMES), selection_mode="multi", key=_key("signs"), on_change=_changed,
             args=("signs", tuple), format_func=lambda sign: texts(f"signs.{SIGN_NAMES[sign]}"),
             help=texts("filters.sign_help"))
    acts = {choice.id: found_by(f"{texts(f'acts.{choice.id}')} ({choice.count})", _typed(texts(f"acts.{choice.id}"), texts(f"acts_found_by.{choice.id}")))
            for choice in options.acts
            if choice.count or choice.id in selection.acts}
    _several("acts", acts, selection, texts("filters.act"), texts("filters.act_help"), texts("filters.any_act"),
             sort=False)
    _set("modalities", list(selection.modalities))
    st.pills(texts("filters.modality"), MODALITIES, selection_mode="multi", key=_key("modalities"), on_change=_changed,
             args=("modalities", tuple), format_func=lambda modality: texts(f"modalities.{modality}"),
             help=texts("filters.modality_help"))
    _set("negation", selection.negation)
    st.segmented_control(texts("filters.negation"), NEGATION, key=_key("negation"), required=True, on_change=_changed,
                         args=("negation", str), format_func=lambda value: texts(f"negations.{value}"),
                         help=texts("filters.negation_help"))


def _word(options: Options, selection: Selection, texts: Texts) -> None:
    _set("voices", list(selection.voices))
    st.pills(texts("filters.voice"), [choice.id for choice in options.voices], selection_mode="multi",
             key=_key("voices"), on_change=_changed, args=("voices", tuple),
             format_func=lambda voice: texts(f"voices.{voice}"), help=texts("filters.voice_help"))
    _set("min_confidence", _nearest_step(selection.min_confidence))
    st.select_slider(texts("filters.confidence"), _CONFIDENCE_STEPS, key=_key("min_confidence"), on_change=_changed,
                     args=("min_confidence", float), format_func=texts.formats.percent,
                     help=texts("filters.confidence_help"))
    outlets = {choice.id: found_by(f"{choice.name} ({choice.count})", _typed(choice.name)) for choice in options.outlets}
    if len(outlets) > 1 or selection.outlets:
        _several("outlets", outlets, selection, texts("filters.outlet"), texts("filters.outlet_help"),
                 texts("filters.any_outlet"))
    _set("reviewed", selection.reviewed)
    st.selectbox(texts("filters.reviewed"), REVIEWED, format_func=lambda value: texts(f"reviews.{value}"),
                 key=_key("reviewed"), on_change=_changed, args=("reviewed", str), help=texts("filters.reviewed_help"))
    _set("text", selection.text)
    st.text_input(texts("filters.text"), key=_key("text"), on_change=_changed, args=("text", str.strip),
                  max_chars=200, help=texts("filters.text_help"))


def _several(name: str, labels: Mapping[str, str], selection: Selection, label: str, about: str, none: str,
             sort: bool = True) -> None:
    """A multiselect over ids with labels, sorted as a reader would look for them."""
    ids = sorted(labels, key=lambda value: _sort_key(labels[value])) if sort else list(labels)
    _set(name, list(getattr(selection, name)))
    st.multiselect(label, ids, format_func=labels.__getitem__, key=_key(name), on_change=_changed,
                   args=(name, tuple), help=about, placeholder=none, select_all=False)


def _set(name: str, value: object) -> None:
    st.session_state[_key(name)] = value


def _changed(name: str, convert: Callable) -> None:
    value = convert(st.session_state[_key(name)])
    changed = replace(chosen(), **{name: value})
    if changed.first and changed.last and changed.first > changed.last:  # the other end follows
        changed = replace(changed, first=value, last=value)
    choose(changed)


def _nearest_step(share: float) -> float:
    return min(_CONFIDENCE_STEPS, key=lambda step: abs(step - share))


def _key(name: str) -> str:
    return f"filter_{name}"


def _sort_key(label: str) -> str:
    plain = unicodedata.normalize("NFD", label)
    return "".join(mark for mark in plain if not unicodedata.combining(mark)).casefold()


def filter_label(name: str, selection: Selection, options: Options, texts: Texts) -> str:
    """One field of a Selection in words, for messages: Country: Russia, China. Safe in Markdown."""
    value = getattr(selection, name)
    people = {choice.id: choice.name for choice in options.people}
    countries = {choice.id: country_label(choice, texts.language) for choice in options.countries}
    words: dict[str, Callable] = {
        "countries": countries.get, "people": people.get, "side": lambda side: texts(f"sides.{side}"),
        "acts": lambda act: texts(f"acts.{act}"), "signs": lambda sign: texts(f"signs.{SIGN_NAMES[sign]}"),
        "voices": lambda voice: texts(f"voices.{voice}"), "first": texts.formats.day, "last": texts.formats.day,
        "min_confidence": texts.formats.percent, "reviewed": lambda value: texts(f"reviews.{value}"),
        "modalities": lambda modality: texts(f"modalities.{modality}"), "negation": lambda value: texts(f"negations.{value}"),
        "independent": lambda once: texts(f"counting.{'texts' if once else 'articles'}")}
    parts = value if isinstance(value, tuple) else (value,)
    shown = ", ".join(str(words.get(name, str)(part)) for part in parts)
    return escape_markdown(texts("shown.filter", field=texts(f"fields.{name}"), value=shown))
