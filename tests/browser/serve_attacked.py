"""Run the real app on a corpus in which every text attacks: streamlit's own server, with the reading and the import replaced.

    python -m tests.browser.serve_attacked PORT

HOMOLOGUE_CORPUS, HOMOLOGUE_CORRECTIONS and HOMOLOGUE_SETTINGS name folders of its own (``tests.hostile.attacked.lay_out``).
"""
import sys
from pathlib import Path

from streamlit import config
from streamlit.web import bootstrap

from analysis import kept
from analysis.corpus.importing import Note, Report
from analysis.corpus.rows import FileRow
from pages.parts import data, importing
from tests.hostile.attacked import attacked_tables, keep_filters
from tests.hostile.payloads import PAYLOADS

APP = Path(__file__).resolve().parents[2] / "app.py"


def imported(job, tell) -> Report:
    """What an import of files would report whose names attack."""
    report = Report(files=list(PAYLOADS), notes=[Note(payload, payload) for payload in PAYLOADS])
    for payload in PAYLOADS:
        report.add(FileRow(payload, payload, "rejected", payload, 0))
    return report


def main(port: int) -> None:
    """Serve the corpus, its log and its kept filters."""
    tables, rejected = attacked_tables(), tuple((payload, payload) for payload in PAYLOADS)
    data.read_tables = lambda folder, progress: (tables, rejected)
    importing.run_import = imported
    kept.note_tour_seen()
    keep_filters(kept.filters_file(data.corpus_folder()))
    config.set_option("server.port", port)
    config.set_option("server.headless", True)
    bootstrap.run(str(APP), False, [], {})


if __name__ == "__main__":
    main(int(sys.argv[1]))
