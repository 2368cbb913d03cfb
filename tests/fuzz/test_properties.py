"""What holds for any bytes and any text: no error, offsets inside, first day not after last, every id known.

The same promises as the fuzzer's (``targets``), over examples of Hypothesis. ``HOMOLOGUE_EXAMPLES`` sets how many.
"""
import os
import unicodedata

from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from analysis.readers.decoding import decode
from tests.fuzz import targets
from tests.fuzz.words import PIECES
from tests.hostile import HOSTILE

EXAMPLES = int(os.environ.get("HOMOLOGUE_EXAMPLES", "60"))
quick = settings(max_examples=5 * EXAMPLES, deadline=None)
slow = settings(max_examples=EXAMPLES, deadline=None, suppress_health_check=[HealthCheck.too_slow])
any_text = st.text(st.characters(), max_size=300)
french = st.lists(st.sampled_from(PIECES) | st.text(max_size=3), max_size=60).map(" ".join)
pages = st.lists(st.sampled_from(("<p>", "</p>", "<article>", "<div", ">", "</", "<!--", "&#0;", "&amp;", "<script>", '"', "a,b\n", "{", "}", "[", ":", "\r", "@article{a,"))
                 | st.text(max_size=8), max_size=60).map("".join)


@quick
@given(st.binary(max_size=400))
def test_any_bytes_are_decoded_or_refused(data):
    targets.decode(data)


@quick
@given(st.text(st.characters(exclude_categories=("Cs", "Cc")), min_size=1, max_size=200).filter(lambda text: any(map(str.isalpha, text))),
       st.sampled_from(("utf-8", "utf-8-sig", "utf-16", "utf-32")))
@example("TÃ© est un mot, Ã© aussi, et Ã¨ de même", "utf-8").via("a text that looks as if it had been encoded twice")
def test_a_text_is_itself_in_every_encoding_with_a_mark(text, encoding):
    found = decode(text.encode(encoding))
    assert found == unicodedata.normalize("NFC", text).removeprefix("\ufeff") or "Ã" in text or "â€" in text or text.startswith("\ufeff")


@quick
@given(st.binary(max_size=300) | pages.map(str.encode), st.sampled_from(targets.KINDS))
def test_any_bytes_under_any_ending_give_articles_or_reasons(data, kind):
    targets.read(data, kind)


@slow
@given(french | any_text)
def test_days_in_any_text_lie_in_it(text):
    targets.find_days(text)


@slow
@given(french | any_text)
@example("\n".join(text[:200] for text in HOSTILE))
@example("« " * 150 + "Paris")
@example("« c\n\x00\x00en octobre Paris ")  # a quotation opened before, nothing quoted in the unit that its mark begins
@example("le 31 février 99999 et le 0 mars, du 5 au 3 avril, le 29 février 2023")
def test_the_rules_find_in_any_text_what_lies_in_it(text):
    targets.analyse(text)
