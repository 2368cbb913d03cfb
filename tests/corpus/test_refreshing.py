"""What another version made is analysed again, and nothing else."""
import pytest

from analysis.corpus import analysts, open_corpus, refreshing
from analysis.corpus.importing import import_files
from analysis.corpus.refreshing import outdated, refresh
from analysis.corpus.rows import PART_TYPES
from analysis.corpus.versions import current_version
from tests.corpus.test_importing import FOREIGN, invented, unread_rows


@pytest.fixture
def seen(monkeypatch) -> list:
    """The articles that the analysis, here an empty one, is given."""
    seen = []

    def analyse(article):
        seen.append(article)
        return unread_rows(article)

    monkeypatch.setattr(analysts, "analyse_article", analyse)
    return seen


@pytest.fixture
def corpus(tmp_path, seen):
    """Three French articles and one in English, in two parts."""
    folder = tmp_path / "in"
    folder.mkdir()
    for number in range(1, 4):
        (folder / f"{number}.txt").write_text(invented(number), encoding="utf-8")
    (folder / "9.txt").write_text(FOREIGN, encoding="utf-8")
    import_files(tmp_path / "corpus", [folder], batch_size=2)
    return tmp_path / "corpus"


def become_newer(monkeypatch) -> None:
    newer = current_version().__class__("p", "l", "w", "newer")
    monkeypatch.setattr(refreshing, "current_version", lambda: newer)


def test_an_up_to_date_corpus_is_not_touched(corpus, seen):
    before = open_corpus(corpus).version
    seen.clear()
    assert refresh(corpus).outdated == 0
    assert open_corpus(corpus).version == before and not seen


def test_the_same_articles_are_analysed_again_and_stay_in_their_order(corpus, seen, monkeypatch):
    given, before = list(seen), {name: open_corpus(corpus).table(name) for name in PART_TYPES}
    become_newer(monkeypatch)
    seen.clear()
    done = refresh(corpus)
    assert (done.outdated, done.articles, done.failed, done.stopped) == (2, 4, [], False)
    assert seen == given
    after = open_corpus(corpus)
    assert not outdated(after)
    assert all(after.table(name).equals(table) for name, table in before.items())


def test_a_part_whose_analysis_fails_stays_as_it_was(corpus, monkeypatch):
    become_newer(monkeypatch)
    whole = analysts.analyse_article

    def failing(article):
        if article.path == "1.txt":
            raise ValueError("not today")
        return whole(article)

    monkeypatch.setattr(analysts, "analyse_article", failing)
    done = refresh(corpus)
    assert done.articles == 2 and "1.txt: its analysis failed" in done.failed[0][1]
    assert len(outdated(open_corpus(corpus))) == 1 and len(open_corpus(corpus).article_ids) == 4


def test_a_refresh_that_is_stopped_goes_on(corpus, monkeypatch):
    become_newer(monkeypatch)
    whole = analysts.analyse_article

    def stopping(article):
        if article.path == "3.txt":
            raise KeyboardInterrupt
        return whole(article)

    monkeypatch.setattr(analysts, "analyse_article", stopping)
    assert refresh(corpus).stopped
    assert len(outdated(open_corpus(corpus))) == 1
    monkeypatch.setattr(analysts, "analyse_article", whole)
    assert refresh(corpus).articles == 2
    assert not outdated(open_corpus(corpus))


def test_the_version_names_what_rows_depend_on():
    version = current_version()
    assert len({version.pipeline, version.lexicons, version.world, version.code}) == 4
    assert all(len(digest) == 12 for digest in (version.pipeline, version.lexicons, version.world, version.code))
