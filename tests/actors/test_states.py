"""States, capitals, seats, demonyms, organisations: who acts, and what is only a place or part of another name."""
import pytest

from tests.actors.reading import pairs, read

MENTIONED = [
    ("La Norvège a fermé son consulat.", ("Norvège", "NOR")),
    ("Les États-Unis et l'Arabie saoudite ont signé un accord.", ("États-Unis", "USA")),
    ("Les Etats-Unis et l'Arabie saoudite ont signé un accord.", ("Arabie saoudite", "SAU")),
    ("Le texte vise la République démocratique du Congo.", ("République démocratique du Congo", "COD")),
    ("Le Bélarus accueille des troupes.", ("Bélarus", "BLR")),
    ("Moscou accuse Varsovie de mentir.", ("Moscou", "RUS")),
    ("Moscou accuse Varsovie de mentir.", ("Varsovie", "POL")),
    ("Les propos de Téhéran ont surpris.", ("Téhéran", "IRN")),
    ("Le Kremlin dément.", ("Kremlin", "RUS")),
    ("La Maison Blanche a réagi dans la soirée.", ("Maison Blanche", "USA")),
    ("L'Élysée n'a fait aucun commentaire.", ("Élysée", "FRA")),
    ("L’Elysée n’a fait aucun commentaire.", ("Elysée", "FRA")),
    ("Washington a gelé ces fonds.", ("Washington", "USA")),
    ("L'Iran reproche à Washington son silence.", ("Washington", "USA")),
    ("Face à Pékin, Tokyo hésite.", ("Pékin", "CHN")),
    ("Berlin va livrer des chars à Kiev.", ("Kiev", "UKR")),
    ("Les Américains refusent de négocier.", ("Américains", "USA")),
    ("Les Sud-Coréens ont manifesté leur colère.", ("Sud-Coréens", "KOR")),
    ("L'ONU demande une trêve.", ("ONU", "ONU")),
    ("Les Nations unies demandent une trêve.", ("Nations unies", "ONU")),
    ("L'Union européenne prolonge ses sanctions.", ("Union européenne", "UE")),
    ("Les Européens veulent une réponse.", ("Européens", "UE")),
    ("L'Otan renforce son flanc est.", ("Otan", "OTAN")),
    ("L'OTAN renforce son flanc est.", ("OTAN", "OTAN")),
    ("Le Conseil de sécurité de l'ONU se réunit.", ("Conseil de sécurité de l'ONU", "ONU-conseil-securite")),
    ("Le Hamas rejette cette offre.", ("Hamas", "hamas")),
    ("L'ONG Human Rights Watch accuse l'armée.", ("Human Rights Watch", "HRW")),
    ("Les Etats-unis protestent.", ("Etats-unis", "USA")),
    ("L'organisation transatlantique refuse.", ("organisation transatlantique", "OTAN")),
    ("L'État hébreu riposte.", ("État hébreu", "ISR")),
    ("La République islamique promet une riposte.", ("République islamique", "IRN")),
    ("Le géant asiatique proteste.", ("géant asiatique", "CHN")),
    ("L'Autorité palestinienne salue ce vote.", ("Autorité palestinienne", "PSE")),
]

NOT_MENTIONED = [
    ("Le ministre a atterri à Pékin.", "CHN"),
    ("La réunion se tient à Genève.", "CHE"),
    ("Il s'exprimait depuis Moscou.", "RUS"),
    ("L'accord de Paris fixe un seuil.", "FRA"),
    ("La conférence de Munich débute vendredi.", "DEU"),
    ("Les pourparlers de Vienne piétinent.", "AUT"),
    ("Le maire de Londres a voté.", "GBR"),
    ("Le Washington Post révèle cette note.", "USA"),
    ("Le Paris Saint-Germain a gagné.", "FRA"),
    ("Les accords d'Abraham ont changé la donne.", "USA"),
    ("Il relit Jean de La Fontaine.", "FRA"),
    ("Elle habite rue de Moscou.", "RUS"),
    ("Le forum de Saint-Pétersbourg s'ouvre.", "RUS"),
    ("Denzel Washington joue ce rôle.", "USA"),
    ("Un Boeing russe a été retardé.", "RUS"),
    ("Il sera mardi à Madrid.", "ESP"),
    ("Vilnius (AFP) - La réunion commence.", "LTU"),
    ("Washington (George) est mort en 1799.", "USA"),
    ("La bataille de Tripoli a duré des mois.", "LBY"),
]


@pytest.mark.parametrize(("text", "expected"), MENTIONED)
def test_acts(text, expected):
    assert expected in pairs(text)


@pytest.mark.parametrize(("text", "actor_id"), NOT_MENTIONED)
def test_is_only_a_place_or_part_of_a_name(text, actor_id):
    assert actor_id not in {m.actor_id for m in read(text).mentions if m.rule != "adjective"}


@pytest.mark.parametrize(("text", "actor_id", "place"), [
    ("Des combats ont lieu en Syrie.", "SYR", True),
    ("Il voyage au Mali.", "MLI", True),
    ("La Syrie proteste.", "SYR", False),
])
def test_a_country_after_a_locative_is_a_place(text, actor_id, place):
    assert {m.place for m in read(text).mentions if m.actor_id == actor_id} == {place}
