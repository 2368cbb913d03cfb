"""What is shipped for serving others: Streamlit's settings, the versions and their lock, the proxy's file, the gate."""
import importlib.util
import json
import re
import tomllib
from pathlib import Path

import pytest
from streamlit.web.server.starlette.starlette_app_utils import create_signed_value

ROOT = Path(__file__).resolve().parents[1]
DEPLOY = ROOT / ".deploy"
LEAST = {"streamlit": (1, 54), "starlette": (1, 1), "pypdf": (6, 12)}  # versions that mended what is publicly known
SECRETS = {"auth": {"cookie_secret": "a-secret-of-the-test-0123456789"}, "roles": {"default": "none", "ada@example.org": "read"}}


@pytest.mark.parametrize(("section", "name", "value"), [
    ("server", "address", "localhost"), ("server", "enableCORS", True), ("server", "enableXsrfProtection", True),
    ("server", "allowedHosts", ["localhost", "127.0.0.1", "::1"]), ("browser", "gatherUsageStats", False), ("client", "showErrorDetails", "none")])
def test_streamlit_is_shut_as_shipped(section, name, value):
    assert tomllib.loads((ROOT / ".streamlit" / "config.toml").read_text(encoding="utf-8"))[section][name] == value


def test_secrets_stay_out_of_the_repository():
    assert ".streamlit/secrets.toml" in (ROOT / ".gitignore").read_text(encoding="utf-8").splitlines()


def named_versions() -> dict[str, str]:
    """Package → version, as requirements.txt pins them."""
    lines = (ROOT / "requirements.txt").read_text(encoding="utf-8").splitlines()
    return {_plain(name): version for name, _, version in (line.partition("==") for line in lines if line and not line.startswith("#"))}


def locked() -> dict[str, tuple[str, list[str]]]:
    """Package → version and hashes, as the lock has them."""
    text = (DEPLOY / "requirements.lock").read_text(encoding="utf-8").replace("\\\n", " ")
    found = {}
    for line in text.splitlines():
        if line.strip() and not line.startswith("#"):
            name, version, rest = re.fullmatch(r"([A-Za-z0-9._-]+)==(\S+)((?: +--hash=sha256:[0-9a-f]{64})+) *", line).groups()
            found[_plain(name)] = (version, rest.split())
    return found


def _plain(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


def test_the_lock_is_that_of_the_requirements():
    """Run the command in .deploy/README.md after a change of requirements.txt."""
    lock = locked()
    assert {name: lock.get(name, ("",))[0] for name in named_versions()} == named_versions()


def test_the_lock_names_no_registry():
    text = (DEPLOY / "requirements.lock").read_text(encoding="utf-8")
    assert "://" not in text and "--index" not in text and "--trusted" not in text and "--find-links" not in text


@pytest.mark.parametrize("package", LEAST)
def test_versions_are_those_that_mended_known_faults(package):
    version = tuple(int(part) for part in locked()[package][0].split(".")[:2])
    assert version >= LEAST[package]


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
