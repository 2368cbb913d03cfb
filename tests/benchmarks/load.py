"""What many readers at once cost: the time of a rerun, errors and memory, over loopback and by Streamlit's own protocol.

    python tests/benchmarks/load.py [--sessions 50] [--think 10] [--reruns 6] [--stances 20000] [--opened 1000] [--at-once 8] [--warm 40]
                                    [--fresh 0]
    python tests/benchmarks/load.py --pages [--stances 20000]

The real server runs in a process of its own over invented tables. Each session is a WebSocket that speaks Streamlit's protobuf
messages, as a browser does: it opens a page, and then, after some time to think (from half to one and a half times what is
said), turns to another page or filters by another country (or, in the share of reruns that ``--fresh`` says, by what hardly anybody
asked for before), and takes in every message until the run has ended. That is the
server's whole work; what the browser spends on drawing is not in it. As a browser does, a session says which large elements it
still has, which then are not sent again. Processor seconds stand beside the seconds: other work on the machine does not lengthen
them. Afterwards sessions are opened and closed one after another, and the memory after they have expired is compared with that
before. The promise, on a machine of two cores with nothing else to do: 95 of 100 reruns under 1 s, no error, under 1 GB; growth
under 100 MB. Ends with 1 where it is not kept.
With ``--pages`` one session measures each page alone, in processor seconds of the server: run again as it is (all stances), turned
to with a filter that was asked for before, and with one that nobody asked for yet; and how many kilobytes are sent.
Linux only (memory and processor seconds are read from /proc).
"""
import argparse
import asyncio
import json
import os
import random
import signal
import socket
import statistics
import subprocess
import sys
import time
import urllib.request
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.asyncio.client import ClientConnection, connect

ROOT = Path(__file__).resolve().parents[2]
PAGES = ("", "Timeline", "Network", "Stances", "Articles", "Actor", "Accounts")
ALONE = (*PAGES, "Corrections", "Report", "Import")
VOICES = ("direct", "reported", "narrated", "hearsay")
ROUNDS = 3
KEPT_RUNS = 2  # how long a browser keeps a large element that it was not shown again
COUNTRIES = ("", "FRA", "RUS", "MAR", "CHN", "USA", "DEU", "UKR", "TUR")
EXPIRY = 5  # seconds after which the server forgets a closed session; Streamlit's own two minutes would only make this wait
MOST_P95, MOST_MB, MOST_GROWTH_MB = 1.0, 1000, 100


@dataclass
class Figures:
    """What was measured: seconds of each rerun by page, bytes received, and what went wrong."""

    reruns: list[tuple[str, float]] = field(default_factory=list)
    received: int = 0
    errors: list[str] = field(default_factory=list)


@dataclass
class Tab:
    """A browser's side of a session: its socket, and the large elements that it still has with the run that showed them last."""

    socket: ClientConnection
    has: dict[str, int] = field(default_factory=dict)
    runs: int = 0


@contextmanager
def served(stances: int) -> Iterator[tuple[int, int]]:
    """The dashboard over so many invented stances: its port, and the id of its process."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    environment = {**os.environ, "STREAMLIT_SERVER_DISCONNECTED_SESSION_TTL": str(EXPIRY), "OMP_NUM_THREADS": "1"}
    server = subprocess.Popen([sys.executable, "-m", "tests.browser.serve_invented", str(port), str(stances)], cwd=ROOT, env=environment,
                              stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        while not _answers(port):
            if server.poll() is not None:
                raise SystemExit("the server did not start")
            time.sleep(0.2)
        yield port, server.pid
    finally:
        server.send_signal(signal.SIGTERM)
        server.wait(timeout=30)


def _answers(port: int) -> bool:
    try:
        urllib.request.urlopen(f"http://127.0.0.1:{port}/_stcore/health", timeout=2).close()
    except OSError:
        return False
    return True


def memory(pid: int, what: str = "VmRSS") -> float:
    """Megabytes that a process holds (VmRSS) or held at most (VmHWM)."""
    for line in Path(f"/proc/{pid}/status").read_text().splitlines():
        if line.startswith(what):
            return int(line.split()[1]) / 1024
    raise LookupError(what)


def processor(pid: int) -> float:
    """Seconds of a processor that a process has used, in all its threads."""
    used = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    return (int(used[11]) + int(used[12])) / os.sysconf("SC_CLK_TCK")


@asynccontextmanager
async def session(port: int) -> AsyncIterator[Tab]:
    """A browser's WebSocket to the dashboard."""
    async with connect(f"ws://127.0.0.1:{port}/_stcore/stream", subprotocols=["streamlit"], origin=f"http://127.0.0.1:{port}",
                       max_size=None) as socket_:
        yield Tab(socket_)


async def rerun(tab: Tab, page: str, query: str, figures: Figures) -> None:
    """Ask for a page with a filter, and take in all it sends until it is done."""
    asked = BackMsg()
    asked.rerun_script.page_name = page
    asked.rerun_script.query_string = query
    asked.rerun_script.cached_message_hashes.extend(tab.has)
    begun = time.perf_counter()
    await tab.socket.send(asked.SerializeToString())
    while True:
        received = await asyncio.wait_for(tab.socket.recv(), 120)
        figures.received += len(received)
        message = ForwardMsg.FromString(received)
        if message.metadata.cacheable or message.ref_hash:
            tab.has[message.ref_hash or message.hash] = tab.runs
        if message.delta.new_element.HasField("exception"):
            figures.errors.append(f"{page}: {message.delta.new_element.exception.message[:200]}")
        if message.WhichOneof("type") == "script_finished":
            if message.script_finished == ForwardMsg.FINISHED_WITH_COMPILE_ERROR:
                figures.errors.append(f"{page}: does not compile")
            if message.script_finished != ForwardMsg.FINISHED_EARLY_FOR_RERUN:
                break
    tab.runs += 1
    tab.has = {name: run for name, run in tab.has.items() if tab.runs - run <= KEPT_RUNS}
    figures.reruns.append((page, time.perf_counter() - begun))


def filtered(chance: random.Random, fresh: float = 0) -> str:
    """The query of some filter; in a ``fresh`` share of cases one of some thousand."""
    if chance.random() < fresh:
        pair = chance.sample(COUNTRIES[1:], 2)
        return f"country={pair[0]}&country={pair[1]}&voice={chance.choice(VOICES)}&first=2023-0{chance.randint(1, 9)}-{chance.randint(10, 28)}"
    country = chance.choice(COUNTRIES)
    return f"country={country}" if country else ""


async def reader(port: int, number: int, options: argparse.Namespace, figures: Figures) -> None:
    """One reader: comes some time after the others, reads, thinks, turns and filters."""
    chance = random.Random(number)
    await asyncio.sleep(chance.uniform(0, options.think))
    try:
        async with session(port) as tab:
            for _ in range(options.reruns):
                await rerun(tab, chance.choice(PAGES), filtered(chance, options.fresh), figures)
                await asyncio.sleep(options.think * chance.uniform(0.5, 1.5))
    except Exception as error:  # counted, and the figures are then not kept
        figures.errors.append(f"{type(error).__name__}: {error}")


async def visits(port: int, number: int, at_once: int, figures: Figures) -> None:
    """Sessions that open a page and leave."""
    waiting, chance = asyncio.Semaphore(at_once), random.Random(number)

    async def visit() -> None:
        async with waiting, session(port) as tab:
            await rerun(tab, chance.choice(PAGES), filtered(chance), figures)

    results = await asyncio.gather(*(visit() for _ in range(number)), return_exceptions=True)
    figures.errors += [f"{type(each).__name__}: {each}" for each in results if each is not None]


async def measure(options: argparse.Namespace) -> dict[str, object]:
    """All figures, by name."""
    with served(options.stances) as (port, pid):
        warm, held, passing = Figures(), Figures(), Figures()
        await visits(port, options.warm, 2, warm)
        begun, used, own = time.perf_counter(), processor(pid), time.process_time()
        await asyncio.gather(*(reader(port, number, options, held) for number in range(options.sessions)))
        lasted, most = time.perf_counter() - begun, memory(pid, "VmHWM")
        used, own = (spent / max(1, len(held.reruns)) for spent in (processor(pid) - used, time.process_time() - own))
        await asyncio.sleep(2 * EXPIRY)
        before = memory(pid)
        await visits(port, options.opened, options.at_once, passing)
        await asyncio.sleep(2 * EXPIRY)
        growth = memory(pid) - before
    times = sorted(seconds for _, seconds in held.reruns) or [float("inf")]
    by_page = {page or "Overview": round(statistics.median(each), 2) for page in PAGES
               if (each := [seconds for name, seconds in held.reruns if name == page])}
    return {"sessions": options.sessions, "think_s": options.think, "stances": options.stances, "fresh": options.fresh, "reruns": len(held.reruns), "lasted_s": round(lasted),
            "median_s": round(statistics.median(times), 3), "p95_s": round(times[int(0.95 * (len(times) - 1))], 3), "most_s": round(times[-1], 3),
            "median_by_page_s": by_page, "processor_s_a_rerun": round(used, 3),
            "of_this_script_s": round(own, 3), "kilobytes_a_rerun": round(held.received / 1000 / max(1, len(held.reruns))), "errors": len(warm.errors + held.errors + passing.errors), "first_errors": (warm.errors + held.errors + passing.errors)[:3],
            "most_memory_mb": round(most), "opened_and_closed": options.opened, "growth_mb": round(growth, 1), "load_of_machine": os.getloadavg()[0]}


async def measure_pages(stances: int, rounds: int) -> None:
    """Print what each page costs the server, one line a page."""
    print(f"{stances:,} stances; processor seconds of the server (kilobytes sent)\n{'page':12} {'as it is':>15} {'filter again':>15} {'new filter':>15}")
    fresh = iter(f"country={country}&voice={voice}" for voice in VOICES for country in COUNTRIES if country)
    with served(stances) as (port, pid):
        async with session(port) as tab:
            for page in ALONE:
                asked = [next(fresh) for _ in range(rounds)]
                await rerun(tab, page, "", Figures())
                news = [await spent(pid, tab, page, query) for query in asked]
                again = [await spent(pid, tab, page, query) for query in asked]
                same = [await spent(pid, tab, page, "") for _ in range(rounds + 1)][1:]
                print(f"{page or 'Overview':12} {_shown(same)} {_shown(again)} {_shown(news)}", flush=True)


async def spent(pid: int, tab: Tab, page: str, query: str) -> tuple[float, float]:
    """Processor seconds of the server, and kilobytes sent, for one rerun."""
    figures, before = Figures(), processor(pid)
    await rerun(tab, page, query, figures)
    if figures.errors:
        raise SystemExit(figures.errors[0])
    return processor(pid) - before, figures.received / 1000


def _shown(found: list[tuple[float, float]]) -> str:
    return f"{statistics.mean(seconds for seconds, _ in found):7.3f} ({statistics.median(size for _, size in found):5.0f})"


def main() -> int:
    """Print the figures as JSON; 0 where the promise is kept."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    for name, default in (("sessions", 50), ("think", 10.0), ("reruns", 6), ("stances", 20_000), ("opened", 1_000), ("at-once", 8), ("warm", 40), ("fresh", 0.0)):
        parser.add_argument(f"--{name}", type=type(default), default=default)
    parser.add_argument("--pages", action="store_true", help="measure each page alone, in one session")
    options = parser.parse_args()
    if options.pages:
        asyncio.run(measure_pages(options.stances, ROUNDS))
        return 0
    found = asyncio.run(measure(options))
    print(json.dumps(found, indent=1))
    kept = found["p95_s"] < MOST_P95 and not found["errors"] and found["most_memory_mb"] < MOST_MB and found["growth_mb"] < MOST_GROWTH_MB
    return 0 if kept else 1


if __name__ == "__main__":
    sys.exit(main())
