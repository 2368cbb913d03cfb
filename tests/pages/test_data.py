"""The corpus: read once, again only where something changed, and named in the reader's language."""
import pytest
import streamlit as st

from analysis.views import Selection
from pages.parts import data
from tests.corpus.batches import fill


@pytest.fixture
def folder(tmp_path, monkeypatch):
    (tmp_path / "un.txt").write_text("Un", encoding="utf-8")
    monkeypatch.setenv("HOMOLOGUE_CORPUS", str(tmp_path))
    st.cache_resource.clear()
    yield tmp_path
    st.cache_resource.clear()


def test_the_folder_is_the_one_named_or_the_imported_corpus_or_the_seeds(folder, tmp_path, monkeypatch):
    assert data.corpus_folder() == folder
    monkeypatch.delenv("HOMOLOGUE_CORPUS")
    monkeypatch.setattr(data, "_ROOT", tmp_path / "app")
    assert data.corpus_folder() == tmp_path / "app" / "seeds"
    fill(tmp_path / "app" / "corpus", "a1")
    assert data.corpus_folder() == tmp_path / "app" / "corpus"


def test_imports_go_into_a_corpus_and_never_among_articles(folder, tmp_path, monkeypatch):
    assert data.import_folder() is None
    for name in ("absent", "empty"):
        monkeypatch.setenv("HOMOLOGUE_CORPUS", str(tmp_path / name))
        assert data.import_folder() == tmp_path / name
        (tmp_path / "empty").mkdir(exist_ok=True)
    fill(tmp_path / "empty", "a1")
    assert data.import_folder() == tmp_path / "empty"


def test_the_fingerprint_changes_with_files_and_pipeline(folder, monkeypatch):
    seen = {data.fingerprint(folder)}
    (folder / "deux.txt").write_text("Deux", encoding="utf-8")
    seen.add(data.fingerprint(folder))
    (folder / "un.txt").write_text("Un et demi", encoding="utf-8")
    seen.add(data.fingerprint(folder))
    monkeypatch.setenv("HOMOLOGUE_MODEL", "fr_other")
    seen.add(data.fingerprint(folder))
    assert len(seen) == 4
    assert data.fingerprint(folder) in seen


def test_a_folder_is_read_once_until_it_changes(folder, monkeypatch, small_tables):
    read = []

    def reading(path, progress):
        read.append(path)
        progress(1, 2)
        return small_tables, ()

    monkeypatch.setattr(data, "read_tables", reading)
    first = data.current_reading()
    first.thread.join()
    assert data.current_reading() is first and len(read) == 1
    assert first.seconds_left() is not None and (first.done, first.total) == (1, 2)
    (folder / "deux.txt").write_text("Deux", encoding="utf-8")
    data.current_reading().thread.join()
    assert len(read) == 2


def test_time_left_is_unknown_before_the_first_article_is_done(folder):
    assert data.Reading(folder, "v", total=3).seconds_left() is None


def test_what_is_wrong_is_kept_for_the_reader(folder, monkeypatch):
    def failing(path, progress):
        raise OSError("disk on fire")

    monkeypatch.setattr(data, "read_tables", failing)
    reading = data.current_reading()
    reading.thread.join()
    assert reading.tables is None and "disk on fire" in reading.failure
    monkeypatch.setattr(data, "read_tables", lambda path, progress: (None, ()))
    data.read_again()
    assert data.current_reading() is not reading


@pytest.mark.parametrize(("language", "expected"), [("en", {"Morocco", "United Nations"}), ("fr", {"Maroc", "ONU"})])
def test_countries_are_named_in_the_readers_language(folder, small_tables, language, expected):
    reading = data.Reading(folder, f"names-{language}", tables=small_tables)
    corpus = data.corpus_of(reading, language)
    assert expected <= set(corpus.prepared["target_name"]) | set(corpus.prepared["source_name"])
    assert "Hélène Marchais" in set(corpus.prepared["source_name"])


def test_a_view_is_cut_from_its_own_corpus(folder, small_tables, make_tables):
    few = data.corpus_of(data.Reading(folder, "few", tables=small_tables), "en")
    many = data.corpus_of(data.Reading(folder, "many", tables=make_tables(60, seed=1)), "en")
    assert len(data.view_of(few, Selection())) == 25
    assert len(data.view_of(many, Selection())) == 60
    assert 0 < len(data.view_of(few, Selection(countries=("RUS",)))) < 25


def test_a_corpus_is_opened_and_read_again_after_a_commit(folder, tmp_path_factory, monkeypatch):
    corpus = tmp_path_factory.mktemp("corpus")
    monkeypatch.setenv("HOMOLOGUE_CORPUS", str(corpus))
    fill(corpus, "a1", "a2")
    first = data.current_reading()
    first.thread.join()
    assert first.stock.tables.articles["article_id"].to_list() == ["a1", "a2"] and first.rejected == ()
    fill(corpus, "a3")
    second = data.current_reading()
    second.thread.join()
    assert len(second.stock.tables.articles) == 3


def test_a_corpus_behind_a_url_is_read_from_its_copy(tmp_path, monkeypatch, small_tables):
    url = f"local://{tmp_path}/store/corpus"
    for name, value in (("HOMOLOGUE_CORPUS", url), ("HOMOLOGUE_COPIES", str(tmp_path / "copies"))):
        monkeypatch.setenv(name, value)
    st.cache_resource.clear()
    assert data.import_folder() == url
    missing = data.current_reading()
    assert not missing.thread.is_alive() and missing.tables is None and f"{url} holds no corpus" in missing.failure
    fill(url, "a1", "a2")
    data.read_again()
    reading = data.current_reading()
    reading.thread.join()
    assert data.corpus_folder().is_relative_to(tmp_path / "copies") and not reading.failure
    assert reading.stock.tables.articles["article_id"].to_list() == ["a1", "a2"]
    st.cache_resource.clear()
