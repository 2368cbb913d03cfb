"""A report: charts and sentences that an analyst picked, with where each comes from, as one file to hand on.

    picked in the pages ─▶ Report ─ html.report_html, docx.report_docx ─▶ bytes

The records hold text as it stands in the articles; each writer escapes it for its own format.
"""
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date


@dataclass(frozen=True)
class Chart:
    """A chart as it was when it was picked: pictures, the same in words, and ``said``, the lines on source, period,
    filters and version that each export carries."""

    title: str
    description: str
    png: bytes
    svg: bytes
    said: str
    note: str = ""


@dataclass(frozen=True)
class Passage:
    """A sentence with the stances it holds, one line of words each (``Paris accuses Téhéran · 4 Mar 2021 · reported``),
    and its article. ``place`` says where in which file it stands."""

    sentence: str
    stances: tuple[str, ...]
    source: "Source"
    place: str
    said: str
    note: str = ""


@dataclass(frozen=True)
class Source:
    """An article that a report cites: title, who published it, day in words, address (each may be empty)."""

    title: str
    outlet: str = ""
    day: str = ""
    url: str = ""


Item = Chart | Passage


@dataclass(frozen=True)
class Report:
    """What goes into the file: ``method`` are paragraphs, ``words`` the headings by key (see WORDS)."""

    title: str
    made: date
    items: tuple[Item, ...]
    method: tuple[str, ...] = ()
    author: str = ""
    language: str = "en"
    words: Mapping[str, str] = field(default_factory=dict)

    def word(self, key: str) -> str:
        """A heading in the language of the report, in English where it has none."""
        return self.words.get(key, WORDS[key])

    @property
    def sources(self) -> list[Source]:
        """The articles cited, each once, in the order in which they are first cited."""
        return list(dict.fromkeys(item.source for item in self.items if isinstance(item, Passage)))

    @property
    def made_of(self) -> str:
        """Who made it when: ``A. Analyst · 2021-03-04``."""
        return " · ".join(part for part in (self.author, self.made.isoformat()) if part)


WORDS = {"sources": "Sources", "method": "Method", "untitled": "Untitled article"}


def source_line(source: Source, untitled: str) -> str:
    """``Title, outlet, day.``"""
    return ", ".join(part for part in (source.title or untitled, source.outlet, source.day) if part) + "."
