"""What the reader chose to look at.

A :class:`Selection` is hashable, so that it can be a cache key. Filters of different fields narrow one another; values
within one field widen it (Russia or China, and condemn or accuse).
"""
from dataclasses import dataclass, fields, replace
from datetime import date

SIDES = ("either", "from", "towards", "between")
# Whose reviews count: all but what was rejected, only what somebody looked at and let stand, or the rejected too.
REVIEWED = ("kept", "reviewed", "all")
# Whether the act itself is denied (« ne soutient pas »).
NEGATION = ("any", "affirmed", "negated")
SIGN_NAMES = {1: "cooperative", 0: "neutral", -1: "conflictual"}


@dataclass(frozen=True)
class Selection:
    """Which stances to show; the empty Selection shows all.

    ``countries`` are ISO 3166-1 alpha-3 codes or organisation ids (``ONU``), ``people`` actor ids of persons and of
    offices whose holder is unknown. ``side`` says where the chosen actors must stand: ``from`` as source, ``towards`` as
    target, ``either``, or ``between`` (both ends among the chosen; of several countries, not both in the same one unless a chosen
    person is at an end: Paris and Rabat are not two Frenchmen); ``consult`` is symmetric and fits on either side.
    ``first`` and ``last`` bound the period, inclusive; a stance fits if its span of days touches it. ``outlets`` are
    values of ``articles.source``; ``text`` must occur in the sentence, the title or a name, whatever the case.
    ``reviewed`` is ``kept`` (all but the stances that an analyst rejected), ``reviewed`` (only those accepted, edited or
    added) or ``all`` (the rejected too); ``kept`` narrows nothing but what is wrong, so that it is no filter in force.
    ``modalities`` are what the text makes of the act (actual, future, hypothetical); ``negation`` is ``affirmed`` (what
    somebody does), ``negated`` (what the text says is not done) or ``any``.
    ``search`` is what the article must hold, accents and case aside: words, ``négocia*``, ``"plan de paix"``
    (``analysis.index.searching``). ``independent`` counts near copies once: of the articles of a group that fit, only the
    one the group is named by stays, else the first by id.
    """

    countries: tuple[str, ...] = ()
    people: tuple[str, ...] = ()
    first: date | None = None
    last: date | None = None
    acts: tuple[str, ...] = ()
    signs: tuple[int, ...] = ()
    voices: tuple[str, ...] = ()
    side: str = "either"
    min_confidence: float = 0.0
    outlets: tuple[str, ...] = ()
    text: str = ""
    reviewed: str = "kept"
    modalities: tuple[str, ...] = ()
    negation: str = "any"
    search: str = ""
    independent: bool = False

    def __post_init__(self) -> None:
        if self.side not in SIDES:
            raise ValueError(f"side is one of {', '.join(SIDES)}, not {self.side!r}")
        if self.reviewed not in REVIEWED:
            raise ValueError(f"reviewed is one of {', '.join(REVIEWED)}, not {self.reviewed!r}")
        if self.negation not in NEGATION:
            raise ValueError(f"negation is one of {', '.join(NEGATION)}, not {self.negation!r}")


# What the app begins with. Below 0.4 about one stance in three is right as a dyad on annotated articles, above it one in
# two and more (README, last table of figures), so that the lowest band is hidden until the analyst asks for it.
STANDARD = Selection(min_confidence=0.4)


def active(selection: Selection) -> list[str]:
    """Names of the fields that narrow: those that differ from the empty Selection (``side`` only beside an actor)."""
    empty = Selection()
    names = [field.name for field in fields(Selection) if getattr(selection, field.name) != getattr(empty, field.name)]
    return [name for name in names if name != "side" or selection.countries or selection.people]


def chosen_fields(selection: Selection) -> list[str]:
    """Names of the narrowing fields that the reader set: ``active`` less the confidence that the app begins with."""
    begun = selection.min_confidence == STANDARD.min_confidence
    return [name for name in active(selection) if not (begun and name == "min_confidence")]


def without(selection: Selection, *names: str) -> Selection:
    """The same Selection with the named fields back at their defaults."""
    empty = Selection()
    return replace(selection, **{name: getattr(empty, name) for name in names})


def answers_too(selection: Selection) -> Selection:
    """The Selection without what picks one of two stances that belong together, as a claim and its denial do: kind of act, voice,
    modality, and from or towards whom. Who is in it, the days, the articles and how sure it is stay.

    >>> answers_too(Selection(countries=("FRA",), side="from", acts=("deny",)))
    Selection(countries=('FRA',), …)
    """
    wide = without(selection, "acts", "signs", "voices", "modalities", "negation")
    return wide if wide.side == "between" else without(wide, "side")
