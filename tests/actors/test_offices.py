"""Offices with and without a name, counterparts, and offices of another time."""
import pytest

from tests.actors.reading import ids, pairs, read

HOLDERS = [
    ("Le ministre russe de la Défense a appelé Ankara.", "2022-10-24", ("Le ministre russe de la Défense", "serguei-choigou")),
    ("Le ministre de la Défense russe a appelé Ankara.", "2022-10-24", ("Le ministre de la Défense russe", "serguei-choigou")),
    ("Le chef de la diplomatie américaine est en Égypte.", "2022-10-24", ("Le chef de la diplomatie américaine", "antony-blinken")),
    ("Le président américain est en Égypte.", "2019-10-24", ("Le président américain", "donald-trump")),
    ("Le président américain est en Égypte.", "2016-10-24", ("Le président américain", "barack-obama")),
    ("Le président des Etats-Unis est en Égypte.", "2022-10-24", ("Le président des Etats-Unis", "joe-biden")),
    ("Le secrétaire d'Etat américain est en Égypte.", "2019-10-24", ("Le secrétaire d'Etat américain", "mike-pompeo")),
    ("La Première ministre britannique démissionne.", "2019-05-24", ("La Première ministre britannique", "theresa-may")),
    ("La chancelière allemande démissionne.", "2019-05-24", ("La chancelière allemande", "angela-merkel")),
    ("Le locataire de la Maison Blanche menace.", "2019-05-24", ("Le locataire de la Maison Blanche", "donald-trump")),
    ("Le porte-parole du Kremlin dément.", "2019-05-24", ("Le porte-parole du Kremlin", "dmitri-peskov")),
    ("Le secrétaire général de l'ONU s'alarme.", "2019-05-24", ("Le secrétaire général de l'ONU", "antonio-guterres")),
    ("Le secrétaire général de l'Otan s'alarme.", "2019-05-24", ("Le secrétaire général de l'Otan", "jens-stoltenberg")),
    ("Le patron du Pentagone s'alarme.", "2022-05-24", ("Le patron du Pentagone", "lloyd-austin")),
    ("Les présidents russe et turc se sont vus.", "2019-05-24", ("turc", "recep-tayyip-erdogan")),
    ("Les présidents russe et turc se sont vus.", "2019-05-24", ("russe", "vladimir-poutine")),
    ("Les ministres français, allemand et britannique des Affaires étrangères s'alarment.", "2020-09-20", ("allemand", "heiko-maas")),
    ("Les chefs de la diplomatie italienne, britannique et grecque s'alarment.", "2020-09-20", ("britannique", "dominic-raab")),
    ("Les ministres des Affaires étrangères de Berlin et de Pékin s'alarment.", "2021-03-20", ("Pékin", "wang-yi")),
    ("Le président Zelensky le réclame.", "2022-10-24", ("Zelensky", "volodymyr-zelensky")),
]

NEWER = [
    ("Le dirigeant espagnol temporise.", "2025-10-15", ("Le dirigeant espagnol", "pedro-sanchez")),
    ("La dirigeante italienne temporise.", "2025-10-15", ("La dirigeante italienne", "giorgia-meloni")),
    ("Le dirigeant indien temporise.", "2025-10-15", ("Le dirigeant indien", "narendra-modi")),
    ("Le dirigeant chinois temporise.", "2025-10-15", ("Le dirigeant chinois", "xi-jinping")),
    ("La dirigeante allemande temporise.", "2019-10-15", ("La dirigeante allemande", "angela-merkel")),
    ("Le président du Faso reçoit un envoyé.", "2025-10-15", ("Le président du Faso", "ibrahim-traore")),
    ("Le pape prie pour Gaza.", "2025-10-15", ("Le pape", "leon-xiv")),
    ("Le directeur de l'AIEA part pour Ispahan.", "2025-10-15", ("Le directeur de l'AIEA", "rafael-grossi")),
    ("Les Premiers ministres danois et groenlandais font bloc.", "2026-01-23", ("groenlandais", "jens-frederik-nielsen")),
    ("Le vice-chancelier allemand part pour Rio.", "2023-10-15", ("Le vice-chancelier allemand", "robert-habeck")),
    ("Le chef des renseignements égyptiens part pour Doha.", "2023-10-15", ("Le chef des renseignements égyptiens", "abbas-kamel")),
    ("Le commissaire européen au Commerce part pour Lima.", "2025-10-15", ("Le commissaire européen au Commerce", "maros-sefcovic")),
    ("La commissaire européenne à l'Énergie part pour Lima.", "2022-10-15", ("La commissaire européenne à l'Énergie", "kadri-simson")),
    ("La vice-secrétaire générale de l'ONU part pour Kaboul.", "2023-01-17", ("La vice-secrétaire générale de l'ONU", "amina-mohammed")),
    ("La cheffe de la Monusco part pour Goma.", "2024-10-15", ("La cheffe de la Monusco", "bintou-keita")),
    ("Le ministre taliban des Affaires étrangères part pour Delhi.", "2025-10-15",
     ("Le ministre taliban des Affaires étrangères", "amir-khan-muttaqi")),
    ("L'émissaire du président américain part pour Tunis.", "2025-10-15", ("du président américain", "donald-trump")),
    ("Peter Stano, porte-parole du chef de la diplomatie européenne, se tait.", "2022-10-15",
     ("du chef de la diplomatie européenne", "josep-borrell")),
    ("L'émissaire américain pour l'Afrique, Massad Boulos, part pour Tunis.", "2025-10-15",
     ("L'émissaire américain pour l'Afrique", "massad-boulos")),
    ("Le représentant spécial de l'UE pour les Balkans occidentaux, Jonas Lindqvist, part pour Skopje.", "2025-10-15",
     ("Le représentant spécial de l'UE pour les Balkans occidentaux", "jonas-lindqvist")),
    ("Le président argentin d'extrême droite part pour Rome.", "2025-10-15", ("Le président argentin d'extrême droite", "javier-milei")),
    ("Le ministre de gauche, Jonas Lindqvist, se tait. Selon le maire, (le président turc) Recep Tayyip Erdogan viendra.", "2025-10-15",
     ("le président turc", "recep-tayyip-erdogan")),
    ("Hier, l'ambassadeur du Pérou, Mateo Quispe a remis une note.", "2025-10-15", ("l'ambassadeur du Pérou", "mateo-quispe")),
    ("Oslo a reçu l'ambassadeur du Pérou, Mateo Quispe afin de protester.", "2025-10-15", ("l'ambassadeur du Pérou", "mateo-quispe")),
    ("Le vice-ministre chilien des Affaires étrangères, Mateo Quispe, est venu. Le vice-ministre chilien repart.", "2025-10-15",
     ("Le vice-ministre chilien", "mateo-quispe")),
    ("Le ministre des Affaires étrangères, de la Migration et des Tunisiens à l'étranger, Mohamed Ali Nafti, est à Rome.", "2025-03-25",
     ("Le ministre des Affaires étrangères, de la Migration et des Tunisiens à l'étranger", "mohamed-ali-nafti")),
    ("Le ministre d'État, ministre des Affaires étrangères, Ahmed Attaf, est à Rome.", "2025-03-25", ("Le ministre d'État", "ahmed-attaf")),
    ("La cheffe de la mission d'appui des Nations unies en Libye est à Rome.", "2025-03-25",
     ("La cheffe de la mission d'appui des Nations unies en Libye", "hanna-tetteh")),
    ("Le ministre de l'Europe et des Affaires étrangères est à Rome.", "2025-03-25",
     ("Le ministre de l'Europe et des Affaires étrangères", "jean-noel-barrot")),
    ("La Commission européenne hésite. La présidente de la Commission se tait.", "2025-12-15",
     ("La présidente de la Commission", "ursula-von-der-leyen")),
    ("Le président Lee Jae Myung loue Donald Trump et la presse américaine. Le président attend.", "2025-10-24",
     ("Le président", "lee-jae-myung")),
    ("Olivier Nduhungirehe est à Doha. Le diplomate rwandais s'y attarde.", "2025-10-15", ("Le diplomate rwandais", "olivier-nduhungirehe")),
    ("Emmanuel Macron écrit à ses homologues malien, Abdoulaye Diop, et turc. Le chef de l'État malien se tait.", "2025-10-15",
     ("Le chef de l'État malien", "assimi-goita")),
]

COUNTERPARTS = [
    ("Sergueï Choïgou a appelé son homologue français.", "2022-10-24", ("son homologue français", "sebastien-lecornu")),
    ("Emmanuel Macron a vu ses homologues russe et turc.", "2019-10-24", ("russe", "vladimir-poutine")),
    ("Emmanuel Macron a vu ses homologues russe et turc.", "2019-10-24", ("turc", "recep-tayyip-erdogan")),
    ("Antony Blinken a appelé ses homologues en Inde, en Turquie et au Royaume-Uni.", "2022-10-24", ("Royaume-Uni", "james-cleverly")),
    ("Antony Blinken a appelé ses homologues en Inde, en Turquie et au Royaume-Uni.", "2022-10-24", ("Turquie", "mevlut-cavusoglu")),
    ("Emmanuel Macron a vu son homologue chinois Xi Jinping.", "2019-10-24", ("son homologue chinois", "xi-jinping")),
    ("Leur homologue ukrainien Dmitry Kuleba a nié.", "2022-10-24", ("Dmitry Kuleba", "dmytro-kouleba")),
]

OTHER_TIMES = [
    ("L'ancien président américain sort un livre.", "2019-05-24", "donald-trump"),
    ("L'ex-président américain sort un livre.", "2019-05-24", "donald-trump"),
    ("Le futur président américain devra choisir.", "2020-10-24", "donald-trump"),
    ("Il rêve de devenir président de la Russie.", "2019-05-24", "vladimir-poutine"),
    ("Le prochain Premier ministre britannique devra choisir.", "2019-05-24", "theresa-may"),
    ("Un ministre russe a parlé.", "2019-05-24", "serguei-lavrov"),
    ("Le président de la commission américaine a parlé.", "2019-05-24", "donald-trump"),
    ("Le vice-président américain a parlé.", "2019-05-24", "donald-trump"),
    ("La Suisse observe. Le président de la Confédération AES a parlé.", "2024-09-24", "viola-amherd"),
    ("Le président du Conseil de sécurité a parlé.", "2024-09-24", "giorgia-meloni"),
    ("L'UE et l'UA siègent. La présidente de la Commission se tait.", "2024-09-24", "ursula-von-der-leyen"),
    ("Le conseiller du président russe Iouri Ouchakov a parlé. Le Premier ministre russe repart.", "2024-09-24", "dmitri-medvedev"),
    ("Narendra Modi jubile. Le responsable des fouilles du Pakistan et son homologue indien se sont vus.", "2024-09-24", "droupadi-murmu"),
]


@pytest.mark.parametrize(("text", "day", "expected"), HOLDERS + NEWER + COUNTERPARTS)
def test_office_gives_its_holder(text, day, expected):
    assert expected in pairs(text, day)


@pytest.mark.parametrize(("text", "day", "actor_id"), OTHER_TIMES)
def test_office_of_another_time_or_body(text, day, actor_id):
    assert actor_id not in ids(text, day)


def test_an_adviser_is_not_the_president_whom_he_advises():
    found = pairs("Le conseiller du président russe Iouri Ouchakov a parlé. Le président russe repart.", "2024-09-24")
    assert {("du président russe", "vladimir-poutine"), ("Le président russe", "vladimir-poutine")} <= found


def test_counterpart_of_an_office_that_nobody_knows():
    text = "Subrahmanyam Jaishankar jubile. Le responsable des fouilles du Pakistan et son homologue indien se sont vus."
    assert not [m for m in read(text, "2024-09-24").mentions if m.rule == "counterpart"]


def test_office_in_a_past_year():
    found = ids("En 2014, le président américain avait dénoncé cette annexion.", "2019-05-24")
    assert "barack-obama" in found and "donald-trump" not in found


def test_unknown_holder_stays_without_a_name():
    reading = read("Le ministre tuvaluan de la Pêche est arrivé.", "2019-05-24")
    assert all(a.name == "" for a in reading.actors.values() if a.kind == "person")


def test_indefinite_office_has_no_name():
    reading = read("Un porte-parole du gouvernement chinois a démenti.", "2019-05-24")
    people = [a for a in reading.actors.values() if a.kind == "person"]
    assert [(a.name, a.country) for a in people] == [("", "CHN")]


def test_a_diplomat_may_be_anybodys():
    assert not [m for m in read("La Serbie vote, les Serbes hésitent. Le diplomate part.").mentions if m.rule == "coreference"]


def test_the_article_knows_better_than_the_table():
    text = "Le ministre finlandais des Affaires étrangères, Aarne Virtakoski, est en Suède. Le ministre finlandais des Affaires étrangères repart."
    assert ("Le ministre finlandais des Affaires étrangères", "aarne-virtakoski") in pairs(text, "2019-05-24")


@pytest.mark.parametrize(("text", "day", "expected"), [
    ("Emmanuel Macron est à Alger. Le chef de l'Etat y restera.", "2022-08-25", ("Le chef de l'Etat", "emmanuel-macron")),
    ("Mike Pompeo est à Alger. Le secrétaire d'Etat y restera.", "2020-08-25", ("Le secrétaire d'Etat", "mike-pompeo")),
    ("La Serbie vote, les Serbes hésitent. Le procureur enquête.", "2022-08-25", ("Le procureur", "SRB-procureur-general")),
    ("Kyriakos Mitsotakis est à Alger. Le Premier ministre y restera.", "2020-08-25", ("Le Premier ministre", "kyriakos-mitsotakis")),
])
def test_bare_office_goes_back(text, day, expected):
    assert expected in pairs(text, day)
