"""The rows of one article as marks on its text, each with the words that explain it."""
import pandas as pd

from analysis.tables import Tables
from pages.parts.formats import as_date
from pages.parts.reader import Mark
from pages.parts.texts import Texts

_SIGN_CLASSES = {1: "pos", 0: "neu", -1: "neg"}
LEGEND = {"actors": (("actor", "layers.actors"),), "dates": (("date", "layers.dates"),),
          "statements": (("said", "layers.statements"),),
          "stances": (("pos", "signs.cooperative"), ("neu", "signs.neutral"), ("neg", "signs.conflictual"))}


def marks_of(article: pd.Series, tables: Tables, stances: pd.DataFrame, layers: list[str], focus: str,
             texts: Texts) -> list[Mark]:
    """Marks of the chosen layers, the title's included. ``stances`` are the article's rows of the view table."""
    names = _actor_names(tables)
    mine = {name: table[table["article_id"] == article["article_id"]]
            for name, table in (("mentions", tables.mentions), ("dates", tables.dates), ("said", tables.statements))}
    marks = _title(article)
    if "statements" in layers:
        marks += [_said(row, names, texts) for row in mine["said"].itertuples()]
    if "stances" in layers:
        for row in stances.itertuples():
            marks += _stance(row, article["text"], row.stance_id == focus, texts)
    if "actors" in layers:
        marks += [Mark(row.start, row.end, ("actor",), _actor_tip(row, names, texts))
                  for row in mine["mentions"].itertuples()]
    if "dates" in layers:
        marks += [_date(row, texts) for row in mine["dates"].itertuples()]
    return marks


def anchor_of(stance_id: str) -> str:
    """Id of the place where a stance begins in the reader."""
    return f"at-{stance_id}"


def place_asked(asked: str, text: str) -> list[Mark]:
    """A place of the text that a link asks for as START-END → its mark, at which the reader opens; none for nonsense."""
    start, _, end = asked.partition("-")
    if not (start.isdecimal() and end.isdecimal()) or not 0 <= int(start) < int(end) <= len(text):
        return []
    return [Mark(int(start), int(end), ("focus",), "", f"place-{start}")]


def stance_line(row, texts: Texts) -> str:
    """A stance in one line of plain words: Sergueï Lavrov accuses Ukraine (reported), 26 Oct 2022."""
    act = texts(f"acts.{row.act}")
    act = texts("evidence.negated", act=act) if row.negated else act
    target = row.target_name or texts("tips.untargeted")
    days = texts.formats.span(as_date(row.first_day), as_date(row.last_day))
    about = ", ".join(filter(None, (texts(f"voices.{row.voice}"), _modality(row.modality, texts), days)))
    return f"{row.source_name} {act} {target} ({about})"


def _title(article: pd.Series) -> list[Mark]:
    place = article["text"].find(article["title"]) if article["title"] else -1
    if place < 0:
        return []
    return [Mark(0, place, ("head",)), Mark(place, place + len(article["title"]), ("title",))]


def _said(row, names: dict[str, str], texts: Texts) -> Mark:
    speaker = names.get(row.speaker_id, row.speaker_id)
    by = texts("tips.speaker", name=speaker) if speaker else texts("tips.speaker_unknown")
    return Mark(row.start, row.end, ("said",), f"{texts('tips.said')} {by} ({texts(f'voices.{row.voice}')}, {row.verb})")


def _stance(row, text: str, focused: bool, texts: Texts) -> list[Mark]:
    """The span of a stance and, where its cue is found in it, the cue."""
    classes = (_SIGN_CLASSES[row.sign],) + (("focus",) if focused else ())
    tip = texts.formats.labelled(texts("tips.stance"), stance_line(row, texts))
    marks = [Mark(row.start, row.end, classes, tip, anchor_of(row.stance_id))]
    place = text.find(row.cue, row.start, row.end) if row.cue else -1
    return marks + ([Mark(place, place + len(row.cue), ("cue",))] if place >= 0 else [])


def _date(row, texts: Texts) -> Mark:
    days = texts.formats.span(as_date(row.first_day), as_date(row.last_day)) or texts("tips.day_unknown")
    return Mark(row.start, row.end, ("date",), texts.formats.labelled(texts("tips.date"), days))


def _actor_tip(row, names: dict[str, str], texts: Texts) -> str:
    name = names.get(row.actor_id, row.actor_id)
    return texts.formats.labelled(texts("tips.actor"), f"{name} ({texts('tips.found_by', rule=texts.section('rules').get(row.rule, row.rule))})")


def _modality(modality: str, texts: Texts) -> str:
    return "" if modality == "actual" else texts(f"modalities.{modality}")


def _actor_names(tables: Tables) -> dict[str, str]:
    """Actor id → name, office and country as far as they are known."""
    return {row.actor_id: ", ".join(filter(None, (row.name, row.role, row.country if row.kind != "country" else "")))
            for row in tables.actors.itertuples()}
