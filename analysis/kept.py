"""What a user keeps between visits, beside the articles: filters by name, and that the tour was seen.

Filters of an imported corpus lie in its folder (``filters.json``), so that they go where it goes. Those of a folder of
articles, in which nothing of ours may lie, are kept in the user's settings folder: the one that HOMOLOGUE_SETTINGS names,
else the usual one of the system (``~/.config/homologue`` on Linux). A filter is kept as the parameters of its address
(``analysis.views.to_query``), which stay what they are when the program changes.

    >>> keep_filter(place, "Paris et Rabat", {"country": ["FRA", "MAR"], "side": ["between"]})
    >>> kept_filters(place)
    {'Paris et Rabat': {'country': ['FRA', 'MAR'], 'side': ['between']}}
"""
import hashlib
import json
import os
from functools import cache
from pathlib import Path
from threading import Lock

from platformdirs import user_config_path

from analysis.corpus import is_corpus
from analysis.replacing import put_in_place

VARIABLE, FILE = "HOMOLOGUE_SETTINGS", "filters.json"
MOST_NAME, MOST_KEPT = 60, 200
_TOUR = "tour-seen"
_MOST_BYTES = 1_000_000
Query = dict[str, list[str]]


class KeptError(ValueError):
    """A file of kept filters that is none, or a name or number of filters that is not taken; the message says which."""


def settings_folder() -> Path:
    """The user's own folder, which may not exist yet."""
    return Path(os.environ.get(VARIABLE) or user_config_path("homologue", appauthor=False))


def filters_file(folder: Path) -> Path:
    """Where the filters of a corpus, or of a folder of articles, are kept."""
    if is_corpus(folder):
        return folder / FILE
    place = str(folder.resolve())
    return settings_folder() / "filters" / f"{folder.name[:40]}-{hashlib.sha256(place.encode()).hexdigest()[:10]}.json"


def kept_filters(file: Path) -> dict[str, Query]:
    """Name → parameters, by name; empty where nothing was kept. Raises KeptError where the file is no such list."""
    try:
        if file.stat().st_size > _MOST_BYTES:
            raise KeptError("too_large")
        found = json.loads(file.read_text(encoding="utf-8"))["filters"]
        listed = {named(str(name)): {str(key): [str(value) for value in values] for key, values in query.items()
                                     if isinstance(values, list)} for name, query in found.items()}
    except FileNotFoundError:
        return {}
    except (AttributeError, KeyError, OSError, TypeError, ValueError) as error:
        raise KeptError("unreadable") from error
    return dict(sorted(listed.items(), key=lambda pair: pair[0].casefold()))


def keep_filter(file: Path, name: str, query: Query) -> None:
    """Keep a filter, in the place of one of the same name. Raises KeptError, and OSError where it cannot be written."""
    with _one_at_a_time():
        kept = kept_filters(file)
        if named(name) not in kept and len(kept) >= MOST_KEPT:
            raise KeptError("too_many")
        _write(file, {**kept, named(name): query})


def drop_filter(file: Path, name: str) -> None:
    """Keep a filter no longer; none of the name is no error."""
    with _one_at_a_time():
        kept = kept_filters(file)
        if kept.pop(name, None) is not None:
            _write(file, kept)


def named(name: str) -> str:
    """A name on one line, without what cannot be seen. Raises KeptError where nothing is left."""
    plain = " ".join("".join(mark if mark.isprintable() else " " for mark in name).split())[:MOST_NAME].strip()
    if not plain:
        raise KeptError("nameless")
    return plain


def tour_seen() -> bool:
    """Whether the tour was ended once by this user."""
    return (settings_folder() / _TOUR).exists()


def note_tour_seen() -> None:
    """Remember that the tour was ended. Raises OSError where the settings folder cannot be written."""
    settings_folder().mkdir(parents=True, exist_ok=True)
    (settings_folder() / _TOUR).touch()


def _write(file: Path, kept: dict[str, Query]) -> None:
    """The whole file in one step: who reads meanwhile reads the old one."""
    file.parent.mkdir(parents=True, exist_ok=True)
    put_in_place(file, json.dumps({"version": 1, "filters": kept}, ensure_ascii=False, indent=1).encode("utf-8"))


@cache
def _one_at_a_time() -> Lock:
    """The lock of this process; sessions are its threads."""
    return Lock()
