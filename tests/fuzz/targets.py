"""What the fuzzer calls with any bytes: reading, days, and the rules of the analysis. Each raises where a promise is broken."""
from datetime import date

from analysis.articles import Article
from analysis.dates import find_dates
from analysis.language import parse
from analysis.pipeline import read_doc
from analysis.readers import Note, Rejected, read_bytes
from analysis.readers.dating import day_in
from analysis.readers.decoding import ReadError, decoded
from analysis.readers.formats import FORMATS

KINDS = tuple(sorted(kind for kind in FORMATS if kind))
LONGEST = 2_000  # characters of a text that is analysed
PUBLISHED = date(2024, 9, 11)


def read(data: bytes, kind: str) -> None:
    """Any bytes under any ending give articles and reasons, never an error; offsets lie in the text."""
    found = list(read_bytes(data, f"a{kind}"))
    assert found or kind in (".csv", ".tsv", ".tab", ".jsonl", ".ndjson", ".xlsx", ".zip", ".json"), "a file without a state"
    for each in found:
        assert isinstance(each, Article | Rejected | Note)
        if isinstance(each, Rejected):
            assert each.reason
        if isinstance(each, Article):
            check_article(each)


def check_article(article: Article) -> None:
    """What every reader promises."""
    article.text.encode()
    assert article.text[article.title_start:article.title_end] == article.title or not article.title_end
    assert 0 <= article.body_start <= len(article.text)
    assert (article.published_first is None) == (article.published_last is None)
    assert article.published_first is None or article.published_first <= article.published_last


def decode(data: bytes) -> None:
    """Any bytes give a text that can be written, or a reason."""
    try:
        text, _ = decoded(data)
    except ReadError as error:
        assert str(error)
    else:
        assert "\r" not in text and any(map(str.isalpha, text))


def find_days(text: str) -> None:
    """Days in any text: offsets in the text, the first not after the last."""
    span = day_in(text)
    assert span is None or span[0] <= span[1]
    check_dates(text, find_dates(parse(text), Article("a", "a.txt", "", text, PUBLISHED, PUBLISHED)))


def check_dates(text: str, found) -> None:
    for each in found:
        assert 0 <= each.start < each.end <= len(text) and text[each.start:each.end] == each.text
        assert each.first_day is None or each.last_day is None or each.first_day <= each.last_day


def analyse(text: str) -> None:
    """The rules over any text: what they find lies in it, and every id is known."""
    rows = read_doc(parse(text), Article("a", "a.txt", "", text, PUBLISHED, PUBLISHED))
    known = {actor.actor_id for actor in rows.actors}
    check_dates(text, rows.dates)
    for mention in rows.mentions:
        assert text[mention.start:mention.end] == mention.text and mention.actor_id in known
    for statement in rows.statements:
        assert 0 <= statement.start <= statement.end <= len(text) and statement.speaker_id in known | {""}
    for stance in rows.stances:
        assert 0 <= stance.start < stance.end <= len(text)
        assert {stance.source_id, stance.target_id, stance.reporter_id} <= known | {""}
        assert stance.first_day is None or stance.last_day is None or stance.first_day <= stance.last_day
