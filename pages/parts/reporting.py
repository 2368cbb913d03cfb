"""The Report page: title and author, the items with notes and in an order of the analyst's choice, and the files."""
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from functools import partial

import streamlit as st

import analysis
from analysis.corpus import is_corpus
from analysis.corpus.versions import current_version
from analysis.reports import Chart, Item, Report
from pages.parts import notebook
from pages.parts.data import corpus_folder
from pages.parts.escaping import escape_markdown
from pages.parts.texts import Texts

_TITLE, _AUTHOR, _MOST = "report_title", "report_author", 120
_MIME = {"html": "text/html", "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document"}
_METHOD = ("method_what", "method_confidence", "method_days", "method_limits")


def say_how_to_begin(texts: Texts) -> None:
    """What to do while nothing is picked."""
    st.info(texts("report.empty"))


def say_where_it_is(texts: Texts) -> None:
    """Where the report is kept, how much is in it, and what of it is gone."""
    draft, where, trouble = notebook.draft(), notebook.place(), notebook.trouble()
    if trouble:
        st.warning(texts("report.trouble", file=escape_markdown(trouble)))
    if draft.lost:
        st.warning(texts.count("report.lost", draft.lost))
    if draft.items:
        where_words = "session" if where is None or trouble else "with_corpus" if is_corpus(corpus_folder()) else "in_settings"
        st.caption(f"{texts.count('report.items', len(draft.items))} {texts(f'report.{where_words}')}")


def show_files(texts: Texts) -> None:
    """Title and author, and the report as HTML and as a Word document."""
    draft = notebook.draft()
    with st.container(horizontal=True, vertical_alignment="bottom"):
        for name, key in (("title", _TITLE), ("author", _AUTHOR)):
            st.session_state[key] = getattr(draft, name)
        title = st.text_input(texts("report.name"), key=_TITLE, max_chars=_MOST, placeholder=texts("report.name_example"),
                              on_change=_keep_words)
        author = st.text_input(texts("report.author"), key=_AUTHOR, max_chars=_MOST, on_change=_keep_words)
        # A file is made outside the run, where there is no session to ask: it is given all that goes into it.
        made = partial(_file, texts, draft.items, title, author)
        for kind in _MIME:
            st.download_button(texts(f"report.{kind}"), partial(made, kind), file_name=f"homologue-report.{kind}",
                               mime=_MIME[kind], key=f"report_{kind}", on_click="ignore", width="content")
        with st.popover(texts("report.anew"), key="report_anew"):
            st.markdown(texts("report.anew_help"))
            st.button(texts("report.anew_button"), key="report_anew_button", on_click=notebook.begin_anew)


def _keep_words() -> None:
    notebook.change(lambda now: replace(now, title=st.session_state[_TITLE], author=st.session_state[_AUTHOR]))


def show_items(texts: Texts) -> None:
    """Each item with its note, and buttons to move it or take it out."""
    picked = notebook.items()
    for number, item in enumerate(picked):
        with st.container(border=True, gap="small", key=f"report_item_{number}"):
            _show(item, texts)
            key = f"report_note_{number}_{abs(hash(item))}"
            note = st.text_area(texts("report.note"), item.note, key=key, height=68, max_chars=2000)
            if note != item.note:
                item = notebook.note(item, note)
            with st.container(horizontal=True, gap="small"):
                st.button(texts("report.up"), key=f"report_up_{number}", on_click=notebook.move, args=(item, -1),
                          disabled=number == 0)
                st.button(texts("report.down"), key=f"report_down_{number}", on_click=notebook.move, args=(item, 1),
                          disabled=number == len(picked) - 1)
                st.button(texts("report.drop"), key=f"report_drop_{number}", on_click=notebook.drop, args=(item,),
                          type="tertiary")


def _show(item: Item, texts: Texts) -> None:
    if isinstance(item, Chart):
        st.markdown(f"**{escape_markdown(item.title)}**")
        st.image(item.png, width="stretch")
        st.caption(escape_markdown(item.description))
        return
    for line in item.stances:
        st.markdown(f"**{escape_markdown(line)}**")
    st.markdown(escape_markdown(item.sentence))
    title = item.source.title or texts("evidence.untitled")
    st.caption(escape_markdown(" · ".join(part for part in (title, item.source.outlet, item.source.day) if part)))


def _file(texts: Texts, items: Sequence[Item], title: str, author: str, kind: str) -> bytes:
    # python-docx and the escapers of files are loaded when somebody asks for a file.
    from analysis.reports.docx import report_docx
    from analysis.reports.html import report_html

    return (report_html if kind == "html" else report_docx)(_report(texts, items, title, author))


def _report(texts: Texts, items: Sequence[Item], title: str, author: str) -> Report:
    version = current_version()
    method = [texts(f"report.{key}") for key in _METHOD]
    method.append(texts("report.method_version", version=analysis.__version__, pipeline=version.pipeline,
                        lexicons=version.lexicons, world=version.world, code=version.code))
    words = {key: texts(f"report.word_{key}") for key in ("sources", "method", "untitled")}
    return Report(title.strip() or texts("report.untitled_report"), date.today(), tuple(items), tuple(method), author.strip(),
                  texts.language, words)
