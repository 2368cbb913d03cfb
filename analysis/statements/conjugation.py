"""The forms of a French verb in -er, as far as a third person of press French needs them.

The spelling changes that depend on the ending are made by rule (*lance, lançait; martèle, martelait; assène, assénait*);
verbs of other groups list their forms in the lexicon.
"""
import re

_PLAIN = ("e", "es", "ent", "era", "eront", "erait", "eraient")  # an e that is mute, or part of the future
_SOFT = ("a", "èrent", "ait", "aient", "ant", "é", "ée", "és", "ées", "er", "ez", "ons")
_MUTE = ("e", "es", "ent")


def forms_of(lemma: str) -> frozenset[str]:
    """The forms of a verb in -er, its infinitive included; of another verb only the infinitive.

    >>> sorted(forms_of("lancer"))[:4]
    ['lance', 'lancent', 'lancer', 'lancera']
    """
    if not lemma.endswith("er"):
        return frozenset((lemma,))
    stem = lemma[:-2]
    return frozenset(_stem_before(stem, ending) + ending for ending in _PLAIN + _SOFT)


def _stem_before(stem: str, ending: str) -> str:
    """The stem as it is spelt before an ending: ç and ge before a and o, è before a mute e."""
    if ending[0] in "ao" and stem.endswith("c"):
        return stem[:-1] + "ç"
    if ending[0] in "ao" and stem.endswith("g"):
        return stem + "e"
    if ending in _MUTE:
        return re.sub(r"é([bcdfglmnpqrstv]{1,2})$", r"è\1", stem)
    return stem


def is_gerund(form: str) -> bool:
    """``ajoutant``: a present participle, whose subject is that of the sentence."""
    return form.endswith("ant")


def is_infinitive(form: str) -> bool:
    """``ajouter``, ``dire``, ``conclure``."""
    return form.endswith(("er", "ir", "dre", "tre", "ire", "ure"))


def is_conditional(form: str) -> bool:
    """``dirait``, ``affirmeraient``: the press marks hearsay so."""
    return form.endswith(("erait", "eraient", "irait", "iraient", "drait", "draient", "trait", "traient")) and len(form) > 6


def is_participle(form: str, first_group: bool = False) -> bool:
    """``annoncé``, ``promise``: needs an auxiliary, or stands beside a noun. Of a verb in -er (``first_group``) only the
    forms in é are participles: ``indique`` and ``nie`` are not."""
    return form.endswith(("é", "ée", "és", "ées")) or (not first_group and form.endswith(
        ("u", "ue", "us", "ues", "is", "ise", "ises", "i", "ie", "ies", "ite", "ites")))
