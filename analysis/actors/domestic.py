"""Who is at home in an article that is about one state, and whom such an article leaves without one.

French press does not repeat the state of its story at each name: « le ministre de l'Intérieur, X » is a minister of the state
that the article is about. It does name people from elsewhere without saying so: its own compatriots, experts, lawyers, people
of organisations. So the state of the story is given to its servants, and to others only where no other state stands in their
sentences, nothing makes them an outside voice, and their given name is not one that French people bear and its people do not.
A given name tells more than the neighbourhood: who bears a French one is French where the article speaks of France, unless it
speaks of a state whose people bear such names too; who bears one of the holders of office of the story's state is at home there.
"""
from collections import Counter
from functools import cache

from analysis import world
from analysis.actors.lexicon import french_given_names
from analysis.actors.nationality import opening_state
from analysis.actors.officials import is_official, is_outside_voice
from analysis.actors.scene import Scene
from analysis.actors.surnames import Named
from analysis.spelling import fold_words

#: share of an article's names and adjectives of states from which on it is about one state
_DOMINANT = 0.6
#: the same where the person's given name is one of that state's holders of office
_PREVALENT = 0.4
_PRESS_HOME = "FRA"
#: states and territories other than France whose people bear French given names
_FRENCH_NAMED = frozenset("BEL CHE LUX MCO CAN HTI BEN BFA BDI CAF CIV CMR COD COG DJI GAB GIN MDG MLI MUS NER RWA SEN SYC TCD TGO "
                          "GLP GUF MTQ MYT NCL PYF REU SPM WLF LBN VUT COM AND DMA LCA".split())


class Weights:
    """How much an article speaks of which state, and which states stand in which sentence."""

    def __init__(self, scene: Scene, named: list[Named]) -> None:
        self.scene = scene
        places = [(scene.words.sentence[i], scene.states.get(i, "")) for i in (*scene.adjectives, *scene.state_at)]
        self.count = Counter(code for _, code in places if code)
        self.count.update(scene.actors[n.actor_id].country for n in named if n.actor_id in world.people())
        del self.count[""]
        self.share = self.count[scene.topic] / self.count.total() if self.count else 0
        self.foreign = {sentence for sentence, code in places if code and code != scene.topic}
        self.sentences: dict[str, set[int]] = {}
        for name in named:
            if name.full:
                self.sentences.setdefault(name.actor_id, set()).add(scene.words.sentence[name.first])
        self.outside = {n.actor_id for n in named if is_outside_voice(scene, n)}

    def home(self, name: Named) -> str:
        """The state that the article tells without naming it beside the person, or nothing."""
        topic, full = self.scene.topic, self.scene.actors[name.actor_id].name
        if topic != _PRESS_HOME and _french_given(full, topic):
            return _PRESS_HOME if self.count[_PRESS_HOME] and not self.count.keys() & _FRENCH_NAMED else ""
        if topic == _PRESS_HOME and given_name(full) in french_given_names():
            return topic
        if self.share >= _PREVALENT and topic != _PRESS_HOME and given_name(full) in _given_names(topic):
            return topic
        if is_official(self.scene, name):
            return opening_state(self.scene, name) or (topic if self.share >= _DOMINANT else "")
        if self.share < _DOMINANT or (self.count[topic] < 2 and topic != _PRESS_HOME) or self.sentences.get(name.actor_id, set()) & self.foreign:
            return ""
        return "" if name.actor_id in self.outside and topic != _PRESS_HOME else topic


@cache
def _given_names(code: str) -> frozenset[str]:
    """Folded first words of the names of a state's holders of office."""
    return frozenset(given_name(p.name) for p in world.people().values() if p.country == code)


def _french_given(name: str, code: str) -> bool:
    """Whether the given name is one of French holders of office and of none of that state's."""
    return given_name(name) in (french_given_names() | _given_names(_PRESS_HOME)) - _given_names(code)


def given_name(name: str) -> str:
    """The folded first word of a name."""
    return (fold_words(name) or ("",))[0]
