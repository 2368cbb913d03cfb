"""The log as a page: where it is kept, what counts, what no longer fits, each line with its undo; agreement and files."""
import pandas as pd
import streamlit as st

from analysis.corrections import Correction, Overlay, Unfit, counted, making
from analysis.corrections.agreement import FEWEST, agreements
from analysis.views import Selection
from pages.parts import ledger
from pages.parts.access import may
from pages.parts.correcting import ask_coder
from pages.parts.data import corpus_folder
from pages.parts.escaping import escape_markdown
from pages.parts.layout import PAGES, Page
from pages.parts.state import link_query

_PER_STEP = 20
_SHOWN = "corrections_shown"


def show_place(page: Page) -> None:
    """Where the log is kept; where that is this session only, how to keep it as a file and go on with one."""
    place, texts = ledger.log_place(), page.texts
    if not may("correct"):
        st.caption(texts("access.no_correct"))
        return
    if place is not None:
        st.caption(texts("corrections.place", file=escape_markdown(str(place))))
        return
    st.info(texts("corrections.session", variable=ledger.VARIABLE, folder=escape_markdown(str(corpus_folder()))))
    with st.popover(texts("corrections.go_on"), width="content"):
        file = st.file_uploader(texts("corrections.take_up"), type=["jsonl"], key="corrections_file")
        st.button(texts("corrections.take_up_button"), key="corrections_take_up", disabled=file is None,
                  on_click=lambda: ledger.take_up(file.getvalue()))


def show_counts(page: Page) -> None:
    """How many lines count, were undone or no longer fit, and how much of the corpus was reviewed."""
    log, texts, number = ledger.current_log(), page.texts, page.texts.formats.number
    counts = counted(log.corrections, page.corpus.overlay)
    stock = page.corpus.stock
    every = len(stock.rows(Selection(reviewed="all")))
    reviewed = len(stock.rows(Selection(reviewed="reviewed"))) + every - len(stock.rows())
    with st.container(horizontal=True, gap="medium", key="numbers"):
        for name in ("in_force", "undone", "unfit"):
            st.metric(texts(f"corrections.{name}"), number(int(counts[name].sum())), width="content",
                      help=texts(f"corrections.{name}_help"))
        st.metric(texts("corrections.reviewed"), number(reviewed), width="content", delta=texts("numbers.of", n=number(every)),
                  delta_color="off", delta_arrow="off", help=texts("corrections.reviewed_help"))
    for line, reason in log.faults:
        st.warning(texts("corrections.fault", line=number(line), reason=escape_markdown(reason)))


def show_unfit(page: Page) -> None:
    """The corrections that no longer fit, each with why."""
    unfit = page.corpus.overlay.unfit
    if ledger.current_log().corrections:
        ask_coder(page, "log")
    if not unfit:
        return
    st.subheader(page.texts("corrections.no_longer"), anchor=False, help=page.texts("corrections.no_longer_help"))
    known = bool(ledger.coder()) and may("correct")
    for number, each in enumerate(unfit[:_PER_STEP]):
        with st.container(border=True, gap="xsmall", key=f"unfit_{number}_{each.correction.id}"):
            st.markdown(f"**{page.texts(f'whys.{each.why}')}**" + (f" {page.texts('corrections.partly')}" if each.partly else ""))
            _show_line(page, each.correction, known, each, "undo_unfit")


def show_log(page: Page) -> None:
    """Every line, the newest first, with what it changed and the button that takes it back."""
    lines, known = ledger.current_log().corrections[::-1], bool(ledger.coder()) and may("correct")
    if not lines:
        st.caption(page.texts("corrections.none" if may("correct") else "corrections.none_here"))
        return
    whole = {each.correction.id: each for each in page.corpus.overlay.unfit}
    shown = st.session_state.setdefault(_SHOWN, _PER_STEP)
    for line in lines[:shown]:
        with st.container(border=True, gap="xsmall", key=f"line_{line.id}"):
            _show_line(page, line, known, whole.get(line.id), "undo")
    if len(lines) > shown:
        st.button(page.texts.count("corrections.more", min(_PER_STEP, len(lines) - shown)), key="corrections_more", on_click=_more)


def show_agreement(page: Page) -> None:
    """Krippendorff's alpha of each two coders over what both judged, silent where that is too little."""
    found, texts = agreements(ledger.current_log().corrections), page.texts
    st.caption(texts("agreement.about", fewest=FEWEST))
    if not found:
        st.info(texts("agreement.none"))
        return

    def said(value: float | None, few: bool) -> str:
        return texts("agreement.few") if few else texts("agreement.same") if value is None else texts.formats.number(value, decimals=2)

    table = pd.DataFrame([{
        "coders": " · ".join(each.coders), "articles": each.articles, "units": each.units, "act": said(each.act, each.too_few),
        "sign": said(each.sign, each.too_few), "differing": len(each.differing)} for each in found])
    st.dataframe(table, hide_index=True, alt=texts("agreement.about", fewest=FEWEST),
                 column_config={name: st.column_config.Column(texts(f"agreement.{name}")) for name in table})


def show_files(page: Page) -> None:
    """The log, the reviewed articles and the corrected offices as files."""
    texts, log = page.texts, ledger.current_log()
    st.caption(texts("corrections.files_about"))
    with st.container(horizontal=True):
        for name, ending, mime, make in (("log", "jsonl", "application/jsonl", lambda: _log_file(log.corrections)),
                                         ("annotations", "zip", "application/zip", lambda: _annotations(page)),
                                         ("holders", "csv", "text/csv", lambda: _holders(log.corrections, page.corpus.overlay))):
            st.download_button(texts(f"corrections.file_{name}"), make, file_name=f"homologue-{name}.{ending}", mime=mime,
                               key=f"corrections_{name}", on_click="ignore", help=texts(f"corrections.file_{name}_help"))


def _show_line(page: Page, line: Correction, known: bool, unfit: Unfit | None, place: str) -> None:
    """One line; ``place`` begins the key of its button, since a line that no longer fits is shown twice."""
    texts, undone = page.texts, line.id in page.corpus.overlay.undone
    state = "undone" if undone else "unfit" if unfit and not unfit.partly else "in_force"
    with st.container(horizontal=True, vertical_alignment="center", gap="small"):
        st.markdown(f"**{texts(f'kinds_of_correction.{line.what}')}** · {escape_markdown(line.coder)} · "
                    f":gray[{_moment(line.time)}] · {texts(f'corrections.state_{state}')}", width="content")
        if line.articles and unfit is None:
            more = {"at": line.stance.stance_id} if line.stance else {}
            st.page_link(PAGES["articles"], label=f":blue[{texts('evidence.open')}]", width="content",
                         query_params=link_query(page.selection, article=line.articles[0].article_id, **more))
        if not undone:
            st.button(texts("corrections.undo"), key=f"{place}_{line.id}", disabled=not known, on_click=_undo, args=(line.id,),
                      type="tertiary")
    for words in _what(page, line):
        st.markdown(words)
    if line.stance:
        st.caption(escape_markdown(line.stance.sentence[:600]))
    if line.note:
        st.caption(texts("corrections.note", note=escape_markdown(line.note)))


def _what(page: Page, line: Correction) -> list[str]:
    """What a line says, as lines of safe Markdown."""
    texts, values, labelled = page.texts, line.values, page.texts.formats.labelled
    if line.what == "undo":
        earlier = [other for other in ledger.current_log().corrections if other.id == values["undoes"]]
        return [labelled(f"{texts(f'kinds_of_correction.{other.what}')} · {escape_markdown(other.coder)}", " · ".join(_what(page, other)))
                for other in earlier if other.what != "undo"]
    if line.what == "edit":
        changes = [texts("corrections.change", field=texts(f"correcting.{_FIELD_TEXTS.get(name, name)}"), before=_said(page, name, line.stance.old.get(name, "")),
                         after=_said(page, name, values[name])) for name in values["changed"]]
        return [_stance(page, line.stance.old), *changes]
    if line.stance:
        return [_stance(page, values)]
    if line.what == "date":
        titles = ", ".join(escape_markdown(each.title or each.path) for each in line.articles[:3])
        more = f" … (+{len(line.articles) - 3})" if len(line.articles) > 3 else ""
        days = " – ".join(dict.fromkeys(filter(None, (values["first"], values["last"])))) or texts("evidence.undated")
        return [labelled(titles + more, escape_markdown(days))]
    names = ", ".join(escape_markdown(each.old.get("name") or each.actor_id) for each in line.actors)
    if line.what == "actor":
        term = values.get("term", {})
        said = [labelled(name, value) for name, value in values.items() if name != "term" and value]
        said += [" ".join(filter(None, (term["office_id"], term["country"], f"{term['start']} – {term.get('end', '')}")))] if term else []
        return [labelled(names, escape_markdown("; ".join(said)))]
    other = values["into"] if line.what == "merge" else values["actor"]["name"] or values["actor"]["actor_id"]
    return [f"{names} → {_name(page, other)}"]


_FIELD_TEXTS = {"polarity": "sign", "first_day": "days", "last_day": "days"}


def _said(page: Page, name: str, value: object) -> str:
    """A value of a stance in words, safe in Markdown."""
    texts = page.texts
    section = {"act": "acts", "voice": "voices", "modality": "modalities"}.get(name)
    if section:
        return texts(f"{section}.{value}")
    if name == "negated":
        return texts("corrections.yes" if value else "corrections.no")
    return _name(page, str(value)) if name.endswith("_id") else escape_markdown(str(value)) or "–"


def _stance(page: Page, values: dict) -> str:
    act = page.texts(f"acts.{values['act']}")
    act = page.texts("evidence.negated", act=act) if values["negated"] else act
    return f"{_name(page, values['source_id'])} · {escape_markdown(act)} · {_name(page, values['target_id'])}"


def _name(page: Page, actor_id: str) -> str:
    """An actor's name, safe in Markdown; the id where nobody has it any more."""
    actors = page.corpus.stock.actors
    found = actors["name"][actors["actor_id"] == actor_id]
    return escape_markdown(found.iloc[0] if len(found) and found.iloc[0] else actor_id) or page.texts("evidence.nobody")


def _moment(time: str) -> str:
    """When, to the minute."""
    return escape_markdown(f"{time[:16].replace('T', ' ')} UTC")


def _undo(correction_id: str) -> None:
    ledger.keep(lambda: [making.undo(ledger.coder(), correction_id)])


def _more() -> None:
    st.session_state[_SHOWN] += _PER_STEP


def _log_file(corrections: tuple[Correction, ...]) -> bytes:
    from analysis.corrections import as_bytes

    return as_bytes(corrections)


def _annotations(page: Page) -> bytes:
    from analysis.corrections.annotations import annotations, zipped

    reviewed = page.corpus.overlay.stances["article_id"].unique()
    return zipped(annotations(page.corpus.stock.whole_articles(reviewed)))


def _holders(corrections: tuple[Correction, ...], overlay: Overlay) -> bytes:
    from analysis.corrections.holders import holder_rows, holders_csv

    return holders_csv(holder_rows(corrections, overlay))
