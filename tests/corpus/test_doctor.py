"""The doctor: says what is wrong and what is lost, repairs what can be, and never deletes."""
from pathlib import Path

import pytest

from analysis.commands import main
from analysis.corpus import CorpusError, open_corpus, writing
from analysis.corpus.doctor import ASIDE, UNKNOWN, examine, repair
from analysis.corpus.manifest import NAME, read_manifest
from analysis.corpus.parts import FOLDER
from tests.corpus.batches import MADE_BY, batch, fill

ARTICLES = ("a1", "a2", "a3")


@pytest.fixture
def corpus(tmp_path) -> Path:
    """Three articles, one a part."""
    fill(tmp_path, *ARTICLES)
    return tmp_path


def file_of(folder: Path, number: int, table: str) -> Path:
    return folder / FOLDER / read_manifest(folder).parts[number].name / f"{table}.parquet"


def held(folder: Path) -> set[str]:
    return set(open_corpus(folder).tables().articles["article_id"])


def everything(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_a_sound_corpus_has_nothing_wrong_and_repair_leaves_it(corpus):
    before = everything(corpus)
    assert examine(corpus) == [] and repair(corpus) == []
    assert everything(corpus) == before


def test_no_corpus_is_said(tmp_path):
    with pytest.raises(CorpusError, match="holds no corpus"):
        examine(tmp_path)


@pytest.mark.parametrize("content", [b"", b"x", None])
@pytest.mark.parametrize("table", ["stances", "mentions", "actors", "stance_index"])
def test_what_was_made_of_the_articles_can_be_made_again(corpus, table, content):
    damage(file_of(corpus, 1, table), content)
    finding, = examine(corpus)
    assert table in finding.wrong and finding.lost == ""
    line, = repair(corpus)
    assert "1 articles kept" in line and held(corpus) == set(ARTICLES)
    assert examine(corpus) == [] and read_manifest(corpus).parts[1].version == UNKNOWN  # so that refresh analyses it
    assert len(list((corpus / ASIDE).iterdir())) == 1


@pytest.mark.parametrize("content", [b"", b"PAR1 but not what was written", None])
def test_lost_articles_are_counted_and_their_files_named(corpus, content):
    damage(file_of(corpus, 0, "articles"), content)
    finding, = examine(corpus)
    assert finding.lost.startswith("1 articles")
    line, = repair(corpus)
    assert "import again: a1.txt" in line and held(corpus) == {"a2", "a3"} and examine(corpus) == []
    assert (corpus / ASIDE).is_dir()


def damage(path: Path, content: bytes | None) -> None:
    path.unlink() if content is None else path.write_bytes(content)


@pytest.mark.parametrize("content", [b"", b"{", b'{"format": 0}', b'{"format": 1, "serial": 3, "parts": [{}]}', None])
def test_a_manifest_is_made_anew_from_the_parts(corpus, content):
    damage(corpus / NAME, content)
    finding, = examine(corpus)
    assert "3 whole parts" in finding.wrong
    lines = repair(corpus)
    assert "3 parts, 3 articles" in lines[0] and held(corpus) == set(ARTICLES) and examine(corpus) == []
    assert content is None or (corpus / ASIDE / NAME).read_bytes() == content


def test_a_part_that_was_replaced_does_not_come_back(corpus):
    with writing(corpus) as writer:
        old = corpus / FOLDER / writer.manifest.parts[0].name
        kept = {path.name: path.read_bytes() for path in old.iterdir()}
        writer.commit(batch_of("a1"), MADE_BY, instead_of=(writer.manifest.parts[0],))
    old.mkdir()
    for name, data in kept.items():
        (old / name).write_bytes(data)
    (corpus / NAME).unlink()
    repair(corpus)
    assert sorted(open_corpus(corpus).tables().articles["article_id"]) == list(ARTICLES)


def batch_of(*article_ids: str):
    from tests.tables_fixture import small_tables

    return batch(small_tables(), *article_ids)


def test_parts_without_a_manifest_are_never_cleared_away(corpus):
    (corpus / NAME).unlink()
    before = everything(corpus)
    with pytest.raises(CorpusError, match="doctor"), writing(corpus):
        pytest.fail("wrote over what is left")
    assert everything(corpus) == before


def test_the_command_says_and_repairs(corpus, capsys):
    assert main(["doctor", "--corpus", str(corpus)]) == 0
    assert "nothing is wrong" in capsys.readouterr().out
    file_of(corpus, 2, "articles").write_bytes(b"")
    assert main(["doctor", "--corpus", str(corpus)]) == 1
    assert "lost: 1 articles" in capsys.readouterr().out


def test_the_command_refuses_what_is_no_corpus(tmp_path, capsys):
    assert main(["doctor", "--corpus", str(tmp_path)]) == 1
    assert "holds no corpus" in capsys.readouterr().err
