"""Who speaks: inversions, pronouns, sources, agents, coordination, appositions, and quotations that go on."""
import pytest

from tests.statements.scene import hear, said

ROUX, DIALLO = "jean-roux", "awa-diallo"

QUOTES = [
    ('"C\'est non", a indiqué à l\'AFP Mme Diallo.', [DIALLO]),
    ("« C'est non », a déclaré mardi soir à Oslo devant la presse M. Roux.", [ROUX]),
    ("« C'est non », dit M. Roux.", [ROUX]),
    ("“C’est non”, a répondu Awa Diallo.", [DIALLO]),
    ("« C'est non » a lancé M. Roux.", [ROUX]),
    ("« C'est non ! », s'est exclamé M. Roux.", [ROUX]),
    ("« C'est non », coupe-t-il. M. Roux se tait.", [""]),
    ("M. Roux a dit : « C'est non. »", [ROUX]),
    ("M. Roux a écrit sur X : « Je pars ».", [ROUX]),
    ("M. Roux juge cela « inacceptable ».", [ROUX]),
    ("M. Roux s'est dit « inquiet ».", [ROUX]),
    ("M. Roux est arrivé. « C'est non », a-t-il dit.", [ROUX]),
    ("Mme Diallo a reçu M. Roux. « C'est non », a-t-elle dit.", [DIALLO]),
    ("« C'est non », a déclaré M. Roux. « Jamais », a-t-il ajouté.", [ROUX, ROUX]),
    ("« C'est non », a déclaré M. Roux. « Jamais. »", [ROUX, ROUX]),
    ("« C'est non », a déclaré M. Roux, ajoutant que « rien » ne changerait.", [ROUX, ROUX]),
    ("M. Roux a dénoncé « un leurre » et demandé « un vrai plan ».", [ROUX, ROUX]),
    ("M. Roux a, dans un message lundi, dit son « respect ».", [ROUX]),
    ("M. Roux, qui dirige la mission, a dénoncé « un leurre ».", [ROUX]),
    ("Le chef de la mission, Jean Roux, a dénoncé « un leurre ».", [ROUX]),
    ("Jean Roux, allié de la Tunisie, a dénoncé « un leurre ».", [ROUX]),
    ("Accusant Tunis de « mentir », Oslo a rompu les liens.", ["NOR"]),
    ("Selon Oslo, la trêve est « morte ».", ["NOR"]),
    ("La trêve est « morte », selon Oslo.", ["NOR"]),
    ("Pour Tunis, la trêve est « morte ».", ["TUN"]),
    ("À en croire M. Roux, « tout est perdu ».", [ROUX]),
    ("Le rapport, jugé « partial » par Tunis, sera publié.", ["TUN"]),
    ("L'île est qualifiée de « prison » par l'ONU.", ["ONU"]),
    ("« La ligne est franchie », peut-on lire dans un communiqué publié par le ministère norvégien.", ["NOR-ministere"]),
    ("« La ligne est franchie », indique-t-on à Oslo.", ["NOR"]),
    ("Oslo et Tunis ont salué « un grand pas ».", ["NOR", "TUN"]),
    ("« Un grand pas », ont déclaré Oslo et Tunis.", ["NOR", "TUN"]),
    ("« Nous partons.\n\n« Nous ne reviendrons pas », a averti M. Roux.", [ROUX, ROUX]),
    ('"Nous partons!\n\n", a lancé M. Roux.', [ROUX]),
    ("« C'est non », a t-il dit. M. Roux part.", [""]),
    ("« La trêve tient », assure un diplomate.", [""]),
    ("Algérie : Oslo « salue » un départ", ["NOR"]),
    ("« Non », a dit M. Roux à Mme Diallo. « Si », a-t-elle répondu.", [ROUX, DIALLO]),
]


@pytest.mark.parametrize(("text", "speakers"), QUOTES)
def test_speakers_of_quotations(text, speakers):
    assert [one.speaker_id for one in hear(text) if one.voice == "direct"] == speakers


REPORTED = [
    ("Oslo affirme que la trêve tient.", [("reported", "NOR", "que la trêve tient.")]),
    ("M. Roux a dit vouloir rentrer.", [("reported", ROUX, "vouloir rentrer.")]),
    ("Oslo se dit prêt à parler.", [("reported", "NOR", "prêt à parler.")]),
    ("M. Roux a promis de rentrer.", [("reported", ROUX, "de rentrer.")]),
    ("L'ONU a appelé à cesser le feu.", [("reported", "ONU", "à cesser le feu.")]),
    ("Nucléaire: Oslo met en garde Tunis", [("reported", "NOR", "Tunis")]),
    ("Selon Oslo, Tunis masse des troupes.", [("reported", "NOR", "Tunis masse des troupes.")]),
    ("Tunis masse des troupes, selon Oslo.", [("reported", "NOR", "Tunis masse des troupes")]),
    ("Tunis masse des troupes, selon elle.", []),
    ("Tunis masserait des troupes, selon des sources diplomatiques.", [("hearsay", "", "Tunis masserait des troupes")]),
    ("De source diplomatique, Tunis prépare une riposte.", [("hearsay", "", "Tunis prépare une riposte.")]),
    ("M. Roux aurait affirmé que la trêve tient.", [("hearsay", ROUX, "que la trêve tient.")]),
    ("M. Roux affirme que la trêve tient et demande à l'ONU d'agir.",
     [("reported", ROUX, "que la trêve tient"), ("reported", ROUX, "à l'ONU d'agir.")]),
    ("Oslo affirme que Tunis accuse l'ONU de mentir.",
     [("reported", "NOR", "que Tunis accuse l'ONU de mentir."), ("reported", "TUN", "l'ONU de mentir.")]),
    ("Oslo condamne l'attaque.", [("reported", "NOR", "l'attaque.")]),
    ("Oslo a annoncé le rappel de son consul.", [("reported", "NOR", "le rappel de son consul.")]),
    ("Oslo a promis une aide.", [("reported", "NOR", "une aide.")]),
    ("La cour d'Oslo a condamné hier à six ans de prison l'ancien agent.", []),
    ("Oslo a condamné à mort un ancien agent.", []),
    ("Un plan destiné à assurer la paix est prêt.", []),
    ("La demande de Tunis est au point mort.", []),
    ("Oslo a lancé une offensive.", []),
    ("M. Roux salue un accord. Tunis ferme le port, selon un communiqué.", [("reported", ROUX, "un accord."), ("reported", "TUN", "Tunis ferme le port")]),
    ("M. Roux salue un accord. Le texte tunisien ajoute que la trêve tient.", [("reported", ROUX, "un accord."), ("reported", "TUN", "que la trêve tient.")]),
    ("M. Roux salue un accord. La trêve tient, d'après le compte rendu norvégien.", [("reported", ROUX, "un accord."), ("reported", "NOR", "La trêve tient")]),
    ("Le port reste ouvert à Tunis, qui l'accuse de lenteur.", [("reported", "TUN", "de lenteur.")]),
    ("M. Roux a parlé. Le quotidien de la côte a rapporté que la trêve tient.", [("reported", "", "que la trêve tient.")]),
    ("M. Roux salue un accord. Le texte ajoute que la trêve tient.", [("reported", ROUX, "un accord."), ("reported", ROUX, "que la trêve tient.")]),
    ("M. Roux a parlé. Le royaume se tait. Il affirme que la trêve tient.", [("reported", "NOR", "que la trêve tient.")]),
    ("Le port rouvre lundi.", []),
]


@pytest.mark.parametrize(("text", "expected"), REPORTED)
def test_reported_clauses(text, expected):
    found = said(text)
    assert found == expected or (expected == [] and all(speaker == "" or voice == "reported" for voice, speaker, _ in found) and len(found) < 2)


def test_hearsay_inversion_without_quotation():
    text = "La Norvège tiendra parole, aurait déclaré M. Roux à Mme Diallo."
    assert said(text) == [("hearsay", ROUX, "La Norvège tiendra parole")]


def test_a_verb_after_a_stray_stop_names_the_speaker():
    text = "« C'est non », a-t-il ajouté. a déclaré le communiqué d'Oslo."
    assert [one.speaker_id for one in hear(text) if one.voice == "direct"] == ["NOR"]


def test_nested_quotation_is_the_outer_speakers():
    text = "« Il a dit “jamais” hier », note M. Roux."
    assert [(one.rule, one.speaker_id) for one in hear(text)] == [("inversion", ROUX), ("nested", ROUX)]


def test_cue_and_speaker_are_kept_as_evidence():
    text = "« C'est non », a indiqué Mme Diallo."
    one = hear(text)[0]
    assert (text[one.cue_start:one.cue_end], text[one.speaker_start:one.speaker_end]) == ("a indiqué", "Mme Diallo")
    assert (one.verb, one.speaker_text) == ("indiquer", "Mme Diallo")
