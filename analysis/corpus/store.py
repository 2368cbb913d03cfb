"""A corpus on disk: the reading side, which never blocks, and the writing side, which holds the lock."""
import shutil
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager, nullcontext
from functools import cached_property
from pathlib import Path

import pandas as pd

from analysis.corpus.actors import merge_met
from analysis.corpus.copies import groups
from analysis.corpus.lease import NAME as LEASE
from analysis.corpus.lease import Lease, confirmed, leased
from analysis.corpus.ledger import FOLDER as LEDGER
from analysis.corpus.ledger import forget_unconfirmed
from analysis.corpus.lock import NAME as LOCK
from analysis.corpus.lock import locked
from analysis.corpus.manifest import NAME as MANIFEST
from analysis.corpus.manifest import CorpusError, Manifest, Part, Version, is_corpus, read_manifest, write_manifest, written
from analysis.corpus.parts import FOLDER, UNFINISHED, DamagedPart, check_part, indexed, part_files, read_table, stray_folders, write_part
from analysis.corpus.remote import Place, Remote, at_hand, is_url, placed
from analysis.corpus.rows import PART_TYPES
from analysis.index import INDEX_TYPES
from analysis.tables import Tables, frame, table_names

_MOST_TRIES = 5
_LOGS_SENT = 8  # commits after which the ledger goes to a URL; it goes there at the end of an import in any case


def open_corpus(folder: Place) -> "Corpus":
    """The corpus in a folder or behind a URL, as last committed. Raises CorpusError where the folder holds none or its manifest is damaged."""
    place = placed(folder)
    for _ in range(_MOST_TRIES):
        folder = at_hand(place)
        if not is_corpus(folder):
            raise CorpusError(f"{place} holds no corpus; make one with: python -m analysis import PATH… --corpus {place}")
        manifest = read_manifest(folder)
        corpus = Corpus(folder, manifest)
        if not corpus.damaged or read_manifest(at_hand(place)).serial == manifest.serial:
            return corpus
    raise CorpusError(f"{place} is being rewritten faster than it can be read; try again")


class Corpus:
    """What one manifest names, each part checked: later commits do not show in it. Open again to see them.

    ``parts`` are sound; ``damaged`` names what is not, (file, what is wrong) each, and is left aside.
    """

    def __init__(self, folder: Path, manifest: Manifest) -> None:
        self.folder = folder
        self.serial = manifest.serial
        self.version = manifest.digest
        self.parts: list[Part] = []
        self.damaged: list[tuple[str, str]] = []
        for part in manifest.parts:
            try:
                check_part(folder, part)
            except DamagedPart as error:
                left = part.files["articles"].rows
                self.damaged.append((error.file, f"damaged ({error.reason}); its {left} articles are left aside"))
                continue
            self.parts.append(part)

    @property
    def indexed(self) -> bool:
        """Whether all parts have their index (see ``analysis.index``)."""
        return bool(self.parts) and all(map(indexed, self.parts))

    def files(self) -> dict[str, list[str]]:
        """Table name → its Parquet file in each part."""
        found = [part_files(self.folder, part) for part in self.parts]
        return {name: [str(files[name]) for files in found] for name in (*PART_TYPES, *INDEX_TYPES)}

    def table(self, name: str, columns: tuple[str, ...] = ()) -> pd.DataFrame:
        """One of PART_TYPES over all sound parts, in the order of import; all its columns, or those asked for."""
        try:
            frames = [read_table(self.folder, part, name, columns) for part in self.parts if part.files[name].rows]
        except FileNotFoundError as error:
            raise CorpusError(f"{self.folder} was rewritten while it was being read; open it again") from error
        if not frames:
            return frame(PART_TYPES[name])[list(columns or PART_TYPES[name]._fields)]
        return pd.concat(frames, ignore_index=True)

    def tables(self) -> Tables:
        """The six tables, as ``analyse`` would give them for all articles at once."""
        found = {name: self.table(name) for name in table_names() if name != "actors"}
        published = found["articles"].set_index("article_id")["published_last"]
        return Tables(**found, actors=merge_met(self.table("actors"), published))

    def not_read(self) -> tuple[tuple[str, str], ...]:
        """(file, reason) for what is not in the corpus, or not whole: damaged parts, files rejected or read in part.

        A file that was read in full at a later import is left out.
        """
        files = self.table("files")
        last = files.drop_duplicates("path", keep="last")
        lacking = last[last["state"].isin(("partial", "rejected"))]
        return (*self.damaged, *lacking[["path", "reason"]].itertuples(index=False, name=None))

    @cached_property
    def article_ids(self) -> frozenset[str]:
        """The articles in it."""
        return frozenset(self.column("articles", "article_id"))

    @cached_property
    def copies(self) -> pd.DataFrame:
        """article_id, group_id and size: which articles are near copies of one text (see ``corpus.copies``)."""
        return groups(self.table("intake", ("article_id", "signature")), self.table("articles", ("article_id", "published_first")))

    def column(self, table: str, name: str) -> list:
        """One column over all sound parts, without reading the others."""
        return [value for part in self.parts for value in
                pd.read_parquet(part_files(self.folder, part)[table], columns=[name])[name]]

    def query(self, sql: str) -> pd.DataFrame:
        """The answer of DuckDB, in memory, to a query over the tables of PART_TYPES (actors as each article met them).

        A query that names ``copies`` finds the groups of near copies there.

            >>> open_corpus("corpus").query("select act, count(*) from stances group by act")
        """
        import duckdb

        with duckdb.connect(":memory:") as connection:
            for name, row_type in PART_TYPES.items():
                files = [str(part_files(self.folder, part)[name]) for part in self.parts if part.files[name].rows]
                if files:
                    connection.read_parquet(files).create_view(name)
                else:
                    connection.register(name, frame(row_type))
            if "copies" in sql:
                connection.register("copies", self.copies)
            return connection.sql(sql).df()


@contextmanager
def writing(folder: Place, wait: bool = False, waiting: Callable[[], None] | None = None,
            milestone: Callable[[str], None] = lambda step: None) -> Iterator["Writer"]:
    """The writing side of a corpus, new or old, for as long as the block lasts.

    Raises lock.Busy where another process writes and ``wait`` is False. ``milestone`` is called with a name before and
    after each step that a crash may fall between (the tests of crashes end the process there).
    """
    place = placed(folder)
    remote = Remote(place) if is_url(place) else None
    folder = remote.folder if remote else place
    _refuse_other_files(place, remote.listed() if remote else _names(folder))
    with locked(folder, wait, waiting, str(place)), leased(remote, wait, waiting) if remote else nullcontext() as lease:
        if remote:
            remote.fetched()
        else:
            _begin(folder)
        writer = RemoteWriter(remote, lease, milestone) if remote else Writer(folder, milestone)
        writer.clear_strays()
        forget_unconfirmed(folder, writer.manifest.serial)
        try:
            yield writer
        finally:
            writer.close()


def _begin(folder: Path) -> None:
    """A new corpus has an empty manifest before it has a part; so parts without a manifest are never taken for leavings."""
    if is_corpus(folder):
        return
    parts = [path for path in stray_folders(folder, ()) if not path.name.startswith(UNFINISHED)]
    if parts:
        raise CorpusError(f"{folder} has {len(parts)} parts but no {MANIFEST}; nothing was changed. "
                          f"See what is left with: python -m analysis doctor --corpus {folder}")
    write_manifest(folder, Manifest(), lambda step: None)


def _names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir()) if folder.is_dir() else []


def _refuse_other_files(place: Place, names: list[str]) -> None:
    """A new corpus needs a folder of its own: articles that lie in it would be lost from sight, and read as its own."""
    others = [name for name in names if name not in (LOCK, LEASE, FOLDER, LEDGER, f".{MANIFEST}.new", f".{LEASE}.new")]
    if others and MANIFEST not in others:
        raise CorpusError(f"{place} holds other files ({', '.join(others[:3])} …) and no corpus; name a folder of its own")


class Writer:
    """Commits parts; made by ``writing``, which holds the lock."""

    def __init__(self, folder: Path, milestone: Callable[[str], None]) -> None:
        self.folder = folder
        self.place: Place = folder.resolve()  # where workers of a cluster find it
        self._milestone = milestone
        self.manifest = read_manifest(folder)

    def corpus(self) -> Corpus:
        """The corpus as it stands now, also where nothing was committed yet."""
        return Corpus(self.folder, self.manifest)

    def commit(self, frames: dict[str, pd.DataFrame], version: Version, instead_of: tuple[Part, ...] = ()) -> None:
        """One part more, in place of those given: all of it or, where anything fails, nothing. Raises CorpusError."""
        first, *rest = [part.name for part in instead_of] or [""]
        part = self.write(frames, version)
        if not first:
            self.add(part)
            return
        with self._said():
            self._swap({first: [part], **{name: [] for name in rest}})

    def write(self, frames: dict[str, pd.DataFrame], version: Version) -> Part:
        """A part on disk that does not count before it is added. Raises CorpusError."""
        with self._said():
            return write_part(self.folder, frames, version, self._milestone)

    def add(self, *parts: Part) -> None:
        """Commit parts that are on disk, in one step. Raises CorpusError."""
        with self._said():
            self._swap({}, parts)

    def rewrite(self, changes: Iterable[tuple[Part, dict[str, pd.DataFrame] | None]]) -> None:
        """Parts, and what each shall hold instead (None: nothing, the part goes): all in one step. Raises CorpusError."""
        with self._said():
            instead = {part.name: [self.write(frames, part.version)] if frames else []
                       for part, frames in changes}
            if instead:
                self._swap(instead)

    @contextmanager
    def _said(self) -> Iterator[None]:
        """An error of the disk is said as one of the corpus, and what was half written is cleared away."""
        try:
            yield
        except OSError as error:
            self.clear_strays()
            raise CorpusError(f"{self.folder} cannot be written to: {error.strerror or error}") from error

    def _swap(self, instead: Mapping[str, list[Part]], added: Sequence[Part] = ()) -> None:
        """Parts by name replaced where they stand, and others added (all already written), in one step."""
        kept = [new for part in self.manifest.parts for new in instead.get(part.name, [part])]
        self._publish(Manifest(self.manifest.serial + 1, (*kept, *added)))
        self._remove(instead)  # only these: others may be parts that are being written for the next commits

    def _publish(self, manifest: Manifest) -> None:
        write_manifest(self.folder, manifest, self._milestone)
        self.manifest = manifest

    def _remove(self, names: Iterable[str]) -> None:
        for name in names:
            shutil.rmtree(self.folder / FOLDER / name, ignore_errors=True)

    def close(self) -> None:
        """Nothing is left to do."""

    def clear_strays(self) -> None:
        """Remove what a crash left, and parts that others replaced.

        A damaged part that the manifest still names stays where it is.
        """
        for path in stray_folders(self.folder, self.manifest.parts):
            shutil.rmtree(path, ignore_errors=True)


class RemoteWriter(Writer):
    """Commits parts behind a URL; ``folder`` is the copy at hand."""

    def __init__(self, remote: Remote, lease: Lease, milestone: Callable[[str], None]) -> None:
        super().__init__(remote.folder, milestone)
        self.place = remote.url
        self._remote, self._lease = remote, lease

    def write(self, frames: dict[str, pd.DataFrame], version: Version) -> Part:
        part = super().write(frames, version)
        self._remote.send(self.folder, part)
        self._milestone("part sent")
        return part

    def _publish(self, manifest: Manifest) -> None:
        confirmed(self._lease, self._remote)
        self._remote.send_manifest(written(manifest))
        self._milestone("manifest sent")
        super()._publish(manifest)
        if manifest.serial % _LOGS_SENT == 0:
            self._remote.send_logs()

    def _remove(self, names: Iterable[str]) -> None:
        names = list(names)
        super()._remove(names)
        self._remote.remove(names)

    def clear_strays(self) -> None:
        super().clear_strays()
        self._remote.clear({part.name for part in self.manifest.parts})

    def close(self) -> None:
        self._remote.send_logs()
