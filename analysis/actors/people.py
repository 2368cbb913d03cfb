"""People by name: full names of the tables, their spelling variants, and people found by what stands around them."""
from functools import cache

from analysis import world
from analysis.actors.cast import Cast
from analysis.actors.evidence import barred_name, is_byline, is_person, place_end
from analysis.actors.lexicon import first_names, historical_people, names_trie, not_people, title_words
from analysis.actors.names import Sequence, initial, sequences
from analysis.actors.scene import Scene
from analysis.actors.standing import distance
from analysis.actors.surnames import Named, is_surname, newcomer, read_surnames
from analysis.actors.trie import Hit
from analysis.actors.variants import variant
from analysis.actors.words import Words
from analysis.records import Actor
from analysis.spelling import fold_words

_NUMERALS = frozenset("II III IV V VI VII VIII IX X XI XII XIII XIV XV XVI XXIII Ier".split())
_HONORIFICS = frozenset("sheikh cheikh hadj hajj sir lord lady dr sayyed mollah imam monseigneur mgr saint".split())


def read_people(scene: Scene, cast: Cast) -> list[Named]:
    """All names of people, in order; full names first, so that a surname in the title finds its owner."""
    barred = bytearray(scene.owner)
    for i in scene.office_words:
        barred[i] = 1
    found = []
    for hit in scene.hits:
        person = _starts_person(hit)
        name = _table_person(scene, cast, hit) if person else None
        if name:
            found.append(name)
        taken = name if person else hit
        if taken:
            barred[taken.first:taken.last] = b"\1" * (taken.last - taken.first)
    rest = [_without_title(scene.words, seq) for seq in sequences(scene.words, barred)]
    found += _full_names(scene, cast, rest)
    found += _listed(scene, cast, rest, found)
    done = {n.first for n in found}
    found += read_surnames(scene, cast, [s for s in rest if s.first not in done])
    return sorted(found)


def _without_title(words: Words, seq: Sequence) -> Sequence:
    """« Sheikh Mohammed … », « Président Macron », « (le député du) Pas-de-Calais X »: a title or place before a name is no part."""
    first = place_end(words, seq)
    first = first if 0 < first < seq.last else _behind_place(words, seq)
    while first + 1 < seq.last and words.fold[first] in _before_names() and words.gap[first] == " ":
        first += 1
    return seq if first == seq.first else seq._replace(first=first)


@cache
def _before_names() -> frozenset[str]:
    """Folded words that are no part of the name after them."""
    return _HONORIFICS | title_words()


def _behind_place(words: Words, seq: Sequence) -> int:
    """The given name in « le député de l'Ain Xavier Breton », « en Thuringe Björn Höcke », else the first word."""
    first, given = seq.first, seq.last - 2
    if given <= first or words.fold[given] not in first_names() or words.fold[first] in first_names() or words.gap[given - 1] != " ":
        return first
    k = first - 1
    if k > 0 and words.fold[k] in ("l", "la", "les"):
        k -= 1
    titled = k > 0 and words.fold[k] in ("de", "d", "du", "des") and words.fold[k - 1] in title_words()
    return given if titled or k >= 0 and words.fold[k] in ("en", "sur") else first


def _starts_person(hit: Hit) -> bool:
    return any([entry.kind in ("person", "historical") for entry in hit.entries])


def _table_person(scene: Scene, cast: Cast, hit: Hit) -> Named | None:
    """A full name of the table; of several people of that name the one in office nearest to the date."""
    words = scene.words
    if hit.last < len(words) and words.gap[hit.last - 1] == " " and words.fold[hit.last] in ("jr", "junior"):
        return None
    ids = [e.key for e in hit.entries if e.kind == "person"]
    if (hit.last == hit.first + 1 or not ids) and hit.first and words.fold[hit.first - 1] in not_people()["before"]:
        return None
    last = hit.last + _numeral(words, hit.last)
    ids = _numbered(words, hit, last) or ids
    actor = cast.known(_likeliest(scene, ids)) if ids else _historical(cast, hit)
    scene.add(hit.first, last, actor, "name")
    return Named(hit.first, last, actor.actor_id, True)


def _likeliest(scene: Scene, ids: list[str]) -> str:
    """Of people of one name the one in office nearest to the date, of those the one whose state the article names most."""
    if len(ids) == 1:
        return ids[0]
    return min(ids, key=lambda key: (distance(scene, key), -scene.told[world.people()[key].country]))


def _numbered(words: Words, hit: Hit, last: int) -> list[str]:
    """« le roi Abdallah II »: the person of the table whose name holds the numeral."""
    if last == hit.last:
        return []
    node = names_trie().get(words.fold[hit.last - 1], {}).get(words.fold[hit.last], {})
    return [e.key for e in node.get("", ()) if e.kind == "person"]


def _historical(cast: Cast, hit: Hit) -> Actor:
    """Somebody of the past (Staline, Kadhafi), without an office at the date."""
    row = historical_people()[hit.entries[0].key]
    return cast.new(row["name"], row["country"], gender=row["gender"])


def _numeral(words: Words, i: int) -> int:
    """1 where word i is the Roman numeral of the name before it (Elizabeth II, François Ier), else 0."""
    return int(0 < i < len(words) and words.gap[i - 1] == " " and words.form[i] in _NUMERALS)


def _full_names(scene: Scene, cast: Cast, rest: list[Sequence]) -> list[Named]:
    """Names of two words or more that the tables do not have: spelling variants, then people found by evidence."""
    found = []
    for seq in rest:
        if seq.last - seq.first < 2 or is_surname(scene, cast, seq):
            continue
        if (seq.upper and scene.shouting(seq.first)) or initial(scene.words, seq.first) and seq.last - seq.first == 2:
            continue
        known = _part_of(scene, cast, seq)
        key = "" if known else variant(scene, seq)
        if known:
            actor = known
        elif key:
            actor = cast.known(key)
        elif is_person(scene, seq):
            actor = newcomer(scene, cast, seq)
        else:
            continue
        scene.add(seq.first, seq.last, actor, "name")
        found.append(Named(seq.first, seq.last, actor.actor_id, True))
    return found


def _part_of(scene: Scene, cast: Cast, seq: Sequence) -> Actor | None:
    """« Mme Lucia Ramirez » after « Marta Lucia Ramirez »: the last words of a full name of the article."""
    folded = scene.words.fold[seq.first:seq.last]
    actor = cast.by_surname((folded[-1],))
    return actor if actor and set(folded) <= set(fold_words(actor.name)) else None


def _listed(scene: Scene, cast: Cast, rest: list[Sequence], found: list[Named]) -> list[Named]:
    """Names in a list beside a full name: « Jean Dupont, Zdenka Horvat et Ali Karim »."""
    words, more = scene.words, []
    starts, ends = {n.first for n in found if n.full}, {n.last for n in found if n.full}
    for seq in rest:
        if seq.first in starts or seq.last - seq.first < 2 or seq.upper or is_surname(scene, cast, seq):
            continue
        if not _beside(words, seq, starts, ends) or barred_name(words, seq) or is_byline(words, seq.first):
            continue
        actor = newcomer(scene, cast, seq)
        scene.add(seq.first, seq.last, actor, "name")
        more.append(Named(seq.first, seq.last, actor.actor_id, True))
        starts.add(seq.first)
        ends.add(seq.last)
    return more


def _beside(words: Words, seq: Sequence, starts: set[int], ends: set[int]) -> bool:
    """Whether a full name ends right before the sequence or starts right after it, across a comma or « et »."""
    after = seq.last + (seq.last < len(words) and words.fold[seq.last] == "et")
    before = seq.first - (seq.first > 0 and words.fold[seq.first - 1] == "et")
    if after in starts and words.gap[seq.last - 1] in (", ", " "):
        return True
    return before > 0 and before in ends and words.gap[before - 1] in (", ", " ")
