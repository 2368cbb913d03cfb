"""The words that charts, exports and progress use, in the reader's language."""
from collections.abc import Mapping

from analysis.charts import words_of
from analysis.readers.reasons import in_french
from pages.parts.texts import Texts


def reason_words(reason: str, texts: Texts) -> str:
    """Why a file was not read, in the reader's language."""
    return in_french(reason) if texts.language == "fr" else reason


def duration(seconds: float, texts: Texts) -> str:
    """A time left, in words."""
    if seconds < 60:
        return texts("loading.seconds", n=max(1, round(seconds)))
    return texts("loading.minutes", n=round(seconds / 60))


def chart_words(texts: Texts) -> Mapping[str, str]:
    """The charts' words by key, in the reader's language."""
    return words_of(texts.language)
