"""Train, save and score the French pipeline.

    python -m analysis.french.train --treebanks DIR --news DIR --out DIR     train vectors and pipeline, then score
    python -m analysis.french.train --treebanks DIR --evaluate [MODEL]       score the one in use, or another

`--treebanks` holds the CoNLL-U files named below; `--news` holds OrangeSum's JSON pages.
"""

from __future__ import annotations

import argparse
import json
import random
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import numpy
import spacy
from spacy.language import Language
from spacy.training import Example
from spacy.util import fix_random_seed, load_config, load_model_from_config, registry

from analysis.french.augment import vary
from analysis.french.harmonise import count_lemmas, count_obliques, harmonise, kept_feats
from analysis.french.news import write_tokens
from analysis.french.products import use_numpy_products
from analysis.french.scores import documents, score, speed
from analysis.french.tokenizer import set_tokenizer
from analysis.french.treebanks import Sentence, read_sentences, spaced, to_doc
from analysis.french.vectors import set_vectors, train_vectors
from analysis.language import load_pipeline

HERE = Path(__file__).parent
BASE = ("fr_sequoia-ud-train", "fr_gsd-ud-dev", "fr_gsd-ud-test")
#: times an epoch that a document of the treebank is seen, on average
WEIGHTS = {"sequoia": 1.3, "gsd": 1.0, "pud": 1.0, "fqb": 0.33}
NEWS_TEST_EVERY = 5
EVALUATE_EVERY = 500
BATCH_WORDS = (250, 800)
VARIANTS = 4
LONGEST_DOCUMENT = 4
DESCRIPTION = "French agency news: parts of speech, morphology, dependencies, lemmas, sentence ends"
SOURCES = [
    {"name": "UD French Sequoia", "license": "LGPL-LR", "url": "https://github.com/UniversalDependencies/UD_French-Sequoia",
     "author": "Marie Candito, Djamé Seddah, Guy Perrier, Bruno Guillaume"},
    {"name": "UD French GSD", "license": "CC BY-SA 4.0", "url": "https://github.com/UniversalDependencies/UD_French-GSD",
     "author": "Bruno Guillaume, Marie-Catherine de Marneffe, Guy Perrier"},
    {"name": "UD French PUD", "license": "CC BY-SA 3.0", "url": "https://github.com/UniversalDependencies/UD_French-PUD",
     "author": "Hans Uszkoreit, Vivien Macketanz, Aljoscha Burchardt and others"},
    {"name": "UD French FQB", "license": "LGPL-LR", "url": "https://github.com/UniversalDependencies/UD_French-FQB",
     "author": "Djamé Seddah, Marie Candito, Bruno Guillaume"},
    {"name": "OrangeSum (word vectors)", "license": "CC BY-SA 4.0", "url": "https://github.com/Tixierae/OrangeSum",
     "author": "Moussa Kamal Eddine, Antoine J.-P. Tixier, Michalis Vazirgiannis"},
]


def read_treebanks(folder: Path) -> dict[str, list[Sentence]]:
    """Sentences by part: train parts sequoia, gsd, pud, fqb; sequoia_dev; sequoia_test and pud_test for the scores.

    All are harmonised (PUD's test too, whose labels are otherwise another scheme's) but the Sequoia test, which only
    loses the features that the pipeline does not learn.
    """
    read = {path.stem: list(read_sentences(path)) for path in sorted(folder.glob("fr_*.conllu"))}
    base = [sentence for name in BASE for sentence in read[name]]
    obliques, lemmas = count_obliques(base), count_lemmas(base)

    def same(sentences: list[Sentence]) -> list[Sentence]:
        return [harmonise(sentence, obliques, lemmas) for sentence in sentences]

    pud = same(read["fr_pud-ud-test"])
    return {
        "sequoia": same(read["fr_sequoia-ud-train"]),
        "sequoia_dev": same(read["fr_sequoia-ud-dev"]),
        "sequoia_test": [[replace(word, feats=kept_feats(word)) for word in s] for s in read["fr_sequoia-ud-test"]],
        "gsd": same(read["fr_gsd-ud-dev"] + read["fr_gsd-ud-test"]),
        "pud": [sentence for i, sentence in enumerate(pud) if i % NEWS_TEST_EVERY],
        "pud_test": pud[::NEWS_TEST_EVERY],
        "fqb": same(read["fr_fqb-ud-test"]),
    }


def epoch(parts: dict[str, list[Sentence]], rng: random.Random) -> list[list[Sentence]]:
    """Documents of one to four sentences in a row, each treebank at its weight, augmented, in random order."""
    found = []
    for name, weight in WEIGHTS.items():
        sentences, i = parts[name], 0
        while i < len(sentences):
            size = rng.randint(1, LONGEST_DOCUMENT)
            group = sentences[i : i + size]
            i += size
            for _ in range(int(weight) + (rng.random() < weight % 1)):
                found.append(vary(group, rng))
    rng.shuffle(found)
    return found


def to_example(nlp: Language, sentences: list[Sentence]) -> Example:
    """A training example whose text the pipeline's own tokenizer cuts."""
    reference = to_doc(nlp.vocab, [spaced(s) if s[-1].pos != "SPACE" else s for s in sentences])
    return Example(nlp.make_doc(reference.text), reference)


def examples(nlp: Language, parts: dict[str, list[Sentence]], rng: random.Random) -> Iterator[Example]:
    """Training examples without end: VARIANTS differently augmented epochs, then the same again in another order."""
    epochs: list[list[Example]] = []
    while True:
        if len(epochs) < VARIANTS:
            epochs.append([to_example(nlp, group) for group in epoch(parts, rng)])
            yield from epochs[-1]
        else:
            chosen = rng.choice(epochs)
            rng.shuffle(chosen)
            yield from chosen


def batches(
    nlp: Language, parts: dict[str, list[Sentence]], rng: random.Random, steps: int, words: tuple[int, int]
) -> Iterator[list[Example]]:
    """`steps` batches, their size in words growing from the first to the second of `words` by half time."""
    step = size = 0
    batch: list[Example] = []
    for example in examples(nlp, parts, rng):
        batch.append(example)
        size += len(example.reference)
        if size >= words[0] + min(1.0, 2 * step / steps) * (words[1] - words[0]):
            yield batch
            step, size, batch = step + 1, 0, []
            if step == steps:
                return


def learn_rate(step: int, steps: int, peak: float) -> float:
    """A warm-up over the first hundredth, then a straight fall to a hundredth of the peak."""
    warm = max(1, steps // 100)
    return peak * min(1.0, (step + 1) / warm) * max(0.01, 1 - step / steps)


def train(nlp: Language, parts: dict[str, list[Sentence]], options: argparse.Namespace) -> None:
    """Train; the averaged weights are saved in `options.out` at each evaluation, the last after the last step."""
    config = load_config(HERE / "config.cfg")["training"]
    rng = random.Random(1 + options.steps)
    steps = options.steps
    if not options.resume:
        every = [to_example(nlp, vary(group, rng)) for name in WEIGHTS for group in documents(parts[name])]
        nlp.initialize(lambda: every)
    use_numpy_products(nlp)
    optimizer = registry.resolve({"optimizer": config["optimizer"]})["optimizer"]
    peak = options.learn_rate or float(config["optimizer"]["learn_rate"])
    frozen = [name for name in nlp.pipe_names if name != options.only] if options.only else []
    start = time.perf_counter()
    for step, batch in enumerate(batches(nlp, parts, rng, steps, options.words), start=1):
        optimizer.learn_rate = learn_rate(step, steps, peak)
        nlp.update(batch, sgd=optimizer, drop=config["dropout"], exclude=frozen, annotates=["tok2vec"] if frozen else [])
        if step % EVALUATE_EVERY == 0 or step == steps:
            with nlp.use_params(optimizer.averages):
                scores = score(nlp, parts["sequoia_dev"])
                save(nlp, options.out)
            shown = " ".join(f"{name} {value:.4f}" for name, value in scores.items())
            print(f"{step:6d} {time.perf_counter() - start:6.0f} s  {shown}", flush=True)


def save(nlp: Language, out: Path) -> None:
    """Write the pipeline, its vectors at half precision, its sources and licences in meta.json."""
    nlp.meta.update(name="homologue", version="1.0.0", description=DESCRIPTION, license="LGPL-LR and CC BY-SA 4.0",
                    author="Homologue", sources=SOURCES)
    vectors = nlp.vocab.vectors
    vectors.data = vectors.data.astype(numpy.float16)
    out.mkdir(parents=True, exist_ok=True)
    nlp.to_disk(out)
    vectors.data = vectors.data.astype(numpy.float32)


def build(vectors: tuple[list[str], numpy.ndarray]) -> Language:
    """An untrained pipeline with the treebanks' tokens and the word vectors."""
    config = load_config(HERE / "config.cfg")
    fix_random_seed(config["system"]["seed"])
    del config["training"]
    nlp = load_model_from_config(config, auto_fill=True)
    set_tokenizer(nlp)
    set_vectors(nlp, *vectors)
    return nlp


def reopen(model: Path) -> Language:
    """A trained pipeline to train further: its vectors at full precision, and the lemmatizer's labels in place.

    spaCy 3.8 does not read back which edit tree is which label, and would take every gold lemma for unknown.
    """
    nlp = spacy.load(model)
    nlp.vocab.vectors.data = nlp.vocab.vectors.data.astype(numpy.float32)
    lemmatizer = nlp.get_pipe("trainable_lemmatizer")
    lemmatizer.tree2label = {tree: label for label, tree in enumerate(lemmatizer.cfg["labels"])}
    return nlp


def evaluate(nlp: Language, parts: dict[str, list[Sentence]]) -> dict[str, dict[str, float]]:
    """Scores on the Sequoia test and on every fifth sentence of PUD, plain and as `parse` reads, and words a second."""
    scores: dict[str, dict[str, float]] = {}
    for name in ("sequoia_test", "pud_test"):
        scores[name] = score(nlp, parts[name])
        scores[f"{name}_as_parsed"] = score(nlp, parts[name], as_parsed=True)
    scores["speed"] = {"words_per_second": speed(nlp, parts["sequoia_test"])}
    return scores


def read_vectors(news: Path, cache: Path | None) -> tuple[list[str], numpy.ndarray]:
    """The vectors in the cache, or new ones from the news pages, kept in the cache if one is named."""
    if cache and cache.exists():
        stored = numpy.load(cache)
        return stored["words"].tolist(), stored["table"]
    blank = spacy.blank("fr")
    set_tokenizer(blank)
    with tempfile.TemporaryDirectory() as folder:
        tokens = Path(folder) / "tokens.txt"
        write_tokens(blank, news, tokens)
        words, table = train_vectors(tokens)
    if cache:
        numpy.savez(cache, words=numpy.array(words), table=table)
    return words, table


def parse_arguments(arguments: list[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--treebanks", type=Path, required=True, help="folder of the fr_*.conllu files")
    parser.add_argument("--news", type=Path, help="folder of OrangeSum pages, for the word vectors")
    parser.add_argument("--out", type=Path, help="folder to write the pipeline to")
    parser.add_argument("--vectors", type=Path, help="an .npz file to keep the word vectors in between trainings")
    parser.add_argument("--steps", type=int, default=6000, help="training batches (default %(default)s)")
    parser.add_argument("--resume", type=Path, metavar="MODEL", help="go on from a trained pipeline")
    parser.add_argument("--learn-rate", type=float, help="highest learn rate (default: that of config.cfg)")
    parser.add_argument("--words", type=int, nargs=2, default=BATCH_WORDS, metavar=("FIRST", "LAST"),
                        help="words a batch at the start and from half time on (default %(default)s)")
    parser.add_argument("--only", help="train this component alone, the others as they are (with --resume)")
    parser.add_argument("--all", action="store_true", help="train on Sequoia's dev part as well")
    parser.add_argument("--evaluate", nargs="?", const="", metavar="MODEL", help="only score a pipeline")
    options = parser.parse_args(arguments)
    if options.evaluate is None and not options.out:
        parser.error("name --out, or --evaluate")
    known = options.resume or options.vectors and options.vectors.exists()
    if options.evaluate is None and not options.news and not known:
        parser.error("name --news, or an existing file of --vectors")
    return options


def main(arguments: list[str] | None = None) -> int:
    """Train and score, or only score; scores are printed as JSON, and written beside a newly trained pipeline."""
    options = parse_arguments(arguments)
    parts = read_treebanks(options.treebanks)
    if options.evaluate is None:
        if options.all:
            parts["sequoia"] = parts["sequoia"] + parts["sequoia_dev"]
        nlp = reopen(options.resume) if options.resume else build(read_vectors(options.news, options.vectors))
        train(nlp, parts, options)
    nlp = load_pipeline(options.evaluate or (str(options.out) if options.out else None))
    scores = json.dumps(evaluate(nlp, parts), indent=1)
    print(scores)
    if options.evaluate is None:
        (options.out.parent / "scores.json").write_text(scores + "\n", encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
