"""Where in a text a word of the stance lexicon stands, and which acts it may express there."""
from bisect import bisect_left
from typing import NamedTuple

from analysis.stances.lexicon import POS, Entry, entries, fold, said_entries
from analysis.stances.words import Text, Word

WINDOW = 7  # tokens between the words of a cue of several words: mettre une nouvelle fois en garde
CLAUSE = 40  # characters of a quotation in one sentence, from which it is a clause
NEGATIVE = frozenset(("pas", "plus", "jamais", "aucun", "guere", "rien"))  # in a row they stand for ne … plus
CARRIERS = frozenset(("engager", "vouloir", "souhaiter", "esperer", "promettre"))
_NEAR_POS = {"A": ("A", "V"), "V": ("V", "A"), "N": ("N",), "I": ("I", "N", "A", "V"), "X": ("", "A", "V", "N", "I")}


class Cue(NamedTuple):
    """A cue: its token, the rows of the lexicon that fit (one an act), and where its words end."""

    token: Word
    entries: tuple[Entry, ...]
    last: int


def find_cues(doc: Text) -> list[Cue]:
    """All cues of a Doc in order. A longer row (``mettre garde``) bars the shorter ones on the same words."""
    table = entries()
    cues, taken = [], -1
    for token, (lemma, form) in zip(doc, doc.folded, strict=True):
        if token.i <= taken or (lemma not in table and form not in table):
            continue
        lemma, form = table.get(lemma), table.get(form)
        cue = (lemma and _fit(token, lemma)) or (form and form is not lemma and _fit(token, form))
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
            head = _clause_head([token for token in sentence if first <= token.idx < last])
            if head is not None:
                found.append(Cue(head, said_entries(), head.i))
    return found


def _clause_head(tokens: list[Word]) -> Word | None:
    """The word of a clause that governs the others: the first whose governor lies outside."""
    inside = {token.i for token in tokens}
    heads = [token for token in tokens if token.head.i not in inside or token.head.i == token.i]
    return next((token for token in heads if token.pos_ in ("VERB", "AUX", "ADJ", "NOUN")), None)


def _fit(token: Word, rows: tuple[Entry, ...]) -> Cue | None:
    """The fitting rows; those of the greatest length only, and of these those whose words stand nearest: ``rappeler
    ambassadeur`` before ``rappeler à`` in ``rappelle son ambassadeur à Rome``."""
    found: list[tuple[int, Entry]] = []
    near = _next_words(token) if rows[0].rest else ()
    for entry in rows:
        if entry.rest and entry.rest[0] not in near:
            continue
        if found and (len(entry.rest), entry.reflexive) < (len(found[0][1].rest), found[0][1].reflexive):
            break
        if not _pos_fits(token, entry) or (entry.reflexive and not is_reflexive(token)):
            continue
        end = _end(token, entry.rest)
        if end is not None:
            found.append((end, entry))
    if not found:
        return None
    last = min(end for end, _ in found)
    acts = {entry.act: entry for end, entry in reversed(found) if end == last}
    return Cue(token, tuple(entry for end, entry in found if acts.get(entry.act) is entry), last)


def _next_words(token: Word) -> set[str]:
    """Lemmas and forms of the words behind, as far as the next word of a cue may stand."""
    behind = token.doc.folded[token.i + 1:min(token.i + 1 + WINDOW, token.sent.end)]
    return {form for forms in behind for form in forms}


def _only_carries(token: Word, table: dict[str, tuple[Entry, ...]]) -> bool:
    """Whether a verb of will or pledge only carries an infinitive that is a cue itself: ``s'engage à soutenir``."""
    if fold(token.lemma_) not in CARRIERS:
        return False
    return any(child.dep_.startswith(("xcomp", "ccomp")) and "Inf" in child.morph.get("VerbForm") and fold(child.lemma_) in table
               for child in token.children)


def _pos_fits(token: Word, entry: Entry) -> bool:
    pos = POS.get(token.pos_, "")
    return pos in _NEAR_POS[entry.pos]


def _end(token: Word, rest: tuple[str, ...]) -> int | None:
    """Index of the last word of the cue, None where a word is missing."""
    at = token.i
    if NEGATIVE.intersection(rest) and not _has_ne(token):
        return None
    for lemma in rest:
        near = token.doc.folded[at + 1:min(at + 1 + WINDOW, token.sent.end)]
        behind = next((steps for steps, forms in enumerate(near, 1) if lemma in forms), None)
        if behind is None:
            return None
        at += behind
    return at


def _has_ne(token: Word) -> bool:
    """Whether ne stands before a verb or its auxiliaries: ``ne reconnaît plus``, but not ``reconnaît dix jours plus tard``."""
    before = token.doc[max(token.i - 5, token.sent.start):token.i]
    return token.pos_ not in ("VERB", "AUX") or any(word.lower_ in ("ne", "n'", "n’", "sans") for word in before)


def is_reflexive(token: Word) -> bool:
    """Whether the verb has a reflexive pronoun: se, s', or me, te, nous, vous beside a subject of its person."""
    for other in token.doc[max(token.i - 4, token.sent.start):token.i]:
        word = fold(other.text)
        if word in ("se", "s'") or (word in ("me", "m'") and any(c.text.lower() in ("je", "j'", "j’") for c in token.lefts)):
            return all(t.pos_ in ("AUX", "ADV", "PRON", "VERB", "PART") for t in token.doc[other.i + 1:token.i])
    return False
