"""People by name: from the tables, by title, by apposition, by speaking, and their surnames."""
import pytest

from tests.actors.reading import ids, pairs, read

TABLE = [
    ("Emmanuel Macron a salué ce geste.", "2023-05-04", ("Emmanuel Macron", "emmanuel-macron")),
    ("Sergueï Lavrov a répondu.", "2022-10-20", ("Sergueï Lavrov", "serguei-lavrov")),
    ("Sergei Lavrov a répondu.", "2022-10-20", ("Sergei Lavrov", "serguei-lavrov")),
    ("Dmitry Kuleba a remercié ses alliés.", "2022-10-20", ("Dmitry Kuleba", "dmytro-kouleba")),
    ("Dmytro Kouleba a remercié ses alliés.", "2022-10-20", ("Dmytro Kouleba", "dmytro-kouleba")),
    ("Recep Tayyip Erdoğan se rend à Riyad.", "2023-05-04", ("Recep Tayyip Erdoğan", "recep-tayyip-erdogan")),
    ("Xi Jinping reçoit le chancelier. Xi a souri.", "2022-11-04", ("Xi", "xi-jinping")),
    ("Jean-Yves Le Drian part. Le Drian a parlé.", "2020-05-04", ("Le Drian", "jean-yves-le-drian")),
    ("Angela Merkel est venue. Mme Merkel a parlé.", "2019-05-04", ("Merkel", "angela-merkel")),
    ("Pour M. Poutine, rien ne change.", "2019-05-04", ("Poutine", "vladimir-poutine")),
    ("Rien ne change pour Poutine.", "2019-05-04", ("Poutine", "vladimir-poutine")),
    ("La rencontre Trump-Kim a tourné court.", "2019-03-04", ("Trump", "donald-trump")),
    ("E. Macron s'y oppose.", "2019-03-04", ("Macron", "emmanuel-macron")),
]

STRANGERS = [
    ("L'opposant russe Piotr Vassilenko a été arrêté.", ("Piotr Vassilenko", "piotr-vassilenko"), "RUS"),
    ("Le général américain Brandon Hollister dirige la mission.", ("Brandon Hollister", "brandon-hollister"), "USA"),
    ("La porte-parole du gouvernement norvégien, Ragnhild Solbakken, a confirmé.", ("Ragnhild Solbakken", "ragnhild-solbakken"), "NOR"),
    ("Wu Deming, chercheur chinois, en doute.", ("Wu Deming", "wu-deming"), "CHN"),
    ("« C'est un piège », a estimé Khaled Mansouri, député irakien.", ("Khaled Mansouri", "khaled-mansouri"), "IRQ"),
    ("Selon Anatole Berthier, analyste à Paris, rien ne bouge.", ("Anatole Berthier", "anatole-berthier"), "FRA"),
    ("Mme Tuulikki Rantala, 46 ans, est finlandaise.", ("Tuulikki Rantala", "tuulikki-rantala"), "FIN"),
    ("Le sénateur démocrate Bob Hanley et le sénateur Tim Roscoe s'inquiètent aux Etats-Unis.", ("Tim Roscoe", "tim-roscoe"), "USA"),
    ("La France vote. Le député de l'Ain Thierry Vasseur doute.", ("Thierry Vasseur", "thierry-vasseur"), "FRA"),
    ("Le responsable allemand du parti en Thuringe Björn Hausmann doute.", ("Björn Hausmann", "bjorn-hausmann"), "DEU"),
    ("Ymir Holtvedt affirme le contraire.", ("Ymir Holtvedt", "ymir-holtvedt"), ""),
    ("Le vice-ministre de la Santé Behzad Karimian nie, selon l'agence iranienne Irna.", ("Behzad Karimian", "behzad-karimian"), "IRN"),
]

NOBODY = [
    "Le New York Times publie une enquête.",
    "Selon Le Monde, la réunion est annulée.",
    "Interrogée par l'AFP, elle refuse de répondre.",
    "Human Rights Watch dénonce ces tirs.",
    "Le porte-avions Charles de Gaulle a quitté Toulon.",
    "L'avion s'est posé à l'aéroport Houari Boumediene.",
    "Le prix Andreï Sakharov lui est remis.",
    "La rue Jean Jaurès est fermée.",
    "La tempête Ciara traverse la Manche.",
    "Les Jeux olympiques auront lieu en juillet.",
    "Le Premier Mai est chômé.",
    "Turkish Airlines reprend ses vols.",
    "La mer de Chine méridionale inquiète.",
    "Fox News l'annonce.",
    "Une résidence Santa Maria del Prado est en travaux.",
]


@pytest.mark.parametrize(("text", "day", "expected"), TABLE)
def test_people_of_the_tables(text, day, expected):
    assert expected in pairs(text, day)


@pytest.mark.parametrize(("text", "expected", "country"), STRANGERS)
def test_people_outside_the_tables(text, expected, country):
    reading = read(text)
    assert expected in {(m.text, m.actor_id) for m in reading.mentions}
    assert reading.actors[expected[1]].country == country


@pytest.mark.parametrize("text", NOBODY)
def test_names_of_other_things(text):
    assert not [a.name for a in read(text).actors.values() if a.kind == "person"]


@pytest.mark.parametrize("text", [
    "par Claire Bertin, Paul Vasseur (Reuters) - La réunion est annulée.",
    "La foule applaudit, rapporte notre correspondante à Vilnius, Claire Bertin.",
    "Le palais de nuit. Photo : Paul Vasseur",
    "L'hôtel Roosevelt est fermé, (reportage de Paul Vasseur, édité par Claire Bertin)",
])
def test_who_writes_is_nobody_in_the_story(text):
    assert not {a.name for a in read(text).actors.values()} & {"Claire Bertin", "Paul Vasseur"}


@pytest.mark.parametrize(("text", "day", "expected"), [
    ("Emmanuel Macon promet une réponse.", "2019-03-04", ("Emmanuel Macon", "emmanuel-macron")),
    ("Marta Lucia Ramirez a réagi. Mme Lucia Ramirez a insisté.", "2019-02-24", ("Lucia Ramirez", "marta-lucia-ramirez")),
    ("À Doha, Sheikh Mohammed Bin Abdulrahman al-Thani a réagi.", "2024-02-04",
     ("Mohammed Bin Abdulrahman al-Thani", "mohammed-ben-abderrahmane-al-thani")),
    ("L'armée de Staline avançait.", "2019-03-04", ("Staline", "joseph-staline")),
    ("La reine Elizabeth II a souri.", "2019-03-04", ("reine Elizabeth II", "elizabeth-ii")),
    ("Selon l'AFP Anton Zelinski, député polonais, a voté.", "2019-03-04", ("Anton Zelinski", "anton-zelinski")),
])
def test_other_ways_to_write_a_name(text, day, expected):
    assert expected[1] in {actor_id for words, actor_id in pairs(text, day) if words.endswith(expected[0].split()[-1])}


def test_surname_in_the_title_finds_its_owner():
    text = "Navalny dans le coma\n\nL'opposant Alexeï Navalny est hospitalisé."
    assert ("Navalny", "alexei-navalny") in pairs(text, "2020-08-21")


def test_two_of_one_surname():
    text = "Donald Trump a reçu Ivanka Trump. Trump a plaisanté avec Donald Trump."
    assert ("Trump", "donald-trump") in pairs(text, "2019-03-04")


def test_ordinary_word_is_no_surname():
    assert "theresa-may" not in ids("En May, la ville est belle.", "2018-03-04")


def test_role_and_country_of_a_stranger():
    actor = read("Le ministre fidjien du Tourisme, Ratu Vakalala, s'est exprimé.").actors["ratu-vakalala"]
    assert (actor.country, actor.kind) == ("FJI", "person")


def test_role_of_the_date():
    before = read("Boris Johnson a parlé.", "2017-03-04").actors["boris-johnson"]
    after = read("Boris Johnson a parlé.", "2020-03-04").actors["boris-johnson"]
    assert (before.role, after.role) == ("ministre des Affaires étrangères", "Premier ministre")


def test_a_generation_is_nobody():
    assert not [a for a in read("La Gen Z malgache manifeste.").actors.values() if a.kind == "person"]
