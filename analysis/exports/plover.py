"""Stances as event data: PLOVER JSONL, and a tab-separated table with the columns of POLECAT.

PLOVER as in its manual, version 2 (openeventdata/PLOVER): an event has an actor, a recipient, a type and a date; a
consultation has all its parties as actors and no recipient; countries are ISO 3166-1 alpha-3 (Kosovo KOS), the United
Nations UNO, the European Union EUR, other organisations IGO. ``deny`` has no PLOVER type and is left out, and so is what
has no day, because a date is required. A span of days is ``date`` and ``enddate``. What PLOVER has no field for (voice,
reporter, negation, confidence) stands in fields of our own.
"""
import csv
import io
import json
import re

import pandas as pd

from analysis import world
from analysis.acts import ACTS
from analysis.exports.escape import csv_cell, tsv_cell
from analysis.tables import Tables
from analysis.views.ends import SYMMETRIC

_CODES = {"XKX": "KOS", "ONU": "UNO", "UE": "EUR"}
_QUADS = {"verbal cooperation": 1, "material cooperation": 2, "verbal conflict": 3, "material conflict": 4}
# Scores of the manual's table. That of ACCUSE alone is printed there without its minus; its modes, which our acts are,
# have theirs.
_SCORES = {"AGREE": 2.5, "CONSULT": 2.5, "SUPPORT": 5.0, "CONCEDE": 4.5, "COOPERATE": 9.5, "AID": 10.0, "RETREAT": 6.5,
           "REQUEST": 0.0, "REJECT": -2.0, "THREATEN": -3.5, "PROTEST": -5.0, "SANCTION": -6.0, "MOBILIZE": -5.5,
           "COERCE": -7.0, "ASSAULT": -9.0}
_MODES = {"condemn": ("disapprove", -2.0), "accuse": ("allege", -3.5)}
# Office or name of an institution → sector; the first that fits.
_SECTORS = (
    (r"\b(ex|ancien|ancienne)\b", "ELI"), (r"opposition", "OPP"),
    (r"député|sénat|parlement|congrès|assemblée|knesset|bundestag|douma", "LEG"),
    (r"armée|état-major|marine|général en chef|forces armées|tsahal", "MIL"), (r"police|gendarmerie", "COP"),
    (r"renseignement|\bcia\b|\bfsb\b|mossad|dgse", "SPY"), (r"tribunal|cour|juge|procureur|justice", "JUD"),
    (r"parti\b", "PTY"), (r"journal|agence de presse|télévision", "JRN"),
    (r"président|ministre|ministère|chancelier|chancelière|roi\b|reine|émir|sultan|guide|prince|gouvernement|diplomatie|"
     r"ambassad|porte-parole|secrétaire d'état|présidence|conseiller|premier", "GOV"))


def plover_jsonl(tables: Tables, view: pd.DataFrame, version: str) -> bytes:
    """View table → one PLOVER event a line (UTF-8); days never invented, evidence in ``text`` and ``text_info``."""
    people, articles = _actors(tables), tables.articles.set_index("article_id")
    rows = view[_fit(view)]
    lines = [json.dumps(_event(row, people, articles, version), ensure_ascii=False) for row in rows.itertuples()]
    return "".join(line + "\n" for line in lines).encode()


def plover_left_out(view: pd.DataFrame) -> dict[str, int]:
    """Why → stances that PLOVER cannot hold: ``no type`` (deny) and ``undated``."""
    untyped = view["plover"] == ""
    return {"no type": int(untyped.sum()), "undated": int((~untyped & view["day_first"].isna()).sum())}


def _fit(view: pd.DataFrame) -> pd.Series:
    return (view["plover"] != "") & view["day_first"].notna()


def _actors(tables: Tables) -> dict[str, dict[str, str]]:
    return tables.actors.set_index("actor_id").to_dict("index")


def _event(row, people: dict, articles: pd.DataFrame, version: str) -> dict:
    source, target = _entity(row, "source", people), _entity(row, "target", people)
    article, mutual = articles.loc[row.article_id], row.act in SYMMETRIC
    event = {"id": row.stance_id, "date": row.day_first.date().isoformat()}
    if row.day_last > row.day_first:
        event["enddate"] = row.day_last.date().isoformat()
    event["actor"] = [source, target] if mutual and target else [source]
    if target and not mutual:
        event["recipient"] = [target]
    event |= {"event": [row.plover], "event_text": [row.cue], "quad_code": _QUADS[ACTS[row.act].quad]}
    if not row.negated:
        event["event_scale"] = _score(row.act, row.plover)
    event["mode"] = _modes(row)
    event |= {
        "text": row.sentence, "text_info": {"start": int(row.start), "end": int(row.end)},
        "cite_info": {"title": row.title, "publication": row.source, "url": article["url"], "language": article["language"],
                      "coder": f"Homologue {version}", "codebook": "PLOVER v2"},
        "act": row.act, "voice": row.voice, "negated": bool(row.negated), "modality": row.modality,
        "reporter": row.reporter_name, "date_from": row.dated, "confidence": float(row.confidence), "rule": row.rule}
    return event


def _modes(row) -> list[str]:
    """The act's PLOVER mode and the manual's auxiliary modes."""
    found = [_MODES[row.act][0]] if row.act in _MODES else []
    return found + ([row.modality] if row.modality != "actual" else []) + (["negation"] if row.negated else [])


def _score(act: str, plover: str) -> float:
    return _MODES[act][1] if act in _MODES else _SCORES[plover]


def _entity(row, end: str, people: dict) -> dict[str, str]:
    """PLOVER entity of one end of a stance; empty where nobody is named."""
    actor_id = getattr(row, f"{end}_id")
    if not actor_id:
        return {}
    name, kind, role = (getattr(row, f"{end}_{part}") for part in ("name", "kind", "role"))
    known = people.get(actor_id, {})
    entity = {"code": entity_code(getattr(row, f"{end}_own_country"), actor_id, kind), "sector": sector(kind, role, name),
              "entity_text": name, "identifier_id": known.get("wikidata", ""), "office": role}
    return {key: value for key, value in entity.items() if value}


def entity_code(country: str, actor_id: str, kind: str) -> str:
    """PLOVER country code: ISO 3166-1 alpha-3, KOS, UNO, EUR or IGO; empty where there is none.

    >>> entity_code("XKX", "XKX", "country"), entity_code("", "OTAN", "organisation")
    ('KOS', 'IGO')
    """
    code = country or (actor_id if kind == "organisation" else "")
    if not code or code in _CODES:
        return _CODES.get(code, "")
    return code if code in world.countries() else "IGO"


def sector(kind: str, role: str, name: str) -> str:
    """PLOVER sector of an actor, from its office or, for an institution, its name; empty where that does not tell.

    >>> sector("person", "ministre des Affaires étrangères", "Youri Belkine"), sector("country", "", "Maroc")
    ('GOV', 'GOV')
    """
    if kind == "country":
        return "GOV"
    told = {"person": role, "institution": name}.get(kind, "").lower()
    return next((code for pattern, code in _SECTORS if re.search(pattern, told)), "")


_POLECAT_END = ("Name", "Country", "COW", "Primary {end} Sector", "{end} Sectors", "Title", "Name Raw", "Wikipedia {end} ID")
_PLACE = ("Placename", "City", "District", "Province", "Country", "Latitude", "Longitude", "GeoNames ID", "Raw Placename",
          "Feature Type")
_STORY = ("Source", "Publication Date", "Story People", "Story Organizations", "Story Locations", "Language", "Version")
_OURS = ("First Day", "Last Day", "Voice", "Reporter", "Modality", "Confidence", "Cue", "Sentence")
POLECAT_COLUMNS = (
    "Event ID", "Event Date", "Event Type", "Event Mode", "Intensity", "Quad Code", "Contexts",
    *(part.format(end=end) if "{end}" in part else f"{end} {part}" for end in ("Actor", "Recipient") for part in _POLECAT_END),
    *_PLACE, *_STORY, *_OURS)


def polecat_tsv(tables: Tables, view: pd.DataFrame, version: str) -> bytes:
    """View table → tab-separated rows with POLECAT's columns, then some of our own (UTF-8).

    Negated stances are left out, because a reader of POLECAT counts every row as an event. ``Event Date`` is empty where
    the day is not known; ``First Day`` and ``Last Day`` say what is. A consultation has both parties as actor and
    recipient of one row. Places and COW numbers are empty: stances have none.
    """
    people, articles = _actors(tables), tables.articles.set_index("article_id")
    out = io.StringIO(newline="")
    writer = csv.writer(out, delimiter="\t", lineterminator="\n", quoting=csv.QUOTE_NONE, quotechar=None)
    writer.writerow(POLECAT_COLUMNS)
    for row in view[_fit(view) & ~view["negated"]].itertuples():
        cells = _polecat_row(row, people, articles.loc[row.article_id], version)
        writer.writerow([_tsv(cells.get(name, "")) for name in POLECAT_COLUMNS])
    return out.getvalue().encode()


def _tsv(value: object) -> str:
    """A cell; text that a spreadsheet would compute begins with an apostrophe, as in CSV, and numbers stay numbers."""
    return csv_cell(tsv_cell(value)) if isinstance(value, str) else tsv_cell(str(value))


def _polecat_row(row, people: dict, article: pd.Series, version: str) -> dict[str, object]:
    first, last = row.day_first.date(), row.day_last.date()
    published = article["published_first"] if article["published_first"] == article["published_last"] else None
    return {
        "Event ID": row.stance_id, "Event Date": first if first == last else "", "Event Type": row.plover,
        "Event Mode": ";".join(_modes(row)), "Intensity": _score(row.act, row.plover),
        "Quad Code": ACTS[row.act].quad.upper(), **_polecat_end("Actor", _entity(row, "source", people)),
        **_polecat_end("Recipient", _entity(row, "target", people)), "Source": row.source,
        "Publication Date": published.date() if published is not None else "", "Language": article["language"],
        "Version": f"Homologue {version}", "First Day": first, "Last Day": last, "Voice": row.voice,
        "Reporter": row.reporter_name, "Modality": row.modality, "Confidence": f"{row.confidence:g}", "Cue": row.cue,
        "Sentence": row.sentence}


def _polecat_end(end: str, entity: dict[str, str]) -> dict[str, str]:
    sectors = entity.get("sector", "")
    return {f"{end} Name": entity.get("entity_text", ""), f"{end} Country": entity.get("code", ""),
            f"Primary {end} Sector": sectors, f"{end} Sectors": sectors, f"{end} Title": entity.get("office", ""),
            f"{end} Name Raw": entity.get("entity_text", "")}
