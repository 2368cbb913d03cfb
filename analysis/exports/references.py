"""The articles behind a view as RIS, which Zotero and other reference managers import."""
import pandas as pd

from analysis.exports.corpora import cited_articles, known_date
from analysis.exports.escape import tsv_cell
from analysis.tables import Tables


def references_ris(tables: Tables, view: pd.DataFrame) -> bytes:
    """Articles behind a view → RIS (UTF-8), type NEWS; a date is given as far as it is known."""
    return "".join(_reference(article) for article in cited_articles(tables, view).itertuples()).encode()


def _reference(article) -> str:
    day = known_date(article.published_first, article.published_last)
    # RIS writes dates as YYYY/MM/DD/other and keeps the slashes of what is missing.
    parts = {"TI": tsv_cell(article.title) or article.path, "T2": article.source, "PY": day[:4],
             "DA": "/".join((day.split("-") + ["", "", ""])[:3]) + "/" if day else "", "UR": article.url,
             "LA": article.language, "ID": article.article_id, "N1": article.path}
    lines = [f"{tag}  - {line}" for tag, text in parts.items() if (line := tsv_cell(text))]
    return "\r\n".join(["TY  - NEWS", *lines, "ER  - "]) + "\r\n\r\n"
