"""Near copies: reprints are one text, two reports of one event are two."""
from random import Random

import pandas as pd
import pytest

from analysis.corpus import open_corpus
from analysis.corpus.copies import groups, signature
from analysis.corpus.importing import import_files

WORDS = ("ministre ambassadeur frontière accord déclaration sanction retrait armée visite président parlement réunion traité "
         "mer port navire convoi aide crise conflit dialogue partenaire voisin région capitale presse source").split()


def story(seed: int, length: int = 200) -> list[str]:
    chance = Random(seed)
    return [chance.choice(WORDS) + str(chance.randrange(30)) for _ in range(length)]


def grouped(*texts: list[str] | str, days: tuple[str, ...] = ()) -> list[str]:
    texts = [text if isinstance(text, str) else " ".join(text) for text in texts]
    ids = [f"x{number}" for number in range(len(texts))]
    intake = pd.DataFrame({"article_id": ids, "signature": list(map(signature, texts))})
    published = pd.to_datetime(list(days) or [None] * len(ids))
    return groups(intake, pd.DataFrame({"article_id": ids, "published_first": published}))["group_id"].to_list()


@pytest.mark.parametrize(("change", "same"), [
    (lambda words: words, True),
    (lambda words: ["Autre", "titre", *words], True),
    (lambda words: [word.upper() for word in words], True),
    (lambda words: [f"« {word} »," if number % 7 == 0 else word for number, word in enumerate(words)], True),
    (lambda words: words[:-20], True),
    (lambda words: [*words[:60], "ajout", *words[61:140], "autre", *words[141:]], True),
    (lambda words: words[:40], False),
    (lambda words: [word if number % 3 else "x" for number, word in enumerate(words)], False),
    (lambda words: words[::-1], False),
])
def test_a_reprint_is_grouped_with_its_text(change, same):
    for seed in range(5):
        first, second = grouped(story(seed), change(story(seed)))
        assert (first == second) is same


def test_independent_texts_stay_apart():
    found = grouped(*(story(seed) for seed in range(200)))
    assert len(set(found)) == 200


def test_a_chain_of_reprints_is_one_group_among_others():
    texts = []
    for seed in range(20):
        texts += [story(seed), ["Titre", *story(seed)], story(seed)[:-15], story(seed)[10:]]
    found = grouped(*texts)
    assert len(set(found)) == 20
    assert all(len(set(found[at:at + 4])) == 1 for at in range(0, 80, 4))


def test_a_group_is_named_by_its_earliest_article():
    copy = story(1)
    assert grouped(copy, copy, copy, days=("2024-03-03", "2024-03-01", "")) == ["x1"] * 3
    assert grouped(copy, copy) == ["x0"] * 2


@pytest.mark.parametrize("texts", [[], [""], ["", ""], ["un"], ["...", "Paris"]])
def test_few_and_empty_texts_stay_apart(texts):
    assert len(set(grouped(*texts))) == len(texts)


def test_a_text_of_a_million_words_has_a_signature():
    assert len(signature("mot " * 200_000)) == len(signature("Paris condamne.")) == 168


def test_reprints_are_counted_as_one_text(tmp_path, monkeypatch):
    from analysis.corpus import analysts
    from tests.corpus.test_importing import unread_rows

    monkeypatch.setattr(analysts, "analyse_article", unread_rows)
    body = "La France a condamné le tir. " + " ".join(story(3)) + "."
    for number, title in enumerate(("Paris condamne", "Un tir condamné", "Tir : Paris réagit")):
        (tmp_path / f"{number}.txt").write_text(f" date 2024-03-0{number + 1} {title}\n\n{body}", encoding="utf-8")
    (tmp_path / "9.txt").write_text(f" date 2024-03-01 Autre\n\n{' '.join(story(9))}", encoding="utf-8")
    import_files(tmp_path / "corpus", sorted(tmp_path.glob("*.txt")))
    corpus = open_corpus(tmp_path / "corpus")
    assert corpus.copies["size"].to_list() == [3, 3, 3, 1]
    assert corpus.query("select count(distinct group_id) n from articles join copies using (article_id)")["n"].to_list() == [2]
