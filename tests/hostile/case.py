"""A bad file: its name, what it is made of, and what becomes of it."""
from collections.abc import Callable
from typing import NamedTuple

TITLE = "Rome convoque l'ambassadeur de Tunisie"
FIRST = "L'Italie a convoqué mercredi l'ambassadeur de Tunisie après l'arrestation de deux pêcheurs au large de Lampedusa."
SECOND = "« Nous attendons des explications », a déclaré le ministre italien des Affaires étrangères, sans donner plus de détails."
STORED, PARTIAL, REJECTED = "stored", "partial", "rejected"


class Case(NamedTuple):
    """``make`` gives the bytes; ``reason`` stands in the reason that is given (empty for what is stored)."""

    name: str
    make: Callable[[], bytes]
    state: str
    reason: str = ""


def told(number: int) -> str:
    """A text of its own for each case, so that none is the copy of another."""
    return f"{TITLE}, affaire numéro {number}\n\n{FIRST}\n\n{SECOND} C'est la note numéro {number} du ministère.\n"
