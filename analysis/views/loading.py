"""From the index of a corpus, or of tables in memory, to tables in DuckDB's memory that every view counts in.

``stance``: part, place (the row in ``stances``), article, start, source, target, reporter (codes of ids), source_node and
target_node (codes of countries and organisations), act, sign, voice, negated, modality, confidence, day_first, day_last,
dated. ``article``: article, part, place, article_id, title, outlet, path, first, last. ``actor``: actor, node. ``copy``
(articles that have near copies): article, text, place (the first of a text is counted).
"""
from collections.abc import Mapping, Sequence

import duckdb
import pandas as pd

from analysis.acts import ACTS, MODALITIES, VOICES
from analysis.index import codes_of

_WORDS = {"act": tuple(ACTS), "voice": VOICES, "modality": MODALITIES, "dated": ("text", "publication", ""),
          "review": ("", "accepted", "edited", "added", "rejected")}
_STANCE = """create table stance as select file_index::uinteger as part, file_row_number::uinteger as place, article,
        start::integer as start, source, target, reporter, coalesce(a.node, source) as source_node,
        coalesce(b.node, target) as target_node, {words}, sign::tinyint as sign, negated, confidence,
        day_first::date as day_first, day_last::date as day_last
    from {stances} left join actor a on a.actor = source left join actor b on b.actor = target"""
_ARTICLE = """create table article as select article, file_index::uinteger as part, file_row_number::uinteger as place,
    article_id, title, source as outlet, path, published_first::date as first, published_last::date as last from {articles}"""
# Name, country, office and Wikidata id as the newest article that knows them gives them; of one day, the first imported.
_ACTORS = """with known as (select *, (coalesce(epoch(newest)::bigint // 86400, -1000000) * -1) * (1::hugeint << 48)
        + (file_index::hugeint << 28) + place as age from {actors})
    select actor_id, {fields} from known group by actor_id order by min(age), actor_id"""


def parts_clause(files: Sequence[str]) -> str:
    """The rows of Parquet files for a FROM clause, with file_index and file_row_number."""
    listed = ", ".join(quoted(file) for file in files)
    return f"read_parquet([{listed}], file_row_number=true)"


def quoted(text: str) -> str:
    """A text as an SQL literal."""
    return "'" + text.replace("'", "''") + "'"


def keep_frame(connection: duckdb.DuckDBPyConnection, name: str, table: pd.DataFrame) -> None:
    """A frame as a table of DuckDB, with file_index and file_row_number as files have them."""
    numbered = table.assign(file_index=0, file_row_number=range(len(table)))
    connection.register("incoming", numbered)
    connection.execute(f"create table {name} as select * from incoming")
    connection.unregister("incoming")


def merged_actors(connection: duckdb.DuckDBPyConnection, clause: str) -> pd.DataFrame:
    """``actor_index`` over all parts → one row an actor, as ``corpus.actors.merge_met`` gives, without aliases."""
    fields = ", ".join(f"coalesce(arg_min({name}, age) filter ({name} <> ''), '') as {name}"
                       for name in ("name", "kind", "country", "role", "wikidata"))
    return connection.sql(_ACTORS.format(actors=clause, fields=fields)).df()


def load(connection: duckdb.DuckDBPyConnection, clauses: Mapping[str, str], nodes: pd.Series) -> None:
    """Make the tables; ``clauses`` say where the index tables are, ``nodes`` is actor id → country or organisation."""
    codes = pd.DataFrame({"actor": codes_of(nodes.index.to_series()).array, "node": codes_of(nodes).array})
    connection.register("incoming", codes)
    connection.execute("create table actor as select * from incoming")
    connection.unregister("incoming")
    for name, words in _WORDS.items():
        connection.execute(f"create type {name}_word as enum ({', '.join(map(quoted, words))})")
    typed = ", ".join(f"{name}::{name}_word as {name}" for name in _WORDS)
    try:
        connection.execute(_STANCE.format(words=typed, stances=clauses["stance_index"]))
    except duckdb.ConversionException:  # a word of another version: all stay words
        connection.execute(_STANCE.format(words=", ".join(_WORDS), stances=clauses["stance_index"]))
    connection.execute(_ARTICLE.format(articles=clauses["article_index"]))


def keep_copies(connection: duckdb.DuckDBPyConnection, copies: pd.DataFrame | None) -> None:
    """article_id and group_id → the table ``copy``: of each text first the article it is named by, then by id."""
    if copies is None:
        copies = pd.DataFrame({"article_id": [], "group_id": []}, dtype="str")
    several = copies[copies["group_id"].duplicated(keep=False)]
    order = several.assign(other=several["article_id"] != several["group_id"]).sort_values(["other", "article_id"])
    rows = pd.DataFrame({"article": codes_of(order["article_id"]), "text": codes_of(order["group_id"])})
    with connection.cursor() as cursor:
        cursor.register("incoming", rows.assign(place=range(len(rows))))
        cursor.execute("create table copy as select * from incoming")
