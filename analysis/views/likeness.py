"""Whether two sentences speak of the same thing, as far as their words tell.

Words are cut to their stems (Snowball's French stemmer, Porter 2001). Not compared are words of fewer than three
letters, years, function words, words of speaking and of office, and the names of those who speak, since these occur whatever
is spoken of. Likeness is the overlap coefficient of what remains (Simpson 1943; Manning, Raghavan and Schütze, chapter 3):
the words that both have, divided by the words of the shorter.

    >>> likeness(content_words("Moscou accuse Kiev de préparer une bombe sale"),
    ...          content_words("Kiev dément préparer la moindre bombe"))[1] == {"prépar", "bomb"}
    True
"""
import re
import unicodedata
from functools import cache, lru_cache
from typing import NamedTuple

import snowballstemmer

from analysis import world

# Two sentences are alike from so many common stems and so large a share on; retold, from the larger share on.
FEWEST_SHARED, ALIKE, RETOLD = 2, 0.3, 0.7
_WORD = re.compile(r"[^\W\d_]{3,60}|\b(?!(?:19|20)\d\d\b)\d{2,60}\b")
_IDLE = """
afin ainsi alors après assez aucun aucune aussi autre autres aux avait avant avec avoir ayant bien car ceci cela celle
celles celui certain certains ces cet cette ceux chaque chez comme comment contre dans davantage déjà depuis des deux dès
dont donc durant elle elles encore enfin entre envers est été être étaient était étant eux fait faire fois hors ici ils
jamais jusque les leur leurs lors lorsque lui mais malgré même mêmes moins mon mes non nos notre nous ont ou où par parce
parmi pas pendant peu peut plus plusieurs plutôt pour pourrait pouvoir pourtant presque puis puisque quand que quel quelle
quelques qui quoi quoique sans sauf selon sera serait ses seul seulement sien soit son sont sous sur tandis tant tel telle
tels tous tout toute toutes toutefois très trop une vers via vos votre vous auprès lundi mardi mercredi jeudi vendredi
samedi dimanche janvier février mars avril mai juin juillet août septembre octobre novembre décembre jour semaine mois année
accusation accuser affirmation affirmer ajouter allégation annoncer appeler assurer condamner contester déclarer
déclaration démenti démentir dénoncer dire dit estimer expliquer indiquer information nier parler parole préciser propos
rappeler réaffirmer récuser réfuter rejeter réponse répondre reprocher souligner
ambassadeur affaires chef communiqué défense diplomate diplomatie étrangères étranger gouvernement homologue madame
ministère ministre monsieur pays porte-parole porte parole premier première présidence président responsable
""".split()


class Likeness(NamedTuple):
    """Share of the shorter sentence's content words that the other has too, and these stems."""

    share: float
    shared: frozenset[str]

    @property
    def alike(self) -> bool:
        """Whether both speak of one thing: two common stems at least, and three in ten of the shorter's."""
        return len(self.shared) >= FEWEST_SHARED and self.share >= ALIKE

    @property
    def retold(self) -> bool:
        """Whether one could be the other in other words: three common stems at least, and seven in ten."""
        return len(self.shared) > FEWEST_SHARED and self.share >= RETOLD


def content_words(text: str, leave_out: frozenset[str] = frozenset()) -> frozenset[str]:
    """Stems of the words that say what a sentence is about; ``leave_out`` are stems not to count (see name_stems)."""
    return frozenset(stem(word) for word in _WORD.findall(text.lower())) - _idle_stems() - leave_out


def likeness(one: frozenset[str], other: frozenset[str]) -> Likeness:
    """How much two sets of stems have in common."""
    shared = one & other
    return Likeness(len(shared) / min(len(one), len(other)) if shared else 0.0, shared)


@lru_cache(maxsize=50_000)
def stem(word: str) -> str:
    """Stem of a word in small letters: accusations → accus."""
    return _stemmer().stemWord(unicodedata.normalize("NFC", word))


@lru_cache(maxsize=1_000)
def name_stems(node: str, name: str = "") -> frozenset[str]:
    """Stems of what a country or organisation is called: its name, capital, adjectives and people.

    >>> stem("russes") in name_stems("RUS") and stem("moscou") in name_stems("RUS")
    True
    """
    words = [name]
    country, organisation = world.countries().get(node), world.organisations().get(node)
    if country:
        words += [country.name, country.capital, *country.forms, *country.demonyms]
        words += [form for quadruple in (country.adjectives, *country.variants) for form in quadruple]
    elif organisation:
        words.append(organisation.name)
    return frozenset(stem(word) for text in words for word in _WORD.findall(text.lower()))


@cache
def _idle_stems() -> frozenset[str]:
    return frozenset(stem(word) for word in _IDLE)


@cache
def _stemmer():
    return snowballstemmer.stemmer("french")
