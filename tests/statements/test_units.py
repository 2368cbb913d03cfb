"""Sentences of the narrator, with quotations as whole pieces."""
import pytest

from analysis.statements.units import LONGEST, units

TEXTS = [
    ('"Non. Jamais", a dit le roi. Il dort.', ['"Non. Jamais", a dit le roi.', "Il dort."]),
    ("M. Roux a parlé. Mme Diallo aussi.", ["M. Roux a parlé.", "Mme Diallo aussi."]),
    ("Titre sans point\n\nUne phrase.", ["Titre sans point", "Une phrase."]),
    ("« Non ! » s'est écrié le roi. Il dort.", ["« Non ! » s'est écrié le roi.", "Il dort."]),
    ("« Non. » Il dort.", ["« Non. »", "Il dort."]),
    ("Il dit : « Oui. » Elle part.", ["Il dit : « Oui. »", "Elle part."]),
    ("Le roi part.Il dort.", ["Le roi part.", "Il dort."]),
    ("Le roi parle de \"bruit\".Il dort.", ["Le roi parle de \"bruit\".", "Il dort."]),
    ("M.Roux écrit à la S.N.C.F. de Lyon.", ["M.Roux écrit à la S.N.C.F. de Lyon."]),
    ("Le prix atteint 3.5 millions. Il monte.", ["Le prix atteint 3.5 millions.", "Il monte."]),
]


@pytest.mark.parametrize(("text", "expected"), TEXTS)
def test_sentences(text, expected):
    assert [text[unit.start:unit.end].strip() for unit in units(text)] == expected


def test_words_keep_inversions_whole_and_elisions_apart():
    unit = units("« Non », a-t-il dit, s'adressant à l’ONU.")[0]
    assert [word.lower for word in unit.words if not word.is_quote][:6] == [",", "a-t-il", "dit", ",", "s'", "adressant"]


def test_every_sentence_has_a_bounded_length_outside_quotations():
    assert all(unit.end - unit.start <= 2 * LONGEST + 1 for unit in units("mot " * 20_000))


def test_words_lie_in_their_text():
    text = "Oslo, « oui » ; l’envoyé (M. Roux) a t-il dit ?"
    for unit in units(text):
        for word in unit.words:
            assert unit.start <= word.start < word.end <= unit.end
