"""``python -m analysis.stances.training ARTICLES GOLD [--out FILE] [--folds N] [--rules]``: learn the stance model.

Prints how right the models are on articles they have not seen, at several floors of confidence; with ``--rules``, how
right the rules are without any model, and nothing is learnt.
"""
import argparse
import json
import sys
from collections.abc import Iterator
from pathlib import Path

from analysis.evaluation import AnnotationError
from analysis.evaluation.figures import Count
from analysis.language import PipelineError
from analysis.readers import read_articles
from analysis.stances.model import PATH, Weights
from analysis.stances.training.crossfit import train
from analysis.stances.training.examples import read_samples
from analysis.stances.training.fitting import TrainingError
from analysis.stances.training.rules import measure
from analysis.stances.trees import PATH as TREES
from analysis.stances.trees import Forest

FLOORS = (0.15, 0.2, 0.25, 0.3, 0.35, 0.4, 0.5)
DECIMALS = 3
SMALLEST = 0.005  # weights nearer to nought change nothing that shows and double the file


def main(arguments: list[str] | None = None) -> int:
    """Run the command; returns the exit status."""
    parser = argparse.ArgumentParser(prog="python -m analysis.stances.training", description=(
        "Learn the weights of the stance model from annotated articles."))
    parser.add_argument("articles", type=Path, metavar="ARTICLES", help="folder of text files")
    parser.add_argument("gold", type=Path, metavar="GOLD", help="folder of annotations, one NAME.json for each NAME.txt")
    parser.add_argument("--out", type=Path, default=PATH, metavar="FILE", help="default: the weights in use")
    parser.add_argument("--trees", type=Path, default=TREES, metavar="FILE", help="default: the trees in use")
    parser.add_argument("--folds", type=int, default=4, metavar="N", help="parts for held-out readings; default 4")
    parser.add_argument("--rules", action="store_true", help="only measure the rules without a model; learn nothing")
    options = parser.parse_args(arguments)
    articles, rejected = read_articles([options.articles])
    for name, reason in rejected:
        print(f"not read: {name}: {reason}", file=sys.stderr)
    try:
        samples = list(read_samples(articles, options.gold))
        if options.rules:
            print(f"rules alone  {figure_line(measure(samples))}")
            return 0
        trained = train(samples, options.folds, FLOORS)
    except (AnnotationError, PipelineError, TrainingError) as error:
        print(error, file=sys.stderr)
        return 1
    print(f"articles {len(samples)}, annotated stances {sum(len(sample.marks.stances) for sample in samples)}")
    print("\n".join(figure_lines(trained.figures)))
    options.out.write_text(serialise(trained.weights), encoding="utf-8")
    options.trees.write_text(serialise_forests(trained.forests), encoding="utf-8")
    return 0


def figure_lines(figures: dict[float, dict[str, Count]]) -> Iterator[str]:
    """``floor 0.25  dyads P 45.0 R 34.1 F1 38.8  stances …``, one line a floor."""
    for floor, counts in figures.items():
        yield f"floor {floor:.2f}  {figure_line(counts)}"


def figure_line(counts: dict[str, Count]) -> str:
    """``dyads P 45.0 R 34.1 F1 38.8   stances …``."""
    return "   ".join(f"{name} P {c.precision:4.1f} R {c.recall:4.1f} F1 {c.f1:4.1f}" for name, c in counts.items())


def serialise(weights: Weights) -> str:
    """Weights as JSON, a line each, in alphabetical order, the smallest left out."""
    kept = {model: {name: round(weight, DECIMALS) for name, weight in table.items() if abs(weight) >= SMALLEST}
            for model, table in weights.items()}
    return json.dumps(kept, ensure_ascii=False, indent=0, sort_keys=True) + "\n"


def serialise_forests(forests: dict[str, Forest]) -> str:
    """Forests as JSON, a line a tree."""
    parts = []
    for name, forest in forests.items():
        known = json.dumps({key: value for key, value in forest.items() if key != "trees"}, ensure_ascii=False)
        trees = ",\n".join(json.dumps(tree, separators=(",", ":")) for tree in forest["trees"])
        parts.append(f'"{name}": {known[:-1]}, "trees": [\n{trees}]}}')
    return "{" + ",\n".join(parts) + "}\n"


if __name__ == "__main__":
    sys.exit(main())
