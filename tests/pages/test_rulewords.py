"""Rules in words that an analyst understands."""
import pytest

from analysis.tables import empty_tables
from pages.parts.rulewords import rule_words
from pages.parts.texts import languages, texts_of


@pytest.mark.parametrize(("rule", "expected"), [
    ("V:nsubj>obl:à", "a verb; source: its subject; target: complement with “à”"),
    ("V:obl:agent:par>nsubj:pass", "a verb; source: agent with “par”; target: the subject of its passive"),
    ("N:^obj/nsubj>nmod:de", "a noun; source: its subject, of the verb above it; target: complement of a noun with “de”"),
    ("V:nsubj>obj/nmod:de", "a verb; source: its subject; target: complement of a noun with “de”, within: its object"),
    ("Q:speaker>topic", "a quoted clause; source: whoever speaks; target: whom the article is about"),
    ("A:^xcomp/nsubj>^xcomp/^acl", "an adjective or participle; source: its subject, of the verb above it; target: the word it depends on"),
    ("V:before>mutual", "a verb; source: named before this sentence; target: the parties to one another"),
    ("V:nsubj>", "a verb; source: its subject; target: in its clause"),
    ("V:dep>orphan:x", "a verb; source: in its clause; target: in its clause"),
    ("added", "an analyst"), ("test", "test"), ("", ""), ("Z:nsubj>obj", "Z:nsubj>obj"), ("V:nsubj", "V:nsubj"),
])
def test_in_words(rule, expected):
    assert rule_words(rule, texts_of("en")) == expected


@pytest.mark.parametrize("language", languages())
@pytest.mark.parametrize("kind", "VNAIXQ")
def test_no_code_is_left_in_any_language(language, kind):
    for path in ("nsubj", "^conj/appos", "obl/nmod:avec", "speaker", "flat:name", "^acl"):
        said = rule_words(f"{kind}:{path}>{path}", texts_of(language))
        assert not {"nsubj", "conj", "appos", "obl", "nmod", "acl", "^", ">"} & {*said.replace(",", " ").split(), *said}


def test_the_code_stays_in_the_tables():
    assert "rule" in empty_tables().stances
