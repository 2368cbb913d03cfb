"""Who does what to whom, by grammar: the subjects, objects and complements of a cue, however far they are moved.

The parse gives a verb its own children; French prose moves them: ``Paris a promis d'aider Kiev`` (control),
``accusé par Kiev`` (passive), ``Moscou, qui dément`` (relative), ``dénonçant`` (gerund), ``le soutien de Paris à
Kiev`` and ``Paris apporte son soutien à Kiev`` (nouns, with and without a verb to carry them).
"""
from analysis.stances.lexicon import fold
from analysis.stances.words import Word

_OBJECT_CONTROL = frozenset(("demander", "appeler", "exhorter", "inviter", "autoriser", "accuser", "ordonner", "permettre",
                             "presser", "sommer", "prier", "enjoindre", "interdire", "empecher", "forcer", "obliger",
                             "contraindre", "inciter", "encourager", "soupconner", "reprocher", "proposer", "conseiller",
                             "recommander", "laisser", "convaincre", "pousser", "aider", "suspecter", "voir"))
_SPOKEN = frozenset(("declaration", "communique", "lettre", "texte", "resolution", "message", "discours", "rapport", "tweet", "appel",
                     "note", "courrier", "tribune", "document", "annonce", "reponse", "motion", "proposition", "projet", "allocution"))
_CARRIED = ("obj", "xcomp", "obl", "nsubj:pass", "nmod", "obl:arg")
_TOWARDS = ("contre", "à", "envers", "avec", "pour", "sur", "vers", "auprès", "entre", "chez", "face")
_CLAUSAL = ("conj", "xcomp", "advcl", "ccomp", "parataxis", "acl")
_DEPTH = 4


def subjects(token: Word, depth: int = 0) -> list[Word]:
    """The heads of the cue's logical subjects: for a passive its agent, for a noun the one whose it is.

    ``Kiev, soutenue par Paris`` gives Paris for soutenue; ``le soutien français`` gives français.
    """
    if depth > _DEPTH:
        return []
    if token.pos_ in ("NOUN", "PROPN") and not _has_copula(token):
        return _noun_subjects(token, depth)
    inverted = inverted_subject(token)
    if inverted is not None:
        return [inverted]
    passive = _is_passive(token)
    agents = [child for child in token.children if child.label == "obl:agent" or passive and child.preposition == "par"]
    if agents or passive:
        return _with_conjuncts(agents)
    own = [child for child in token.children if child.label in ("nsubj", "csubj")]
    if own:
        return [found for child in own for found in _antecedent(child, token)]
    return _inherited(token, depth)


def inverted_subject(verb: Word) -> Word | None:
    """The subject behind its verb after a quotation or a clause: ``…, a prévenu Ankara``; parsers take it for an object."""
    doc = verb.doc
    first = min([verb.i, *(aux.i for aux in verb.children if aux.dep_.startswith("aux") and aux.i < verb.i)])
    before = doc[first - 1] if first > verb.sent.start else None
    while before is not None and before.pos_ in ("ADV", "SPACE") and before.i > verb.sent.start:
        before = doc[before.i - 1]
    if before is None or before.text not in (",", '"', "»", "”", "'", "’", "-", "–", "—"):
        return None
    if verb.pos_ != "VERB" or "Ger" in verb.morph.get("VerbForm") or verb.text.endswith("ant") or "Inf" in verb.morph.get("VerbForm"):
        return None
    if first == verb.i and "Part" in verb.morph.get("VerbForm"):
        return None
    after = [child for child in verb.children if child.i > verb.i and child.label in ("obj", "nsubj", "obl") and not child.preposition]
    if not after or any(child.label == "nsubj" and child.i < verb.i for child in verb.children):
        return None
    return after[0] if after[0].left_edge.i - verb.i <= 4 and after[0].pos_ in ("PROPN", "NOUN", "PRON") else None


def _inherited(token: Word, depth: int) -> list[Word]:
    """The subject that a verb without one takes from the verb or noun it depends on."""
    head, dep = token.head, token.label
    if head.i == token.i:
        return []
    if dep == "acl" and fold(head.lemma_) in _SPOKEN:  # «une déclaration rejetant …»: whoever declares
        return subjects(head, depth + 1)
    if dep == "acl":  # a present participle's subject is the noun, a past participle's its agent
        return [head] if "Pres" in token.morph.get("Tense") or "Inf" not in token.morph.get("VerbForm") else subjects(head, depth + 1)
    if dep in ("xcomp", "obl", "advcl", "ccomp") and fold(head.lemma_) in _OBJECT_CONTROL and "Inf" in token.morph.get("VerbForm"):
        controlled = [child for child in head.children if child.label in ("obj", "iobj") or child.preposition in ("à", "de")]
        controlled = [child for child in controlled if child.i != token.i and child.pos_ in ("NOUN", "PROPN", "PRON")]
        if controlled:
            return _with_conjuncts(controlled[:1])
    if dep in _CLAUSAL or dep in ("obl", "nmod"):
        return subjects(head, depth + 1)
    return []


def _noun_subjects(noun: Word, depth: int) -> list[Word]:
    """Whose act the noun is: by ``de``, ``par``, an adjective, or the subject of the verb that carries it."""
    owners = _owners(noun)
    agents = [grand for child in noun.children if child.label == "acl" for grand in child.children
              if grand.preposition == "par"]
    if agents or owners:
        return _with_conjuncts(agents) + owners
    if (noun.label in _CARRIED or noun.label == "conj") and noun.head.i != noun.i:
        return subjects(noun.head, depth + 1)
    return []


def _owners(noun: Word) -> list[Word]:
    """``de X``, ``par X`` and the adjectives of a noun."""
    owners = [child for child in noun.children if child.label == "nmod" and child.preposition in ("de", "par")]
    return _with_conjuncts(owners + [child for child in noun.children if child.label == "amod"])


def objects(token: Word) -> list[Word]:
    """The heads of what the cue bears on directly: object, passive subject, the noun a past participle describes."""
    inverted = inverted_subject(token)
    found = [child for child in token.children if child.label in ("obj", "iobj", "nsubj:pass") and child != inverted]
    if _is_passive(token):
        found += [child for child in token.children if child.label == "nsubj"]
        if token.label == "acl" and not found:
            found.append(token.head)
    return _with_conjuncts([one for child in found for one in _antecedent(child, token)])


def complements(token: Word) -> list[tuple[str, Word]]:
    """(preposition, head) of what the cue takes by a preposition, those of the verb that carries a noun included."""
    found = [(child.preposition, child) for child in token.children if child.label in ("obl", "nmod", "obl:arg", "iobj", "advmod")]
    if token.pos_ == "NOUN" and token.label in _CARRIED and token.head.pos_ == "VERB":
        found += [(child.preposition, child) for child in token.head.children
                  if child.i != token.i and child.label in ("obl", "obl:arg", "iobj") and child.preposition in _TOWARDS]
    return [(word, one) for word, child in found if word for one in _with_conjuncts([child])]


def role_map(token: Word, objective: bool = False) -> dict[int, str]:
    """Word index → role, for every word inside a subject, an object or a complement; ``+`` marks the head itself.

    ``objective`` tells that ``de`` after this noun names whom the act is done to (``la libération de X``), not who
    does it (``le soutien de X``).

    ``Paris condamne les frappes russes``: Paris ``subj+``, frappes ``obj+``, russes ``obj``.
    """
    roles: dict[int, str] = {}
    owners = list(dict.fromkeys(_owners(token))) if objective and token.pos_ == "NOUN" else []
    doers = [one for one in subjects(token) if one not in owners]
    if owners and not doers and token.head.i != token.i:
        doers = subjects(token.head, 1)
    named = [("subj", one) for one in doers] + [("obj", one) for one in objects(token)] + [("obj", one) for one in owners]
    named += [(word, one) for word, one in complements(token)]
    for role, head in named:
        roles.setdefault(head.i, f"{role}+")
        if head.i == token.head.i or token.i in range(head.left_edge.i, head.right_edge.i + 1):
            continue  # the noun a clause describes: its subtree holds the cue itself
        for inner in head.subtree:
            if inner.i - head.i < 25:
                roles.setdefault(inner.i, role)
    return roles


def _is_passive(token: Word) -> bool:
    if any(child.label in ("aux:pass", "nsubj:pass", "obl:agent") for child in token.children):
        return True
    return token.label in ("acl", "amod") and "Part" in token.morph.get("VerbForm") and "Past" in token.morph.get("Tense")


def _has_copula(token: Word) -> bool:
    return any(child.dep_ == "cop" for child in token.children)


def _antecedent(child: Word, verb: Word) -> list[Word]:
    """A relative pronoun stands for the noun its clause describes."""
    if child.lower_ in ("qui", "que", "qu'", "qu’", "lequel", "laquelle", "lesquels", "lesquelles"):
        clause = verb
        while clause.dep_.split(":")[0] in ("conj", "xcomp") and clause.head.i != clause.i:
            clause = clause.head
        return [clause.head] if clause.dep_.startswith("acl") else []
    return _with_conjuncts([child])


def _with_conjuncts(heads: list[Word]) -> list[Word]:
    return [one for head in heads for one in (head, *(c for c in head.children if c.dep_ == "conj"))]
