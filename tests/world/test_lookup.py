"""The public look-ups, on facts that the tables hold."""
import re
from datetime import date

import pytest

from analysis import world


def day(text):
    return date.fromisoformat(text)


@pytest.mark.parametrize("office_id, country, on, name", [
    ("ministre-affaires-etrangeres", "RUS", "2022-10-27", "Sergueï Lavrov"),
    ("ministre-affaires-etrangeres", "USA", "2019-04-05", "Mike Pompeo"),
    ("ministre-defense", "RUS", "2022-10-27", "Sergueï Choïgou"),
    ("president", "USA", "2016-06-01", "Barack Obama"),
    ("chancelier", "DEU", "2019-06-01", "Angela Merkel"),
    ("chef-etat", "FRA", "2019-06-01", "Emmanuel Macron"),
    ("chef-etat", "MAR", "2019-06-01", "Mohammed VI"),
    ("chef-gouvernement", "DEU", "2019-06-01", "Angela Merkel"),
    ("chef-gouvernement", "ESP", "2020-06-01", "Pedro Sanchez"),
    ("dirigeant", "PRK", "2018-06-12", "Kim Jong Un"),
    ("haut-representant", "UE", "2020-06-19", "Josep Borrell"),
    ("secretaire-general", "OTAN", "2018-07-11", "Jens Stoltenberg"),
])
def test_holder_on_a_day(office_id, country, on, name):
    person = world.holder(office_id, country, day(on), day(on))
    assert person is not None and person.name == name


@pytest.mark.parametrize("office_id, country, first, last", [
    ("president", "FRA", "2017-05-01", "2017-05-31"),  # changed hands inside the window
    ("ministre-affaires-etrangeres", "USA", "2018-04-01", "2018-04-30"),
    ("porte-parole-affaires-etrangeres", "CHN", "2022-10-27", "2022-10-27"),  # several at once
    ("envoye-special", "ONU", "2022-10-27", "2022-10-27"),
    ("chancelier", "FRA", "2019-06-01", "2019-06-01"),  # no such office
    ("president", "XXX", "2019-06-01", "2019-06-01"),
    ("no-such-office", "FRA", "2019-06-01", "2019-06-01"),
])
def test_holder_is_nobody_where_it_is_not_certain(office_id, country, first, last):
    assert world.holder(office_id, country, day(first), day(last)) is None


def test_holders_of_names_both_in_a_month_of_change():
    found = world.holders_of("president", "FRA", day("2017-05-01"), day("2017-05-31"))
    assert [person.name for person in found] == ["François Hollande", "Emmanuel Macron"]


def test_roles_of_a_person_in_a_window():
    roles = world.roles_of("boris-johnson", day("2019-09-01"), day("2019-09-30"))
    assert ("premier-ministre", "GBR") in [(term.office_id, term.country) for term in roles]
    assert "ministre-affaires-etrangeres" not in [term.office_id for term in roles]
    assert world.roles_of("nobody", day("2019-09-01"), day("2019-09-30")) == []


@pytest.mark.parametrize("office_id, country, gender, role", [
    ("ministre-affaires-etrangeres", "USA", "m", "secrétaire d'État"),
    ("ministre-affaires-etrangeres", "CHN", "m", "ministre des Affaires étrangères"),
    ("premier-ministre", "GBR", "f", "Première ministre"),
    ("premier-ministre", "ITA", "m", "président du Conseil"),
    ("chancelier", "DEU", "f", "chancelière"),
    ("president", "FRA", "m", "président"),
])
def test_role_is_the_local_name_of_the_office(office_id, country, gender, role):
    assert world.role(office_id, country, gender) == role


@pytest.mark.parametrize("phrase, office_id, scope", [
    ("patron du Pentagone", "ministre-defense", ("USA",)),
    ("cheffe de la diplomatie", "ministre-affaires-etrangeres", ()),
    ("maître du Kremlin", "president", ("RUS",)),
    ("porte-parole du Quai d'Orsay", "porte-parole-affaires-etrangeres", ("FRA",)),
    ("chancelier de l'Échiquier", "ministre-finances", ("GBR",)),
    ("chef de l'État", "chef-etat", ()),
])
def test_wordings_hold_what_the_press_prints(phrase, office_id, scope):
    found = [(office.office_id, office.scope) for office in world.wordings() if phrase in office.forms]
    assert (office_id, scope) in found


def test_a_country_as_the_press_names_it():
    korea = world.countries()["KOR"]
    assert (korea.name, korea.article, korea.adjectives[1]) == ("Corée du Sud", "la", "sud-coréenne")
    assert "Sud-Coréens" in korea.demonyms
    assert "Suissesse" in world.countries()["CHE"].demonyms
    assert world.countries()["DMA"].needs_article and not korea.needs_article


def test_version_is_stable_hex():
    assert re.fullmatch(r"[0-9a-f]{12}", world.world_version()) and world.world_version() == world.world_version()
