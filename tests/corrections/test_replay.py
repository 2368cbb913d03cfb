"""What each kind of correction does to the tables, and that an undo leaves nothing of it behind."""
from dataclasses import replace
from datetime import date

import pandas as pd
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from analysis.corrections import lay_over, making, replay
from analysis.corrections.records import as_line, from_line
from analysis.corrections.replay import needed, part_of
from tests.corrections import acts
from tests.tables_fixture import small_tables

TABLES = small_tables()


def after(*corrections, tables=TABLES):
    overlay = replay(corrections, tables)
    assert not overlay.unfit, overlay.unfit
    return lay_over(tables, overlay)


def test_no_corrections_change_nothing():
    assert lay_over(TABLES, replay((), TABLES)) is TABLES


def test_an_accepted_stance_is_sure():
    row = acts.stance(after(acts.accept(TABLES, "s14")), "s14")
    assert (row.review, row.confidence) == ("accepted", 1.0)


def test_a_rejected_stance_stays_and_says_so():
    tables = after(acts.reject(TABLES, "s14"))
    assert acts.stance(tables, "s14").review == "rejected"
    assert len(tables.stances) == 25 and list(tables.stances["stance_id"]) == list(TABLES.stances["stance_id"])


def test_an_edit_changes_what_follows_from_it():
    row = acts.stance(after(acts.edit(TABLES, "s14", act="accuse", target_id="FRA", first_day="2024-03-09", last_day="2024-03-09")), "s14")
    assert (row.act, row.polarity, row.plover, row.cameo, row.target_id) == ("accuse", -1, "ACCUSE", "11", "FRA")
    assert (row.review, row.last_day) == ("edited", pd.Timestamp("2024-03-09"))


def test_a_sign_can_be_edited_alone():
    assert acts.stance(after(acts.edit(TABLES, "s15", polarity=-1)), "s15").polarity == -1


def test_a_missed_stance_is_added_at_the_end_with_its_actors():
    line = acts.add(TABLES, "a4", "Pékin a reçu une délégation de l'ONU.", source_id="CHN", target_id="JPN", act="praise")
    tables = after(line)
    row = tables.stances.iloc[-1]
    assert (row["review"], row["act"], row["target_id"], row["cue"]) == ("added", "praise", "JPN", "Pékin a reçu une délégation de l'ONU.")
    assert acts.actor(tables, "JPN").name == "Japon"


def test_what_the_analysis_finds_later_is_not_counted_twice():
    line = acts.add(TABLES, "a3", "Alger a convoqué l'ambassadeur de France.", source_id="DZA", target_id="FRA", act="protest")
    tables = after(line)
    assert len(tables.stances) == 25 and acts.stance(tables, "s19").review == "added"
    edited = acts.edit(tables, "s19", act="warn")
    assert acts.stance(after(line, replace(edited, stance=line.stance)), "s19").act == "warn"


def test_one_date_for_many_articles():
    articles = after(acts.set_dates(TABLES, "a3", "a4", first=date(2024, 4, 2))).articles.set_index("article_id")
    assert set(articles.loc[["a3", "a4"], "published_last"]) == {pd.Timestamp("2024-04-02")}
    assert articles.loc["a1", "published_first"] == pd.Timestamp("2024-03-04")
    unknown = after(acts.set_dates(TABLES, "a1")).articles.set_index("article_id")
    assert pd.isna(unknown.loc["a1", "published_first"])


def test_merged_actors_are_one_everywhere():
    tables = after(acts.merge(TABLES, "DZA", "DZA-ministere-affaires-etrangeres"))
    ends = tables.stances[["source_id", "target_id", "reporter_id"]]
    assert not (ends == "DZA-ministere-affaires-etrangeres").any().any()
    assert acts.stance(tables, "s07").reporter_id == "DZA" and acts.stance(tables, "s07").review == ""
    assert "ministère algérien" in acts.actor(tables, "DZA").aliases
    assert "DZA-ministere-affaires-etrangeres" not in set(tables.actors["actor_id"])


def test_a_split_holds_in_its_articles_only():
    tables = after(acts.split(TABLES, "helene-marchais", ("a3",), actor_id="anne-marchais", name="Anne Marchais", kind="person", country="FRA"))
    assert acts.stance(tables, "s20").target_id == "anne-marchais" and acts.stance(tables, "s12").source_id == "helene-marchais"
    assert acts.actor(tables, "anne-marchais").name == "Anne Marchais"


def test_lines_count_in_their_order():
    merged = acts.merge(TABLES, "RUS", "youri-belkine")
    tables = after(acts.edit(TABLES, "s12", target_id="youri-belkine"), merged, acts.edit(TABLES, "s20", source_id="youri-belkine"))
    assert acts.stance(tables, "s12").target_id == "RUS" and acts.stance(tables, "s20").source_id == "youri-belkine"


def test_an_office_is_corrected():
    line = making.correct_actor("Ada", acts.actor(TABLES, "nadia-el-fassi"), {"role": "ministre de la Justice", "name": "Nadia El Fassi"})
    assert line.values == {"role": "ministre de la Justice"}
    assert acts.actor(after(line), "nadia-el-fassi").role == "ministre de la Justice"


def test_an_undo_can_be_undone():
    line = acts.reject(TABLES, "s01")
    back = making.undo("Bo", line.id)
    assert "review" not in after(line, back).stances
    assert acts.stance(after(line, back, making.undo("Bo", back.id)), "s01").review == "rejected"


def changed(tables, **cells):
    """The tables with other cells in stance s14."""
    stances = tables.stances.copy()
    there = stances["stance_id"] == "s14"
    for name, value in cells.items():
        stances.loc[there, name] = value
    return replace(tables, stances=stances)


@pytest.mark.parametrize(("tables", "why"), [
    (changed(TABLES, voice="direct"), "stance changed"),
    (changed(TABLES, stance_id="x14", act="praise"), "stance changed"),
    (replace(TABLES, stances=TABLES.stances[TABLES.stances["article_id"] != "a2"]), "stance gone"),
    (replace(TABLES, articles=TABLES.articles.assign(text=TABLES.articles["text"] + " Fin.")), "text changed"),
    (replace(TABLES, articles=TABLES.articles.assign(article_id="z" + TABLES.articles["article_id"])), "text changed"),
    (replace(TABLES, articles=TABLES.articles.head(1)), "article gone"),
])
def test_what_a_correction_hangs_on_has_changed(tables, why):
    for make in (acts.accept, acts.reject, lambda *given: acts.edit(*given, act="warn")):
        overlay = replay((make(TABLES, "s14"),), tables)
        assert [each.why for each in overlay.unfit] == [why]
        assert lay_over(tables, overlay) is tables


def test_a_stance_that_only_moved_is_the_same():
    tables = changed(TABLES, stance_id="x14", start=3, end=9)
    assert acts.stance(after(acts.reject(TABLES, "s14"), tables=tables), "x14").review == "rejected"


def test_what_stands_on_an_undone_line_is_reported():
    first = acts.edit(TABLES, "s14", source_id="RUS")
    seen = acts.stance(after(first), "s14")
    overlay = replay((first, acts.accept(TABLES, "s14", "Bo", seen), making.undo("Ada", first.id)), TABLES)
    assert [each.why for each in overlay.unfit] == ["seen changed"]
    added = acts.add(TABLES, "a4", "Pékin a reçu une délégation de l'ONU.", source_id="CHN", act="praise")
    row = after(added).stances.iloc[-1]
    accepted = making.accept("Bo", acts.article(TABLES, "a4"), row, row)
    assert [each.why for each in replay((added, accepted, making.undo("Ada", added.id)), TABLES).unfit] == ["addition undone"]


def test_actors_that_are_gone_or_changed_are_reported():
    merged = acts.merge(TABLES, "DZA", "DZA-ministere-affaires-etrangeres", "aloys-verne")
    fewer = replace(TABLES, actors=TABLES.actors[TABLES.actors["actor_id"] != "aloys-verne"])
    overlay = replay((merged,), fewer)
    assert [(each.why, each.partly) for each in overlay.unfit] == [("actor gone", True)] and overlay.gone
    office = making.correct_actor("Ada", acts.actor(TABLES, "nadia-el-fassi"), {"role": "ministre de la Justice"})
    other = replace(TABLES, actors=TABLES.actors.assign(role="ambassadrice"))
    assert [each.why for each in replay((office,), other).unfit] == ["actor changed"]
    assert [each.why for each in replay((making.undo("Ada", "none"),), TABLES).unfit] == ["nothing to undo"]


IDS = list(TABLES.stances["stance_id"])
ACTORS = list(TABLES.actors["actor_id"])
ARTICLES = list(TABLES.articles["article_id"])


@st.composite
def logs(draw):
    """A log of any acts of two coders, each on what the lines before it left, and undos of any line."""
    lines: list = []
    for _ in range(draw(st.integers(0, 6))):
        seen = lay_over(TABLES, replay(lines, TABLES))
        kind = draw(st.sampled_from(["accept", "reject", "edit", "add", "date", "merge", "split", "actor", "undo"]))
        lines += filter(None, [drawn(draw, kind, seen, lines)])
    return lines


def drawn(draw, kind, seen, lines):
    coder = draw(st.sampled_from(["Ada", "Bo"]))
    one, other = draw(st.sampled_from(ACTORS)), draw(st.sampled_from(ACTORS))
    if kind in ("accept", "reject", "edit"):
        key = draw(st.sampled_from(IDS))
        now = acts.stance(seen, key)
        if kind == "edit":
            return acts.edit(TABLES, key, coder, now, act=draw(st.sampled_from([a for a in ("warn", "aid", "deny") if a != now.act])))
        return getattr(acts, kind)(TABLES, key, coder, now)
    if kind == "add":
        return acts.add(TABLES, "a4", "Pékin", coder, source_id=one, target_id=other, act="praise")
    if kind == "date":
        return acts.set_dates(TABLES, *draw(st.sets(st.sampled_from(ARTICLES), min_size=1)), first=date(2024, 5, draw(st.integers(1, 31))), coder=coder)
    if kind == "merge":
        return acts.merge(TABLES, one, other, coder=coder) if one != other else None
    if kind == "split":
        return acts.split(TABLES, one, (draw(st.sampled_from(ARTICLES)),), coder, actor_id=draw(st.sampled_from(["neu", *ACTORS])) + "-b")
    if kind == "actor":
        return making.correct_actor(coder, acts.actor(TABLES, one), {"role": draw(st.sampled_from(["roi", "reine"]))})
    return making.undo(coder, draw(st.sampled_from(lines)).id) if lines else None


@settings(deadline=None, max_examples=20, suppress_health_check=[HealthCheck.too_slow])
@given(logs(), st.data())
def test_any_log_is_stable_and_its_last_line_can_be_undone(log, data):
    now = lay_over(TABLES, replay(log, TABLES))
    acts.same(now, lay_over(TABLES, replay([from_line(as_line(line)) for line in log], part_of(TABLES, needed(log)))))
    acts.same(TABLES, small_tables())
    if log:
        *before, last = log
        acts.same(lay_over(TABLES, replay(before, TABLES)), lay_over(TABLES, replay([*log, making.undo("Bo", last.id)], TABLES)))
        chosen = data.draw(st.sampled_from(log))
        if not any(line.what == "undo" for line in log):
            without = [line for line in log if line is not chosen]
            acts.same(lay_over(TABLES, replay(without, TABLES)), lay_over(TABLES, replay([*log, making.undo("Bo", chosen.id)], TABLES)))
