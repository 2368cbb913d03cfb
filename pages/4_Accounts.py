"""Accounts: of one encounter, or one claim, what each side says, side by side, on whose word, from how many texts."""
import streamlit as st

from analysis.views import WINDOWS
from pages.parts import accounts
from pages.parts.layout import open_page, stop_if_empty
from pages.parts.settings import choose_one

page = open_page("accounts")
stop_if_empty(page)

with st.container(horizontal=True, vertical_alignment="bottom"):
    about = choose_one(page, "about", ("encounters", "claims"), "encounters")
    window = int(choose_one(page, "window", tuple(map(str, WINDOWS)), "3"))
cases = accounts.cases_of(page, about, window)
case = accounts.choose_case(page, about, cases)
if case is None:
    st.info(page.texts(f"accounts.none_{about}"))
    st.stop()
accounts.show_account(page, about, case, window)
