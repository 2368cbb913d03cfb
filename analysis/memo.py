"""Answers that are kept, for what recurs from article to article: words, groups of features."""
from collections.abc import Callable, Hashable


class Memo(dict):
    """Question → answer, found by ``find`` when it is first asked, then kept, at most ``most`` of them; then all begin anew.

    A dict, since ``sum(map(memo.__getitem__, questions))`` is asked more often than anything else.

        >>> Memo(str.lower, 1000)["Élysée"]
        'élysée'
    """

    def __init__(self, find: Callable[[Hashable], object], most: int) -> None:
        super().__init__()
        self.find, self.most = find, most

    def __missing__(self, question: Hashable) -> object:
        if len(self) >= self.most:
            self.clear()
        answer = self[question] = self.find(question)
        return answer
