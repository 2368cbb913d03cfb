"""Answers that are kept: found once each, within bounds."""
from analysis.memo import Memo


def test_each_answer_is_found_once_until_too_many_are_kept():
    asked = []

    def find(question):
        asked.append(question)
        return question.upper()

    memo = Memo(find, 2)
    assert [memo[each] for each in ("a", "b", "a")] == ["A", "B", "A"] and asked == ["a", "b"]
    assert [memo[each] for each in ("c", "a")] == ["C", "A"] and asked == ["a", "b", "c", "a"]
    assert len(memo) == 2
