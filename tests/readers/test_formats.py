"""Each format gives the article's title, text, day, source and address; what cannot be read is named and the rest is read."""
import io
import zipfile
from datetime import date
from textwrap import wrap

import pytest

from analysis.articles import Article
from analysis.readers import Note, Rejected, read_articles, read_bytes
from analysis.readers.columns import guess, parsed
from tests.hostile.tables import sheets_of
from tests.readers import files
from tests.readers.files import FIRST, SECOND, TITLE

DAY, PAPER, ADDRESS = date(2024, 9, 11), "Le Courrier d'essai", "https://courrier.example/rome"
WORD = files.docx([("Title", TITLE), ("Normal", FIRST), ("Normal", SECOND)])
CASES = {  # file → (content, source, address, where the day comes from)
    "page.html": (files.PAGE.encode(), PAPER, ADDRESS, "metadata"),
    "page.htm": (files.PAGE.encode("cp1252"), PAPER, ADDRESS, "metadata"),
    "note.md": (files.MARKDOWN.encode(), PAPER, ADDRESS, "metadata"),
    "factiva.html": (files.FACTIVA.encode(), PAPER, "", "metadata"),
    "2024-09-11 rome.docx": (WORD, "", "", "file name"),
    "2024-09-11 rome.pdf": (files.pdf([TITLE, *wrap(FIRST, 70), *wrap(SECOND, 70)]), "", "", "file name"),
    "flux.rss": (files.RSS.encode(), PAPER, ADDRESS, "metadata"),
    "flux.xml": (files.ATOM.encode(), PAPER, ADDRESS, "metadata"),
    "a.csv": (files.csv_file(",").encode(), PAPER, ADDRESS, "metadata"),
    "b.csv": (files.csv_file(";").encode("cp1252"), PAPER, ADDRESS, "metadata"),
    "c.tsv": (files.csv_file("\t").encode("utf-16"), PAPER, ADDRESS, "metadata"),
    "d.xlsx": (files.xlsx(), PAPER, ADDRESS, "metadata"),
    "e.json": (files.JSON.encode(), PAPER, ADDRESS, "metadata"),
    "f.jsonl": (files.JSON_LINES.encode(), PAPER, ADDRESS, "metadata"),
    "europresse.html": (files.EUROPRESSE.encode(), PAPER, "", "metadata"),
    "nexis.docx": (files.nexis(), PAPER, "", "metadata"),
    "tout.zip": (files.zip_of({"2024/page.html": files.PAGE}), PAPER, ADDRESS, "metadata"),
}


def articles(data: bytes, name: str, **columns: str) -> list[Article]:
    return [found for found in read_bytes(data, name, columns) if isinstance(found, Article)]


def reasons(data: bytes, name: str, **columns: str) -> dict[str, str]:
    return {found.path: found.reason for found in read_bytes(data, name, columns) if isinstance(found, Rejected)}


@pytest.mark.parametrize("name", CASES)
def test_a_format_gives_the_article(name):
    data, source, address, origin = CASES[name]
    article = articles(data, name)[0]
    assert article.text == f"{TITLE}\n\n{FIRST}\n\n{SECOND}"
    assert article.text[article.title_start:article.title_end] == article.title == TITLE
    assert article.text[article.body_start:].startswith(FIRST)
    assert (article.published_first, article.published_last, article.dated_by) == (DAY, DAY, origin)
    assert (article.source, article.url, article.language) == (source, address, "fr")


def test_the_same_article_is_one_article_in_every_format(tmp_path):
    for name, (data, *_) in CASES.items():
        (tmp_path / name).write_bytes(data)
    found, rejected = read_articles([tmp_path])
    assert [article.title for article in found] == [TITLE, "Tunis répond à Rome", "Tunis répond"]
    assert sum("the same text as" in reason for _, reason in rejected) == len(CASES) - 1


@pytest.mark.parametrize(("name", "data", "place", "reason"), [
    ("europresse.html", files.EUROPRESSE.encode(), "europresse.html#3", "no text in it"),
    ("flux.rss", files.RSS.encode(), "flux.rss#2", "no text in it"),
    ("a.csv", files.csv_file(",").encode(), "a.csv#2", "2 cells where the header has 5"),
    ("e.json", files.JSON.encode(), "e.json#2", "no object"),
    ("f.jsonl", files.JSON_LINES.encode(), "f.jsonl#2", "no JSON"),
])
def test_a_faulty_piece_is_named_and_the_rest_is_read(name, data, place, reason):
    assert reason in reasons(data, name)[place]
    assert articles(data, name)


@pytest.mark.parametrize(("name", "data", "reason"), [
    ("a.html", b"", "empty"),
    ("a.html", b"<html><body><nav>Menu</nav></body></html>", "no article was found"),
    ("a.docx", b"PK not really", "cannot be opened"),
    ("a.docx", files.zip_of({"x": "y"}), "no Word document"),
    ("a.docx", files.docx([("Normal", "a" * 100)] * 20_000), "times its size"),
    ("a.docx", files.zip_of({"word/document.xml": '<!DOCTYPE d [<!ENTITY a "b">]><d>&a;</d>'}), "entities of its own"),
    ("a.docx", files.zip_of({"word/document.xml": "<w:document"}), "no well-formed XML"),
    ("a.pdf", b"", "empty"),
    ("a.pdf", b"%PDF-1.4", "cannot be read"),
    ("a.pdf", files.pdf([]), "no text layer"),
    ("a.pdf", files.pdf([], pages=0), "no text layer"),
    ("a.pdf", files.pdf(["Un"], pages=301), "301 pages"),
    ("a.xml", b"<opml/>", "no RSS or Atom"),
    ("a.csv", b"a,b\n1,2\n", "no column is known to hold the text"),
    ("a.json", b'{"a":' * 100_000, "no JSON"),
    ("a.json", b'"texte"', "no list of articles"),
    ("a.xlsx", b"PK", "cannot be opened"),
    ("a.xlsx", files.zip_of({"x": "y"}), "workbook cannot be read"),
    ("a.zip", b"PK", "cannot be opened"),
    ("a.doc", b"x", "kind .doc are not read"),
])
def test_what_gives_no_article_gives_a_reason(name, data, reason):
    assert not articles(data, name)
    assert reason in "; ".join(reasons(data, name).values())


def test_columns_are_guessed_told_and_corrected():
    data = b"id;notes;resume\n1;Paris condamne ce tir.;Court\n"
    assert guess(["Title", "HEADLINE", "Corps", "pubDate"]) == {"title": "Title", "text": "Corps", "date": "pubDate"}
    assert next(read_bytes(data, "a.csv")) == Note("a.csv", "columns: text ← resume")
    assert articles(data, "a.csv", text="notes")[0].text == "Paris condamne ce tir."
    assert "no column 'absent'" in reasons(data, "a.csv", text="absent")["a.csv"]
    assert parsed(["text=Le texte", "date=a=b"]) == {"text": "Le texte", "date": "a=b"}
    with pytest.raises(ValueError, match="FIELD=COLUMN"):
        parsed(["texte=x"])


def test_cells_keep_what_is_written_in_them():
    data = 'source,text,date\nNA,"007 a dit =1+1 à Paris",03/04/2024\n'.encode()
    [article] = articles(data, "a.csv")
    assert (article.source, article.text, article.published_first) == ("NA", "007 a dit =1+1 à Paris", date(2024, 4, 3))


_SHEET = [["titre", "texte"], ["Rome répond", "L'Italie dément."]]


def test_every_sheet_of_a_workbook_is_read_and_empty_ones_are_no_fault():
    other = [["texte", "date"], ["La Tunisie s'étonne.", date(2024, 9, 11)]]
    book = sheets_of({"Mai": _SHEET, "Vide": [], "Juin": other})
    assert [(each.path, each.text) for each in articles(book, "a.xlsx")] == [
        ("a.xlsx#Mai#1", "Rome répond\n\nL'Italie dément."), ("a.xlsx#Juin#1", "La Tunisie s'étonne.")]
    assert articles(book, "a.xlsx")[1].published_first == date(2024, 9, 11) and not reasons(book, "a.xlsx")
    notes = [found for found in read_bytes(book, "a.xlsx") if isinstance(found, Note)]
    assert [note.path for note in notes] == ["a.xlsx#Mai", "a.xlsx#Juin"]
    assert [each.path for each in articles(sheets_of({"Mai": _SHEET, "Vide": []}), "a.xlsx")] == ["a.xlsx#1"]


@pytest.mark.parametrize("first", [True, False])
def test_a_sheet_that_is_no_table_of_articles_is_named_and_the_others_are_read(first):
    readme = {"=Lisez _moi_": [["à faire"], ["rien"]]}
    book = sheets_of(readme | {"Mai": _SHEET} if first else {"Mai": _SHEET} | readme)
    assert [each.path for each in articles(book, "a.xlsx")] == ["a.xlsx#Mai#1"]
    assert list(reasons(book, "a.xlsx")) == ["a.xlsx#=Lisez _moi_"]


def test_a_header_row_that_is_missing_is_no_empty_sheet():
    book = sheets_of({"Mai": _SHEET, "Sans": [[None, None], ["Rome", "L'Italie dément encore."]]})
    assert "no column" in reasons(book, "a.xlsx")["a.xlsx#Sans"]


@pytest.mark.parametrize(("name", "reason"), [("../a.txt", "leads out"), ("/a.txt", "leads out"), ("C:\\a.txt", "leads out"),
                                              ("image.png", "kind .png"), ("nul.txt", "empty")])
def test_an_entry_that_is_not_read_is_named(name, reason):
    data = files.zip_of({name: "", "b/bon.txt": "Paris condamne ce tir."})
    assert [article.path for article in articles(data, "a.zip")] == ["a.zip/b/bon.txt"]
    [(place, said)] = reasons(data, "a.zip").items()
    assert place == f"a.zip/{name}".replace("\\", "/") or place == f"a.zip/{name}"
    assert reason in said


def test_a_bomb_is_not_unpacked():
    bomb = files.zip_of({"a.txt": b"a" * 30_000_000})
    assert "unpacks to more than 4 MB" in reasons(bomb, "a.zip")["a.zip/a.txt"]
    nested = files.zip_of({"b.zip": files.zip_of({"c.zip": files.zip_of({"d.txt": "Paris."})})})
    assert "nested more than 2 deep" in reasons(nested, "a.zip")["a.zip/b.zip/c.zip"]


def test_a_link_in_an_archive_is_not_followed():
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        link = zipfile.ZipInfo("lien.txt")
        link.external_attr = 0o120777 << 16
        archive.writestr(link, "/etc/passwd")
    assert "a link" in reasons(buffer.getvalue(), "a.zip")["a.zip/lien.txt"]


def test_deep_nesting_makes_a_page_partial():
    deep = files.PAGE.replace("</article>", "</article>" + "<div>" * 300 + "fin" + "</div>" * 300)
    assert "nested more than 250 deep" in reasons(deep.encode(), "a.html")["a.html"]
    assert articles(deep.encode(), "a.html")


@pytest.mark.parametrize("address", ["javascript:alert(1)", "file:///etc/passwd", "data:text/html,x"])
def test_only_addresses_of_the_web_are_kept(address):
    assert articles(f"text;url\nParis condamne.;{address}\n".encode(), "a.csv")[0].url == ""


def test_tracked_deletions_are_no_text():
    deleted = ("<w:p><w:r><w:t>Paris </w:t></w:r><w:del><w:r><w:delText>ne </w:delText></w:r></w:del>"
               "<w:ins><w:r><w:t>condamne.</w:t></w:r></w:ins></w:p>")
    assert articles(files.docx([("Normal", "Une première ligne.")], deleted), "a.docx")[0].text.endswith("Paris condamne.")
