"""What stands beside a proposal: the quick index says what looking at every other proposal says."""
from types import SimpleNamespace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.stances.beside import NAMES, beside

NODES = {"macron": "FRA"}
_SIGN = {"accuse": -1, "support": 1, "consult": 0}


def proposal(sentence: int, place: int, source: str, act: str, target: str) -> SimpleNamespace:
    return SimpleNamespace(sentence=sentence, place=place, source_id=source, target_id=target, sign=_SIGN[act])


def looked_through(proposals, worths, number: int) -> dict:
    """The same facts by brute force."""
    def dyad(one):
        return NODES.get(one.source_id, one.source_id), NODES.get(one.target_id, one.target_id), one.sign

    def most(test, among):
        return max((worths[i] for i in among if test(proposals[i])), default=0.0)

    one, own = proposals[number], worths[number]
    source, target, sign = dyad(one)
    others = [i for i in range(len(proposals)) if i != number]
    here = [i for i in others if proposals[i].sentence == one.sentence]
    cue = [i for i in here if proposals[i].place == one.place]
    away = [i for i in others if proposals[i].sentence != one.sentence]
    echoes = [i for i in here if dyad(proposals[i]) == dyad(one) and proposals[i].place != one.place]
    return {
        "rivals": len(here), "rank": sum(worths[i] > own for i in here), "rank at cue": sum(worths[i] > own for i in cue),
        "lead at cue": own - most(lambda o: True, cue), "sum at cue": sum(worths[i] for i in cue),
        "echo": most(lambda o: True, echoes), "echoes": sum(worths[i] for i in echoes), "twin": most(lambda o: dyad(o) == dyad(one), here),
        "exact": most(lambda o: (o.source_id, o.target_id, o.sign) == (one.source_id, one.target_id, sign), here),
        "other sign": most(lambda o: dyad(o)[:2] == (source, target) and o.sign != sign, here),
        "reversed": most(lambda o: dyad(o)[:2] == (target, source), here if source != target else [number, *here]),
        "other target": most(lambda o: dyad(o)[0] == source and dyad(o)[1] != target and o.sign == sign, here),
        "other source": most(lambda o: dyad(o)[1] == target and dyad(o)[0] != source and o.sign == sign, here),
        "near": most(lambda o: o.place != one.place and abs(o.place - one.place) <= 4, here),
        "elsewhere": most(lambda o: dyad(o) == dyad(one), away),
        "sentences": len({proposals[i].sentence for i in away if dyad(proposals[i]) == dyad(one)}),
        "other sign elsewhere": most(lambda o: dyad(o)[:2] == (source, target) and o.sign != sign, away),
        "reversed elsewhere": most(lambda o: dyad(o) == (target, source, sign), away), "at home": source == target}


_ONE = st.tuples(st.integers(0, 2), st.integers(0, 9), st.sampled_from(["macron", "FRA", "RUS"]), st.sampled_from(sorted(_SIGN)),
                 st.sampled_from(["FRA", "RUS", ""]), st.integers(1, 99))


@given(st.lists(_ONE, max_size=12))
def test_the_index_says_what_a_look_at_all_others_says(rows):
    proposals = [proposal(sentence, sentence * 20 + place, source, act, target) for sentence, place, source, act, target, _ in rows]
    worths = [worth / 100 for *_, worth in rows]
    for number, found in enumerate(beside(proposals, NODES, worths)):
        expected = looked_through(proposals, worths, number)
        assert set(NAMES) == expected.keys()
        assert dict(zip(NAMES, found, strict=True)) == {name: pytest.approx(value) for name, value in expected.items()}
