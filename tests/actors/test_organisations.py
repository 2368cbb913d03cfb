"""Firms, media, NGOs, unions and parties by their names; and where such a name says only where somebody speaks."""
import pytest

from tests.actors.reading import ids, read

NAMED = [
    ("Bruxelles inflige une amende à Google.", "google"),
    ("Washington veut contraindre ByteDance à vendre son application.", "bytedance"),
    ("Twitter a suspendu le compte du président.", "twitter"),
    ("Pékin menace Lockheed Martin de représailles.", "lockheed-martin"),
    ("Le Congo poursuit le groupe Eni en justice.", "ENI"),
    ("La Malaysia Airlines attend un geste de Moscou.", "malaysia-airlines"),
    ("Téhéran accuse Boeing d'avoir cédé.", "boeing"),
    ("Deutsche Bank rompt avec le Kremlin.", "deutsche-bank"),
    ("Le ministre s'en prend à CNN.", "CNN"),
    ("Moscou menace la BBC d'expulsion.", "BBC"),
    ("Le tribunal de Moscou ferme Novaïa Gazeta.", "novaia-gazeta"),
    ("La justice israélienne ferme Al-Jazeera.", "al-jazeera"),
    ("Save the Children réclame une trêve au Yémen.", "save-the-children"),
    ("L'ONG israélienne B'Tselem accuse l'armée.", "btselem"),
    ("Foro Penal compte les détenus du Venezuela.", "foro-penal"),
    ("Le Crif condamne cet attentat.", "CRIF"),
    ("La FNSEA rejette l'accord avec le Mercosur.", "FNSEA"),
    ("L'Église orthodoxe serbe refuse la loi.", "eglise-serbe"),
    ("À Dublin, le Parti vert irlandais soutient la motion.", "parti-vert-irlandais"),
    ("En Italie, le Parti démocrate refuse toute alliance.", "parti-democrate-italien"),
    ("Aux Etats-Unis, le Parti démocrate s'oppose au président.", "parti-democrate"),
    ("En Australie, le Parti travailliste l'emporte.", "parti-travailliste-australien"),
    ("Au Japon, le Parti communiste vote contre.", "PCJ"),
    ("En Autriche, les Verts entrent au gouvernement.", "verts-autrichiens"),
    ("Le parti libéral Iabloko dénonce la guerre.", "iabloko"),
    ("Le Front populaire ivoirien boycotte le scrutin.", "FPI"),
    ("La chaîne publique NHK présente ses excuses à Séoul.", "NHK"),
    ("Les autorités bloquent Facebook et Twitter.", "twitter"),
    ("La télévision d'État CCTV dénonce une provocation.", "CCTV"),
]

ELSEWHERE = [
    ("« C'est inacceptable », écrit Donald Trump sur Twitter.", "twitter"),
    ("Le président a publié son message sur son compte Twitter.", "twitter"),
    ("Il l'a dit sur Facebook et Instagram.", "instagram"),
    ("Dans un entretien au Figaro, le ministre accuse Ankara.", "le-figaro"),
    ("Il s'est exprimé sur la chaîne de télévision CNN.", "CNN"),
    ("Selon le New York Times, Moscou prépare une riposte.", "new-york-times"),
    ("Moscou prépare une riposte, rapporte le Washington Post.", "washington-post"),
    ("Il répondait aux questions de journalistes de la BBC.", "BBC"),
    ("Pour la chercheuse, professeure à Sciences Po, Ankara temporise.", "sciences-po"),
    ("Un Boeing 737 s'est écrasé près de Téhéran.", "boeing"),
    ("L'Airbus a atterri à Minsk.", "airbus"),
]


@pytest.mark.parametrize(("text", "actor_id"), NAMED)
def test_an_organisation_by_its_name(text, actor_id):
    assert actor_id in ids(text)


@pytest.mark.parametrize(("text", "actor_id"), ELSEWHERE)
def test_where_somebody_speaks_is_nobody(text, actor_id):
    assert actor_id not in ids(text)


def test_a_paper_as_a_source_names_no_state():
    assert "USA" not in {actor.country for actor in read("Selon le New York Times, Moscou accuse Kiev.").actors.values()}


def test_a_firm_has_its_state():
    assert read("Pékin menace Lockheed Martin.").actors["lockheed-martin"].country == "USA"


@pytest.mark.parametrize("text", ["L'ONG WWF France dénonce ce projet au Brésil.", "Greenpeace France refuse de quitter le Brésil.",
                                  "Diplômée de Sciences Po Paris, elle défend le Brésil."])
def test_a_branch_is_not_its_state(text):
    assert "FRA" not in ids(text) and "BRA" in ids(text)


def test_a_state_behind_an_alliance_stays():
    assert {"UE", "CHN"} <= ids("Le sommet UE Chine a échoué.")
