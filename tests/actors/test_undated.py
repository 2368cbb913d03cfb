"""Holders of office in an article whose day is not known."""
import pytest

from tests.actors.reading import pairs

HOLDERS = [
    ("Emmanuel Macron est venu. Le président français a parlé.", ("Le président français", "emmanuel-macron")),
    ("Le président américain a parlé. Donald Trump est reparti.", ("Le président américain", "donald-trump")),
    ("Vladimir Poutine reçoit Emmanuel Macron à Moscou. La France et les Français y tiennent, a dit le chef de l'Etat.",
     ("le chef de l'Etat", "emmanuel-macron")),
    ("Emmanuel Macron salue l'ex-président Nicolas Sarkozy. Le président français sourit.",
     ("Le président français", "emmanuel-macron")),
    ("Emmanuel Macron salue Bertrand Vasseur, président LR de la région. Le chef de l'Etat sourit en France.",
     ("Le chef de l'Etat", "emmanuel-macron")),
]

NOT_HOLDERS = [
    ("Jacques Chirac et François Mitterrand sont cités. Le président français a parlé.", "jacques-chirac"),
    ("Emmanuel Macron est venu. Le président italien a parlé.", "emmanuel-macron"),
]


@pytest.mark.parametrize(("text", "expected"), HOLDERS)
def test_the_one_whom_the_article_names(text, expected):
    assert expected in pairs(text, "")


@pytest.mark.parametrize(("text", "actor_id"), NOT_HOLDERS)
def test_nobody_where_the_article_does_not_tell(text, actor_id):
    assert not any(words.startswith("Le président") and key == actor_id for words, key in pairs(text, ""))


def test_one_ambassador_by_name_and_by_office():
    text = "L'ambassadeur du Mali en France, Moussa Keïta, a réagi. L'ambassadeur du Mali a été convoqué."
    assert {key for words, key in pairs(text) if "ambassadeur" in words} == {"moussa-keita"}
