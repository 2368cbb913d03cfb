"""What each side says of one encounter: what is paired, on which ground, and what stays alone."""
import pytest

from analysis.views import encounter_account, encounters, independent, prepared
from tests.views.invented import Said, Told, corpus

_CALL = Told("a", "Paris et Moscou se sont parlé au téléphone lundi.", "FRA", "consult", "RUS", "2024-03-04", voice="narrated")


def account(told, said=(), **published):
    tables = corpus([_CALL, *told], list(said), published)
    view = prepared(tables)
    encounter = encounters(view).iloc[0]
    return encounter_account(view, tables, encounter, ("FRA", "RUS"))


def _texts(lines):
    return [line.text for line in lines]


def test_silence_is_neither_agreement_nor_denial():
    found = account([Told("a", "Paris a demandé la libération des otages.", "FRA", "request", "RUS")])
    assert _texts(found.alone[0]) == ["Paris a demandé la libération des otages."]
    assert (found.both, found.denied, found.alone[1]) == ((), (), ())


@pytest.mark.parametrize(("claim", "denial", "ground"), [
    ("Paris accuse Moscou d'avoir brouillé les satellites européens.", "Moscou dément avoir brouillé des satellites.", "words"),
    ("Paris accuse Moscou d'espionnage.", "Moscou dément ces accusations.", "reference"),
    ("Paris accuse Moscou d'espionnage.", "Le Kremlin dément.", "reference"),
    ("Paris accuse Moscou d'avoir une liste.", "Le Kremlin nie connaître cette liste.", "reference"),
    ("Paris accuse Moscou d'espionnage.", "Le Kremlin nie toute faute.", "pair"),
    ("Moscou, que Paris accuse d'espionnage, dément.", "Moscou, que Paris accuse d'espionnage, dément.", "sentence"),
])
def test_a_denial_stands_beside_the_claim(claim, denial, ground):
    found = account([Told("a", claim, "FRA", "accuse", "RUS"), Told("a", denial, "RUS", "deny", "FRA")])
    assert [(pair.left.text, pair.right.text, pair.ground) for pair in found.denied] == [(claim, denial, ground)]
    assert not found.alone[0] and not found.alone[1] and not found.both


def test_a_guess_joins_no_denial_to_a_kindness():
    found = account([Told("a", "Paris soutient Moscou.", "FRA", "support", "RUS"), Told("a", "Moscou a démenti des soupçons d'espionnage.", "RUS", "deny", "FRA")])
    assert not found.denied and _texts(found.alone[1]) == ["Moscou a démenti des soupçons d'espionnage."]


def test_the_claim_of_the_right_side_is_denied_at_the_left():
    found = account([Told("a", "Moscou accuse Paris d'espionnage.", "RUS", "accuse", "FRA"),
                     Told("a", "Paris rejette ces allégations.", "FRA", "reject", "RUS")])
    assert [(pair.left.denies, pair.right.denies) for pair in found.denied] == [(True, False)]


def test_both_speak_of_what_their_words_have_in_common():
    wheat = [Told("a", "Paris veut rouvrir le corridor céréalier.", "FRA", "request", "RUS"),
             Told("a", "Moscou est prêt à un corridor céréalier.", "RUS", "agree", "FRA")]
    found = account(wheat)
    assert [sorted(pair.shared) for pair in found.both] == [["corridor", "céréali"]]
    assert not found.denied


def test_one_sentence_tells_both():
    sentence = "Les deux se sont promis de coopérer contre le terrorisme."
    found = account([Told("a", sentence, "FRA", "cooperate", "RUS"), Told("a", sentence, "RUS", "cooperate", "FRA")])
    assert [pair.ground for pair in found.both] == ["sentence"]


def test_what_the_article_tells_itself_belongs_to_no_side():
    found = account([Told("a", "Moscou menace Paris.", "RUS", "threaten", "FRA", voice="narrated"),
                     Told("a", "Moscou aurait menacé Paris.", "RUS", "threaten", "FRA", voice="hearsay")])
    assert _texts(found.told) == [_CALL.sentence, "Moscou menace Paris.", "Moscou aurait menacé Paris."]


def test_hearsay_belongs_to_the_one_named_for_it():
    found = account([Told("a", "Selon Paris, Moscou aurait menacé.", "RUS", "threaten", "FRA", voice="hearsay", reporter="fra-ministre")])
    assert _texts(found.alone[0]) == ["Selon Paris, Moscou aurait menacé."]


def test_only_articles_that_tell_of_it_and_its_days_are_looked_at():
    found = account([Told("b", "Paris accuse Moscou ailleurs.", "FRA", "accuse", "RUS", "2024-03-04"),
                     Told("a", "Paris avait accusé Moscou en 2020.", "FRA", "accuse", "RUS", "2020-03-04"),
                     Told("a", "Paris critique Alger au même endroit.", "FRA", "condemn", "DZA"),
                     Told("a", "Paris critique Rabat bien plus loin.", "FRA", "condemn", "MAR", paragraph=4)])
    assert _texts(found.alone[0]) == ["Paris critique Alger au même endroit."]


def test_statements_without_a_stance_are_lines_too():
    said = [Said("a", "Nous avons parlé longuement du blé", "fra-ministre", "direct", mentions=("RUS",)),
            Said("a", "Cela ne concerne personne ici", "fra-ministre"),
            Said("a", "trop court", "fra-ministre", mentions=("RUS",))]
    assert _texts(account([], said).alone[0]) == ["Nous avons parlé longuement du blé"]


def test_the_chain_runs_from_the_paper_to_the_speaker():
    sentence = "Paris accuse Moscou d'espionnage."
    said = [Said("a", sentence, "fra-général", "hearsay", "selon"), Said("a", "Moscou d'espionnage", "FRA", "reported")]
    chain = account([Told("a", sentence, "FRA", "accuse", "RUS")], said).alone[0][0].chain
    assert [(link.name, link.voice) for link in chain] == [("Journal a", ""), ("général FRA", "hearsay"), ("France", "reported")]


def test_a_line_retold_in_another_article_is_one_with_two_sources():
    again = Told("b", "Paris et Moscou ont eu lundi un entretien téléphonique.", "FRA", "consult", "RUS", "2024-03-04", voice="narrated")
    told = [again, Told("a", "Paris a demandé la libération immédiate des otages du théâtre.", "FRA", "request", "RUS"),
            Told("b", "La libération immédiate des otages du théâtre a été demandée par Paris.", "FRA", "request", "RUS")]
    line, = account(told).alone[0]
    assert line.articles == ("a", "b")
    assert independent(line.articles, {"a": "a", "b": "b"}) == 2
    assert independent(line.articles, {"a": "a", "b": "a"}) == 1


def test_each_line_stands_once_unless_a_claim_has_two_denials():
    told = [Told("a", "Paris accuse Moscou d'espionnage.", "FRA", "accuse", "RUS"),
            Told("a", "Moscou dément ces accusations.", "RUS", "deny", "FRA"),
            Told("a", "Le ministre russe nie ces accusations.", "rus-ministre", "deny", "FRA")]
    found = account(told)
    assert len(found.denied) == 2 and {pair.left.key for pair in found.denied} == {"s1"}
    assert len({line.key for line in found.lines()}) == 4


def test_what_one_says_that_the_other_said_is_no_account_of_the_other():
    sentence = "Selon Paris, Moscou a promis de rouvrir le port aux cargos."
    said = [Said("a", "de rouvrir le port aux cargos", "RUS", "reported", "promettre", ("FRA",))]
    found = account([Told("a", sentence, "RUS", "agree", "FRA", reporter="FRA")], said)
    assert _texts(found.alone[0]) == [sentence] and not found.both and not found.alone[1]


def test_a_statement_that_both_make_is_told_of_both():
    said = [Said("a", "vouloir reprendre le dialogue sur le blé", speaker, mentions=("FRA", "RUS")) for speaker in ("FRA", "RUS")]
    assert [pair.ground for pair in account([], said).both] == ["sentence"]


def test_a_statement_keeps_its_verb():
    line, = account([], [Said("a", "aux autorités russes un geste de bonne volonté", "fra-ministre", verb="demander", mentions=("RUS",))]).alone[0]
    assert line.verb == "demander" and line.text.startswith("aux autorités")


_VOTE = Told("a", "Paris, Moscou et Pékin ont voté la résolution sur le blé.", "FRA", "support", "RUS", "2024-03-04", voice="narrated")
_VOTES = [_VOTE, _VOTE._replace(source="RUS", target="CHN"), _VOTE._replace(source="CHN", target="FRA")]


def three(told, sides=("FRA", "RUS", "CHN")):
    tables = corpus([*_VOTES, *told], [], {})
    view = prepared(tables)
    encounter = encounters(view).iloc[0]
    assert encounter["kind"] == "vote" and set(encounter["parties"]) == {"FRA", "RUS", "CHN"}
    return encounter_account(view, tables, encounter, sides)


def test_of_three_sides_each_has_its_own_and_one_subject_stands_together():
    wheat = [Told("a", "Paris veut rouvrir le corridor céréalier.", "FRA", "request", "RUS"),
             Told("a", "Moscou est prêt à un corridor céréalier.", "RUS", "agree", "FRA"),
             Told("a", "Pékin appuie le corridor céréalier proposé.", "CHN", "support", "FRA"),
             Told("a", "Pékin a vanté le climat des discussions.", "CHN", "praise", "RUS")]
    found = three(wheat)
    assert [[line.side for line in group.lines] for group in found.both] == [["FRA", "RUS", "CHN"]]
    assert [_texts(own) for own in found.alone] == [[], [], ["Pékin a vanté le climat des discussions."]]
    assert [line.side for line in three(wheat, ("CHN", "FRA")).both[0].lines] == ["CHN", "FRA"]
    assert "RUS" in {line.side for line in three(wheat, ("CHN", "FRA")).told}


def test_of_three_sides_a_denial_stands_beside_the_claim_of_whichever_it_denies():
    found = three([Told("a", "Paris accuse Moscou d'avoir brouillé les satellites européens.", "FRA", "accuse", "RUS"),
                   Told("a", "Pékin accuse Moscou de dumping sur le blé.", "CHN", "accuse", "RUS"),
                   Told("a", "Moscou dément tout dumping sur le blé.", "RUS", "deny", "CHN")])
    assert [(pair.left.side, pair.right.side) for pair in found.denied] == [("RUS", "CHN")]
    assert _texts(found.alone[0]) == ["Paris accuse Moscou d'avoir brouillé les satellites européens."]
