"""Whether the reader's screen is narrow, which only the browser knows: charts are then drawn for it.

A script of our own in the page, which takes nothing from outside, tells the session once, and again when the screen is
turned; on a wide screen it says nothing, so that no page runs twice. On a narrow one it closes the sidebar when another page
was turned to: there it lies over the page, and Streamlit closes it only for links of its own.
"""
import streamlit as st

NARROWEST_WIDE = 641  # pixels: the width below which Streamlit, too, sets columns below one another
NARROW, _KEY = "screen_narrow", "screen"
_SCRIPT = """export default function (component) {
  const {data, setStateValue} = component;
  const narrow = window.matchMedia("(max-width: %dpx)");
  const tell = () => setStateValue("narrow", narrow.matches);
  if (narrow.matches !== data.narrow) tell();
  const seen = document.documentElement.dataset;
  if (narrow.matches && seen.homologuePage && seen.homologuePage !== data.page) {
    document.querySelector('[data-testid="stSidebar"][data-collapsed="false"] [data-testid="stSidebarCollapseButton"] button')?.click();
  }
  seen.homologuePage = data.page;
  narrow.addEventListener("change", tell);
  return () => narrow.removeEventListener("change", tell);
}""" % (NARROWEST_WIDE - 1)


def is_narrow(page: str) -> bool:
    """What the browser said last; a screen is wide until it says otherwise. ``page`` is the name of the page, one of ours."""
    known = st.session_state.get(NARROW, False)
    mount = st.components.v2.component("homologue_screen", js=_SCRIPT)
    said = mount(key=_KEY, data={"narrow": known, "page": page}, default={"narrow": known}, on_narrow_change=lambda: None, height=0)
    st.session_state[NARROW] = bool(said.narrow)
    return st.session_state[NARROW]
