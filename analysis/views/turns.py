"""Turns: the days at which the balance of a dyad changed, as far as its stances bear that out.

An article counts once a day, by the sign that prevails among its signed stances of that day (none where they are even),
so that one long article makes no turn. The signs in order of their days, known to the week at least, are divided by PELT
(Killick, Fearnhead and Eckley, Optimal detection of changepoints, JASA 107, 2012; library ruptures) with the cost of a
Bernoulli model and a penalty of 2.5 log n for each turn. On random signs without a turn it found one in at most five cases
in a hundred (20 to 300 signs; shares of one half and four fifths); of a fall from 85 to 25 % cooperative it found seven in
ten among 20 signs, nine in ten among 40, all among 100.

Silent below ENOUGH signs, and each part has at least PART of them: with fewer, nothing can be told from chance. A turn
tells that what is *reported* changed between two days; it tells no cause.
"""
import math
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
import pandas as pd

from analysis.views.ends import in_dyad

ENOUGH, PART = 20, 8
_PENALTY = 2.5
_SENTENCES = 3
_CLOSE = pd.Timedelta(days=6)
_MOST_STEPS = 400


class Turn(NamedTuple):
    """The last day before and the first day after; signs (cooperative, conflictual) of the parts on both sides of it; ids
    of the last stances before and the first after."""

    last_before: pd.Timestamp
    first_after: pd.Timestamp
    before: tuple[int, int]
    after: tuple[int, int]
    rows_before: tuple[str, ...]
    rows_after: tuple[str, ...]


@dataclass(frozen=True)
class Turns:
    """``turns`` of a dyad in order of time, ``signs``: how many there were to tell them from, ``enough``: whether these
    suffice."""

    turns: tuple[Turn, ...]
    signs: int

    @property
    def enough(self) -> bool:
        return self.signs >= ENOUGH


def turns(view: pd.DataFrame, dyad: str) -> Turns:
    """View table and the key of a dyad → its turns."""
    rows = view[in_dyad(view, dyad) & (view["sign"] != 0) & (view["day_last"] - view["day_first"] <= _CLOSE)]
    signs = _signs(rows)
    if len(signs) < ENOUGH or signs["sign"].nunique() == 1:  # what is all of one sign turns nowhere
        return Turns((), len(signs))
    places = _divided((signs["sign"] > 0).to_numpy(dtype="float64"), signs["day"].to_numpy())
    bounds = [0, *places, len(signs)]
    return Turns(tuple(_turn(rows, signs, *bounds[at:at + 3]) for at in range(len(places))), len(signs))


def _signs(rows: pd.DataFrame) -> pd.DataFrame:
    """One sign an article and day, in order: day, sign."""
    days = rows["day_last"].rename("day")
    total = rows.groupby([days, "article_id"])["sign"].sum()
    return np.sign(total[total != 0]).rename("sign").reset_index().sort_values(["day", "article_id"], ignore_index=True)


def _divided(signs: np.ndarray, days: np.ndarray) -> list[int]:
    """Places of the turns, each moved to the next change of day; parts that become too short are joined again."""
    import ruptures  # with SciPy it takes half a second, which only this needs

    method = ruptures.Pelt(custom_cost=_cost(), min_size=PART, jump=max(1, len(signs) // _MOST_STEPS))
    found = method.fit(signs).predict(pen=_PENALTY * np.log(len(signs)))[:-1]
    places, start = [], 0
    for place in found:
        while place < len(days) and days[place] == days[place - 1]:
            place += 1
        if place - start >= PART and len(days) - place >= PART:
            places.append(place)
            start = place
    return places


def _cost():
    """Minus twice the log-likelihood of a part of the signs under one share of cooperative ones."""
    from ruptures.base import BaseCost

    class Bernoulli(BaseCost):
        model, min_size = "bernoulli", PART

        def fit(self, signal):
            # Plain numbers: PELT asks for hundreds of thousands of them, one at a time.
            self.signal, self.sums = signal, [0.0, *np.cumsum(signal).tolist()]
            return self

        def error(self, start, end):
            number, ones = end - start, self.sums[end] - self.sums[start]
            share = ones / number
            if share in (0, 1):
                return 0.0
            return -2 * (ones * math.log(share) + (number - ones) * math.log(1 - share))

    return Bernoulli()


def _turn(rows: pd.DataFrame, signs: pd.DataFrame, start: int, place: int, end: int) -> Turn:
    before, after = signs["sign"].iloc[start:place], signs["sign"].iloc[place:end]
    last, first = signs["day"].iloc[place - 1], signs["day"].iloc[place]
    order = rows.sort_values(["day_last", "article_id", "start"], kind="stable")
    earlier, later = order[order["day_last"] <= last], order[order["day_last"] >= first]
    return Turn(last, first, _tally(before), _tally(after), tuple(earlier["stance_id"].tail(_SENTENCES)),
                tuple(later["stance_id"].head(_SENTENCES)))


def _tally(signs: pd.Series) -> tuple[int, int]:
    return int((signs > 0).sum()), int((signs < 0).sum())
