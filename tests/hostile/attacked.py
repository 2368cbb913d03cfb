"""A corpus in which every text attacks: names, offices, titles, papers, file names, sentences, cues, notes, filters."""
from datetime import date, timedelta
from pathlib import Path

from analysis.acts import ACTS, VOICES
from analysis.corrections import Correction, as_bytes, log_file
from analysis.corrections.records import ActorAnchor, ArticleAnchor
from analysis.kept import MOST_NAME, keep_filter
from analysis.tables import ActorRow, ArticleRow, MentionRow, StanceRow, StatementRow, Tables, empty_tables, frame
from tests.hostile.payloads import PAYLOADS

EVERYTHING = " ".join(PAYLOADS)  # for places that show one text only
ALL = (*PAYLOADS, EVERYTHING)
_FIRST = date(2024, 1, 3)
_STATES = ("FRA", "RUS", "MAR", "DZA", "CHN")


def attacked_tables(payloads: tuple[str, ...] = ALL) -> Tables:
    """Each payload is the name, office and alias of an actor, and the title, paper, file, text and cue of an article."""
    actors = [ActorRow(code, payloads[place % len(payloads)], "country", code, "", "", "") for place, code in enumerate(_STATES)]
    rows: dict[str, list] = {"articles": [], "stances": [], "mentions": [], "statements": []}
    for number, payload in enumerate(payloads):
        actors.append(ActorRow(f"p{number}", payload, ("person", "organisation", "institution")[number % 3],
                               "" if number % 3 == 1 else _STATES[number % 5], payload, payload, ""))
        _add_article(rows, number, payload, len(payloads))
    return Tables(**{**vars(empty_tables()), "actors": frame(ActorRow, actors), "articles": frame(ArticleRow, rows["articles"]),
                     "stances": frame(StanceRow, rows["stances"]), "mentions": frame(MentionRow, rows["mentions"]),
                     "statements": frame(StatementRow, rows["statements"])})


def _add_article(rows: dict[str, list], number: int, payload: str, many: int) -> None:
    day, key = _FIRST + timedelta(days=3 * number), f"a{number}"
    sentences = [f"Paris dit {payload} à Rabat.", f"« {payload} », dit Rabat."]
    text = "\n\n".join([payload, *sentences, *PAYLOADS])
    rows["articles"].append(ArticleRow(key, payload, payload, day, day, payload, "fr", f"http://attack.invalid/{number}", text))
    act = list(ACTS)[number % len(ACTS)]
    ends = [(f"p{number}", f"p{(number + 1) % many}", act), (_STATES[number % 5], _STATES[(number + 1) % 5], "consult"),
            (f"p{number}", _STATES[number % 5], "deny"), (f"p{number}", "", "condemn")]
    for place, (source, target, what) in enumerate(ends):
        sentence = sentences[place % 2]
        start, kind = text.index(sentence), ACTS[what]
        rows["stances"].append(StanceRow(
            f"s{number}-{place}", key, start, start + len(sentence), sentence, source, target, what, kind.sign,
            VOICES[number % len(VOICES)], f"p{(number + 2) % many}", False, "actual", day, day, payload, payload, .9, kind.plover,
            kind.cameo))
    start = text.index(payload, len(payload))
    rows["mentions"].append(MentionRow(key, start, start + len(payload), payload, f"p{number}", "exact"))
    start = text.index(sentences[1])
    rows["statements"].append(StatementRow(key, start, start + len(sentences[1]), f"p{number}", payload, "direct", sentences[1]))


def attacked_log() -> bytes:
    """A log of corrections whose coders, notes, names, days and titles attack."""
    lines = []
    for number, payload in enumerate(ALL):
        coder, actor = payload.replace("\n", " ")[:80], ActorAnchor(f"p{number}", {"name": payload})
        lines.append((
            Correction("actor", coder, {"role": payload}, actors=(actor,), note=payload[:500]),
            Correction("merge", coder, {"into": payload}, actors=(ActorAnchor(payload, {"name": payload}),), note=payload[:500]),
            Correction("date", coder, {"first": payload, "last": payload, "precision": "day"},
                       articles=(ArticleAnchor(f"x{number}", payload, payload, payload),), note=payload[:500]))[number % 3])
    return as_bytes(lines)


def lay_out(folder: Path) -> dict[str, str]:
    """Log and kept filters in a folder; returns the environment in which the app finds them, and no articles."""
    places = {name: folder / name.lower() for name in ("CORPUS", "CORRECTIONS", "SETTINGS")}
    for place in places.values():
        place.mkdir(parents=True)
    log_file(places["CORRECTIONS"]).write_bytes(attacked_log())
    return {f"HOMOLOGUE_{name}": str(place) for name, place in places.items()}


def keep_filters(file: Path) -> None:
    """Filters whose names attack."""
    for payload in PAYLOADS:
        name = " ".join(payload.split())[:MOST_NAME]
        if name:
            keep_filter(file, name, {"q": [payload], "country": ["FRA"]})
