"""Does the verb around a date look forward or back? A bare ``mardi`` after a future verb is the coming Tuesday.

The clause around the date is read without a parser: a window is cut at punctuation and at words that open another
clause, and the nearest sign of tense decides, the left side first (``doit le revoir mardi``), then the right one
(``Mardi, il rencontrera …``). Where the tagged tokens are at hand and no sign is found, the verbs are asked for their tense.
"""
import re
from bisect import bisect_left

from spacy.tokens import Doc, Token

WINDOW, NEAR = 160, 60  # characters of a clause on one side of the date, and where its border is looked for first
# _BORDER and _PARTICIPLE_BEFORE read small letters.
_BORDER = re.compile(
    r"[.;!?](?<!\bm.)(?=\s|$)|[\n«»“”\"():]|\s--\s|\b(?:que|qu[’']|qui|dont|où|lorsque|lorsqu[’']|tandis|quand|puisque"
    r"|puisqu[’']|alors|après|mais)(?![\w-])"
)
# The future tense ends in -era, -ira, -dra, -tra, -vra, -rra (opéra and Ankara do not); the conditional is a future in the
# past, except aurait and serait, which mark hearsay. Imperfects such as tirait or montrait are kept out by the letters.
_FUTURE = (
    r"[a-zà-ÿ]{2,20}(?:er|ir|dr|tr|vr|rr)(?:a|ont|ai|ons)|sera|seront|[a-zà-ÿ]{2,20}(?:er|dr|(?<![tpm])ir)(?:ait|aient)"
    r"|(?:aura|auront|aurait|auraient|avoir)\slieu|vont?|va|allait|allaient|doit|doivent|devait|devaient|devrait|devraient"
    r"|pourrait|pourraient|comptent?|entend|entendent|espèrent?|prévoit|prévoient|attendue?s?|prévue?s?|programmée?s?"
    r"|convoquée?s?|prochaine?s?|d[’']ici|à\svenir|censée?s?|(?:reportée?s?|repoussée?s?|fixée?s?|report)\s(?:à|au)"
    r"|expirent?|avant|probablement|vraisemblablement|en\svue|à\sl[’']approche|échéance|s[’']apprêtent?|à\spartir|rendez-vous|invitée?s?\sà"
)
_AUXILIARY = (
    r"(?:a|ont|ai|avons|avait|avaient|est|sont|était|étaient|s[’']est|fut|furent|eut|aurait|auraient|ayant)"
)
_ADVERB = r"(?:\s(?:été|déjà|aussi|également|encore|pas|ainsi|notamment|toutefois|[a-zé]{3,12}ment|donc|même|eux|elle|lui)){0,2}"
_PAST = (
    _AUXILIARY + _ADVERB + r"(?:-t-(?:il|elle|on)|-(?:il|elle|ils|elles))?\s"
    r"(?!attend|prév|programm|convoqu|censé|report|repouss|fix)[a-zà-ÿ]{1,20}(?:ée?s?|ie?s?|it|ue?s?|erte?s?|eint|uit|ise?s?)"
    r"|[a-zà-ÿ]{2,20}ai(?:t|ent)|depuis|a|ont"
)
_SIGN = re.compile(rf"(?<![\w-])(?:(?P<future>{_FUTURE})|(?P<past>{_PAST}))(?![\w-])")
_PARTICIPLE_BEFORE = re.compile(
    r"(?<![\w-])(?!prév|attend|programm|convoqu|report|repouss|fix|réél|lieu|milieu|parti\b|[a-zà-ÿ]{1,20}(?:ité|nnée|rmée|oirée|urnée))"
    r"(?:[a-zà-ÿ]{2,20}(?:ée?s?|[tvrdlnçc]ue?s?|[nl]ie?s?)|(?:com|pro|re|sou|trans|ad)?mise?s?|(?:ap|re|com)?prise?s?|ouverte?s?|offerte?s?),?\s"
    r"(?:(?:en|à|au|aux)\s[\w-]{3,15}\s)?$"
)
_TO_BE_DONE = re.compile(r"(?<!\w)(?:être|sera|seront|serait|seraient)\s(?:\w{1,20}\s)?\w{2,25}\s$")
_AFTER = re.compile(r"(?<!\w)après(?:\s\S{1,20}){1,6}\s$", re.IGNORECASE)
_DEADLINE = re.compile(r"(?<!\w)(?:au|jusqu[’']au|pour\sle|entre\sle|du)\s$", re.IGNORECASE)
_UNTIL = re.compile(r"(?<!\w)(?:pour|avant|d[’']ici(?:\sà)?)\s$", re.IGNORECASE)
_SINCE = re.compile(r"depuis\b|il y a\b", re.IGNORECASE)
_NOUN_BEFORE = re.compile(
    r"(?:(?<!\w)(?:de|du|des)\s|(?<!\w)d[’']"
    r"|(?:élections?|présidentielle|législatives|scrutin|réélection|sommet|convention|référendum)\s)$",
    re.IGNORECASE,
)


class Tokens:
    """The tagged tokens of a text, to be found by their place in it."""

    def __init__(self, doc: Doc) -> None:
        self.doc = doc

    def within(self, low: int, high: int) -> list[Token]:
        """The tokens that stand wholly in the characters ``low:high``."""
        first, last = (bisect_left(self.doc, place, key=_start) for place in (low, high))
        found = list(self.doc[first:last])
        return found[:-1] if found and found[-1].idx + len(found[-1]) > high else found


def _start(token: Token) -> int:
    return token.idx


def clause(text: str, start: int, end: int) -> tuple[str, str]:
    """The words of the clause before and after ``start:end``, at most 160 characters each way."""
    left, right = text[max(0, start - WINDOW):start], text[end:end + WINDOW]
    small = _small(left)
    borders = list(_BORDER.finditer(small, max(0, len(left) - NEAR))) or list(_BORDER.finditer(small))
    border = _BORDER.search(_small(right))
    return left[borders[-1].end():] if borders else left, right[:border.start()] if border else right


def _small(text: str) -> str:
    """The text in small letters, each in its place: no capital but İ has two for one."""
    return text.replace("İ", "I").lower()


def of_noun(text: str, start: int) -> bool:
    """Whether the date hangs on a noun (``la présidentielle de novembre``), so that no verb speaks for it."""
    return bool(_NOUN_BEFORE.search(text[max(0, start - 20):start]))


def direction(text: str, start: int, end: int, tokens: Tokens | None = None, after: int = 0) -> str:
    """``future``, ``past``, ``done``, ``present`` or an empty string: the tense of what happens on ``start:end``.

    ``done`` is a participle beside the date (``signé en février``), a surer sign than a verb farther off.

    ``after`` is the end of the date before: a verb before that one already has its date and says nothing of this one.

    >>> text = "Il rencontrera mardi son homologue"
    >>> direction(text, 15, 20)
    'future'
    """
    left, right = clause(text, start, end)
    if _SINCE.match(text, start):
        return "done"
    if _UNTIL.search(text[max(0, start - 12):start]):
        return "future"
    noun = of_noun(text, start)
    if not noun and _PARTICIPLE_BEFORE.search(_small(left), max(0, len(left) - NEAR)) and not _TO_BE_DONE.search(left):
        return "done"
    if _AFTER.search(text[max(0, start - 80):start]):
        return "past"
    own = left[max(0, after - start + len(left)):] if start - len(left) < after <= start else left
    signs = list(_SIGN.finditer(own))
    deadline = _DEADLINE.search(text[max(0, start - 12):start])
    if signs or noun:
        return signs[-1].lastgroup if signs and not ((noun or deadline) and signs[-1].lastgroup == "past") else ""
    sign = _SIGN.search(right) if len(left.split()) <= 1 else None
    if sign:
        return sign.lastgroup
    return _tense_of_tokens(tokens, start - len(left), start, end, end + len(right)) if tokens is not None else ""


def _tense_of_tokens(tokens: Tokens, first: int, start: int, end: int, last: int) -> str:
    """The tense of the finite verb nearest to the date within the clause: only future and present are new evidence, as
    a compound past is tagged by its present auxiliary."""
    for low, high, step in ((first, start, -1), (end, last, 1)):
        for token in tokens.within(low, high)[::step]:
            tense = token.morph.get("Tense")
            if (token.pos_ == "AUX" and tense != ["Fut"]) or token.morph.get("VerbForm") != ["Fin"]:
                continue
            return {"Fut": "future", "Pres": "present"}.get("".join(tense), "")
    return ""
