"""Articles read again as of another day: what depends on the day changes, the rest stays, and the rows come back from files."""
from datetime import date

import pandas as pd
import pytest

from analysis.corpus import analysts
from analysis.corpus.alone import in_several
from analysis.pipeline import Rows, analyse
from analysis.readers.text import read
from analysis.rereading import FolderShelf, MemoryShelf, Reread, from_bytes, key_of, read_again, redated, to_bytes, turned
from analysis.rereading import reading
from analysis.rereading.reading import MANY, RereadingError, place_of_title, reread
from analysis.tables import ArticleRow, frame

TEXT = ("Rabat reçoit Madrid\n\nLe ministre espagnol des Affaires étrangères a rencontré jeudi à Rabat son homologue marocain. "
        "Le Maroc avait condamné la veille la décision de l'Algérie. Le secrétaire d'Etat américain se rendra au Maroc le 20 mai 2024.")
MONDAY, EARLIER = (date(2024, 5, 6),) * 2, (date(2009, 3, 9),) * 2


@pytest.fixture(scope="module")
def tables():
    return analyse([read(TEXT, "a.txt")])


@pytest.fixture(scope="module")
def now(tables):
    """The article as of 6 May 2024."""
    return reread(tables.articles, {tables.articles["article_id"][0]: MONDAY})[0]


def test_relative_days_follow_the_date_and_others_do_not(tables, now):
    assert tables.dates.set_index("text")["first_day"].isna().to_dict()["jeudi"]
    days = read_again(tables, {now.article_id: now}).dates.set_index("text")["first_day"]
    assert days["jeudi"] == pd.Timestamp(2024, 5, 2) and days["la veille"] == pd.Timestamp(2024, 5, 1)
    assert days["le 20 mai 2024"] == pd.Timestamp(2024, 5, 20)


def test_holders_are_those_of_the_date(tables, now):
    [then] = reread(tables.articles, {now.article_id: EARLIER})
    holders = [{row[0] for row in each.rows["actors"] if row[2] == "person"} for each in (now, then)]
    assert "jose-manuel-albares" in str(holders[0]) and "albares" not in str(holders[1])
    assert turned(read_again(tables, {now.article_id: now}).stances, {then.article_id: then}) > 0
    assert turned(read_again(tables, {now.article_id: now}).stances, {now.article_id: now}) == 0


def test_the_rows_of_other_articles_stay(tables, now):
    other = analyse([read(TEXT.replace("Rabat", "Tanger"), "b.txt")])
    both = type(tables)(**{name: pd.concat([getattr(tables, name), getattr(other, name)], ignore_index=True) for name in vars(tables)})
    read_anew = read_again(both, {now.article_id: now})
    for name in ("stances", "dates", "mentions", "statements"):
        pd.testing.assert_frame_equal(getattr(read_anew, name).iloc[:len(getattr(other, name))], getattr(other, name))
    assert read_anew.articles["published_first"].tolist() == [pd.Timestamp(MONDAY[0]), pd.NaT]
    assert read_again(both, {}) is both


def test_files_bring_the_same_rows_back(tables, now, tmp_path):
    assert from_bytes(to_bytes(now)) == now
    shelf = FolderShelf(tmp_path / "redated")
    assert shelf.found({now.article_id: MONDAY}) == {} and shelf.state() == ""
    shelf.put([now])
    first = shelf.state()
    assert shelf.found({now.article_id: MONDAY}) == {now.article_id: now} and first
    assert shelf.found({now.article_id: EARLIER, "0" * 16: MONDAY}) == {}
    assert [path.name for path in (tmp_path / "redated").iterdir()] == [f"{key_of(now.article_id, MONDAY)}.json"]


@pytest.mark.parametrize("content", [b"", b"[]", b"{}", b"\xff", b'{"article_id":"a","days":["x",null],"version":"","rows":{}}',
                                     b'{"article_id":"a","days":[null,null],"version":"","rows":{"actors":[[1]],"mentions":[],"dates":[],"statements":[],"stances":[]}}'])
def test_a_damaged_file_counts_as_none(content, tmp_path):
    (tmp_path / f"{key_of('a', MONDAY)}.json").write_bytes(content)
    assert FolderShelf(tmp_path).found({"a": MONDAY}) == {}
    with pytest.raises(ValueError):
        from_bytes(content)


def test_a_log_names_no_file_outside_the_folder(tmp_path, now):
    FolderShelf(tmp_path / "redated").put([now])
    (tmp_path / "redated" / f"{key_of(now.article_id, MONDAY)}.json").rename(tmp_path / f"{key_of('x', MONDAY)}.json")
    assert FolderShelf(tmp_path / "redated").found({"../x": MONDAY}) == {}


def test_a_file_under_another_name_is_not_taken(tmp_path, now):
    FolderShelf(tmp_path).put([now])
    (tmp_path / f"{key_of(now.article_id, MONDAY)}.json").rename(tmp_path / f"{key_of(now.article_id, EARLIER)}.json")
    assert FolderShelf(tmp_path).found({now.article_id: EARLIER}) == {}


def test_memory_keeps_them_too(now):
    kept: dict[str, Reread] = {}
    MemoryShelf(kept).put([now])
    assert MemoryShelf(kept).found({now.article_id: MONDAY}) == {now.article_id: now}
    assert MemoryShelf(kept).state() and not MemoryShelf({}).state()


def test_only_days_that_are_others_ask_for_a_reading(tables):
    key = tables.articles["article_id"][0]
    assert redated(tables.articles, {key: (None, None)}) == {}
    assert redated(tables.articles, {key: MONDAY, "gone": MONDAY}) == {key: MONDAY}


def several(number: int) -> tuple[pd.DataFrame, dict]:
    """Rows of ``articles`` without an analysis, and a day for each."""
    rows = frame(ArticleRow, [(f"{place:016x}", f"{place}.txt", "", None, None, "", "fr", "", f"La Suède a condamné Alger jeudi, n° {place}.")
                              for place in range(number)])
    return rows, dict.fromkeys(rows["article_id"], MONDAY)


def test_what_was_read_before_one_fails_or_it_is_ended_is_put_by(monkeypatch):
    rows, days = several(30)
    monkeypatch.setattr(analysts, "analyse_article", lambda article: [][0] if article.path == "25.txt" else nothing_in(article))
    kept = []
    with pytest.raises(RereadingError, match="25.txt: its analysis failed"):
        reread(rows, days, keep=lambda reads: kept.append([read.article_id for read in reads]))
    assert [len(each) for each in kept] == [20, 5] and sum(kept, []) == rows["article_id"].tolist()[:25]
    ended = []
    with pytest.raises(InterruptedError):
        reread(rows, days, tell=lambda done: end_at(done, 3), keep=ended.extend)
    assert [read.article_id for read in ended] == rows["article_id"].tolist()[:3]


def end_at(done: int, last: int) -> None:
    if done == last:
        raise InterruptedError


def nothing_in(article) -> Rows:
    return Rows(unread(article), [], [], [], [], [])


def unread(article) -> ArticleRow:
    return ArticleRow(article.article_id, article.path, article.title, *(MONDAY), article.source, article.language, article.url, article.text)


def test_many_are_read_in_several_processes_and_as_one_reads_them(monkeypatch):
    rows, days = several(MANY + 1)
    told, pools = [], []
    monkeypatch.setattr(reading, "in_several", lambda articles, jobs: pools.append(jobs) or in_several(articles, jobs))
    found = reread(rows, days, told.append, jobs=2)
    assert pools == [2] and told == list(range(1, MANY + 2))
    few = reread(rows.head(2), days, jobs=2)
    assert pools == [2] and found[:2] == few
    assert [read.article_id for read in found] == rows["article_id"].tolist()
    assert all(("jeudi", date(2024, 5, 2)) in {(row[3], row[4]) for row in read.rows["dates"]} for read in found)


@pytest.mark.parametrize("text", [
    "Titre\n\nTexte du jour.", " date 2022-10 Titre\n\nTexte.", " date 2022-10\n\nUn seul paragraphe.", "Un seul paragraphe.",
    " date 2022-10-04 Titre\nTexte\n", "\n\nTitre  \nTexte"])
def test_the_title_is_where_its_reader_found_it(text):
    article = read(text, "a.txt")
    start, end = place_of_title(article.text, article.title)
    assert (start, end) == (article.title_start, article.title_end)
