"""Articles read again as of the day set for them, in a thread of its own: rows first, the line of the log last.

So a date counts with all that follows from it, or not at all, whatever ends the reading. Turning to another page does not end it.
What was read when it is ended stays on the shelf, where nothing counts without the log's line, and is not read twice.
"""
import logging
import threading
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import pandas as pd
import streamlit as st

from analysis.corrections import Correction, append
from analysis.rereading import Days, Reread, Shelf, turned
from pages.parts import ledger
from pages.parts.access import may
from pages.parts.escaping import escape_markdown
from pages.parts.texts import Texts
from pages.parts.words import duration

_JOB = "redating_job"
_EVERY = 1.0  # seconds between two looks


class Stopped(Exception):
    """The reader does not want it any more."""


@dataclass
class Job:
    """Articles (rows of ``articles``) being read again as of their ``days``, the lines that are kept with them, and what came of it:
    how many of their stances (``before``) are others now, or what went wrong. ``found`` begins with those read before."""

    articles: pd.DataFrame
    days: Mapping[str, Days]
    before: pd.DataFrame
    lines: Sequence[Correction]
    place: Path | None
    shelf: Shelf | None
    found: list[Reread] = field(default_factory=list)
    done: int = 0
    changed: int = 0
    failure: str = ""
    wanted: bool = True
    ended: bool = False
    taken: bool = False
    began: float = field(default_factory=time.monotonic)
    thread: threading.Thread | None = field(default=None, repr=False)

    @property
    def running(self) -> bool:
        return self.thread is not None and self.thread.is_alive()

    def tell(self, done: int) -> None:
        """Called after each article. Raises Stopped."""
        self.done = done
        if not self.wanted:
            raise Stopped

    def keep(self, reads: list[Reread]) -> None:
        """Put readings by; those for a log that a session keeps wait for its next run (``take_in``)."""
        self.found += reads
        if self.shelf:
            self.shelf.put(reads)

    def seconds_left(self) -> float | None:
        """Time left at the pace so far; None before there is any."""
        return (time.monotonic() - self.began) / self.done * (len(self.articles) - self.done) if self.done else None


def read_anew(job: Job) -> None:
    """The seam between the page and the engine, which is loaded when it is first asked for."""
    from analysis.rereading.reading import reread

    reread(job.articles, job.days, job.tell, job.keep)


def current_job() -> Job | None:
    """What this session began last."""
    return st.session_state.get(_JOB)


def begin(articles: pd.DataFrame, days: Mapping[str, Days], before: pd.DataFrame, lines: Sequence[Correction]) -> None:
    """Read articles again, and keep these lines when all are read; nothing for whoever may not correct, or while others are read."""
    job = current_job()
    if not may("correct") or job and job.running:
        return
    place, shelf = ledger.log_place(), ledger.shelf()
    found = list(shelf.found(days).values())
    missing = articles[~articles["article_id"].isin({read.article_id for read in found})]
    job = Job(missing, days, before, lines, place, shelf if place else None, found)
    st.session_state[_JOB] = job
    job.thread = threading.Thread(target=_work, args=(job,), name="redating", daemon=True)
    job.thread.start()


def _work(job: Job) -> None:
    try:
        read_anew(job)
        job.changed = turned(job.before, {read.article_id: read for read in job.found})
        if job.place:
            append(job.place, *job.lines)
    except Stopped:
        job.ended = True
    except Exception as error:  # shown to the reader by the page, whatever it is
        logging.getLogger(__name__).exception("reading articles again failed")
        job.failure = str(error) or type(error).__name__


def take_in() -> None:
    """At the beginning of a run: what was read for a log that this session keeps goes into the session."""
    job = current_job()
    if job and not job.running and not job.taken:
        job.taken = True
        if job.place is None:
            ledger.shelf().put(job.found)
            if not (job.ended or job.failure):
                ledger.keep(lambda: list(job.lines))


def show_job(texts: Texts) -> bool:
    """How far a reading is, or once what came of it; whether one is under way."""
    job = current_job()
    if job is None:
        return False
    if job.running or not job.taken:
        _show_progress(texts)
        return True
    st.session_state.pop(_JOB)
    if job.failure:
        st.error(texts("redating.failed", reason=escape_markdown(job.failure)))
    elif job.ended:
        _offer_to_go_on(job, texts)
    else:
        st.success(" ".join((texts.count("redating.done", len(job.found)), texts.count("redating.changed", job.changed))))
    return False


@st.fragment(run_every=_EVERY)
def _show_progress(texts: Texts) -> None:
    job = current_job()
    if job is None or not job.running:
        st.rerun()
    total = len(job.articles)
    left = job.seconds_left()
    words = texts("redating.stopping") if not job.wanted else texts.count(
        "redating.progress", total, done=texts.formats.number(job.done), left=duration(left, texts) if left is not None else "…")
    with st.container(horizontal=True, vertical_alignment="center", key="redating"):
        st.progress(job.done / max(1, total), words)
        st.button(texts("import.stop"), key="redating_stop", on_click=_stop, args=(job,), disabled=not job.wanted)


def _offer_to_go_on(job: Job, texts: Texts) -> None:
    """After a reading was ended: how far it came, and a button that reads the rest."""
    number = texts.formats.number
    with st.container(horizontal=True, vertical_alignment="center", gap="small", key="redating_ended"):
        st.info(texts("redating.stopped" if job.lines else "redating.stopped_waiting", done=number(len(job.found)), n=number(len(job.days))))
        st.button(texts("redating.go_on"), key="redating_go_on", disabled=not may("correct"), on_click=begin,
                  args=(job.articles, job.days, job.before, job.lines))


def _stop(job: Job) -> None:
    job.wanted = False


def offer_waiting(texts: Texts, waiting: Mapping[str, Days], begin_all: Callable[[], None]) -> None:
    """Where days were set for articles that were not read again as of them (a log from elsewhere), say so and offer it."""
    if not waiting or current_job():
        return
    with st.container(horizontal=True, vertical_alignment="center", gap="small", key="waiting"):
        st.markdown(texts.count("redating.waiting", len(waiting)), width="content")
        st.button(texts("redating.read"), key="redating_begin", disabled=not may("correct"), on_click=begin_all, type="tertiary")
