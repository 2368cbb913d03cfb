"""Personal pronouns as subjects: « il a ajouté », « a-t-elle dit », « ils ont rejeté », where one antecedent is likely."""
from operator import itemgetter

from analysis import world
from analysis.actors.scene import Scene
from analysis.records import Actor, Mention

_IMPERSONAL_NEXT = frozenset("y faut faudra faudrait fallait fallu s'agit agit suffit semble semblerait convient".split())
_BE = frozenset(("est", "etait", "serait", "sera"))
_SUBJECTS = frozenset(("nsubj", "nsubj:pass"))
_PRONOUNS = {"il": "m", "elle": "f"}
_TONIC = {"lui": "m", "elle": "f"}
WORDS = frozenset(("il", "elle", "ils", "elles", "lui"))
#: how many sentences back an antecedent may stand
REACH = 2


class Subjects:
    """Who was subject in which sentence, filled from left to right."""

    def __init__(self, scene: Scene) -> None:
        self.scene = scene
        self.of: dict[int, list[str]] = {}
        self.people: dict[int, list[str]] = {}

    def meet(self, mention: Mention, first: int, last: int) -> None:
        """Note a mention: its sentence's subject where it is one."""
        words = self.scene.words
        if mention.place:
            return
        sentence = words.sentence[first]
        if self.scene.actors[mention.actor_id].kind == "person":
            self.people.setdefault(sentence, []).append(mention.actor_id)
        if self._opens(first) or any([dep in _SUBJECTS for dep in words.dep[first:last]]) or self._joined(first, last):
            self.of.setdefault(sentence, []).append(mention.actor_id)

    def _opens(self, first: int) -> bool:
        """Whether the mention opens its sentence, alone or joined to the one that does: a subject, even unparsed."""
        words = self.scene.words
        if first and words.fold[first - 1] in ("le", "la", "l", "les"):
            first -= 1
        if first == 0 or words.sentence[first - 1] != words.sentence[first]:
            return True
        return words.fold[first - 1] == "et" and bool(self.of.get(words.sentence[first])) and (
            first < 5 or words.sentence[first - 5] != words.sentence[first])

    def _joined(self, first: int, last: int) -> bool:
        """Whether one of the words is joined to a subject by « et »."""
        words = self.scene.words
        return any(words.dep[k] == "conj" and words.doc[words.token[k]].head.dep_ in _SUBJECTS for k in range(first, last))

    def antecedent(self, sentence: int, gender: str, people_only: bool = False) -> Actor | None:
        """The likeliest antecedent of a singular pronoun in the sentence."""
        for back in range(REACH + 1):
            for table in (self.of, self.people):
                ids = list(dict.fromkeys(table.get(sentence - back, [])))
                fitting = [a for a in map(self.scene.actors.__getitem__, ids) if agrees(a, gender)]
                if people_only:
                    fitting = [a for a in fitting if a.kind == "person"]
                if len(fitting) == 1 or (fitting and table is self.of):
                    return fitting[0]
                if not back and not people_only and not fitting and self._body_speaks(ids):
                    return None
                if len(fitting) > 1:
                    return None
        return None

    def _body_speaks(self, ids: list[str]) -> bool:
        """Whether a body is the subject, for which « il » may stand as well (le Conseil annonce qu'il …)."""
        return any(self.scene.actors[key].kind in ("organisation", "institution") for key in ids)

    def group(self, sentence: int) -> list[Actor]:
        """The antecedents of « ils »: the subjects of the sentence before, where they are several or a plural one."""
        for back in range(REACH + 1):
            ids = list(dict.fromkeys(self.of.get(sentence - back, [])))
            actors = [self.scene.actors[key] for key in ids]
            if len(ids) == 1 and (actors[0].kind == "group" or _is_plural(actors[0].actor_id)):
                return actors
            kinds = {a.kind for a in actors}
            if 2 <= len(ids) <= 4 and len(kinds) == 1:
                return actors
            if ids:
                return []
        return []


def _is_plural(iso3: str) -> bool:
    row = world.countries().get(iso3)
    return row is not None and row.article == "les"


def agrees(actor: Actor, gender: str) -> bool:
    """Whether a pronoun of that gender may stand for the actor."""
    if actor.kind == "person":
        return actor.gender == gender or (not actor.gender and gender == "m" and bool(actor.name))
    if actor.kind == "country":
        return gender_of(actor.actor_id) == gender
    return False


def gender_of(iso3: str) -> str:
    """Grammatical gender of a state's name: la Russie f, l'Iran m, l'Allemagne f, Cuba m."""
    row = world.countries().get(iso3)
    if row is None or row.article == "les":
        return ""
    if row.article == "la":
        return "f"
    return "f" if row.article == "l'" and row.name.endswith("e") else "m"


def read_pronouns(scene: Scene, quoted: bytearray) -> None:
    """Add a mention for each il and elle whose antecedent is likely; what is quoted is left to the statements."""
    words, subjects = scene.words, Subjects(scene)
    spans = sorted(scene.spans, key=itemgetter(0))
    waiting = iter(spans)
    ends = {last: mention.actor_id for _, last, mention in spans if not mention.place}
    ahead = next(waiting, None)
    for i in [place for place in scene.places["pronouns"] if not quoted[place]]:
        while ahead and ahead[0] <= i:
            if not quoted[ahead[0]]:
                subjects.meet(ahead[2], ahead[0], ahead[1])
            ahead = next(waiting, None)
        for actor in _antecedents(scene, subjects, i, ends):
            scene.add(i, i + 1, actor, "pronoun", own=False)
            subjects.of.setdefault(words.sentence[i], []).append(actor.actor_id)


def _of_relative(scene: Scene, ends: dict[int, str], i: int) -> Actor | None:
    """« le président américain, qui annonçait qu'il … »: the one of whom the relative clause speaks."""
    words = scene.words
    for k in range(i - 2, max(i - 14, 0), -1):
        if words.sentence[k] != words.sentence[i] or words.dep[k] == "nsubj" and words.fold[k] != "qui":
            return None
        if words.fold[k] == "qui":
            return scene.actors[ends[k]] if k in ends and words.gap[k - 1] in (" ", ", ") else None
    return None


def _antecedents(scene: Scene, subjects: Subjects, i: int, ends: dict[int, str]) -> list[Actor]:
    """Whom the pronoun at word i stands for."""
    words = scene.words
    word, before = words.fold[i], words.fold[i - 1] if i else ""
    if word in ("ils", "elles"):
        return subjects.group(words.sentence[i]) if words.pos[i] in ("PRON", "PROPN", "NOUN") else []
    if word in ("lui", "elle") and before in ("selon", "apres", "pour") and word in _TONIC:
        actor = subjects.antecedent(words.sentence[i], _TONIC[word], people_only=True) if before == "selon" else None
        return [actor] if actor else []
    if word not in _PRONOUNS or not _is_subject(scene, i):
        return []
    inverted = bool(i) and words.gap[i - 1] == "-"
    told = _of_relative(scene, ends, i) if before == "qu" else None
    if told and agrees(told, _PRONOUNS[word]):
        return [told]
    actor = subjects.antecedent(words.sentence[i], _PRONOUNS[word], people_only=inverted)
    return [actor] if actor else []


def _is_subject(scene: Scene, i: int) -> bool:
    """Whether il or elle at word i is a personal subject, not « il faut », « il y a », « il est probable »."""
    words = scene.words
    if i and words.fold[i - 1] == "t" and words.gap[i - 1] == "-":
        return True
    after = words.fold[i + 1:i + 4]
    verb = after[1:] if after[:1] and after[0] in ("n", "ne", "s", "se", "en") else after
    if verb[:1] and verb[0] in _IMPERSONAL_NEXT:
        return False
    if after[:1] and after[0] in _BE and len(after) > 2 and words.pos[i + 2] == "ADJ" and after[2] in ("de", "d", "que", "qu"):
        return False
    return words.dep[i] not in ("expl:subj", "expl") or words.fold[i] == "elle"
