"""Speakers of quotations, ours beside the Gender Gap Tracker's French quote extractor, on annotated articles.

    python tests/benchmarks/quotes_side_by_side.py CHECKOUT ARTICLES ANNOTATIONS

CHECKOUT is a clone of sfu-discourse-lab/GenderGapTracker (MIT; this file only calls it), ARTICLES a folder of ID.txt,
ANNOTATIONS a folder of ID.json. Both sides get the same pipeline, the same quotations (every mark turned into « »,
which is all that the other side knows) and the same names (the annotated mentions). For each annotated stance in direct
voice we ask whose the quotation in its evidence is; right is the stance's source or reporter. The other side was built
for a larger pipeline, leaves out quotations of fewer than five tokens and resolves no pronouns: both are shown apart.
"""
import argparse
import contextlib
import json
import re
import sys
import tempfile
import types
from pathlib import Path
from typing import NamedTuple

from spacy.tokens import Doc, Span

from analysis.articles import Article
from analysis.language import load_pipeline, parse
from analysis.records import Actor, ActorReading, Mention
from analysis.statements import attribute, find_statements, outermost, quoted_spans

PRONOUNS = re.compile(r"(?:-t)?-?(?:il|elle|ils|elles|on|lui|t-il|t-elle)$", re.IGNORECASE)


def extractor(checkout: Path):
    """Their QuoteExtractor on our pipeline; the database drivers that its module imports are not needed to call it."""
    folder = checkout.resolve() / "nlp" / "french"
    for name, attributes in (("pymongo", {"MongoClient": None}), ("bson", {"ObjectId": str}), ("Levenshtein", {})):
        sys.modules.setdefault(name, types.ModuleType(name)).__dict__.update(attributes)
    sys.path.insert(0, str(folder))
    with contextlib.chdir(tempfile.mkdtemp()):  # their module opens a log in the working directory
        import quote_extractor
    config = {"spacy_lang": load_pipeline(), "out_dir": "", "NLP": {"QUOTE_VERBS": str(folder / "rules" / "quote_verb_list.txt")}}
    return quote_extractor.QuoteExtractor(config)


def with_guillemets(text: str) -> str:
    """The same text, as long, with « and » for the marks around each outermost quotation."""
    marks = list(text)
    for start, end in outermost(quoted_spans(text)):
        for at, mark, step in ((start - 1, "«", -1), (end, "»", 1)):
            while 0 <= at < len(text) and text[at].isspace() and text[at] != "\n":
                at += step
            if 0 <= at < len(text) and text[at] in "\"«»“”":
                marks[at] = mark
    return "".join(marks)


def read(article: Path, annotations: Path) -> tuple[Article, ActorReading, dict] | None:
    """An article, the mentions of its annotated actors, and the annotation."""
    path = annotations / f"{article.stem}.json"
    if not path.exists():
        return None
    gold, text = json.loads(path.read_text("utf-8")), with_guillemets(article.read_text("utf-8"))
    found = {
        Mention(one.start(), one.end(), one[0], actor["key"], "gold")
        for actor in gold["actors"] for words in actor["mentions"]
        for one in re.finditer(rf"(?<!\w){re.escape(with_guillemets(words))}(?!\w)", text)
    }
    kept = [a for a in found if not any(b.start <= a.start and a.end <= b.end and b.end - b.start > a.end - a.start for b in found)]
    actors = {one["key"]: Actor(one["key"], one["name"] or "", one["kind"]) for one in gold["actors"]}
    reading = ActorReading(actors, sorted(kept, key=lambda one: (one.start, one.end, one.actor_id)))
    header = re.match(r" date \S+ ", text)
    start = header.end() if header else 0
    return Article(article.stem, str(article), "", text, title_start=start, title_end=text.find("\n", start)), reading, gold


def questions(article: Article, gold: dict) -> list[tuple[tuple[int, int], set[str]]]:
    """The quotations in the evidence of direct stances, and whose they may be."""
    outer, asked = outermost(quoted_spans(article.text)), []
    for stance in gold["stances"]:
        at = article.text.find(with_guillemets(stance["evidence"]))
        at = at if at >= 0 else _plain(article.text).find(_plain(stance["evidence"]))
        if stance["voice"] != "direct" or at < 0:
            continue
        end = at + len(stance["evidence"])
        spans = [span for span in outer if span[0] < end and at < span[1]]
        if spans:
            asked.append((spans[0], {stance["source"], stance["reporter"]} - {None}))
    return asked


def _plain(text: str) -> str:
    return re.sub("[«»“”]", '"', text)


def named(doc: Doc, reading: ActorReading) -> Doc:
    """The annotated persons as the entities that the other side asks for."""
    persons = [one for one in reading.mentions if reading.actors[one.actor_id].kind == "person"]
    spans = [doc.char_span(one.start, one.end, label="PER", alignment_mode="expand") for one in persons]
    taken, kept = -1, []
    for span in (one for one in spans if isinstance(one, Span)):
        if span.start > taken:
            kept.append(span)
            taken = span.end - 1
    doc.set_ents(kept)
    return doc


def theirs(quotes: list[dict], span: tuple[int, int], reading: ActorReading) -> tuple[set[str], bool]:
    """The actors named by the speakers of their quotations that overlap ours, and whether one is a pronoun."""
    found, pronoun = set(), False
    for quote in quotes:
        start, end = (int(one) for one in re.findall(r"\d+", quote["quote_index"]))
        if not (start < span[1] and span[0] < end) or not quote["speaker_index"]:
            continue
        first, last = (int(one) for one in re.findall(r"\d+", quote["speaker_index"]))
        found |= {one.actor_id for one in reading.mentions if one.start < last and first < one.end}
        pronoun = pronoun or bool(PRONOUNS.search(quote["speaker"].strip()))
    return found, pronoun


class Answer(NamedTuple):
    """One question: the words of the quotation, who was right, and whether the other side's answer was a pronoun."""

    words: int
    ours: bool
    theirs: bool
    pronoun: bool


def ask(other, path: Path, annotations: Path) -> list[Answer]:
    """The answers of both sides for one article."""
    entry = read(path, annotations)
    if entry is None:
        return []
    article, reading, gold = entry
    doc = parse(article.text, (article.title_start, article.title_end))
    statements = find_statements(doc, article, reading)
    quotes = other.extract_quotes(named(doc, reading))
    found = []
    for span, right in questions(article, gold):
        one = attribute(statements, *span)
        ours = {each.speaker_id for each in statements if one and (each.start, each.end) == (one.start, one.end)}
        actors, pronoun = theirs(quotes, span, reading)
        words = len(article.text[span[0]:span[1]].split())
        found.append(Answer(words, bool(right & ours), bool(right & actors), pronoun and not right & actors))
    return found


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    for name in ("checkout", "articles", "annotations"):
        parser.add_argument(name, type=Path)
    options = parser.parse_args()
    other = extractor(options.checkout)
    answers = [one for path in sorted(options.articles.glob("*.txt")) for one in ask(other, path, options.annotations)]
    for title, rows in (("all quotations", answers), ("five words or more", [one for one in answers if one.words >= 5])):
        total = max(1, len(rows))
        print(f"{title}: {len(rows)}")
        print(f"  Homologue          {100 * sum(one.ours for one in rows) / total:.1f} % with the right speaker")
        print(f"  Gender Gap Tracker {100 * sum(one.theirs for one in rows) / total:.1f} %,"
              f" {100 * sum(one.pronoun for one in rows) / total:.1f} % more with a pronoun left unresolved")


if __name__ == "__main__":
    main()
