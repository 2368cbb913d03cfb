"""What is shipped for serving others: Streamlit's settings, the proxy's file, the gate."""
import importlib.util
import json
import tomllib
from pathlib import Path

import pytest
from streamlit.web.server.starlette.starlette_app_utils import create_signed_value

ROOT = Path(__file__).resolve().parents[1]
DEPLOY = ROOT / ".deploy"
SECRETS = {"auth": {"cookie_secret": "a-secret-of-the-test-0123456789"}, "roles": {"default": "none", "ada@example.org": "read"}}


@pytest.mark.parametrize(("section", "name", "value"), [
    ("server", "address", "localhost"), ("server", "enableCORS", True), ("server", "enableXsrfProtection", True),
    ("server", "allowedHosts", ["localhost", "127.0.0.1", "::1"]), ("browser", "gatherUsageStats", False), ("client", "showErrorDetails", "none"),
    ("runner", "postScriptGC", False)])  # else every run ends with a collection that all sessions wait for
def test_streamlit_is_set_as_shipped(section, name, value):
    assert tomllib.loads((ROOT / ".streamlit" / "config.toml").read_text(encoding="utf-8"))[section][name] == value


def test_secrets_stay_out_of_the_repository():
    assert ".streamlit/secrets.toml" in (ROOT / ".gitignore").read_text(encoding="utf-8").splitlines()


def test_the_proxy_file_names_what_the_readme_starts():
    config, readme = ((DEPLOY / name).read_text(encoding="utf-8") for name in ("nginx.conf", "README.md"))
    for part in ("127.0.0.1:8501", "127.0.0.1:8502", "team.example.org"):
        assert part in config and part in readme
    for place in ("/media/", "/_stcore/", "/component/", "/app/static/"):
        assert f"location {place} {{ auth_request /gate;" in config


@pytest.fixture(scope="module")
def gate():
    spec = importlib.util.spec_from_file_location("gate", DEPLOY / "gate.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def cookie(claims: dict, secret: str = SECRETS["auth"]["cookie_secret"], name: str = "_streamlit_user") -> str:
    return f"_streamlit_user={create_signed_value(secret, name, json.dumps(claims)).decode()}"


ADA = {"is_logged_in": True, "email": "ada@example.org"}


@pytest.mark.parametrize(("cookies", "secrets", "let_in"), [
    (cookie(ADA), SECRETS, True), (f"a=b; {cookie(ADA)}; c=d", SECRETS, True),
    ("", SECRETS, False), ("_streamlit_user=", SECRETS, False), ("_streamlit_user=forged", SECRETS, False), (";;=;\x00", SECRETS, False),
    (cookie({**ADA, "is_logged_in": False}), SECRETS, False), (cookie({**ADA, "is_logged_in": "yes"}), SECRETS, False),
    (cookie({**ADA, "email": "bo@example.org"}), SECRETS, False), (cookie({**ADA, "email_verified": False}), SECRETS, False),
    (cookie(ADA, secret="another"), SECRETS, False), (cookie(ADA, name="_streamlit_xsrf"), SECRETS, False),
    (cookie(ADA), {"roles": SECRETS["roles"]}, False), (cookie(ADA, secret=""), {"auth": {"cookie_secret": ""}}, False),
    (cookie(ADA), {"auth": SECRETS["auth"]}, True)])
def test_the_gate_lets_in_who_logged_in_and_may_read(gate, cookies, secrets, let_in):
    assert gate.lets_in(cookies, secrets) is let_in
