"""A settled figure is sent as the figure itself would be, and worked out once."""
import json

import plotly.graph_objects as go
import plotly.io
import plotly.tools
import pytest

from analysis.charts import Settled
from tests.charts.test_narrow_and_spoken import figures


@pytest.mark.parametrize("kind", ["matrix", "timeline", "counts", "network", "bars"])
def test_what_is_sent_is_the_figure(small_tables, kind):
    figure = figures(small_tables)[kind]
    sent = plotly.tools.return_figure_from_figure_or_data(Settled(figure), validate_figure=True)  # as st.plotly_chart does
    assert json.loads(plotly.io.to_json(sent, validate=False)) == json.loads(figure.to_json())


def test_it_is_worked_out_once_and_follows_no_later_change():
    figure = go.Figure(layout={"title": {"text": "avant"}})
    settled = Settled(figure)
    figure.update_layout(title_text="après")
    assert settled.to_dict() is settled.to_dict() and settled.to_dict()["layout"]["title"]["text"] == "avant"
