"""The encoder gives the vectors of spaCy's own pass."""
import numpy
import pytest
import spacy

from analysis.french.encoder import KEPT, Known, encoder_of
from analysis.language import load_pipeline

TEXTS = ["Oslo accuse Riga d'avoir menti.", "Oui", " date 2023-05-04 Riga dément\n\n« C’est faux », a-t-on dit à Oslo ; Riga, elle, attend."]


@pytest.mark.parametrize("text", TEXTS)
def test_vectors_are_those_of_the_pipeline(text):
    nlp = load_pipeline()
    encoder = encoder_of(nlp)
    doc = nlp.make_doc(text)
    expected = nlp.get_pipe("tok2vec")(doc).tensor.copy()
    for _ in range(2):  # met for the first time, and known
        assert numpy.allclose(encoder(nlp.make_doc(text)).tensor, expected, atol=1e-4)


def test_a_pipeline_of_another_form_has_none():
    assert encoder_of(spacy.blank("fr")) is None


def test_known_words_outlive_a_larger_table():
    known = Known(2)
    known.add([(1, 1)], numpy.ones((1, 2), dtype=numpy.float32))
    known.add([(n, 0) for n in range(2000)], numpy.zeros((2000, 2), dtype=numpy.float32))
    assert known.table[known.rows[1, 1]].tolist() == [1, 1] and len(known.rows) == 2001


def test_the_collection_begins_anew_when_full():
    nlp = load_pipeline()
    encoder = encoder_of(nlp)
    encoder(nlp.make_doc(TEXTS[0]))
    encoder.known.rows.update({(n, -1): 0 for n in range(KEPT)})
    encoder(nlp.make_doc("Riga attend"))
    assert len(encoder.known.rows) == 2
