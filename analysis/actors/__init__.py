"""Who is mentioned where: ``find_actors(doc, article)`` → ActorReading, and ``MentionIndex`` to look mentions up.

    names ─ offices ─ people ─ states ─ institutions ─ holders ─ homologues ─ references

Each step adds mentions and never takes one back; a word that one mention owns is not read again by the next.
"""
from operator import attrgetter

from spacy.tokens import Doc

from analysis.actors.appositions import Court, link_names
from analysis.actors.bare import read_bare
from analysis.actors.cast import Cast
from analysis.actors.holders import resolve
from analysis.actors.homes import find_homes
from analysis.actors.homologues import find_counterparts, read_counterpart
from analysis.actors.index import MentionIndex
from analysis.actors.institutions import read_institutions
from analysis.actors.offices import find_phrases, is_body, may_name
from analysis.actors.openers import find_places
from analysis.actors.people import read_people
from analysis.actors.pronouns import read_pronouns
from analysis.actors.quotes import quoted
from analysis.actors.references import read_references
from analysis.actors.scene import Scene
from analysis.actors.states import read_states
from analysis.actors.survey import survey
from analysis.actors.words import read_words
from analysis.articles import Article
from analysis.records import ActorReading

__all__ = ["MentionIndex", "find_actors"]


def find_actors(doc: Doc, article: Article) -> ActorReading:
    """All actors of an article and where they are mentioned.

        >>> reading = find_actors(parse("Moscou accuse Kiev."), article)
        >>> [(m.text, m.actor_id) for m in reading.mentions]
        [('Moscou', 'RUS'), ('Kiev', 'UKR')]
    """
    words = read_words(doc, article.text)
    scene = Scene(words, article, find_places(words))
    survey(scene)
    phrases = sorted([*find_phrases(scene), *find_counterparts(scene)], key=lambda phrase: phrase.head)
    scene.after_office = {phrase.last for phrase in phrases if may_name(scene.words, phrase)}
    scene.office_words = {i for phrase in phrases if not is_body(phrase) for i in range(phrase.head, phrase.last)}
    cast = Cast(scene)
    named = read_people(scene, cast)
    scene.person_at = {n.first: (n.last, n.actor_id) for n in named}
    court = Court(scene, cast, named)
    link_names(court, phrases)
    find_homes(scene, named)
    read_states(scene)
    read_institutions(scene)
    resolve(court, phrases, read_counterpart)
    read_bare(scene)
    read_references(scene, named)
    read_pronouns(scene, quoted(scene.words))
    told = {(m.start, m.end, m.actor_id, m.rule, m.place): m for m in scene.mentions}
    mentions = sorted(told.values(), key=attrgetter("start", "end", "actor_id"))
    used = {m.actor_id for m in mentions}
    return ActorReading({key: actor for key, actor in scene.actors.items() if key in used}, mentions)
