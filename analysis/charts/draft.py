"""A figure being drawn: plain dictionaries, of which plotly's own figure is made only when something of it is asked for.

Plotly checks and copies every value that is set in a figure of its own, and once more when the figure is sent; a page that
only sends it needs neither. Tests and exports ask for plotly's figure, so that what is drawn is checked all the same.
"""
from functools import cache, cached_property

import numpy as np
import pandas as pd
import plotly.graph_objects as go
import plotly.io


class Draft:
    """Traces and layout. What is not here, such as ``data`` or ``to_html``, is that of plotly's figure as drawn so far."""

    def __init__(self, layout: dict) -> None:
        self.traces: list[dict] = []
        self.plan: dict = {"template": _template(), **layout}
        self._frames: list[dict] = []

    @cached_property
    def figure(self) -> go.Figure:
        """The figure as plotly has it, every value checked."""
        return go.Figure(self.plain())

    def __getattr__(self, name: str) -> object:
        if name.startswith(("__", "add_", "update_")):  # copies and pickles ask for the first; the others would change plotly's figure only
            raise AttributeError(f"a draft has no {name}")
        return getattr(self.figure, name)

    def plain(self) -> dict:
        """All of it, as JSON would have it but for numbers that are none."""
        return {"data": self.traces, "layout": self.plan, **({"frames": self._frames} if self._frames else {})}

    def add_trace(self, trace: dict) -> None:
        """Draw a trace: a dictionary with its ``type``; arrays become lists."""
        self.__dict__.pop("figure", None)
        self.traces.append(_plain(trace))

    def add_frame(self, traces: list[dict], places: list[int], name: str) -> None:
        """What stands in the place of some of the traces for a while."""
        self.__dict__.pop("figure", None)
        self._frames.append({"data": [_plain(trace) for trace in traces], "traces": places, "name": name})

    def add_scatter(self, **trace: object) -> None:
        """Draw a trace of this type."""
        self.add_trace({"type": "scatter", **trace})

    def update_layout(self, changes: dict | None = None, **more: object) -> None:
        """Set parts of the layout, leaving the others as they are."""
        self.__dict__.pop("figure", None)
        _merge(self.plan, _plain({**(changes or {}), **more}))

    def update_xaxes(self, anchor: str | None = "", **changes: object) -> None:
        """Set parts of all horizontal axes, or with ``anchor`` of those that have this one."""
        for name, axis in self.axes("x"):
            if anchor == "" or axis.get("anchor") == anchor:
                self.update_layout({name: changes})

    def update_yaxes(self, **changes: object) -> None:
        """Set parts of all vertical axes."""
        for name, _ in self.axes("y"):
            self.update_layout({name: changes})

    def axes(self, way: str) -> list[tuple[str, dict]]:
        """Name and settings of the axes of one way (x or y)."""
        return [(name, axis) for name, axis in self.plan.items() if name.startswith(f"{way}axis")]

    def add_annotation(self, **annotation: object) -> None:
        """Write a text into the drawing."""
        self.update_layout(annotations=[*self.plan.get("annotations", ()), annotation])

    def add_shape(self, **shape: object) -> None:
        """Draw a line or a rectangle."""
        self.update_layout(shapes=[*self.plan.get("shapes", ()), shape])


@cache
def _template() -> dict:
    """What plotly would give a new figure; shared by all, and changed by none."""
    return plotly.io.templates[plotly.io.templates.default].to_plotly_json()


def _plain(value: object) -> object:
    """Arrays as lists, in a dictionary too."""
    if isinstance(value, dict):
        return {name: _plain(each) for name, each in value.items()}
    return value.tolist() if isinstance(value, np.ndarray | pd.Series | pd.Index | np.generic) else value


def _merge(into: dict, changes: dict) -> None:
    for name, value in changes.items():
        if isinstance(value, dict) and isinstance(into.get(name), dict):
            into[name] = dict(into[name])
            _merge(into[name], value)
        else:
            into[name] = value
