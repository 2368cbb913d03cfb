"""Institutions of states by pattern: « le gouvernement turc », « l'armée syrienne », « le ministère chinois de la Défense ».

Governments, authorities, regimes, administrations are the state itself, as annotators key them; armies, ministries,
parliaments, embassies are institutions with an id of their own (SYR-armee).
"""
from analysis import world
from analysis.actors.lexicon import institution_sizes, institutions
from analysis.actors.offices import read_adjectives
from analysis.actors.scene import Scene, country, named, organisation
from analysis.records import Actor
from analysis.spelling import fold

_DETERMINERS = frozenset("le la les l du des aux au un une ses son sa leur leurs nos d certains plusieurs".split())
_OF = frozenset(("de", "du", "des", "d"))
_HEADS = frozenset(("ministere", "departement"))
_MASCULINE = frozenset("parlement senat parquet consulat renseignement peuple etat-major ministere conseil".split())
_FEMININE_PLURAL = frozenset("forces milices familles femmes entreprises universites victimes douanes collectivites".split())
_PORTFOLIO_ADJECTIVES = frozenset("etrangeres exterieures nationale interieure publique federal etrangere".split())
#: words of a portfolio that do not go into an id
PORTFOLIO_STOPS = frozenset(("de", "la", "le", "l", "des", "du", "et", "d"))


def read_institutions(scene: Scene) -> None:
    """Mentions of governments, armies, ministries and the like of a named state."""
    words, table, done = scene.words, institutions(), 0
    for i in scene.places["institutions"]:
        if i >= done and i not in scene.office_words:
            done = _ministry(scene, i) if words.fold[i] in _HEADS else _institution(scene, table, i)


def first_words() -> set[str]:
    """The words that such an institution begins with, folded."""
    return institution_sizes().keys() | _HEADS


def _institution(scene: Scene, table: dict, i: int) -> int:
    """An institution's noun at word i with a state's adjective or « de … » after it; its end, or 0."""
    words = scene.words
    for length in institution_sizes()[words.fold[i]]:
        row = table.get(tuple(words.fold[i:i + length])) if i + length <= len(words) else None
        if row is None or not scene.free(i, i + length):
            continue
        if not all(words.tight(k) for k in range(i, i + length - 1)):
            continue
        if row["word"] == "Etat" and not words.cap[i]:
            return 0
        return _with_state(scene, row, i, i + length)
    return 0


def _with_state(scene: Scene, row: dict[str, str], i: int, last: int) -> int:
    words = scene.words
    if last >= len(words) or not words.tight(last - 1):
        return 0
    skip = _past_adjectives(scene, last)
    end, codes = read_adjectives(scene, skip)
    if codes and row["suffix"] == "presidence" and _of_organisation(scene, end):
        return 0
    if codes and not words.cap[skip]:
        for code, a, b in codes:
            _add(scene, row, code, _start(words, i) if len(codes) == 1 else a, end if len(codes) == 1 else b)
        return end
    if words.fold[last] in _OF:
        k = last + 1 + (words.fold[last + 1:last + 2] in (["la"], ["l"]))
        hit = scene.state_at.get(k)
        if hit and row["kind"] != "group" and hit[0] in world.countries():
            _add(scene, row, hit[0], _start(words, i), hit[1])
            return hit[1]
        if row["kind"] == "country" or row["suffix"] == "armee":
            return _of_person(scene, row, i, last)
    return 0


def _of_organisation(scene: Scene, i: int) -> bool:
    """« la présidence suisse de l'OSCE » is held by the state, and no institution of it."""
    words = scene.words
    k = i + 1 + (words.fold[i + 1:i + 2] in (["la"], ["l"], ["le"]))
    hit = scene.state_at.get(k) if words.fold[i:i + 1] and words.fold[i] in _OF else None
    return hit is not None and hit[0] in world.organisations()


def _past_adjectives(scene: Scene, i: int) -> int:
    """The first word from i on that is no plain adjective (« les services secrets turcs »), two words on at most."""
    words, k = scene.words, i
    while k < len(words) and k - i < 2 and words.pos[k] == "ADJ" and not words.cap[k] and k not in scene.adjectives and words.tight(k):
        k += 1
    return k


def _of_person(scene: Scene, row: dict[str, str], i: int, last: int) -> int:
    """« le régime de Bachar al-Assad », « le gouvernement du président Aliev »: the person's state."""
    for k in range(last + 1, min(last + 6, len(scene.words))):
        if k in scene.person_at:
            end, actor_id = scene.person_at[k]
            code = scene.actors[actor_id].country
            if code:
                _add(scene, row, code, _start(scene.words, i), end if row["kind"] == "country" else last)
                return last
            return 0
        if not scene.words.tight(k - 1) or scene.words.pos[k] in ("VERB", "AUX"):
            return 0
    return 0


def _start(words, i: int) -> int:
    return i - 1 if i and words.fold[i - 1] in _DETERMINERS and words.gap[i - 1] in (" ", "'", "’") else i


def _add(scene: Scene, row: dict[str, str], code: str, first: int, last: int) -> None:
    actor = institution(row, code)
    if actor:
        scene.add(first, last, actor, "institution", own=row["kind"] != "country")


def institution(row: dict[str, str], code: str) -> Actor | None:
    """The actor of an institution's row in a state; the state itself for governments and authorities."""
    if code not in world.countries():
        return named(code) if row["kind"] == "country" else None
    if row["kind"] == "country":
        return country(code)
    if f"{code}-{row['suffix']}" in world.organisations():
        return organisation(f"{code}-{row['suffix']}")
    feminine = world.countries()[code].adjectives
    adjective = feminine[3 if row["name"].endswith("{as}") else 1] if feminine[0] else code
    if "{as}" in row["name"] or fold(row["name"].split(" ")[0]) in _MASCULINE:
        plural = 3 if fold(row["name"].split(" ")[0]) in _FEMININE_PLURAL else 2
        adjective = feminine[plural if "{as}" in row["name"] else 0]
    name = row["name"].replace("{as}", adjective).replace("{a}", adjective)
    return Actor(f"{code}-{row['suffix']}", name, row["kind"], code)


def stateless(row: dict[str, str]) -> Actor:
    """The crowd of an institution's row that belongs to no state (« les migrants », « des experts »)."""
    return Actor(row["suffix"], row["name"].replace(" {as}", ""), row["kind"])


def _ministry(scene: Scene, i: int) -> int:
    """« le ministère russe des Affaires étrangères », « le ministère de la Défense ukrainien »."""
    words = scene.words
    if not scene.free(i, i + 1):
        return 0
    end, codes = read_adjectives(scene, i + 1) if words.tight(i) else (i + 1, [])
    last = complement(scene, end)
    if not codes:
        after, codes = read_adjectives(scene, last) if last < len(words) and words.tight(last - 1) else (last, [])
        last = after if codes else last
    if len(codes) != 1 or codes[0][0] not in world.countries():
        return 0
    code = codes[0][0]
    scene.add(_start(words, i), last, ministry(scene, code, end, last, words.fold[i]), "institution")
    return last


def ministry(scene: Scene, code: str, first: int, last: int, head: str) -> Actor:
    """The ministry of a state whose portfolio the words first … last - 1 name (des Affaires étrangères)."""
    words = scene.words
    kept = [k for k in range(first, last) if k not in scene.adjective_words]
    portfolio = [words.fold[k] for k in kept if words.fold[k] not in PORTFOLIO_STOPS]
    key = "-".join((code, head, *portfolio[:3]))
    if key in world.organisations():
        return organisation(key)
    adjective = world.countries()[code].adjectives[0] or world.countries()[code].name
    complement_text = words.slice(first, last) if last > first else ""
    noun = "ministère" if head == "ministere" else "département"
    return Actor(key, f"{noun} {adjective} {complement_text}".strip(), "institution", code)


def complement(scene: Scene, i: int) -> int:
    """The end of « des Affaires étrangères », « de la Défense et des Anciens combattants » from word i on."""
    words, last = scene.words, i
    if i >= len(words) or words.fold[i] not in _OF:
        return i
    k = i + 1
    while k < len(words) and words.tight(k - 1) and k - i < 10:
        if words.cap[k] or words.fold[k] in _PORTFOLIO_ADJECTIVES:
            if (k in scene.adjectives and not words.cap[k]) or k in scene.state_at:
                break
            last = k + 1
        elif words.fold[k] not in ("la", "l", "le", "de", "des", "du", "et", "d"):
            break
        k += 1
    return last if last > i else i
