import pytest
import spacy

from analysis.french.sentences import mark_sentences
from analysis.french.tokenizer import set_tokenizer


@pytest.fixture(scope="module")
def nlp():
    blank = spacy.blank("fr")
    set_tokenizer(blank)
    return blank


def marked(nlp, text, span=(0, 0)):
    doc = nlp.make_doc(text)
    mark_sentences(doc, span)
    return doc


def first_words(doc, mark):
    return [token.text for token in doc if token.is_sent_start is mark]


@pytest.mark.parametrize(
    ("text", "starts"),
    [
        ("Paris proteste. Moscou dément.", ["Paris", "Moscou"]),
        ("Paris proteste\n\nMoscou dément", ["Paris", "Moscou"]),
        ("Paris proteste\nmoscou dément", ["Paris", "moscou"]),
        ("Paris proteste\r\n \r\nMoscou dément", ["Paris", "Moscou"]),
        ('"Nous protestons." Moscou dément.', ['"', "Moscou"]),
        ("« Nous protestons ! » Moscou dément.", ["«", "Moscou"]),
        ('"C\'est faux", a dit M. Orel. "Qui ment ?", a-t-il demandé.', ['"', '"']),
        ("Le ministre, M. Orel, a vu Mme. Vanel.", ["Le"]),
        ("Le bloc exige \"la paix\" Moscou aussi", ["Le"]),
        ('"Nous protestons. ", a dit M. Orel.', ['"']),
        ("- Paris menacé ? -\n\nMoscou dément.", ["-", "Moscou"]),
        ("Qui ment ? se demande Paris.", ["Qui"]),
        ("Le texte dit : Paris cède ; Moscou aussi.", ["Le"]),
    ],
)
def test_sure_starts(nlp, text, starts):
    assert first_words(marked(nlp, text), True) == starts


def test_title_is_a_sentence_of_its_own(nlp):
    text = " date 2023-05-04 Paris proteste Le gouvernement attend."
    start = text.index("Paris")
    doc = marked(nlp, text, (start, start + len("Paris proteste")))
    assert [token.text for token in doc if token.is_sent_start] == ["Paris", "Le"]


def test_white_space_never_starts_a_sentence(nlp):
    doc = marked(nlp, "Paris proteste.  \n\n  Moscou dément.\n")
    assert not [token for token in doc if token.is_space and token.is_sent_start]


def test_unsure_places_are_left_to_the_parser(nlp):
    doc = marked(nlp, "Paris attend... Moscou aussi.")
    assert first_words(doc, None) == ["Moscou"]
