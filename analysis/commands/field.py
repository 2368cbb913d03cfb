"""``export CORPUS --as plover,gexf,…``: the stances that fit a filter, in the formats that the buttons of the pages give."""
import argparse
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from urllib.parse import parse_qs

import analysis
from analysis.charts import WORDS, words_of
from analysis.charts.words import languages
from analysis.exports import FIELD_FORMATS, OF_NETWORKS, ROW_FORMATS, Material, field_file, footer, left_out
from analysis.views import TIES, Network, Rows, Selection, Stock, from_query, network, options
from analysis.views.ends import LEVELS
from analysis.views.names import english_name
from analysis.views.query import QUERY_KEYS

FORMATS = FIELD_FORMATS | ROW_FORMATS
_LANGUAGE = "lang"
# Settings of the page Network, by their keys in its address, with what it begins with.
_OF_NETWORK = {"nodes": "countries", "ties": "both", "threshold": "1", "centre": "", "steps": "1"}
_WHY = {"no type": "without a PLOVER type (a denial has none)", "undated": "without a known day", "negated": "negated",
        "neutral or negated": "neutral or negated"}


class FilterError(ValueError):
    """A filter that cannot be obeyed; the message says what of it and what there is."""


@dataclass(frozen=True)
class Wanted:
    """The formats, the filter (query of an address) and whether the address came whole, the language, and whether only what
    was reviewed counts."""

    kinds: tuple[str, ...]
    query: Mapping[str, Sequence[str]]
    pasted: bool = False
    language: str = ""
    only_reviewed: bool = False


def add_as(parser: argparse.ArgumentParser) -> None:
    """The arguments that ask for formats, and the list of them below the help."""
    parser.add_argument("--as", dest="kinds", type=_kinds, action="extend", default=[], metavar="FORMAT[,FORMAT…]",
                        help="write the stances in these formats (below), each as homologue-FORMAT, instead of the tables")
    parser.add_argument("--filter", default="", metavar="QUERY", help=(
        "with --as: the address of a page, or what stands behind its «?» (country=RUS&sign=conflictual&confidence=0). What it does not "
        "say is as the pages begin, with a confidence of 0.4 at least; for networks also nodes=people, ties=, threshold=, centre=, steps="))
    parser.add_argument("--language", choices=languages(), help="with --as: of names, words and footers (default: lang= of the filter, else en)")
    parser.formatter_class = argparse.RawDescriptionHelpFormatter
    parser.epilog = "formats of --as:\n" + "\n".join(f"  {kind:<11} {each.about} (.{each.ending})" for kind, each in FORMATS.items())


def _kinds(text: str) -> list[str]:
    """Names of formats, with commas between them. Raises ArgumentTypeError, whose message the parser prints."""
    kinds = [kind for part in text.split(",") if (kind := part.strip().lower())]
    unknown = [kind for kind in kinds if kind not in FORMATS]
    if unknown or not kinds:
        said = f"no format {', '.join(map(repr, unknown))}" if unknown else "no format is named"
        raise argparse.ArgumentTypeError(f"{said}; there are {', '.join(FORMATS)}")
    return kinds


def wanted_of(given: argparse.Namespace) -> Wanted:
    """What the command line asks for."""
    pasted = "?" in given.filter
    query = parse_qs(given.filter.partition("?")[2] if pasted else given.filter)
    return Wanted(tuple(dict.fromkeys(given.kinds)), query, pasted, given.language or "", given.only_reviewed)


def write_as(wanted: Wanted, made: Stock, folder: Path) -> list[str]:
    """Write one file a format into ``folder``; what was written and what was left out, for people.

    ``made``: the stock with corrections laid over it, named in French as the tables are. Raises FilterError where the filter asks
    for what there is not, or nothing fits it, and OSError.
    """
    language = wanted.language or _language(wanted.query)
    stock = made if language == "fr" else made.named(english_name)
    selection = _selection(wanted, stock)
    rows = stock.rows(selection)
    if not len(rows):
        raise FilterError("no stance fits the filter: nothing was written")
    material = _material(wanted, stock, selection, rows, language)
    folder.mkdir(parents=True, exist_ok=True)
    lines = [line for line in (_not_obeyed(wanted.query),) if line]
    for kind in wanted.kinds:
        file = folder / f"homologue-{kind}.{FORMATS[kind].ending}"
        file.write_bytes(field_file(kind, material))
        lines.append(f"{file}: of {len(rows)} stances" + _said(left_out(kind, material)))
    return lines


def _material(wanted: Wanted, stock: Stock, selection: Selection, rows: Rows, language: str) -> Material:
    words = words_of(language)
    drawn = _network(wanted.query, rows) if set(wanted.kinds) & set(OF_NETWORKS) else None
    about = footer(selection, stock, analysis.__version__, words, rows)
    return Material(stock.tables, rows.frame(), drawn, about, analysis.__version__, words, language == "fr")


def _selection(wanted: Wanted, stock: Stock) -> Selection:
    """The filter as the pages read it. Raises FilterError."""
    known = {*QUERY_KEYS.values(), *_OF_NETWORK, _LANGUAGE}
    unknown = [key for key in wanted.query if key not in known]
    if unknown and not wanted.pasted:
        raise FilterError(f"the filter has no {', '.join(unknown)}; it has {', '.join(QUERY_KEYS.values())}")
    selection, refused = from_query(wanted.query, options(stock))
    if refused:
        raise FilterError(f"not in this corpus, or no value of the filter: {', '.join(refused)}")
    return replace(selection, reviewed="reviewed") if wanted.only_reviewed else selection


def _not_obeyed(query: Mapping[str, Sequence[str]]) -> str:
    """Settings of pages in a pasted address, which are no filter."""
    others = [key for key in query if key not in {*QUERY_KEYS.values(), *_OF_NETWORK, _LANGUAGE}]
    return f"not part of the filter, left aside: {', '.join(others)}" if others else ""


def _language(query: Mapping[str, Sequence[str]]) -> str:
    given = query.get(_LANGUAGE, [""])[-1]
    return given if given in languages() else "en"


def _network(query: Mapping[str, Sequence[str]], rows: Rows) -> Network:
    """The network that the page Network draws with these settings. Raises FilterError."""
    asked = {name: query.get(name, [begun])[-1] for name, begun in _OF_NETWORK.items()}
    allowed = {"nodes": LEVELS, "ties": TIES, "steps": ("1", "2")}
    for name, values in allowed.items():
        if asked[name] not in values:
            raise FilterError(f"{name} is one of {', '.join(values)}, not {asked[name]!r}")
    if not asked["threshold"].isdecimal() or asked["threshold"] == "0":
        raise FilterError(f"threshold is a number of stances, not {asked['threshold']!r}")
    drawn = network(rows, asked["nodes"], int(asked["threshold"]), signs=TIES[asked["ties"]], centre=asked["centre"], steps=int(asked["steps"]))
    if asked["centre"] and asked["centre"] not in set(drawn.nodes["id"]):
        raise FilterError(f"no {asked['centre']!r} is in the network, to be drawn around")
    return drawn


def _said(numbers: Mapping[str, int]) -> str:
    parts = [f"{number} {_WHY[why]}" if why in _WHY else WORDS[f"left_out.{why}"].format(n=number) for why, number in numbers.items()]
    return f"; left out: {', '.join(parts)}" if parts else ""
