"""Where somebody's words end: at another's denial, at the main clause, at a verb that ``et`` joins; and denials that say no more."""
import pytest

from tests.statements.scene import hear

ROUX, DIALLO = "jean-roux", "awa-diallo"

DENIALS = [
    ("Oslo accuse Tunis de mentir, ce que Tunis dément.", [("NOR", "Tunis de mentir"), ("TUN", "ce que Tunis dément")]),
    ("Oslo accuse Tunis de mentir, Tunis dément", [("NOR", "Tunis de mentir"), ("TUN", "Tunis dément")]),
    ("Oslo accuse Tunis de mentir, mais l'ONU nie.", [("NOR", "Tunis de mentir"), ("ONU", "l'ONU nie")]),
    ("Oslo accuse Tunis de mentir, ce que récuse Awa Diallo.", [("NOR", "Tunis de mentir"), (DIALLO, "ce que récuse Awa Diallo")]),
    ("Oslo accuse Tunis de mentir (ce que Tunis a toujours nié).", [("NOR", "Tunis de mentir"), ("TUN", "ce que Tunis a toujours nié")]),
    ("Selon Oslo, la trêve est finie, une version démentie par Tunis.", [("NOR", "la trêve est finie"), ("TUN", "démentie par Tunis")]),
    ("Oslo dénonce un complot, accusation rejetée par Tunis.", [("NOR", "un complot"), ("TUN", "rejetée par Tunis")]),
    ("Oslo et Tunis nient.", [("NOR", "Oslo et Tunis nient"), ("TUN", "Oslo et Tunis nient")]),
    ("Mardi, le Front du Nord dément.", [("rebelles", "le Front du Nord dément")]),
    ("Tunis a toujours démenti et se tait.", [("TUN", "Tunis a toujours démenti")]),
]


@pytest.mark.parametrize(("text", "expected"), DENIALS)
def test_a_denial_is_its_own(text, expected):
    assert [(one.speaker_id, one.text) for one in hear(text)] == expected


@pytest.mark.parametrize("text", [
    "Oslo affirme que si la trêve échoue, Tunis rejettera le plan.",  # what a condition brings is still said by Oslo
    "Oslo salue un accord sur le port, un plan rejeté par Tunis.",  # no saying is denied
    "Oslo accuse Tunis d'avoir démenti.",
    "Oslo affirme que Tunis dément.",
    "Oslo assure vouloir la paix, ce qu'Oslo dément rarement.",
])
def test_no_other_begins(text):
    first = hear(text)[0]
    assert first.text == text[first.start:] and first.speaker_id == "NOR"


MAIN = [
    ("Oslo, qui accuse Tunis de mentir, a rompu les liens.", "Tunis de mentir"),
    ("Oslo, qui accuse Tunis de mentir et de voler, a rompu les liens.", "Tunis de mentir et de voler"),
    ("Jean Roux est reçu par Oslo, qui le soupçonne d'avoir menti, et il a nommé un juge.", "d'avoir menti"),
    ("Oslo, qui affirme que Tunis ment, a rompu les liens.", "que Tunis ment"),
    ("Accusant Tunis de mentir, de tricher et de voler, Oslo a rompu les liens.", "Tunis de mentir, de tricher et de voler"),
    ("Alors que Tunis accuse le juge de mentir, Oslo a rompu les liens.", "le juge de mentir"),
    ("Oslo rejette les accusations de Tunis et expulse un consul.", "les accusations de Tunis"),
    ("Oslo rejette les accusations de Tunis, qui le soupçonne de mentir, et il a rompu les liens.",
     "les accusations de Tunis"),
    ("Oslo condamne l'attaque de Tunis, qui tient le port.", "l'attaque de Tunis, qui tient le port."),
    ("Oslo condamne un régime qui ment et expulse ses amis.", "un régime qui ment et expulse ses amis."),
    ("Oslo affirme que Tunis ment et expulse ses amis.", "que Tunis ment et expulse ses amis."),
    ("Oslo affirme que Tunis, amie de l'ONU, a menti.", "que Tunis, amie de l'ONU, a menti."),
    ("Oslo, qui affirme que Tunis, amie de l'ONU, a menti, se tait.", "que Tunis, amie de l'ONU, a menti, se tait."),
]


@pytest.mark.parametrize(("text", "expected"), MAIN)
def test_the_main_clause_is_no_part_of_what_is_said(text, expected):
    assert expected in [one.text for one in hear(text)]
