"""How far two coders agree on the stances that both judged: Krippendorff's alpha for nominal data.

Only articles in which both judged something are looked at, and in them only the stances that both judged; what one
coder did not look at says nothing. A coder's value for a stance is the act (or its sign) as the coder left it, and
``rejected`` where the coder says that there is no such stance.

Source of the measure, and of the worked examples that the tests hold: Klaus Krippendorff, Computing Krippendorff's
Alpha-Reliability, 2011. The library of that name has a licence that binds those who use it, hence these few lines.
"""
from collections import Counter
from collections.abc import Hashable, Iterable, Sequence
from dataclasses import dataclass
from itertools import combinations

from analysis.corrections.records import STANCE_KINDS, Correction
from analysis.corrections.replay import undone_by

FEWEST = 20  # stances judged by both, below which an alpha is chance more than anything
REJECTED = "rejected"


@dataclass(frozen=True)
class Agreement:
    """Two coders over the ``articles`` that both reviewed: ``units`` are the stances that both judged, ``act`` and ``sign``
    the alphas over these, None where there are fewer than FEWEST, or where all values are the same. ``differing`` are
    the stance_ids on whose act they differ."""

    coders: tuple[str, str]
    articles: int
    units: int
    act: float | None
    sign: float | None
    differing: tuple[str, ...]

    @property
    def too_few(self) -> bool:
        """Whether there is too little to say anything."""
        return self.units < FEWEST


@dataclass(frozen=True)
class _Verdict:
    article_id: str
    stance_id: str
    act: str
    sign: str


def agreements(corrections: Sequence[Correction]) -> list[Agreement]:
    """A log → the agreement of each two of its coders who reviewed the same articles, by name."""
    verdicts = _verdicts(corrections)
    return [found for pair in combinations(sorted(verdicts), 2) if (found := _agreement(pair, verdicts)).articles]


def alpha(units: Iterable[Sequence[Hashable]]) -> float | None:
    """Krippendorff's alpha for nominal values; each unit holds the values given to it, by as many coders as judged it.

    1 is agreement, 0 what chance gives. None where no unit has two values, or all values are the same.

        >>> round(alpha([("a", "a"), ("b", "b"), ("a", "b")]), 2)
        0.44
    """
    pairable = [unit for unit in units if len(unit) > 1]
    totals = Counter(value for unit in pairable for value in unit)
    number = sum(totals.values())
    # Pairs of different values within the units, each unit's weighted by the number of values in it.
    observed = sum((len(unit) ** 2 - sum(n * n for n in Counter(unit).values())) / (len(unit) - 1) for unit in pairable)
    expected = number ** 2 - sum(n * n for n in totals.values())
    return 1 - (number - 1) * observed / expected if expected else None


def _agreement(pair: tuple[str, str], verdicts: dict[str, dict]) -> Agreement:
    one, other = verdicts[pair[0]], verdicts[pair[1]]
    articles = {verdict.article_id for verdict in one.values()} & {verdict.article_id for verdict in other.values()}
    both = [(one[key], other[key]) for key in one if key in other and one[key].article_id in articles]
    enough = len(both) >= FEWEST
    return Agreement(
        pair, len(articles), len(both), alpha((a.act, b.act) for a, b in both) if enough else None,
        alpha((a.sign, b.sign) for a, b in both) if enough else None,
        tuple(a.stance_id for a, b in both if a.act != b.act))


def _verdicts(corrections: Sequence[Correction]) -> dict[str, dict]:
    """Coder → stance → the coder's last word on it."""
    undone, _ = undone_by(corrections)
    found: dict[str, dict] = {}
    for line in corrections:
        if line.what not in (*STANCE_KINDS, "add") or line.id in undone:
            continue
        values, anchor, article = line.values, line.stance, line.articles[0].article_id
        key = anchor.stance_id if line.what != "add" else (article, anchor.sentence, values["source_id"], values["target_id"])
        sign = "0" if values["negated"] else str(values["polarity"])
        gone = line.what == "reject"
        found.setdefault(line.coder.strip(), {})[key] = _Verdict(
            article, anchor.stance_id, REJECTED if gone else values["act"], REJECTED if gone else sign)
    return found
