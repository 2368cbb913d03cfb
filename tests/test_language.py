import pytest
import spacy

from analysis import language
from analysis.language import PipelineError, load_pipeline, parse, parse_many
from analysis.pipeline import analyse_article
from analysis.readers import text as plain

TRICKY = [
    "",
    " ",
    "\n\n\n",
    "\t",
    "-" * 40_000,
    "x" * 30_000 + "\n" + '"' * 600,
    "Paris \ud800proteste.\n\nMoscou dément.",
    "Paris proteste" + " " * 500 + "contre Moscou.",
    "http://exemple.fr/" + "a/" * 300 + " Paris proteste.",
    "\ufeffParis proteste.\r\n\r\nMoscou\u00a0dément\u2028Berlin attend.",
    "👩‍👩‍👧 Paris «proteste»…\x00\x0b",
    "е́ Кремль — Paris proteste",
]


@pytest.mark.parametrize("text", TRICKY, ids=range(len(TRICKY)))
def test_offsets_are_the_texts_own(text):
    doc = parse(text)
    assert len(doc.text) == len(text)
    assert all(doc.text[token.idx : token.idx + len(token)] == token.text for token in doc)
    assert doc.text == text.replace("\ud800", "\ufffd")


def test_many_articles_come_in_their_order():
    texts = ["Paris proteste.", "", "Moscou dément."]
    assert [doc.text for doc in parse_many((text, (0, 0)) for text in texts)] == texts


def test_header_title_and_paragraphs_are_sentences_of_their_own():
    title = "Berlin dénonce la décision de Varsovie"
    text = f" date 2023-05-04 {title}\n\nLe chancelier a protesté. Varsovie se tait\n\nParis attend."
    start = text.index(title)
    doc = parse(text, (start, start + len(title)))
    assert [sentence.text.strip() for sentence in doc.sents] == [
        "date 2023-05-04", title, "Le chancelier a protesté.", "Varsovie se tait", "Paris attend."
    ]


def test_the_pipeline_is_loaded_once():
    assert load_pipeline() is load_pipeline()


def one_line(error):
    message = str(error.value)
    assert "\n" not in message
    return message


def test_an_unknown_pipeline_is_named_in_one_line(monkeypatch):
    monkeypatch.setenv("HOMOLOGUE_MODEL", "fr_core_news_enorme")
    with pytest.raises(PipelineError) as error:
        parse("Paris proteste.")
    message = one_line(error)
    assert "fr_core_news_enorme" in message and "HOMOLOGUE_MODEL" in message


def test_a_folder_that_is_no_pipeline_is_refused(tmp_path):
    with pytest.raises(PipelineError) as error:
        load_pipeline(str(tmp_path))
    assert str(tmp_path) in one_line(error)


def test_a_pipeline_without_parse_and_lemmas_says_what_is_missing(tmp_path):
    nlp = spacy.blank("fr")
    nlp.add_pipe("sentencizer")
    nlp.to_disk(tmp_path / "thin")
    with pytest.raises(PipelineError) as error:
        load_pipeline(str(tmp_path / "thin"))
    message = one_line(error)
    assert "dependency parse" in message and "lemmas" in message


def test_a_pipeline_for_another_language_is_refused(tmp_path):
    spacy.blank("en").to_disk(tmp_path / "english")
    with pytest.raises(PipelineError) as error:
        load_pipeline(str(tmp_path / "english"))
    assert "'en'" in one_line(error)


def test_rare_words_are_forgotten_and_frequent_ones_kept(monkeypatch):
    nlp = language.load_pipeline()
    monkeypatch.setattr(language, "KEPT_WORDS", 0)
    with language.passing_words():
        before = [(token.text, token.lemma_, token.pos_) for token in language.parse("Paris zinzolinera Londres.")]
        assert "zinzolinera" in nlp.vocab.strings
    assert "zinzolinera" not in nlp.vocab.strings
    with language.passing_words():
        assert [(token.text, token.lemma_, token.pos_) for token in language.parse("Paris zinzolinera Londres.")] == before
    monkeypatch.setattr(language, "KEPT_WORDS", len(nlp.vocab) + 1_000)
    with language.passing_words():
        language.parse("Paris zinzolinait Londres.")
    assert "zinzolinait" in nlp.vocab.strings


def test_articles_give_the_same_rows_whether_words_are_kept_or_not(monkeypatch):
    texts = [f"L'Iran condamne la décision numéro {n}\n\nTéhéran a rappelé son ambassadeur à Xanthopolis-{n}." for n in range(5)]
    articles = [plain.read(each, f"{n}.txt") for n, each in enumerate(texts)]
    kept = [analyse_article(article) for article in articles]
    monkeypatch.setattr(language, "KEPT_WORDS", 0)
    assert [analyse_article(article) for article in articles] == kept
