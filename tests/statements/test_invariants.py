"""What holds of the statements of any text."""
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.statements.scene import hear

PIECES = [
    "Oslo", "Tunis", "M. Roux", "Mme Diallo", "l'ONU", "a dit", "affirme", "que", "qu'", "dit-il", "a-t-elle ajouté", "selon", "pour", "par",
    "«", "»", '"', "“", "”", "’", ",", ".", ":", ";", "\n", "(", ")", "et", "mais", "qui", "aurait déclaré", "dénonçant", "avant de", "il", "elle",
    "jugé", "un rapport", "le ministre", "des sources", "lundi", "n'", "pas", "de", "à", "vouloir", "met en garde", "se dit prêt", "-", "!", "?",
]
TEXTS = st.lists(st.sampled_from(PIECES), max_size=45).map(" ".join)


@settings(max_examples=300, deadline=None)
@given(TEXTS)
def test_statements_are_sound(text):
    found = hear(text)
    assert found == sorted(found, key=lambda one: (one.start, -one.end, one.speaker_id))
    for one in found:
        assert one.text == text[one.start:one.end] != ""
        assert one.voice in ("direct", "reported", "hearsay") and one.rule
        assert one.speaker_text == text[one.speaker_start:one.speaker_end]
        assert 0 <= one.cue_start <= one.cue_end <= len(text)
    assert len({(one.start, one.end, one.speaker_id, one.voice) for one in found}) == len(found)


@pytest.mark.parametrize("text", ["a dit que " * 2_000, '"a dit" ' * 2_000, "selon Oslo, " * 2_000, "« " * 5_000, "dit " * 3_000, "l'" * 5_000])
def test_hostile_texts_are_read(text):
    assert all(one.start < one.end for one in hear(text))
