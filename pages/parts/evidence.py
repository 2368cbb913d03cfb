"""The sentences behind a chosen mark, node, edge or row: who, towards whom, in which voice, and the way to the article."""
from collections.abc import Iterable
from functools import partial
from itertools import islice

import pandas as pd
import streamlit as st

from analysis.reports import Passage
from analysis.views import row_by_row, spoken_name
from pages.parts.escaping import escape_markdown
from pages.parts.formats import as_date
from pages.parts.layout import PAGES, Page
from pages.parts.links import actor_link
from pages.parts.notebook import offer, passage
from pages.parts.rulewords import rule_words
from pages.parts.state import link_query

_PER_STEP = 10
_LINES_OF_A_SENTENCE = 6
_MOST_LINKS = 4
SIGN_COLOURS = {1: "blue", 0: "gray", -1: "orange"}


def show_sentences(page: Page, rows: pd.DataFrame, key: str, details: bool = False) -> None:
    """Sentences of these rows of the view table, ten at first, more on request; ``details`` adds how each was found.

    Stances of one sentence stand together above it.
    """
    cards = _by_sentence(rows)
    shown = st.session_state.setdefault(f"{key}_shown", _PER_STEP)
    told = row_by_row(rows.iloc[[place for places in cards[:shown] for place in places]])
    for places in cards[:shown]:
        stances = list(islice(told, len(places)))
        first = stances[0]
        with st.container(border=True, gap="xsmall", key=f"sentence_{key}_{first.stance_id}"):
            show_stances_of_sentence(page, stances, details)
            with st.container(horizontal=True, vertical_alignment="center", gap="small"):
                st.page_link(PAGES["articles"], label=f":blue[{page.texts('evidence.open')}]", width="content",
                             query_params=link_query(page.selection, article=first.article_id, at=first.stance_id))
                st.caption(_article(first, page), width="content")
                for actor_id, name in _actors(stances).items():
                    actor_link(page, actor_id, name)
                offer(page, f"{key}_{first.stance_id}", partial(_picked, page, stances))
    left = len(cards) - shown
    if left > 0:
        st.button(page.texts.count("evidence.more", min(left, _PER_STEP)), key=f"{key}_more", on_click=_more, args=(key,))


def _picked(page: Page, stances: list) -> Passage:
    """The sentence for the report, with what the exports say of the filter in force."""
    from pages.parts.exports import footer_of

    return passage(page, stances, footer_of(page))


def show_stances_of_sentence(page: Page, stances: list, details: bool = False) -> None:
    """Stances of one sentence in words, and the sentence with their cues in bold; each is a row of the view table."""
    for row in stances[:_LINES_OF_A_SENTENCE]:
        st.markdown(_who(row, page))
        if details:
            how = "how_reviewed" if row.review in ("accepted", "edited") else "how_added" if row.review == "added" else "how"
            st.caption(page.texts(f"evidence.{how}", rule=escape_markdown(rule_words(row.rule, page.texts)),
                                  cue=escape_markdown(row.cue),
                                  confidence=page.texts.formats.percent(row.confidence)))
    if len(stances) > _LINES_OF_A_SENTENCE:
        st.caption(page.texts.count("evidence.same_sentence", len(stances) - _LINES_OF_A_SENTENCE))
    st.markdown(_sentence(stances[0].sentence, {row.cue for row in stances}))


def _by_sentence(rows: pd.DataFrame) -> list[list[int]]:
    """Places of the rows with the same sentence of the same article, in the order in which the sentences first come."""
    cards: dict[tuple[str, str], list[int]] = {}
    for place, sentence in enumerate(row_by_row(rows[["article_id", "sentence"]])):
        cards.setdefault(sentence, []).append(place)
    return list(cards.values())


def _actors(stances: list) -> dict[str, str]:
    """Id → name of the first actors at the ends of these stances, whose pages the card links to."""
    found = {}
    for row in stances:
        found |= {row.source_id: row.source_name, row.target_id: row.target_name}
    return dict([(actor_id, name) for actor_id, name in found.items() if actor_id][:_MOST_LINKS])


def _more(key: str) -> None:
    st.session_state[f"{key}_shown"] += _PER_STEP


def _who(row, page: Page) -> str:
    """One line of Markdown: act, source and target, voice and day."""
    texts = page.texts
    act = texts(f"acts.{row.act}")
    act = texts("evidence.negated", act=act) if row.negated else act
    target = f"**{escape_markdown(row.target_name)}**" if row.target_name else f"*{texts('evidence.nobody')}*"
    parts = [_day(row, page), texts(f"voices.{row.voice}").lower()]
    if row.modality != "actual":
        parts.append(texts(f"modalities.{row.modality}").lower())
    if row.review:
        parts.append(texts(f"verdicts.{row.review}"))
    if row.reporter_name:
        parts.append(texts("evidence.reported_by", name=escape_markdown(spoken_name(row.reporter_id, row.reporter_name, texts.language))))
    badge = f":{SIGN_COLOURS[row.sign]}-badge[{escape_markdown(act)}]"
    return f"**{escape_markdown(row.source_name)}** {badge} {target} · :gray[{' · '.join(parts)}]"


def _day(row, page: Page) -> str:
    days = page.texts.formats.span(as_date(row.day_first), as_date(row.day_last))
    if row.dated == "publication":
        return page.texts("evidence.published", day=days)
    return days or page.texts("evidence.undated")


def _article(row, page: Page) -> str:
    """Title and publisher of the article, as safe Markdown."""
    title = escape_markdown(row.title) or page.texts("evidence.untitled")
    return f"{title} · {escape_markdown(row.source)}" if row.source else title


def _sentence(sentence: str, cues: Iterable[str]) -> str:
    """The sentence as Markdown with its cues in bold, where they stand in it as they are."""
    places = sorted((sentence.find(cue), -len(cue), cue) for cue in cues if cue.strip() and cue in sentence)
    parts, end = [], 0
    for start, _, cue in places:
        if start >= end:
            parts += [_spaced(sentence[end:start]), _bold(cue)]
            end = start + len(cue)
    return "".join([*parts, _spaced(sentence[end:])]).strip()


def _bold(cue: str) -> str:
    """Markdown takes no bold that begins or ends with a space."""
    inner = cue.strip()
    return f"{_spaced(cue[:len(cue) - len(cue.lstrip())])}**{escape_markdown(inner)}**{_spaced(cue[len(cue.rstrip()):])}"


def _spaced(text: str) -> str:
    """Escaped, with the spaces at both ends kept, which Markdown needs beside a bold word."""
    inner = escape_markdown(text)
    if not inner:
        return " " if text else ""
    return (" " if text[:1].isspace() else "") + inner + (" " if text[-1:].isspace() else "")
