"""Where in a text a word of the stance lexicon stands, and which acts it may express there."""
import functools
from bisect import bisect_left
from itertools import chain
from typing import NamedTuple

from analysis.stances.lexicon import POS, Entry, entries, said_entries
from analysis.stances.words import Text, Word, bits

WINDOW = 7  # tokens between the words of a cue of several words: mettre une nouvelle fois en garde
CLAUSE = 40  # characters of a quotation in one sentence, from which it is a clause
NEGATIVE = frozenset(("pas", "plus", "jamais", "aucun", "guere", "rien"))  # in a row they stand for ne … plus
CARRIERS = frozenset(("engager", "vouloir", "souhaiter", "esperer", "promettre"))
_CLAUSES = bits("xcomp", "ccomp")
_NEAR_POS = {"A": ("A", "V"), "V": ("V", "A"), "N": ("N",), "I": ("I", "N", "A", "V"), "X": ("", "A", "V", "N", "I")}


class Cue(NamedTuple):
    """A cue: its token, the rows of the lexicon that fit (one an act), and where its words end."""

    token: Word
    entries: tuple[Entry, ...]
    last: int


class Rows(NamedTuple):
    """The rows of the lexicon that begin with a lemma and fit a part of speech: those of several words, the longest first,
    with their second words, and, one an act, the reflexive ones and the others of one word."""

    longer: tuple[Entry, ...]
    seconds: frozenset[str]
    reflexive: tuple[Entry, ...]
    plain: tuple[Entry, ...]


@functools.cache
def _rows(first: str, pos: str) -> Rows:
    """Those of a first word, folded, that the lexicon has, and a part of speech as the lexicon names it."""
    fitting = [entry for entry in entries()[first] if pos in _NEAR_POS[entry.pos]]
    longer, single = [entry for entry in fitting if entry.rest], [entry for entry in fitting if not entry.rest]
    return Rows(tuple(longer), frozenset(entry.rest[0] for entry in longer), _one_an_act([entry for entry in single if entry.reflexive]),
                _one_an_act([entry for entry in single if not entry.reflexive]))


def _one_an_act(rows: list[Entry]) -> tuple[Entry, ...]:
    """The first row of each act."""
    first: dict[str, Entry] = {}
    for entry in rows:
        first.setdefault(entry.act, entry)
    return tuple(first.values())


def find_cues(doc: Text) -> list[Cue]:
    """All cues of a Doc in order. A longer row (``mettre garde``) bars the shorter ones on the same words."""
    table = entries()
    cues, taken = [], -1
    for place in [i for i, (lemma, form) in enumerate(doc.folded) if lemma in table or form in table]:
        if place <= taken:
            continue
        token, (lemma, form) = doc.words[place], doc.folded[place]
        cue = (lemma in table and _fit(token, lemma)) or (form != lemma and form in table and _fit(token, form))
        if cue and not (cue.last == token.i and _only_carries(token, table)):
            cues.append(cue)
            if cue.last > token.i:
                taken = cue.last if cue.last - token.i <= 3 else taken
    return cues


def find_clauses(doc: Text, quotes: dict[int, list[tuple[int, int]]], cues: list[Cue]) -> list[Cue]:
    """The head of each quoted clause (40 characters or more of one sentence) that holds no cue of the lexicon.

    ``quotes`` are the quotations that touch a sentence, by its first word.
    """
    taken = [cue.token.idx for cue in cues]
    found = []
    for sentence in doc.sents:
        spans = [(max(start, sentence.start_char), min(end, sentence.end_char)) for start, end in quotes[sentence.start]]
        for first, last in dict.fromkeys(spans):
            if last - first < CLAUSE or bisect_left(taken, first) < bisect_left(taken, last):
                continue
            head = _clause_head(doc.words[bisect_left(doc.offsets, first):bisect_left(doc.offsets, last)])
            if head is not None:
                found.append(Cue(head, said_entries(), head.i))
    return found


def _clause_head(tokens: list[Word]) -> Word | None:
    """The word of a clause that governs the others: the first whose governor lies outside."""
    for token in tokens:
        if token.pos_ in ("VERB", "AUX", "ADJ", "NOUN") and (token.head is token or not tokens[0].i <= token.head.i <= tokens[-1].i):
            return token
    return None


def _fit(token: Word, first: str) -> Cue | None:
    """The fitting rows; those of the greatest length only, and of these those whose words stand nearest: ``rappeler
    ambassadeur`` before ``rappeler à`` in ``rappelle son ambassadeur à Rome``."""
    rows = _rows(first, POS.get(token.pos_, ""))
    found = _longer(token, rows) if rows.longer else []
    if found:
        last = min([end for end, _ in found])
        return Cue(token, _one_an_act([entry for end, entry in found if end == last]), last)
    single = rows.reflexive if rows.reflexive and is_reflexive(token) else rows.plain
    return Cue(token, single, token.i) if single else None


def _longer(token: Word, rows: Rows) -> list[tuple[int, Entry]]:
    """The rows of several words that fit, with the place of their last word; those of the greatest length only."""
    behind = token.doc.folded[token.i + 1:min(token.i + 1 + WINDOW, token.sent.end)]
    near = rows.seconds.intersection(chain.from_iterable(behind))
    found: list[tuple[int, Entry]] = []
    for entry in rows.longer if near else ():
        if entry.rest[0] not in near:
            continue
        if found and (len(entry.rest), entry.reflexive) < (len(found[0][1].rest), found[0][1].reflexive):
            break
        end = _end(token, entry.rest)
        if end is not None and (not entry.reflexive or is_reflexive(token)):
            found.append((end, entry))
    return found


def _only_carries(token: Word, table: dict[str, tuple[Entry, ...]]) -> bool:
    """Whether a verb of will or pledge only carries an infinitive that is a cue itself: ``s'engage à soutenir``."""
    if token.folded[0] not in CARRIERS or not token.below & _CLAUSES:
        return False
    return any(child.label in ("xcomp", "ccomp") and "Inf" in child.morph.verb_form and child.folded[0] in table
               for child in token.children)


def _end(token: Word, rest: tuple[str, ...]) -> int | None:
    """Index of the last word of the cue, None where a word is missing."""
    at = token.i
    if NEGATIVE.intersection(rest) and not _has_ne(token):
        return None
    for lemma in rest:
        for at, forms in enumerate(token.doc.folded[at + 1:min(at + 1 + WINDOW, token.sent.end)], at + 1):
            if lemma in forms:
                break
        else:
            return None
    return at


def _has_ne(token: Word) -> bool:
    """Whether ne stands before a verb or its auxiliaries: ``ne reconnaît plus``, but not ``reconnaît dix jours plus tard``."""
    if token.pos_ not in ("VERB", "AUX"):
        return True
    return any([word.lower_ in ("ne", "n'", "n’", "sans") for word in token.doc.words[max(token.i - 5, token.sent.start):token.i]])


def is_reflexive(token: Word) -> bool:
    """Whether the verb has a reflexive pronoun: se, s', or me, te, nous, vous beside a subject of its person."""
    for other in token.doc.words[max(token.i - 4, token.sent.start):token.i]:
        word = other.folded[1]
        if word in ("se", "s'") or (word in ("me", "m'") and any(c.lower_ in ("je", "j'", "j’") for c in token.lefts)):
            return all(t.pos_ in ("AUX", "ADV", "PRON", "VERB", "PART") for t in token.doc[other.i + 1:token.i])
    return False
