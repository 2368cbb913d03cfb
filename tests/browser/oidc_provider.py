"""An OpenID Connect provider for tests, in a process of its own, on loopback: whoever clicks a name is that person.

    python -m tests.browser.oidc_provider PORT CLIENT_ID CLIENT_SECRET

Authorization code with S256, an ID token signed with RS256, and the end of a session. Prints nothing.
"""
import base64
import hashlib
import html
import json
import secrets
import sys
import time
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs, urlencode, urlsplit

from joserfc import jwt
from joserfc.jwk import RSAKey

PEOPLE = ("reader@example.org", "importer@example.org", "stranger@example.org")


@dataclass
class Provider:
    """What the provider knows: its address, its client, its key, and the codes that it gave and nobody redeemed."""

    issuer: str
    client: tuple[str, str]
    key: RSAKey = field(default_factory=lambda: RSAKey.generate_key(2048, {"kid": "test", "alg": "RS256", "use": "sig"}))
    codes: dict[str, dict[str, str]] = field(default_factory=dict)

    def metadata(self) -> dict:
        at = self.issuer
        return {"issuer": at, "authorization_endpoint": f"{at}/authorize", "token_endpoint": f"{at}/token", "jwks_uri": f"{at}/jwks",
                "end_session_endpoint": f"{at}/logout", "response_types_supported": ["code"], "subject_types_supported": ["public"],
                "id_token_signing_alg_values_supported": ["RS256"], "code_challenge_methods_supported": ["S256"]}

    def choices(self, query: dict[str, str]) -> str:
        links = []
        for email in PEOPLE:
            code = secrets.token_urlsafe(16)
            self.codes[code] = {**query, "email": email}
            back = f"{query['redirect_uri']}?{urlencode({'code': code, 'state': query['state']})}"
            links.append(f'<p><a href="{html.escape(back)}">{email}</a></p>')
        return f"<!doctype html><title>Provider</title>{''.join(links)}"

    def tokens(self, form: dict[str, str], authorization: str) -> dict | None:
        """The tokens for a code; None where the client, the code or its verifier is not the right one."""
        asked = self.codes.pop(form.get("code", ""), None)
        given = base64.b64decode(authorization.removeprefix("Basic ")).decode() if authorization else f"{form.get('client_id')}:{form.get('client_secret')}"
        digest = hashlib.sha256(form.get("code_verifier", "").encode()).digest()
        challenge = base64.urlsafe_b64encode(digest).decode().rstrip("=")
        if asked is None or given != ":".join(self.client) or challenge != asked.get("code_challenge"):
            return None
        now = int(time.time())
        claims = {"iss": self.issuer, "aud": self.client[0], "sub": asked["email"], "iat": now, "exp": now + 600, "nonce": asked["nonce"],
                  "email": asked["email"], "email_verified": True, "name": asked["email"].partition("@")[0]}
        return {"access_token": secrets.token_urlsafe(16), "token_type": "Bearer", "expires_in": 600,
                "id_token": jwt.encode({"alg": "RS256", "kid": "test"}, claims, self.key)}


def handler(provider: Provider) -> type[BaseHTTPRequestHandler]:
    """The provider's answers to requests."""
    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            path, query = urlsplit(self.path).path, {key: values[0] for key, values in parse_qs(urlsplit(self.path).query).items()}
            if path == "/.well-known/openid-configuration":
                self._say(json.dumps(provider.metadata()))
            elif path == "/jwks":
                self._say(json.dumps({"keys": [provider.key.as_dict(private=False)]}))
            elif path == "/authorize":
                self._say(provider.choices(query), "text/html")
            elif path == "/logout":
                self.send_response(302)
                self.send_header("Location", query["post_logout_redirect_uri"])
                self.end_headers()
            else:
                self._say("{}", status=404)

        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers["Content-Length"])).decode()
            form = {key: values[0] for key, values in parse_qs(body).items()}
            tokens = provider.tokens(form, self.headers.get("Authorization", ""))
            self._say(json.dumps(tokens or {"error": "invalid_grant"}), status=200 if tokens else 400)

        def _say(self, text: str, kind: str = "application/json", status: int = 200) -> None:
            self.send_response(status)
            self.send_header("Content-Type", kind)
            self.end_headers()
            self.wfile.write(text.encode())

        def log_message(self, *_: object) -> None:
            """Nothing."""

    return Handler


if __name__ == "__main__":
    port = int(sys.argv[1])
    own = Provider(f"http://localhost:{port}", (sys.argv[2], sys.argv[3]))
    ThreadingHTTPServer(("127.0.0.1", port), handler(own)).serve_forever()
