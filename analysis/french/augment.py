"""Training sentences varied towards agency text: its quotes, apostrophes, titles, paragraphs and quoted speech.

The treebanks write « » or straight quotes, one sentence a line, nearly all ended by a full stop. The press also writes
“ ”, both apostrophes, titles without a stop, capitals, and blank lines. Each function takes and gives sentences.
"""

from __future__ import annotations

import random
from dataclasses import replace

from analysis.french.treebanks import Sentence, Word, spaced

OPENING = ("«", "“")
CLOSING = ("»", "”")
STRAIGHT = '"'
STYLES = ((STRAIGHT, STRAIGHT, 0.5), ("«", "»", 0.3), ("“", "”", 0.2))
BREAKS = ("\n\n", "\n\n", "\n", "\n \n", " \n\n")
LONGEST_QUOTE = 30

#: subjects of quoted speech in an agency's style: (form, lemma, part of speech, features, head, relation), head -1 the
#: verb; our own choice of common words
_MASC, _FEM = "Gender=Masc|Number=Sing", "Gender=Fem|Number=Sing"
_THE_M, _THE_F = "Definite=Def|Gender=Masc|Number=Sing|PronType=Art", "Definite=Def|Gender=Fem|Number=Sing|PronType=Art"
FIRST_NAMES = ("Emmanuel", "Angela", "Sergueï", "Antony", "Recep", "Vladimir", "Joe", "Ursula", "Catherine", "Wang",
               "Jean-Noël", "Benjamin", "Hassan", "Giorgia", "António", "Stéphane", "Mike", "Federica")
LAST_NAMES = ("Macron", "Merkel", "Lavrov", "Blinken", "Erdogan", "Poutine", "Biden", "Colonna", "Yi", "Barrot",
              "Netanyahu", "Rohani", "Meloni", "Guterres", "Séjourné", "Pompeo", "Zelensky", "Peskov", "Borrell")
ROLES = (("président", "M"), ("ministre", "M"), ("porte-parole", "M"), ("chancelière", "F"), ("ministre", "F"),
         ("diplomate", "M"), ("secrétaire", "M"), ("ambassadeur", "M"), ("présidente", "F"), ("dirigeant", "M"))
ADJECTIVES = (("français", "française"), ("russe", "russe"), ("américain", "américaine"), ("iranien", "iranienne"),
              ("turc", "turque"), ("chinois", "chinoise"), ("allemand", "allemande"), ("européen", "européenne"))
#: participle, present, lemma
SAYING = (("déclaré", "déclare", "déclarer"), ("affirmé", "affirme", "affirmer"), ("dit", "dit", "dire"),
          ("ajouté", "ajoute", "ajouter"), ("estimé", "estime", "estimer"), ("assuré", "assure", "assurer"),
          ("indiqué", "indique", "indiquer"), ("souligné", "souligne", "souligner"), ("jugé", "juge", "juger"),
          ("prévenu", "prévient", "prévenir"), ("averti", "avertit", "avertir"), ("lancé", "lance", "lancer"),
          ("dénoncé", "dénonce", "dénoncer"), ("insisté", "insiste", "insister"), ("annoncé", "annonce", "annoncer"),
          ("expliqué", "explique", "expliquer"), ("rappelé", "rappelle", "rappeler"), ("écrit", "écrit", "écrire"),
          ("précisé", "précise", "préciser"), ("poursuivi", "poursuit", "poursuivre"), ("tweeté", "tweete", "tweeter"),
          ("regretté", "regrette", "regretter"), ("martelé", "martèle", "marteler"), ("réagi", "réagit", "réagir"))
FINITE = "Mood=Ind|Number=Sing|Person=3|Tense=Pres|VerbForm=Fin"
PARTICIPLE = "Gender=Masc|Number=Sing|Tense=Past|VerbForm=Part"
DAYS = ("lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche")


def _quote_side(sentence: Sentence, i: int, is_open: bool) -> str:
    """Whether the word is an opening or a closing quote, or neither; a straight one is judged by its spaces."""
    word = sentence[i]
    if word.form == "«" or (word.form == "“" and not is_open):
        return "opening"
    if word.form in CLOSING or word.form == "“":
        return "closing"
    if word.form != STRAIGHT:
        return ""
    glued_left = i > 0 and not sentence[i - 1].space
    glued_right = i + 1 < len(sentence) and not word.space
    if glued_left != glued_right:
        return "opening" if glued_right else "closing"
    return "closing" if is_open else "opening"


def set_quotes(sentence: Sentence, opening: str, closing: str) -> Sentence:
    """The sentence with its double quotes in one style; only « » keep spaces inside."""
    result: Sentence = []
    is_open = False
    for i, word in enumerate(sentence):
        side = _quote_side(sentence, i, is_open)
        if side == "opening":
            word = replace(word, form=opening, lemma=opening, space=opening == "«")
        elif side == "closing":
            word = replace(word, form=closing, lemma=closing)
            if result:
                result[-1] = replace(result[-1], space=closing == "»")
        is_open = side == "opening" or (is_open and side != "closing")
        result.append(word)
    return result


def set_apostrophes(sentence: Sentence, mark: str) -> Sentence:
    """The sentence with one apostrophe throughout; a lone apostrophe, which may be a quote, stays."""
    return [
        replace(word, form=word.form.replace("'", mark).replace("’", mark)) if len(word.form) > 1 else word
        for word in sentence
    ]


def capitals(sentence: Sentence) -> Sentence:
    """« PARIS CONDAMNE MOSCOU »"""
    return [replace(word, form=word.form.upper()) for word in sentence]


def without_stop(sentence: Sentence) -> Sentence:
    """The sentence without its final full stop, as a title is."""
    last = len(sentence) - 1
    if last < 1 or sentence[last].form != "." or any(word.head == last for word in sentence[:last]):
        return sentence
    return sentence[:last]


def _subject(rng: random.Random) -> list[tuple[str, str, str, str, int, str]]:
    """Words of a speaker, heads counted inside it, -1 for the verb."""
    first, last = rng.choice(FIRST_NAMES), rng.choice(LAST_NAMES)
    kind = rng.random()
    if kind < 0.3:
        title = rng.choice((("M.", "monsieur", _MASC), ("Mme", "madame", _FEM)))
        return [(title[0], title[1], "NOUN", title[2], -1, "nsubj"), (last, last, "PROPN", "", 0, "nmod")]
    if kind < 0.5:
        return [(first, first, "PROPN", "", -1, "nsubj"), (last, last, "PROPN", "", 0, "flat:name")]
    role, gender = rng.choice(ROLES)
    feminine = gender == "F"
    adjective = rng.choice(ADJECTIVES)
    article = ("la", "le", "DET", _THE_F, 1, "det") if feminine else ("le", "le", "DET", _THE_M, 1, "det")
    if not feminine and role[0] == "a":
        article = ("l'", "le", "DET", "Definite=Def|Number=Sing|PronType=Art", 1, "det")
    feats = _FEM if feminine else _MASC
    words = [article, (role, role, "NOUN", feats, -1, "nsubj"),
             (adjective[feminine], adjective[0], "ADJ", feats, 1, "amod")]
    if kind < 0.8:
        words += [(first, first, "PROPN", "", 1, "nmod"), (last, last, "PROPN", "", 3, "flat:name")]
    return words


def _attribution(rng: random.Random, root: int, start: int) -> Sentence:
    """« , a déclaré lundi le ministre russe. » as words from position `start` on, for a quote whose root is `root`."""
    participle, present, lemma = rng.choice(SAYING)
    compound = rng.random() < 0.7
    verb = start + (2 if compound else 1)
    words = [Word(",", ",", "PUNCT", "", verb, "punct", True)]
    if compound:
        words.append(Word("a", "avoir", "AUX", FINITE, verb, "aux:tense", True))
    form, feats = (participle, PARTICIPLE) if compound else (present, FINITE)
    words.append(Word(form, lemma, "VERB", feats, root, "parataxis:insert", True))
    name = rng.choice(DAYS)
    day = Word(name, name, "NOUN", _MASC, verb, "obl:mod", True)
    place = rng.random()
    if place < 0.2:
        words.append(day)
    first = start + len(words)
    for form, lemma, pos, feats, head, dep in _subject(rng):
        words.append(Word(form, lemma, pos, feats, verb if head < 0 else first + head, dep, not form.endswith("'")))
    if 0.2 <= place < 0.3:
        words.append(day)
    words[-1] = replace(words[-1], space=False)
    return [*words, Word(".", ".", "PUNCT", "", root, "punct", True)]


def quoted(sentence: Sentence, rng: random.Random) -> Sentence:
    """The sentence as a quote, its speaker after it: « … », a déclaré lundi le ministre russe Sergueï Lavrov."""
    body = without_stop(sentence)
    marks = {*OPENING, *CLOSING, STRAIGHT}
    if len(body) == len(sentence) or len(body) > LONGEST_QUOTE or any(word.form in marks for word in body):
        return sentence
    root = next(i for i, word in enumerate(body) if word.head == i) + 1
    if body[root - 1].pos not in ("VERB", "ADJ", "NOUN"):
        return sentence
    mark = Word(STRAIGHT, STRAIGHT, "PUNCT", "", root, "punct", False)
    inside = [replace(word, head=word.head + 1) for word in body]
    inside[-1] = replace(inside[-1], space=False)
    return [mark, *inside, mark, *_attribution(rng, root, len(inside) + 2)]


def break_after(sentence: Sentence, mark: str) -> Sentence:
    """The sentence followed by a line break, a token of its own as in spaCy."""
    words = [*sentence[:-1], replace(sentence[-1], space=False)]
    return [*words, Word(mark, mark, "SPACE", "", len(words) - 1, "dep", False)]


def indent(sentence: Sentence) -> Sentence:
    """The sentence after a space, as the first of a text that begins with one."""
    moved = [replace(word, head=word.head + 1) for word in sentence]
    return [Word(" ", " ", "SPACE", "", 1, "dep", False), *moved]


def vary(sentences: list[Sentence], rng: random.Random) -> list[Sentence]:
    """The sentences of one document, varied together: one quote style and one apostrophe a document."""
    opening, closing, _ = rng.choices(STYLES, [style[2] for style in STYLES])[0]
    mark = rng.choice("''’")
    result = []
    for i, sentence in enumerate(sentences):
        broken = rng.random() < 0.2 or sentence[-1].pos != "PUNCT"
        chance = rng.random()
        if chance < 0.07:
            sentence = quoted(sentence, rng)
        elif chance < 0.14:
            sentence = without_stop(sentence)
            broken = True
        if rng.random() < 0.02:
            sentence = capitals(sentence)
        sentence = set_apostrophes(set_quotes(sentence, opening, closing), mark)
        sentence = spaced(sentence)
        if not i and rng.random() < 0.1:
            sentence = indent(sentence)
        if broken and i + 1 < len(sentences):
            sentence = break_after(sentence, rng.choice(BREAKS))
        result.append(sentence)
    return result
