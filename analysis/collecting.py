"""The garbage collector kept away from an article's work.

An article makes tens of thousands of small objects, and each look of the collector goes through those of the pipeline, the
lexicons and the world tables again, which never become garbage: a tenth of the whole time.
"""
import functools
import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def uncollected() -> Iterator[None]:
    """A block that the collector does not interrupt; what was loaded by the end of the first such block it never visits."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        set_loaded_aside()
        if was_on:
            gc.enable()


@functools.cache
def set_loaded_aside() -> None:
    """Collect once, and take what then lives out of the collector's sight."""
    gc.collect()
    gc.freeze()
