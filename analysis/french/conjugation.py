"""French conjugation by rule: the forms of a verb, for checking and mending the lemmas that the pipeline learnt.

The treebanks hold some 7,000 verb tokens, so that « enjoignent » or « pourfendit » are never seen in training.
Simple tenses of the third person are what agency prose has; the other persons are given where a rule yields them.
Classes and endings are those of any school grammar (Bescherelle's numbering is not used).
"""

from __future__ import annotations

from collections.abc import Iterator

PRESENT_ER = ("e", "es", "e", "ons", "ez", "ent")
IMPERFECT = ("ais", "ais", "ait", "ions", "iez", "aient")
FUTURE = ("ai", "as", "a", "ons", "ez", "ont")
PAST_A = ("ai", "as", "a", "âmes", "âtes", "èrent")
PAST_I = ("is", "is", "it", "îmes", "îtes", "irent")
PAST_U = ("us", "us", "ut", "ûmes", "ûtes", "urent")
PAST_IN = ("ins", "ins", "int", "înmes", "întes", "inrent")
SUBJUNCTIVE = ("e", "es", "e", "ions", "iez", "ent")
PASTS = {"i": PAST_I, "u": PAST_U, "in": PAST_IN}

#: infinitive ending: stem of nous and ils in the present, ending letters of the singular, stem of the past with its
#: vowel, masculine participle, stem of the future; "-" stands for the verb's own stem
PATTERNS: dict[str, tuple[str, str, tuple[str, str, str], str, str, str, str]] = {
    # ending: (nous stem, ils stem, (je, tu, il), past stem, past vowel, participle, future stem)
    "venir": ("ven", "vienn", ("viens", "viens", "vient"), "v", "in", "venu", "viendr"),
    "tenir": ("ten", "tienn", ("tiens", "tiens", "tient"), "t", "in", "tenu", "tiendr"),
    "quérir": ("quér", "quièr", ("quiers", "quiers", "quiert"), "qu", "i", "quis", "querr"),
    "courir": ("cour", "cour", ("cours", "cours", "court"), "cour", "u", "couru", "courr"),
    "mourir": ("mour", "meur", ("meurs", "meurs", "meurt"), "mour", "u", "mort", "mourr"),
    "ouvrir": ("ouvr", "ouvr", ("ouvre", "ouvres", "ouvre"), "ouvr", "i", "ouvert", "ouvrir"),
    "offrir": ("offr", "offr", ("offre", "offres", "offre"), "offr", "i", "offert", "offrir"),
    "souffrir": ("souffr", "souffr", ("souffre", "souffres", "souffre"), "souffr", "i", "souffert", "souffrir"),
    "cueillir": ("cueill", "cueill", ("cueille", "cueilles", "cueille"), "cueill", "i", "cueilli", "cueiller"),
    "partir": ("part", "part", ("pars", "pars", "part"), "part", "i", "parti", "partir"),
    "sortir": ("sort", "sort", ("sors", "sors", "sort"), "sort", "i", "sorti", "sortir"),
    "sentir": ("sent", "sent", ("sens", "sens", "sent"), "sent", "i", "senti", "sentir"),
    "mentir": ("ment", "ment", ("mens", "mens", "ment"), "ment", "i", "menti", "mentir"),
    "servir": ("serv", "serv", ("sers", "sers", "sert"), "serv", "i", "servi", "servir"),
    "fuir": ("fuy", "fui", ("fuis", "fuis", "fuit"), "fu", "i", "fui", "fuir"),
    "prendre": ("pren", "prenn", ("prends", "prends", "prend"), "pr", "i", "pris", "prendr"),
    "mettre": ("mett", "mett", ("mets", "mets", "met"), "m", "i", "mis", "mettr"),
    "battre": ("batt", "batt", ("bats", "bats", "bat"), "batt", "i", "battu", "battr"),
    "vaincre": ("vainqu", "vainqu", ("vaincs", "vaincs", "vainc"), "vainqu", "i", "vaincu", "vaincr"),
    "rompre": ("romp", "romp", ("romps", "romps", "rompt"), "romp", "i", "rompu", "rompr"),
    "écrire": ("écriv", "écriv", ("écris", "écris", "écrit"), "écriv", "i", "écrit", "écrir"),
    "scrire": ("scriv", "scriv", ("scris", "scris", "scrit"), "scriv", "i", "scrit", "scrir"),
    "dire": ("dis", "dis", ("dis", "dis", "dit"), "d", "i", "dit", "dir"),
    "lire": ("lis", "lis", ("lis", "lis", "lit"), "l", "u", "lu", "lir"),
    "rire": ("ri", "ri", ("ris", "ris", "rit"), "r", "i", "ri", "rir"),
    "suffire": ("suffis", "suffis", ("suffis", "suffis", "suffit"), "suff", "i", "suffi", "suffir"),
    "uire": ("uis", "uis", ("uis", "uis", "uit"), "uis", "i", "uit", "uir"),
    "aindre": ("aign", "aign", ("ains", "ains", "aint"), "aign", "i", "aint", "aindr"),
    "eindre": ("eign", "eign", ("eins", "eins", "eint"), "eign", "i", "eint", "eindr"),
    "oindre": ("oign", "oign", ("oins", "oins", "oint"), "oign", "i", "oint", "oindr"),
    "naître": ("naiss", "naiss", ("nais", "nais", "naît"), "naqu", "i", "né", "naîtr"),
    "connaître": ("connaiss", "connaiss", ("connais", "connais", "connaît"), "conn", "u", "connu", "connaîtr"),
    "paraître": ("paraiss", "paraiss", ("parais", "parais", "paraît"), "par", "u", "paru", "paraîtr"),
    "croître": ("croiss", "croiss", ("crois", "crois", "croît"), "cr", "u", "cru", "croîtr"),
    "vivre": ("viv", "viv", ("vis", "vis", "vit"), "véc", "u", "vécu", "vivr"),
    "suivre": ("suiv", "suiv", ("suis", "suis", "suit"), "suiv", "i", "suivi", "suivr"),
    "croire": ("croy", "croi", ("crois", "crois", "croit"), "cr", "u", "cru", "croir"),
    "plaire": ("plais", "plais", ("plais", "plais", "plaît"), "pl", "u", "plu", "plair"),
    "taire": ("tais", "tais", ("tais", "tais", "tait"), "t", "u", "tu", "tair"),
    "exclure": ("exclu", "exclu", ("exclus", "exclus", "exclut"), "excl", "u", "exclu", "exclur"),
    "conclure": ("conclu", "conclu", ("conclus", "conclus", "conclut"), "concl", "u", "conclu", "conclur"),
    "inclure": ("inclu", "inclu", ("inclus", "inclus", "inclut"), "incl", "u", "inclus", "inclur"),
    "résoudre": ("résolv", "résolv", ("résous", "résous", "résout"), "résol", "u", "résolu", "résoudr"),
    "recevoir": ("recev", "reçoiv", ("reçois", "reçois", "reçoit"), "reç", "u", "reçu", "recevr"),
    "cevoir": ("cev", "çoiv", ("çois", "çois", "çoit"), "ç", "u", "çu", "cevr"),
    "devoir": ("dev", "doiv", ("dois", "dois", "doit"), "d", "u", "dû", "devr"),
    "voir": ("voy", "voi", ("vois", "vois", "voit"), "v", "i", "vu", "verr"),
    "prévoir": ("prévoy", "prévoi", ("prévois", "prévois", "prévoit"), "prév", "i", "prévu", "prévoir"),
    "ouvoir": ("ouv", "euv", ("eus", "eus", "eut"), "", "u", "u", "ouvr"),
    "surseoir": ("sursoy", "sursoi", ("sursois", "sursois", "sursoit"), "surs", "i", "sursis", "surseoir"),
    "asseoir": ("assey", "assey", ("assieds", "assieds", "assied"), "ass", "i", "assis", "assiér"),
    "endre": ("end", "end", ("ends", "ends", "end"), "end", "i", "endu", "endr"),
    "ondre": ("ond", "ond", ("onds", "onds", "ond"), "ond", "i", "ondu", "ondr"),
    "erdre": ("erd", "erd", ("erds", "erds", "erd"), "erd", "i", "erdu", "erdr"),
    "ir": ("iss", "iss", ("is", "is", "it"), "", "i", "i", "ir"),
}

#: forms that no pattern yields
IRREGULAR = {
    "faire": "fais fait faisons faites font faisais faisait faisions faisiez faisaient fis fit fîmes firent ferai feras "
             "fera ferons ferez feront ferais ferait ferions feriez feraient fasse fasses fassions fassiez fassent fît "
             "faits faite faisant faire",
    "aller": "vais vas va allons allez vont allais allait allions alliez allaient allai alla allèrent irai iras ira "
             "irons irez iront irais irait irions iriez iraient aille ailles aillent allât allé allée allés allées "
             "allant aller",
    "pouvoir": "peux peut pouvons pouvez peuvent pouvais pouvait pouvions pouviez pouvaient put purent pourrai pourras "
               "pourra pourrons pourrez pourront pourrais pourrait pourrions pourriez pourraient puisse puisses "
               "puissions puissiez puissent pût pouvant pouvoir",
    "vouloir": "veux veut voulons voulez veulent voulais voulait voulions vouliez voulaient voulut voulurent voudrai "
               "voudras voudra voudrons voudrez voudront voudrais voudrait voudrions voudriez voudraient veuille "
               "veuillent veuillez voulût voulu voulue voulus voulues voulant vouloir",
    "savoir": "sais sait savons savez savent savais savait savions saviez savaient sut surent saurai sauras saura "
              "saurons saurez sauront saurais saurait saurions sauriez sauraient sache saches sachions sachiez sachent "
              "sût sachant savoir",
    "falloir": "faut fallait fallut faudra faudrait faille fallût fallu falloir",
    "valoir": "vaux vaut valons valez valent valais valait valaient valut valurent vaudra vaudront vaudrait vaudraient "
              "vaille vaillent valût valu value valus values valant valoir",
    "mouvoir": "meut meuvent mouvait mut murent mouvra mouvrait meuve meus mouvaient mouvront mouvraient mû mu mue mus mues mouvant mouvoir",
    "absoudre": "absous absout absolvons absolvent absolvait absolvaient absoudra absoudrait absolve absoute absoutes "
                "absolvant absoudre",
    "dissoudre": "dissous dissout dissolvons dissolvent dissolvait dissolvaient dissoudra dissoudrait dissolve dissolvent "
                 "dissoute dissoutes dissolvant dissoudre",
    "clore": "clos clôt closent clora clorait close closes clore",
    "haïr": "hais hait haïssons haïssez haïssent haïssait haïssaient haïra haïrait haïsse haï haïe haïs haïes haïssant haïr",
}
CONTRARY = ("contredire", "prédire", "interdire", "médire", "maudire")


def forms(verb: str) -> set[str]:
    """All simple forms, participles with their agreement, the infinitive: « exiger » exige, exigea, exigées, …

    Raises ValueError for a verb of no known class.
    """
    for whole in IRREGULAR:
        if verb.endswith(whole) and (verb == whole or verb[: -len(whole)] in ("re", "dé", "satis", "contre", "pré", "é",
                                                                               "équi", "sur", "pro")):
            prefix = verb[: -len(whole)]
            return {prefix + form for form in IRREGULAR[whole].split()}
    if verb.endswith("er") and len(verb) > 2:
        return set(_first_group(verb)) | {verb}
    ending = max((e for e in PATTERNS if verb.endswith(e)), key=len, default=None)
    if ending is None:
        raise ValueError(f"no conjugation known for {verb!r}")
    return set(_by_pattern(verb, ending)) | {verb}


def _agreed(participle: str) -> Iterator[str]:
    plain = participle.replace("dû", "du") if participle.endswith("dû") else participle
    yield participle
    yield plain + "e"
    yield plain if plain.endswith("s") else plain + "s"
    yield plain + "es"


def _by_pattern(verb: str, ending: str) -> Iterator[str]:
    """Forms of the second and third groups."""
    stem = verb[: -len(ending)]
    we, they, singular, past, vowel, participle, future = PATTERNS[ending]
    yield from (stem + form for form in singular)
    yield from (stem + we + form for form in ("ons", "ez", *IMPERFECT, "ant"))
    yield stem + they + "ent"
    yield from (stem + future + form for form in (*FUTURE, *IMPERFECT))
    yield from (stem + past + form for form in PASTS[vowel])
    yield stem + past + {"i": "ît", "u": "ût", "in": "înt"}[vowel]
    yield from (stem + they + form for form in ("e", "es", "ent"))
    yield from (stem + we + form for form in ("ions", "iez"))
    yield from (stem + form for form in _agreed(participle))
    if verb.endswith("dire") and verb not in CONTRARY:
        yield stem + "dites"
    if verb == "maudire":
        yield from ("maudissait", "maudissent", "maudissant", "maudissaient")


def _first_group(verb: str) -> Iterator[str]:
    """Forms of verbs in -er: soft c and g kept (lançait, exigea), mute e opened (achète, appelle, réitère, appuie)."""
    stem = verb[:-2]
    open_stem = _opened(stem)
    soft = {"c": stem[:-1] + "ç", "g": stem + "e"}.get(stem[-1], stem)
    yield from (open_stem + form for form in ("e", "es", "ent"))
    yield from (soft + form for form in ("ons", "ant", "ais", "ait", "aient", "ai", "as", "a", "âmes", "âtes", "ât"))
    yield from (stem + form for form in ("ez", "ions", "iez", "èrent", "é", "ée", "és", "ées"))
    keeps = stem != open_stem and "é" in stem[-3:] and not stem.endswith(("ey", "oy"))
    futures = {open_stem, stem} if keeps else {open_stem}
    if stem.endswith("envoy"):
        yield from (stem[:-3] + "verr" + form for form in (*FUTURE, *IMPERFECT))
        return
    for base in futures:
        yield from (base + "er" + form for form in (*FUTURE, *IMPERFECT))


DOUBLED = ("appel", "rappel", "jet", "rejet", "projet", "interpel", "renouvel", "épel", "étincel", "morcel", "ficel",
           "chancel", "amoncel", "ensorcel", "muscel", "feuillet", "cachet", "étiquet")


def _opened(stem: str) -> str:
    """The stem before a mute e: appell-, achèt-, réitèr-, appui-."""
    if stem in DOUBLED:
        return stem + stem[-1]
    if stem.endswith(("oy", "uy")):
        return stem[:-1] + "i"
    tail = 2 if stem[-2:] in ("gr", "vr", "br", "tr", "dr", "pr", "cr", "gn", "ch", "qu", "gu", "cl", "bl") else 1
    vowel = len(stem) - tail - 1
    if vowel >= 0 and stem[vowel] in "eé" and not (stem[vowel] == "e" and (tail == 2 and stem[-2:] != "vr")):
        return stem[:vowel] + "è" + stem[vowel + 1 :]
    return stem
