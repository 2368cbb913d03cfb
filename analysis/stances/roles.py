"""Who does what to whom, by grammar: the subjects, objects and complements of a cue, however far they are moved.

The parse gives a verb its own children; French prose moves them: ``Paris a promis d'aider Kiev`` (control),
``accusé par Kiev`` (passive), ``Moscou, qui dément`` (relative), ``dénonçant`` (gerund), ``le soutien de Paris à
Kiev`` and ``Paris apporte son soutien à Kiev`` (nouns, with and without a verb to carry them).
"""
from analysis.stances.words import Word, bits

_OBJECT_CONTROL = frozenset(("demander", "appeler", "exhorter", "inviter", "autoriser", "accuser", "ordonner", "permettre",
                             "presser", "sommer", "prier", "enjoindre", "interdire", "empecher", "forcer", "obliger",
                             "contraindre", "inciter", "encourager", "soupconner", "reprocher", "proposer", "conseiller",
                             "recommander", "laisser", "convaincre", "pousser", "aider", "suspecter", "voir"))
_SPOKEN = frozenset(("declaration", "communique", "lettre", "texte", "resolution", "message", "discours", "rapport", "tweet", "appel",
                     "note", "courrier", "tribune", "document", "annonce", "reponse", "motion", "proposition", "projet", "allocution"))
_CARRIED = frozenset(("obj", "xcomp", "obl", "nsubj:pass", "nmod"))
_TOWARDS = frozenset(("contre", "à", "envers", "avec", "pour", "sur", "vers", "auprès", "entre", "chez", "face"))
_CLAUSAL = frozenset(("conj", "xcomp", "advcl", "ccomp", "parataxis", "acl"))
_RELATIVE = frozenset(("qui", "que", "qu'", "qu’", "lequel", "laquelle", "lesquels", "lesquelles"))
_MARKS = frozenset((",", '"', "»", "”", "'", "’", "-", "–", "—"))
_DEPTH = 4
_FAR = 25  # words behind its head that still have its role

_COPULA, _CONJUNCT, _CLAUSE, _SUBJECT, _AGENT = bits("cop"), bits("conj"), bits("acl"), bits("nsubj"), bits("obl:agent")
_NMOD, _AMOD, _OWNED, _SUBJECTS = bits("nmod"), bits("amod"), bits("nmod", "amod"), bits("nsubj", "csubj")
_INVERTED, _PASSIVE = bits("obj", "nsubj", "obl"), bits("aux:pass", "nsubj:pass", "obl:agent")
_OBJECTS, _PLACED, _BESIDE = bits("obj", "iobj", "nsubj:pass"), bits("obl", "nmod", "iobj", "advmod"), bits("obl", "iobj")


def subjects(token: Word, depth: int = 0) -> list[Word]:
    """The heads of the cue's logical subjects: for a passive its agent, for a noun the one whose it is.

    ``Kiev, soutenue par Paris`` gives Paris for soutenue; ``le soutien français`` gives français.
    """
    if depth > _DEPTH:
        return []
    inverted = inverted_subject(token)
    return [inverted] if inverted is not None else _subjects(token, depth, _is_passive(token))


def _subjects(token: Word, depth: int, passive: bool) -> list[Word]:
    """Those of a word that has none behind a quotation."""
    if token.pos_ in ("NOUN", "PROPN") and not token.below & _COPULA:
        return _noun_subjects(token, depth)
    if passive:
        return _with_conjuncts([child for child in token.children if child.bit & _AGENT or child.preposition == "par"])
    if token.below & _SUBJECTS:
        return [found for child in token.children if child.bit & _SUBJECTS for found in _antecedent(child, token)]
    return _inherited(token, depth)


def inverted_subject(verb: Word) -> Word | None:
    """The subject behind its verb after a quotation or a clause: ``…, a prévenu Ankara``; parsers take it for an object."""
    form = verb.morph.verb_form
    if verb.pos_ != "VERB" or not verb.below & _INVERTED or "Inf" in form or "Ger" in form or verb.text.endswith("ant"):
        return None
    behind = None
    for child in verb.children:
        if child.i < verb.i:
            if child.bit & _SUBJECT:
                return None
        elif behind is None and child.bit & _INVERTED and not child.preposition:
            behind = child
    if behind is None or behind.pos_ not in ("PROPN", "NOUN", "PRON") or not _follows_a_mark(verb):
        return None
    return behind if behind.left_edge.i - verb.i <= 4 else None


def _follows_a_mark(verb: Word) -> bool:
    """Whether a verb stands with its auxiliaries behind a comma or a quotation; a participle only with auxiliaries."""
    start, words = verb.sent.start, verb.doc.words
    first = min([verb.i, *[child.i for child in verb.children if child.dep_.startswith("aux")]])
    if first == start or first == verb.i and "Part" in verb.morph.verb_form:
        return False
    before = words[first - 1]
    while before.pos_ in ("ADV", "SPACE") and before.i > start:
        before = words[before.i - 1]
    return before.text in _MARKS


def _inherited(token: Word, depth: int) -> list[Word]:
    """The subject that a verb without one takes from the verb or noun it depends on."""
    head, dep, infinitive = token.head, token.label, "Inf" in token.morph.verb_form
    if head is token:
        return []
    if dep == "acl" and head.folded[0] in _SPOKEN:  # «une déclaration rejetant …»: whoever declares
        return subjects(head, depth + 1)
    if dep == "acl":  # a present participle's subject is the noun, a past participle's its agent
        return [head] if "Pres" in token.morph.tense or not infinitive else subjects(head, depth + 1)
    if infinitive and dep in ("xcomp", "obl", "advcl", "ccomp") and head.folded[0] in _OBJECT_CONTROL:
        controlled = [child for child in head.children if child.label in ("obj", "iobj") or child.preposition in ("à", "de")]
        controlled = [child for child in controlled if child is not token and child.pos_ in ("NOUN", "PROPN", "PRON")]
        if controlled:
            return _with_conjuncts(controlled[:1])
    if dep in _CLAUSAL or dep in ("obl", "nmod"):
        return subjects(head, depth + 1)
    return []


def _noun_subjects(noun: Word, depth: int) -> list[Word]:
    """Whose act the noun is: by ``de``, ``par``, an adjective, or the subject of the verb that carries it."""
    owners = _owners(noun)
    agents = [grand for child in noun.children if child.bit & _CLAUSE for grand in child.children
              if grand.preposition == "par"] if noun.below & _CLAUSE else []
    if agents or owners:
        return _with_conjuncts(agents) + owners
    if (noun.label in _CARRIED or noun.label == "conj") and noun.head is not noun:
        return subjects(noun.head, depth + 1)
    return []


def _owners(noun: Word) -> list[Word]:
    """``de X``, ``par X`` and the adjectives of a noun."""
    if not noun.below & _OWNED:
        return []
    owners = [child for child in noun.children if child.bit & _NMOD and child.preposition in ("de", "par")]
    return _with_conjuncts(owners + [child for child in noun.children if child.bit & _AMOD])


def _objects(token: Word, inverted: Word | None, passive: bool) -> list[Word]:
    """The heads of what the cue bears on directly: object, passive subject, the noun a past participle describes."""
    found = [child for child in token.children if child.bit & _OBJECTS and child is not inverted] if token.below & _OBJECTS else []
    if passive:
        found += [child for child in token.children if child.bit & _SUBJECT]
        if token.label == "acl" and not found:
            found.append(token.head)
    return _with_conjuncts([one for child in found for one in _antecedent(child, token)]) if found else found


def _complements(token: Word) -> list[tuple[str, Word]]:
    """(preposition, head) of what the cue takes by a preposition, those of the verb that carries a noun included."""
    found = [child for child in token.children if child.bit & _PLACED and child.preposition] if token.below & _PLACED else []
    if token.pos_ == "NOUN" and token.label in _CARRIED and token.head.pos_ == "VERB":
        found += [child for child in token.head.children
                  if child.bit & _BESIDE and child.preposition in _TOWARDS and child is not token]
    return [(child.preposition, one) for child in found for one in _with_conjuncts([child])]


def role_map(token: Word, objective: bool = False) -> dict[int, str]:
    """Word index → role, for every word inside a subject, an object or a complement; ``+`` marks the head itself.

    ``objective`` tells that ``de`` after this noun names whom the act is done to (``la libération de X``), not who
    does it (``le soutien de X``).

    ``Paris condamne les frappes russes``: Paris ``subj+``, frappes ``obj+``, russes ``obj``.
    """
    roles: dict[int, str] = {}
    for role, head in _named(token, objective):
        roles.setdefault(head.i, f"{role}+")
        if not head.children or head is token.head:
            continue
        inside = head.subtree
        if inside[0].i <= token.i <= inside[-1].i:
            continue  # the noun a clause describes: its subtree holds the cue itself
        for inner in inside:
            if inner.i - head.i < _FAR:
                roles.setdefault(inner.i, role)
    return roles


def _named(token: Word, objective: bool) -> list[tuple[str, Word]]:
    """(role, head) of each subject, object and complement; the first that holds a word gives its role."""
    inverted, passive = inverted_subject(token), _is_passive(token)
    owners = list(dict.fromkeys(_owners(token))) if objective else []
    doers = [inverted] if inverted is not None else _subjects(token, 0, passive)
    if owners:
        doers = [one for one in doers if one not in owners]
        if not doers and token.head is not token:
            doers = subjects(token.head, 1)
    named = [("subj", one) for one in doers]
    named += [("obj", one) for one in _objects(token, inverted, passive)]
    named += [("obj", one) for one in owners]
    return named + _complements(token)


def _is_passive(token: Word) -> bool:
    """Whether a verb stands in the passive, or is the past participle that describes a noun."""
    if token.below & _PASSIVE:
        return True
    return token.label in ("acl", "amod") and "Part" in token.morph.verb_form and "Past" in token.morph.tense


def _antecedent(child: Word, verb: Word) -> list[Word]:
    """A relative pronoun stands for the noun its clause describes."""
    if child.lower_ in _RELATIVE:
        clause = verb
        while clause.label in ("conj", "xcomp") and clause.head is not clause:
            clause = clause.head
        return [clause.head] if clause.label == "acl" else []
    return _with_conjuncts([child])


def _with_conjuncts(heads: list[Word]) -> list[Word]:
    """Words, each with those that stand beside it in an enumeration."""
    found = []
    for head in heads:
        found.append(head)
        if head.below & _CONJUNCT:
            found += [child for child in head.children if child.bit & _CONJUNCT]
    return found
