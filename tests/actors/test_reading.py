"""What holds for every reading, whatever the text."""
import pytest

from analysis.actors import MentionIndex, find_actors
from analysis.articles import Article
from analysis.language import parse
from tests.actors.reading import read

TEXTS = [
    "",
    "Moscou",
    " date 2022-10-20 Pékin s'inquiète\n\nLe président chinois Xi Jinping a reçu l'ambassadeur de Russie.\n\n« Nous », dit-il.",
    "L’Élysée, la Maison-Blanche et l’ONU… (M. Guterres) ont réagi : « non » !",
    "EMMANUEL MACRON REÇOIT JOE BIDEN À PARIS",
    "Les ministres russe,",
    "le ministre des",
    "ce dernier",
    "son homologue",
    "Il a vu son homologue russe",
    "l'armée",
    "les autorités de",
    "M.",
    "le porte-parole du ministère",
    "le gouvernement",
    "\n\n\n",
    "😀 Emmanuel Macron 😀 a écrit à Ursula von der Leyen.",
]


@pytest.mark.parametrize("text", TEXTS)
def test_offsets_and_ids_are_closed(text):
    reading = read(text)
    assert all(text[m.start:m.end] == m.text and m.text for m in reading.mentions)
    assert {m.actor_id for m in reading.mentions} == set(reading.actors)
    assert all(key == actor.actor_id for key, actor in reading.actors.items())
    assert reading.mentions == sorted(reading.mentions, key=lambda m: (m.start, m.end, m.actor_id))


@pytest.mark.parametrize("text", TEXTS)
def test_kinds_and_countries(text):
    for actor in read(text).actors.values():
        assert actor.kind in ("person", "country", "institution", "organisation", "group")
        assert actor.country == "" or (len(actor.country) == 3 and actor.country.isupper())


def test_same_text_same_reading():
    text = "Le président turc a vu son homologue russe."
    assert read(text) == read(text)


def test_nothing_is_known_of_the_day():
    article = Article("test", "test.txt", "", "Le président russe a vu M. Macron.")
    reading = find_actors(parse(article.text), article)
    assert all(article.text[m.start:m.end] == m.text for m in reading.mentions)
    assert "vladimir-poutine" not in reading.actors


def test_index_finds_mentions_by_place():
    text = "Moscou accuse Kiev. Le président russe se tait."
    index = MentionIndex(read(text))
    assert [m.actor_id for m in index.at(0, 19)] == ["RUS", "UKR"]
    assert [m.text for m in index.at(6, 14)] == []
    assert index.at(500, 600) == []


def test_index_finds_what_covers_a_token():
    text = "Le gouvernement de Benjamin Netanyahu refuse."
    token = next(t for t in parse(text) if t.text == "Benjamin")
    assert [m.actor_id for m in MentionIndex(read(text)).covering(token)] == ["benjamin-netanyahu", "ISR"]
