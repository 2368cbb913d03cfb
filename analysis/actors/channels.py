"""Media, social networks, universities and institutes that are only where somebody speaks or works.

« a écrit Donald Trump sur Twitter », « dans un entretien au Figaro », « selon le New York Times », « professeur à Sciences Po » name
nobody of the story; « Twitter a suspendu son compte », « il s'en prend à CNN », « l'interdiction de la BBC » do. What a paper
reports is nobody's word but its own sources'; a state's organ (RT, CCTV) speaks for the state, and stays.
"""
from functools import cache

from analysis import world
from analysis.actors.lexicon import rows
from analysis.actors.scene import Scene
from analysis.actors.trie import Entry, Hit
from analysis.actors.words import Words

_ARTICLES = frozenset("le la les l un une son sa ses leur leurs ce cette cet".split())
#: nouns and adjectives between the preposition and the name: « sur la chaîne de télévision CNN », « au quotidien Bild »
_HEADS = frozenset("chaine chaines quotidien quotidiens journal journaux hebdomadaire magazine mensuel revue site tabloid agence radio "
                   "television reseau reseaux social sociaux plateforme application messagerie compte comptes page pages officiel "
                   "officielle en ligne d information info presse groupe antenne publique prive privee".split())
#: « interdiction sur » stays out: what is done about a network is done to it
_PLACES = frozenset(("sur", "via"))
_HOSTS = frozenset("sur via dans par selon au aux a chez avec pour apres".split())
_AT = frozenset(("a", "au", "aux"))
_OF = frozenset(("de", "du", "d", "des"))
#: nouns by which a medium is only where one is or works: « journaliste de CNN », « les colonnes du Figaro »
_OUTLETS = frozenset("journaliste journalistes correspondant correspondante correspondants reporter colonnes antenne plateau micro "
                     "interview interviews entretien entretiens edition une lecteurs lecteur site article articles tribune editorial "
                     "editorialiste presentateur presentatrice chroniqueur invite invitee enquete revelations information "
                     "informations matinale studio studios question questions chercheur chercheuse professeur "
                     "professeure analyste expert experte directeur directrice specialiste aupres diplome etudiant etudiants president".split())
#: what stands right before the name of a network: « un message Facebook », « son compte Twitter »
_POSTS = frozenset("compte comptes page pages message messages profil profils fil groupe groupes boucle live video videos publication "
                   "publications post posts reunion chaine boucles abonnes statut".split())
#: verbs whose « à CNN » is whom they are at odds with
_AT_ODDS = frozenset("prendre reprocher interdire retirer imposer demander ordonner attaquer refuser infliger opposer enjoindre "
                     "sommer intimer permettre couter".split())
_REPORTING = frozenset("rapporter reveler ecrire affirmer indiquer annoncer expliquer preciser publier citer titrer dire selon relater "
                       "diffuser raconter noter estimer souligner assurer ajouter evoquer confirmer croire juger resumer rappeler "
                       "interroger interviewer apprendre detailler avancer relever reperer recenser devoiler depeindre noter rapportent rappelle releve".split())
_WINDOW = 7
#: whose members' names may stand right behind theirs: « le sommet UE Chine »
_OF_STATES = frozenset(("UE", "ONU", "OTAN", "UA", "ASEAN", "G7", "G20", "CEDEAO"))


@cache
def _kinds() -> dict[str, str]:
    """Organisation → medium, organ, platform or employer."""
    return {row["org_id"]: row["kind"] for row in rows("channels.csv")}


def join_branches(scene: Scene) -> None:
    """Let « WWF France », « Sciences Po Paris » be one name: the place right behind an organisation says which branch it is."""
    joined: list[Hit] = []
    for hit in scene.hits:
        before = joined[-1] if joined else None
        if before and before.last == hit.first and scene.words.gap[hit.first - 1] == " " and _has_branches(before) and _is_place(hit):
            joined[-1] = before._replace(last=hit.last)
        else:
            joined.append(hit)
    scene.hits[:] = joined


def _has_branches(hit: Hit) -> bool:
    entry = hit.entries[0]
    return entry.kind == "organisation" and entry.key not in _OF_STATES and world.organisations()[entry.key].kind == "organisation"


def _is_place(hit: Hit) -> bool:
    return all(entry.kind in ("country", "capital") for entry in hit.entries)


def pass_over(scene: Scene) -> None:
    """Let each such name stand for nobody: its words stay taken, its state is not counted among those the article names."""
    passed = -1
    for n, hit in enumerate(scene.hits):
        if _is_channel(scene.words, hit) or _is_next(scene.words, hit, passed):
            scene.hits[n] = hit._replace(entries=(Entry("none", ""),))
            passed = hit.last


def _is_next(words: Words, hit: Hit, passed: int) -> bool:
    """Whether the hit goes on a list whose last name was passed over: « sur Facebook et Instagram », « RTL/Le Figaro/LCI »."""
    if passed < 0 or hit.first - passed > 3 or hit.entries[0].key not in _kinds():
        return False
    between = words.fold[passed:hit.first]
    joined = "".join(words.gap[passed - 1:hit.first])
    return all(word in _ARTICLES or word in ("et", "ou") for word in between) and not set(joined) & set(".;:()«»\"\n")


def _is_channel(words: Words, hit: Hit) -> bool:
    kind = _kinds().get(hit.entries[0].key)
    if kind is None:
        return False
    start = _phrase_start(words, hit.first)
    before = words.fold[start - 1] if start else ""
    if kind == "platform":
        return before in _PLACES or bool(hit.first) and words.fold[hit.first - 1] in _POSTS
    if before in _OF:
        return kind == "employer" or any(word in _OUTLETS for word in words.fold[max(start - 4, 0):start - 1])
    if before in _HOSTS:
        return before not in _AT or not _at_odds(words, start - 1)
    if kind == "employer":
        return not words.dep[hit.first].startswith(("nsubj", "obj"))
    return kind == "medium" and _reports(words, hit)


def _phrase_start(words: Words, first: int) -> int:
    """The first word of the noun phrase whose name begins at ``first``, its articles and head nouns taken in."""
    k = first
    while k and first - k < _WINDOW and words.gap[k - 1] not in (". ", "\n") and words.sentence[k - 1] == words.sentence[first]:
        inside = words.fold[k - 1] in _OF and words.fold[k] in _HEADS and words.fold[k - 2] in _HEADS  # la chaîne de télévision
        if words.fold[k - 1] not in _ARTICLES | _HEADS and words.pos[k - 1] != "ADJ" and not inside:
            return k
        k -= 1
    return k


def _at_odds(words: Words, at: int) -> bool:
    """Whether a verb of quarrel or command stands shortly before the preposition: « il s'en prend à CNN »."""
    return any(words.lemma(k) in _AT_ODDS for k in range(max(at - 4, 0), at))


def _reports(words: Words, hit: Hit) -> bool:
    """Whether the name is the subject of a verb of reporting: « CNN rapporte », « écrit le Guardian »."""
    near = range(max(hit.first - 4, 0), min(hit.last + 4, len(words)))
    here = words.sentence[hit.first]
    return any(words.pos[k] in ("VERB", "AUX") and words.sentence[k] == here and words.lemma(k) in _REPORTING for k in near)
