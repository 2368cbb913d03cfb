"""Corrections: what analysts decided, what no longer fits, who is who, how far coders agree, and all of it as files."""
from pages.parts import corrections, recasting
from pages.parts.dating import show_rereading
from pages.parts.layout import open_page
from pages.parts.settings import choose_one

page = open_page("corrections")
show_rereading(page)
corrections.show_place(page)
corrections.show_counts(page)
part = choose_one(page, "part", ("log", "actors", "agreement", "files"), "log")
if part == "log":
    corrections.show_unfit(page)
    corrections.show_log(page)
elif part == "actors":
    recasting.show_actors(page)
elif part == "agreement":
    corrections.show_agreement(page)
else:
    corrections.show_files(page)
