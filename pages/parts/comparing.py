"""Two actors side by side: who they are, balance over time, partners in common, acts."""
from dataclasses import replace

import streamlit as st

from analysis.charts import describe_differences, differences_figure
from analysis.views import UNITS, Actor, acts, course, differences, panels_of, rows_of
from pages.parts.charts import drawing_of, show_chart
from pages.parts.layout import Page
from pages.parts.once import rows_once
from pages.parts.profile import show_head
from pages.parts.relations import show_bars, show_course
from pages.parts.settings import choose_one


def compare(page: Page, one: Actor, other: Actor) -> None:
    """The charts of two actors, each on one scale for both."""
    for column, actor in zip(st.columns(2), (one, other)):
        with column:
            show_head(page, actor)
    both = replace(page, rows=rows_once(page, "compared", (one.id, other.id), lambda: rows_of(page.rows, one, other)))
    lines = (*panels_of(one, ("given",)), *panels_of(other, ("given",)))
    names, ids = {"one": one.label, "other": other.label}, (one.id, other.id)
    unit = choose_one(page, "unit", ("auto", *UNITS), "auto")
    show_course(both, lambda: course(both.view, lines, unit), (*ids, unit), page.texts("actor.courses_title", **names))
    by = choose_one(page, "partners", ("countries", "people"), "countries")
    drawing = drawing_of(both, "differences", (*ids, by), lambda: differences(both.view, one, other, by), differences_figure,
                         describe_differences)
    show_chart(both, "actor", "differences", drawing, "".join((*ids, by)), page.texts("actor.differences_title", **names))
    show_bars(both, "profiles", lambda: acts(both.view, lines, shares=True), ids, page.texts("actor.profiles_title", **names))
