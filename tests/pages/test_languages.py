"""The interface in English and French: follows the browser, switched in the sidebar, remembered, and never half of each."""
import json
import re
import string
from collections.abc import Iterator
from functools import cache

import pytest
from google.protobuf.message import Message

from analysis.charts import WORDS
from pages.parts import layout
from pages.parts.layout import PAGES, TOOLS
from pages.parts.texts import texts_of
from tests.pages.test_every_page import texts, url

_WORDS_IN = {"text", "hovertext", "ticktext", "name", "title", "label", "help", "hovertemplate"}  # of figures and columns
_NO_WORDS = {"id", "user_key", "form_id", "page", "url_pathname", "page_script_hash", "query_string", "column_order"}
_FEWEST = 4  # letters a text must have beside what is filled into it, to be known again


@pytest.mark.parametrize("name", PAGES)
def test_the_switch_turns_the_page_and_the_url_says_so(open_app, name):
    app = open_app(name)
    assert "lang" not in app.query_params
    app.button_group(key="language_switch").set_value("fr").run()
    assert not app.exception
    assert app.title[0].value == texts_of("fr")(f"{name}.title")
    assert url(app)["lang"] == ["fr"]
    app.button_group(key="language_switch").set_value("en").run()
    assert app.title[0].value == texts_of("en")(f"{name}.title") and "lang" not in app.query_params


def test_the_language_goes_along_to_another_page(open_app):
    app = open_app("stances")
    app.button_group(key="language_switch").set_value("fr").run()
    app.switch_page(PAGES["overview"]).run()
    assert app.title[0].value == texts_of("fr")("overview.title")


def test_a_link_brings_its_language_whatever_the_browser_speaks(open_app, monkeypatch):
    monkeypatch.setattr(layout, "preferred_language", lambda locale: "fr")
    app = open_app("overview", lang="en")
    assert app.title[0].value == texts_of("en")("overview.title") and url(app)["lang"] == ["en"]


def test_a_language_there_is_not_is_not_obeyed(open_app):
    assert open_app("overview", lang="![x](y)").title[0].value == texts_of("en")("overview.title")


def test_numbers_and_days_follow_the_language(corpus, open_app, make_tables):
    corpus(make_tables(1_200, seed=2), ())
    english, french = open_app("overview"), open_app("overview", lang="fr")
    assert "1,200" in texts(english) and "1\u202f200" in texts(french)
    period = {app.metric[-1].value for app in (english, french)}
    assert any("janv." in value or "déc." in value for value in period) and len(period) == 2


@pytest.mark.parametrize("name", [*PAGES, *TOOLS])
def test_no_english_is_left_on_a_french_page(open_app, name):
    """Nor in what opens on it: help, options, columns, figures, alternative texts."""
    app = open_app(name, lang="fr")
    assert not sorted(said for said in _said(app) if _is(said, "en") and not _is(said, "fr"))


def test_the_reasons_of_files_not_read_are_french(open_app):
    app = open_app("overview", lang="fr")
    reasons = [list(table.value["reason"]) for table in app.dataframe if "reason" in table.value]
    assert any("le fichier est vide" in column for column in reasons)


def test_the_search_for_english_finds_it(open_app):
    app = open_app("stances")
    found = {said for said in _said(app) if _is(said, "en") and not _is(said, "fr")}
    english = texts_of("en")
    assert {english("filters.country"), english("filters.voice_help"), english("columns.reporter")} <= found


def _said(app) -> Iterator[str]:
    """Every piece of text that a page sends to the browser."""
    for block in (app.main, app.sidebar):
        for element in block:
            proto = getattr(element, "proto", None)
            if isinstance(proto, Message):
                yield from _strings(proto)
            if element.type in ("arrow_data_frame", "dataframe"):
                cells = element.value.select_dtypes("str")
                yield from (str(cell) for name in cells for cell in cells[name].unique())


def _strings(proto: Message) -> Iterator[str]:
    for field, value in proto.ListFields():
        for one in value if field.is_repeated else [value]:
            if isinstance(one, Message):
                yield from _strings(one)
            elif isinstance(one, str) and field.name not in _NO_WORDS:
                yield from _pieces(one)


def _pieces(said: str) -> Iterator[str]:
    """A text in the pieces it was made of; what is JSON by its leaves."""
    if said.startswith("{"):
        try:
            yield from (piece for leaf in _leaves(json.loads(said)) for piece in _pieces(leaf))
            return
        except json.JSONDecodeError:
            yield said
    plain = re.sub(r"\\(?=[!-/:-@\[-`{-~])|\*\*|:\w+(-badge)?\[|<[^>]*>|\u2060", "", said)
    yield from {plain, *re.split(r" · |\n|<br>", plain)}


def _leaves(tree, key: str = "") -> Iterator[str]:
    if isinstance(tree, str) and key in _WORDS_IN:
        yield tree
    elif isinstance(tree, dict):
        yield from (leaf for name, value in tree.items() for leaf in _leaves(value, name))
    elif isinstance(tree, list):
        yield from (leaf for value in tree for leaf in _leaves(value, key))


def _is(said: str, language: str) -> bool:
    return any(pattern.fullmatch(said.strip(" •●×-")) for pattern in _patterns(language))


@cache
def _patterns(language: str) -> list[re.Pattern]:
    entries = texts_of(language).entries
    words = WORDS.values() if language == "en" else []
    return [_pattern(entry) for entry in {*entries.values(), *words} if _letters(entry) >= _FEWEST]


def _letters(entry: str) -> int:
    return sum(letter.isalpha() for literal, *_ in string.Formatter().parse(entry) for letter in literal)


def _pattern(entry: str) -> re.Pattern:
    parts = string.Formatter().parse(entry)
    body = "".join(re.escape(literal) + ("(.+?)" if field else "") for literal, field, *_ in parts)
    return re.compile(body, re.DOTALL | re.IGNORECASE)
