"""Whom an actor supports and opposes, with whom it meets, and how it is told: charts and sentences of the Actor page."""
from collections.abc import Callable

from analysis.charts import bars_figure, course_figure, describe_bars, describe_course
from analysis.views import UNITS, Actor, Bars, Course, acts, course, meetings_of, panels_of, partners, voices
from pages.parts.charts import drawing_of, show_chart
from pages.parts.evidence import show_sentences
from pages.parts.exports import head_with_exports
from pages.parts.layout import Page
from pages.parts.once import once
from pages.parts.settings import choose_one


def show_relations(page: Page, actor: Actor) -> None:
    """Partners in signed bars, the balance over time, and the meetings; ``page`` holds the actor's rows."""
    by = choose_one(page, "partners", ("countries", "people"), "countries" if actor.level == "countries" else "people")
    show_bars(page, "partners", lambda: partners(page.view, actor, by), (actor.id, by), _title(page, "partners", actor))
    unit = choose_one(page, "unit", ("auto", *UNITS), "auto")
    show_course(page, lambda: course(page.view, panels_of(actor)[:2], unit), (actor.id, unit), _title(page, "course", actor))
    met = once(page, "meetings", (actor.id,), lambda: meetings_of(page.view, actor))
    if len(met):
        head_with_exports(page, "actor", "met", title=_title(page, "met", actor))
        show_sentences(page, met, f"met_{page.key(actor.id)}")


def show_telling(page: Page, actor: Actor) -> None:
    """In which voice the actor and others are told, and which acts."""
    show_bars(page, "voices", lambda: voices(page.view, actor), (actor.id,), _title(page, "voices", actor))
    show_bars(page, "acts", lambda: acts(page.view, panels_of(actor)), (actor.id,), _title(page, "acts", actor))


def show_bars(page: Page, name: str, count: Callable[[], Bars], settings: tuple[str, ...], title: str) -> None:
    """Signed bars as a chart of the Actor page; ``settings`` name the actors and all else that is counted by."""
    drawing = drawing_of(page, "bars", (name, *settings), count, bars_figure, describe_bars)
    show_chart(page, "actor", name, drawing, "".join(settings), title)


def show_course(page: Page, count: Callable[[], Course], settings: tuple[str, ...], title: str) -> None:
    """Balances over time as a chart of the Actor page; ``settings`` as for ``show_bars``."""
    drawing = drawing_of(page, "course", settings, count, course_figure, describe_course)
    show_chart(page, "actor", "course", drawing, "".join(settings), title)


def _title(page: Page, name: str, actor: Actor) -> str:
    return page.texts(f"actor.{name}_title", name=actor.label)
