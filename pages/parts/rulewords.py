"""How a stance was read, in words: its rule is a short code (``V:nsubj>obl:à``), which stays as it is in exports.

A code says what kind of word the cue is, and where the source and the target stand: a path of grammatical relations
from the cue (``^`` goes up), or a place outside its grammar (``before``, ``speaker``).
"""
from pages.parts.texts import Texts

# Last step of a path → its words in the section ``rule_places``.
_STEPS = {"nsubj": "subject", "csubj": "subject", "nsubj:pass": "passive_subject", "obj": "object", "iobj": "object",
          "obl:agent": "agent", "amod": "adjective", "appos": "apposition", "conj": "listed", "flat": "listed"}
_COMPLEMENTS = {"obl": "complement", "nmod": "of_noun"}
_ORIGINS = ("speaker", "before", "far", "topic", "mutual", "unknown", "near")
_KINDS = "VNAIXQ"


def rule_words(rule: str, texts: Texts) -> str:
    """The code of a rule in words, not escaped; a code of no known form as it is.

        >>> rule_words("V:nsubj>obl:à", texts_of("en"))
        'a verb; source: its subject; target: complement with “à”'
    """
    kind, colon, path = rule.partition(":")
    source, arrow, target = path.partition(">")
    if not (colon and arrow and kind in _KINDS):
        return texts.section("rules").get(rule, rule)
    return texts("evidence.rule", kind=texts(f"rule_kinds.{kind}"), source=_place(source, texts), target=_place(target, texts))


def _place(path: str, texts: Texts) -> str:
    if path in _ORIGINS:
        return texts(f"rule_places.{path}")
    steps = path.split("/")
    words = _step(steps[-1], texts)
    if steps[-1].startswith("^"):
        return texts("rule_places.governor")
    if steps[0].startswith("^"):
        return texts("rule_places.above", place=words)
    return texts("rule_places.inside", place=words, outer=_step(steps[0], texts)) if len(steps) > 1 else words


def _step(step: str, texts: Texts) -> str:
    relation, _, preposition = step.partition(":")
    if step.startswith("obl:agent"):
        return texts("rule_places.agent")
    if relation in _COMPLEMENTS:
        name = _COMPLEMENTS[relation]
        return texts(f"rule_places.{name}_with", word=preposition) if preposition else texts(f"rule_places.{name}")
    return texts(f"rule_places.{_STEPS.get(step, _STEPS.get(relation, 'clause'))}")
