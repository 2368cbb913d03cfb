"""Dates of the calendar, read in an article published on Tuesday 22 October 2024."""
import pytest

from tests.dates.reading import day, read

PUBLISHED = "2024-10-22"

DAYS = [
    ("L'accord a été paraphé le 26 mars 2018 à Genève.", "le 26 mars 2018", "2018-03-26"),
    ("La trêve signée le 1er mai 2021 n'a pas tenu.", "le 1er mai 2021", "2021-05-01"),
    ("Le texte du 3 février 1998 reste secret.", "3 février 1998", "1998-02-03"),
    ("Il s'est exprimé lundi 21 octobre devant la presse.", "lundi 21 octobre", "2024-10-21"),
    ("Ce mardi 22 octobre, Oslo a fermé son consulat.", "Ce mardi 22 octobre", "2024-10-22"),
    ("Le 14 juillet dernier, la garde avait défilé sans lui.", "Le 14 juillet dernier", "2024-07-14"),
    ("Le 2 décembre prochain s'ouvre la conférence.", "Le 2 décembre prochain", "2024-12-02"),
    ("Ils se sont vus lundi 21 oct 2024 à Lima.", "lundi 21 oct 2024", "2024-10-21"),
    ("Ils se sont vus le 3 sept. 2024 à Lima.", "le 3 sept. 2024", "2024-09-03"),
    ("Note datée du 26/03/2018.", "26/03/2018", "2018-03-26"),
    ("Note datée du 26.03.2018, dit-il.", "26.03.2018", "2018-03-26"),
    ("Mise à jour : 2018-03-26.", "2018-03-26", "2018-03-26"),
    ("La loi a été votée le 29 février 2024.", "le 29 février 2024", "2024-02-29"),
    ("Le 5 novembre, les électeurs choisiront.", "Le 5 novembre", "2024-11-05"),
    ("Le cessez-le-feu expire le 31 janvier.", "le 31 janvier", "2025-01-31"),
    ("Arrêté le 30 novembre, il attend son procès.", "le 30 novembre", "2023-11-30"),
    ("Le scrutin du 15 décembre divise la coalition.", "15 décembre", "2024-12-15"),
    ("Il était né le 8 août 1956 à Tunis.", "le 8 août 1956", "1956-08-08"),
    ("Le sommet du 4 févr. 2022 avait échoué.", "4 févr. 2022", "2022-02-04"),
    ("Depuis les attentats du 11 septembre, la base est active.", "11 septembre", "2001-09-11"),
    ("Le 5 octobre de l'année dernière, le pont avait sauté.", "Le 5 octobre de l'année dernière", "2023-10-05"),
    ("Les otages rentreront pour Noël.", "Noël", "2024-12-25"),
    ("VENDREDI 18 OCTOBRE, la frontière a rouvert.", "VENDREDI 18 OCTOBRE", "2024-10-18"),
]
SPANS = [
    ("Le forum se tient du 3 au 5 juin 2023.", "du 3 au 5 juin 2023", "2023-06-03", "2023-06-05", "span"),
    ("Le Conseil se réunira les 24 et 25 octobre.", "les 24 et 25 octobre", "2024-10-24", "2024-10-25", "span"),
    ("Les manœuvres ont duré du 30 septembre au 4 octobre.", "du 30 septembre au 4 octobre", "2024-09-30", "2024-10-04", "span"),
    ("Une session prévue entre le 13 et le 28 novembre.", "entre le 13 et le 28 novembre", "2024-11-13", "2024-11-28", "span"),
    ("Du 28 décembre 2019 au 3 janvier 2020, le port est resté clos.", "Du 28 décembre 2019 au 3 janvier 2020", "2019-12-28",
     "2020-01-03", "span"),
    ("L'ambassadeur avait été rappelé en mars 2018.", "en mars 2018", "2018-03-01", "2018-03-31", "month"),
    ("La crise de février 2012 est oubliée.", "de février 2012", "2012-02-01", "2012-02-29", "month"),
    ("Le traité a été signé en avril.", "en avril", "2024-04-01", "2024-04-30", "month"),
    ("Il a été nommé en novembre.", "en novembre", "2023-11-01", "2023-11-30", "month"),
    ("Ils voteront en janvier.", "en janvier", "2025-01-01", "2025-01-31", "month"),
    ("Il avait démissionné en juin dernier.", "en juin dernier", "2024-06-01", "2024-06-30", "month"),
    ("Le mandat prend fin en mars prochain.", "en mars prochain", "2025-03-01", "2025-03-31", "month"),
    ("La présidence change au mois de janvier 2026.", "au mois de janvier 2026", "2026-01-01", "2026-01-31", "month"),
    ("Détenue depuis août, elle a été libérée.", "depuis août", "2024-08-01", "2024-08-31", "month"),
    ("Fin juillet, une fuite a éclaté.", "Fin juillet", "2024-07-21", "2024-07-31", "span"),
    ("Le convoi est parti début octobre.", "début octobre", "2024-10-01", "2024-10-10", "span"),
    ("Reçu mi-mars à Vienne, il s'était tu.", "mi-mars", "2024-03-11", "2024-03-20", "span"),
    ("Un raid mené à la mi-septembre 2019.", "à la mi-septembre 2019", "2019-09-11", "2019-09-20", "span"),
    ("Apparu fin décembre 2019 en Asie.", "fin décembre 2019", "2019-12-21", "2019-12-31", "span"),
    ("Une visite à la fin du mois de février 2020.", "à la fin du mois de février 2020", "2020-02-21", "2020-02-29", "span"),
    ("Il avait pris le pouvoir en 2014.", "en 2014", "2014-01-01", "2014-12-31", "year"),
    ("L'accord de 2015 est caduc.", "de 2015", "2015-01-01", "2015-12-31", "year"),
    ("L'île est occupée depuis 1974 par son voisin.", "depuis 1974", "1974-01-01", "1974-12-31", "year"),
    ("Il peut gouverner jusqu'en 2036.", "jusqu'en 2036", "2036-01-01", "2036-12-31", "year"),
    ("Un ancien ministre (2012) témoigne.", "2012", "2012-01-01", "2012-12-31", "year"),
    ("La présidentielle 2027 inquiète ses alliés.", "présidentielle 2027", "2027-01-01", "2027-12-31", "year"),
    ("Nommé début 2019, il est parti.", "début 2019", "2019-01-01", "2019-03-31", "span"),
    ("Le retrait aura lieu fin 2025.", "fin 2025", "2025-10-01", "2025-12-31", "span"),
    ("Un retrait total mi-2021 était promis.", "mi-2021", "2021-06-01", "2021-07-31", "span"),
    ("La guerre froide des années 1980 revient.", "années 1980", "1980-01-01", "1989-12-31", "span"),
    ("Dans les années 70, le parti était interdit.", "Dans les années 70", "1970-01-01", "1979-12-31", "span"),
    ("Créé à la fin des années 1990, le groupe recrute.", "à la fin des années 1990", "1997-01-01", "1999-12-31", "span"),
    ("Le président (2001-2014) est mort.", "2001-2014", "2001-01-01", "2014-12-31", "span"),
    ("La crise de 2015-16 a tout changé.", "de 2015-16", "2015-01-01", "2016-12-31", "span"),
    ("De 2011 à 2013, le consulat est resté vide.", "De 2011 à 2013", "2011-01-01", "2013-12-31", "span"),
    ("Entre mars et mai 2019, trois envoyés ont été reçus.", "Entre mars et mai 2019", "2019-03-01", "2019-05-31", "span"),
    ("Les heurts ont duré de novembre 2019 à février 2020.", "de novembre 2019 à février 2020", "2019-11-01", "2020-02-29", "span"),
    ("Les arrivées entre janvier et fin mai ont doublé.", "entre janvier et fin mai", "2024-01-01", "2024-05-31", "span"),
    ("Au printemps 2020, les frontières ont fermé.", "Au printemps 2020", "2020-03-20", "2020-06-20", "span"),
    ("À l'été 2017, le blocus a commencé.", "À l'été 2017", "2017-06-21", "2017-09-22", "span"),
    ("Il avait été expulsé l'hiver dernier.", "l'hiver dernier", "2023-12-21", "2024-03-20", "span"),
    ("Le budget du premier trimestre 2022 a été gelé.", "du premier trimestre 2022", "2022-01-01", "2022-03-31", "span"),
    ("La présidence du Conseil au second semestre 2022.", "au second semestre 2022", "2022-07-01", "2022-12-31", "span"),
]


@pytest.mark.parametrize(("sentence", "text", "when"), DAYS)
def test_day(sentence, text, when):
    assert read(sentence, PUBLISHED) == [day(text, when)]


@pytest.mark.parametrize(("sentence", *"abcd"), SPANS)
def test_span(sentence, a, b, c, d):
    assert read(sentence, PUBLISHED) == [(a, b, c, d)]


def test_days_apart_are_two_dates():
    assert read("Les 16 et 23 août 2020, la foule a défilé.", PUBLISHED) == [
        day("Les 16", "2020-08-16"), day("23 août 2020", "2020-08-23"),
    ]


def test_report_from_a_day_to_another_names_two_days():
    assert [one[0] for one in read("Le report du 29 mars 2019 au 12 avril 2019 a été voté.", PUBLISHED)] == [
        "29 mars 2019", "12 avril 2019",
    ]


def test_years_in_a_row():
    assert [one[1:3] for one in read("Des scrutins en 2015, 2018 et 2021 ont été annulés.", PUBLISHED)] == [
        ("2015-01-01", "2015-12-31"), ("2018-01-01", "2018-12-31"), ("2021-01-01", "2021-12-31"),
    ]


def test_year_of_the_same_month_holds_on():
    text = "La grève de début mars 2017 fut longue. Le 9 mars, le port avait brûlé."
    assert read(text, PUBLISHED)[1] == day("Le 9 mars", "2017-03-09")


def test_a_wrong_day_of_the_calendar_is_no_date():
    assert not any("31" in words for words, *_ in read("Le 31 février n'existe pas.", PUBLISHED))
