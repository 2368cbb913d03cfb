"""A figure that will not change any more, ready to be sent as often as it is asked for."""
import json

import plotly.graph_objects as go
from plotly.basedatatypes import BaseFigure
from plotly.io.json import to_json_plotly

from analysis.charts.draft import Draft


class Settled(BaseFigure):
    """What ``st.plotly_chart`` sends of a figure, worked out once: of its own accord it copies and encodes every number anew
    at each run of a page. Not to be changed, and not to be drawn from: ``to_dict`` gives the same object each time."""

    def __init__(self, figure: Draft | go.Figure) -> None:  # not BaseFigure's own, which would check and copy all of it once more
        self._plain = json.loads(to_json_plotly(figure.plain() if isinstance(figure, Draft) else figure))

    def to_dict(self) -> dict:
        """The figure as JSON has it."""
        return self._plain
