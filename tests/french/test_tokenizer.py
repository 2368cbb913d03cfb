import pytest
import spacy

from analysis.french.tokenizer import set_tokenizer


@pytest.fixture(scope="module")
def nlp():
    blank = spacy.blank("fr")
    set_tokenizer(blank)
    return blank


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("l’Iran", "l’|Iran"),
        ("l'Iran", "l'|Iran"),
        ("S’il s'est", "S’|il|s'|est"),
        ("jusqu’à lorsqu'il", "jusqu’|à|lorsqu'|il"),
        ("aujourd'hui", "aujourd'hui"),
        ("Aujourd’hui,", "Aujourd’hui|,"),
        ("quelqu’un", "quelqu’un"),
        ("a-t-il", "a|-t-il"),
        ("Dit-on", "Dit|-on"),
        ("estime-t-elle,", "estime|-t-elle|,"),
        ("est-ce", "est|-ce"),
        ("celui-ci", "celui-ci"),
        ("rendez-vous", "rendez-vous"),
        ("Royaume-Uni", "Royaume-Uni"),
        ("vice-président", "vice-président"),
        ("l'ex-ministre", "l'|ex-ministre"),
        ("d'Al-Jazira", "d'|Al-Jazira"),
        ("d'\"ingérence\"", "d'|\"|ingérence|\""),
        ("l’“axe”", "l’|“|axe|”"),
        ("«non»", "«|non|»"),
        ("M. Orel", "M.|Orel"),
        ("décision.Le", "décision|.|Le"),
        ("2023-05-04", "2023-05-04"),
        ("50%", "50|%"),
        ("(AFP)", "(|AFP|)"),
        ("du des aux", "du|des|aux"),
        ("O'Brien", "O'Brien"),
    ],
)
def test_tokens(nlp, text, expected):
    assert "|".join(token.text for token in nlp.make_doc(text)) == expected


def test_tokens_survive_saving(nlp, tmp_path):
    nlp.to_disk(tmp_path / "blank")
    again = spacy.load(tmp_path / "blank")
    text = "Le Royaume-Uni a-t-il cédé aujourd’hui ?"
    assert [token.text for token in again.make_doc(text)] == [token.text for token in nlp.make_doc(text)]
