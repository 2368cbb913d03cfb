"""Display names of countries and organisations in French and English, and of actors without a name."""
import csv
import unicodedata
from collections.abc import Iterable
from functools import cache
from pathlib import Path

from analysis import world


_ELIDED = frozenset(("Union", "Organisation", "Agence", "Assemblée", "Alliance", "Autorité"))
_MOST_OTHERS = 5  # other spellings that stand beside a name


@cache
def _english() -> dict[str, dict[str, str]]:
    """Id → name, and capital where English spells it otherwise than French."""
    with (Path(__file__).parent / "english_names.csv").open(encoding="utf-8", newline="") as lines:
        return {row["id"]: row for row in csv.DictReader(lines)}


def other_names(node: str, name: str, language: str = "fr", aliases: Iterable[str] = (), said: str = "") -> tuple[str, ...]:
    """What else a country, an organisation or a person is looked for by, beside what is shown (``said``: the name with office and
    country, where more than the name is): the same without its accents, the capital that the press says for the state, an
    acronym, other spellings of a person.

    >>> other_names("DZA", "Algérie"), other_names("DZA", "Algeria", "en"), other_names("CEDEAO", "ECOWAS", "en")
    (('Algerie', 'Alger'), ('Algiers',), ('CEDEAO',))
    >>> other_names("serguei-lavrov", "Sergueï Lavrov")
    ('Serguei Lavrov', 'Sergei Lavrov', 'Sergey Lavrov')
    >>> other_names("", "", said="Algérie — ministre des Affaires étrangères")
    ('Algerie — ministre des Affaires etrangeres',)
    """
    found = [unaccented(said or name)]
    if state := world.countries().get(node):
        english = _english().get(node, {}).get("capital") if language == "en" else ""
        found.append(english or state.capital)
    elif node in world.organisations() and node.isupper() and node.isalnum():
        found.append(node)
    elif person := world.people().get(node):
        found += [alias for alias in person.aliases if " " in alias]
    found += [alias for alias in aliases if " " in alias]
    shown, kept = (said or name).casefold(), {}
    for each in found:
        if each and each.casefold() not in shown:
            kept.setdefault(each.casefold(), each)
    return tuple(kept.values())[:_MOST_OTHERS]


def unaccented(name: str) -> str:
    """A name as it is typed without its accents; œ is oe, and the apostrophe a straight one."""
    marked = unicodedata.normalize("NFD", name.replace("œ", "oe").replace("Œ", "Oe").replace("’", "'"))
    return unicodedata.normalize("NFC", "".join(mark for mark in marked if not unicodedata.combining(mark)))


def english_name(node: str, otherwise: str = "") -> str:
    """English name of an ISO 3166-1 alpha-3 code or organisation id, else what the table calls it, else the id.

    >>> english_name("MAR"), english_name("hezbollah", "Hezbollah")
    ('Morocco', 'Hezbollah')
    """
    return _english().get(node, {}).get("name") or otherwise or node


def french_name(node: str, otherwise: str = "") -> str:
    """What the table calls an ISO 3166-1 alpha-3 code or organisation id, else its French name, else the id."""
    known = world.countries().get(node) or world.organisations().get(node)
    return otherwise or (known.name if known else node)


def spoken_name(node: str, name: str, language: str = "fr") -> str:
    """A name as it stands in a sentence: in French a country with its article, and an organisation with that before a vowel.

    >>> spoken_name("CAN", "Canada"), spoken_name("ONU", "ONU"), spoken_name("CUB", "Cuba"), spoken_name("CAN", "Canada", "en")
    ('le Canada', "l'ONU", 'Cuba', 'Canada')
    """
    country = world.countries().get(node)
    if language != "fr":
        return name
    if country is not None and country.name == name and country.article:
        return f"{country.article}{name}" if country.article.endswith("'") else f"{country.article} {name}"
    elided = node in world.organisations() and name[:1] in "AEIOUÉ" and (name[:2].isupper() or name.split()[0] in _ELIDED)
    return f"l'{name}" if elided else name


def after(words: str, name: str) -> str:
    """French words and the name behind them: « demande à » and « le Maroc » make « demande au Maroc »."""
    for article, joined in (("le ", "au "), ("les ", "aux ")):
        if words.endswith(" à") and name.startswith(article):
            return words[:-1] + joined + name[len(article):]
    return f"{words} {name}"


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
