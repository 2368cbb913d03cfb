"""Accept, reject, edit, add, date, merge, split and undo in the pages, and where the log is kept."""
from dataclasses import replace
from datetime import date

import pytest
import streamlit as st

from analysis.corrections import append, as_bytes, log_file, making, read_log
from analysis.rereading import Reread
from analysis.rereading.records import READ
from pages.parts import data, ledger, redating
from tests.corrections import acts
from tests.corpus.batches import fill
from tests.tables_fixture import small_tables
from tests.pages.test_every_page import texts, url

TABLES = small_tables()
STANCES_OF_A4 = TABLES.stances.loc[TABLES.stances["article_id"] == "a4", "stance_id"].tolist()


@pytest.fixture
def log(corpus, tmp_path, monkeypatch):
    """The file in which the pages keep the log."""
    monkeypatch.setenv(ledger.VARIABLE, str(tmp_path / "mine"))
    return log_file(tmp_path / "mine")


@pytest.fixture
def at(log, open_app):
    """``at(stance, **query)`` → the reader at a stance, with the coder's name given."""
    def open_at(article: str, stance: str = "", **query):
        app = open_app("articles", article=article, **({"at": stance} if stance else {}), **query)
        return named(app)

    return open_at


def named(app, name: str = "Ada"):
    """The page with the coder's name given where it asks first."""
    [field, *_] = [each for each in app.text_input if each.key.startswith("coder_")]
    field.set_value(name).run()
    assert not app.exception
    return app


def widget(app, ending: str, kind: str):
    """The widget whose key ends so."""
    [found] = [each for each in app.get(kind) if str(each.key).endswith(ending)]
    return found


def lines(log):
    return read_log(log).corrections


def run(app):
    app.run()
    assert not app.exception, app.exception
    assert not app.error, [error.value for error in app.error]
    return app


def as_they_are(job):
    """Articles read again in which nothing changes."""
    keep_read(job, lambda read: read)


def keep_read(job, change):
    """Put by, one after the other, what is made of the articles that the job still has to read."""
    rows = {name: getattr(TABLES, name) for name in READ}
    for done, article in enumerate(job.articles["article_id"], 1):
        own = {name: table if name == "actors" else table[table["article_id"] == article] for name, table in rows.items()}
        job.keep([change(Reread(article, job.days[article], "v", {name: list(table.itertuples(index=False, name=None)) for name, table in own.items()}))])
        job.tell(done)


def as_it_will_be(job):
    """Articles read again in which every stance lies ahead."""
    keep_read(job, lambda read: replace(read, rows={**read.rows, "stances": [row[:12] + ("future",) + row[13:] for row in read.rows["stances"]]}))


def reread(app):
    """The page once the reading that the session began has ended."""
    while "redating_job" in app.session_state:
        app.session_state["redating_job"].thread.join()
        app.run()
    assert not app.exception, app.exception
    return app


def date_a4(app, days: str = "2024-05"):
    """The page after article a4 was dated."""
    widget(app, "date_one_0_days", "text_input").set_value(days)
    widget(app, "date_one_0_save", "button").click()
    return reread(run(app))


def test_nothing_can_be_corrected_without_a_name(log, open_app):
    app = open_app("articles", article="a2", at="s14")
    assert app.button(key="accept_s14").disabled and app.button(key="reject_s14").disabled


def test_a_stance_is_accepted_and_sure(at, log):
    app = at("a2", "s14")
    app.button(key="accept_s14").click()
    run(app)
    [line] = lines(log)
    assert (line.what, line.coder, line.stance.stance_id) == ("accept", "Ada", "s14")
    assert "accepted" in texts(app)
    assert not [field for field in app.text_input if field.key.startswith("coder_")]


def test_what_was_decided_stands_in_view_in_the_table_as_soon_as_there_is_any(at, log, open_app):
    def order() -> list[str]:
        return list(open_app("stances").dataframe[0].proto.column_order)

    assert order()[-1] == "review"
    app = at("a1", "s01")
    app.button(key="accept_s01").click()
    run(app)
    assert order()[order().index("target") + 1] == "review" and len(order()) == len(set(order()))


def test_a_rejected_stance_leaves_every_chart_until_it_is_asked_for(at, log):
    app = at("a2", "s14")
    app.button(key="reject_s14").click()
    run(app)
    assert "rejected" in texts(app) and "All 24 stances" in texts(app)
    app.switch_page("pages/5_Stances.py")
    assert len(run(app).dataframe[0].value) == 24
    app.selectbox(key="filter_reviewed").set_value("reviewed")
    assert "No stance fits the filter" in texts(run(app))
    app.selectbox(key="filter_reviewed").set_value("all")
    assert len(run(app).dataframe[0].value) == 25
    assert url(app)["reviewed"] == ["all"]


def test_what_was_kept_is_said_where_it_was_and_taken_back_there(at, log):
    app = at("a2", "s14")
    app.button(key="reject_s14").click()
    assert "Kept in the log: Rejected." in texts(run(app)) and "All 24 stances" in texts(app)
    assert "Kept in the log" in texts(run(app))
    [line] = lines(log)
    app.button(key=f"kept_undo_{line.id}").click()
    assert "Undone." in texts(run(app)) and "All 25 stances" in texts(app) and len(lines(log)) == 2
    app.switch_page("pages/5_Stances.py")
    assert "Undone." not in texts(run(app))


def test_an_edit_changes_the_stance_and_says_what_was(at, log):
    app = at("a2", "s14")
    widget(app, "fix_s14_0_act", "selectbox").set_value("accuse")
    widget(app, "fix_s14_0_target_id", "selectbox").set_value("FRA")
    widget(app, "fix_s14_0_days", "text_input").set_value("2024-03")
    widget(app, "fix_s14_0_note", "text_input").set_value("relu *deux* fois")
    widget(app, "fix_s14_0_save", "button").click()
    run(app)
    [line] = lines(log)
    assert set(line.values["changed"]) == {"act", "target_id", "polarity", "first_day", "last_day"}
    assert (line.values["last_day"], line.note) == ("2024-03-31", "relu *deux* fois")
    assert "accuses" in texts(app) and "edited" in texts(app)
    app.switch_page("pages/7_Corrections.py")
    said = texts(run(app))
    assert "supports → accuses" in said and "Youri Belkine → France" in said and "*deux*" not in said


@pytest.mark.parametrize("days", ["lundi", "2024-13", "2024-05-09 .. 2024-05-01"])
def test_days_that_cannot_be_read_are_said(at, log, days):
    app = at("a2", "s14")
    widget(app, "fix_s14_0_days", "text_input").set_value(days)
    widget(app, "fix_s14_0_save", "button").click().run()
    assert not app.exception and len(app.error) == 1 and lines(log) == ()


def test_an_edit_that_changes_nothing_is_said(at, log):
    app = at("a2", "s14")
    widget(app, "fix_s14_0_save", "button").click().run()
    assert "changes at least one" in app.error[0].value and lines(log) == ()


def test_a_missed_stance_is_added_with_an_actor_nobody_knew(at, log):
    app = at("a4")
    sentence = widget(app, "_sentence", "selectbox")
    sentence.set_value(next(span for span in sentence.options if "reçu" in span))
    widget(app, "_words", "text_input").set_value("une délégation de l'ONU")
    widget(app, "add_a4_0_source_id", "selectbox").set_value("CHN")
    widget(app, "add_a4_0_act", "selectbox").set_value("praise")
    widget(app, "add_a4_0_save", "button").click()
    run(app)
    [line] = lines(log)
    text = acts.article(TABLES, "a4").text
    assert text[line.stance.start:line.stance.end] == line.values["cue"] == "une délégation de l'ONU"
    assert line.stance.sentence == "Pékin a reçu une délégation de l'ONU."
    assert "All 26 stances" in texts(app)


def test_an_addition_without_a_sentence_is_said(at, log):
    app = at("a4")
    widget(app, "add_a4_0_save", "button").click().run()
    assert "choose the sentence" in app.error[0].value and lines(log) == ()


def test_the_date_of_an_article_dates_its_stances(at, log, monkeypatch):
    monkeypatch.setattr(redating, "read_anew", as_they_are)
    app = date_a4(at("a4"))
    assert "read again as of that day" in app.success[0].value and "0 stances are others" in app.success[0].value
    [line] = lines(log)
    assert line.values == {"first": "2024-05-01", "last": "2024-05-31", "precision": "month"}
    assert "May 2024" in texts(app)
    app.switch_page("pages/7_Corrections.py")
    app = run(app)
    app.button(key=f"undo_{line.id}").click()
    app.switch_page("pages/6_Articles.py")
    assert "May 2024" not in texts(run(app)) and len(lines(log)) == 2


def test_what_depends_on_the_date_is_read_again_and_an_undo_brings_it_back(at, log, monkeypatch):
    monkeypatch.setattr(redating, "read_anew", as_it_will_be)
    append(log, acts.accept(TABLES, STANCES_OF_A4[0]))
    app = at("a4")
    assert "future" not in modalities(app)
    widget(app, "date_one_1_days", "text_input").set_value("2024-05-06")
    widget(app, "date_one_1_save", "button").click()
    app = reread(run(app))
    assert set(modalities(app)) == {"future"} and f"{len(STANCES_OF_A4)} stances are others now" in app.success[0].value
    app.switch_page("pages/7_Corrections.py")
    assert "reads the sentence otherwise" in texts(run(app))
    app.button(key=f"undo_{lines(log)[-1].id}").click()
    app.switch_page("pages/6_Articles.py")
    assert "future" not in modalities(run(app))


def test_a_date_set_before_is_not_read_again(at, log, monkeypatch):
    monkeypatch.setattr(redating, "read_anew", as_they_are)
    app = date_a4(at("a4"))
    append(log, making.undo("Ada", lines(log)[0].id))
    monkeypatch.setattr(redating, "read_anew", lambda job: pytest.fail("read again"))
    run(app)
    widget(app, "date_one_2_days", "text_input").set_value("2024-05")
    widget(app, "date_one_2_save", "button").click()
    assert "May 2024" in texts(run(app)) and len(lines(log)) == 3


@pytest.mark.parametrize("way", ["fails", "is ended"])
def test_no_date_is_set_where_the_reading_fails_or_is_ended(at, log, monkeypatch, way):
    def read(job):
        job.wanted = way == "fails"
        job.tell(1)
        raise ValueError("a.txt: its *analysis* failed")

    monkeypatch.setattr(redating, "read_anew", read)
    app = date_a4_in_trouble(at("a4"))
    assert ("analysis" in app.error[0].value) if way == "fails" else ("no date was set" in app.info[0].value)
    assert lines(log) == () and not (log.parent / "redated").exists()
    assert not run(app).info


@pytest.mark.parametrize("session", [False, True])
def test_a_reading_that_was_ended_goes_on_where_it_stopped(session, corpus, open_app, monkeypatch, request):
    read = []

    def ended_after_one(job):
        read.append(job.articles["article_id"].tolist())
        job.wanted = len(read) > 1
        as_it_will_be(job)

    line = acts.set_dates(TABLES, "a2", "a4", first=date(2024, 5, 6))
    monkeypatch.setattr(redating, "read_anew", ended_after_one)
    if not session:
        append(request.getfixturevalue("log"), line)
    app = open_app("articles", article="a4")
    if session:
        app.session_state["corrections_session"] = as_bytes([line])
    app = named(app.run())
    app.button(key="redating_begin").click()
    app = reread(app.run())
    assert "1 of 2 articles are read" in app.info[0].value and "future" not in modalities(app)
    app.button(key="redating_go_on").click()
    app = reread(app.run())
    assert read == [["a2", "a4"], ["a4"]]
    assert "The date of 2 articles is set" in app.success[0].value and set(modalities(app)) == {"future"}
    assert not [button for button in run(app).button if button.key in ("redating_begin", "redating_go_on")]


def date_a4_in_trouble(app):
    widget(app, "date_one_0_days", "text_input").set_value("2024-05")
    widget(app, "date_one_0_save", "button").click()
    return reread(app.run())


def test_a_log_from_elsewhere_offers_to_read_its_dated_articles_again(at, log, monkeypatch):
    monkeypatch.setattr(redating, "read_anew", as_it_will_be)
    append(log, acts.set_dates(TABLES, "a4", first=date(2024, 5, 6)))
    app = at("a4")
    assert "1 article has a date that was set" in texts(app) and "future" not in modalities(app)
    app.button(key="redating_begin").click()
    app = reread(run(app))
    assert set(modalities(app)) == {"future"} and len(lines(log)) == 1
    assert "was not yet read again" not in texts(run(app))


def test_in_a_session_of_its_own_the_rows_are_the_sessions_too(corpus, open_app, monkeypatch):
    monkeypatch.setattr(redating, "read_anew", as_it_will_be)
    app = date_a4(named(open_app("articles", article="a4")), "2024-05-06")
    assert set(modalities(app)) == {"future"}
    other = open_app("articles", article="a4")
    assert "future" not in modalities(other)


def modalities(app) -> list[str]:
    """Of the stances of a4, as the corpus that the page shows has them."""
    reading = data.current_reading(True)
    kept = {name: app.session_state[name] for name in ("corrections_session", "articles_reread") if name in app.session_state}
    log = read_log(ledger.log_place()) if ledger.log_place() else ledger.parse_log(kept.get("corrections_session", b""))
    shelf = ledger.shelf() if ledger.log_place() else ledger.MemoryShelf(kept.get("articles_reread", {}))
    return list(data.corpus_of(reading, "en", log, shelf).stock.article("a4").stances["modality"])


def test_lines_are_undone_one_by_one_and_an_undo_can_be_undone(log, open_app):
    first, second = acts.reject(TABLES, "s01"), acts.reject(TABLES, "s02", "Bo")
    append(log, first, second)
    app = open_app("corrections")
    assert "All 23 stances" in texts(app)
    named(app)
    app.button(key=f"undo_{first.id}").click()
    assert "All 24 stances" in texts(run(app))
    app.button(key=f"undo_{lines(log)[-1].id}").click()
    assert "All 23 stances" in texts(run(app))


def test_what_no_longer_fits_is_shown(log, open_app, corpus):
    append(log, acts.accept(TABLES, "s14"))
    with log.open("ab") as file:
        file.write(b'{"what":"acc')
    corpus(tables=small_tables().__class__(**{**vars(TABLES), "stances": TABLES.stances[TABLES.stances["stance_id"] != "s14"]}), rejected=())
    app = open_app("corrections")
    assert "finds nothing there" in texts(app) and "Line 2 of the log" in texts(app)


def test_actors_are_corrected_merged_and_told_apart(log, open_app):
    app = open_app("corrections", part="actors")
    app.selectbox(key="recast_actor").set_value("helene-marchais").run()
    named(app)
    widget(app, "describe_helene-marchais_0_role", "text_input").set_value("Première ministre")
    widget(app, "_save", "button").click()
    run(app)
    app.button_group(key="choice_recast").set_value("merge")
    run(app)
    widget(app, "_others", "multiselect").set_value(["aloys-verne"])
    widget(app, "_save", "button").click()
    run(app)
    app.button_group(key="choice_recast").set_value("split")
    run(app)
    widget(app, "_articles", "multiselect").set_value(["a3"])
    widget(app, "split_helene-marchais_2_name", "text_input").set_value("Anne Marchais")
    widget(app, "_save", "button").click()
    run(app)
    assert [line.what for line in lines(log)] == ["actor", "merge", "split"]
    assert lines(log)[0].values == {"role": "Première ministre"}
    assert lines(log)[2].values["actor"]["actor_id"] == "anne-marchais"
    app.switch_page("pages/5_Stances.py")
    people = run(app).multiselect(key="filter_people").options
    assert any("Anne Marchais" in person for person in people) and not any("Verne" in person for person in people)
    assert any("Première ministre" in person for person in people)


def test_a_term_needs_its_source(log, open_app):
    app = open_app("corrections", part="actors")
    app.selectbox(key="recast_actor").set_value("nadia-el-fassi").run()
    named(app)
    widget(app, "_office_id", "selectbox").set_value("ministre-defense")
    widget(app, "_start", "text_input").set_value("2024-05")
    widget(app, "_gender", "selectbox").set_value("f")
    widget(app, "_save", "button").click().run()
    assert "source" in app.error[0].value
    widget(app, "_source", "text_input").set_value("communiqué du 2 mai 2024")
    widget(app, "_save", "button").click()
    run(app)
    assert lines(log)[0].values["term"]["country"] == "MAR"


def test_two_coders_and_the_files(log, open_app):
    ids = list(TABLES.stances["stance_id"])[:22]
    append(log, *(acts.accept(TABLES, key, coder) for coder in ("Ada", "Bo") for key in ids[:21]), acts.reject(TABLES, "s22", "Ada"), acts.accept(TABLES, "s22", "Bo"))
    table = open_app("corrections", part="agreement").dataframe[0].value
    assert list(table["coders"]) == ["Ada · Bo"] and list(table["units"]) == [22] and table["act"][0].startswith("0.9")
    few = open_app("corrections", part="files")
    assert {button.key for button in few.get("download_button")} == {"corrections_log", "corrections_annotations", "corrections_holders"}


def test_articles_give_no_place_for_a_log(open_app, monkeypatch, tmp_path):
    monkeypatch.delenv(ledger.VARIABLE, raising=False)
    app = open_app("articles", article="a2", at="s14")
    named(app)
    app.button(key="accept_s14").click()
    run(app)
    app.switch_page("pages/7_Corrections.py")
    app = run(app)
    assert "this browser session only" in texts(app) and "Accepted" in texts(app)
    assert "accepted" not in texts(open_app("articles", article="a2", at="s14"))  # another session
    folder = data.corpus_folder()
    monkeypatch.setenv(ledger.VARIABLE, str(folder / "log"))  # among the articles: would be read as one
    assert ledger.log_place() is None and not (folder / "log").exists()


def test_a_corpus_keeps_its_own_log(tmp_path, monkeypatch):
    fill(tmp_path / "corpus", "a1")
    monkeypatch.delenv(ledger.VARIABLE, raising=False)
    monkeypatch.setenv("HOMOLOGUE_CORPUS", str(tmp_path / "corpus"))
    assert ledger.log_place() == log_file(tmp_path / "corpus")


def test_a_log_that_cannot_be_written_is_said(at, log, monkeypatch):
    def full(*given):
        raise OSError("no space left")

    app = at("a2", "s14")
    monkeypatch.setattr(ledger, "append", full)
    app.button(key="accept_s14").click().run()
    assert "no space left" in app.error[0].value
