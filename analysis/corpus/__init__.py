"""The store: a corpus of any size in a folder, as Parquet parts that are written once, and a manifest of those committed.

    corpus/
      manifest.json         the parts that count; replaced in one step, after they are on disk
      parts/<name>/         one import batch: articles, actors, mentions, dates, statements, stances, intake, files
      .lock                 held by the one process that writes

It lies in a folder or behind a URL (``analysis.corpus.remote``). Readers take no lock: they see what the manifest named
when they opened it.

    >>> open_corpus("corpus").tables().stances
"""
from analysis.corpus.copies import text_groups
from analysis.corpus.copies import copies_of
from analysis.corpus.lock import Busy
from analysis.corpus.manifest import NAME as MANIFEST
from analysis.corpus.manifest import CorpusError, Version
from analysis.corpus.remote import Place, at_hand, copy_of, is_corpus, is_url, placed
from analysis.corpus.store import Corpus, open_corpus, writing

__all__ = ["MANIFEST", "Busy", "Corpus", "CorpusError", "Place", "Version", "at_hand", "copies_of", "copy_of", "is_corpus",
           "is_url", "open_corpus", "placed", "text_groups", "writing"]
