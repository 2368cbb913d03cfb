"""The articles behind a view as corpora for textometry: Iramuteq and TXM."""
import csv
import io
import re
import unicodedata
import zipfile
from datetime import date

import pandas as pd

from analysis.exports.escape import csv_cell, file_name
from analysis.tables import Tables

_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")
# What begins a text or a theme in an Iramuteq corpus, and the variables after it.
_IRAMUTEQ_MARK = re.compile(r"(?m)^([^\S\n]{0,999})(\*{1,999}|-\*)")
_UNKNOWN = "inconnue"


def cited_articles(tables: Tables, view: pd.DataFrame) -> pd.DataFrame:
    """The rows of ``articles`` that a view has stances of, by day, then title."""
    cited = tables.articles[tables.articles["article_id"].isin(set(view["article_id"]))]
    return cited.sort_values(["published_first", "title", "article_id"], ignore_index=True)


def story(text: str, title: str) -> str:
    """An article's text from its title on, without the header line, and without characters that no reader shows."""
    start = text.find(title) if title else 0
    return _CONTROL.sub(" ", text[max(start, 0):]).strip()


def iramuteq_txt(tables: Tables, view: pd.DataFrame) -> bytes:
    """Articles behind a view → Iramuteq corpus (UTF-8): variables source, date, am (month) and annee, then the text.

    A date of which only the month or year is known is written no closer; one that is not known is ``inconnue``.
    """
    parts = []
    for article in cited_articles(tables, view).itertuples():
        day = known_date(article.published_first, article.published_last)
        values = {"source": _value(article.source), "date": day or _UNKNOWN, "am": day[:7] if len(day) >= 7 else _UNKNOWN,
                  "annee": day[:4] or _UNKNOWN}
        body = _IRAMUTEQ_MARK.sub(r"\1", story(article.text, article.title))
        parts.append("**** " + " ".join(f"*{name}_{value}" for name, value in values.items()) + f"\n{body}\n")
    return "\n".join(parts).encode()


def txm_zip(tables: Tables, view: pd.DataFrame) -> bytes:
    """Articles behind a view → ZIP for TXM's import of TXT + CSV: one text a file and ``metadata.csv``, whose first
    column ``id`` is the file's name without ending."""
    out, table = io.BytesIO(), io.StringIO(newline="")
    writer = csv.writer(table, lineterminator="\n", quoting=csv.QUOTE_ALL)
    writer.writerow(["id", "titre", "source", "date", "annee", "mois", "lien"])
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for number, article in enumerate(cited_articles(tables, view).itertuples(), 1):
            name = file_name(f"{number:05d} {article.title}", "txt")
            day = known_date(article.published_first, article.published_last)
            archive.writestr(_entry(name), story(article.text, article.title))
            writer.writerow([name.removesuffix(".txt"), *map(csv_cell, (
                article.title, article.source, day, day[:4], day[:7] if len(day) >= 7 else "", article.url))])
        archive.writestr(_entry("metadata.csv"), table.getvalue())
    return out.getvalue()


def known_date(first: date | None, last: date | None) -> str:
    """ISO date as far as it is known: ``2024-03-04``, ``2024-03``, ``2024``, or nothing."""
    if pd.isna(first) or pd.isna(last):
        return ""
    if first == last:
        return f"{first:%Y-%m-%d}"
    if (first.year, first.month) == (last.year, last.month):
        return f"{first:%Y-%m}"
    return f"{first:%Y}" if first.year == last.year else ""


def _value(text: str) -> str:
    """Value of an Iramuteq variable: ASCII letters, digits and underscores."""
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode()
    return re.sub(r"[^A-Za-z0-9]+", "_", plain).strip("_") or _UNKNOWN


def _entry(name: str) -> zipfile.ZipInfo:
    """Entry of the archive without the time of day, so that the same view gives the same file."""
    entry = zipfile.ZipInfo(name)
    entry.compress_type = zipfile.ZIP_DEFLATED
    return entry
