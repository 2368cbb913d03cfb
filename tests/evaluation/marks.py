"""Short ways to write marks in tests."""
from analysis.evaluation import ActorMark, DateMark, Marks, StanceMark

RUS = ActorMark("RUS", "Russie", "country", "RUS", aliases=("Moscou",))
UKR = ActorMark("UKR", "Ukraine", "country", "UKR", aliases=("Kiev",))
FRA = ActorMark("FRA", "France", "country", "FRA", aliases=("Paris",))
LAVROV = ActorMark("sergei-lavrov", "Sergueï Lavrov", "person", "RUS")
LAVROV_ENGLISH = ActorMark("lavrov", "Sergei Lavrov", "person", "RUS")
KULEBA = ActorMark("dmytro-kouleba", "Dmytro Kouleba", "person", "UKR")
UN = ActorMark("ONU", "Organisation des Nations unies", "organisation")


def stance(source=RUS, act="accuse", target=UKR, span=(0, 10), **fields) -> StanceMark:
    values = dict(reporter=None, voice="reported", modality="actual", negated=False, words="…") | fields
    return StanceMark(source=source, target=target, act=act, spans=(span,), **values)


def day(text="lundi", span=(0, 5), first=None, last=None) -> DateMark:
    return DateMark(text, (span,), first, last or first)


def marks(*stances: StanceMark, actors=(), dates=(), stem="a") -> Marks:
    return Marks(stem, tuple(actors), tuple(dates), tuple(stances))
