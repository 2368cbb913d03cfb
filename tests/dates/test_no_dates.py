"""What looks like a date and is none: durations, frequencies, ages, clock times, numbers, names."""
import pytest

from tests.dates.reading import read

SENTENCES = [
    "Il a négocié pendant deux ans.", "Ils manifestent chaque lundi.", "Le comité siège tous les jeudis.",
    "Un dimanche de colère secoue la ville.", "Âgé de 45 ans, il parle peu.", "La séance s'ouvre à 15h30.",
    "Ces derniers jours, le ton monte.", "Il avait récemment menacé ses voisins.", "La trêve a duré trois mois.",
    "Il a purgé dix ans de prison.", "La résolution 1973 du Conseil est violée.", "Les résolutions 1929 et 1970 restent en vigueur.",
    "Quelque 2015 soldats sont arrivés.", "Une aide de 2000 euros par tête.", "Près de 1.950 civils ont fui.", "Un budget de 2019 millions.",
    "Le Journal du Dimanche publie sa lettre.", "La mission vers Mars est suspendue.", "Le mouvement Septembre noir renaît.",
    "La place d'Octobre est bouclée.", "Il a été reçu par le roi.", "Le Printemps arabe est loin.", "Il y a des années, il y croyait.",
    "Il y a une crise politique.", "Il parle depuis quarante minutes.", "En trois jours, tout a changé.", "Le numéro 14 a été saisi.",
    "L'article 5 du traité est clair.", "Le G20 n'a rien dit.", "Un vol de deux heures.", "Il est deux fois par semaine à Bonn.",
    "La marche dure depuis des mois.", "Un rendez-vous annuel.", "L'opération Mardi a échoué ?",
]


@pytest.mark.parametrize("sentence", SENTENCES)
def test_no_date(sentence):
    assert read(sentence, "2024-10-22") == []


def test_the_header_is_not_reported():
    from dataclasses import replace

    from analysis.dates import find_dates
    from tests.dates.reading import article

    text = " date 2024-10-22 Oslo cède mardi\n\nOslo a cédé mardi."
    whole = replace(article(text, "2024-10-22"), title_start=17, title_end=33, body_start=35)
    assert [one.text for one in find_dates(text, whole)] == ["mardi", "mardi"]
