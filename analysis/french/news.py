"""News text for the word vectors: a folder of OrangeSum pages (JSON with title, heading, article) to lines of tokens."""

from __future__ import annotations

import json
import random
from collections.abc import Iterator
from pathlib import Path

from spacy.language import Language

#: the marks an agency may write instead of the page's own, so that each gets its vector
QUOTES = ('"', "«", "»", "“", "”")


def read_pages(folder: Path) -> Iterator[str]:
    """Title, heading and article of each page in the folder and its sub-folders, one string a part."""
    for path in sorted(folder.rglob("*.json")):
        page = json.loads(path.read_text(encoding="utf-8"))
        if isinstance(page, dict):
            yield from (page[part] for part in ("title", "heading", "article") if page.get(part))


def write_tokens(nlp: Language, folder: Path, out: Path, seed: int = 0) -> int:
    """Write the pages' tokens, one part a line, apostrophes and quotes varied; the number of tokens written."""
    rng = random.Random(seed)
    count = 0
    with open(out, "w", encoding="utf-8") as file:
        for text in read_pages(folder):
            if rng.random() < 0.3:
                text = text.replace("'", "’")
            words = [token.text for token in nlp.make_doc(text) if not token.is_space]
            if rng.random() < 0.5:
                words = [rng.choice(QUOTES) if word in QUOTES else word for word in words]
            file.write(" ".join(words) + "\n")
            count += len(words)
    return count
