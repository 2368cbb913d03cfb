"""A text as plain objects says the same as spaCy's Doc, and paths between its words are those of the parse."""
import pytest

from analysis.language import parse
from analysis.stances.syntax import gap, path
from analysis.stances.words import ASKED, Text, bits

SENTENCES = ("Paris, soutenu par Berlin, a promis hier d'aider Kiev à l'ONU. Le soutien apporté par la Norvège aux États-Unis "
             "est salué ; «\xa0c'est faux\xa0», a répondu Ankara.\n\nMoscou n'a rien dit.")


@pytest.fixture(scope="module")
def both():
    doc = parse(SENTENCES)
    return doc, Text(doc, SENTENCES)


def test_words_are_those_of_the_doc(both):
    doc, text = both
    assert len(text) == len(doc)
    for token, word in zip(doc, text, strict=True):
        for name in ("i", "idx", "text", "lower_", "lemma_", "pos_", "dep_"):
            assert getattr(word, name) == getattr(token, name)
        assert word.head.i == token.head.i and word.sent.start == token.sent.start and word.sent.end == token.sent.end
        assert [child.i for child in word.children] == [child.i for child in token.children]
        assert [inner.i for inner in word.subtree] == [inner.i for inner in token.subtree]
        assert {name: word.morph.get(name) for name in word.morph} == {name: token.morph.get(name) for name in token.morph.to_dict()}


def test_a_word_knows_the_labels_of_its_children(both):
    for word in both[1]:
        assert [label for label in ASKED if word.below & bits(label)] == [
            label for label in ASKED if any(child.label == label for child in word.children)]


def test_the_first_preposition_before_a_word_introduces_it(both):
    text = both[1]
    found = {word.text: word.preposition for word in text if word.preposition}
    assert found["États-Unis"] == "à" and found["Berlin"] == "par" and "Kiev" not in found


def test_a_path_goes_up_to_the_common_governor_and_down(both):
    text = both[1]
    for source in text:
        for target in text:
            shared = [step for step in source.lineage if step in target.lineage]
            climbed, down = [source.lineage.index(shared[0]), target.lineage.index(shared[0])] if shared else (0, 0)
            steps = [f"^{one.label}" for one in source.lineage[:climbed]] + [one.label for one in reversed(target.lineage[:down])]
            last = f":{target.preposition}" if down and target.preposition else ""
            assert path(source, target) == ("far" if max(climbed, down) > 3 else "/".join(steps) + last)


def test_a_gap_leaves_out_articles_and_adverbs(both):
    words = {word.text: word for word in both[1]}
    assert gap(words["soutien"], words["Norvège"]) == gap(words["Norvège"], words["soutien"]) == "V par"
    assert gap(words["Paris"], words["ONU"]) == "long"


def test_a_text_without_words_is_empty():
    text = Text(parse(""), "")
    assert not len(text) and not text.sents and not text.folded
