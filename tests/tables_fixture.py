"""Tables for tests of views, charts, exports and pages: a small hand-written corpus and random larger ones.

All people, articles and events in here are invented. ``small_tables`` holds every kind of row that a view must cope
with: month-only and unknown days, a span, an unresolved office, an organisation, a person without a country, a stance
without a target, negation, each voice, each sign.
"""
import random
from datetime import date, timedelta

import pandas as pd

from analysis.acts import ACTS, VOICES
from analysis.tables import ActorRow, ArticleRow, StanceRow, Tables, empty_tables, frame

_ACTORS = (
    ActorRow("FRA", "France", "country", "FRA", "", "Paris", "Q142"),
    ActorRow("RUS", "Russie", "country", "RUS", "", "Moscou", "Q159"),
    ActorRow("MAR", "Maroc", "country", "MAR", "", "Rabat", "Q1028"),
    ActorRow("DZA", "Algérie", "country", "DZA", "", "Alger", "Q262"),
    ActorRow("CHN", "Chine", "country", "CHN", "", "Pékin", "Q148"),
    ActorRow("ONU", "ONU", "organisation", "", "", "Nations unies", "Q1065"),
    ActorRow("helene-marchais", "Hélène Marchais", "person", "FRA", "ministre des Affaires étrangères", "Marchais", ""),
    ActorRow("youri-belkine", "Youri Belkine", "person", "RUS", "ministre des Affaires étrangères", "Belkine", ""),
    ActorRow("nadia-el-fassi", "Nadia El Fassi", "person", "MAR", "ministre des Affaires étrangères", "El Fassi", ""),
    ActorRow("CHN-ministre-defense", "", "person", "CHN", "ministre de la Défense", "", ""),
    ActorRow("DZA-ministere-affaires-etrangeres", "ministère algérien des Affaires étrangères", "institution", "DZA", "",
             "", ""),
    ActorRow("aloys-verne", "Aloys Verne", "person", "", "militant", "", ""),
)

_ARTICLES = (
    ("a1", "Paris et Rabat se rapprochent", date(2024, 3, 4), date(2024, 3, 4), "Le Courrier d'essai"),
    ("a2", "Moscou hausse le ton", date(2024, 3, 11), date(2024, 3, 11), "Agence témoin"),
    ("a3", "Alger convoque l'ambassadeur de France", date(2024, 4, 1), date(2024, 4, 30), "Agence témoin"),
    ("a4", "Une rencontre sans date", None, None, ""),
)

# article, sentence, source, target, act, voice, reporter, negated, modality, first, last, cue, confidence
_STANCES = (
    ("a1", "Mme Marchais a rencontré lundi à Rabat son homologue marocaine Nadia El Fassi.", "helene-marchais",
     "nadia-el-fassi", "consult", "narrated", "", False, "actual", "2024-03-04", "2024-03-04", "rencontré", .9),
    ("a1", "« Nous soutenons le plan du Maroc », a-t-elle dit.", "helene-marchais", "MAR", "support", "direct", "", False,
     "actual", "2024-03-04", "2024-03-04", "soutenons", .95),
    ("a1", "Rabat a salué la position de Paris.", "MAR", "FRA", "praise", "reported", "", False, "actual", "", "",
     "salué", .9),
    ("a1", "Mme El Fassi a remercié la ministre française pour son appui.", "nadia-el-fassi", "helene-marchais", "praise",
     "reported", "", False, "actual", "", "", "remercié", .85),
    ("a1", "Les deux pays doivent signer un accord en juin.", "FRA", "MAR", "agree", "narrated", "", False, "future",
     "2024-06-01", "2024-06-30", "signer un accord", .7),
    ("a1", "Les deux pays doivent signer un accord en juin.", "MAR", "FRA", "agree", "narrated", "", False, "future",
     "2024-06-01", "2024-06-30", "signer un accord", .7),
    ("a1", "Selon Alger, Rabat menacerait la stabilité de la région.", "MAR", "DZA", "threaten", "hearsay",
     "DZA-ministere-affaires-etrangeres", False, "actual", "", "", "menacerait", .5),
    ("a1", "La France ne soutient pas pour autant une solution imposée par la force, a rappelé Mme Marchais.",
     "helene-marchais", "", "support", "reported", "", True, "actual", "", "", "soutient", .6),
    ("a1", "Alger a dénoncé un revirement de la France.", "DZA", "FRA", "condemn", "reported", "", False, "actual", "",
     "", "dénoncé", .9),
    ("a2", "« C'est une provocation de Paris », a lancé M. Belkine vendredi.", "youri-belkine", "FRA", "condemn", "direct",
     "", False, "actual", "2024-03-08", "2024-03-08", "provocation", .8),
    ("a2", "Moscou a accusé la France de former des saboteurs.", "RUS", "FRA", "accuse", "reported", "", False, "actual",
     "2024-03-11", "2024-03-11", "accusé", .95),
    ("a2", "Mme Marchais a démenti ces accusations.", "helene-marchais", "RUS", "deny", "reported", "", False, "actual", "",
     "", "démenti", .9),
    ("a2", "Paris a expulsé deux diplomates russes la semaine dernière.", "FRA", "RUS", "sanction", "narrated", "", False,
     "actual", "2024-03-04", "2024-03-10", "expulsé", .9),
    ("a2", "Le ministre chinois de la Défense aurait promis son soutien à M. Belkine.", "CHN-ministre-defense",
     "youri-belkine", "support", "hearsay", "", False, "actual", "2024-03-09", "2024-03-10", "soutien", .6),
    ("a2", "La Chine appelle la Russie et la France à la retenue.", "CHN", "RUS", "request", "narrated", "", False,
     "actual", "", "", "appelle", .8),
    ("a2", "La Chine appelle la Russie et la France à la retenue.", "CHN", "FRA", "request", "narrated", "", False,
     "actual", "", "", "appelle", .8),
    ("a2", "L'ONU a mis en garde Moscou contre une escalade.", "ONU", "RUS", "warn", "reported", "", False, "actual", "",
     "", "mis en garde", .85),
    ("a2", "M. Belkine s'est entretenu dimanche avec le ministre chinois de la Défense.", "youri-belkine",
     "CHN-ministre-defense", "consult", "narrated", "", False, "actual", "2024-03-10", "2024-03-10", "entretenu", .9),
    ("a3", "Alger a convoqué l'ambassadeur de France.", "DZA", "FRA", "protest", "narrated", "", False, "actual",
     "2024-04-03", "2024-04-24", "convoqué", .95),
    ("a3", "Le ministère algérien des Affaires étrangères a rejeté les propos de Mme Marchais.",
     "DZA-ministere-affaires-etrangeres", "helene-marchais", "reject", "reported", "", False, "actual", "", "",
     "rejeté", .9),
    ("a3", "« Nous n'avons jamais accusé l'Algérie », a répondu la ministre.", "helene-marchais", "DZA", "accuse",
     "direct", "", True, "actual", "", "", "accusé", .8),
    ("a3", "L'Algérie pourrait rappeler son ambassadeur au Maroc.", "DZA", "MAR", "protest", "narrated", "", False,
     "hypothetical", "", "", "rappeler son ambassadeur", .6),
    ("a3", "Le militant Aloys Verne a condamné la décision d'Alger.", "aloys-verne", "DZA", "condemn", "reported", "",
     False, "actual", "", "", "condamné", .7),
    ("a4", "Pékin a reçu une délégation de l'ONU.", "CHN", "ONU", "consult", "narrated", "", False, "actual", "", "",
     "reçu", .8),
    ("a4", "L'ONU a remercié la Chine pour son aide à Rabat.", "ONU", "CHN", "praise", "narrated", "", False, "actual",
     "", "", "remercié", .8),
)


def _day(text: str) -> date | None:
    return date.fromisoformat(text) if text else None


def small_tables() -> Tables:
    """Four articles, twelve actors, twenty-five stances; each article's text is its title and its sentences."""
    stances, texts = [], {key: f"{title}\n\n" for key, title, *_ in _ARTICLES}
    for number, (article, sentence, source, target, act, voice, reporter, negated, modality, first, last, cue,
                 confidence) in enumerate(_STANCES, 1):
        if sentence not in texts[article]:
            texts[article] += sentence + "\n\n"
        start = texts[article].index(sentence)
        kind = ACTS[act]
        stances.append(StanceRow(
            f"s{number:02d}", article, start, start + len(sentence), sentence, source, target, act, kind.sign, voice,
            reporter, negated, modality, _day(first), _day(last), cue, "test", confidence, kind.plover, kind.cameo))
    articles = [ArticleRow(key, f"{key}.txt", title, first, last, outlet, "fr", "", texts[key])
                for key, title, first, last, outlet in _ARTICLES]
    return Tables(**{**vars(empty_tables()), "articles": frame(ArticleRow, articles),
                     "actors": frame(ActorRow, _ACTORS), "stances": frame(StanceRow, stances)})


_CODES = ("FRA", "RUS", "MAR", "DZA", "CHN", "USA", "GBR", "DEU", "UKR", "TUR", "IND", "IRN", "ISR", "ONU", "UE")


def _random_actors(countries: int, people: int) -> list[ActorRow]:
    codes = [*_CODES, *(f"X{number:02d}" for number in range(max(0, countries - len(_CODES))))][:countries]
    states = [ActorRow(code, f"Pays {code}", "organisation" if code in ("ONU", "UE") else "country",
                       "" if code in ("ONU", "UE") else code, "", "", "") for code in codes]
    persons = [ActorRow(f"personne-{number}", f"Prénom{number} Nom{number}", "person", codes[number % len(codes)],
                        "ministre des Affaires étrangères", "", "") for number in range(people)]
    return states + persons


def _random_span(chance: random.Random, first: date, days: int) -> tuple[date | None, date | None]:
    start = first + timedelta(days=chance.randrange(days))
    width = chance.choice((None, 0, 0, 0, 0, 0, 3, 30))
    return (None, None) if width is None else (start, start + timedelta(days=width))


def make_tables(n: int, seed: int = 0, countries: int = 15, people: int = 45, days: int = 730) -> Tables:
    """``n`` random stances among ``countries`` states and organisations and ``people`` persons over ``days`` days."""
    chance = random.Random(seed)
    actors = _random_actors(countries, people)
    ids = [actor.actor_id for actor in actors]
    first = date(2023, 1, 1)
    articles, stances = [], []
    for number in range(max(1, n // 8)):
        day = first + timedelta(days=chance.randrange(days))
        articles.append(ArticleRow(f"a{number}", f"a{number}.txt", f"Titre {number}", day, day,
                                   f"Journal {number % 4}", "fr", "", f"Titre {number}\n\nTexte de l'article.\n"))
    for number in range(n):
        act, voice = ACTS[chance.choice(list(ACTS))], chance.choice(VOICES)
        source, target = chance.choice(ids), chance.choice([*ids, ""])
        stances.append(StanceRow(
            f"s{number}", chance.choice(articles).article_id, 0, 10, f"Phrase {number} de l'essai.", source, target,
            act.name, act.sign, voice, "", chance.random() < .05, "actual", *_random_span(chance, first, days), "cue",
            "test", round(chance.random(), 2), act.plover, act.cameo))
    return Tables(**{**vars(empty_tables()), "articles": frame(ArticleRow, articles),
                     "actors": frame(ActorRow, actors), "stances": frame(StanceRow, stances)})


def joined(tables: Tables) -> list[dict]:
    """Stances as dicts with actor and article rows looked up one by one: the slow reading that views are tested against."""
    actors = {row.actor_id: row for row in tables.actors.itertuples()}
    articles = {row.article_id: row for row in tables.articles.itertuples()}

    def node(actor_id: str) -> str:
        return (actors[actor_id].country or actor_id) if actor_id else ""

    found = []
    for row in tables.stances.to_dict("records"):
        article = articles[row["article_id"]]
        own = not pd.isna(row["first_day"])
        found.append({**row, "source_node": node(row["source_id"]), "target_node": node(row["target_id"]),
                      "outlet": article.source,
                      "day_first": row["first_day"] if own else article.published_first,
                      "day_last": row["last_day"] if own else article.published_last})
    return found
