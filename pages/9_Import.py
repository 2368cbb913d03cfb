"""Import: articles into the corpus, how far it is, and what went in and what did not."""
import streamlit as st

from pages.parts import importing
from pages.parts.access import may
from pages.parts.data import import_folder
from pages.parts.layout import open_tool

texts = open_tool("import")
if not may("import"):
    st.info(texts("access.no_import"))
    st.stop()
folder = import_folder()
if folder is None:
    st.info(texts("import.articles_folder"))
    st.stop()
job = importing.current_job()
if job and job.running:
    importing.show_progress(texts)
else:
    importing.show_unread(folder, texts)
    importing.choose_files(folder, texts)
    if job:
        importing.show_report(job, texts)
