"""The corpus that the pages show, read once for all sessions, and the view table of a Selection.

The folder is what HOMOLOGUE_CORPUS names: articles, which are analysed, or a corpus that was imported, whose tables are
opened; without it the corpus that the Import page makes, and before there is one ``seeds/``, whose example dispatches
can be left out. HOMOLOGUE_CORPUS may be a URL (s3://…): then a copy at hand is kept up to date. The folder is read in a
thread of its own, so that turning to another page, or closing the tab, does not begin the reading anew. Frames never go into a
cached function as arguments: the corpus version and the Selection are the key.

Stances are counted in the corpus' ``Stock`` (analysis/views/stock.py), which answers at once whatever their number:
``chosen_rows`` gives those that fit a Selection, not read yet. ``view_of`` reads them, and ``Corpus.tables`` and
``Corpus.prepared`` read the whole corpus when they are first asked for: not for what every page does.
"""
import hashlib
import logging
import os
import threading
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

import pandas as pd
import streamlit as st

import analysis
from analysis.corpus import MANIFEST, CorpusError, Place, at_hand, copies_of, copy_of, is_corpus, is_url, open_corpus, placed
from analysis.corrections import Correction, Log, Overlay
from analysis.examples import has_examples, is_example
from analysis.rereading import Days, Shelf
from analysis.tables import Tables
from analysis.views import Options, Rows, Selection, Stock, emptied_by, hidden_by_confidence, options
from analysis.views.names import english_name
from pages.parts.laid import NOTHING, corrected
from pages.parts.state import BY_WORDS, SHOWN, setting_kept

_OLDER = "an earlier version made parts of this corpus; they open at once after: python -m analysis refresh --corpus DIR"
SEEDS = "seeds"  # the value of the setting SHOWN that brings the examples back
_ROOT = Path(__file__).resolve().parents[2]
_OFTEN = 15  # seconds after which a URL is asked again whether there is a new batch


@dataclass(frozen=True)
class Corpus:
    """What was read from a folder, in one language: its stances as corrected, ready to be counted, what can be chosen,
    the files refused with reasons, a version that changes when any of it does, the stances as the analysis made them,
    what the corrections come to, how many articles are example dispatches, written for demonstration, and the days set for
    articles that were not yet read again as of them."""

    stock: Stock
    options: Options
    rejected: tuple[tuple[str, str], ...]
    version: str
    made: Stock
    overlay: Overlay
    examples: int = 0
    waiting: Mapping[str, Days] = field(default_factory=dict)

    @property
    def tables(self) -> Tables:
        """All tables in memory."""
        return self.stock.tables

    @cached_property
    def prepared(self) -> pd.DataFrame:
        """The view table of all stances in memory."""
        return self.stock.rows(Selection(reviewed="all")).frame()


@dataclass
class Reading:
    """A folder being read: how far it has come, and in the end the tables (a corpus' stock) or why there are none."""

    folder: Path
    version: str
    examples: bool = True
    started: float = field(default_factory=time.monotonic)
    done: int = 0
    total: int = 0
    tables: Tables | Stock | None = None
    rejected: tuple[tuple[str, str], ...] = ()
    failure: str = ""
    thread: threading.Thread | None = None

    @cached_property
    def stock(self) -> Stock:
        """What was read, ready to be counted."""
        if isinstance(self.tables, Stock):
            return self.tables
        return Stock.of_tables(self.tables, lambda: copies_of(self.tables.articles))

    def seconds_left(self) -> float | None:
        """Time to the end at the pace so far; None before the first article is done."""
        if not self.done:
            return None
        return (time.monotonic() - self.started) / self.done * (self.total - self.done)


def corpus_folder() -> Path:
    """The folder of articles or of a corpus: HOMOLOGUE_CORPUS, or the copy of what lies behind that URL, else the imported
    corpus, unless the reader asked for the examples, else seeds/ beside the app."""
    own, named = own_corpus(), _named()
    if named:
        return copy_of(named) if is_url(named) else named
    return own if own and setting_kept(SHOWN) != SEEDS else _ROOT / "seeds"


def own_corpus() -> Path | None:
    """The corpus beside the app, once something was imported; None before, and where HOMOLOGUE_CORPUS names another."""
    own = _ROOT / "corpus"
    return own if not _named() and is_corpus(own) else None


def import_folder() -> Place | None:
    """The corpus that the Import page adds to, which may not exist yet; None where the folder shown holds article files.

    What HOMOLOGUE_CORPUS names, else corpus/ beside the app.
    """
    folder = _named() or _ROOT / "corpus"
    if is_url(folder):
        return folder
    return folder if is_corpus(folder) or not folder.exists() or not any(folder.iterdir()) else None


def _named() -> Place | None:
    named = os.environ.get("HOMOLOGUE_CORPUS")
    return placed(named) if named else None


@st.cache_data(ttl=_OFTEN, max_entries=4, show_spinner=False)
def _fetch_fault(url: str) -> str:
    """Bring the copy of a corpus behind a URL up to date; why that cannot be done, or empty."""
    try:
        at_hand(url)
        return "" if is_corpus(copy_of(url)) else f"{url} holds no corpus"
    except CorpusError as error:
        return str(error)


def current_reading(examples: bool = True) -> Reading:
    """The reading of the corpus folder as it is now, begun if nobody has begun it; with its example dispatches or not."""
    named, folder = _named(), corpus_folder()
    if fault := is_url(named) and _fetch_fault(named):
        return Reading(folder, "", failure=fault, thread=threading.Thread())
    left_out = has_examples(folder) and not examples
    return _reading(str(folder), fingerprint(folder) + ("-own" if left_out else ""), not left_out)


def read_again() -> None:
    """Forget a reading that failed, so that the next page load tries anew."""
    _reading.clear()
    _fetch_fault.clear()


def fingerprint(folder: Path) -> str:
    """Changes when a file of the folder, the program or the language pipeline does; in a corpus, with each commit."""
    parts = [analysis.__version__, os.environ.get("HOMOLOGUE_MODEL", ""), str(folder)]
    if folder.is_dir():
        for path in [folder / MANIFEST] if is_corpus(folder) else sorted(folder.rglob("*")):
            if path.is_file():
                state = path.stat()
                parts.append(f"{path.relative_to(folder)}:{state.st_size}:{state.st_mtime_ns}")
    return hashlib.sha256("\n".join(parts).encode()).hexdigest()[:16]


def read_tables(folder: Path, progress: Callable[[int, int], None]) -> tuple[Tables | Stock, tuple[tuple[str, str], ...]]:
    """The one seam between the pages and the engine: a folder → its tables, or the stock of a corpus, and the files
    refused with reasons.

    The engine is loaded when it is first asked for, so that the page is drawn before the French pipeline is.
    """
    if is_corpus(folder):
        corpus = open_corpus(folder)
        if corpus.indexed:
            return Stock.of_parts(corpus.files(), lambda: corpus.copies, corpus.tables), corpus.not_read()
        return Stock.of_tables(corpus.tables(), lambda: corpus.copies), (*corpus.not_read(), (str(folder), _OLDER))
    from analysis.corpus.gathering import tables_of

    return tables_of(folder, progress)


def read_own(folder: Path, progress: Callable[[int, int], None]) -> tuple[Tables, tuple[tuple[str, str], ...]]:
    """As ``read_tables``, of a folder of articles without its example dispatches."""
    from analysis.corpus.gathering import tables_of

    return tables_of(folder, progress, lambda path: not is_example(path))


@st.cache_resource(max_entries=3, show_spinner=False)
def _reading(folder: str, version: str, examples: bool) -> Reading:
    reading = Reading(Path(folder), version, examples)
    reading.thread = threading.Thread(target=_read, args=(reading,), name="corpus", daemon=True)
    reading.thread.start()
    return reading


def _read(reading: Reading) -> None:
    def progress(done: int, total: int) -> None:
        reading.done, reading.total = done, total

    try:
        read = read_tables if reading.examples else read_own
        tables, reading.rejected = read(reading.folder, progress)
        reading.tables = tables
    except Exception as error:  # shown to the reader by the page, whatever it is
        logging.getLogger(__name__).exception("reading %s failed", reading.folder)
        reading.failure = f"{type(error).__name__}: {error}"


def corpus_of(reading: Reading, language: str, log: Log = Log(), shelf: Shelf = NOTHING) -> Corpus:
    """The corpus of a finished reading with corrections laid over it (``shelf`` keeps what was read again as of days that were
    set), and with countries and organisations named in the reader's language."""
    state = shelf.state() if any(each.what == "date" for each in log.corrections) else ""
    return _corpus(reading.version, language, log.digest + state, reading, log.corrections, shelf)


@st.cache_resource(max_entries=4, show_spinner=False)
def _corpus(version: str, language: str, digest: str, _reading: Reading, _corrections: tuple[Correction, ...], _shelf: Shelf) -> Corpus:
    laid = corrected(_reading.stock, _corrections, _shelf)
    stock = laid.stock if language == "fr" else laid.stock.named(english_name)  # names in the tables are French
    examples = sum(map(is_example, stock.paths())) if has_examples(_reading.folder) else 0
    return Corpus(stock, options(stock), _reading.rejected, f"{version}-{language}{digest}", laid.made, laid.overlay, examples, laid.waiting)


def chosen_rows(corpus: Corpus, selection: Selection) -> Rows:
    """The stances that fit the Selection, to be counted or read (kept for all sessions)."""
    return _rows(corpus.version, selection, corpus)


@st.cache_resource(max_entries=12, show_spinner=False, hash_funcs=BY_WORDS)
def _rows(version: str, selection: Selection, _corpus: Corpus) -> Rows:
    return _corpus.stock.rows(selection)


def view_of(corpus: Corpus, selection: Selection) -> pd.DataFrame:
    """The rows of the view table that fit the Selection, read (many of them take their time)."""
    return chosen_rows(corpus, selection).frame()


def hidden_of(corpus: Corpus, selection: Selection) -> int:
    """How many stances the confidence asked for hides (cached for all sessions)."""
    return _hidden(corpus.version, selection, corpus)


@st.cache_data(max_entries=256, show_spinner=False, hash_funcs=BY_WORDS)
def _hidden(version: str, selection: Selection, _corpus: Corpus) -> int:
    return hidden_by_confidence(_corpus.stock, selection)


def filters_that_empty(corpus: Corpus, selection: Selection) -> list[str]:
    """Names of the Selection's fields that, lifted alone, would give rows."""
    return emptied_by(corpus.stock, selection)
