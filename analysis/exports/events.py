"""Events as the CSV that ``analysis.views.read_events`` reads."""
import csv
import io
from collections.abc import Iterable

from analysis.exports.escape import csv_cell
from analysis.views import Event


def events_csv(events: Iterable[Event]) -> bytes:
    """Events → CSV (UTF-8), days in ISO form; no label is a formula, and ``read_events`` gives back each as it was."""
    out = io.StringIO(newline="")
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(["date", "label"])
    for event in events:
        day = event.first.isoformat() if event.first == event.last else f"{event.first}..{event.last}"
        writer.writerow([day, csv_cell(event.label)])
    return out.getvalue().encode()
