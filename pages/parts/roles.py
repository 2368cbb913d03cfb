"""Who may do what, as a table of e-mail addresses says it. Knows neither Streamlit nor a page, so that a gate before the app
can ask it too.

Each role may do what those before it may: ``read``, ``correct`` (and save filters and events for all), ``import``,
``delete`` (and overwrite what others saved). ``none`` may do nothing.

    >>> table = {"default": "read", "ada@example.org": "import"}
    >>> role_of({"email": "Ada@example.org"}, table), role_of({"email": "bo@example.org"}, table)
    ('import', 'read')
    >>> allows("import", "correct"), allows("read", "correct")
    (True, False)
"""
from collections.abc import Mapping

ACTIONS = ("read", "correct", "import", "delete")
NOBODY = "none"
ROLES = (NOBODY, *ACTIONS)
DEFAULT = "default"  # the row for whoever the table does not name


def role_of(claims: Mapping[str, object], table: Mapping[str, object]) -> str:
    """The role of somebody who logged in, by what the provider says of them; ``read`` where the table names no default.

    An address that the provider says it never verified counts as none: anybody could have typed it. A role that nobody
    knows, such as one with a typing error, is ``none``.
    """
    rows = {str(name).strip().casefold(): str(role).strip() for name, role in table.items()}
    email = str(claims.get("email") or "").strip().casefold()
    unproven = claims.get("email_verified", True) in (False, "false", "False")
    role = rows.get(email, rows.get(DEFAULT, "read")) if email and not unproven and email != DEFAULT else rows.get(DEFAULT, "read")
    return role if role in ROLES else NOBODY


def allows(role: str, action: str) -> bool:
    """Whether a role may do this; KeyError for an action that there is not."""
    ranks = {name: rank for rank, name in enumerate(ROLES)}
    return action != NOBODY and ranks[role] >= ranks[action]
