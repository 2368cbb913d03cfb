"""Which stances tell of one encounter."""
import pytest

from analysis.views import encounters, prepared, select
from tests.tables_fixture import make_tables
from tests.views.invented import Told, corpus


def _meets(article="a", day="", last="", source="FRA", target="MAR", act="consult", **more):
    return Told(article, more.pop("sentence", f"{source} {act} {target} {article} {day}."), source, act, target, day, last,
                more.pop("voice", "narrated"), **more)


@pytest.mark.parametrize(("told", "window", "groups"), [
    pytest.param([_meets(day="2024-03-04"), _meets("b", "2024-03-06")], 3, [{0, 1}], id="near days, two articles"),
    pytest.param([_meets(day="2024-03-04"), _meets("b", "2024-03-08")], 3, [{1}, {0}], id="days apart, the newest first"),
    pytest.param([_meets(day="2024-03-04"), _meets("b", "2024-03-08")], 7, [{0, 1}], id="a wider window"),
    pytest.param([_meets(day="2024-03-04"), _meets("b", "2024-03-06"), _meets("c", "2024-03-08")], 3, [{2}, {0, 1}],
                 id="no chain: counted from the first day"),
    pytest.param([_meets(day="2024-03-04"), _meets("b", "2024-03-04", source="MAR", target="FRA", act="agree")], 3,
                 [{0, 1}], id="either direction, another joint act"),
    pytest.param([_meets(day="2024-03-04"), _meets("b", "2024-03-04", target="DZA")], 3, [{0}, {1}], id="another pair"),
    pytest.param([_meets(day="2024-03-04"), _meets("b", "2024-03-04", negated=True)], 3, [{0}], id="negated"),
    pytest.param([_meets(day="2024-03-04", modality="future")], 3, [], id="announced"),
    pytest.param([_meets(day="2024-03-04", act="condemn")], 3, [], id="no joint act"),
    pytest.param([_meets(day="2024-03-04", target="")], 3, [], id="nobody named"),
    pytest.param([_meets(day="2024-03-04", target="fra-ministre")], 3, [], id="within one country"),
    pytest.param([_meets(day="2024-03-04", source="fra-ministre", target="mar-ministre"),
                  _meets(day="2024-03-04", source="fra-général", target="mar-général")], 3, [{0}, {1}],
                 id="other people on the same day"),
    pytest.param([_meets(day="2024-03-04", source="fra-ministre", target="mar-ministre"), _meets("b", "2024-03-05")], 3,
                 [{0, 1}], id="people and their countries"),
    pytest.param([_meets(day="2024-03-04"), _meets("b", "2024-03-01", "2024-03-31")], 3, [{0, 1}],
                 id="a month that touches one"),
    pytest.param([_meets(day="2024-03-04"), _meets("b", "2024-03-20"), _meets("c", "2024-03-01", "2024-03-31")], 3,
                 [{1}, {0}, {2}], id="a month that touches two"),
    pytest.param([_meets(day="2024-03-04"), _meets("b", "2024-03-20"), _meets("b", "2024-03-01", "2024-03-31")], 3,
                 [{1, 2}, {0}], id="a month, in the article of one"),
    pytest.param([_meets("a"), _meets("b")], 3, [{0}, {1}], id="no days, two articles"),
    pytest.param([_meets("a"), _meets("a", act="agree")], 3, [{0, 1}], id="no days, one article"),
])
def test_encounters(told, window, groups):
    found = encounters(prepared(corpus(told)), window)
    assert [{int(stance[1:]) for stance in rows} for rows in found["rows"]] == groups


def test_what_a_span_put_together_is_said_to_be_uncertain():
    found = encounters(prepared(corpus([_meets(day="2024-03-04"), _meets("b", "2024-03-01", "2024-03-31")])))
    assert found["uncertain"].tolist() == [True]
    assert found["day_first"].dt.day.tolist() == [4]


@pytest.mark.parametrize(("sentence", "act", "kind"), [
    ("Paris et Rabat se sont parlé au téléphone.", "consult", "call"),
    ("Le ministre marocain a été reçu à Paris.", "consult", "visit"),
    ("Paris et Rabat se sont rencontrés.", "consult", "meeting"),
    ("Paris et Rabat ont signé un traité.", "agree", "agreement"),
])
def test_kind_is_read_from_the_words(sentence, act, kind):
    assert encounters(prepared(corpus([_meets(sentence=sentence, act=act)])))["kind"].tolist() == [kind]


def _weimar(*pairs, day="2024-03-04", article="a"):
    sentence = f"Ils se sont réunis {article} {day}."
    return [_meets(article, day, source=source, target=target, sentence=sentence) for source, target in pairs]


def test_three_who_meet_each_other_in_one_sentence_are_at_a_summit():
    summit = _weimar(("FRA", "RUS"), ("RUS", "MAR"), ("FRA", "MAR"))
    found = encounters(prepared(corpus([*summit, _meets("b", "2024-03-05", source="MAR", target="FRA", act="agree")])))
    assert found[["kind", "stances", "articles"]].to_numpy().tolist() == [["summit", 4, 2]]
    assert set(found["parties"][0]) == {"FRA", "RUS", "MAR"}


@pytest.mark.parametrize(("pairs", "kinds"), [
    ([("FRA", "RUS"), ("FRA", "MAR")], ["meeting", "meeting"]),
    ([("FRA", "RUS"), ("FRA", "MAR"), ("MAR", "RUS"), ("FRA", "DZA")], ["meeting", "summit"]),
])
def test_whom_somebody_met_one_after_the_other_is_at_no_summit(pairs, kinds):
    assert sorted(encounters(prepared(corpus(_weimar(*pairs))))["kind"]) == kinds


def test_two_summits_of_the_same_three_are_two():
    pairs = ("FRA", "RUS"), ("RUS", "MAR"), ("FRA", "MAR")
    found = encounters(prepared(corpus([*_weimar(*pairs), *_weimar(*pairs, day="2024-06-01", article="b")])))
    assert found["kind"].tolist() == ["summit", "summit"]


def test_a_vote_is_of_all_who_take_part():
    told = [Told("a", "Paris a voté pour la résolution sur le cessez-le-feu, Moscou contre.", "FRA", "support", "MAR", "2024-03-04"),
            Told("a", "Paris a voté pour la résolution sur le cessez-le-feu, Moscou contre.", "RUS", "reject", "MAR", "2024-03-04"),
            Told("b", "Pékin s'est abstenu lors du vote sur le cessez-le-feu.", "CHN", "reject", "MAR", "2024-03-05"),
            Told("c", "Les députés ont voté une loi sur la pêche.", "FRA", "support", "", "2024-03-05")]
    found = encounters(prepared(corpus(told)))
    assert found["kind"].tolist() == ["vote"]
    assert found["rows"].tolist() == [("s0", "s1", "s2")] and set(found["parties"][0]) == {"MAR", "FRA", "RUS", "CHN"}


def test_each_stance_is_in_one_encounter_at_most_and_the_empty_view_has_the_columns():
    view = prepared(make_tables(800, seed=3, countries=5))
    found = encounters(view)
    rows = [stance for ids, kind in zip(found["rows"], found["kind"]) if kind != "vote" for stance in ids]
    assert len(rows) == len(set(rows)) > 50
    assert list(encounters(view.head(0)).columns) == list(found.columns)
    assert (found["day_first"].isna() | (found["day_first"] <= found["day_last"])).all()
    assert select(view).shape == view.shape
