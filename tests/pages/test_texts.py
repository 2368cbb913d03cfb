"""The interface's words: every key that a page names has a text, every text is named, every language has them all."""
import ast
import string
from pathlib import Path

import pytest

from analysis.acts import ACTS, ACTOR_KINDS, MODALITIES, VOICES
from analysis.charts import WORDS
from analysis.corrections import KINDS, REVIEWS, WHYS
from analysis.views import ENCOUNTERS, NEGATION, REVIEWED, SIDES, SIGN_NAMES
from analysis.views.periods import STATES
from pages.parts.layout import PAGES, TOOLS
from pages.parts.texts import DEFAULT_LANGUAGE, languages, preferred_language, texts_of

ROOT = Path(__file__).resolve().parents[2]
FILES = [ROOT / "app.py", *sorted((ROOT / "pages").rglob("*.py"))]
# Sections that are read as a whole, or whose last word comes from the data.
WHOLE = {"acts": ACTS, "voices": VOICES, "signs": SIGN_NAMES.values(), "sides": SIDES, "reviews": REVIEWED, "negations": NEGATION, "modalities": MODALITIES,
         "kinds": ACTOR_KINDS, "languages": languages(), "encounters": ENCOUNTERS, "counting": ("articles", "texts")}
WHOLE |= {"verdicts": REVIEWS, "whys": WHYS, "kinds_of_correction": KINDS, "states": STATES,
          "precisions": ("day", "month", "year")}


def named_keys() -> tuple[set[str], set[str]]:
    """(keys written out, beginnings of keys that end in a name from the data) in calls of texts."""
    whole, begun = set(), set()
    for file in FILES:
        for call in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if not isinstance(call, ast.Call) or not call.args:
                continue
            called = ast.unparse(call.func)
            if called in ("head_with_exports", "show_chart") and isinstance(call.args[1], ast.Constant):
                section, name = call.args[1].value, call.args[2]
                if isinstance(name, ast.Constant):
                    whole |= {f"{section}.{name.value}", f"{section}.{name.value}_help"}
                else:
                    begun.add(f"{section}.")
            ending = {"": (called == "texts" or called.endswith(".texts")), ".one": called.endswith("texts.count")}
            for suffix, ours in ending.items():
                for node in ast.walk(call.args[0]) if ours else ():
                    if isinstance(node, ast.JoinedStr) and isinstance(node.values[0], ast.Constant):
                        begun.add(node.values[0].value)
                    elif isinstance(node, ast.Constant) and "." in str(node.value) and not any(
                            node in ast.walk(other) for other in ast.walk(call.args[0]) if isinstance(other, ast.JoinedStr)):
                        whole.add(node.value + suffix)
    return whole, begun


def test_every_key_has_a_text():
    entries = texts_of(DEFAULT_LANGUAGE).entries
    whole, begun = named_keys()
    assert len(whole) > 60
    assert not {key for key in whole if key not in entries}
    assert not {start for start in begun if not any(key.startswith(start) for key in entries)}


def test_every_text_is_named():
    whole, begun = named_keys()
    sections = {"charts", "rules", "acts", "fields", "kinds", "settings", *WHOLE}
    pages = {f"{name}.{what}" for name in (*PAGES, *TOOLS)
             for what in ("title", "about")}

    def named(key: str) -> bool:
        plural = key.removesuffix(".other") + (".one" if key.endswith(".other") else "")
        return (key in whole or plural in whole or key in pages or key.partition(".")[0] in sections
                or any(start and not start.endswith("settings.") and key.startswith(start) for start in begun))

    assert not {key for key in texts_of(DEFAULT_LANGUAGE).entries if not named(key)}


@pytest.mark.parametrize(("section", "names"), WHOLE.items())
def test_every_name_of_the_data_has_a_word(section, names):
    assert set(texts_of(DEFAULT_LANGUAGE).section(section)) == set(names)


@pytest.mark.parametrize("language", languages())
def test_every_language_says_the_same(language):
    english, other = texts_of(DEFAULT_LANGUAGE).entries, texts_of(language).entries
    own = {key for key in other if key.startswith("charts.")}
    assert set(other) - own == {key for key in english if not key.startswith("charts.")}
    assert {key: _fields(other[key]) for key in english} == {key: _fields(entry) for key, entry in english.items()}
    assert {key.removeprefix("charts.") for key in own} <= set(WORDS)


def _fields(entry: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(entry) if name}


def test_counts_are_singular_and_plural():
    texts = texts_of("en")
    assert texts.count("evidence.sentences", 1) == "1 stance"
    assert texts.count("evidence.sentences", 1200) == "1,200 stances"


@pytest.mark.parametrize(("locale", "expected"), [("en-GB", "en"), ("fr-CA", "fr"), ("fr", "fr"), (None, "en"), ("", "en"), ("xx-YY", "en")])
def test_the_language_follows_the_browser(locale, expected):
    assert preferred_language(locale) == expected
