"""Marks of the timeline."""
import pandas as pd
import pytest

from analysis.tables import empty_tables
from analysis.views import LANES, Selection, behind, counts, lanes, prepared, select
from analysis.views.lanes import lane_label


@pytest.fixture(scope="module")
def view(small_tables):
    return prepared(small_tables)


@pytest.mark.parametrize("by", LANES)
def test_every_dated_stance_is_drawn_or_said_to_be_left_out(view, by):
    drawn = lanes(view, by)
    assert drawn.points["stance_id"].nunique() + sum(drawn.left_out.values()) == len(view)
    assert drawn.left_out["undated"] == 2


@pytest.mark.parametrize("by,most", [("actor", 3), ("dyad", 2), ("act", 4)])
def test_lanes_beyond_the_most_are_counted(view, by, most):
    drawn = lanes(view, by, most=most)
    assert len(drawn.lanes) == most
    assert drawn.left_out["other lanes"] > 0
    assert sum(drawn.left_out.values()) == len(view) - drawn.points["stance_id"].nunique()
    assert sorted(drawn.points["order"].unique()) == list(range(most))


def test_a_consultation_is_in_both_lanes(view):
    points = lanes(view, "actor").points
    assert sorted(points.loc[points["stance_id"] == "s01", "lane"]) == ["helene-marchais", "nadia-el-fassi"]


def test_dyads_are_directed_but_consultations_are_not(view):
    table = lanes(view, "dyad").lanes.set_index("lane")["label"]
    assert table["MAR > FRA"] == "Maroc → France"
    assert table["FRA - MAR"] == "France – Maroc"
    assert set(lanes(view, "dyad").left_out) == {"undated", "no target"}


def test_an_uncertain_day_is_a_span(view):
    points = lanes(view, "act").points.set_index("stance_id")
    assert not points.loc["s01", "span"]
    assert points.loc["s22", "span"]
    assert (points.loc["s22", "day_first"], points.loc["s22", "day_last"]) == (
        pd.Timestamp("2024-04-01"), pd.Timestamp("2024-04-30"))


def test_marks_of_one_place_do_not_hide_one_another(view):
    points = lanes(view, "actor").points
    assert points["offset"].abs().max() == 1.0 and lanes(view, "actor").lanes["stack"].max() == 3
    assert not points.duplicated(["lane", "day_first", "day_last", "offset"]).any()


@pytest.mark.parametrize("by", ["actor", "country", "dyad", "act"])
def test_aggregated_marks_hold_all_stances_and_find_them_again(make_tables, by):
    view = prepared(make_tables(600, seed=3, countries=4, people=3))
    drawn = lanes(view, by, most=50, most_points=100)
    assert drawn.aggregated in ("day", "week", "month")
    single = len(view) - sum(drawn.left_out.values())
    doubled = 0
    if by in ("actor", "country"):
        ends = "id" if by == "actor" else "country"
        dated = view[view["day_first"].notna() & (view["act"] == "consult")]
        doubled = ((dated[f"target_{ends}"] != "") & (dated[f"target_{ends}"] != dated[f"source_{ends}"])).sum()
    assert drawn.points["count"].sum() == single + doubled
    for point in drawn.points.sample(25, random_state=1).itertuples():
        assert len(behind(view, point.key)) == point.count


def test_a_few_far_away_do_not_squeeze_the_rest(make_tables):
    view = prepared(make_tables(300, seed=5, days=90))
    far = view.assign(day_first=view["day_first"].where(view.index > 1, pd.Timestamp("1949-01-01")),
                      day_last=view["day_last"].where(view.index > 1, pd.Timestamp("1949-12-31")))
    drawn = lanes(far, "act")
    assert drawn.left_out["outside"] == 2 and drawn.points["day_first"].min().year == 2023
    assert drawn.points["stance_id"].nunique() + sum(drawn.left_out.values()) == len(far)
    assert lanes(far, "act", whole=True).points["day_first"].min().year == 1949
    assert "outside" not in lanes(view, "act").left_out
    assert (counts(far).left_out, counts(far, whole=True).left_out) == ({"outside": 2}, {})
    assert counts(far).bins["total"].sum() + sum(counts(far).undated.values()) == len(far) - 2


def test_single_marks_find_their_stance(view):
    for point in lanes(view, "dyad").points.itertuples():
        assert list(behind(view, point.key)["stance_id"]) == [point.stance_id]


def test_no_stances_no_lanes():
    drawn = lanes(prepared(empty_tables()), "dyad")
    assert len(drawn.points) == 0 and len(drawn.lanes) == 0 and drawn.left_out == {}


def test_only_undated_stances(view):
    drawn = lanes(select(view, Selection(countries=("ONU",), acts=("consult",))))
    assert len(drawn.points) == 0 and drawn.left_out == {"undated": 1}


def test_an_unknown_kind_of_lane_is_an_error(view):
    with pytest.raises(ValueError, match="by is one of"):
        lanes(view, "planet")


@pytest.mark.parametrize("arguments,expected", [
    (("Algérie", False, "Maroc"), "Algérie → Maroc"), (("Algérie", True, "Maroc"), "Algérie – Maroc")])
def test_lane_label(arguments, expected):
    assert lane_label(*arguments) == expected
