"""Says to a proxy whether a request comes from somebody who logged in and may read: 204 or 401, on this machine only.

    python .deploy/gate.py [--port 8502] [--secrets .streamlit/secrets.toml]

Streamlit asks for the login on its pages, but serves files (/media), uploads and figures about itself to whoever asks.
nginx asks here first (``auth_request``). The gate reads the cookie that Streamlit's login signs, with the secret that
signed it, and the table of roles, anew for each request, so that a changed file is obeyed. It logs nothing.
"""
import argparse
import json
import sys
import tomllib
from collections.abc import Mapping
from http.cookies import CookieError, SimpleCookie
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from streamlit.auth_util import get_cookie_with_chunks  # noqa: E402
from streamlit.web.server.starlette.starlette_app_utils import decode_signed_value  # noqa: E402
from streamlit.web.server.starlette.starlette_server_config import USER_COOKIE_NAME  # noqa: E402

from pages.parts.roles import allows, role_of  # noqa: E402


def lets_in(cookies: str, secrets: Mapping) -> bool:
    """Whether the Cookie header of a request holds a login that the secrets' table lets read."""
    secret = secrets.get("auth", {}).get("cookie_secret", "")
    if not secret:
        return False
    try:
        jar = {name: each.value for name, each in SimpleCookie(cookies).items()}
        signed = get_cookie_with_chunks(
            lambda name: decode_signed_value(secret, name, jar[name]) if name in jar else None, USER_COOKIE_NAME)
        claims = json.loads(signed) if signed else {}
    except (CookieError, ValueError):
        return False
    return claims.get("is_logged_in") is True and allows(role_of(claims, secrets.get("roles", {})), "read")


class Gate(BaseHTTPRequestHandler):
    """One answer for every path."""

    secrets_file = ROOT / ".streamlit" / "secrets.toml"

    def do_GET(self) -> None:
        """204 for who may read, 401 for anybody else, 500 where the secrets cannot be read: nginx lets in on 2xx only."""
        try:
            secrets = tomllib.loads(self.secrets_file.read_text(encoding="utf-8"))
            status = 204 if lets_in(self.headers.get("Cookie", ""), secrets) else 401
        except (OSError, ValueError):
            status = 500
        self.send_response(status)
        self.send_header("Content-Length", "0")
        self.end_headers()

    def log_message(self, *_: object) -> None:
        """Nothing: what could be said of a request is who made it."""


def main() -> None:
    """Serve until stopped."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--port", type=int, default=8502)
    options.add_argument("--secrets", type=Path, default=Gate.secrets_file)
    given = options.parse_args()
    Gate.secrets_file = given.secrets
    ThreadingHTTPServer(("127.0.0.1", given.port), Gate).serve_forever()


if __name__ == "__main__":
    main()
