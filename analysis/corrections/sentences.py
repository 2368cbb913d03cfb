"""An article's sentences, to choose from where a stance was missed: by line ends and full stops, without the pipeline."""
import re

_END = re.compile(r"[.!?…]{1,9}(?:\s{0,9}[»\"”])?(?=\s{1,9}[«\"“–—-]?\s{0,9}[A-ZÀÂÇÉÈÊËÎÏÔÖÙÛÜŸŒÆ0-9])|\n+")
# A full stop behind these ends no sentence (M. Lavrov).
_SHORT = re.compile(r"(?:\b(?:M|MM|Mme|Mmes|Mlle|Dr|Pr|Me|St|Ste|etc|cf|art)|\b[A-Z])\.$")


def sentences(text: str) -> list[tuple[int, int]]:
    """Half-open offsets of the sentences, without the spaces around them, in order.

        >>> [text[a:b] for a, b in sentences("M. Lavrov a parlé. Kiev dément.")]
        ['M. Lavrov a parlé.', 'Kiev dément.']
    """
    found, start = [], 0
    for end in _END.finditer(text):
        if end.group().startswith(".") and _SHORT.search(text, start, end.end()):
            continue
        found.append(_bare(text, start, end.end()))
        start = end.end()
    found.append(_bare(text, start, len(text)))
    return [(begin, end) for begin, end in found if begin < end]


def words_in(text: str, start: int, end: int, words: str) -> tuple[int, int]:
    """Where the words stand in a sentence of the text; the whole sentence where there are none. ValueError where they do not."""
    words = words.strip()
    if not words:
        return start, end
    place = text.find(words, start, end)
    if place < 0:
        raise ValueError(f"the sentence does not hold these words: {words[:60]!r}")
    return place, place + len(words)


def _bare(text: str, start: int, end: int) -> tuple[int, int]:
    part = text[start:end]
    return start + len(part) - len(part.lstrip()), end - len(part) + len(part.rstrip())
