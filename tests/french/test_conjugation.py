import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from analysis.french.conjugation import forms
from analysis.french.tidy import first_group, singular, verb_lemma, verb_lemmas


@pytest.mark.parametrize(
    ("verb", "expected"),
    [
        ("exiger", "exige exigea exigeait exigerait exigèrent exigées exigeant"),
        ("dénoncer", "dénonce dénonçait dénonça dénoncèrent dénonçant dénoncé"),
        ("appeler", "appelle appellera appelait appelons"),
        ("rejeter", "rejette rejettera rejetait"),
        ("lever", "lève lèvera levait"),
        ("réitérer", "réitère réitérera réitèrera réitérait"),
        ("appuyer", "appuie appuiera appuyait"),
        ("envoyer", "envoie enverra envoyait"),
        ("menacer", "menace menaçait"),
        ("regretter", "regrette regrettera"),
        ("soutenir", "soutient soutiennent soutenait soutint soutinrent soutiendra soutenue"),
        ("prévenir", "prévient prévenait prévint prévenu"),
        ("réagir", "réagit réagissent réagirait"),
        ("admettre", "admet admettait admit admise"),
        ("répondre", "répond répondit répondu"),
        ("enjoindre", "enjoint enjoignent enjoignit"),
        ("craindre", "craint craignait craignit"),
        ("convaincre", "convainc convainquent convaincu"),
        ("interdire", "interdit interdisent interdite"),
        ("recevoir", "reçoit reçoivent reçut recevra reçue"),
        ("promouvoir", "promeut promeuvent promu"),
        ("satisfaire", "satisfait satisfont satisferait"),
        ("prévoir", "prévoit prévoyait prévu prévoira"),
        ("reconnaître", "reconnaît reconnaissent reconnu"),
        ("offrir", "offre offrait offert"),
        ("conclure", "conclut concluait conclu"),
    ],
)
def test_forms(verb, expected):
    assert set(expected.split()) <= forms(verb)


@pytest.mark.parametrize(
    ("verb", "wrong"), [("appeler", "appelera"), ("lever", "levra"), ("menacer", "menacait"), ("envoyer", "envoyera")]
)
def test_no_wrong_forms(verb, wrong):
    assert wrong not in forms(verb)


def test_unknown_class_is_an_error():
    for word in ("table", "er"):
        with pytest.raises(ValueError, match=word):
            forms(word)


@given(*[st.text("antesriouzçg", max_size=6)] * 2)
@example("ant", "er")
def test_any_form_has_a_lemma(form, learnt):
    assert isinstance(verb_lemma(form, learnt), str)


@pytest.mark.parametrize(
    ("form", "lemma"),
    [("fustigea", "fustiger"), ("exhortait", "exhorter"), ("soutiendront", "soutenir"), ("accusées", "accuser"),
     ("prévint", "prévenir"), ("démentirent", "démentir"), ("enjoignant", "enjoindre"), ("tue", "tuer")],
)
def test_verb_lemmas(form, lemma):
    assert verb_lemmas()[form] == lemma


@pytest.mark.parametrize(
    ("form", "lemma"),
    [("tançait", "tancer"), ("tança", "tancer"), ("admonestèrent", "admonester"), ("vitupérera", "vitupérer"),
     ("phagocytées", "phagocyter"), ("forgeait", "forger")],
)
def test_first_group(form, lemma):
    assert first_group(form) == lemma


@pytest.mark.parametrize(
    ("form", "learnt", "lemma"),
    [("courtisaient", "courtisaier", "courtiser"), ("avait", "avoir", "avoir"), ("tançait", "tançait", "tancer"),
     ("bivouaquent", "bivouaquer", "bivouaquer"), ("jaillirent", "jaillir", "jaillir")],
)
def test_lemmas_of_verbs_outside_the_table(form, learnt, lemma):
    assert verb_lemma(form, learnt) == lemma


@pytest.mark.parametrize(
    ("form", "lemma"),
    [("députés", "député"), ("tribunaux", "tribunal"), ("bureaux", "bureau"), ("pays", "pays"), ("congrès", "congrès"),
     ("virus", "virus"), ("relais", "relais"), ("office", "office")],
)
def test_singular_by_ending(form, lemma):
    assert singular(form) == lemma
