"""Dates that count from publication: Tuesday 22 October 2024, unless the row says another day."""
import pytest

from tests.dates.reading import day, read

PUBLISHED = "2024-10-22"

DAYS = [
    ("Le ministre est arrivé mardi à Doha.", "mardi", "2024-10-22"),
    ("Le ministre est arrivé lundi à Doha.", "lundi", "2024-10-21"),
    ("Rome a protesté mercredi auprès de Tunis.", "mercredi", "2024-10-16"),
    ("Il rencontrera mercredi son homologue.", "mercredi", "2024-10-23"),
    ("Il doit s'entretenir jeudi avec le pape.", "jeudi", "2024-10-24"),
    ("Le Conseil se réunira vendredi à huis clos.", "vendredi", "2024-10-25"),
    ("Jeudi, le président recevra les familles.", "Jeudi", "2024-10-24"),
    ("Jeudi, le président a reçu les familles.", "Jeudi", "2024-10-17"),
    ("Une délégation est attendue samedi à Kigali.", "samedi", "2024-10-26"),
    ("La séance a été reportée à vendredi.", "vendredi", "2024-10-25"),
    ("Il va se rendre dimanche à Bakou.", "dimanche", "2024-10-27"),
    ("Le vote pourrait être tenu mercredi.", "mercredi", "2024-10-23"),
    ("Il a promis qu'il signerait jeudi la charte.", "jeudi", "2024-10-24"),
    ("Lundi dernier, il avait dit non.", "Lundi dernier", "2024-10-21"),
    ("Mardi dernier, il avait dit non.", "Mardi dernier", "2024-10-15"),
    ("Le sommet de lundi prochain est maintenu.", "lundi prochain", "2024-10-28"),
    ("Il recevra ce jeudi le doyen.", "ce jeudi", "2024-10-24"),
    ("Un cycle prévu à Rome ce samedi.", "ce samedi", "2024-10-26"),
    ("Il a reçu ce jeudi le doyen.", "ce jeudi", "2024-10-17"),
    ("Un communiqué publié, dimanche soir, par Oslo.", "dimanche soir", "2024-10-20"),
    ("Ce lundi, la rue s'est tue.", "Ce lundi", "2024-10-21"),
    ("Des tirs ont repris lundi soir.", "lundi soir", "2024-10-21"),
    ("Mardi matin, le drapeau a été hissé.", "Mardi matin", "2024-10-22"),
    ("La police est venue lundi en fin de matinée.", "lundi en fin de matinée", "2024-10-21"),
    ("La manifestation de dimanche a été pacifique.", "dimanche", "2024-10-20"),
    ("Après l'attaque mercredi d'un convoi, l'armée se tait.", "mercredi", "2024-10-16"),
    ("Le porte-parole a démenti hier.", "hier", "2024-10-21"),
    ("Avant-hier, il était à Minsk.", "Avant-hier", "2024-10-20"),
    ("« Aujourd'hui nous rompons », a-t-il lancé.", "Aujourd'hui", "2024-10-22"),
    ("Il partira demain pour Amman.", "demain", "2024-10-23"),
    ("Après-demain, ils signeront.", "Après-demain", "2024-10-24"),
    ("Je vous informe qu’hier (dimanche) nous avons voté.", "hier (dimanche)", "2024-10-20"),
    ("Un communiqué publié ce matin le confirme.", "ce matin", "2024-10-22"),
    ("Il parlera ce soir à la télévision.", "ce soir", "2024-10-22"),
    ("Le préfet était parti il y a dix jours pour Lomé.", "il y a dix jours", "2024-10-12"),
    ("Il y a une semaine, il menaçait encore.", "Il y a une semaine", "2024-10-15"),
    ("Les pourparlers reprendront dans trois jours.", "dans trois jours", "2024-10-25"),
    ("Aujourd’hui, Séoul a démenti.", "Aujourd’hui", "2024-10-22"),
]
SPANS = [
    ("Il est en visite cette semaine à Lima.", "cette semaine", "2024-10-21", "2024-10-27", "span"),
    ("La semaine dernière, Oslo avait cédé.", "La semaine dernière", "2024-10-14", "2024-10-20", "span"),
    ("Ils se retrouveront la semaine prochaine.", "la semaine prochaine", "2024-10-28", "2024-11-03", "span"),
    ("Trois navires ont coulé la semaine passée.", "la semaine passée", "2024-10-14", "2024-10-20", "span"),
    ("Des heurts ont éclaté ce week-end à Lagos.", "ce week-end", "2024-10-19", "2024-10-20", "span"),
    ("Il recevra le roi ce week-end.", "ce week-end", "2024-10-26", "2024-10-27", "span"),
    ("Le week-end dernier, des chars ont défilé.", "Le week-end dernier", "2024-10-19", "2024-10-20", "span"),
    ("Ils se sont vus le mois dernier.", "le mois dernier", "2024-09-01", "2024-09-30", "month"),
    ("Le mandat expire le mois prochain.", "le mois prochain", "2024-11-01", "2024-11-30", "month"),
    ("Un accord conclu ce mois-ci par Rabat.", "ce mois-ci", "2024-10-01", "2024-10-31", "month"),
    ("Il quittera son poste à la fin du mois.", "à la fin du mois", "2024-10-21", "2024-10-31", "span"),
    ("Les tirs ont repris au début du mois.", "au début du mois", "2024-10-01", "2024-10-10", "span"),
    ("L'an dernier, Accra avait refusé.", "L'an dernier", "2023-01-01", "2023-12-31", "year"),
    ("L'année prochaine, le siège déménagera.", "L'année prochaine", "2025-01-01", "2025-12-31", "year"),
    ("Il a été élu l'an passé.", "l'an passé", "2023-01-01", "2023-12-31", "year"),
    ("Cette année, le sommet est annulé.", "Cette année", "2024-01-01", "2024-12-31", "year"),
    ("Le pont rouvrira d'ici la fin de l'année.", "d'ici la fin de l'année", "2024-10-01", "2024-12-31", "span"),
    ("Présenté en début d'année, le plan est mort.", "en début d'année", "2024-01-01", "2024-03-31", "span"),
    ("Une conférence en début d'année prochaine est prévue.", "en début d'année prochaine", "2025-01-01", "2025-03-31", "span"),
    ("Ils se battaient déjà il y a 17 ans.", "il y a 17 ans", "2007-01-01", "2007-12-31", "year"),
    ("Lancée il y a un an, l'initiative piétine.", "il y a un an", "2023-10-01", "2023-10-31", "month"),
    ("Il y a deux mois, il niait tout.", "Il y a deux mois", "2024-08-22", "2024-08-22", "day"),
    ("Dans la nuit de lundi à mardi, un drone est tombé.", "Dans la nuit de lundi à mardi", "2024-10-21", "2024-10-22", "span"),
    ("De dimanche à mardi, la ville a été coupée.", "De dimanche à mardi", "2024-10-20", "2024-10-22", "span"),
    ("Au cours des douze derniers mois, le ton a changé.", "Au cours des douze derniers mois", "2023-10-22", "2024-10-22", "span"),
    ("Les relations se sont dégradées au cours de l'année écoulée.", "au cours de l'année écoulée", "2023-10-22", "2024-10-22", "span"),
    ("Le retrait commencera sous deux jours.", "sous deux jours", "2024-10-22", "2024-10-24", "span"),
    ("Des livraisons prévues sur les deux semaines à venir.", "sur les deux semaines à venir", "2024-10-22", "2024-11-05", "span"),
]
MONTH_ONLY = [
    ("Ils se sont parlé jeudi.", "jeudi", "2022-10-06", "2022-10-27", "day"),
    ("Une déclaration a été publiée lundi.", "lundi", "2022-10-03", "2022-10-31", "day"),
    ("Il a appelé ses voisins cette semaine.", "cette semaine", "2022-09-26", "2022-10-31", "span"),
    ("Il a appelé ses voisins hier.", "hier", "2022-10-01", "2022-10-31", "day"),
    ("Il a appelé ses voisins le mois dernier.", "le mois dernier", "2022-09-01", "2022-09-30", "month"),
    ("Il a été élu en mars.", "en mars", "2022-03-01", "2022-03-31", "month"),
    ("Il a été élu il y a trois jours.", "il y a trois jours", "2022-09-28", "2022-10-28", "day"),
    ("Il a été élu le 3 octobre.", "le 3 octobre", "2022-10-03", "2022-10-03", "day"),
    ("Il a été élu cette année.", "cette année", "2022-01-01", "2022-12-31", "year"),
]
UNKNOWN = [
    ("Il est venu jeudi.", "jeudi", "day"), ("Il est venu hier.", "hier", "day"),
    ("Il est venu le 26 mars.", "le 26 mars", "day"), ("Il est venu en mars.", "en mars", "month"),
    ("Il est venu la semaine dernière.", "la semaine dernière", "span"), ("Il est venu l'an dernier.", "l'an dernier", "year"),
    ("Il est venu il y a deux jours.", "il y a deux jours", "day"), ("Il est venu la veille.", "la veille", "day"),
    ("Il est venu fin octobre.", "fin octobre", "span"), ("Il est venu ce week-end.", "ce week-end", "span"),
    ("Il est venu cet été.", "cet été", "span"), ("Il viendra dans deux ans.", "dans deux ans", "month"),
]


@pytest.mark.parametrize(("sentence", "text", "when"), DAYS)
def test_day(sentence, text, when):
    assert read(sentence, PUBLISHED) == [day(text, when)]


@pytest.mark.parametrize(("sentence", *"abcd"), SPANS)
def test_span(sentence, a, b, c, d):
    assert read(sentence, PUBLISHED) == [(a, b, c, d)]


@pytest.mark.parametrize(("sentence", *"abcd"), MONTH_ONLY)
def test_publication_known_by_month(sentence, a, b, c, d):
    assert read(sentence, "2022-10") == [(a, b, c, d)]


@pytest.mark.parametrize(("sentence", "text", "precision"), UNKNOWN)
def test_unknown_publication_keeps_the_row_and_invents_no_day(sentence, text, precision):
    assert read(sentence) == [(text, "", "", precision)]


def test_absolute_dates_need_no_publication():
    assert read("Il est venu le 26 mars 2018, puis la veille du vote.") [0] == day("le 26 mars 2018", "2018-03-26")


def test_the_end_of_the_year_that_is_awaited_lies_ahead():
    sentence = "Il a déclaré qu'il espérait, d'ici la fin de l'année, un accord."
    assert read(sentence, "2024-05-22") == [("d'ici la fin de l'année", "2024-10-01", "2024-12-31", "span")]
