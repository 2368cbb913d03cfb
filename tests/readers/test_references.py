"""Bibliographies: RIS, BibTeX and CSL-JSON."""
import json
from datetime import date

import pytest

from analysis.articles import Article
from analysis.readers import Note, Rejected, read_bytes
from analysis.readers.references import references
from tests.readers.files import FIRST, TITLE

RIS = f"""TY  - NEWS
TI  - {TITLE}
T2  - Le Courrier d'essai
DA  - 2024/09/11/
UR  - https://courrier.example/rome
AB  - {FIRST}
ER  -

TY  - NEWS
TI  - Attaché
PY  - 2023
L1  - files/12/note.txt
ER  -

TY  - NEWS
TI  - Sans rien
ER  -
"""
BIB = f"""@comment{{x, title = {{non}}}}
@article{{rome2024,
  title = {{{{Rome}} convoque l'ambassadeur de Tunisie}},
  journal = "Le Courrier d'essai", date = {{2024-09-11}},
  url = {{https://courrier.example/rome}},
  abstract = {{{FIRST}}}
}}
@article{{note, title = {{Attaché}}, year = 2023, month = mar, file = {{Note:files/12/note.txt:text/plain;files/13/b.pdf}}}}
@article{{rien, title = {{Sans rien}}}}
"""
CSL = json.dumps([{"type": "article-newspaper", "title": TITLE, "container-title": "Le Courrier d'essai", "abstract": FIRST,
                   "issued": {"date-parts": [[2024, "9", 11]]}, "URL": "https://courrier.example/rome"}])


@pytest.mark.parametrize(("name", "content"), [("z.ris", RIS), ("z.bib", BIB), ("z.json", CSL)])
def test_an_abstract_is_a_text(name, content):
    found = list(read_bytes(content.encode(), name))
    [article] = [each for each in found if isinstance(each, Article)]
    assert article.text == f"{TITLE}\n\n{FIRST}"
    assert (article.published_first, article.dated_by) == (date(2024, 9, 11), "metadata")
    assert (article.source, article.url) == ("Le Courrier d'essai", "https://courrier.example/rome")


@pytest.mark.parametrize(("name", "content"), [("z.ris", RIS), ("z.bib", BIB)])
def test_what_gives_no_text_is_said(name, content):
    found = list(read_bytes(content.encode(), name))
    assert [each.words.split()[0] for each in found if isinstance(each, Note)] == ["1"]
    assert [(each.path, each.reason) for each in found if isinstance(each, Rejected)] == [
        (f"{name}#3", "it is a reference without an abstract and without an attached file")]


def test_attached_files_and_coarse_days_are_read():
    assert references(RIS.encode(), "z.ris")[1][1:] == ((date(2023, 1, 1), date(2023, 12, 31)), "", "", "", ("files/12/note.txt",))
    noted = references(BIB.encode(), "z.bib")[1]
    assert noted.published == (date(2023, 3, 1), date(2023, 3, 31)) and noted.files == ("files/12/note.txt", "files/13/b.pdf")


@pytest.mark.parametrize(("name", "content"), [("z.ris", "rien"), ("z.bib", "@article{x"), ("z.bib", "@article{x, title = {" + "{" * 9_000),
                                              ("z.bib", "@article{x, title = {" * 200_000)])
def test_what_is_no_bibliography_is_refused(name, content):
    assert all(isinstance(each, Rejected) for each in read_bytes(content.encode(), name))
