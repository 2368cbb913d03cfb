"""The words of a denial: what denies, what points back to what another said, and what takes up a claim before it."""
import re

from analysis.views.likeness import content_words, stem

# Verbs of statements that deny what another said, as lemmas.
_PLAIN = frozenset({"démentir", "nier", "réfuter", "récuser", "s'inscrire en faux"})
DENYING = _PLAIN | {"rejeter", "balayer", "contester"}  # the last ones where what is turned down is words or a fact
# Words that point back to what another said.
_WORDS = r"(?:accusations?|all[ée]gations?|affirmations?|assertions?|propos|informations?|d[ée]clarations?|imputations?|critiques|reproches|soupçons|rumeurs?)"
_REFERS = re.compile(r"\b(?:c(?:es|ette|e|et)|les|l['’]|d['’](?!une?\b)|des|toute?s?|aux)\s{0,9}(?!décision)(?:\w{1,40}\s{1,9})?" + _WORDS + r"\b", re.I)
# Turning down words: « rejette catégoriquement les accusations », « des accusations que Moscou rejette », « accusation rejetée ».
_TURNS = r"(?:rejet|repouss|bala[iy]|écart|réfut|récus|contest)\w{1,9}"
_REJECTED = re.compile(rf"\b{_TURNS}\b[^.;:]{{0,60}}\b{_WORDS}\b|\b{_WORDS}\b[^.;:]{{0,60}}\b{_TURNS}\b", re.I)
# Besides words, what is denied by turning it down or contesting it: a fact (« conteste ce bilan », « rejette toute responsabilité »).
_FACTS = re.compile(rf"\b{_TURNS}\b[^.;:]{{0,40}}\b(?:toute?s?|avoir|être|faits?|versions?|thèses?|bilan|chiffres?|nombre|conclusions?)\b", re.I)
_DENIES = re.compile(r"\b(?:d[ée]men[tis]|ni(?:e|ent|é|er|ait|ant)\b)", re.I)
_TURNED = re.compile(rf"\b{_TURNS}\b", re.I)
# A denial that is itself denied, or only wished: « n'a pas démenti », « ni confirmé ni nié », « sans démentir ».
_NOT_DENIED = re.compile(r"\b(?:pas|jamais|ni|sans|guère|point)\s(?:\w{1,20}\s){0,2}?(?:d[ée]men[tis]|ni(?:é|er)\b|r[ée]fut|r[ée]cus|contest)"
                         r"|\b(?:refus|évit)\w{1,9}\s(?:de\s|d['’])(?:d[ée]mentir|nier|r[ée]futer)", re.I)
_SENTENCE_END = re.compile(r"[.!?…][\s»\"”)]|(?<=[a-zà-ÿ»\"”)])[.!?…](?=[A-ZÀ-Ý][a-zà-ÿ])|\n")
_NEAR = 150  # characters between a claim's sentence and a denial that names nothing
# a denial that names nothing: « Kigali a toujours démenti et invoque … », « ce que Moscou nie »
_BARE = re.compile(r"\b(?:d[ée]men(?:t|tent|ti|tie|tait|taient)|ni(?:e|ent|é|ait|aient)|r[ée]fut(?:e|ent|é|ait)|r[ée]cus(?:e|ent|é|ait)"
                   r"|rejett?(?:e|ent|é|ait))(?:\s\w{1,20}ment|\sen bloc)?\s?(?:$|[.,;:!)»\"]|(?:et|mais|puis)\s)", re.I)
_THIS = re.compile(r"\b(?:ce|cet|cette|ces|tels?|telles?)\s(\w{3,40})", re.I)


def refers_back(text: str) -> bool:
    """Whether a sentence points back to what another said: « ces accusations », « de telles allégations »."""
    return bool(_REFERS.search(text))


def is_denial(act: str, negated: bool, sentence: str) -> bool:
    """Whether a stance denies what another said: a negated act, a rejection of words, or the act deny, where it turns down or
    contests only if that is words or a fact (« conteste la décision », « rejette le plan en bloc » deny nothing)."""
    if negated:
        return True
    if act == "deny" and (_DENIES.search(sentence) or not _TURNED.search(sentence)):
        return True
    return act in ("deny", "reject") and bool(_REJECTED.search(sentence) or (act == "deny" and _FACTS.search(sentence)))


def denies_in_words(verb: str, text: str) -> bool:
    """Whether a statement with this verb denies something, and is not itself denied (« n'a pas démenti »)."""
    if verb not in DENYING or _NOT_DENIED.search(text):
        return False
    return verb in _PLAIN or bool(_REJECTED.search(text) or _FACTS.search(text))


def takes_up(denial: str, claim: str, gap: int) -> bool:
    """Whether a denial takes up the claim before it: naming nothing right behind it (``gap`` characters), or by a word of it
    (« une telle arme »)."""
    if gap <= _NEAR and _BARE.search(denial):
        return True
    return not {stem(word.lower()) for word in _THIS.findall(denial)}.isdisjoint(content_words(claim))


def sentence_at(text: str, start: int, end: int) -> tuple[int, int]:
    """The sentence round a place, as far as its signs tell."""
    ends = [found.end() for found in _SENTENCE_END.finditer(text, max(0, start - 1_000), start) if not _abbreviated(text, found.start())]
    last = next((found.start() + 1 for found in _SENTENCE_END.finditer(text, max(start, end - 1)) if not _abbreviated(text, found.start())), len(text))
    first = ends[-1] if ends else max(0, start - 1_000)
    part = text[first:last]
    return first + len(part) - len(part.lstrip()), first + len(part.rstrip())


def _abbreviated(text: str, stop: int) -> bool:
    """The stop of ``M.`` or of an initial ends no sentence."""
    return text[stop] == "." and text[max(0, stop - 2):stop].strip().isupper()
