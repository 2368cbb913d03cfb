"""The vocabulary of stances: acts, their sign and PLOVER code, voices and modalities.

One row an act, in the order the interface lists them. The PLOVER codes follow the v2 manual (openeventdata/PLOVER):
praise and support are SUPPORT, condemn and accuse ACCUSE, warn and threaten THREATEN; ``deny`` has no PLOVER code
because PLOVER dropped CAMEO's 01 and 02. The CAMEO root is the two-digit category of the CAMEO code book.

    >>> ACTS["condemn"].sign, ACTS["condemn"].plover
    (-1, 'ACCUSE')
"""
from typing import NamedTuple


class Act(NamedTuple):
    """One kind of act: name, sign (1 cooperative, 0 neutral, -1 conflictual), PLOVER type, CAMEO root, quad class."""

    name: str
    sign: int
    plover: str
    cameo: str
    quad: str


_ROWS = (
    Act("support", 1, "SUPPORT", "05", "verbal cooperation"),
    Act("praise", 1, "SUPPORT", "05", "verbal cooperation"),
    Act("agree", 1, "AGREE", "03", "verbal cooperation"),
    Act("cooperate", 1, "COOPERATE", "06", "material cooperation"),
    Act("aid", 1, "AID", "07", "material cooperation"),
    Act("concede", 1, "CONCEDE", "08", "verbal cooperation"),
    Act("retreat", 1, "RETREAT", "08", "material cooperation"),
    Act("consult", 0, "CONSULT", "04", "verbal cooperation"),
    Act("request", 0, "REQUEST", "10", "verbal conflict"),
    Act("deny", -1, "", "01", "verbal conflict"),
    Act("reject", -1, "REJECT", "12", "verbal conflict"),
    Act("accuse", -1, "ACCUSE", "11", "verbal conflict"),
    Act("condemn", -1, "ACCUSE", "11", "verbal conflict"),
    Act("warn", -1, "THREATEN", "13", "verbal conflict"),
    Act("threaten", -1, "THREATEN", "13", "verbal conflict"),
    Act("protest", -1, "PROTEST", "14", "material conflict"),
    Act("sanction", -1, "SANCTION", "16", "material conflict"),
    Act("mobilize", -1, "MOBILIZE", "15", "material conflict"),
    Act("coerce", -1, "COERCE", "17", "material conflict"),
    Act("assault", -1, "ASSAULT", "18", "material conflict"),
)

ACTS: dict[str, Act] = {act.name: act for act in _ROWS}
VOICES = ("direct", "reported", "hearsay", "narrated")
MODALITIES = ("actual", "future", "hypothetical")
ACTOR_KINDS = ("person", "country", "institution", "organisation", "group")
PRECISIONS = ("day", "span", "month", "year")
