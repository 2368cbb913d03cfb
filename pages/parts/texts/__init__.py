"""Every word of the interface, one TOML file a language; a page names a text by its key and never writes one.

The names of acts, voices, kinds and filters are beside the charts (``analysis/charts/texts``), since files say them too.

    >>> texts = texts_of("en")
    >>> texts("filters.country")
    'Country or organisation'
    >>> texts.count("count.stances", 2)
    '2 stances'
"""
import tomllib
from dataclasses import dataclass
from collections.abc import Mapping
from functools import cache, cached_property
from pathlib import Path

from analysis.charts.words import shared_texts
from pages.parts.formats import Formats, formats_for

_FOLDER = Path(__file__).parent
DEFAULT_LANGUAGE = "en"


@dataclass(frozen=True)
class Texts:
    """The texts of one language by dotted key, and how that language writes numbers and days."""

    language: str
    entries: dict[str, str]
    formats: Formats

    def __call__(self, key: str, **values: object) -> str:
        """The text of a key with its values filled in; KeyError where there is none."""
        return self.entries[key].format(**values) if values else self.entries[key]

    def count(self, key: str, number: int, **values: object) -> str:
        """The singular or plural text of a key, with the number written as the language writes it."""
        singular = number == 1 or (self.language == "fr" and number == 0)
        return self(f"{key}.{'one' if singular else 'other'}", n=self.formats.number(number), **values)

    def section(self, prefix: str) -> dict[str, str]:
        """The texts under a prefix, by what follows it: ``section("acts")["accuse"]``."""
        return dict(self._sections.get(prefix, {}))

    @cached_property
    def _sections(self) -> Mapping[str, Mapping[str, str]]:
        """Every prefix with the texts under it, gathered once: pages ask for sections all the time."""
        found: dict[str, dict[str, str]] = {}
        for key, entry in self.entries.items():
            for at, mark in enumerate(key):
                if mark == ".":
                    found.setdefault(key[:at], {})[key[at + 1:]] = entry
        return found


@cache
def languages() -> tuple[str, ...]:
    """The languages that there are texts for."""
    return tuple(sorted(path.stem for path in _FOLDER.glob("*.toml")))


@cache
def texts_of(language: str) -> Texts:
    """The texts of a language."""
    with (_FOLDER / f"{language}.toml").open("rb") as file:
        return Texts(language, {**dict(_flat(tomllib.load(file))), **dict(_flat(shared_texts(language)))}, formats_for(language))


def preferred_language(locale: str | None) -> str:
    """The browser's locale → a language that there are texts for: fr-CA → fr where there is French, else English."""
    language = (locale or "").split("-")[0].lower()
    return language if language in languages() else DEFAULT_LANGUAGE


def _flat(tree: Mapping, prefix: str = ""):
    for key, value in tree.items():
        if isinstance(value, Mapping):
            yield from _flat(value, f"{prefix}{key}.")
        else:
            yield f"{prefix}{key}", value
