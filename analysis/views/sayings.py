"""Who says what, line by line: a sentence of an article with the stances that one side takes in it, or a statement of
that side in which no stance was found, and the chain of those on whose word it stands.

A line belongs to the side on whose word it is told: the country or organisation of the reporter, else of the stance's
source where the voice is quoted or reported. What the article tells itself, and hearsay that nobody is named for,
belongs to no side. The chain runs from the article to the one who says it, by the statements that enclose the place:
*Agence témoin* ‹ ministère algérien (hearsay) ‹ Rabat.
"""
from collections.abc import Iterable, Mapping
from typing import NamedTuple

import pandas as pd

from analysis.tables import Tables
from analysis.views.denying import DENYING, denies_in_words, is_denial, refers_back, sentence_at
from analysis.views.likeness import content_words, likeness, name_stems
from analysis.views.names import actor_label
from analysis.views.row_by_row import row_by_row

ACCUSING = frozenset(("accuse", "condemn", "warn", "threaten"))  # acts whose words may be denied
_CHARGING = frozenset({"accuser", "soupçonner", "reprocher", "imputer", "dénoncer", "affirmer", "assurer", "déclarer", "dire", "estimer", "soutenir",
                       "prétendre", "évoquer", "juger", "selon", "rapporter", "faire état"})  # verbs of statements that may be denied
_FEWEST_WORDS = 4


class Link(NamedTuple):
    """One step of a chain: who says it, and in which voice it is told of them (empty for the article)."""

    name: str
    voice: str


class Line(NamedTuple):
    """What one side is told to say in one place, and in which articles that is told.

    ``stances`` are rows of the view table (empty for a statement without one); ``side`` is the country or organisation on
    whose word it stands, empty for the article itself; ``towards`` those whom it concerns; ``words`` its content stems;
    ``verb`` that of a statement, whose text begins behind it (demander: *aux autorités un geste*).
    """

    key: str
    side: str
    article_id: str
    start: int
    end: int
    text: str
    stances: tuple
    chain: tuple[Link, ...]
    denies: bool
    refers: bool
    towards: frozenset[str]
    words: frozenset[str]
    articles: tuple[str, ...]
    title: str
    outlet: str
    verb: str = ""

    def shares_place(self, other: "Line") -> bool:
        """Whether both stand in one sentence, or one in the other."""
        return self.article_id == other.article_id and self.start < other.end and other.start < self.end

    @property
    def accuses(self) -> bool:
        """Whether it says something against another, or something of others, that may be denied."""
        if not self.stances:
            return self.verb in _CHARGING or self.chain[-1].voice == "direct"
        return any(row.act in ACCUSING or row.source_country != self.side for row in self.stances)

    @property
    def acts(self) -> frozenset[tuple[str, bool]]:
        """Acts of the line, each with whether it is negated."""
        return frozenset((row.act, row.negated) for row in self.stances)


def nodes_of(tables: Tables) -> dict[str, str]:
    """Actor id → country or organisation it belongs to, itself where it has none."""
    return {actor: country or actor for actor, country in row_by_row(tables.actors[["actor_id", "country"]])}


def tellers(view: pd.DataFrame, nodes: Mapping[str, str]) -> pd.Series:
    """The side on whose word each stance is told, empty where that is the article itself or nobody named."""
    own = view["source_country"].where(view["voice"].isin(("direct", "reported")), "")
    reporter = view["reporter_id"].map(nodes).fillna(view["reporter_id"])
    return own.where(view["reporter_id"] == "", reporter).astype("str")


def stance_lines(view: pd.DataFrame, tables: Tables) -> list[Line]:
    """Rows of the view table → lines: those of one sentence and one side stand in one."""
    sides = tellers(view, nodes_of(tables))
    chains = Chains(tables, view["article_id"].unique())
    groups: dict[tuple, list] = {}
    for side, row in zip(sides, row_by_row(view)):
        denies = is_denial(row.act, row.negated, row.sentence)
        groups.setdefault((row.article_id, row.sentence, side, denies), []).append(row)
    return [_stance_line(side, rows, denies, chains) for (_, _, side, denies), rows in groups.items()]


def _stance_line(side: str, rows: list, denies: bool, chains: "Chains") -> Line:
    first = rows[0]
    start, end = _extent(chains.text(first.article_id), first)
    concerned = frozenset(node for row in rows for node in (row.source_country, row.target_country) if node) - {side}
    return Line(first.stance_id, side, first.article_id, start, end, first.sentence, tuple(rows),
                chains.of(first.article_id, *_cue_place(chains.text(first.article_id), first), first.source, side, (first.reporter_id or first.source_id, first.voice)), denies, refers_back(first.sentence),
                concerned, _words(first.sentence, {side, *concerned}, rows), (first.article_id,), first.title, first.source)


def _cue_place(text: str, row) -> tuple[int, int]:
    """Where the cue of a stance stands; the stance's own span where it is not found as it is."""
    cue = row.cue.partition(" … ")[0]
    place = text.find(cue, row.start, row.end) if cue else -1
    return (place, place + len(cue)) if place >= 0 else (row.start, row.end)


def _extent(text: str, row) -> tuple[int, int]:
    """Where the sentence of a stance stands in the article; the stance's own span where it is not found as it is."""
    start = text.find(row.sentence, max(0, row.start - len(row.sentence)))
    return (start, start + len(row.sentence)) if 0 <= start <= row.start else (row.start, row.end)


def _words(text: str, nodes: Iterable[str], rows: Iterable = ()) -> frozenset[str]:
    names = [name_stems(node) for node in nodes if node]
    names += [name_stems("", name) for row in rows for name in (row.source_name, row.target_name, row.reporter_name) if name]
    return content_words(text, frozenset().union(*names))


class Denying(NamedTuple):
    """A statement that denies: its row, the side that makes it, and the sentence it stands in."""

    key: str
    side: str
    row: tuple
    start: int
    end: int
    text: str


def denying_statements(tables: Tables, articles: Iterable[str]) -> list[Denying]:
    """The statements of these articles with a verb of denying, by somebody known, one for each sentence and side.

    « Selon Kiev, Moscou a tiré, ce que Moscou dément. » is Russia's. Statements in which the denial is denied (« n'a pas
    démenti ») are none.
    """
    rows = tables.statements[tables.statements["verb"].isin(DENYING)]
    rows = rows[(rows["speaker_id"] != "") & rows["article_id"].isin(set(articles))]
    within = set(rows["article_id"])
    texts = {row.article_id: row.text for row in row_by_row(_by_ids(tables.articles[["article_id", "text"]], within))}
    read, nodes = _by_article(tables.stances[["article_id", "start", "end", "sentence"]], within), nodes_of(tables) if within else {}
    found: dict[tuple, Denying] = {}
    for row in row_by_row(rows):
        whole = texts[row.article_id]
        extents = (_extent(whole, one) for one in read.get(row.article_id, ()) if abs(one.start - row.start) < 1_000)
        start, end = next(((first, last) for first, last in extents if first <= row.start and row.end <= last),
                          None) or sentence_at(whole, row.start, row.end)
        side = nodes.get(row.speaker_id, row.speaker_id)
        if denies_in_words(row.verb, whole[start:end]):
            found.setdefault((row.article_id, start, side), Denying(
                f"{row.article_id}:{row.start}:{row.end}:{side}", side, row, start, end, whole[start:end]))
    return list(found.values())


def denials_said(tables: Tables, articles: Iterable[str]) -> list[Line]:
    """The statements that deny as lines of the whole sentence."""
    denying = denying_statements(tables, articles)
    chains = Chains(tables, {one.row.article_id for one in denying})
    lines = [(one, _statement_line(one.row, one.side, chains)) for one in denying]
    return [line._replace(key=one.key, start=one.start, end=one.end, text=one.text, denies=True, refers=refers_back(one.text),
                          words=_words(one.text, {one.side, *line.towards})) for one, line in lines]


def statement_lines(tables: Tables, articles: Iterable[str], sides: Iterable[str], taken: Iterable[Line]) -> list[Line]:
    """Statements of these sides in these articles that no line taken covers, of four words at least, the outermost only.

    A statement inside what is told on another side's word is that side's account of it, and no line of its own, unless both
    make the very same statement.
    """
    articles, nodes, sides = set(articles), nodes_of(tables), set(sides)
    rows = tables.statements[tables.statements["article_id"].isin(articles)]
    chains = Chains(tables, articles)
    covered = [(line.article_id, line.side, line.start, line.end) for line in taken if line.side]
    spoken: dict[tuple, set[str]] = {}
    for row in row_by_row(rows):
        spoken.setdefault((row.article_id, row.start, row.end), set()).add(nodes.get(row.speaker_id, row.speaker_id))
    found = []
    lengths = rows.assign(length=rows["end"] - rows["start"])
    for row in row_by_row(lengths.sort_values(["article_id", "length"], ascending=[True, False])):
        side = nodes.get(row.speaker_id, row.speaker_id)
        others = spoken[row.article_id, row.start, row.end]
        if side not in sides or len(row.text.split()) < _FEWEST_WORDS or any(
                row.article_id == article and row.start < end and row.end > start and (owner == side or owner not in others)
                for article, owner, start, end in covered):
            continue
        covered.append((row.article_id, side, row.start, row.end))
        found.append(_statement_line(row, side, chains))
    return found


def _statement_line(row, side: str, chains: "Chains") -> Line:
    towards = chains.mentioned(row.article_id, row.start, row.end) - {side}
    title, outlet = chains.article(row.article_id)
    return Line(f"{row.article_id}:{row.start}:{row.end}", side, row.article_id, row.start, row.end, row.text, (),
                chains.of(row.article_id, row.start, row.end, outlet, side), denies_in_words(row.verb, f"{row.verb} {row.text}"), refers_back(row.text), towards,
                _words(row.text, {side, *towards}), (row.article_id,), title, outlet, row.verb)


class Chains:
    """Finds who stands between an article and what is said in a place of it."""

    def __init__(self, tables: Tables, articles: Iterable[str]) -> None:
        articles = set(articles)
        self._names = {actor: actor_label(name, role, country, actor)
                       for name, role, country, actor in row_by_row(tables.actors[["name", "role", "country", "actor_id"]])}
        self._nodes = nodes_of(tables)
        self._statements = _by_article(tables.statements, articles)
        self._mentions = _by_article(tables.mentions, articles)
        self._articles = {row.article_id: row for row in row_by_row(_by_ids(tables.articles, articles))}

    def article(self, article_id: str) -> tuple[str, str]:
        """Title and publisher."""
        row = self._articles[article_id]
        return row.title, row.source

    def text(self, article_id: str) -> str:
        """The article's text."""
        return self._articles[article_id].text

    def of(self, article_id: str, start: int, end: int, outlet: str, side: str, teller: tuple[str, str] = ("", "")) -> tuple[Link, ...]:
        """The publisher, then the speaker of each statement around the place, the widest first, each speaker once.

        Where one statement has several speakers, those of ``side`` are named if there are such. The last is ``teller`` (an actor and
        a voice) where no words of that side hold the place: of « Alger accuse Rabat » Algiers.
        """
        middle = (start + end) / 2
        around = [row for row in self._statements.get(article_id, ()) if row.start <= middle < row.end and row.speaker_id]
        shared = {(row.start, row.end) for row in around if self._nodes.get(row.speaker_id, row.speaker_id) == side}
        around = [row for row in around if (row.start, row.end) not in shared
                  or self._nodes.get(row.speaker_id, row.speaker_id) == side]
        links = {}
        for row in sorted(around, key=lambda row: row.start - row.end):
            links.setdefault(row.speaker_id, Link(self._names.get(row.speaker_id, row.speaker_id), row.voice))
        if side and teller[0] and side not in {self._nodes.get(speaker, speaker) for speaker in links}:
            links[teller[0]] = Link(self._names.get(teller[0], teller[0]), teller[1])
        return (Link(outlet, ""), *links.values())

    def mentioned(self, article_id: str, start: int, end: int) -> frozenset[str]:
        """Countries and organisations of the actors mentioned in a place."""
        return frozenset(self._nodes.get(row.actor_id, row.actor_id) for row in self._mentions.get(article_id, ())
                         if start <= row.start and row.end <= end and row.actor_id)


def _by_ids(table: pd.DataFrame, articles: set[str]) -> pd.DataFrame:
    return table[table["article_id"].isin(articles)]


def _by_article(table: pd.DataFrame, articles: set[str]) -> dict[str, list]:
    found: dict[str, list] = {}
    for row in row_by_row(_by_ids(table, articles)):
        found.setdefault(row.article_id, []).append(row)
    return found


def folded(lines: Iterable[Line]) -> list[Line]:
    """Lines of one side that are retold in other articles → one line each, with all its articles.

    The same sentence, or the same acts in words of which seven in ten, and three at least, are common.
    """
    kept: list[Line] = []
    for line in lines:
        at = next((at for at, other in enumerate(kept) if _retold(line, other)), None)
        if at is None:
            kept.append(line)
        elif line.article_id not in kept[at].articles:
            kept[at] = kept[at]._replace(articles=(*kept[at].articles, line.article_id))
    return kept


def _retold(line: Line, other: Line) -> bool:
    if line.side != other.side or line.denies != other.denies or line.article_id in other.articles:
        return False
    return line.text == other.text or (line.acts == other.acts and likeness(line.words, other.words).retold)
