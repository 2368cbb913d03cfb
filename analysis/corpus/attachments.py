"""What bibliographies say of the files imported beside them: day, source and address, where the files do not say it."""
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path, PurePosixPath

from analysis.articles import Article
from analysis.readers import ReadError, load
from analysis.readers.references import Reference, references

_KINDS = (".ris", ".bib")
_SURE = ("header", "metadata")  # days that the file itself gives


def attached(paths: Iterable[Path]) -> dict[Path, Reference]:
    """File → what a bibliography among the files says of it. One that cannot be read says nothing; the import names it."""
    found = {}
    for path in paths:
        if path.suffix.lower() not in _KINDS:
            continue
        try:
            listed = references(load(path), path.name)
        except ReadError:
            continue
        for file, reference in ((file, reference) for reference in listed for file in reference.files):
            inside = PurePosixPath(file.replace("\\", "/"))
            found[(path.parent / inside).resolve()] = reference
            found.setdefault((path.parent / inside.name).resolve(), reference)  # where the files were dropped beside it
    return found


def described(article: Article, reference: Reference) -> Article:
    """The article with what it lacks taken from its reference."""
    if reference.published and article.dated_by not in _SURE:
        first, last = reference.published
        article = replace(article, published_first=first, published_last=last, dated_by="metadata")
    return replace(article, title=article.title or reference.title, source=article.source or reference.source,
                   url=article.url or reference.url)
