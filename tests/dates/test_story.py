"""Dates that count from the last date of the story, in an article published on Tuesday 22 October 2024."""
import pytest

from tests.dates.reading import day, read

PUBLISHED = "2024-10-22"

SECOND = [
    ("Le 10 mars 2019, il a cédé. La veille, il refusait.", day("La veille", "2019-03-09")),
    ("Le 10 mars 2019, il a cédé. L'avant-veille, il refusait.", day("L'avant-veille", "2019-03-08")),
    ("Le 10 mars 2019, il a cédé. Le lendemain, la foule fêtait.", day("Le lendemain", "2019-03-11")),
    ("Le 10 mars 2019, il a cédé. Le surlendemain, il partait.", day("Le surlendemain", "2019-03-12")),
    ("Le 10 mars 2019, il a cédé. Le même jour, Oslo réagissait.", day("Le même jour", "2019-03-10")),
    ("Le 10 mars 2019, il a cédé. Ce jour-là, Oslo réagissait.", day("Ce jour-là", "2019-03-10")),
    ("Le 10 mars 2019, il a cédé. Deux jours plus tôt, il refusait.", day("Deux jours plus tôt", "2019-03-08")),
    ("Le 10 mars 2019, il a cédé. Dix jours plus tard, il partait.", day("Dix jours plus tard", "2019-03-20")),
    ("Le 10 mars 2019, il a cédé. Trois semaines auparavant, il refusait.", day("Trois semaines auparavant", "2019-02-17")),
    ("Le 10 mars 2019, il a cédé. Un mois plus tard, il partait.", day("Un mois plus tard", "2019-04-10")),
    ("Le 10 mars 2019, il a cédé. Un an plus tard, il mourait.", ("Un an plus tard", "2020-03-01", "2020-03-31", "month")),
    ("En mai 2018, il a rompu. Un an plus tard, il a cédé.", ("Un an plus tard", "2019-05-01", "2019-05-31", "month")),
    ("Rompu en 2018, l'accord avait été conclu trois ans plus tôt.", ("trois ans plus tôt", "2015-01-01", "2015-12-31", "year")),
    ("Le 10 mars 2019, il a cédé. La semaine suivante, il partait.", ("La semaine suivante", "2019-03-11", "2019-03-17", "span")),
    ("Le 10 mars 2019, il a cédé. Le mois précédent, il refusait.", ("Le mois précédent", "2019-02-01", "2019-02-28", "month")),
    ("Le 10 mars 2019, il a cédé. L'année précédente, il refusait.", ("L'année précédente", "2018-01-01", "2018-12-31", "year")),
    ("Le 10 mars 2019, il a cédé. Cette année-là, tout changea.", ("Cette année-là", "2019-01-01", "2019-12-31", "year")),
    ("Le 10 mars 2019, il a cédé. Le dimanche précédent, il refusait.", day("Le dimanche précédent", "2019-03-03")),
    ("Élu en janvier 2019, il est tombé en avril de la même année.", ("en avril de la même année", "2019-04-01", "2019-04-30", "month")),
    ("Le 10 mars 2019, il cède. Le 12, Oslo réagit.", day("Le 12", "2019-03-12")),
]
FIRST = [
    ("Il avait refusé la veille.", day("la veille", "2024-10-21")),
    ("Deux jours plus tôt, il refusait.", day("Deux jours plus tôt", "2024-10-20")),
    ("Au lendemain de l'attaque, la ville est calme.", day("Au lendemain", "2024-10-22")),
    ("La décision tombe trois jours après la mort du roi.", day("trois jours après", "2024-10-22")),
    ("La décision est tombée deux jours après le coup d'État du 18 août.", day("deux jours après", "2024-08-20")),
]


@pytest.mark.parametrize(("text", "expected"), SECOND)
def test_counts_from_the_last_date(text, expected):
    assert read(text, PUBLISHED)[1] == expected


@pytest.mark.parametrize(("text", "expected"), SECOND)
def test_counts_also_where_publication_is_unknown(text, expected):
    assert read(text)[1] == expected


@pytest.mark.parametrize(("text", "expected"), FIRST)
def test_counts_from_publication_where_the_story_gave_no_date(text, expected):
    assert read(text, PUBLISHED)[0] == expected


def test_a_far_date_is_no_anchor():
    text = "Le 10 mars 2019, il a cédé. " + "Le pays attend. " * 60 + "La veille, il refusait."
    assert read(text, PUBLISHED)[1] == day("La veille", "2024-10-21")


@pytest.mark.parametrize(("text", "expected"), [
    ("La loi s'appliquera le 1er janvier 2025. Rome avait protesté la veille.", day("la veille", "2024-10-21")),
    ("Il verra Rome le 3 mai 2025. La veille, il avait refusé.", day("La veille", "2024-10-21")),
    ("Il ira à Rome le 3 mai 2025. La veille, il recevra Oslo.", day("La veille", "2025-05-02")),
    ("Il ira à Rome le 3 mai 2025. La veille, il doit recevoir Oslo.", day("La veille", "2025-05-02")),
])
def test_what_happened_does_not_count_from_a_day_to_come(text, expected):
    assert read(text, PUBLISHED)[1] == expected
