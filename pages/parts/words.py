"""The words that charts, exports and progress use, in the reader's language."""
from collections.abc import Mapping
from functools import cache
from types import MappingProxyType

from analysis.charts import worded
from analysis.readers.reasons import in_french
from pages.parts.texts import Texts, texts_of

# Section of the interface's texts → prefix of the charts' words that say the same thing.
_SHARED = {"acts": "act", "signs": "sign", "voices": "voice", "modalities": "modality", "kinds": "kind",
           "sides": "side", "fields": "filter",
           "reviews": "reviewed", "negations": "negation"}


def reason_words(reason: str, texts: Texts) -> str:
    """Why a file was not read, in the reader's language."""
    return in_french(reason) if texts.language == "fr" else reason


def duration(seconds: float, texts: Texts) -> str:
    """A time left, in words."""
    if seconds < 60:
        return texts("loading.seconds", n=max(1, round(seconds)))
    return texts("loading.minutes", n=round(seconds / 60))


def chart_words(texts: Texts) -> Mapping[str, str]:
    """The charts' words by key: those they share with the pages, and their own (section ``charts``)."""
    return _words(texts.language)


@cache
def _words(language: str) -> Mapping[str, str]:
    texts = texts_of(language)
    shared = {f"{prefix}.{key}": entry.lower() for section, prefix in _SHARED.items()
              for key, entry in texts.section(section).items()}
    return MappingProxyType(worded({**shared, **texts.section("charts")}))
