"""Stances as TimelineJS3 JSON (Knight Lab), without invented days: a month stays a month, a span stays a span."""
import json
from calendar import monthrange
from collections.abc import Mapping

import pandas as pd

from analysis.charts.wording import act_text, left_out_text, span_text
from analysis.charts.words import worded
from analysis.exports.escape import html_text


def timelinejs_json(view: pd.DataFrame, footer: str = "", texts: Mapping[str, str] | None = None) -> bytes:
    """View table → JSON (UTF-8): a title slide with the footer, and one event a stance, grouped by who takes it.

    TimelineJS shows its texts as HTML, so that those of articles are escaped. Stances without a day are left out, and
    the title slide says how many.
    """
    texts = worded(texts)
    dated = view[view["day_first"].notna()]
    said = [footer, left_out_text({"undated": len(view) - len(dated)}, texts)]
    about = "<br>".join(html_text(line) for part in said for line in part.split("\n") if line)
    title = {"text": {"headline": "Homologue", "text": f"<p>{about}</p>"}}
    return json.dumps({"title": title, "events": [_event(row, texts) for row in dated.itertuples()]}, ensure_ascii=False,
                      indent=1).encode()


def _event(row, texts: Mapping[str, str]) -> dict:
    who = f"{row.source_name} → {row.target_name or texts['no_target']}"
    told = " · ".join(filter(None, (texts.get(f"voice.{row.voice}", row.voice), row.title, row.source)))
    act = act_text(row.act, row.negated, texts)
    return {
        **_days(row.day_first, row.day_last), "unique_id": row.stance_id, "group": html_text(row.source_name),
        "display_date": html_text(span_text(row.day_first, row.day_last, texts)),
        "text": {"headline": html_text(f"{who} : {act}"),
                 "text": f"<p>{html_text(row.sentence)}</p><p><small>{html_text(told)}</small></p>"}}


def _days(first: pd.Timestamp, last: pd.Timestamp) -> dict[str, dict[str, int]]:
    """Start, and end where it differs; of a whole month or year only the parts that are known."""
    whole_months = first.day == 1 and last.day == monthrange(last.year, last.month)[1] and first.year == last.year
    if whole_months and first.month == last.month:
        return {"start_date": {"year": first.year, "month": first.month}}
    if whole_months and (first.month, last.month) == (1, 12):
        return {"start_date": {"year": first.year}}
    start = {"year": first.year, "month": first.month, "day": first.day}
    if first == last:
        return {"start_date": start}
    return {"start_date": start, "end_date": {"year": last.year, "month": last.month, "day": last.day}}
