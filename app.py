"""Overview: what is in the corpus, who stands where, what changed, what is new and what is missing. Started with: streamlit run app.py"""
from functools import partial

import streamlit as st

from analysis.charts import describe_matrix, matrix_figure
from analysis.views import happened, matrix, newest, summary
from pages.parts.charts import drawing_of, show_chart
from pages.parts.demonstration import say_written_for_demonstration
from pages.parts.evidence import show_sentences
from pages.parts.gaps import show_gaps
from pages.parts.layout import open_page, stop_if_empty
from pages.parts.movers import show_movers
from pages.parts.numbers import show_numbers, show_unread
from pages.parts.once import once

page = open_page("overview")
say_written_for_demonstration(page.corpus, page.texts)
show_unread(page)
stop_if_empty(page)
figures = once(page, "summary", (), partial(summary, page.corpus.stock, page.rows))
show_numbers(page, figures)

most = 11 if page.narrow else 20
show_chart(page, "overview", "matrix", drawing_of(page, "matrix", str(most), partial(matrix, page.rows, most), matrix_figure, describe_matrix))

show_movers(page)

st.subheader(page.texts("overview.newest"), anchor=False, help=page.texts("overview.newest_help"))
show_sentences(page, once(page, "newest", (), lambda: newest(happened(page.rows), most=100)), "newest")
show_gaps(page, figures)
