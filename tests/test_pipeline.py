"""What holds for every table of every corpus, whatever the articles say."""
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from analysis import analyse, read_articles
from analysis.acts import ACTOR_KINDS, ACTS, MODALITIES, PRECISIONS, VOICES
from analysis.articles import Article
from analysis.readers import text as text_reader
from analysis.tables import ROW_TYPES, Tables, dtypes
from tests.hostile import HOSTILE

SEEDS = Path(__file__).resolve().parents[1] / "seeds"
INVENTED = (
    " date 2023-05-12 Migrations : Varsovie accuse Minsk\n\nLa Pologne a accusé vendredi la Biélorussie de chantage. "
    "\"C'est inacceptable\", a lancé le Premier ministre polonais, qui doit rencontrer lundi son homologue lituanien.\n\n"
    "Selon Vilnius, la Russie aurait livré des drones à Minsk en avril. Moscou a démenti.",
    " date 2019-09 Titre seul, sans jour\n\nL'ONU et l'Union européenne ont appelé jeudi Juba à cesser le feu.",
    " date 2024-13-45 En-tête impossible\n\nTéhéran n'a pas condamné les frappes de l'an dernier.",
    "Sans en-tête ni titre, Kinshasa remercie Luanda.",
    " date 2020-02-29 « Guillemets »\r\n\r\nParis\u00a0: « Nous soutenons Rome », dit l’Élysée. \u201cNon\u201d, répond-on à Berne.\r\n",
    " date 2016-12-31 \n\n\n\n   \n.",
    "王毅 a rencontré \U0001f1eb\U0001f1f7 Paris \u202e mardi\u0301.",
)


def invented(texts) -> list[Article]:
    return [text_reader.read(text, f"{i}.txt") for i, text in enumerate(texts)]


@pytest.fixture(scope="module")
def articles() -> list[Article]:
    hostile = [f" date 2022-10-20 Paris accuse {text} Moscou\n\nLundi, la Russie {text} a menacé {text} la France." for text in HOSTILE]
    return [*read_articles(sorted(SEEDS.glob("*.txt")))[0], *invented((*INVENTED, *(text for text in hostile if "\0" not in text)))]


@pytest.fixture(scope="module")
def tables(articles) -> Tables:
    return analyse(articles)


def check(tables: Tables) -> None:
    """The invariants of the six tables."""
    check_offsets(tables)
    check_keys(tables)
    check_enumerations(tables)
    for name in ("articles", "dates", "stances"):
        table = getattr(tables, name)
        first, last = ("published_first", "published_last") if name == "articles" else ("first_day", "last_day")
        assert (table[first].isna() == table[last].isna()).all()
        assert (table[first].isna() | (table[first] <= table[last])).all()


def check_offsets(tables: Tables) -> None:
    texts = dict(zip(tables.articles["article_id"], tables.articles["text"], strict=True))
    for name in ("mentions", "dates", "statements", "stances"):
        for row in getattr(tables, name).itertuples(index=False):
            text = texts[row.article_id]
            assert 0 <= row.start < row.end <= len(text)
            if name == "stances":
                at = text.find(row.sentence)
                assert row.sentence and at >= 0 and row.start >= at
                assert text[row.start:row.end] in row.sentence
            else:
                assert text[row.start:row.end] == row.text


def check_keys(tables: Tables) -> None:
    known = set(tables.actors["actor_id"])
    assert len(known) == len(tables.actors) and "" not in known
    assert tables.articles["article_id"].is_unique
    assert tables.stances["stance_id"].is_unique
    assert set(tables.mentions["actor_id"]) <= known
    assert set(tables.statements["speaker_id"]) <= known | {""}
    assert set(tables.stances["source_id"]) <= known
    assert set(tables.stances["target_id"]) | set(tables.stances["reporter_id"]) <= known | {""}
    used = set(tables.mentions["actor_id"]).union(*(tables.stances[f"{end}_id"] for end in ("source", "target", "reporter")))
    assert known <= used, "an actor that nothing refers to"
    assert not (tables.stances["source_id"] == tables.stances["target_id"]).any()
    for name in ("mentions", "dates", "statements", "stances"):
        assert set(getattr(tables, name)["article_id"]) <= set(tables.articles["article_id"])


def check_enumerations(tables: Tables) -> None:
    stances = tables.stances
    assert set(tables.actors["kind"]) <= set(ACTOR_KINDS)
    assert set(tables.dates["precision"]) <= set(PRECISIONS)
    assert set(tables.statements["voice"]) <= set(VOICES) - {"narrated"}
    assert set(stances["act"]) <= set(ACTS)
    assert set(stances["voice"]) <= set(VOICES)
    assert set(stances["modality"]) <= set(MODALITIES)
    assert stances["confidence"].between(0, 1).all()
    for row in stances.itertuples(index=False):
        act = ACTS[row.act]
        assert (row.polarity, row.plover, row.cameo) == (act.sign, act.plover, act.cameo)
        assert row.cue and row.rule


def test_invariants_hold(tables):
    check(tables)
    assert len(tables.stances) >= 20


def test_every_article_is_a_row(tables, articles):
    assert tables.articles["article_id"].to_list() == [article.article_id for article in articles]
    assert tables.articles["text"].to_list() == [article.text for article in articles]


def test_a_second_run_gives_the_same_rows(tables, articles):
    again = analyse(articles)
    for name in ROW_TYPES:
        assert getattr(again, name).equals(getattr(tables, name)), name


def test_an_article_reads_the_same_alone_and_among_others(tables, articles):
    alone = analyse(articles[:1])
    among = tables.stances[tables.stances["article_id"] == articles[0].article_id]
    assert alone.stances["stance_id"].to_list() == among["stance_id"].to_list()


def test_no_articles_give_six_empty_tables():
    tables = analyse([])
    for name, row_type in ROW_TYPES.items():
        table = getattr(tables, name)
        assert len(table) == 0
        assert table.dtypes.astype(str).to_dict() == dtypes(row_type)


def test_progress_is_told_after_each_article(articles):
    told = []
    analyse(articles[1:4], progress=lambda done, total: told.append((done, total)))
    assert told == [(1, 3), (2, 3), (3, 3)]


def test_an_actor_of_two_articles_is_one_row_with_the_newest_office():
    tables = analyse(invented((
        " date 2017-03-02 x\n\nBoris Johnson, ministre britannique des Affaires étrangères, a critiqué la Russie.",
        " date 2021-03-02 x\n\nLe Premier ministre britannique Boris Johnson a critiqué la Russie.")))
    johnson = tables.actors[tables.actors["name"] == "Boris Johnson"]
    assert johnson["role"].to_list() == ["Premier ministre"]


WORDS = st.sampled_from([
    "Paris", "la Russie", "M. Lavrov", "le président français", "a accusé", "condamne", "n'a pas", "lundi", "selon", "aurait",
    "\"", "«", "»", "“", "”", "'", "’", "\n", "\n\n", "\r\n", " ", ".", ",", ":", "(", ")", "…", "-t-il déclaré", "qui", "à Pékin",
    "l'ONU", "en 2014", "date 2022-10", "\u00a0", "\u200b", "\U0001f600", "\u0301", "é", "=1+1", "<b>"])
TEXTS = st.lists(st.one_of(WORDS, st.text(max_size=12)), max_size=40).map(" ".join)


@settings(max_examples=60, deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow])
@given(TEXTS)
def test_any_text_can_be_analysed(text):
    check(analyse([Article(article_id="a", path="a.txt", title="", text=text)]))


def test_what_read_articles_gives_whole_is_refused_with_the_way_out():
    with pytest.raises(TypeError, match=r"read_articles\(paths\)\[0\]"):
        analyse(([], []))
