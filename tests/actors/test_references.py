"""Pronouns and definite phrases that go back to somebody named before."""
import pytest

from tests.actors.reading import pairs, read

CASES = [
    ("Emmanuel Macron a reçu Vladimir Poutine. Les deux hommes ont parlé de la Syrie.", ("Les deux hommes", "vladimir-poutine")),
    ("Emmanuel Macron a reçu Vladimir Poutine. Les deux hommes ont parlé de la Syrie.", ("Les deux hommes", "emmanuel-macron")),
    ("La Grèce a signé avec la Turquie. Les deux pays sont voisins.", ("Les deux pays", "GRC")),
    ("La Grèce a signé avec la Turquie. Les deux pays sont voisins.", ("Les deux pays", "TUR")),
    ("Emmanuel Macron est arrivé. Il a salué la foule.", ("Il", "emmanuel-macron")),
    ("Angela Merkel est arrivée. Elle a salué la foule.", ("Elle", "angela-merkel")),
    ("« Nous irons », a dit Emmanuel Macron. « C'est promis », a-t-il ajouté.", ("il", "emmanuel-macron")),
    ("La Russie menace. Elle a massé des troupes.", ("Elle", "RUS")),
    ("Emmanuel Macron a écouté Joe Biden. Ce dernier a promis une aide.", ("Ce dernier", "joe-biden")),
    ("L'opposant Alexeï Navalny est soigné. L'opposant reste faible.", ("L'opposant", "alexei-navalny")),
    ("Kaja Kallas s'inquiète. Son pays est voisin de la Russie.", ("Son pays", "EST")),
    ("La Corée du Sud proteste. Le Nord a tiré un missile.", ("Le Nord", "PRK")),
    ("Sergueï Lavrov a vu Wang Yi. Le ministre russe repart.", ("Le ministre russe", "serguei-lavrov")),
    ("Sergueï Lavrov a vu Xi Jinping. Le ministre repart.", ("Le ministre", "serguei-lavrov")),
    ("Ahmed Attaf a vu Annalena Baerbock. Le ministre repart.", ("Le ministre", "ahmed-attaf")),
    ("Ignazio Cassis est à Vienne. Le ministre repart.", ("Le ministre", "ignazio-cassis")),
    ("Joe Biden loue Olaf Scholz, qui annonçait hier qu'il partirait.", ("il", "olaf-scholz")),
    ("« Rien ne presse », a lancé Olaf Scholz. « Joe Biden attendra », a-t-il ajouté.", ("il", "olaf-scholz")),
    ("La Turquie menace la Grèce si celle-ci persiste.", ("celle-ci", "GRC")),
    ("La Grèce et Chypre protestent. Ils ont saisi l'ONU.", ("Ils", "GRC")),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_goes_back(text, expected):
    assert expected in pairs(text)


@pytest.mark.parametrize("text", [
    "Emmanuel Macron est arrivé. Il faut attendre.",
    "Emmanuel Macron est arrivé. Il y a du monde.",
    "Emmanuel Macron est arrivé. Il est probable que la pluie tombe.",
    "Il pleut sur la ville.",
])
def test_impersonal_il_is_nobody(text):
    assert not [m for m in read(text).mentions if m.rule == "pronoun"]


@pytest.mark.parametrize("text", [
    "Joe Biden se tait. Le Conseil de sécurité de l'ONU annonce qu'il siégera.",
    "Le gouverneur veut inviter Joe Biden. Le gouverneur repart.",
    "Le chef du Hamas se tait. Selon le général el-Tayeb Haddad, rien ne presse.",
])
def test_body_or_name_bars_what_was_named_before(text):
    assert not [m for m in read(text).mentions if m.rule in ("pronoun", "coreference")]


def test_elle_is_not_a_man():
    assert not [m for m in read("Emmanuel Macron est arrivé. Elle a salué la foule.").mentions if m.rule == "pronoun"]
