"""Whom an actor supports and opposes, with whom it meets, and how it is told: charts and sentences of the Actor page."""
import streamlit as st

from analysis.charts import bars_figure, course_figure, describe_bars, describe_course
from analysis.views import UNITS, Actor, acts, course, meetings_of, panels_of, partners, voices
from pages.parts.charts import show_chart
from pages.parts.evidence import show_sentences
from pages.parts.exports import Drawing, head_with_exports
from pages.parts.layout import Page
from pages.parts.settings import choose_one
from pages.parts.words import chart_words


def show_relations(page: Page, actor: Actor) -> None:
    """Partners in signed bars, the balance over time, and the meetings; ``page`` holds the actor's rows."""
    by = choose_one(page, "partners", ("countries", "people"), "countries" if actor.level == "countries" else "people")
    show_bars(page, "partners", partners(page.view, actor, by), actor.id + by, title=_title(page, "partners", actor))
    unit = choose_one(page, "unit", ("auto", *UNITS), "auto")
    show_course(page, course(page.view, panels_of(actor)[:2], unit), actor.id + unit, _title(page, "course", actor))
    met = meetings_of(page.view, actor)
    if len(met):
        head_with_exports(page, "actor", "met", title=_title(page, "met", actor))
        show_sentences(page, met, f"met_{page.key(actor.id)}")


def show_telling(page: Page, actor: Actor) -> None:
    """In which voice the actor and others are told, and which acts."""
    show_bars(page, "voices", voices(page.view, actor), actor.id, title=_title(page, "voices", actor))
    show_bars(page, "acts", acts(page.view, panels_of(actor)), actor.id, title=_title(page, "acts", actor))


def show_bars(page: Page, name: str, bars, settings: str, title: str) -> None:
    """Signed bars as a chart of the Actor page."""
    words = chart_words(page.texts)
    drawing = Drawing("bars", bars, bars_figure(bars, words, page.theme), describe_bars(bars, words))
    show_chart(page, "actor", name, drawing, settings, title)


def show_course(page: Page, drawn, settings: str, title: str) -> None:
    """Balances over time as a chart of the Actor page."""
    words = chart_words(page.texts)
    drawing = Drawing("course", drawn, course_figure(drawn, words, page.theme), describe_course(drawn, words))
    show_chart(page, "actor", "course", drawing, settings, title)


def _title(page: Page, name: str, actor: Actor) -> str:
    return page.texts(f"actor.{name}_title", name=actor.label)
