"""The report that an analyst is gathering, kept between visits: each analyst's own, read by nobody else in the app.

    <corpus>/reports/<analyst>/draft.json     title, author and items, in one step with each change
    <corpus>/reports/<analyst>/<digest>.png   pictures of its charts (and .svg), written before the draft that names them

Beside a folder of articles, or the copy of a corpus behind a URL, nothing of ours may lie: drafts are then in the user's
settings folder.

    >>> change_draft(draft_folder(Path("corpus"), "ada@example.org"), lambda draft: replace(draft, title="Paris et Rabat"))
"""
import hashlib
import json
from collections.abc import Callable
from dataclasses import asdict, dataclass
from functools import cache
from pathlib import Path
from threading import Lock

from analysis.corpus import is_corpus
from analysis.kept import settings_folder
from analysis.replacing import put_in_place
from analysis.reports import Chart, Item, Passage, Source

FOLDER, FILE = "reports", "draft.json"
MOST = 60
_OWN = "own"  # the draft where nobody logs in
_MOST_BYTES = 5_000_000  # of draft.json; pictures lie beside it


class DraftError(ValueError):
    """A draft that cannot be read; it is left as it is."""


@dataclass(frozen=True)
class Draft:
    """A report being gathered; ``lost`` counts charts whose pictures are gone."""

    title: str = ""
    author: str = ""
    items: tuple[Item, ...] = ()
    lost: int = 0


def draft_folder(folder: Path, person: str, beside: bool = True) -> Path:
    """Where the draft of somebody is kept (``person`` is an e-mail address, empty where nobody logs in); ``beside`` a corpus or,
    where that is no place of ours, in the settings folder."""
    who = hashlib.sha256(person.strip().casefold().encode()).hexdigest()[:16] if person else _OWN
    if beside and is_corpus(folder):
        return folder / FOLDER / who
    place = str(folder.resolve())
    return settings_folder() / FOLDER / f"{folder.name[:40]}-{hashlib.sha256(place.encode()).hexdigest()[:10]}" / who


def draft_state(place: Path) -> int:
    """Changes with each change of a draft; 0 where there is none."""
    try:
        return (place / FILE).stat().st_mtime_ns
    except OSError:
        return 0


def read_draft(place: Path) -> Draft:
    """The draft in a folder; an empty one where there is none. Raises DraftError."""
    file = place / FILE
    try:
        if file.stat().st_size > _MOST_BYTES:
            raise DraftError(str(file))
        found = json.loads(file.read_text(encoding="utf-8"))
        items = [_item(place, each) for each in found["items"][:MOST]]
        kept = tuple(item for item in items if item is not None)
        return Draft(str(found["title"]), str(found["author"]), kept, len(items) - len(kept))
    except FileNotFoundError:
        return Draft()
    except (AttributeError, KeyError, OSError, TypeError, ValueError) as error:
        raise DraftError(str(file)) from error


def change_draft(place: Path, change: Callable[[Draft], Draft]) -> Draft:
    """Change the draft as it is now, by this or another session, and keep it. Raises DraftError, and OSError where it cannot be
    written; it is then as it was."""
    with _one_at_a_time():
        draft = change(read_draft(place))
        place.mkdir(parents=True, exist_ok=True)
        named = [_record(place, item) for item in draft.items]
        content = json.dumps({"version": 1, "title": draft.title, "author": draft.author, "items": named}, ensure_ascii=False)
        put_in_place(place / FILE, content.encode("utf-8", "surrogatepass"))
        used = {each[kind] for each in named for kind in ("png", "svg") if kind in each}
        for path in place.iterdir():
            if path.suffix in (".png", ".svg") and path.name not in used:
                path.unlink(missing_ok=True)
        return draft


def _record(place: Path, item: Item) -> dict:
    """An item as the draft names it; the pictures of a chart are written where they are not there yet."""
    if isinstance(item, Passage):
        return {"kind": "passage", **asdict(item)}
    names = {kind: _kept_picture(place, getattr(item, kind), kind) for kind in ("png", "svg")}
    return {"kind": "chart", "title": item.title, "description": item.description, "said": item.said, "note": item.note, **names}


def _kept_picture(place: Path, data: bytes, kind: str) -> str:
    name = f"{hashlib.sha256(data).hexdigest()[:32]}.{kind}"
    if not (place / name).exists():
        put_in_place(place / name, data)
    return name


def _item(place: Path, record: dict) -> Item | None:
    """An item of a draft; None for a chart whose pictures are gone or others. Raises KeyError, TypeError or ValueError for none."""
    texts = {name: str(record[name]) for name in ("said", "note")}
    if record["kind"] == "passage":
        source = Source(**{name: str(record["source"][name]) for name in ("title", "outlet", "day", "url")})
        return Passage(str(record["sentence"]), tuple(map(str, record["stances"])), source, str(record["place"]), **texts)
    pictures = {kind: _picture(place, str(record[kind]), kind) for kind in ("png", "svg")}
    if not all(pictures.values()):
        return None
    return Chart(str(record["title"]), str(record["description"]), **pictures, **texts)


def _picture(place: Path, name: str, kind: str) -> bytes:
    """A picture by its name, which is its digest; nothing where it is gone or another."""
    if Path(name).name != name or not (place / name).is_file():
        return b""
    data = (place / name).read_bytes()
    return data if name == f"{hashlib.sha256(data).hexdigest()[:32]}.{kind}" else b""


@cache
def _one_at_a_time() -> Lock:
    """The lock of this process; sessions are its threads."""
    return Lock()
