"""A bibliography beside its files fills in what the files do not say."""
from datetime import date

from analysis.corpus import analysts, open_corpus
from analysis.corpus.importing import import_files
from tests.corpus.test_importing import unread_rows


def test_attached_files_get_their_day_and_source(tmp_path, monkeypatch):
    monkeypatch.setattr(analysts, "analyse_article", unread_rows)
    folder = tmp_path / "in"
    (folder / "files").mkdir(parents=True)
    (folder / "z.ris").write_text("".join(f"TY  - NEWS\nTI  - Titre {name}\nT2  - Le Courrier d'essai\nDA  - 2024/09/11\nL1  - files/{name}.txt\nER  -\n"
                                          for name in ("a", "b", "absent")), encoding="utf-8")
    (folder / "files" / "a.txt").write_text("La Norvège condamne ce tir.", encoding="utf-8")
    (folder / "files" / "b.txt").write_text(" date 2020-01-02 Oslo\n\nLa Norvège appelle au calme.", encoding="utf-8")
    (folder / "absent.txt").write_text("La Finlande salue ce geste.", encoding="utf-8")
    (folder / "c.txt").write_text("La Suède se tait.", encoding="utf-8")
    report = import_files(tmp_path / "corpus", [folder])
    assert report.states == {"stored": 5} and len(report.notes) == 1
    articles = open_corpus(tmp_path / "corpus").tables().articles.set_index("path")
    known = {path: (row.title, row.source, None if row.published_first is None else str(row.published_first)[:10])
             for path, row in articles.iterrows()}
    assert known["files/a.txt"] == ("Titre a", "Le Courrier d'essai", str(date(2024, 9, 11)))
    assert known["files/b.txt"] == ("Oslo", "Le Courrier d'essai", "2020-01-02")
    assert known["absent.txt"] == ("Titre absent", "Le Courrier d'essai", "2024-09-11")
    assert known["c.txt"][:2] == ("", "")
