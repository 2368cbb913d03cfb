"""Pictures without a browser."""
import io
import re
import zlib
from datetime import date
from xml.etree import ElementTree

import pytest
from PIL import Image

from analysis.exports import FORMATS, KINDS, chart_image
from analysis.tables import empty_tables
from analysis.views import (
    Event, actors_of, balances, counts, course, differences, halves, lanes, matrix, network, panels_of, partners, prepared,
    shifts, stages)
from tests.hostile import HOSTILE
from tests.tables_fixture import small_tables



def _actors(view):
    """The two actors of the small corpus with most stances."""
    return actors_of(small_tables(), view)[:2]


_VIEWS = {
    "timeline": lanes, "counts": counts, "network": network, "matrix": matrix,
    "stages": lambda view: stages(view, network(view), halves(view) or ()),
    "shifts": lambda view: shifts(stages(view, network(view), halves(view))) if halves(view) else network(view),
    "bars": lambda view: partners(view, _actors(view)[0]),
    "course": lambda view: course(view, panels_of(_actors(view)[0])[:2]),
    "differences": lambda view: differences(view, *_actors(view)),
    "balances": lambda view: balances(view, ["FRA-RUS", "FRA-MAR"])}
_MAGIC = {"png": b"\x89PNG\r\n\x1a\n", "svg": b"<?xml", "pdf": b"%PDF-1."}
_FOOTER = "Source: essai accentué\nHomologue 1.0"


@pytest.fixture(scope="module")
def view(small_tables):
    return prepared(small_tables)


def _pdf_text(data: bytes) -> str:
    """The characters that the content streams of a PDF show, in order."""
    streams = re.findall(rb"stream\r?\n(.*?)\r?\nendstream", data, re.S)
    shown = b""
    for stream in streams:
        try:
            content = zlib.decompress(stream)
        except zlib.error:
            continue
        shown += b"".join(part for part in re.findall(rb"\((.*?)(?<!\\)\)", content, re.S)) if b" Tf" in content else b""
    return re.sub(rb"\\(\d{3})", lambda code: bytes([int(code[1], 8)]), shown).replace(b"\0", b"").decode("latin-1")


@pytest.mark.parametrize("kind", ["timeline", "counts", "balances"])
def test_events_are_marked_where_time_runs(view, kind):
    events = (Event(date(2024, 3, 5), date(2024, 3, 5), "Sommet de $x$ & <b>"), Event(date(2024, 3, 1), date(2024, 3, 31), "Mars"))
    said = "".join(ElementTree.fromstring(chart_image(kind, _VIEWS[kind](view), "svg", events=events)).itertext())
    assert "Sommet de $x$ & <b>" in said and "Mars" in said


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("fmt", FORMATS)
def test_each_kind_in_each_format(view, kind, fmt):
    data = chart_image(kind, _VIEWS[kind](view), fmt, _FOOTER, "Prises de position")
    assert data.startswith(_MAGIC[fmt])
    assert len(data) > 8_000
    if fmt == "svg":
        said = "".join(ElementTree.fromstring(data).itertext())
        assert "Source: essai accentué" in said and "Homologue 1.0" in said and "Prises de position" in said
    if fmt == "pdf":
        assert "Source: essai accentué" in _pdf_text(data) and "Homologue 1.0" in _pdf_text(data)
    if fmt == "png":
        picture = Image.open(io.BytesIO(data))
        assert picture.width == 2000 and "essai accentué" in picture.text["Description"]
        assert len(picture.convert("RGB").getcolors(maxcolors=10_000_000)) > 50


@pytest.mark.parametrize("kind,fmt", [*((kind, "svg") for kind in KINDS), ("counts", "png"), ("counts", "pdf")])
def test_the_same_view_gives_the_same_picture(view, kind, fmt):
    drawn = _VIEWS[kind](view)
    assert chart_image(kind, drawn, fmt, _FOOTER) == chart_image(kind, drawn, fmt, _FOOTER)


def test_colours_are_those_of_the_screen(view):
    said = chart_image("timeline", lanes(view), "svg", _FOOTER).decode().lower()
    assert "#0072b2" in said and "#d55e00" in said


def test_what_is_left_out_stands_in_the_footer(view):
    said = "".join(ElementTree.fromstring(chart_image("timeline", lanes(view), "svg", _FOOTER)).itertext())
    assert "Not drawn: 2 without a known day." in said


@pytest.mark.filterwarnings("ignore:Glyph .* missing from font")
@pytest.mark.parametrize("kind", KINDS)
def test_hostile_and_long_names(view, kind):
    rows = view.copy()
    for place, text in enumerate(HOSTILE):
        for column in ("source_name", "target_name", "source_country_name", "target_country_name"):
            rows.loc[place % len(rows), column] = text
    data = chart_image(kind, _VIEWS[kind](rows), "svg", "\n".join(HOSTILE[:9]), HOSTILE[0])
    said = ElementTree.fromstring(data)
    assert not [element for element in said.iter() if element.tag.endswith(("}script", "}a", "}foreignObject"))]
    links = [value for element in said.iter() for name, value in element.attrib.items() if name.endswith("href")]
    assert all(link.startswith(("#", "data:image/png")) for link in links)


@pytest.mark.parametrize("kind", KINDS)
def test_nothing_to_show_is_said(kind):
    data = chart_image(kind, _VIEWS[kind](prepared(empty_tables())), "svg", _FOOTER)
    assert "No stance to show." in "".join(ElementTree.fromstring(data).itertext())


@pytest.mark.parametrize("kind,fmt", [("planet", "png"), ("timeline", "gif")])
def test_other_kinds_and_formats_are_errors(view, kind, fmt):
    with pytest.raises(ValueError, match="no picture of kind"):
        chart_image(kind, lanes(view), fmt)
