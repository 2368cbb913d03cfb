"""Files in every state a user's folder may hold: each gives an article or a reason."""
from datetime import date

import pytest

from analysis.readers import MAX_BYTES, read_articles
from analysis.readers.decoding import ReadError, decode
from analysis.readers.text import read

BODY = "Paris s’inquiète d’une « escalade »\n\nLa France a appelé l’Iran à la retenue."


@pytest.mark.parametrize(("data", "expected"), [
    (BODY.encode(), BODY),
    (b"\xef\xbb\xbf" + BODY.encode(), BODY),
    (b"\xff\xfe" + BODY.encode("utf-16-le"), BODY),
    (b"\xfe\xff" + BODY.encode("utf-16-be"), BODY),
    (b"\xff\xfe\x00\x00" + BODY.encode("utf-32-le"), BODY),
    (BODY.encode("cp1252"), BODY),
    ("un\r\ndeux\rtrois".encode(), "un\ndeux\ntrois"),
])
def test_every_encoding_gives_the_same_text(data, expected):
    assert decode(data) == expected


@pytest.mark.parametrize(("data", "reason"), [
    (b"", "empty"),
    (b"\xef\xbb\xbf", "no text"),
    (b" \n\t 12 -- \n", "no text"),
    (bytes(range(256)) * 4, "binary"),
    (BODY.encode("utf-16-le"), "binary"),
    (b"\xff\xfea", "cannot be decoded"),
    (b"\x81\xb0\xba\xc3 text", "cannot be decoded"),
])
def test_what_is_no_text_is_refused_with_its_reason(data, reason):
    with pytest.raises(ReadError, match=reason):
        decode(data)


@pytest.mark.parametrize(("header", "first", "last"), [
    (" date 2022-10-24 ", date(2022, 10, 24), date(2022, 10, 24)),
    (" date 2022-10 ", date(2022, 10, 1), date(2022, 10, 31)),
    ("date 2024-02 ", date(2024, 2, 1), date(2024, 2, 29)),
    ("\n date 2022 ", date(2022, 1, 1), date(2022, 12, 31)),
    ("date 2022-10-24\n", date(2022, 10, 24), date(2022, 10, 24)),
    ("", None, None),
    (" date 2022-13 ", None, None),
    (" date 2022-02-30 ", None, None),
])
def test_header_gives_the_days_it_knows(header, first, last):
    article = read(header + "Titre\n\nCorps du texte.", "a.txt")
    assert (article.published_first, article.published_last) == (first, last)
    assert article.title == "Titre"
    assert article.text[article.title_start:article.title_end] == "Titre"
    assert article.text[article.body_start:] == "Corps du texte."


@pytest.mark.parametrize("text", ["Une seule ligne sans titre.", "x" * 400 + "\n\nsuite du texte"])
def test_a_paragraph_is_no_title(text):
    article = read(text, "a.txt")
    assert article.title == ""
    assert article.body_start == 0


def test_a_folder_is_read_and_every_other_file_is_named(tmp_path):
    (tmp_path / "sous").mkdir()
    (tmp_path / "sous" / "b.txt").write_text(BODY)
    (tmp_path / "a.txt").write_text("Autre titre\n\nAutre texte.")
    (tmp_path / "copie.txt").write_text(BODY)
    (tmp_path / "vide.txt").touch()
    (tmp_path / "image.png").write_bytes(b"\x89PNG")
    (tmp_path / "gros.txt").write_bytes(b"a" * (MAX_BYTES + 1))
    (tmp_path / ".cache.txt").write_text("caché")
    articles, rejected = read_articles([tmp_path, tmp_path / "absent.txt"])
    assert [article.path for article in articles] == ["a.txt", "copie.txt"]
    reasons = {name.rsplit("/", 1)[-1]: reason for name, reason in rejected}
    assert set(reasons) == {"b.txt", "vide.txt", "image.png", "gros.txt", "absent.txt"}
    assert "same text as copie.txt" in reasons["b.txt"]
    assert "empty" in reasons["vide.txt"] and ".png" in reasons["image.png"] and "4 MB" in reasons["gros.txt"]
    assert "cannot be opened" in reasons["absent.txt"]


def test_too_many_characters_are_refused():
    with pytest.raises(ReadError, match="1,000,000"):
        read("mot " * 300_000, "long.txt")


def test_one_path_is_as_good_as_a_list(tmp_path):
    (tmp_path / "a.txt").write_text(BODY)
    assert [a.title for a in read_articles(str(tmp_path))[0]] == [a.title for a in read_articles([tmp_path])[0]] != []
