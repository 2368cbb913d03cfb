"""What a correction did, said where it was made, with a button that takes it back."""
import streamlit as st

from analysis.corrections import Correction, making
from pages.parts import ledger
from pages.parts.access import may
from pages.parts.texts import Texts


def say_kept(page: str, texts: Texts) -> None:
    """Name the lines that were kept by the last click on this page; nothing where it kept none."""
    lines = ledger.just_kept(page)
    if not lines:
        return
    kinds = texts.section("kinds_of_correction")
    with st.container(horizontal=True, vertical_alignment="center", gap="small", key="kept"):
        st.caption(texts("kept.undone") if lines[-1].what == "undo" else texts.count("kept.lines", len(lines), what=kinds[lines[-1].what]), width="content")
        if lines[-1].what != "undo":
            st.button(texts("corrections.undo"), key=f"kept_undo_{lines[-1].id}", type="tertiary", disabled=not (ledger.coder() and may("correct")),
                      on_click=_undo, args=(lines,))


def _undo(lines: tuple[Correction, ...]) -> None:
    ledger.keep(lambda: [making.undo(ledger.coder(), line.id) for line in reversed(lines)])
