"""What the Accounts page is made of: the list of encounters or claims, and one of them told in a column for each side."""
from collections.abc import Sequence
from dataclasses import replace
from functools import partial

import pandas as pd
import streamlit as st

from analysis.corpus import text_groups
from analysis.views import (
    Account, Line, Paired, Together, after, answers_too, claim_account, claims, encounter_account, encounters, independent, names_of, row_by_row, spoken_name,
)
from pages.parts.data import chosen_rows
from pages.parts.escaping import escape_markdown
from pages.parts.evidence import show_stances_of_sentence
from pages.parts.exports import head_with_exports, head_with_files
from pages.parts.formats import as_date
from pages.parts.layout import PAGES, Page
from pages.parts.once import once
from pages.parts.state import BY_WORDS, link_query, put_setting, setting
from pages.parts.words import chart_words

_MOST_LISTED = 2_000
_MOST_LINES = 40
_SIDES_AT_FIRST = 4
_AND = " "  # between the sides in the address; no id has one


def cases_of(page: Page, about: str, window: int) -> pd.DataFrame:
    """The encounters or claims of what the filter leaves (cached for all sessions)."""
    return _cases(page.corpus.version, page.selection, about, window, page)


@st.cache_data(max_entries=32, show_spinner=False, hash_funcs=BY_WORDS)
def _cases(version: str, selection, about: str, window: int, _page: Page) -> pd.DataFrame:
    if about == "encounters":
        return encounters(_page.view, window)
    wide = _with_answers(_page)
    if wide is _page:
        return claims(_page.view, _page.corpus.tables, window)
    fit, cases = set(_page.view["stance_id"]), cases_of(wide, about, window)
    kept = [not fit.isdisjoint((*case.rows, *case.denial_rows)) for case in row_by_row(cases)]
    return cases[kept].reset_index(drop=True)


def _with_answers(page: Page) -> Page:
    """The page over the stances that fit and those that answer them: of a claim and its denial a filter of acts leaves one."""
    wide = answers_too(page.selection)
    return page if wide == page.selection else replace(page, selection=wide, rows=chosen_rows(page.corpus, wide))


def choose_case(page: Page, about: str, cases: pd.DataFrame) -> pd.Series | None:
    """The list, and the one chosen in it or named by the URL, else the first; None where there is none."""
    if cases.empty:
        return None
    wanted = setting("case", ["", *cases["key"]], "")
    shown = cases.head(_MOST_LISTED)
    table = _encounter_table(page, shown) if about == "encounters" else _claim_table(page, shown)
    head_with_exports(page, "accounts", about, table=_leaving(page, about, shown, table))
    key = page.key(f"accounts_{about}", str(len(cases)))
    st.session_state["accounts_order"] = shown["key"].tolist()
    columns = {name: st.column_config.Column(page.texts(f"columns.{name}"), width={"title": "large", "sentence": "large"}.get(name))
               for name in table}
    st.dataframe(table, hide_index=True, key=key, on_select=partial(_picked, key), selection_mode="single-row",
                 height=min(38 + 35 * len(table), 248), alt=page.texts(f"accounts.{about}"),
                 column_config={**columns, "title": st.column_config.Column(page.texts(f"accounts.column_{about}"), width="large" if about == "encounters" else "medium")})
    note = page.texts("accounts.choose")
    if len(cases) > _MOST_LISTED:
        note += " " + page.texts("accounts.too_many", n=page.texts.formats.number(_MOST_LISTED))
    st.caption(note)
    return cases[cases["key"] == wanted].iloc[0] if wanted else cases.iloc[0]


def _picked(key: str) -> None:
    rows = st.session_state[key]["selection"]["rows"]
    if rows:
        put_setting("case", st.session_state["accounts_order"][rows[0]])


def _days(page: Page, case) -> str:
    return page.texts.formats.span(as_date(case.day_first), as_date(case.day_last)) or page.texts("evidence.undated")


def _leaving(page: Page, about: str, cases: pd.DataFrame, table: pd.DataFrame) -> pd.DataFrame:
    """The list as it is taken away: its days as they sort, and the month where there is only one."""
    months = [[f"{day:%Y-%m}" if day == day else "" for day in cases[name]] for name in ("day_first", "day_last")]
    days = {"month": [first if first == last else "" for first, last in zip(*months)], "first": cases["day_first"], "last": cases["day_last"]}
    labels = {name: page.texts(f"columns.{name}") for name in (*days, *table)} | {"title": page.texts(f"accounts.column_{about}")}
    return pd.DataFrame(days).join(table.drop(columns="day")).rename(columns=labels)


def _encounter_table(page: Page, cases: pd.DataFrame) -> pd.DataFrame:
    kinds = page.texts.section("encounters")
    return pd.DataFrame({
        "day": [_days(page, case) for case in row_by_row(cases)], "title": cases["label"],
        "people": cases["people"].map(", ".join), "kind": cases["kind"].map(kinds), "count": cases["stances"], "articles": cases["articles"],
        "sure": cases["uncertain"].map({True: page.texts("accounts.day_uncertain"), False: ""})})


def _claim_table(page: Page, cases: pd.DataFrame) -> pd.DataFrame:
    grounds = {"": "", **page.texts.section("accounts.ground_short")}
    return pd.DataFrame({
        "day": [_days(page, case) for case in row_by_row(cases)],
        "title": [claim_title(page, case) for case in row_by_row(cases)], "reporter": cases["teller_label"],
        "articles": cases["articles"], "denials": cases["denials"], "ground": cases["ground"].map(grounds), "sentence": cases["sentence"]})


def claim_title(page: Page, case) -> str:
    """A claim in a line of plain words: Russia accuses Ukraine; a denial without claim says that."""
    source, target = (spoken_name(node, label, page.texts.language) for node, label in (
        (case.source, case.source_label), (case.target, case.target_label)))
    target = target or page.texts("evidence.nobody")
    if not case.act:
        name = "denial_title" if source else "denial_of_nobody"
        return page.texts(f"accounts.{name}", denier=target, source=source)
    title = f"{source} {after(page.texts(f'acts.{case.act}'), target)}"
    return title[:1].upper() + title[1:]


def show_account(page: Page, about: str, case: pd.Series, window: int) -> None:
    """A column for each side: what one says and another denies, what several speak of, what only one says; then what is told else."""
    if about == "encounters":
        sides, title = _sides(page, case), case["label"]
        if len(sides) < 2:
            st.info(page.texts("accounts.two_sides"))
            return
        account = once(page, "encounter", (case["key"], *sides, str(window)),
                       lambda: encounter_account(page.view, page.corpus.tables, case, sides, window))
        names = [_side_name(page, side) for side in account.sides]
    else:
        title = claim_title(page, case)
        wide = _with_answers(page)
        account = once(wide, "claim", (case["key"], str(window)), lambda: claim_account(wide.view, page.corpus.tables, case))
        names = [page.texts("accounts.claim"), page.texts("accounts.denial")]
    groups = once(page, "texts of account", account.articles, lambda: text_groups(page.corpus.tables.articles, account.articles))
    head_with_files(page, f"{title}, {_days(page, case)}", "accounts", page.texts(f"accounts.account_{about}_help"),
                    partial(_file, page, account, names, groups))
    st.caption(_sources(page, account, groups, bool(about == "encounters" and case["uncertain"])))
    if about == "claims" and answers_too(page.selection) != page.selection:
        st.caption(page.texts("accounts.beyond"))
    said = _names_of_lines(page, account, names)
    _show_denials(page, account, said, groups)
    if about == "encounters":
        _show_common(page, account, said, groups)
    _show_alone(page, about, account, names, said, groups)
    if account.told:
        _section(page, "told", len(account.told))
        for line in account.told[:_MOST_LINES]:
            _show_line(page, "told", line, groups)


def _sides(page: Page, case: pd.Series) -> list[str]:
    """The parties to compare, in their order; of more than two the reader chooses, and sees those most spoken of at first."""
    parties = list(case["parties"])
    if len(parties) == 2:
        return parties
    usual = parties[:_SIDES_AT_FIRST]
    value = setting("sides", lambda given: set(given.split(_AND)) <= set(parties), _AND.join(usual))
    st.session_state["accounts_sides"] = value.split(_AND)
    chosen = st.multiselect(page.texts("accounts.sides"), parties, key="accounts_sides", on_change=_choose_sides, format_func=partial(_side_name, page),
                            help=page.texts("accounts.sides_help"), placeholder=page.texts("accounts.sides_choose"))
    return [party for party in parties if party in chosen]


def _choose_sides() -> None:
    put_setting("sides", _AND.join(st.session_state["accounts_sides"]))


def _names_of_lines(page: Page, account: Account, names: list[str]) -> dict[str, str]:
    """Line → the name above it: of its side; of a claim or denial that several parties tell, also of the party."""
    shown = {side: name for side, name in zip(account.sides, names)}
    if not set(account.sides) & {"claim", "denial"}:
        return {line.key: shown[line.side] for line in account.lines() if line.side in shown}
    found = {}
    for place, name in enumerate(names):
        lines = [*(pair[place] for pair in account.denied), *account.alone[place]]
        several = len({line.side for line in lines if line.side}) > 1
        found |= {line.key: f"{name} · {_side_name(page, line.side)}" if several and line.side else name for line in lines}
    return found


def _side_name(page: Page, side: str) -> str:
    return names_of(page.corpus.stock.rows(), "countries", [side]).get(side, side)


def _sources(page: Page, account: Account, groups: dict[str, str], uncertain: bool) -> str:
    count = page.texts.count
    texts = independent(account.articles, groups)
    said = page.texts("accounts.from", articles=count("accounts.articles", len(account.articles)),
                      texts=count("accounts.texts", texts))
    return f"{said} {page.texts('accounts.uncertain')}" if uncertain else said


def _section(page: Page, name: str, number: int) -> None:
    st.markdown(f"**{page.texts(f'accounts.{name}')}** ({page.texts.formats.number(number)})",
                help=page.texts(f"accounts.{name}_help"))


def _show_denials(page: Page, account: Account, said: dict[str, str], groups: dict[str, str]) -> None:
    """Each claim once, beside all that deny it on the same ground."""
    if account.denied:
        _section(page, "denied", len(account.denied))
    together: dict[tuple, list[Paired]] = {}
    for pair in account.denied[:_MOST_LINES]:
        together.setdefault((pair.left.key, pair.ground, pair.shared), []).append(pair)
    for pairs in together.values():
        _show_together(page, "denied", ([pairs[0].left], [pair.right for pair in pairs]), pairs[0], said, groups)


def _show_common(page: Page, account: Account, said: dict[str, str], groups: dict[str, str]) -> None:
    if account.both:
        _section(page, "both" if len(account.sides) == 2 else "several", len(account.both))
    for group in account.both[:_MOST_LINES]:
        _show_together(page, "both", [[line] for line in group.lines], group, said, groups)


def _show_together(page: Page, name: str, sides: Sequence[Sequence[Line]], found: Paired | Together, said: dict[str, str],
                   groups: dict[str, str]) -> None:
    """The lines of each side beside those of the others, with why they stand together above them."""
    words, place = ", ".join(sorted(found.shared)), "_".join((name, found.ground, *(line.key for lines in sides for line in lines)))
    st.caption(escape_markdown(page.texts(f"accounts.ground.{found.ground}", words=words)))
    for column, lines in zip(_columns(len(sides)), sides):
        with column:
            for line in lines:
                _show_line(page, place, line, groups, said[line.key])


def _columns(number: int) -> list:
    """A column for each side, three beside one another at most: two above two where there are four."""
    wide = 2 if number in (2, 4) else 3
    return [column for first in range(0, number, wide) for column in st.columns(wide, gap="medium")[:number - first]]


def _show_alone(page: Page, about: str, account: Account, names: list[str], said: dict[str, str], groups: dict[str, str]) -> None:
    """What one side says and no other says or denies, in these articles."""
    if about == "claims" and not any(account.alone):
        return
    st.markdown(f"**{page.texts(f'accounts.alone_{about}')}**", help=page.texts("accounts.alone_help"))
    silent = ("no_claim", "no_denial") if about == "claims" else ("silent",) * len(names)
    for column, lines, side, words in zip(_columns(len(names)), account.alone, names, silent):
        with column:
            for line in lines[:_MOST_LINES]:
                _show_line(page, "alone", line, groups, said[line.key])
            if not lines and not (about == "claims" and account.denied):
                st.caption(page.texts(f"accounts.{words}", side=escape_markdown(side)))


def _show_line(page: Page, place: str, line: Line, groups: dict[str, str], side: str = "") -> None:
    """One line: who says it, the sentence, on whose word, from how many texts, and the way to the article."""
    with st.container(border=True, gap="xsmall", key=f"sentence_account_{place}_{line.side}_{line.key}"):
        if side:
            st.caption(f"**{escape_markdown(side)}**")
        if line.stances:
            show_stances_of_sentence(page, list(line.stances))
        else:
            _show_statement(page, line)
        st.caption(_provenance(page, line, groups))
        at = {"at": line.stances[0].stance_id} if line.stances else {}
        with st.container(horizontal=True, vertical_alignment="center", gap="small"):
            st.page_link(PAGES["articles"], label=f":blue[{page.texts('evidence.open')}]", width="content",
                         query_params=link_query(page.selection, article=line.article_id, **at))
            st.caption(escape_markdown(line.title) or page.texts("evidence.untitled"), width="content")


def _show_statement(page: Page, line: Line) -> None:
    """Who says it, with which verb, and what: without the verb a reported clause is no sentence."""
    link = line.chain[-1]
    voice = page.texts(f"accounts.link_{link.voice}") if link.voice else ""
    if line.denies:
        st.markdown(f"**{escape_markdown(link.name)}** :orange-badge[{page.texts('acts.deny')}] · :gray[{voice}]")
        st.markdown(escape_markdown(line.text))
        return
    about = " · ".join(filter(None, (voice, line.verb)))
    st.markdown(f"**{escape_markdown(link.name)}** · {escape_markdown(about)}" if about else f"**{escape_markdown(link.name)}**")
    st.markdown(f"« {escape_markdown(line.text)} »" if link.voice == "direct" else f"… {escape_markdown(line.text)}")


def chain_text(page: Page, line: Line) -> str:
    """The chain of those on whose word a line stands, in plain words: Agence témoin › ministère (hearsay) › Rabat."""
    outlet, *speakers = line.chain
    steps = [outlet.name or page.texts("accounts.article")]
    steps += [f"{link.name} ({page.texts(f'accounts.link_{link.voice}')})" for link in speakers]
    return " › ".join(steps)


def _provenance(page: Page, line: Line, groups: dict[str, str]) -> str:
    texts = page.texts.count("accounts.texts", independent(line.articles, groups))
    return f"{escape_markdown(chain_text(page, line))} · {texts}"


def _file(page: Page, account: Account, names: list[str], groups: dict[str, str], kind: str) -> bytes:
    from analysis.exports import account_csv, account_xlsx
    from pages.parts.exports import footer_of

    chains = {line.key: chain_text(page, line) for line in account.lines()}
    if kind == "xlsx":
        return account_xlsx(account, names, groups, chains, footer_of(page), chart_words(page.texts))
    return account_csv(account, names, groups, chains, footer_of(page), french=page.texts.language == "fr")
