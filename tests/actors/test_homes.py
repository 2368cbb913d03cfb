"""A person's state: what the text tells, and what it does not."""
import pytest

from tests.actors.reading import countries

TOLD = [
    ("L'Algérien Karim Bensaad a été extradé vers la Belgique.", "Karim Bensaad", "DZA"),
    ("La police suédoise a relâché le Danois Anders Kjeldsen.", "Anders Kjeldsen", "DNK"),
    ("Une porte-parole du ministère polonais, Zofia Wrona, a réagi à Londres.", "Zofia Wrona", "POL"),
    ("L'ambassadeur d'Autriche au Japon, Franz Holzer, est attendu.", "Franz Holzer", "AUT"),
    ("L'ambassadrice norvégienne à Madrid, Ingrid Solheim, a protesté.", "Ingrid Solheim", "NOR"),
    ("L'ambassadrice de Norvège Mme Ingrid Solheim est convoquée en Bulgarie.", "Ingrid Solheim", "NOR"),
    ("Un ressortissant canadien, identifié sous le nom de Liang Bo, est jugé en Chine.", "Liang Bo", "CAN"),
    ("Les journalistes belges Luc Verhaegen, Piet Smeets et Jan Claes sont libres au Mali.", "Jan Claes", "BEL"),
    ("La compagne russe de l'accusé, Vera Tchernova, pleure.", "Vera Tchernova", "RUS"),
    ("Pour Omar Haddadin, chercheur jordanien, l'Iran attend.", "Omar Haddadin", "JOR"),
    ("Le député LR Bertrand Vasseur interpelle l'Allemagne.", "Bertrand Vasseur", "FRA"),
    ("Bertrand Vasseur (LREM) interpelle l'Allemagne.", "Bertrand Vasseur", "FRA"),
    ("L'eurodéputée EELV Solange Mercadier vise la Pologne.", "Solange Mercadier", "FRA"),
    ("En Bolivie, le ministre Hugo Quispe dément. Le Chili et le Pérou attendent.", "Hugo Quispe", "BOL"),
    ("Le ministre des Transports, Dag Ringstad, promet des trains. La Norvège attend, les Norvégiens aussi.", "Dag Ringstad", "NOR"),
    ("Aux Etats-Unis, les Américains votent. Le sénateur démocrate Wade Tolliver hésite sur la Russie.", "Wade Tolliver", "USA"),
    ("Le Brésil vote. Le député brésilien Caio Teles est venu avec son épouse Rosa Teles.", "Rosa Teles", "BRA"),
    ("La France et l'Inde négocient. La France insiste. Françoise Dubreuil en doute au Japon.", "Françoise Dubreuil", "FRA"),
    ("La Turquie juge des Turcs. Françoise Dubreuil proteste. La France attend.", "Françoise Dubreuil", "FRA"),
    ("L'Ukraine vote, les Ukrainiens doutent. L'avocat Volodymyr Tkalenko écrit à la Pologne.", "Volodymyr Tkalenko", "UKR"),
    ("Martin Schulz proteste.", "Martin Schulz", "DEU"),
    ("Julian Assange attend à Londres que le Royaume-Uni décide.", "Julian Assange", "AUS"),
]

UNTOLD = [
    ("Selon Harold Winspear, spécialiste de la Corée du Nord, Pyongyang attend.", "Harold Winspear"),
    ("Selon Harold Winspear, professeur à l'université américaine, le Liban attend.", "Harold Winspear"),
    ("Harold Winspear, arrêté en Syrie par une milice, est jugé en Irak.", "Harold Winspear"),
    ("Harold Winspear, élu pro-russe, voyage en Syrie.", "Harold Winspear"),
    ("La fiancée turque de Harold Winspear témoigne en Arabie saoudite.", "Harold Winspear"),
    ("Le président ira à Moscou et Harold Winspear au match.", "Harold Winspear"),
    ("La Turquie arrête des Turcs à Ankara. L'avocat Harold Winspear proteste.", "Harold Winspear"),
    ("La Turquie juge des Turcs. La ministre Françoise Dubreuil proteste. La Turquie répond.", "Françoise Dubreuil"),
    ("La Suisse juge des Suisses. La France attend. Françoise Dubreuil proteste.", "Françoise Dubreuil"),
    ("La Chine, l'Inde et le Japon négocient. Harold Winspear en doute.", "Harold Winspear"),
    ("L'accusé, Harold Winspear, un élu du parti conservateur, fume en Pologne et en Suède.", "Harold Winspear"),
]


@pytest.mark.parametrize(("text", "name", "code"), TOLD)
def test_what_the_text_tells(text, name, code):
    assert countries(text)[name] == code


@pytest.mark.parametrize(("text", "name"), UNTOLD)
def test_what_the_text_does_not_tell(text, name):
    assert countries(text)[name] == ""
