"""A team's dashboard for tests: the provider, the app with its secrets, and, where asked for, the gate and nginx before it."""
import datetime
import os
import shutil
import socket
import subprocess
import sys
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

from tests.corpus.batches import fill

ROOT = Path(__file__).resolve().parents[2]
CLIENT = ("homologue", "client-secret-of-the-test-0123456789")
COOKIE_SECRET = "cookie-secret-of-the-test-0123456789abcdef"
SECRETS = """
[auth]
redirect_uri = "{address}/oauth2callback"
cookie_secret = "{cookie}"
client_id = "{client[0]}"
client_secret = "{client[1]}"
server_metadata_url = "{provider}/.well-known/openid-configuration"
client_kwargs = {{ code_challenge_method = "S256" }}

[roles]
default = "none"
"reader@example.org" = "read"
"importer@example.org" = "import"
"""


@dataclass(frozen=True)
class Team:
    """Where a browser finds the dashboard, where the app itself listens, and what it wrote to its log."""

    address: str
    app: str
    log: Path


def free_port() -> int:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return free.getsockname()[1]


@contextmanager
def running(command: list[str], log: Path, answers: Callable[[], bool], **environment: str) -> Iterator[None]:
    """A process for as long as the block lasts; AssertionError with its output where it does not come to answer."""
    with log.open("w") as output:
        process = subprocess.Popen(command, cwd=ROOT, stdout=output, stderr=subprocess.STDOUT, env={**os.environ, **environment})
        try:
            for _ in range(480):
                if process.poll() is not None or answers():
                    break
                try:
                    process.wait(timeout=0.25)
                except subprocess.TimeoutExpired:
                    continue
            assert process.poll() is None and answers(), f"{command[:4]} did not start:\n{log.read_text()}"
            yield
        finally:
            process.terminate()
            process.wait(timeout=20)


def listens(port: int) -> Callable[[], bool]:
    def asked() -> bool:
        with socket.socket() as client:
            return client.connect_ex(("127.0.0.1", port)) == 0

    return asked


def healthy(port: int) -> Callable[[], bool]:
    def asked() -> bool:
        try:
            urllib.request.urlopen(f"http://127.0.0.1:{port}/_stcore/health", timeout=2).close()
        except OSError:
            return False
        return True

    return asked


@contextmanager
def team(folder: Path, proxied: bool = False) -> Iterator[Team]:
    """Everything started in a folder of its own; ``proxied``: nginx and the gate stand before the app."""
    provider, app, gate, front = (free_port() for _ in range(4))
    address = f"https://localhost:{front}" if proxied else f"http://localhost:{app}"
    secrets = folder / "secrets.toml"
    secrets.write_text(SECRETS.format(address=address, cookie=COOKIE_SECRET, client=CLIENT, provider=f"http://localhost:{provider}"))
    fill(folder / "corpus", "a1", "a2")
    python, log = sys.executable, folder / "app.log"
    with ExitStack() as stack:
        stack.enter_context(running([python, "-m", "tests.browser.oidc_provider", str(provider), *CLIENT], folder / "provider.log", listens(provider)))
        command = [python, "-m", "streamlit", "run", "app.py", "--server.headless", "true", "--server.port", str(app), "--secrets.files", str(secrets)]
        stack.enter_context(running(command, log, healthy(app), HOMOLOGUE_CORPUS=str(folder / "corpus"), HOMOLOGUE_SETTINGS=str(folder / "settings")))
        if proxied:
            stack.enter_context(running([python, ".deploy/gate.py", "--port", str(gate), "--secrets", str(secrets)], folder / "gate.log", listens(gate)))
            config = nginx_config(folder, app, gate, front)
            stack.enter_context(running([shutil.which("nginx"), "-c", str(config), "-p", str(folder)], folder / "nginx.log", listens(front)))
        yield Team(address, f"http://127.0.0.1:{app}", log)


def nginx_config(folder: Path, app: int, gate: int, front: int) -> Path:
    """The shipped configuration with this test's ports, name and certificate, inside what nginx needs around it."""
    shipped = (ROOT / ".deploy" / "nginx.conf").read_text(encoding="utf-8")
    key, certificate = _certificate(folder)
    for old, new in (("127.0.0.1:8501", f"127.0.0.1:{app}"), ("127.0.0.1:8502", f"127.0.0.1:{gate}"), ("listen 80;", f"listen 127.0.0.1:{free_port()};"),
                     ("listen 443 ssl", f"listen 127.0.0.1:{front} ssl"), ("https://team.example.org", f"https://localhost:{front}"),
                     ("server_name team.example.org", "server_name localhost"), ("/etc/ssl/homologue/fullchain.pem", str(certificate)),
                     ("/etc/ssl/homologue/key.pem", str(key))):
        assert old in shipped, old
        shipped = shipped.replace(old, new)
    temporary = "\n".join(f"{name}_temp_path {folder}/{name};" for name in ("client_body", "proxy", "fastcgi", "uwsgi", "scgi"))
    path = folder / "nginx.conf"
    path.write_text(f"daemon off;\nmaster_process off;\npid {folder}/nginx.pid;\nerror_log {folder}/nginx-errors.log;\nevents {{}}\n"
                    f"http {{\naccess_log off;\ninclude /etc/nginx/mime.types;\n{temporary}\n{shipped}\n}}\n", encoding="utf-8")
    return path


def _certificate(folder: Path) -> tuple[Path, Path]:
    """A key and a certificate for localhost, good for a day."""
    key, name = ec.generate_private_key(ec.SECP256R1()), x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "localhost")])
    now = datetime.datetime.now(datetime.timezone.utc)
    made = (x509.CertificateBuilder().subject_name(name).issuer_name(name).public_key(key.public_key())
            .serial_number(x509.random_serial_number()).not_valid_before(now - datetime.timedelta(days=1)).not_valid_after(now + datetime.timedelta(days=1))
            .add_extension(x509.SubjectAlternativeName([x509.DNSName("localhost")]), critical=False).sign(key, hashes.SHA256()))
    paths = folder / "key.pem", folder / "certificate.pem"
    paths[0].write_bytes(key.private_bytes(serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()))
    paths[1].write_bytes(made.public_bytes(serialization.Encoding.PEM))
    return paths
