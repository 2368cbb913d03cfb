"""Import: each file ends in one state, nothing goes in twice, and a stop or a crash loses no committed batch."""
from pathlib import Path

import pytest

from analysis.corpus import alone, analysts, open_corpus, writing
from analysis.corpus.analysts import FEW
from analysis.corpus.importing import Progress, Stopped, import_files
from analysis.pipeline import Rows
from analysis.records import Actor
from analysis.tables import ArticleRow

FOREIGN = ("Talks\n\nThe minister said that the talks with his counterpart were at an end, and that he had not been told "
           "about the visit, which was to be the first of the year.")


def invented(number: int) -> str:
    return f" date 2021-04-{number:02d} Titre numéro {number}\n\nLa France a condamné le tir numéro {number} et appelle à la retenue.\n"


def unread_rows(article) -> Rows:
    """Rows as if the analysis had found France alone."""
    row = ArticleRow(article.article_id, article.path, article.title, article.published_first, article.published_last,
                     article.source, article.language, article.url, article.text)
    return Rows(row, [Actor("FRA", "France", "country", "FRA")], [], [], [], [])


@pytest.fixture
def folder(tmp_path) -> Path:
    """Six French articles, a copy of one, one in English, one empty file, one of a kind that is not read."""
    folder = tmp_path / "in"
    folder.mkdir()
    for number in range(1, 7):
        (folder / f"{number}.txt").write_text(invented(number), encoding="utf-8")
    (folder / "7-copie.txt").write_text(invented(2), encoding="utf-8")
    (folder / "8-talks.txt").write_text(FOREIGN, encoding="utf-8")
    (folder / "9-vide.txt").touch()
    (folder / "image.png").write_bytes(b"\x89PNG")
    return folder


@pytest.fixture(autouse=True)
def fake(monkeypatch):
    """An analysis that finds France in every article, so that these tests need no pipeline; returns what it was given."""
    seen = []

    def analyse(article) -> Rows:
        seen.append(article.path)
        return unread_rows(article)

    monkeypatch.setattr(analysts, "analyse_article", analyse)
    return seen


def stored(corpus: Path) -> list[str]:
    return sorted(open_corpus(corpus).column("articles", "path"))


def test_every_file_ends_in_one_state(folder, tmp_path, fake):
    report = import_files(tmp_path / "corpus", [folder], batch_size=3)
    assert report.states == {"stored": 7, "duplicate": 1, "rejected": 2}
    assert {(row.path, row.state) for row in report.problems} == {("9-vide.txt", "rejected"), ("image.png", "rejected")}
    assert (report.articles, report.foreign, report.stopped) == (7, 1, False)
    assert stored(tmp_path / "corpus") == [f"{n}.txt" for n in range(1, 7)] + ["8-talks.txt"]
    assert "8-talks.txt" not in fake


def test_an_article_in_another_language_is_kept_marked_and_not_analysed(folder, tmp_path):
    import_files(tmp_path / "corpus", [folder])
    corpus = open_corpus(tmp_path / "corpus")
    articles, intake = corpus.tables().articles, corpus.table("intake")
    assert articles.set_index("path")["language"].to_dict()["8-talks.txt"] == "en"
    assert intake.set_index("article_id")["analysed"].sum() == 6
    assert set(intake["dated_by"]) == {"header", ""}


def test_importing_again_stores_nothing_and_analyses_nothing(folder, tmp_path, fake):
    import_files(tmp_path / "corpus", [folder])
    before, analysed = open_corpus(tmp_path / "corpus").version, len(fake)
    again = import_files(tmp_path / "corpus", [folder])
    assert again.states == {"duplicate": 8, "rejected": 2} and again.articles == 0
    assert open_corpus(tmp_path / "corpus").version == before and len(fake) == analysed


def test_new_files_are_added_to_what_is_there(folder, tmp_path, fake):
    import_files(tmp_path / "corpus", [folder])
    fake.clear()
    (folder / "10.txt").write_text(invented(10), encoding="utf-8")
    assert import_files(tmp_path / "corpus", [folder]).articles == 1
    assert fake == ["10.txt"] and len(stored(tmp_path / "corpus")) == 8


def test_batches_of_any_size_give_the_same_corpus(folder, tmp_path):
    for size in (1, 4, 100):
        import_files(tmp_path / str(size), [folder], batch_size=size)
    tables = [open_corpus(tmp_path / str(size)).tables() for size in (1, 4, 100)]
    assert all(other.articles.equals(tables[0].articles) and other.actors.equals(tables[0].actors) for other in tables)


def test_what_is_interrupted_goes_on_where_it_stopped(folder, tmp_path, fake, monkeypatch):
    whole = analysts.analyse_article

    def interrupted(article):
        if article.path == "5.txt":
            raise KeyboardInterrupt
        return whole(article)

    monkeypatch.setattr(analysts, "analyse_article", interrupted)
    report = import_files(tmp_path / "corpus", [folder], batch_size=3)
    assert report.stopped and report.articles == 4
    assert stored(tmp_path / "corpus") == ["1.txt", "2.txt", "3.txt", "4.txt"]
    monkeypatch.setattr(analysts, "analyse_article", whole)
    fake.clear()
    assert import_files(tmp_path / "corpus", [folder], batch_size=3).articles == 3
    assert fake == ["5.txt", "6.txt"]


def test_a_failed_write_leaves_the_batches_before_it(folder, tmp_path):
    commits = []

    def full(step: str) -> None:
        commits.append(step)
        if commits.count("part written") == 2:
            raise OSError(28, "No space left on device")

    with pytest.raises(RuntimeError, match="No space left"):
        import_files(tmp_path / "corpus", [folder], batch_size=3, milestone=full)
    assert stored(tmp_path / "corpus") == ["1.txt", "2.txt", "3.txt"]
    import_files(tmp_path / "corpus", [folder], batch_size=3)
    assert len(stored(tmp_path / "corpus")) == 7


def test_an_article_whose_analysis_fails_is_named_and_the_rest_goes_in(folder, tmp_path, monkeypatch):
    whole = analysts.analyse_article

    def failing(article):
        if article.path == "4.txt":
            raise ValueError("no such luck")
        return whole(article)

    monkeypatch.setattr(analysts, "analyse_article", failing)
    report = import_files(tmp_path / "corpus", [folder])
    assert {row.path: row.reason for row in report.problems}["4.txt"] == "its analysis failed: ValueError: no such luck"
    assert report.articles == 6
    monkeypatch.setattr(analysts, "analyse_article", whole)
    assert import_files(tmp_path / "corpus", [folder]).articles == 1  # tried again, since it is not in


def test_two_imports_at_once_are_told_apart(folder, tmp_path):
    with writing(tmp_path / "corpus"), pytest.raises(RuntimeError, match="another import is writing"):
        import_files(tmp_path / "corpus", [folder])


def test_what_was_not_read_is_known_to_the_corpus_until_it_is(folder, tmp_path):
    import_files(tmp_path / "corpus", [folder])
    assert [name for name, _ in open_corpus(tmp_path / "corpus").not_read()] == ["9-vide.txt", "image.png"]
    (folder / "9-vide.txt").write_text(invented(9), encoding="utf-8")
    import_files(tmp_path / "corpus", [folder])
    assert [name for name, _ in open_corpus(tmp_path / "corpus").not_read()] == ["image.png"]


def test_progress_ends_at_all_and_never_goes_past(folder, tmp_path):
    shares = []
    import_files(tmp_path / "corpus", [folder], batch_size=2, tell=lambda progress: shares.append(progress.share()))
    assert shares[-1] == 1.0 and all(0 <= share <= 1 for share in shares)
    assert Progress().seconds_left() is None


def test_a_corpus_among_the_files_is_not_read(folder, tmp_path):
    assert sum(import_files(folder / "corpus", [folder]).states.values()) == 10
    assert sum(import_files(folder / "corpus", [folder]).states.values()) == 10


def test_where_streamlit_runs_many_are_analysed_in_several_processes_can_be_stopped_and_go_on(tmp_path, fake, monkeypatch):
    monkeypatch.setattr(alone.Alone.__init__, "__defaults__", (60.0, 4 << 30, "tests.corpus.ill_analyst"))
    folder = tmp_path / "many"
    folder.mkdir()
    for number in range(1, FEW + 10):
        (folder / f"{number:02d}.txt").write_text(invented(1).replace("numéro 1", f"numéro {number}"), encoding="utf-8")
    seen = []

    def tell(progress: Progress) -> None:
        seen.append(progress.seconds_left())
        if progress.articles_done == 20:
            raise Stopped

    stopped = import_files(tmp_path / "corpus", [folder], jobs=2, apart=True, tell=tell)
    assert (stopped.stopped, stopped.articles, fake) == (True, 20, []) and seen[-1] > 0
    assert import_files(tmp_path / "corpus", [folder], jobs=2, apart=True).articles == FEW + 9 - 20
    import_files(tmp_path / "one", [folder])
    parts, whole = (open_corpus(tmp_path / name).tables() for name in ("corpus", "one"))
    assert parts.articles.equals(whole.articles) and parts.actors.equals(whole.actors) and len(whole.articles) == FEW + 9
