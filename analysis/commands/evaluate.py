"""``evaluate ARTICLES GOLD [--errors] [--json FILE] [--by act|voice]``: how right the analysis is on annotated articles."""
import argparse
import json
import sys
from pathlib import Path, PurePath

from analysis.articles import Article
from analysis.commands.extract import Meter
from analysis.evaluation import AnnotationError, Marks, evaluate, read_gold
from analysis.evaluation.report import as_dict, as_text, error_lines
from analysis.language import PipelineError
from analysis.pipeline import analyse
from analysis.readers import read_articles


def add(subparsers) -> None:
    """Register the command."""
    parser = subparsers.add_parser("evaluate", help="measure the analysis against annotated articles")
    parser.add_argument("articles", type=Path, metavar="ARTICLES", help="folder of text files")
    parser.add_argument("gold", type=Path, metavar="GOLD", help="folder of annotations, one NAME.json for each NAME.txt")
    parser.add_argument("--errors", action="store_true", help="list the stances missed and those found wrongly")
    parser.add_argument("--json", type=Path, metavar="FILE", help="write all figures to a file as well")
    parser.add_argument("--by", choices=("act", "voice"), action="append", default=[], help="figures by act or by voice")
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Read, analyse, compare, print; 1 where an annotation is faulty or no article has one."""
    articles, rejected = read_articles([options.articles])
    for name, reason in rejected:
        print(f"not read: {name}: {reason}", file=sys.stderr)
    annotated, gold, faults = pair_up(articles, options.gold)
    if faults:
        print("\n".join(faults), file=sys.stderr)
        return 1
    if not annotated:
        print(f"no article of {options.articles} has an annotation in {options.gold}", file=sys.stderr)
        return 1
    try:
        tables = analyse(annotated, progress=Meter(sys.stderr))
    except PipelineError as error:
        print(error, file=sys.stderr)
        return 1
    figures, missed = evaluate(tables, gold)
    if options.errors:
        print("\n".join(error_lines(missed)))
    print(as_text(figures, options.by))
    if options.json:
        options.json.write_text(json.dumps(as_dict(figures), indent=1), encoding="utf-8")
    return 0


def pair_up(articles: list[Article], folder: Path) -> tuple[list[Article], list[Marks], list[str]]:
    """Articles that have an annotation, their annotations, and the faults of the annotation files, one a line."""
    annotated, gold, faults = [], [], []
    for article in articles:
        try:
            marks = read_gold(folder, PurePath(article.path).stem, article.text)
        except AnnotationError as error:
            faults.append(str(error))
            continue
        if marks is not None:
            annotated.append(article)
            gold.append(marks)
    return annotated, gold, faults
