"""Articles go with all that came from them, small parts come together, and neither loses anything else."""
from datetime import date

import pytest

from analysis.corpus import CorpusError, open_corpus, writing
from analysis.corpus.manifest import read_manifest
from analysis.corpus.parts import FOLDER
from analysis.corpus.upkeep import Which, compact, delete
from analysis.tables import ROW_TYPES
from tests.corpus.batches import MADE_BY, batch, fill

ALL = ["a1", "a2", "a3", "a4"]


def held(folder) -> list[str]:
    return open_corpus(folder).column("articles", "article_id")


@pytest.mark.parametrize(("which", "gone"), [
    (Which(ids=frozenset({"a2"})), ["a2"]),
    (Which(ids=frozenset({"a1", "a4", "zz"})), ["a1", "a4"]),
    (Which(sources=frozenset({"Agence témoin"})), ["a2", "a3"]),
    (Which(first=date(2024, 3, 11)), ["a2", "a3"]),
    (Which(first=date(2024, 4, 2)), []),
    (Which(last=date(2024, 3, 4)), ["a1"]),
    (Which(first=date(2024, 3, 1), last=date(2024, 3, 31)), ["a1", "a2"]),
    (Which(sources=frozenset({"Agence témoin"}), last=date(2024, 3, 31)), ["a2"]),
    (Which(sources=frozenset({""})), ["a4"]),
    (Which(), []),
])
@pytest.mark.parametrize("together", [True, False])
def test_the_articles_that_fit_go_with_all_their_rows(tmp_path, small_tables, which, gone, together):
    if together:
        with writing(tmp_path) as writer:
            writer.commit(batch(small_tables, *ALL), MADE_BY)
    else:
        fill(tmp_path, *ALL)
    serial = read_manifest(tmp_path).serial
    with writing(tmp_path) as writer:
        assert delete(writer, which, only_count=True) == len(gone) and held(tmp_path) == ALL
        assert delete(writer, which) == len(gone)
    left = [key for key in ALL if key not in gone]
    assert held(tmp_path) == left
    corpus = open_corpus(tmp_path)
    for name in ("mentions", "dates", "statements", "stances", "intake"):
        assert set(corpus.column(name, "article_id")) <= set(left)
    assert corpus.column("files", "path") == [f"{key}.txt" for key in left]
    assert read_manifest(tmp_path).serial == serial + bool(gone)
    assert len(list((tmp_path / FOLDER).iterdir())) == len(corpus.parts)


def test_small_parts_come_together_and_say_the_same(tmp_path):
    fill(tmp_path, *ALL)
    before = open_corpus(tmp_path).tables()
    with writing(tmp_path) as writer:
        assert compact(writer, full=3) == (4, 2)
        assert compact(writer) == (2, 1)
        assert compact(writer) == (1, 1)
    after = open_corpus(tmp_path).tables()
    assert all(getattr(after, name).equals(getattr(before, name)) for name in ROW_TYPES)
    assert len(list((tmp_path / FOLDER).iterdir())) == 1


def test_parts_of_different_versions_stay_apart(tmp_path, small_tables):
    fill(tmp_path, "a1")
    with writing(tmp_path) as writer:
        writer.commit(batch(small_tables, "a2"), MADE_BY.__class__("p2", "l1", "w1", "c1"))
        assert compact(writer) == (2, 2)


def test_nothing_is_rewritten_where_a_part_is_damaged(tmp_path):
    fill(tmp_path, "a1", "a2")
    (tmp_path / FOLDER / read_manifest(tmp_path).parts[0].name / "articles.parquet").write_bytes(b"x")
    with writing(tmp_path) as writer:
        for act in (compact, lambda each: delete(each, Which(ids=frozenset({"a2"})))):
            with pytest.raises(CorpusError, match="put back a copy"):
                act(writer)
    assert held(tmp_path) == ["a2"]
