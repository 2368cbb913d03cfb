"""Which language a text is in, by counting its most frequent small words: enough to tell the press of Europe apart.

Each list holds words that are common in one language and rare or absent in the others, so that a quotation or a name
does not turn the count. Only a clear majority counts; a text of few words is taken for French, as the corpus is.
"""
import re
from collections import Counter

FRENCH, UNKNOWN = "fr", "und"  # und: ISO 639 for a language that is not determined
_WORDS = {
    "fr": "le et à les des une dans est pour qui sur avec pas plus par au aux du ses son sa cette ces ont été être leur nous vous "
          "mais où elle ils selon après entre aussi ainsi c'est d'un d'une qu'il n'est l'on",
    "en": "the of and to is that was for with his they at this from have had by not but what were there their which would "
          "about been who said has its",
    "de": "der die und das den von zu mit sich des auf für ist im dem nicht ein eine als auch es an werden aus hat dass sie "
          "nach wird bei einer um am sind noch wie einem über",
    "es": "el los las del una por con para como más pero sus fue este ha sin sobre también muy desde ya cuando hasta había "
          "donde según entre uno",
    "it": "il le di che è la gli della nel sono dei con non alla dal delle anche più ha come ma lo degli nella questo essere "
          "stato dalla sul",
    "pt": "o os as um uma não para com dos das mais foi ao pelo pela são também já seu sua quando muito nos entre até isso "
          "depois em",
    "nl": "de het een van en in is dat op te zijn met voor niet aan er om ook als bij door maar nog wordt naar heeft uit "
          "over hij ze",
}
_OF = {word: tuple(language for language, words in _WORDS.items() if word in words.split())
       for words in _WORDS.values() for word in words.split()}
_WORD = re.compile(r"[^\W\d_]{1,20}(?:['’][^\W\d_]{1,20})?")
_READ = 20_000  # characters: enough to be sure
_FEWEST = 8  # small words counted, below which nothing is said


def language_of(text: str) -> str:
    """ISO 639-1 code of the text's language, French where too little speaks against it, ``und`` where it is none known.

        >>> language_of("The minister said that the talks with his counterpart were at an end, and he left.")
        'en'
    """
    words = _WORD.findall(text[:_READ].lower())
    counted = Counter(language for word in words for language in _OF.get(word.replace("’", "'"), ()))
    if sum(counted.values()) < _FEWEST:
        return UNKNOWN if _foreign_letters(text[:_READ]) else FRENCH
    best, hits = counted.most_common(1)[0]
    return best if best == FRENCH or hits >= 1.5 * counted[FRENCH] else FRENCH


def is_gibberish(text: str) -> bool:
    """Whether a long text in Latin letters has next to none of the small words of any language, as a broken font gives it."""
    words = _WORD.findall(text[:_READ].lower())
    known = sum(word.replace("’", "'") in _OF for word in words)
    return len(words) >= 60 and known < len(words) / 25 and not _foreign_letters(text[:_READ])


def _foreign_letters(text: str) -> bool:
    """Whether most letters are of no Latin alphabet (which ends at U+024F)."""
    letters = [character for character in text if character.isalpha()]
    return len(letters) >= 20 and sum(character > "\u024f" for character in letters) > len(letters) / 2
