"""Quotation marks paired, in every mark that press uses."""
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analysis.statements.quotes import inside, outermost, quoted_spans

TEXTS = [
    ('Il y voit "un leurre", pas une issue.', ["un leurre"]),
    ("Elle juge cela « inacceptable » et « grave ».", ["inacceptable", "grave"]),
    ("Elle juge cela «\u00a0inacceptable\u00a0».", ["inacceptable"]),
    ("Oslo va “aider fermement” ses voisins.", ["aider fermement"]),
    ("Oslo parle de « stabilité” et de “paix ».", ["stabilité", "paix"]),
    ("Il dénonce l'\"arrogance\" du voisin.", ["arrogance"]),
    ("Il dénonce l’“arrogance” du voisin.", ["arrogance"]),
    ("« Il a dit “jamais” hier », note-t-il.", ["Il a dit “jamais” hier", "jamais"]),
    ('"Il a dit "jamais" hier", note-t-il. "Soit."', ['Il a dit "jamais" hier', "jamais", "Soit."]),
    ("Le 'traître' et l'accord d'hier.", ["traître"]),
    ("L’île ‘oui l’accord’ et c’est tout.", ["oui l’accord"]),
    ("Il n’a rien dit aujourd’hui, l’envoyé s’en va.", []),
    ("Il n'a rien dit aujourd'hui, l'envoyé s'en va.", []),
    ("« Un.\n\nDeux.\n\nTrois », dit-il.", ["Un.", "Deux.", "Trois"]),
    ("« Un.\n\n« Deux », dit-il.", ["Un.", "Deux"]),
    ('"Jamais!\n\n", a-t-il lancé.', ["Jamais!"]),
    ('"Jamais!\n\n"\n\nLa suite du récit.', ["Jamais!"]),
    ('"Un début sans fin. Puis "autre chose", dit-il.', ["Un début sans fin.", "autre chose"]),
    ("Sans début », dit-il.", ["Sans début"]),
    ("Un écran de 15\" neuf.", []),
    ("<< Non >>, dit-il.", ["Non"]),
    ('Il a dit: "...oui".', ["...oui"]),
    ('" Non ", dit-il.', ["Non"]),
    ("", []), ('"', []), ('""', []), ("« »", []),
]


@pytest.mark.parametrize(("text", "expected"), TEXTS)
def test_insides(text, expected):
    assert [text[start:end] for start, end in quoted_spans(text)] == expected


def test_outermost_and_inside():
    text = "« Il a dit “jamais” hier » puis « oui »"
    outer = outermost(quoted_spans(text))
    assert [text[start:end] for start, end in outer] == ["Il a dit “jamais” hier", "oui"]
    assert inside(outer, text.index("jamais"), text.index("jamais") + 6)
    assert not inside(outer, text.index("puis"), text.index("puis") + 4)


MARKS = st.lists(st.sampled_from(list("«»“”„\"'‘’.,!? \n(ab1") + ["l'", "<<", ">>", "mot "]), max_size=60).map("".join)


@settings(max_examples=300, deadline=None)
@given(MARKS)
def test_spans_are_sound(text):
    spans = quoted_spans(text)
    assert spans == sorted(set(spans))
    for start, end in spans:
        assert 0 <= start < end <= len(text)
        assert "\n" not in text[start:end]
        assert not text[start].isspace() and not text[end - 1].isspace()


@pytest.mark.parametrize("text", ['"a ' * 20_000, '« ' * 20_000, '" ' * 20_000, "'a " * 20_000, '"a\n' * 20_000, "a»\n" * 20_000])
def test_hostile_texts_are_read(text):
    assert all(start < end for start, end in quoted_spans(text))
