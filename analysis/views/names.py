"""Display names of countries and organisations in French and English, and of actors without a name."""
import csv
from functools import cache
from pathlib import Path

from analysis import world


@cache
def _english() -> dict[str, str]:
    with (Path(__file__).parent / "english_names.csv").open(encoding="utf-8", newline="") as lines:
        return {row["id"]: row["name"] for row in csv.DictReader(lines)}


def english_name(node: str, otherwise: str = "") -> str:
    """English name of an ISO 3166-1 alpha-3 code or organisation id, else what the table calls it, else the id.

    >>> english_name("MAR"), english_name("hezbollah", "Hezbollah")
    ('Morocco', 'Hezbollah')
    """
    return _english().get(node) or otherwise or node


def french_name(node: str, otherwise: str = "") -> str:
    """What the table calls an ISO 3166-1 alpha-3 code or organisation id, else its French name, else the id."""
    known = world.countries().get(node) or world.organisations().get(node)
    return otherwise or (known.name if known else node)


def actor_label(name: str, role: str, country_name: str, actor_id: str) -> str:
    """What to call an actor: the name, else the office with its country, else the id.

    >>> actor_label("", "ministre de la Défense", "Chine", "CHN-ministre-defense")
    'ministre de la Défense (Chine)'
    """
    if name:
        return name
    if role:
        return f"{role} ({country_name})" if country_name else role
    return actor_id
