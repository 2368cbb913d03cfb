"""Who serves a state by what the article calls them: ministers, members of parliament, judges, prefects, soldiers."""
from analysis.actors.evidence import title_before
from analysis.actors.nationality import head_before
from analysis.actors.scene import Scene
from analysis.actors.surnames import Named
from analysis.spelling import fold_words

_OFFICIALS = frozenset("ministre ministres secretaire senateur senatrice depute deputee deputes gouverneur gouverneure prefet prefete "
                       "maire juge juges procureur procureure magistrat magistrate general colonel commandant capitaine lieutenant "
                       "sergent amiral marechal soldat commissaire roi reine prince princesse vice".split())
_SPOKEN_FOR = frozenset("gouvernement ministere armee police presidence etat president".split())
#: offices that serve no state, or another state than the one of which the article speaks
_ELSEWHERE = frozenset("ambassadeur ambassadrice consul europeen europeenne onu commission penale internationale parti".split())
#: people who speak of a state's affairs from outside, or whose trade has no state
_VOICES = frozenset("specialiste specialistes expert experte experts analyste analystes chercheur chercheuse chercheurs professeur professeure "
                    "politologue economiste historien historienne directeur directrice codirecteur codirectrice ong universite "
                    "institut centre cercle reflexion fondation association fondateur fondatrice avocat avocate "
                    "avocats me maitre maitres auteur auteure representant representante responsable responsables pdg patron "
                    "delegue deleguee secretaire watch amnesty reporters cardinal mgr eveque journaliste ambassadeur ambassadrice envoye "
                    "cameraman correspondant correspondante organisation mission otage otages".split())


def is_outside_voice(scene: Scene, name: Named) -> bool:
    """Whether the words beside the name make its bearer an expert, a lawyer, somebody of an organisation."""
    words = scene.words
    near = words.fold[max(name.first - 4, 0):name.first]
    if name.last < len(words) and words.gap[name.last - 1] in (", ", " ("):
        near = near + words.fold[name.last:name.last + 8]
    return not _VOICES.isdisjoint(near)


def is_official(scene: Scene, name: Named) -> bool:
    """Whether the title before the name, the office in apposition or the role known so far is a state's."""
    words = scene.words
    head = head_before(scene, name.first)
    title = title_before(scene, name.first)
    first = head if head >= 0 else title.first if title and not title.civil else name.first
    before = words.fold[first:name.first]
    after = words.fold[name.last:name.last + 5] if name.last < len(words) and words.gap[name.last - 1] in (", ", " (") else []
    role = list(fold_words(scene.actors[name.actor_id].role))
    return any(_serves(phrase) for phrase in (before, role, after))


def _serves(phrase: list[str]) -> bool:
    """Whether the first words of a phrase name an office of the state."""
    if not _ELSEWHERE.isdisjoint(phrase):
        return False
    heads = [w for w in phrase if w not in ("le", "la", "l", "un", "une", "ancien", "ancienne", "ex")][:1]
    if heads and heads[0] in _OFFICIALS:
        return phrase[:2] != ["secretaire", "general"] and phrase[:2] != ["secretaire", "generale"]
    return heads == ["porte"] and any(w in _SPOKEN_FOR for w in phrase)
