"""How the charts look: colours, symbols and sizes, in this file only. To recolour an edge, change SIGN_COLOURS.

The three signs are told apart by people of every colour vision (Okabe and Ito 2008: blue and vermillion), and voices
and kinds by shape, so that no meaning hangs on colour alone in print either.
"""
import math
from typing import NamedTuple

THEMES = ("light", "dark")
# Sign → colour, for each theme.
SIGN_COLOURS = {
    "light": {1: "#0072B2", 0: "#7A7A7A", -1: "#D55E00"},
    "dark": {1: "#56B4E9", 0: "#A6A6A6", -1: "#F28E4B"},
}
SIGN_HATCHES = {1: "", 0: ".", -1: "/"}


class Theme(NamedTuple):
    """Colours of everything that has no sign."""

    background: str
    text: str
    faint: str
    grid: str
    node: str
    node_border: str


THEME_COLOURS = {
    "light": Theme("#FFFFFF", "#262730", "#5F6368", "#E3E5E8", "#F2F2EE", "#4A4D57"),
    "dark": Theme("#0E1117", "#FAFAFA", "#A3A8B4", "#2C313B", "#262B36", "#C3C7D1"),
}


class Symbol(NamedTuple):
    """One shape, or the dashes of one line, as plotly and as matplotlib name it."""

    plotly: str
    matplotlib: str


VOICE_SYMBOLS = {
    "direct": Symbol("circle", "o"),
    "reported": Symbol("square", "s"),
    "hearsay": Symbol("diamond", "D"),
    "narrated": Symbol("triangle-up", "^"),
}
MANY_SYMBOL = Symbol("circle", "o")
KIND_SYMBOLS = {
    "person": Symbol("circle", "o"),
    "country": Symbol("square", "s"),
    "institution": Symbol("hexagon", "h"),
    "organisation": Symbol("diamond", "D"),
    "group": Symbol("triangle-up", "^"),
}
OTHER_KIND = Symbol("circle", "o")
# What became of a pair between two periods → the dashes of its line.
SHIFT_DASHES = {"new": Symbol("solid", "-"), "turned": Symbol("dash", "--"), "gone": Symbol("dot", ":")}

# Two lines or actors beside one another, in colours that no sign has, and their marks.
LINE_COLOURS = {"light": ("#6A3D9A", "#1B7837"), "dark": ("#B89AE0", "#6CC48A")}
LINE_SYMBOLS = (Symbol("circle", "o"), Symbol("diamond", "D"))
# Pale enough for a dark border, far from the colours of the signs; communities beyond these have none.
COMMUNITY_COLOURS = {
    "light": ("#8ED1C6", "#C9B8E8", "#F3E37C", "#F4B6CF", "#BFD98A", "#D8BFA3", "#A9C7E8", "#E3B0A8"),
    "dark": ("#2F8577", "#7B63B0", "#95852A", "#A85579", "#5F8531", "#86684A", "#3F6C9E", "#9A5A51"),
}

# The marks in an article's text, seen through by half on light and dark grounds alike: the signs' hues, a little fuller.
READER_COLOURS = {"pos": "#0B8BE0", "neu": "#808894", "neg": "#F07010", "date": "#8A6FC0", "focus": "#3A8FD0", "found": "#C99700",
                  "tip": "#1C2430", "tip-text": "#F2F4F7", "shadow": "#00000055"}

FONT = "Source Sans, Source Sans Pro, system-ui, DejaVu Sans, sans-serif"
MARK_SIZE = 10
# Smallest and largest mark that stands for many stances.
MANY_SIZES = (5.0, 20.0)
SPAN_WIDTH = 7
SPAN_OPACITY = 0.35
# Bands behind the marks: where a balance turned, and the span of an event.
TURN_OPACITY = 0.22
EVENT_OPACITY = 0.09
LANE_HEIGHT = 32
MOST_LANE_HEIGHT = 84
EDGE_WIDTHS = (1.3, 8.0)
NODE_SIZES = (8.0, 32.0)
BUBBLE_SIZES = (16.0, 34.0)
# Type and largest bubble on a screen of some 360 pixels.
NARROW_FONT, NARROW_BUBBLE = 11, 22.0


def sign_colour(sign: int, theme: str) -> str:
    """Colour of a sign (1, 0, -1) in a theme (light, dark)."""
    return SIGN_COLOURS[theme][sign]


def voice_symbol(voice: str) -> Symbol:
    """Shape of a voice; that of an unknown voice is the circle."""
    return VOICE_SYMBOLS.get(voice, MANY_SYMBOL)


def kind_symbol(kind: str) -> Symbol:
    """Shape of a kind of actor."""
    return KIND_SYMBOLS.get(kind, OTHER_KIND)


def balance_colour(balance: float, theme: str) -> str:
    """Colour between conflictual (-1), neutral (0) and cooperative (1)."""
    end = SIGN_COLOURS[theme][1 if balance >= 0 else -1]
    return _mixed(SIGN_COLOURS[theme][0], end, min(1.0, abs(balance)))


def balance_scale(theme: str) -> list[tuple[float, str]]:
    """The same as a plotly colour scale from 0 (conflictual) to 1 (cooperative)."""
    return [(0.0, sign_colour(-1, theme)), (0.5, sign_colour(0, theme)), (1.0, sign_colour(1, theme))]


def community_colour(community: int, theme: str) -> str:
    """Colour of a community by its number; that of a node without one for 0 and for small ones."""
    colours = COMMUNITY_COLOURS[theme]
    return colours[community - 1] if 1 <= community <= len(colours) else THEME_COLOURS[theme].node


def readable_on(colour: str) -> str:
    """Black or white, whichever reads better on a colour (WCAG 2 relative luminance)."""
    channels = [int(colour[place:place + 2], 16) / 255 for place in (1, 3, 5)]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in channels]
    luminance = 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
    return "#000000" if (luminance + 0.05) / 0.05 > 1.05 / (luminance + 0.05) else "#FFFFFF"


def scaled_size(value: float, largest: float, sizes: tuple[float, float]) -> float:
    """Size whose area grows with the value, from ``sizes[0]`` to ``sizes[1]`` at the largest."""
    share = (value / largest) ** 0.5 if largest > 0 else 0.0
    return sizes[0] + (sizes[1] - sizes[0]) * share


def edge_width(count: int) -> float:
    """Width of an edge: one step more for each doubling of its stances, the same in every network."""
    return min(EDGE_WIDTHS[1], EDGE_WIDTHS[0] + int(math.log2(count)))


def arrow_size(count: int, edges: int) -> float:
    """Size of the arrow on an edge, in pixels: wider edges have larger ones, crowded networks smaller ones."""
    return (7 + 1.5 * edge_width(count)) * max(0.5, min(1.0, (150 / max(edges, 1)) ** 0.5))


def arrow_opacity(count: int, edges: int) -> float:
    """Opacity of the arrow on an edge: that of a mark, but in crowds of thin edges half way to that of its line."""
    return 1.0 if edges <= 150 else (1 + edge_opacity(edges, edge_width(count))) / 2


def arrow_rim(size: float) -> float:
    """Width of the light rim of an arrow: none around small ones, which it would turn into dots."""
    return 1.0 if size > 6 else 0.0


def edge_opacity(edges: int, width: float = EDGE_WIDTHS[1]) -> float:
    """Opacity of an edge: less where there are many, and of many, least for the thinnest, so that the strong ones are seen."""
    crowd = (150 / max(edges, 150)) ** 0.4
    step = max(0.0, min(1.0, (width - EDGE_WIDTHS[0]) / 3))
    return max(0.14, 0.75 * crowd * (1 - (1 - crowd) * (1 - step)))


def node_sizes(nodes: int) -> tuple[float, float]:
    """Smallest and largest size of a node: smaller where there are many."""
    shrunk = min(1.0, (60 / max(nodes, 1)) ** 0.5)
    return max(5.0, NODE_SIZES[0] * shrunk), NODE_SIZES[1] * shrunk


def _mixed(start: str, end: str, share: float) -> str:
    parts = [(int(start[place:place + 2], 16), int(end[place:place + 2], 16)) for place in (1, 3, 5)]
    return "#" + "".join(f"{round(first + (last - first) * share):02X}" for first, last in parts)
