"""A network in periods: every stance is in one or said to be in none, and what changed is found."""
import pandas as pd
import pytest

from analysis.views import behind, network, prepared
from analysis.views.keys import node_of
from analysis.views.periods import changes, halves, stages, steps_of


@pytest.fixture(scope="module")
def view(make_tables):
    return prepared(make_tables(400, 6, countries=6, people=9))


@pytest.mark.parametrize("nodes", ["people", "countries", "persons"])
def test_every_stance_drawn_is_in_a_period_or_said_to_be_in_none(view, nodes):
    whole = network(view, nodes)
    both = stages(view, whole, halves(view))
    counted = sum(int(part.edges["count"].sum()) for part in both.networks)
    assert counted + sum(both.left_out.values()) == whole.edges["count"].sum()
    assert counted > 0


def test_places_are_those_of_the_whole(view):
    whole = network(view)
    for part in stages(view, whole, halves(view)).networks:
        joined = part.nodes.merge(whole.nodes, on="id")
        assert (joined["x_x"] == joined["x_y"]).all() and (joined["y_x"] == joined["y_y"]).all()
        assert {*part.edges["source"], *part.edges["target"]} == set(part.nodes["id"])


def test_marks_of_a_period_find_their_rows(view):
    periods = halves(view)
    for period, part in zip(periods, stages(view, network(view, "countries"), periods).networks):
        for edge in part.edges.itertuples():
            rows = behind(view, edge.key, "countries")
            assert len(rows) == edge.count
            assert (rows["day_first"] >= period[0]).all() and (rows["day_last"] <= period[1]).all()
        assert [node_of(key) for key in part.nodes["key"]] == part.nodes["id"].tolist()
        assert ((part.nodes["given"] + part.nodes["received"]) == part.nodes["total"]).all()


def test_a_period_without_stances_is_an_empty_network(view):
    long_ago = (pd.Timestamp("1990-01-01"), pd.Timestamp("1990-12-31"))
    found = stages(view, network(view), (long_ago, *halves(view)))
    assert found.networks[0].nodes.empty and found.networks[0].edges.empty
    assert changes(*found.networks[:2])["state"].unique().tolist() == ["new"]


def row(view, sign, source, target, day):
    one = view.iloc[[0]].assign(sign=sign, act="accuse", source_country=source, target_country=target)
    day = pd.Timestamp(day).as_unit("s")
    return one.assign(source_country_name=source, target_country_name=target, day_first=day, day_last=day)


def test_new_gone_and_turned(view):
    rows = pd.concat([row(view, 1, "A", "B", "2024-01-03"), row(view, -1, "A", "B", "2024-06-03"),
                      row(view, 1, "A", "C", "2024-01-03"), row(view, 1, "C", "A", "2024-06-03"),
                      row(view, -1, "B", "C", "2024-01-03"), row(view, -1, "B", "C", "2024-06-03")], ignore_index=True)
    rows["stance_id"] = [f"s{number}" for number in range(len(rows))]
    halved = tuple((pd.Timestamp(first), pd.Timestamp(last)) for first, last in (
        ("2024-01-01", "2024-03-31"), ("2024-04-01", "2024-06-30")))
    table = changes(*stages(rows, network(rows, "countries"), halved).networks)
    assert dict(zip(table["source"] + table["target"], table["state"])) == {
        "AB": "turned", "CA": "new", "AC": "gone", "BC": "kept"}
    assert table["state"].iloc[0] == "turned"
    assert behind(rows, table["key"].iloc[0], "countries")["stance_id"].tolist() == ["s0", "s1"]
    assert pd.isna(table.set_index("state").loc["new", "before_balance"])


def test_halves_cut_where_half_of_the_stances_are(view):
    (first, middle), (after, last) = halves(view)
    assert first <= middle < after <= last and after - middle == pd.Timedelta(days=1)


def test_no_halves_of_a_day_or_of_nothing(view):
    one = view[view["day_first"].notna()].head(1)
    assert halves(view.head(0)) is None
    assert halves(one.assign(day_last=one["day_first"])) is None


@pytest.mark.parametrize(("unit", "expected"), [("auto", "month"), ("year", "year"), ("week", "week")])
def test_steps_cover_the_period(view, unit, expected):
    periods, chosen = steps_of(view, unit)
    assert chosen == expected and 1 < len(periods) <= 40
    assert all(before[1] < after[0] for before, after in zip(periods, periods[1:]))


def test_a_corpus_dated_by_month_is_not_cut_into_days(view):
    day = pd.Timestamp("2024-03-01").as_unit("s")
    rows = view.head(3).assign(day_first=day, day_last=[day, *[pd.Timestamp("2024-03-31").as_unit("s")] * 2])
    assert steps_of(rows) == (((day, pd.Timestamp("2024-03-31")),), "month")


def test_no_steps_without_days(view):
    assert steps_of(view.head(0)) == ((), "month")
    whole = network(view.head(0))
    assert stages(view.head(0), whole, ()).networks == ()
