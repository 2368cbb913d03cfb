"""States and organisations: names, capitals and seats of power that act, demonyms, periphrases.

A capital is a mention where it acts (« Moscou accuse », « les affirmations de Moscou ») and nothing where it is a place
(« à Pékin », « l'accord de Paris »); a country is always kept, as a place in « en Syrie ».
"""
from analysis import world
from analysis.actors.institutions import institution
from analysis.actors.lexicon import adjectives, first_names, institutions, place_cues
from analysis.actors.names import MONTHS
from analysis.actors.scene import Scene, country, named, organisation, person
from analysis.actors.trie import Entry, Hit
from analysis.actors.words import Words
from analysis.records import Actor

#: organisations' names that stand for their members, and bodies that stand for themselves
_COLLECTIVES = {"E3": ("FRA", "DEU", "GBR"), "deux-corees": ("PRK", "KOR")}
_BODIES = frozenset(("ONU-conseil-securite", "UE-commission", "UE-conseil-europeen", "UE-conseil", "UE-parlement"))

_LOCATIVE = frozenset("en au aux dans vers depuis chez".split())
_DETERMINERS = frozenset("le la les l des aux du un une d ces ses leurs nos vos certains plusieurs quelques de entre que aux "
                         "tous deux trois quatre cinq dix mille 000 millions chaque milliers centaines dizaines".split())
_STRONG_AT = frozenset("face grace quant contrairement hostile favorable oppose opposee liee lie fidele".split())


def read_states(scene: Scene) -> None:
    """Mentions of states, organisations and groups by name, capital, seat, demonym or periphrasis."""
    for hit in scene.hits:
        if not scene.free(hit.first, hit.last) or _inside_office(scene, hit):
            continue
        for entry in hit.entries:
            if _READERS[entry.kind](scene, hit, entry):
                break


def _inside_office(scene: Scene, hit: Hit) -> bool:
    """Institutions, seats and matters inside an office phrase (le chef de la diplomatie française) are no mention of their own."""
    if hit.first not in scene.office_words:
        return False
    if hit.last == hit.first + 1 and scene.words.fold[hit.first] == "europe":  # le ministre de l'Europe et des Affaires étrangères
        return True
    kinds = {world.organisations()[e.key].kind if e.kind == "organisation" else e.kind for e in hit.entries}
    return kinds <= {"seat", "institution"}


def _country(scene: Scene, hit: Hit, entry: Entry) -> bool:
    if part_of_name(scene, hit):
        return False
    place = scene.words.fold[hit.first - 1] in _LOCATIVE if hit.first else False
    scene.add(hit.first, hit.last, country(entry.key), "name", place)
    return True


def _capital(scene: Scene, hit: Hit, entry: Entry) -> bool:
    if part_of_name(scene, hit) or is_place(scene.words, hit) or _is_surname(scene.words, hit):
        return False
    actor = named(entry.key)
    if actor:
        scene.add(hit.first, hit.last, actor, "seat")
    return actor is not None


def _namesake(scene: Scene, hit: Hit, entry: Entry) -> bool:
    """A capital that is a town elsewhere too (Vienne): only where the article names its state."""
    return bool(scene.told[entry.key]) and _capital(scene, hit, entry)


def _ambiguous(scene: Scene, hit: Hit, entry: Entry) -> bool:
    """A form that is also something else (Vienne, Sofia): only as the subject of a verb; Washington acts like any capital."""
    words = scene.words
    if " ".join(words.fold[hit.first:hit.last]) in place_cues()["acts"]:
        return _capital(scene, hit, entry)
    if words.opens(hit.first) and words.pos[hit.first] != "PROPN":
        return False
    after = hit.last
    acts = after < len(words) and words.gap[after - 1] == " " and words.pos[after] in ("VERB", "AUX")
    return acts and _capital(scene, hit, entry)


def _seat(scene: Scene, hit: Hit, entry: Entry) -> bool:
    words = scene.words
    before = words.fold[hit.first - 1] if hit.first else ""
    actor = named(entry.key)
    if words.fold[hit.first] == "presidence":
        return False
    if actor is None or (before in ("a", "dans", "devant") and words.fold[hit.first - 2:hit.first - 1] != ["face"]):
        return False
    scene.add(hit.first, hit.last, actor, "seat")
    return True


def _organisation(scene: Scene, hit: Hit, entry: Entry) -> bool:
    if part_of_name(scene, hit):
        return False
    after = scene.words.fold[hit.last:hit.last + 1]
    if after and after[0].startswith("national") and scene.words.tight(hit.last - 1):
        return False
    if _is_date(scene.words, hit):
        return False
    for actor in members(entry.key):
        scene.add(hit.first, hit.last, actor, "name")
    return True


def _is_date(words: Words, hit: Hit) -> bool:
    """« les 28 et 29 août »: days, not the members of the Union."""
    if not words.form[hit.last - 1].isdigit() or hit.last >= len(words):
        return False
    after = words.fold[hit.last:hit.last + 2]
    return after[0] in MONTHS or (after[0] in ("et", "ou") and after[-1].isdigit())


def members(org_id: str) -> list[Actor]:
    """Whom an organisation's name stands for: a body of the UN the UN itself, a government its state, the E3 its three states."""
    if org_id in _COLLECTIVES:
        return [country(code) for code in _COLLECTIVES[org_id]]
    row = world.organisations()[org_id]
    if org_id.endswith("-gouvernement"):
        return [country(row.country)]
    if row.parent and org_id.startswith(f"{row.parent}-") and org_id not in _BODIES and row.kind == "organisation":
        return [organisation(row.parent)]
    return [organisation(org_id)]


def _periphrasis(scene: Scene, hit: Hit, entry: Entry) -> bool:
    words = scene.words
    if part_of_name(scene, hit):
        return False
    if entry.key == "UE" and words.fold[hit.first] == "europe" and (hit.first < 2 or words.fold[hit.first - 1] != "l"):
        scene.take(hit.first, hit.last)
        return True
    actor = named(entry.key) or _person_or_group(scene, entry.key, words.slice(hit.first, hit.last))
    scene.add(hit.first, hit.last, actor, "periphrasis")
    return True


def _person_or_group(scene: Scene, key: str, form: str) -> Actor:
    """A person of the table, or a group that only this room's periphrases name."""
    return person(key, scene) if key in world.people() else Actor(key, form, "group")


def _demonym(scene: Scene, hit: Hit, entry: Entry) -> bool:
    """« les Américains », « des Russes »: a capitalised plural noun after a determiner; « un Ukrainien » is one of its people."""
    words, codes = scene.words, entry.key.split("|")
    _, plural = adjectives()[tuple(words.fold[hit.first:hit.last])]
    if codes[0] == "SUN" or not words.cap[hit.first] or len(codes) > 1 or not hit.first or part_of_name(scene, hit):
        return False
    if not plural:
        return _one_of_a_people(scene, hit, codes[0])
    if words.fold[hit.first - 1] not in _DETERMINERS and words.pos[hit.first] not in ("NOUN", "PROPN"):
        return False
    scene.add(hit.first, hit.last, named(codes[0]) or country(codes[0]), "demonym")
    return True


def _one_of_a_people(scene: Scene, hit: Hit, code: str) -> bool:
    """« un Ukrainien »; « l'Ukrainien » is somebody whom the article names elsewhere."""
    if scene.words.fold[hit.first - 1] not in ("un", "une") or code not in world.countries():
        return False
    scene.add(hit.first, hit.last, institution(institutions()["ressortissants",], code), "demonym")
    return True


def _territory(scene: Scene, hit: Hit, entry: Entry) -> bool:
    """A region stands for its state only as a place; the Palestinian territories stand for Palestine."""
    if part_of_name(scene, hit):
        return False
    if hit.first and scene.words.fold[hit.first - 1] in ("a", "au", "aux"):
        return False
    scene.add(hit.first, hit.last, country(entry.key), "territory", place=True)
    return True


def _nothing(scene: Scene, hit: Hit, entry: Entry) -> bool:
    """Regions, treaties, papers: the words are taken, so that nobody is read inside them."""
    scene.take(hit.first, hit.last)
    return True


def _person(scene: Scene, hit: Hit, entry: Entry) -> bool:
    return False


_READERS = {"country": _country, "capital": _capital, "ambiguous": _ambiguous, "namesake": _namesake, "seat": _seat, "adjective": _demonym,
            "organisation": _organisation, "periphrasis": _periphrasis, "territory": _territory, "none": _nothing,
            "person": _person, "historical": _person}


def part_of_name(scene: Scene, hit: Hit) -> bool:
    """Whether the words belong to a longer proper name: Washington Post, Paris Saint-Germain, George Washington."""
    if _neighbour(scene, hit.last, hit.last - 1):
        return True
    return bool(hit.first) and _neighbour(scene, hit.first - 1, hit.first - 1, left=True)


def _neighbour(scene: Scene, i: int, gap: int, left: bool = False) -> bool:
    """Whether word i is a capitalised word of the same proper name, across the gap after word ``gap``."""
    words = scene.words
    if not left and i in scene.person_at and words.gap[gap] != "-":
        return False
    if i >= len(words) or words.gap[gap] not in (" ", "-", "\u00a0") or not words.cap[i]:
        return False
    if i in scene.starts or i in scene.ends or words.form[i][0].isdigit():
        return words.gap[gap] == "-" and not (i in scene.starts or i in scene.ends)
    if left and words.opens(i) and words.gap[gap] != "-":
        return words.pos[i] == "PROPN"
    if words.form[i].isupper() and len(words.form[i]) > 1:
        return words.fold[i] != "ong" and not scene.shouting(i)
    return not (left and words.fold[i] in ("le", "la", "les", "l", "du", "de", "au", "aux", "des"))


def _is_surname(words: Words, hit: Hit) -> bool:
    """« Washington (George) »: a name in the order of an index."""
    i = hit.last
    return i < len(words) and words.gap[i - 1] == " (" and words.fold[i] in first_names() and words.gap[i].startswith(")")


def _dateline(words: Words, hit: Hit) -> bool:
    """« Bogota, 23 fév 2019 (AFP) - », « New Delhi, 25 mars »: where a dispatch was written."""
    after = words.gap[hit.last - 1]
    if after == ", " and hit.last + 1 < len(words) and words.form[hit.last].isdigit() and words.opens(hit.first):
        return True
    if after != " (" or not words.opens(hit.first):
        return False
    end = next((k for k in range(hit.last, min(hit.last + 4, len(words))) if ")" in words.gap[k]), -1)
    return end >= 0 and any(dash in words.gap[end] for dash in "-–—") and words.form[hit.last].isupper()


def is_place(words: Words, hit: Hit) -> bool:
    """Whether a capital is only a place where it stands."""
    i = hit.first
    if _dateline(words, hit):
        return True
    if not i:
        return False
    before = words.fold[i - 1]
    if before in ("le", "la", "l") and i > 1:
        i, before = i - 1, words.fold[i - 2]
    if before in ("a", "au"):
        return not _dative(words, i - 1)
    if before in ("depuis", "vers", "dans", "sur", "sous", "hors", "chez", "via", "jusqu", "pres", "en", "rejoindre",
                  "gagner", "quitter", "quitte"):
        return True
    if before in ("de", "d", "du"):
        return _after_place_noun(words, i - 1)
    if words.pos[i - 1] == "ADJ" and i > 1 and words.gap[i - 2] == " " and words.gap[i - 1] == " ":
        before = words.fold[i - 2]
    return before in place_cues()["place"] and words.gap[hit.first - 1] in (" ", "-")


def _after_place_noun(words: Words, i: int) -> bool:
    """Whether the noun before « de » at word i makes the capital a place (ville de Moscou, accord de Paris)."""
    cues = place_cues()["place"]
    for k in range(i - 1, max(i - 4, -1), -1):
        if words.gap[k] not in (" ", "-", "\u00a0") or words.pos[k] in ("VERB", "AUX", "ADP", "DET", "PRON"):
            return words.fold[k] in cues and words.gap[k] == " "
        if words.fold[k] in cues:
            return True
    return False


def _dative(words: Words, i: int) -> bool:
    """Whether « à » at word i opens what an act is addressed to (reproche à Moscou), not a place (a dit à Moscou)."""
    cues = place_cues()["dative"]
    if i and words.pos[i - 1] == "AUX":
        return False
    for k in range(i - 1, max(i - 7, -1), -1):
        if words.sentence[k] != words.sentence[i]:
            return False
        if words.fold[k] in cues or words.fold[k] in _STRONG_AT or words.lemma(k) in cues or words.fold[k] + "r" in cues:
            return True
        if words.pos[k] in ("VERB",) or any(c in words.gap[k] for c in ",;:.()\"«»“”"):
            return False
    return False
