"""The log of corrections as the pages see it, and the name of the coder who writes into it.

It lies in the folder that HOMOLOGUE_CORRECTIONS names, else beside an imported corpus. Where the app shows a folder of
article files, or the copy of a corpus behind a URL, there is no place that is ours: the log is then kept in this
session, and the page says so and offers it as a file.
"""
import os
from collections.abc import Callable
from pathlib import Path

import streamlit as st

from analysis.corpus import is_corpus, is_url
from analysis.corrections import VARIABLE, Correction, CorrectionError, Log, append, as_bytes, log_file, parse_log, read_log
from analysis.rereading import FOLDER, FolderShelf, MemoryShelf, Shelf
from pages.parts.access import may, person
from pages.parts.data import corpus_folder

REFUSED = "refused"  # the trouble of somebody who may not correct
_SESSION, _CODER, _TROUBLE, _REREAD, _LAST = "corrections_session", "coder", "corrections_trouble", "articles_reread", "corrections_last"


def log_place() -> Path | None:
    """The file of the log; None where it is kept in this session only.

    A folder among the articles is no place for it: it would be read as one of them.
    """
    shown, named = corpus_folder(), os.environ.get(VARIABLE)
    if named:
        among = not is_corpus(shown) and Path(named).resolve().is_relative_to(shown.resolve())
        return None if among else log_file(named)
    return log_file(shown) if is_corpus(shown) and not is_url(os.environ.get("HOMOLOGUE_CORPUS", "")) else None


def current_log() -> Log:
    """The log as it is now: corrections and lines left aside."""
    place = log_place()
    if place is None:
        return parse_log(st.session_state.get(_SESSION, b""))
    try:
        state = place.stat()
    except FileNotFoundError:
        return Log()
    return _log(str(place), state.st_size, state.st_mtime_ns)


@st.cache_resource(max_entries=4, show_spinner=False)
def _log(place: str, size: int, changed: int) -> Log:
    return read_log(Path(place))


def session_log() -> bytes:
    """The log that this session keeps, as the bytes of a file."""
    return st.session_state.get(_SESSION, b"")


def take_up(data: bytes) -> None:
    """Go on in this session with a log that was kept as a file."""
    st.session_state[_SESSION] = as_bytes(parse_log(data).corrections)


def shelf() -> Shelf:
    """Where articles lie that were read again as of days that were set: beside the log, or in this session with it."""
    place = log_place()
    return FolderShelf(place.parent / FOLDER) if place else MemoryShelf(st.session_state.setdefault(_REREAD, {}))


def coder() -> str:
    """The name that goes into each line: of who logged in, else the one asked for; empty until then."""
    return person()[:80] or st.session_state.get(_CODER, "")


def set_coder(name: str) -> None:
    """Remember the coder's name for this session."""
    st.session_state[_CODER] = " ".join(name.split())[:80]


def keep(make: Callable[[], list[Correction]]) -> None:
    """In a callback: make lines and append them; what stands against it is shown by the next run (``trouble``)."""
    lines = made(make)
    try:
        place = log_place()
        if lines and place is None:
            st.session_state[_SESSION] = session_log() + as_bytes(lines)
        elif lines:
            append(place, *lines)
        st.session_state[_LAST] = ("", tuple(line.id for line in lines))
    except OSError as error:
        st.session_state[_TROUBLE] = str(error)


def just_kept(page: str) -> tuple[Correction, ...]:
    """The lines that this session kept last: on the page where that was, until another line follows; none afterwards."""
    where, ids = st.session_state.get(_LAST, ("", ()))
    lines = current_log().corrections[-len(ids):] if ids else ()
    if where not in ("", page) or tuple(line.id for line in lines) != ids:
        st.session_state.pop(_LAST, None)
        return ()
    st.session_state[_LAST] = (page, ids)
    return lines


def made(make: Callable[[], list[Correction]]) -> list[Correction]:
    """In a callback: the lines, not yet kept; none where something stands against them, which the next run shows."""
    st.session_state.pop(_TROUBLE, None)
    if not may("correct"):
        st.session_state[_TROUBLE] = REFUSED
        return []
    try:
        return make()
    except (CorrectionError, ValueError, OSError) as error:
        st.session_state[_TROUBLE] = str(error)
        return []


def trouble() -> str:
    """Why the last correction could not be kept; empty where it could. Said once."""
    return st.session_state.pop(_TROUBLE, "")
