"""Run the real app on invented tables instead of articles: streamlit's own server, with the reading replaced.

    python -m tests.browser.serve_invented PORT [STANCES]
"""
import sys
from pathlib import Path

from streamlit import config
from streamlit.web import bootstrap

from pages.parts import data
from tests.tables_fixture import make_tables, small_tables

APP = Path(__file__).resolve().parents[2] / "app.py"


def main(port: int, stances: int = 0) -> None:
    """Serve small_tables, or make_tables of so many stances."""
    tables = make_tables(stances) if stances else small_tables()
    rejected = (("vide.txt", "the file is empty"),)
    data.read_tables = lambda folder, progress: (tables, rejected)
    config.set_option("server.port", port)
    config.set_option("server.headless", True)
    bootstrap.run(str(APP), False, [], {})


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))
