"""Parties, people and towns of one name."""
import pytest

from tests.actors.reading import ids, pairs

PARTIES = [
    ("Le député Les Républicains Bertrand Vasseur critique l'Elysée.", "les-republicains"),
    ("En France, Les Républicains et le PS votent contre.", "les-republicains"),
    ("Les Républicains ont voté contre Donald Trump au Congrès américain.", "parti-republicain"),
    ("Aux Etats-Unis, les républicains bloquent le texte.", "parti-republicain"),
    ("Au Portugal, le Parti socialiste l'emporte.", "ps-portugal"),
    ("En Espagne, le Parti socialiste l'emporte.", "psoe"),
    ("En France, le Parti socialiste recule.", "ps-fra"),
    ("L'Armée de libération nationale algérienne fêtait sa victoire.", "aln-algerie"),
    ("En Colombie, l'Armée de libération nationale pose les armes.", "eln"),
]

NOT_MEANT = [
    ("Le front des républicains tient à Perpignan.", "parti-republicain"),
    ("Un élu du parti conservateur a été tué en Allemagne.", "parti-conservateur"),
    ("Le maire de Vienne dément, en Isère.", "AUT"),
    ("Le parquet de Vienne a ouvert une enquête en Isère.", "AUT-parquet"),
    ("La réunion est fixée les 28 et 29 août.", "UE"),
    ("Selon Dominique, rien ne presse.", "DMA"),
    ("L'avis du frère André compte.", "arnoldo-andre"),
    ("Le dossier agace Anuna de Wever.", "bart-de-wever"),
    ("M. Philippe se tait.", "roi-philippe"),
    ("Porter plainte ne suffit pas.", "jalina-porter"),
    ("La région MENA inquiète.", "marcelo-mena"),
    ("Léonard Lopez est détenu.", "leopoldo-lopez"),
    ("Jean-Michel Rambourg est détenu.", "michaelle-jean"),
    ("Ahmed Abou Rached est détenu.", "abiy-ahmed"),
    ("Chen Shih-hao est ministre.", "chen-chien-jen"),
]


@pytest.mark.parametrize(("text", "actor_id"), PARTIES)
def test_the_party_of_the_state_that_is_named(text, actor_id):
    assert actor_id in ids(text)


@pytest.mark.parametrize(("text", "actor_id"), NOT_MEANT)
@pytest.mark.parametrize("day", ["2023-05-04", ""])
def test_nobody_by_half_a_name(text, actor_id, day):
    assert actor_id not in ids(text, day)


def test_vienna_of_austria():
    assert ("Vienne", "AUT") in pairs("L'Autriche s'inquiète : Vienne refuse.")


def test_the_numeral_decides_between_kings():
    assert "abdallah-ii" in ids("Le roi Abdallah II a protesté.", "")


def test_the_title_decides_for_a_given_name():
    assert "moon-jae-in" in ids("Le président Moon a protesté.", "2018-05-04")


@pytest.mark.parametrize(("text", "actor_id"), [
    ("Les combattants d'Al-Qaïda ont fui.", "al-qaida"),
    ("Daech a revendiqué l'attaque.", "EI"),
])
def test_a_group_of_no_state_needs_none(text, actor_id):
    assert actor_id in ids(text, "")


@pytest.mark.parametrize("text", ["La députée des Bouches-du-Rhône, Valérie Tissandier, proteste.",
                                  "Le député du Pas-de-Calais Valérie Tissandier proteste."])
def test_a_department_is_no_name(text):
    assert "valerie-tissandier" in ids(text)
    assert not any("rhone" in key or "calais" in key for key in ids(text))
