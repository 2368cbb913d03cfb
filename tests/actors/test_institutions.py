"""Institutions of states, with and without the state beside them."""
import pytest

from analysis.actors import find_actors
from analysis.articles import Article
from analysis.language import parse
from tests.actors.reading import ids, pairs, read

CASES = [
    ("Le gouvernement turc refuse.", ("Le gouvernement turc", "TUR")),
    ("Les autorités russes refusent.", ("Les autorités russes", "RUS")),
    ("Le régime syrien refuse.", ("Le régime syrien", "SYR")),
    ("Le régime de Bachar al-Assad refuse.", ("Le régime de Bachar al-Assad", "SYR")),
    ("Le gouvernement de Benjamin Netanyahu refuse.", ("Le gouvernement de Benjamin Netanyahu", "ISR")),
    ("Des responsables iraniens refusent.", ("Des responsables iraniens", "IRN")),
    ("Le ministère hongrois des Affaires étrangères refuse.", ("Le ministère hongrois des Affaires étrangères", "HUN-ministere-affaires-etrangeres")),
    ("Le ministère des Affaires étrangères hongrois refuse.", ("Le ministère des Affaires étrangères hongrois", "HUN-ministere-affaires-etrangeres")),
    ("Le Pentagone refuse.", ("Pentagone", "USA-ministere-defense")),
    ("L'ambassade de Suède a fermé.", ("L'ambassade de Suède", "SWE-ambassade")),
    ("La justice bulgare enquête.", ("La justice bulgare", "BGR-justice")),
    ("La présidence française confirme.", ("La présidence française", "FRA-presidence")),
    ("La Pologne proteste. L'armée polonaise est en alerte. L'armée se tient prête.", ("L'armée", "POL-armee")),
    ("La Hongrie proteste. Le gouvernement hongrois menace. Le gouvernement est inquiet.", ("Le gouvernement", "HUN")),
    ("En Syrie, le régime dénonce cette frappe américaine.", ("le régime", "SYR")),
    ("L'Otan se réunit. L'Alliance est divisée.", ("L'Alliance", "OTAN")),
    ("La junte nigérienne a pris le pouvoir. Paris a condamné la junte.", ("la junte", "junte-nigerienne")),
    ("Paris a averti les militaires au pouvoir à Niamey. La junte a dénoncé Paris.", ("La junte", "junte-nigerienne")),
    ("Paris met en garde le Mali. La junte a protesté.", ("La junte", "junte-malienne")),
    ("La Serbie vote. La police serbe a chargé. Les manifestants ont hué Belgrade.", ("Les manifestants", "SRB-manifestants")),
    ("La Serbie vote. Des milliers de protestataires ont hué Belgrade.", ("de protestataires", "SRB-manifestants")),
    ("La Géorgie vote. Le pouvoir a arrêté des opposants à Tbilissi.", ("des opposants", "GEO-opposition")),
    ("La Géorgie vote. Le tribunal a condamné un élu géorgien.", ("Le tribunal", "GEO-justice")),
    ("La junte gabonaise a juré. Le Gabon attend. La junte promet.", ("La junte", "GAB-junte")),
    ("Paris met en garde le Mali. La France reproche aux militaires au pouvoir de mentir.", ("aux militaires au pouvoir", "junte-malienne")),
    ("Les dirigeants turcs se taisent.", ("Les dirigeants turcs", "TUR")),
    ("Ankara reçoit des ministres serbes.", ("des ministres serbes", "SRB")),
    ("La Serbie vote. Plusieurs syndicats appellent à la grève.", ("Plusieurs syndicats", "SRB-syndicats")),
    ("La Serbie vote. Un policier a été blessé à la marche.", ("Un policier", "SRB-police")),
    ("La Serbie vote. Un tribunal a tranché.", ("Un tribunal", "SRB-justice")),
    ("La Serbie vote. Des familles de victimes protestent.", ("Des familles", "SRB-familles")),
    ("La Serbie vote. Les habitants de Sarajevo regardent.", ("Les habitants", "BIH-habitants")),
    ("La Serbie vote. Les avocats de Viktor Orban protestent.", ("Les avocats", "HUN-avocats")),
    ("La Serbie vote. Lors de heurts à Budapest, des manifestants ont été arrêtés.", ("des manifestants", "HUN-manifestants")),
    ("La Serbie vote. Après un vote à Budapest, les troupes rentrent.", ("les troupes", "SRB-armee")),
    ("La Serbie vote. Les migrants attendent à la frontière.", ("Les migrants", "migrants")),
    ("La Serbie accueille des experts hongrois.", ("des experts hongrois", "HUN-experts")),
    ("La Serbie juge un Croate et une Hongroise.", ("Hongroise", "HUN-habitants")),
]


def test_a_junta_whose_state_is_not_told_is_nobodys():
    assert not [found for found in pairs("La France et la Suisse se parlent. La junte a protesté contre Paris.") if "junte" in found[0]]


@pytest.mark.parametrize("text", ["La Serbie vote. Peu de manifestants sont venus.", "La Serbie vote. Elle craint de tribunal en tribunal."])
def test_a_crowd_is_read_where_it_is_definite_or_counted(text):
    assert ids(text) == {"SRB"}


def test_the_title_tells_of_which_state_an_article_speaks():
    title = "Hong Kong : nouvelle marche"
    text = f"{title}\n\nLes Chinois observent. La Chine attend. Des manifestants ont été arrêtés."
    for end, expected in ((len(title), "HKG-manifestants"), (0, "CHN-manifestants")):
        reading = find_actors(parse(text), Article("test", "test.txt", title[:end], text, None, None, title_end=end))
        assert [m.actor_id for m in reading.mentions if m.text == "Des manifestants"] == [expected]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_institution(text, expected):
    assert expected in pairs(text)


@pytest.mark.parametrize(("text", "actor_id"), [
    ("Un film turc est primé.", "TUR"),
    ("La cuisine iranienne est riche.", "IRN"),
    ("Le parti au gouvernement perd des voix.", "TUR"),
])
def test_adjective_alone_is_no_mention(text, actor_id):
    assert actor_id not in ids(text)


@pytest.mark.parametrize(("text", "actor_id", "name"), [
    ("Le peuple libanais attend.", "LBN-peuple", "peuple libanais"),
    ("La diplomatie marocaine se tait.", "MAR-ministere-affaires-etrangeres", "ministère marocain des Affaires étrangères"),
    ("Les forces de sécurité libanaises tirent.", "LBN-forces-securite", "forces de sécurité libanaises"),
    ("Les services secrets libanais se taisent.", "LBN-services-renseignement", "services de renseignement libanais"),
])
def test_name_agrees_with_its_state(text, actor_id, name):
    assert read(text).actors[actor_id].name == name


@pytest.mark.parametrize(("text", "actor_id"), [
    ("La présidence suisse de l'OSCE commence.", "CHE-presidence"),
    ("La Suisse observe. L'ambassade à Berne est fermée.", "CHE-ambassade"),
    ("Le Conseil de sécurité de l'ONU siège. Oslo craint le Conseil national de transition.", "NOR-conseil-securite"),
])
def test_what_is_no_institution_of_the_state(text, actor_id):
    assert actor_id not in read(text).actors
