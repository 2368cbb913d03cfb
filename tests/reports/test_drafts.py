"""A report kept between visits: all of it comes back, pictures lie beside it once, and what is damaged is left or left out."""
from dataclasses import replace

import pytest

from analysis.reports import Source
from analysis.reports.drafts import FILE, FOLDER, MOST, Draft, DraftError, change_draft, draft_folder, draft_state, read_draft
from tests.corpus.batches import fill
from tests.hostile import HOSTILE
from tests.reports.test_reports import PNG, chart, passage


def keep(place, *items, **more) -> Draft:
    return change_draft(place, lambda draft: replace(draft, items=items, **more))


def test_all_comes_back_in_its_order(tmp_path):
    items = (chart(), passage(), chart("Réseau"), passage("Riga répond.", Source("", "", "", "")))
    keep(tmp_path / "a", *items, title="Rabat", author="Ada")
    assert read_draft(tmp_path / "a") == Draft("Rabat", "Ada", items)
    assert sorted(path.suffix for path in (tmp_path / "a").iterdir()) == [".json", ".png", ".svg"]


def test_a_change_is_of_what_is_there_now_and_pictures_go_with_their_charts(tmp_path):
    keep(tmp_path, chart(), passage())
    before = draft_state(tmp_path)
    now = change_draft(tmp_path, lambda draft: replace(draft, items=draft.items[1:]))
    assert now.items == (passage(),) and [path.name for path in tmp_path.iterdir()] == [FILE]
    assert draft_state(tmp_path) != before and draft_state(tmp_path / "none") == 0


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_comes_back_as_it_was(tmp_path, text):
    keep(tmp_path, passage(text), title=text)
    assert read_draft(tmp_path).items[0].sentence == text


def test_a_picture_that_is_gone_or_another_is_said(tmp_path):
    keep(tmp_path, chart(), passage())
    next(tmp_path.glob("*.png")).write_bytes(PNG + b"x")
    assert read_draft(tmp_path) == Draft(items=(passage(),), lost=1)
    next(tmp_path.glob("*.svg")).unlink()
    assert read_draft(tmp_path).lost == 1


def test_a_draft_names_no_file_elsewhere(tmp_path):
    keep(tmp_path / "a", chart())
    (tmp_path / "secret.png").write_bytes(PNG)
    file = tmp_path / "a" / FILE
    name = next((tmp_path / "a").glob("*.png")).name
    file.write_text(file.read_text(encoding="utf-8").replace(name, "../secret.png"), encoding="utf-8")
    assert read_draft(tmp_path / "a").lost == 1


@pytest.mark.parametrize("content", ["", "[]", "{}", '{"title":"","author":"","items":[{"kind":"passage"}]}', '{"title":"","author":"","items":7}'])
def test_what_is_no_draft_is_left_as_it_is(tmp_path, content):
    (tmp_path / FILE).write_text(content, encoding="utf-8")
    with pytest.raises(DraftError):
        keep(tmp_path, passage())
    assert (tmp_path / FILE).read_text(encoding="utf-8") == content


def test_it_lies_beside_a_corpus_and_never_among_articles(tmp_path, monkeypatch):
    monkeypatch.setenv("HOMOLOGUE_SETTINGS", str(tmp_path / "settings"))
    fill(tmp_path / "corpus", "a1")
    (tmp_path / "articles").mkdir()
    ada, bo = (draft_folder(tmp_path / "corpus", who) for who in ("Ada@example.org", "bo@example.org"))
    assert ada.parent == tmp_path / "corpus" / FOLDER and ada != bo and ada == draft_folder(tmp_path / "corpus", " ada@Example.org")
    for place in (draft_folder(tmp_path / "articles", ""), draft_folder(tmp_path / "corpus", "", beside=False)):
        assert place.is_relative_to(tmp_path / "settings")


def test_more_than_a_report_holds_is_not_read(tmp_path):
    keep(tmp_path, *(passage(f"Phrase {number}.") for number in range(MOST + 5)))
    assert len(read_draft(tmp_path).items) == MOST
