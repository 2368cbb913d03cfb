"""The words of French time expressions: months, weekdays, numbers, and the pieces that patterns are built from.

Every piece is bounded: no pattern of this package holds an unlimited repetition, so that none can run away on a
hostile text.
"""
import re

MONTHS = {
    "janvier": 1, "février": 2, "fevrier": 2, "mars": 3, "avril": 4, "mai": 5, "juin": 6, "juillet": 7, "août": 8,
    "aout": 8, "septembre": 9, "octobre": 10, "novembre": 11, "décembre": 12, "decembre": 12,
    "janv": 1, "févr": 2, "juil": 7, "sept": 9, "oct": 10, "nov": 11, "déc": 12,
}
WEEKDAYS = {"lundi": 0, "mardi": 1, "mercredi": 2, "jeudi": 3, "vendredi": 4, "samedi": 5, "dimanche": 6}
NUMBERS = {
    "un": 1, "une": 1, "deux": 2, "trois": 3, "quatre": 4, "cinq": 5, "six": 6, "sept": 7, "huit": 8, "neuf": 9,
    "dix": 10, "onze": 11, "douze": 12, "treize": 13, "quatorze": 14, "quinze": 15, "seize": 16, "dix-sept": 17,
    "dix-huit": 18, "dix-neuf": 19, "vingt": 20, "vingt-cinq": 25, "trente": 30, "quarante": 40, "cinquante": 50,
    "soixante": 60, "soixante-dix": 70, "soixante-quinze": 75, "quatre-vingts": 80, "cent": 100,
}
ORDINALS = {"premier": 1, "deuxième": 2, "second": 2, "troisième": 3, "quatrième": 4, "1er": 1, "2e": 2, "3e": 3,
            "4e": 4, "dernier": 0}
SEASONS = {"printemps": "printemps", "été": "été", "automne": "automne", "hiver": "hiver"}
PARTS = {"début": "début", "debut": "début", "commencement": "début", "mi": "mi", "milieu": "mi", "fin": "fin",
         "courant": "", "cours": ""}
FEASTS = {"noël": (12, 25), "saint-sylvestre": (12, 31), "jour de l'an": (1, 1), "nouvel an": (1, 1),
          "toussaint": (11, 1), "assomption": (8, 15)}


def either(words) -> str:
    """An alternation, longest word first, so that ``dix-huit`` is tried before ``dix``."""
    return "(?:" + "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True)) + ")"


S = r"[ \u00a0\u202f]{1,2}"
S0 = r"[ \u00a0\u202f]{0,2}"
DASH = r"[-‐‑–]"
MONTH = either(word for word in MONTHS if word not in ("janv", "févr", "juil", "sept", "oct", "nov", "déc"))
SHORT_MONTH = r"(?:" + MONTH + r"|(?:janv|févr|juil|sept|oct|nov|déc)(?:\.|(?=[ \u00a0\u202f](?:19|20)\d\d(?!\d))))"
WEEKDAY = either(WEEKDAYS)
NUMBER = r"(?:\d{1,3}|" + either(NUMBERS) + ")"
DAY = r"(?:1er|[12]\d|3[01]|0?[1-9])"
YEAR = r"(?:1[5-9]|20)\d\d(?!\d|[.,]\d|" + S + r"\d{3})"
HOUR_PART = (
    r"(?:" + S + r"(?:(?:en" + S + r"(?:fin|début|milieu)" + S + r"(?:de" + S + r"|d[’']))?"
    r"(?:matin|midi|après-midi|soir|soirée|matinée|nuit)|en" + S + r"(?:matinée|soirée|journée)|dans" + S
    + r"la" + S + r"(?:matinée|soirée|journée|nuit)))"
)
UNIT = r"(?:jours?|semaines?|mois|ans?|années?)"


def number(word: str) -> int:
    """``trois`` or ``3`` → 3; an unknown word is a KeyError."""
    return int(word) if word.isdigit() else NUMBERS[word.lower()]


def month(word: str) -> int:
    """``Février`` or ``févr.`` → 2."""
    return MONTHS[word.lower().rstrip(".")]


def day_number(word: str) -> int:
    """``1er`` or ``01`` → 1."""
    return 1 if word.lower() == "1er" else int(word)


def unit(word: str) -> str:
    """``semaines`` → ``semaine``, ``année`` → ``an``."""
    word = word.lower()
    if word.startswith("an"):
        return "an"
    return word if word == "mois" else word.rstrip("s")


def part(word: str | None) -> str:
    """``Fin`` → ``fin``, ``milieu`` → ``mi``, nothing → the empty string."""
    return PARTS[word.lower()] if word else ""
