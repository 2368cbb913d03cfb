"""One file of each kind, downloaded from the running app and opened."""
import csv
import io
import json
import zlib
from pathlib import Path
from xml.etree import ElementTree

import openpyxl
import pyarrow.parquet
import pytest

pytestmark = pytest.mark.browser


@pytest.fixture
def download(visit):
    """``download(path, section, kind)`` → the bytes of the file that the page offers."""
    def fetch(path: str, section: str, kind: str) -> bytes:
        visit.open(path)
        visit.page.locator(f".st-key-download_{section} button").first.click()
        with visit.page.expect_download() as waiting:
            visit.page.locator(f".st-key-download_{section}_{kind} button").click()
        file = waiting.value
        assert file.suggested_filename == f"homologue-{section.replace('_', '-')}.{kind}"
        return Path(file.path()).read_bytes()

    return fetch


CHARTS = [("", "overview_matrix"), ("Timeline?country=RUS", "timeline_chart"), ("Timeline?country=RUS", "timeline_counts"),
          ("Network?country=RUS", "network_chart")]


@pytest.mark.parametrize(("path", "section"), CHARTS)
def test_png(download, path, section):
    data = download(path, section, "png")
    assert data.startswith(b"\x89PNG\r\n\x1a\n")
    width, height = int.from_bytes(data[16:20]), int.from_bytes(data[20:24])
    assert width > 800 and height > 200
    assert data[-8:-4] == b"IEND"


def test_svg(download):
    root = ElementTree.fromstring(download("Timeline?country=RUS", "timeline_chart", "svg"))
    assert root.tag.endswith("svg")
    text = " ".join("".join(root.itertext()).split())
    assert "Homologue 0.1.0" in text and "Russia" in text


def test_pdf(download):
    data = download("Network?country=RUS", "network_chart", "pdf")
    assert data.startswith(b"%PDF-") and data.rstrip().endswith(b"%%EOF")
    assert any(b"BT" in part for part in _streams(data))


def _streams(pdf: bytes) -> list[bytes]:
    """The unpacked streams of a PDF."""
    found = []
    for part in pdf.split(b"stream\n")[1:]:
        try:
            found.append(zlib.decompressobj().decompress(part))
        except zlib.error:
            found.append(part)
    return found


def test_html_draws_by_itself(download, browser):
    data = download("Timeline?country=RUS", "timeline_chart", "html").decode()
    assert "Plotly.newPlot" in data and "Homologue 0.1.0" in data
    context = browser.new_context(offline=True)
    page = context.new_page()
    page.set_content(data)
    page.locator(".js-plotly-plot .scatterlayer .points path").first.wait_for()
    context.close()


def test_csv(download):
    rows = list(csv.DictReader(io.StringIO(download("Stances?country=RUS", "stances_table", "csv").decode("utf-8-sig"))))
    assert rows and all(row["sentence"] and row["act"] and row["source_name"] for row in rows)
    assert all("RUS" in (row["source_country"], row["target_country"]) for row in rows)
    assert "country Russia" in rows[0]["about"]


def test_xlsx(download):
    book = openpyxl.load_workbook(io.BytesIO(download("Stances?country=RUS", "stances_table", "xlsx")))
    sheet = book.worksheets[0]
    head = [cell.value for cell in sheet[1]]
    assert {"sentence", "act", "day_first"} <= set(head) and sheet.max_row > 1
    assert not [cell for row in sheet.iter_rows() for cell in row if cell.data_type == "f"]


@pytest.fixture
def taken(visit):
    """``taken(path, section, key, ending)`` → the bytes of a file for another tool."""
    def fetch(path: str, section: str, kind: str, ending: str) -> bytes:
        visit.open(path)
        visit.page.locator(f".st-key-download_{section} button").first.click()
        with visit.page.expect_download() as waiting:
            visit.page.locator(f".st-key-download_{section}_{kind}{ending} button").click()
        assert waiting.value.suggested_filename == f"homologue-{section.replace('_', '-')}-{kind}.{ending}"
        return Path(waiting.value.path()).read_bytes()

    return fetch


def test_ris_cites_the_articles_behind_the_rows(taken):
    said = taken("Stances?country=RUS", "stances_table", "ris", "ris").decode()
    assert said.startswith("TY  - NEWS") and said.count("TY  - ") == said.count("ER  - ") > 0


def test_events_corpora_and_tables_for_other_tools(taken):
    events = [json.loads(line) for line in taken("Stances?country=RUS", "stances_table", "plover", "jsonl").decode().splitlines()]
    assert events and all(event["date"] for event in events)
    assert taken("Stances?country=RUS", "stances_table", "iramuteq", "txt").decode().startswith("****")
    assert pyarrow.parquet.read_table(io.BytesIO(taken("Stances?country=RUS", "stances_table", "parquet", "parquet"))).num_rows > 0
    assert taken("Network?country=RUS", "network_chart", "edges", "csv").decode("utf-8-sig").startswith("source")


def test_gexf(download):
    root = ElementTree.fromstring(download("Network?country=RUS", "network_chart", "gexf"))
    names = {"g": root.tag.partition("}")[0].strip("{")}
    nodes = {node.get("id") for node in root.iterfind(".//g:nodes/g:node", names)}
    edges = [(edge.get("source"), edge.get("target")) for edge in root.iterfind(".//g:edges/g:edge", names)]
    assert "RUS" in nodes and edges
    assert {end for edge in edges for end in edge} <= nodes
