"""Which claims there are, which denial belongs to which, and what is left unpaired."""
import pandas as pd
import pytest

from analysis.views import claim_account, claims, prepared
from tests.tables_fixture import make_tables
from tests.views.invented import Said, Told, corpus

_CLAIM = Told("a", "Paris accuse Moscou d'avoir brouillé les satellites.", "FRA", "accuse", "RUS", "2024-03-04")


def found(told, said=(), window=3):
    return claims(prepared(corpus(told, list(said))), corpus(told, list(said)), window)


def _denial(sentence="Moscou dément ces accusations.", article="a", day="2024-03-05", source="RUS", act="deny", target="FRA", **more):
    return Told(article, sentence, source, act, target, day, **more)


@pytest.mark.parametrize(("denial", "ground"), [
    pytest.param(_denial(), "reference", id="points back"),
    pytest.param(_denial("Moscou nie avoir brouillé des satellites.", "b"), "words", id="words, another article"),
    pytest.param(_denial("Moscou nie.", "b"), "pair", id="nothing but pair and days"),
    pytest.param(_denial("Moscou nie ces accusations.", "b"), "pair", id="points back into nothing"),
    pytest.param(_denial("Moscou nie avoir brouillé des satellites.", "b", "2024-05-05"), None, id="months later"),
    pytest.param(_denial("Moscou nie avoir brouillé des satellites.", "b", target=""), "words", id="nobody named, words"),
    pytest.param(_denial("Moscou nie.", "b", target=""), None, id="nobody named, no words"),
    pytest.param(_denial("Moscou nie avoir brouillé des satellites.", "b", target="DZA"), None, id="another is denied"),
    pytest.param(_denial("Pékin nie avoir brouillé des satellites.", "b", source="CHN"), None, id="another denies"),
    pytest.param(_denial("Moscou rejette ces allégations.", act="reject"), "reference", id="rejects what was said"),
    pytest.param(_denial("Moscou rejette le plan.", act="reject"), None, id="rejects a plan"),
    pytest.param(_denial("Paris n'a jamais accusé Moscou de brouiller les satellites.", "b", source="FRA", act="accuse",
                         target="RUS", negated=True), None, id="its own claim is not denied by the teller"),
    pytest.param(_denial(modality="hypothetical"), None, id="only supposed"),
])
def test_a_denial_and_its_claim(denial, ground):
    table = found([_CLAIM, denial])
    claim = table[table["key"] == "s0"].iloc[0]
    assert (claim["denials"], claim["ground"]) == ((1, ground) if ground else (0, ""))


def test_a_negated_act_denies_what_another_says_of_it():
    told = [Told("a", "Alger affirme que Rabat a menacé ses voisins.", "MAR", "threaten", "DZA", "2024-03-04", reporter="DZA"),
            Told("b", "Rabat n'a menacé personne.", "MAR", "threaten", "DZA", "2024-03-05", negated=True)]
    claim = found(told).iloc[0]
    assert (claim["teller"], claim["denials"], claim["ground"]) == ("DZA", 1, "pair")


def test_claims_of_several_articles_are_one_where_they_are_alike():
    told = [_CLAIM, Told("b", "Moscou a brouillé des satellites, accuse Paris.", "FRA", "accuse", "RUS", "2024-03-05"),
            Told("c", "Paris accuse Moscou d'espionner un laboratoire.", "FRA", "accuse", "RUS", "2024-03-05"),
            Told("d", "Paris accuse Moscou de brouiller les satellites.", "FRA", "accuse", "RUS", "2024-06-05")]
    assert sorted(found(told)["rows"]) == [("s0", "s1"), ("s2",), ("s3",)]


def test_a_denial_without_claim_stands_beside_what_the_one_denied_says():
    told = [_denial("Alger dément vouloir la guerre.", source="DZA", target="MAR")]
    said = [Said("a", "Alger prépare une guerre contre nous", "mar-ministre", mentions=("DZA",)),
            Said("a", "Il fait beau à Rabat ce matin", "mar-ministre")]
    tables = corpus(told, said)
    claim = claims(prepared(tables), tables).iloc[0]
    assert (claim["act"], claim["stances"], claim["denials"]) == ("", 0, 1)
    account = claim_account(prepared(tables), tables, claim)
    assert [line.text for line in account.alone[0]] + [pair.left.text for pair in account.denied] == ["Alger prépare une guerre contre nous"]


def test_deniers_of_one_sentence_stand_together():
    told = [_denial("Paris et Rabat rejettent ces allégations.", source=source, target="RUS", act="reject") for source in ("FRA", "MAR")]
    claim, = found(told).itertuples()
    assert claim.denials == 2 and claim.target_label == "France, Maroc"


def test_within_one_country_there_is_no_claim():
    assert found([Told("a", "Le ministre accuse le général.", "fra-ministre", "accuse", "fra-général")]).empty


def test_a_claim_and_its_denial_side_by_side_keep_who_says_them():
    tables = corpus([_CLAIM, _denial()])
    view = prepared(tables)
    account = claim_account(view, tables, claims(view, tables).iloc[0])
    pair, = account.denied
    assert (pair.left.side, pair.right.side, pair.ground) == ("FRA", "RUS", "reference")
    assert (pair.left.denies, pair.right.denies) == (False, True)


def test_every_denial_paired_is_near_in_days_or_in_the_article_and_no_stance_is_in_two_claims():
    tables = make_tables(1_500, seed=5, countries=4, days=60)
    view = prepared(tables)
    table = claims(view, tables)
    rows = [stance for ids in table["rows"] for stance in ids]
    assert len(rows) == len(set(rows))
    by_id = view.set_index("stance_id")
    paired = table[(table["denials"] > 0) & (table["stances"] > 0)]
    assert len(paired) > 10
    for claim in paired.itertuples():
        for denial in claim.denial_rows:
            one, others = by_id.loc[denial], by_id.loc[list(claim.rows)]
            assert one["source_country"] in (claim.source, claim.target)
            room = pd.Timedelta(days=3)
            near = (others["day_first"] <= one["day_last"] + room) & (others["day_last"] >= one["day_first"] - room)
            assert (near | (others["article_id"] == one["article_id"])).any()


def test_nothing_gives_the_columns():
    tables = make_tables(5)
    assert list(claims(prepared(tables).head(0), tables).columns) == list(claims(prepared(tables), tables).columns)
