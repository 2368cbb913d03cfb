"""The tokens of the French treebanks: elisions and inverted pronouns apart, compounds whole.

« l’Iran » l’ + Iran, « a-t-il » a + -t-il, « Royaume-Uni » and « vice-président » one token, « aujourd’hui » one token,
with the typographic apostrophe (U+2019) as with the straight one. spaCy's own French rules cut compounds that begin
with a capital (Royaume - Uni) and cut -t from -il, which the treebanks never do.
"""

from __future__ import annotations

from spacy.lang.char_classes import ALPHA, ALPHA_LOWER, ALPHA_UPPER, CONCAT_QUOTES, LIST_ELLIPSES, LIST_ICONS
from spacy.language import Language
from spacy.symbols import NORM, ORTH
from spacy.tokenizer import Tokenizer
from spacy.util import compile_infix_regex, compile_prefix_regex, compile_suffix_regex

APOSTROPHES = "'’"
DASHES = "-–—"
#: what a hyphen ties to a verb (dit-il, a-t-elle, allons-y) or to a noun (ces jours-là)
ENCLITICS = "ils?|elles?|on|je|tu|nous|vous|ce|moi|toi|lui|leur|les?|la|y|en|ci|là"
ELIDED = "(?i:[cdjlmnst]|qu|jusqu|lorsqu|puisqu|quoiqu|presqu)"
#: words that end or hold what looks like a clitic and are one token in the treebanks
WHOLE = (
    "aujourd'hui", "quelqu'un", "quelqu'une", "prud'hommes", "c'est-à-dire", "main-d'œuvre", "d'abord-là",
    "celui-ci", "celui-là", "celle-ci", "celle-là", "ceux-ci", "ceux-là", "celles-ci", "celles-là", "rendez-vous",
    "J.-C.", "là-bas", "sous-en", "chez-moi", "au-delà", "par-delà", "là-dessus", "quelques-uns",
)


def _exceptions(default: dict[str, list[dict]]) -> dict[str, list[dict]]:
    """spaCy's exceptions (M., MM., etc.) without its lists of compounds, and the whole words above."""
    rules = {orth: tokens for orth, tokens in default.items() if "-" not in orth and not set(APOSTROPHES) & set(orth)}
    for word in WHOLE:
        for cased in (word, word[0].upper() + word[1:], word.upper()):
            for mark in APOSTROPHES:
                orth = cased.replace("'", mark)
                rules[orth] = [{ORTH: orth, NORM: word}]
    return rules


def _infixes() -> list[str]:
    return LIST_ELLIPSES + LIST_ICONS + [
        rf"(?<=[{ALPHA_LOWER}{CONCAT_QUOTES}])\.(?=[{ALPHA_UPPER}{CONCAT_QUOTES}])",
        rf"(?<=[{ALPHA}]),(?=[{ALPHA}])",
        rf"(?<=[{ALPHA}0-9])[:<>=](?=[{ALPHA}])",
        rf"(?<=[{ALPHA}0-9)\]{APOSTROPHES}])[\"«»“”(](?=[{ALPHA}0-9])",
        rf"(?<=[{ALPHA}0-9])(?:[–—]|--)(?=[{ALPHA}0-9])",
        rf"(?<=[{ALPHA}])/(?=[{ALPHA}])",
        rf"(?<=\b[cdjlmnstCDJLMNST][{APOSTROPHES}])(?=\S)",
        rf"(?<=[qQ][uU][{APOSTROPHES}])(?=\S)",
    ]


def set_tokenizer(nlp: Language) -> None:
    """Give the pipeline the treebanks' tokens; they are saved with it."""
    defaults = nlp.Defaults
    prefixes = [rf"{ELIDED}[{APOSTROPHES}]", *defaults.prefixes, rf"[{DASHES}](?=[{ALPHA}])"]
    suffixes = [
        rf"(?<=[{ALPHA}])-(?:t-)?(?i:{ENCLITICS})",
        rf"(?<=[{ALPHA}])[{DASHES}]",
        *[rule for rule in defaults.suffixes if "-t" not in rule],
    ]
    nlp.tokenizer = Tokenizer(
        nlp.vocab,
        rules=_exceptions(defaults.tokenizer_exceptions),
        prefix_search=compile_prefix_regex(prefixes).search,
        suffix_search=compile_suffix_regex(suffixes).search,
        infix_finditer=compile_infix_regex(_infixes()).finditer,
        url_match=defaults.url_match,
    )
