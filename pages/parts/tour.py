"""A first tour in six steps, each on the page that it tells of.

It opens by itself on the Overview, over the seeds only and until it was ended once: that is noted in the user's settings
folder (``analysis.kept``), not in a cookie. The step stands in the session and in the URL (``?tour=3``), so that turning
to another page never brings it along; the sidebar opens it again.
"""
import logging

import streamlit as st

from analysis.examples import has_examples
from analysis.kept import note_tour_seen, tour_seen
from analysis.views import Selection
from pages.parts.access import may, person
from pages.parts.data import corpus_folder
from pages.parts.state import TOUR, choose_setting, link_query, setting
from pages.parts.texts import Texts

# What a step tells of, and the page that it stands on.
STEPS = (("matrix", "overview"), ("filter", "overview"), ("timeline", "timeline"), ("evidence", "stances"),
         ("accounts", "accounts"), ("import", "import"))
_NEVER, _OFF, _ASKED = "", "off", "tour_asked"


def show_tour(page: str, paths: dict[str, str], selection: Selection, texts: Texts) -> None:
    """The step of this page, if it is the one in force; ``paths`` are the files of the pages by name."""
    step = _current_step(page)
    if st.session_state.pop(_ASKED, False) and STEPS[0][1] != page:
        st.switch_page(paths[STEPS[0][1]], query_params=link_query(selection, **{TOUR: "1"}))
    if step is None or STEPS[step - 1][1] != page:
        return
    name, last = STEPS[step - 1][0], step == len(STEPS)
    with st.container(border=True, gap="xsmall", key="tour"):
        st.caption(texts("tour.step", n=step, of=len(STEPS)))
        st.markdown(f"**{texts(f'tour.{name}')}**  \n{texts(f'tour.{name}_text')}")
        with st.container(horizontal=True, vertical_alignment="center", gap="medium"):
            if step > 1:
                _link(step - 1, "back", paths, selection, texts)
            if not last:
                _link(step + 1, "next", paths, selection, texts)
            st.button(texts("tour.done" if last else "tour.end"), key="tour_end", on_click=_end, type="tertiary")


def offer_tour(texts: Texts) -> None:
    """The way back to it, in the sidebar."""
    st.button(texts("tour.again"), key="tour_again", on_click=_begin, type="tertiary")


def _link(step: int, name: str, paths: dict[str, str], selection: Selection, texts: Texts) -> None:
    subject, page = STEPS[step - 1]
    st.page_link(paths[page], label=texts(f"tour.{name}", title=texts(f"tour.{subject}")), width="content",
                 query_params=link_query(selection, **{TOUR: str(step)}))


def _current_step(page: str) -> int | None:
    value = setting(TOUR, (_NEVER, _OFF, *(str(step) for step in range(1, len(STEPS) + 1))), _NEVER)
    if value == _NEVER:
        return 1 if page == STEPS[0][1] and has_examples(corpus_folder()) and not tour_seen() else None
    return None if value == _OFF else int(value)


def _begin() -> None:
    st.session_state[_ASKED] = True
    choose_setting(TOUR, "1")


def _end() -> None:
    """Callback: never again by itself; where that cannot be noted, not in this session and not by this address. What one of
    many ends is noted for that session only."""
    if person() or not may("correct"):
        choose_setting(TOUR, _OFF)
        return
    try:
        note_tour_seen()
        choose_setting(TOUR, _NEVER)
    except OSError:
        logging.getLogger(__name__).warning("that the tour was seen could not be noted", exc_info=True)
        choose_setting(TOUR, _OFF)
