"""Homologue's analysis: articles of the French-language press → tables of actors, dates, statements and stances.

    >>> from analysis import analyse, read_articles
    >>> articles, rejected = read_articles(["seeds"])
    >>> tables = analyse(articles)

Names are loaded when first asked for, so that reading a table does not wait for the French pipeline.
"""
from importlib import import_module

__version__ = "0.1.0"
__all__ = ["Article", "Tables", "analyse", "read_articles"]

_HOMES = {"analyse": "analysis.pipeline", "read_articles": "analysis.readers",
          "Article": "analysis.articles", "Tables": "analysis.tables"}


def __getattr__(name: str):
    if name not in _HOMES:
        raise AttributeError(f"module 'analysis' has no attribute {name!r}")
    return getattr(import_module(_HOMES[name]), name)
