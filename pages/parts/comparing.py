"""Two actors side by side: who they are, balance over time, partners in common, acts."""
from dataclasses import replace

import streamlit as st

from analysis.charts import describe_differences, differences_figure
from analysis.views import UNITS, Actor, acts, course, differences, panels_of, rows_of
from pages.parts.charts import show_chart
from pages.parts.exports import Drawing
from pages.parts.layout import Page
from pages.parts.profile import show_head
from pages.parts.relations import show_bars, show_course
from pages.parts.settings import choose_one
from pages.parts.words import chart_words


def compare(page: Page, one: Actor, other: Actor) -> None:
    """The charts of two actors, each on one scale for both."""
    for column, actor in zip(st.columns(2), (one, other)):
        with column:
            show_head(page, actor)
    both = replace(page, rows=rows_of(page.rows, one, other))
    lines = (*panels_of(one, ("given",)), *panels_of(other, ("given",)))
    names, word = {"one": one.label, "other": other.label}, f"{one.id}{other.id}"
    unit = choose_one(page, "unit", ("auto", *UNITS), "auto")
    show_course(both, course(both.view, lines, unit), word + unit, page.texts("actor.courses_title", **names))
    by = choose_one(page, "partners", ("countries", "people"), "countries")
    found, words = differences(both.view, one, other, by), chart_words(page.texts)
    drawing = Drawing("differences", found, differences_figure(found, words, page.theme), describe_differences(found, words))
    show_chart(both, "actor", "differences", drawing, word + by, page.texts("actor.differences_title", **names))
    show_bars(both, "profiles", acts(both.view, lines, shares=True), word, page.texts("actor.profiles_title", **names))
