"""What a noun phrase says of a person's state: nationality, employer, party; not field, posting, abode or neighbour."""
from analysis import world
from analysis.actors.lexicon import institutions, title_words
from analysis.actors.offices import stem
from analysis.actors.scene import Scene
from analysis.actors.surnames import Named
from analysis.actors.words import Words

#: how far a noun phrase is read from the name, in words
REACH = 14
_LOCATIVE = frozenset("en au aux a dans vers depuis chez sur".split())
#: people of one state whose place is in another
_POSTED = frozenset("ambassadeur ambassadrice consul nonce correspondant correspondante envoye envoyee emissaire representant "
                    "representante responsable attache attachee diplomate poste exil exile exilee refugie refugiee installe "
                    "installee detenu detenue otage prisonnier prisonniere emprisonne emprisonnee arrete arretee condamne "
                    "condamnee base basee ne nee residant vivant".split())
#: people who study what they are named with
_STUDENTS = frozenset("specialiste specialistes expert experte experts expertes auteur auteure connaisseur coauteur".split())
#: schools that carry the name of a state other than their people's
_SCHOOLS = frozenset("universite college lycee ecole institut".split())
_DETERMINERS = frozenset("l le la du un une ex cet cette au les des deux trois quatre".split())
_STOPS = frozenset("avec que qui dont tandis contre mais ou selon par pour entre sans apres avant lors".split())
_PARTY_ADJECTIVES = {"democrate": "USA", "republicain": "USA", "republicaine": "USA", "conservateur": "GBR",
                     "conservatrice": "GBR", "travailliste": "GBR"}
_SIDES = frozenset("pro anti ex franco".split())
_ENDS = frozenset(",.;:)\"»”\n")
_BREAKS = frozenset(";\"»”\n)")


def party_state(scene: Scene, i: int) -> str:
    """« le sénateur démocrate X »: the party's state where it is the one the article names most."""
    word = scene.words.fold[i]
    code = _PARTY_ADJECTIVES.get(stem(word), "")
    return code if code and code == scene.topic else ""


def after_name(scene: Scene, name: Named) -> str:
    """« NAME, député démocrate de Floride », « NAME (LR) », « NAME, chercheur à l'université de Moscou »."""
    words = scene.words
    i = name.last
    if i >= len(words) or words.gap[i - 1] not in (", ", " (") or i in scene.person_at:  # « X, Y et Z »
        return ""
    for k in range(i, min(i + REACH, len(words))):
        code = party_state(scene, k) or scene.states.get(k, "")
        if code and not _barred(scene, i, k):
            return code
        if not _ENDS.isdisjoint(words.gap[k]) or words.fold[k] in _STOPS or _is_verb(words, k):
            return ""
    return ""


def _is_verb(words: Words, k: int) -> bool:
    """Whether word k is a finite verb; participles (retraité, basé) stand inside noun phrases."""
    return words.pos[k] == "AUX" or words.pos[k] == "VERB" and not _is_participle(words, k)


def _is_participle(words: Words, k: int) -> bool:
    return words.pos[k] == "VERB" and words.form[k].endswith(("é", "ée", "és", "ées"))


def _barred(scene: Scene, first: int, k: int) -> bool:
    """Whether the state at word k of the phrase that starts at word ``first`` is a field, a posting or a place on the way."""
    words = scene.words
    before = words.fold[first:k]
    if k and words.gap[k - 1] == "-" and words.fold[k - 1] in _SIDES:
        return True
    if k in scene.adjectives and words.fold[k - 1] in _SCHOOLS:
        return True
    if any(w in _STUDENTS for w in before) and not any(w in ("a", "au") for w in before):
        return not (k in scene.adjectives and before[-1:] and before[-1] in _STUDENTS)
    located = any(w in _LOCATIVE for w in words.fold[max(k - 2, first):k])
    return located and any(words.fold[j] in _POSTED or _is_participle(words, j) for j in range(first, k))


def before_name(scene: Scene, name: Named) -> str:
    """« un porte-parole du ministère russe, NAME », « l'Algérien NAME », « l'ex-LR NAME », « les députés LREM, comme NAME »."""
    words = scene.words
    first = head_before(scene, name.first)
    if first < 0:
        return ""
    for k in range(first, name.first):
        code = party_state(scene, k) or scene.states.get(k, "")
        if code and not _barred(scene, first, k) and not _cut_off(words, k, name.first):
            return code
    return ""


def _cut_off(words: Words, k: int, end: int) -> bool:
    """Whether a comma or colon between word k and the name cuts the state off, other than the one right before the name."""
    if _is_linked(words, end):
        return False
    return any("," in words.gap[j] or ":" in words.gap[j] for j in range(k, end - 1))


def head_before(scene: Scene, i: int) -> int:
    """The first word of the noun phrase that the name at word i closes, headed by a person noun or a demonym, or -1.

    Of nested nouns the outer one counts: « la porte-parole du président russe, X », « un Russe du nom de X ».
    """
    words = scene.words
    i = _past_civil(words, i)
    linked = _is_linked(words, i)
    if not i or not linked and words.fold[i - 1] in ("de", "d", "du", "des", "et", "ou", "la", "le", "les"):
        return -1
    found = -1
    for k in range(i - 1, max(i - REACH, -1), -1):
        if _breaks(scene, k, i, linked) or (found >= 0 and not _nested(words, found)):
            break
        if _is_head(scene, k):
            found = _start(scene, k)
    return found


def _is_linked(words: Words, i: int) -> bool:
    """« sous le nom de NAME »: what stands before « nom de » is said of the name."""
    return i > 1 and words.fold[i - 2] == "nom" and words.fold[i - 1] in ("de", "d")


def _past_civil(words: Words, i: int) -> int:
    """The word of « Mme », « Mgr », « Dr » right before the name, where there is one."""
    return i - 1 if i and words.fold[i - 1] in ("m", "mme", "mgr", "dr", "me", "pr", "maitre") and words.cap[i - 1] else i


def _nested(words: Words, k: int) -> bool:
    """Whether the noun at word k goes on from one before it: « le porte-parole du ministre », « porte-parole et ministre »."""
    j = k - 1
    if j >= 0 and words.fold[j] == "et":
        return True
    while j >= 0 and words.fold[j] in ("la", "l", "le", "les", "son", "sa", "ses"):
        j -= 1
    return j >= 0 and words.fold[j] in ("de", "du", "des", "d")


def _breaks(scene: Scene, k: int, i: int, linked: bool) -> bool:
    """Whether the noun phrase that the name at word i closes cannot hold word k; « du nom de » links across a comma."""
    words, gap = scene.words, scene.words.gap[k]
    if words.sentence[k] != words.sentence[i] or not _BREAKS.isdisjoint(gap) or ("." in gap and k < i - 1):
        return True
    if k < i - 1 and ("," in gap and not linked or ":" in gap) or k in scene.person_at:
        return True
    return words.fold[k] in _STOPS or _is_verb(words, k)


def _is_head(scene: Scene, k: int) -> bool:
    """Whether word k is a person noun (porte-parole, députés), or a demonym or party that stands for a person (l'Algérien, du LR)."""
    words = scene.words
    if words.fold[k] in title_words() or stem(words.fold[k]) in title_words():
        return not words.cap[k] or words.opens(k)
    if words.cap[k]:
        named = k in scene.adjectives or (k in scene.state_at and scene.state_at[k][0] in world.organisations())
        return named and k > 0 and words.fold[k - 1] in _DETERMINERS
    return _is_national(scene, k)


def _is_national(scene: Scene, k: int) -> bool:
    """« un autre marine américain », « le cinéaste russe »: a noun with a state's adjective that is no institution."""
    words = scene.words
    return (k + 1 in scene.adjectives and not words.cap[k + 1] and words.pos[k] == "NOUN" and words.gap[k] == " "
            and (_touches_name(scene, k + 1) or words.fold[k - 1] == "ex" or
                 not words.fold[k].endswith("s") and (words.fold[k],) not in institutions())
            and any(w in _DETERMINERS for w in words.fold[max(k - 2, 0):k]))


def _touches_name(scene: Scene, k: int) -> bool:
    """Whether a person's name follows the adjective at word k at once."""
    last = scene.adjectives[k][0]
    return last in scene.person_at and scene.words.gap[last - 1] == " "


def _start(scene: Scene, k: int) -> int:
    """The head with the adjectives before it."""
    while k and k - 1 in scene.adjectives and scene.words.tight(k - 1):
        k -= 1
    return k


def opening_state(scene: Scene, name: Named) -> str:
    """« En Algérie, le ministre X »: the state with which the sentence opens."""
    words, k = scene.words, name.first
    while k and words.sentence[k - 1] == words.sentence[name.first]:
        k -= 1
    if words.fold[k] not in ("en", "au", "aux"):
        return ""
    return scene.states.get(k + 1, "") if k + 1 in scene.state_at else ""
