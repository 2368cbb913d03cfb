import random
from collections import Counter

import pytest
import spacy

from analysis.french.augment import break_after, capitals, quoted, set_apostrophes, set_quotes, vary, without_stop
from analysis.french.harmonise import count_lemmas, count_obliques, harmonise
from analysis.french.treebanks import Word, read_sentences, spaced, to_doc

CONLLU = """# text = Paris parle du traité à Vienne.
1\tParis\tParis\tPROPN\t_\t_\t2\tnsubj\t_\t_
2\tparle\tparler\tVERB\t_\tMood=Ind|Number=Sing|Person=3|Tense=Pres|VerbForm=Fin\t0\troot\t_\t_
3-4\tdu\t_\t_\t_\t_\t_\t_\t_\t_
3\tde\tde\tADP\t_\t_\t5\tcase\t_\t_
4\tle\tle\tDET\t_\tDefinite=Def|PronType=Art\t5\tdet\t_\t_
5\ttraité\ttraité\tNOUN\t_\tGender=Masc|Number=Sing\t2\tobl:arg\t_\t_
6\tà\tà\tADP\t_\t_\t7\tcase\t_\t_
7\tVienne\tVienne\tPROPN\t_\t_\t2\tobl:mod\t_\tSpaceAfter=No
8\t.\t.\tPUNCT\t_\t_\t2\tpunct\t_\t_

# text = Elle accuse M. Orel
1\tElle\til\tPRON\t_\t_\t2\tnsubj\t_\t_
2\taccuse\taccuser\tVERB\t_\t_\t0\troot\t_\t_
3\tM.\tM.\tNOUN\t_\t_\t2\tobj\t_\t_
4\tOrel\tOrel\tPROPN\t_\tTypo=Yes\t3\tflat:name\t_\tSpaceAfter=No
"""


@pytest.fixture
def sentences(tmp_path):
    path = tmp_path / "small.conllu"
    path.write_text(CONLLU, encoding="utf-8")
    return list(read_sentences(path))


def text(sentence):
    return "".join(word.form + " " * word.space for word in sentence).strip()


def test_multiword_tokens_are_merged(sentences):
    du = sentences[0][2]
    assert (du.form, du.lemma, du.pos, du.dep, sentences[0][du.head].form) == ("du", "de", "ADP", "case", "traité")
    assert text(sentences[0]) == "Paris parle du traité à Vienne."


def test_one_doc_of_several_sentences(sentences):
    doc = to_doc(spacy.blank("fr").vocab, [spaced(sentence) for sentence in sentences])
    assert [sentence.root.text for sentence in doc.sents] == ["parle", "accuse"]
    assert doc.text == "Paris parle du traité à Vienne. Elle accuse M. Orel "


def test_harmonised_labels_lemmas_and_features(sentences):
    base, other = sentences[0], sentences[1]
    lemmas = {("elle", "PRON"): "lui"}
    changed = harmonise(other, count_obliques([base]), lemmas)
    assert [word.lemma for word in changed] == ["lui", "accuser", "monsieur", "Orel"]
    assert changed[3].dep == "nmod" and changed[3].feats == ""


def test_plain_obliques_are_told_apart_by_what_was_counted(sentences):
    counts = count_obliques([sentences[0]])
    plain = [Word(w.form, w.lemma, w.pos, w.feats, w.head, "obl" if w.dep.startswith("obl") else w.dep, w.space)
             for w in sentences[0]]
    changed = harmonise(plain, counts, count_lemmas([sentences[0]]))
    assert [word.dep for word in changed if word.dep.startswith("obl")] == ["obl:arg", "obl:mod"]


def quote(*forms):
    """A sentence of the forms; `_` after a form: no space after it."""
    return [Word(form.rstrip("_"), form.rstrip("_"), "X", "", 0, "root" if i == 0 else "dep", not form.endswith("_"))
            for i, form in enumerate(forms)]


@pytest.mark.parametrize(
    ("sentence", "style", "expected"),
    [
        (quote("Il", "dit", "«", "non", "»_", "."), ('"', '"'), 'Il dit "non".'),
        (quote("Il", "dit", '"_', 'non_', '"_', "."), ("«", "»"), "Il dit « non »."),
        (quote("Il", "dit", '"_', 'non_', '"_', "."), ("“", "”"), "Il dit “non”."),
        (quote("l'_", '"_', 'axe_', '"'), ("“", "”"), "l'“axe”"),
    ],
)
def test_quote_styles(sentence, style, expected):
    assert text(set_quotes(sentence, *style)) == expected


def test_apostrophes_and_capitals():
    assert text(set_apostrophes(quote("L'_", "Iran"), "’")) == "L’Iran"
    assert text(capitals(quote("Paris", "cède"))) == "PARIS CÈDE"


def test_titles_lose_their_stop_and_breaks_are_tokens(sentences):
    title = without_stop(sentences[0])
    assert title[-1].form == "Vienne"
    broken = break_after(title, "\n\n")
    assert (broken[-1].pos, broken[-1].head, text(broken)) == ("SPACE", len(title) - 1, text(title))


def test_quoted_speech_has_its_speaker_as_subject(sentences):
    for seed in range(30):
        sentence = quoted(sentences[0], random.Random(seed))
        verb = next(i for i, word in enumerate(sentence) if word.dep == "parataxis:insert")
        subjects = [word for word in sentence if word.head == verb and word.dep == "nsubj"]
        assert len(subjects) == 1
        assert sentence[sentence[verb].head].form == "parle"
        to_doc(spacy.blank("fr").vocab, [sentence])


def test_varied_documents_keep_their_sentences(sentences):
    vocab = spacy.blank("fr").vocab
    sizes = Counter()
    for seed in range(40):
        doc = to_doc(vocab, vary(sentences * 3, random.Random(seed)))
        sizes[len(list(doc.sents))] += 1
    assert set(sizes) == {6}
