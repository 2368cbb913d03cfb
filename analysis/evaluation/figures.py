"""Counts → precision, recall, F1 and shares, all in per cent over all articles together (micro-averages)."""
from dataclasses import dataclass, field

BANDS = 5  # of confidence, each 0.2 wide; the last one holds 1.0


@dataclass
class Count:
    """How many were found rightly, how many the system gave, how many the annotation has."""

    right: int = 0
    system: int = 0
    gold: int = 0

    def add(self, right: int = 0, system: int = 0, gold: int = 0) -> None:
        """Count further ones."""
        self.right += right
        self.system += system
        self.gold += gold

    @property
    def precision(self) -> float:
        """Share of the system's that are right; 0 where it gave none."""
        return 100 * self.right / self.system if self.system else 0.0

    @property
    def recall(self) -> float:
        """Share of the annotation's that were found; 0 where it has none."""
        return 100 * self.right / self.gold if self.gold else 0.0

    @property
    def f1(self) -> float:
        """Harmonic mean of precision and recall."""
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0

    def rounded(self) -> dict[str, float | int]:
        """P, R and F1 to a tenth, and how many the annotation has."""
        return {"P": round(self.precision, 1), "R": round(self.recall, 1), "F1": round(self.f1, 1), "gold": self.gold}


@dataclass
class Share:
    """How many of how many."""

    right: int = 0
    of: int = 0

    def add(self, right: bool | int, of: int = 1) -> None:
        """Count further ones."""
        self.right += right
        self.of += of

    def rounded(self) -> dict[str, float | int]:
        """Share in per cent to a tenth, and of how many."""
        return {"right": round(100 * self.right / self.of, 1) if self.of else 0.0, "of": self.of}


_COUNTS = ("countries", "people", "dates_found", "dates", "dyads", "stances", "acts")
_SHARES = ("offices", "voice", "modality", "negated", "reporter")


@dataclass
class Figures:
    """All figures of an evaluation.

    ``counts``: countries (states and organisations), people (named), dates_found (same words), dates (same words and
    days), dyads (source state, target state, sign), stances (actors and PLOVER type), acts (actors and act).
    ``shares``: offices (people given by office whose name is found) and, of the stances right as dyads, those with the
    right voice, modality, negation and reporter's state. ``by_act`` counts acts; ``by_voice`` counts dyads with the
    right voice; ``by_confidence`` says how many of a band's stances are right as dyads.
    """

    articles: int = 0
    counts: dict[str, Count] = field(default_factory=lambda: {name: Count() for name in _COUNTS})
    shares: dict[str, Share] = field(default_factory=lambda: {name: Share() for name in _SHARES})
    by_act: dict[str, Count] = field(default_factory=dict)
    by_voice: dict[str, Count] = field(default_factory=dict)
    by_confidence: list[Share] = field(default_factory=lambda: [Share() for _ in range(BANDS)])


def band(confidence: float) -> int:
    """Index of a confidence's band: 0.0 to 0.2 is 0, 0.8 to 1.0 is 4."""
    return min(max(int(confidence * BANDS + 1e-9), 0), BANDS - 1)


def band_name(index: int) -> str:
    """0 → ``0.0-0.2``."""
    return f"{index / BANDS:.1f}-{(index + 1) / BANDS:.1f}"
