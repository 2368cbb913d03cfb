"""Sentences of the narrator, with quotations as whole pieces."""
import pytest

from analysis.statements.quotes import quoted_spans
from analysis.statements.units import LONGEST, QUOTE, Unit, units

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


def cut(text: str) -> list[Unit]:
    return units(text, quoted_spans(text))


@pytest.mark.parametrize(("text", "expected"), TEXTS)
def test_sentences(text, expected):
    assert [text[unit.start:unit.end].strip() for unit in cut(text)] == expected


def test_words_keep_inversions_whole_and_elisions_apart():
    unit = cut("« Non », a-t-il dit, s'adressant à l’ONU.")[0]
    assert [word for word in unit.words if word != QUOTE][:6] == [",", "a-t-il", "dit", ",", "s'", "adressant"]


def test_every_sentence_has_a_bounded_length_outside_quotations():
    assert all(unit.end - unit.start <= 2 * LONGEST + 1 for unit in cut("mot " * 20_000))


def test_words_lie_in_their_text():
    text = "Oslo, « oui » ; l’envoyé (M. Roux) a t-il dit ?"
    for unit in cut(text):
        for word, start, end in zip(unit.words, unit.starts, unit.ends, strict=True):
            assert unit.start <= start < end <= unit.end
            assert word in (QUOTE, text[start:end].lower().replace("’", "'").replace("a t-", "a-t-"))
