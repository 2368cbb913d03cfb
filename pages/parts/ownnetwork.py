"""The small network of one article: who stands where towards whom in it, below its text."""
from dataclasses import replace
from functools import partial

import pandas as pd

from analysis.charts import PART_HEIGHT, describe_network, network_figure
from analysis.views import Selection, network
from pages.parts.charts import drawing_of, show_chart
from pages.parts.data import chosen_rows
from pages.parts.layout import Page
from pages.parts.once import rows_once


def show_own_network(page: Page, article: pd.Series) -> None:
    """The stances that are marked in the article, as arrows between those who are named; nothing where there is no arrow."""
    own = _page_of(page, article["article_id"])
    if not len(own.rows):
        return
    drawing = drawing_of(own, "network", ("article", article["article_id"]), lambda: network(own.rows, "people"),
                         partial(network_figure, height=PART_HEIGHT), describe_network)
    if len(drawing.drawn.edges):
        show_chart(own, "articles", "network", drawing, article["article_id"])


def _page_of(page: Page, article_id: str) -> Page:
    """The page over this article alone, whatever the filter: as its text is marked, by confidence and review."""
    marked = Selection(min_confidence=page.selection.min_confidence, reviewed="all" if page.selection.reviewed == "all" else "kept")
    own = replace(page, selection=marked)
    return replace(own, rows=rows_once(own, "article", (article_id,), lambda: chosen_rows(page.corpus, marked).of_article(article_id)))
