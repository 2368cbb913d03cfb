"""The lock for deployment: it is that of requirements.txt, names no registry, and its versions mended what is publicly known."""
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
DEPLOY = ROOT / ".deploy"
LEAST = {"streamlit": (1, 54), "starlette": (1, 1), "pypdf": (6, 12)}


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
