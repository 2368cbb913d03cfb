"""Who is at the page, and what they may do: asked before each action, not only before its button is drawn.

Without a login in Streamlit's secrets file (``[auth]``) everything is allowed to a browser on this machine, and reading
to any other. With one, everybody logs in (``st.login``, OIDC), and ``[roles]`` says who may do what (``roles.py``).
Secrets are read here and nowhere else, and never logged.
"""
from collections.abc import Mapping
from pathlib import Path
from urllib.parse import urlsplit

import streamlit as st

from pages.parts.escaping import escape_markdown
from pages.parts.roles import ACTIONS, NOBODY, allows, role_of
from pages.parts.texts import Texts

_LOOPBACK = ("localhost", "127.0.0.1", "::1")
_FORWARDED = ("Forwarded", "X-Forwarded-For", "X-Forwarded-Host", "X-Real-IP")


def may(action: str) -> bool:
    """Whether whoever is at the page may read, correct, import or delete."""
    return allows(role(), action)


def role() -> str:
    """The role in force for this session, looked up anew at each call, so that a changed table is obeyed."""
    secrets = _secrets()
    if secrets is None:
        return NOBODY
    if "auth" not in secrets:
        return ACTIONS[-1] if _on_this_machine() else ACTIONS[0]
    return role_of(st.user.to_dict(), secrets.get("roles", {})) if _logged_in() else NOBODY


def person() -> str:
    """The e-mail address of who logged in; empty where nobody has to."""
    secrets = _secrets()
    if not secrets or "auth" not in secrets or not _logged_in():
        return ""
    return str(st.user.to_dict().get("email") or "")


def admit(texts: Texts) -> None:
    """Ends the run, before any article is read, for whoever may not read; offers the way in or out."""
    if may("read"):
        return
    secrets = _secrets()
    if secrets is None:
        st.error(texts("access.unreadable"))
    elif not _logged_in():
        st.info(texts("access.log_in_first"))
        st.button(texts("access.log_in"), key="log_in", type="primary", on_click=st.login)
    else:
        st.warning(texts("access.none", person=escape_markdown(person())))
        st.button(texts("access.log_out"), key="log_out", on_click=st.logout)
    st.stop()


def show_person(texts: Texts) -> None:
    """Who is logged in and what they may do, with the way out; or that strangers may only read here."""
    known = person()
    if known:
        with st.container(horizontal=True, vertical_alignment="center", horizontal_alignment="distribute", key="person"):
            st.caption(escape_markdown(known), help=texts(f"access.may_{role()}"), width="content")
            st.button(texts("access.log_out"), key="log_out", on_click=st.logout, type="tertiary")
    elif not may("correct"):
        st.caption(texts("access.strangers"))


def _logged_in() -> bool:
    return st.user.to_dict().get("is_logged_in") is True


def _secrets() -> Mapping | None:
    """Streamlit's secrets, empty where there is no file; None where there is one that cannot be read: then nothing is allowed,
    since it may hold a login."""
    if st.secrets.load_if_toml_exists():
        return st.secrets
    return None if any(Path(each).exists() for each in st.get_option("secrets.files")) else {}


def _on_this_machine() -> bool:
    """Whether the server answers this machine only and a browser on it asks. A proxy that says for whom it asks is nobody here."""
    headers = st.context.headers
    if st.get_option("server.address") not in _LOOPBACK or any(name in headers for name in _FORWARDED):
        return False
    names = [urlsplit(f"//{headers['Host']}").hostname] if "Host" in headers else []
    names += [urlsplit(headers["Origin"]).hostname] if "Origin" in headers else []
    return all(name in _LOOPBACK for name in names)
