"""An import begun on the page: it runs in a thread of its own, which turning to another page does not end."""
import logging
import shutil
import tempfile
import threading
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath

import pandas as pd
import streamlit as st

from analysis.corpus import CorpusError, Place, at_hand, is_url
from analysis.corpus.ledger import READ_STATES, UNREAD, entries_of, left_unread
from analysis.exports.ledger import ledger_csv
from analysis.readers.columns import FIELDS
from analysis.readers.formats import FORMATS
from pages.parts.access import may
from pages.parts.escaping import escape_markdown
from pages.parts.data import own_corpus
from pages.parts.layout import PAGES
from pages.parts.texts import Texts
from pages.parts.words import duration, reason_words

_JOB, _UPLOADS = "import_job", "import_uploads"
_MOST_NAMED = 10
_MOST_PROCESSES = 4  # each holds the French pipeline, in up to half a gigabyte
_EVERY = 1.0  # seconds between two looks at a running import


@dataclass
class Job:
    """One import: how far it has come, whether the user wants it to end, and in the end its report or what went wrong."""

    folder: Place
    files: Path
    columns: dict[str, str]
    progress: object = None
    report: object = None
    failure: str = ""
    wanted: bool = True
    thread: threading.Thread | None = field(default=None, repr=False)

    @property
    def running(self) -> bool:
        return self.thread is not None and self.thread.is_alive()


def run_import(job: Job, tell: Callable[[object], None]):
    """The seam between the page and the engine, which is loaded when it is first asked for."""
    from analysis.corpus.analysts import cores
    from analysis.corpus.importing import import_files

    return import_files(job.folder, [job.files], jobs=min(cores(), _MOST_PROCESSES), apart=True, columns=job.columns, tell=tell)


def current_job() -> Job | None:
    """The import that this session began last."""
    return st.session_state.get(_JOB)


def choose_files(folder: Place, texts: Texts) -> None:
    """The place to drop files, the columns of tables where the guess is wrong, and the button that begins."""
    with st.form("import_form", clear_on_submit=True):
        kinds = sorted(kind[1:] for kind in FORMATS if kind)
        st.file_uploader(texts("import.files"), type=kinds, accept_multiple_files=True, key=_UPLOADS, help=texts("import.files_help"))
        with st.expander(texts("import.columns")):
            st.caption(texts("import.columns_help"))
            with st.container(horizontal=True):
                for name in FIELDS:
                    st.text_input(texts(f"import.column_{name}"), key=f"import_column_{name}")
        st.form_submit_button(texts("import.begin"), type="primary", on_click=_begin, args=(folder,))
    st.caption(texts("import.into", folder=escape_markdown(str(folder))))


def _begin(folder: Place) -> None:
    """Callback: put the files into a folder of their own and begin; nothing for whoever may not import."""
    uploads = st.session_state.get(_UPLOADS) or []
    if not uploads or not may("import"):
        return
    columns = {name: st.session_state.get(f"import_column_{name}", "").strip() for name in FIELDS}
    st.session_state[_JOB] = start(((upload.name, upload.getvalue()) for upload in uploads), folder,
                                   {name: column for name, column in columns.items() if column})


def start(files: Iterable[tuple[str, bytes]], folder: Place, columns: dict[str, str]) -> Job:
    """Begin to import files, given by name and content, into a corpus."""
    place = Path(tempfile.mkdtemp(prefix="homologue-import-"))
    for number, (name, data) in enumerate(files):
        path = place / _safe_name(name)
        if path.exists():
            path = place / str(number) / path.name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
    job = Job(folder, place, columns)
    job.thread = threading.Thread(target=_work, args=(job,), name="import", daemon=True)
    job.thread.start()
    return job


def _safe_name(name: str) -> str:
    """The last part of a file's name, which leads nowhere and is not hidden."""
    return PurePosixPath(name.replace("\\", "/").replace("\0", "")).name.lstrip(".")[-200:] or "file.txt"


def _work(job: Job) -> None:
    from analysis.corpus.importing import Stopped

    def tell(progress: object) -> None:
        job.progress = progress
        if not job.wanted:
            raise Stopped

    try:
        job.report = run_import(job, tell)
    except Exception as error:  # shown to the user by the page, whatever it is
        logging.getLogger(__name__).exception("the import into %s failed", job.folder)
        job.failure = str(error) or type(error).__name__
    finally:
        shutil.rmtree(job.files, ignore_errors=True)


@st.fragment(run_every=_EVERY)
def show_progress(texts: Texts) -> None:
    """How far the session's import is, with a button that ends it; the page is drawn anew when it has ended."""
    job = current_job()
    if not job.running:
        st.rerun()
    progress = job.progress
    left = progress.seconds_left() if progress else None
    if not job.wanted:
        words = texts("import.stopping")
    elif progress is None:
        words = texts("import.starting")
    else:
        words = texts("import.progress", done=progress.files_done, total=progress.files, articles=progress.articles_done,
                      read=progress.articles_read, left=duration(left, texts) if left is not None else "…")
    st.progress(progress.share() if progress else 0.0, words)
    st.button(texts("import.stop"), key="import_stop", on_click=_stop, args=(job,), disabled=not job.wanted)


def _stop(job: Job) -> None:
    job.wanted = False


def show_report(job: Job, texts: Texts) -> None:
    """What went in, and a table of what did not and why."""
    if job.failure:
        st.error(texts("import.failed", reason=escape_markdown(job.failure)))
        return
    report, number = job.report, texts.formats.number
    left = report.sums()[UNREAD]
    st.subheader(texts("import.report"), anchor=False)
    if report.stopped:
        st.warning(texts("import.stopped"))
    st.markdown("\n".join(f"- {line}" for line in (
        texts.count("import.stored", report.articles),
        *([texts.count("import.foreign", report.foreign)] if report.foreign else []),
        _states(report, left, texts),
        *([texts("import.documents", total=number(sum(report.documents().values())), **_sums(report.documents(), texts))]
          if any(report.documents().values()) else []),
        *([texts.count("import.unread", left)] if left > 0 else []),
        *(texts.formats.labelled(escape_markdown(note.path), escape_markdown(reason_words(note.words, texts))) for note in report.notes))))
    if report.problems:
        table = pd.DataFrame({"file": [row.path for row in report.problems], "state": [texts(f"import.state_{row.state}") for row in report.problems],
                              "reason": [reason_words(row.reason, texts) for row in report.problems]})
        st.dataframe(table, hide_index=True, alt=texts("import.report"), column_config={
            name: st.column_config.TextColumn(texts(f"import.column_of_{name}")) for name in table})
    if job.folder == own_corpus() and report.articles:
        st.info(texts("shown_articles.from_now"))
    with st.container(horizontal=True):
        if report.run:
            st.download_button(texts("import.ledger"), lambda: ledger_csv(entries_of(at_hand(job.folder), report.run)), file_name="homologue-import.csv", mime="text/csv",
                               help=texts("import.ledger_help"))
        st.page_link(PAGES["overview"], label=texts("import.show"))


def _states(report: object, left: int, texts: Texts) -> str:
    """Files by state, which add up to those that went in."""
    said = {"total": texts.formats.number(len(report.files)), **_sums(report.sums(), texts)}
    return texts("import.states_stopped", unread=texts.formats.number(left), **said) if left > 0 else texts("import.states", **said)


def _sums(states: dict[str, int], texts: Texts) -> dict[str, str]:
    return {state: texts.formats.number(states[state]) for state in READ_STATES}


def show_unread(folder: Place, texts: Texts) -> None:
    """The files of an import that was stopped, or ended by a crash, which nobody has imported since."""
    try:
        names = [] if is_url(folder) else left_unread(folder)
    except CorpusError:  # said by the page that opens the corpus
        return
    if names:
        shown = ", ".join(escape_markdown(name) for name in names[:_MOST_NAMED]) + (" …" if len(names) > _MOST_NAMED else "")
        st.warning(texts.count("import.unread", len(names)) + " " + texts("import.unread_names", names=shown))
