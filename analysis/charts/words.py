"""The English words of the charts: what a chart says when the caller gives no texts of its own.

Each chart function takes ``texts``, a mapping with some or all of these keys; what it lacks is taken from here. Names
in braces are filled in. ``words_of`` gives the mapping of a language, from the files in ``texts``, whose sections the pages
take up too: a chart, a page and a file name an act alike.
"""
import tomllib
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from types import MappingProxyType

_FOLDER = Path(__file__).parent / "texts"
# Section of the files → prefix of the words that it gives, written small.
_SHARED = {"acts": "act", "signs": "sign", "voices": "voice", "modalities": "modality", "kinds": "kind", "sides": "side", "fields": "filter",
           "reviews": "reviewed", "negations": "negation"}

WORDS: dict[str, str] = {
    "sign.cooperative": "cooperative",
    "sign.neutral": "neutral",
    "sign.conflictual": "conflictual",
    "voice.direct": "quoted",
    "voice.reported": "reported",
    "voice.hearsay": "hearsay",
    "voice.narrated": "narrated",
    "act.support": "supports",
    "act.praise": "praises",
    "act.agree": "agrees",
    "act.cooperate": "cooperates",
    "act.aid": "aids",
    "act.concede": "concedes",
    "act.retreat": "retreats",
    "act.consult": "meets or talks",
    "act.request": "requests",
    "act.deny": "denies",
    "act.reject": "rejects",
    "act.accuse": "accuses",
    "act.condemn": "condemns",
    "act.warn": "warns",
    "act.threaten": "threatens",
    "act.protest": "protests",
    "act.sanction": "sanctions",
    "act.mobilize": "mobilises",
    "act.coerce": "coerces",
    "act.assault": "assaults",
    "negated": "not: {act}",
    "modality.actual": "actual",
    "modality.future": "planned",
    "modality.hypothetical": "possible",
    "kind.person": "person",
    "kind.country": "country",
    "kind.institution": "institution",
    "kind.organisation": "organisation",
    "kind.group": "group",
    "no_target": "nobody named",
    "on_the_word_of": "according to {name}",
    "dated.text": "day given in the text",
    "dated.publication": "day of publication",
    "span": "uncertain day",
    "many.day": "size: stances of a day",
    "many.week": "size: stances of a week",
    "many.month": "size: stances of a month",
    "many.year": "size: stances of a year",
    "stances.one": "{n} stance",
    "stances.other": "{n} stances",
    "stances_in": "{n} stances, {sign}",
    "axis.stances": "stances",
    "axis.row": "who",
    "axis.column": "towards whom",
    "balance": "balance",
    "interval": "95 % interval {low} to {high}",
    "interval.name": "interval (95 %)",
    "signed.size": "size: signed stances",
    "turn": "turn",
    "balance_of": "balance {n}",
    "meetings": "no direction",
    "gives_receives": "takes {given}, receives {received}",
    "community_of": "community {n}",
    "play": "Play",
    "pause": "Pause",
    "percent": "%",
    "share_of": "{n}% of the stances of this panel",
    "panel.given": "{name} towards others",
    "panel.received": "others towards {name}",
    "panel.meetings": "{name}: meetings and calls",
    "line.given": "what {name} does towards others",
    "line.received": "what others do towards {name}",
    "of_pair": "of {n} in this direction",
    "undated_bar.day": "no single day",
    "undated_bar.week": "no single week",
    "undated_bar.month": "no single month",
    "undated_bar.year": "no single year",
    "left_out.outside": "{n} far outside the period shown",
    "left_out.undated": "{n} without a known day",
    "left_out.other lanes": "{n} in lanes beyond those shown",
    "left_out.no target": "{n} towards nobody named",
    "left_out.not people": "{n} in which one end is no person",
    "left_out.other signs": "{n} of other signs",
    "left_out.beyond": "{n} more steps away",
    "left_out.wider period": "{n} that can be of more than one period",
    "left_out.other partners": "{n} with partners beyond those shown",
    "left_out.meetings": "{n} meetings and calls",
    "left_out.not common": "{n} towards partners of one of the two only",
    "left_out.each other": "{n} towards one another",
    "left_out.within": "{n} within one and the same node",
    "left_out.below": "{n} in edges below the threshold",
    "left_out.other nodes": "{n} of nodes beyond those shown",
    "left_out.other edges": "{n} in edges beyond the strongest",
    "left_out.other countries": "{n} of countries beyond those shown",
    "left_out.wider": "{n} of a span wider than one bar",
    "describe.shifts": "What changed between {first} and {second}: {said}.",
    "shift.new": "appeared",
    "shift.turned": "turned",
    "shift.gone": "vanished",
    "shift.new_n": "{n} appeared",
    "shift.turned_n": "{n} turned",
    "shift.gone_n": "{n} vanished",
    "shift.before": "first period",
    "shift.after": "second period",
    "left_out.unchanged": "{n} in pairs that did not change",
    "left_out": "Not drawn: {parts}.",
    "empty": "No stance to show.",
    "describe.timeline": "Timeline: {stances} in {lanes} lanes, {period}. {signs}. Most stances: {top}.",
    "describe.balances": "Balance of {names} by {unit}, {period}.",
    "describe.balance": "{name}: {stances}, latest balance {balance} ({interval}, {when}); turns: {turns}.",
    "describe.counts": "Stances by {unit}, {period}: {signs}. Most in one {unit}: {most} ({when}).",
    "describe.network": "Network of {nodes} nodes and {edges} edges. {signs}. Most involved: {top}.",
    "describe.bars": "Bars, {panels}: {signs}. Most stances: {top}.",
    "describe.course": "Balance by {unit}, {period}. {lines}",
    "describe.course_line": "{line}: last {balance} ({n}).",
    "describe.differences": "Partners in common: {n}. Furthest apart: {top}.",
    "describe.stages": "Network of {nodes} nodes in {steps} periods, {period}. {signs}. Most stances: {top}.",
    "describe.matrix": "Matrix of {nodes} countries and organisations. Most stances: {top}.",
    "unit.day": "day",
    "unit.week": "week",
    "unit.month": "month",
    "unit.year": "year",
    "months": "January February March April May June July August September October November December",
    "months_short": "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec",
    "date.first_of_month": "1",
    "date.day": "{day} {month} {year}",
    "date.month": "{month} {year}",
    "date.span": "{first} – {last}",
    "date.unknown": "day unknown",
    "number.decimal": ".",
    "number.thousands": ",",
    "footer.source": "Source: {articles} from {outlets}",
    "articles.one": "{n} article",
    "articles.other": "{n} articles",
    "footer.own_files": "own files",
    "footer.period": "Period: {period}",
    "footer.between": "; ",
    "footer.filters": "Filters: {filters}",
    "footer.no_filters": "none",
    "footer.stances": "{n} of {all} stances",
    "footer.version": "Homologue {version}",
    "filter.countries": "country",
    "filter.people": "person",
    "filter.side": "side",
    "filter.first": "from",
    "filter.last": "to",
    "filter.acts": "act",
    "filter.signs": "kind of act",
    "filter.voices": "voice",
    "filter.outlets": "published by",
    "filter.min_confidence": "confidence at least",
    "filter.text": "words",
    "filter.search": "articles with",
    "filter.independent": "near copies counted once",
    "filter.yes": "yes",
    "filter.modalities": "modality",
    "filter.negation": "negated",
    "negation.any": "or not",
    "negation.affirmed": "no",
    "negation.negated": "yes",
    "filter.reviewed": "reviewed",
    "reviewed.kept": "all but rejected ones",
    "reviewed.reviewed": "only what an analyst accepted, edited or added",
    "reviewed.all": "rejected ones too",
    "side.either": "source or target",
    "side.from": "source",
    "side.towards": "target",
    "side.between": "source and target",
    "sheet.rows": "Stances",
    "sheet.account": "Account",
    "sheet.about": "About",
    "sheet.cut": "{n} cells were longer than the 32,767 characters that a cell can hold: they end in « … », and are whole in the CSV.",
}


def worded(texts: Mapping[str, str] | None) -> dict[str, str]:
    """The caller's texts over the English ones."""
    return {**WORDS, **(texts or {})}


@cache
def languages() -> tuple[str, ...]:
    """The languages that there are words for."""
    return tuple(sorted(path.stem for path in _FOLDER.glob("*.toml")))


@cache
def shared_texts(language: str) -> Mapping[str, Mapping[str, str]]:
    """Section → name → text, as the pages show it: ``shared_texts("en")["acts"]["accuse"]``."""
    with (_FOLDER / f"{language}.toml").open("rb") as file:
        return MappingProxyType(tomllib.load(file))


@cache
def words_of(language: str) -> Mapping[str, str]:
    """The words of charts and exports in a language.

    >>> words_of("fr")["voice.hearsay"], words_of("en")["act.agree"]
    ('ouï-dire', 'agrees with')
    """
    sections = shared_texts(language)
    shared = {f"{prefix}.{name}": text.lower() for section, prefix in _SHARED.items() for name, text in sections[section].items()}
    return MappingProxyType(worded({**shared, **sections.get("charts", {})}))
