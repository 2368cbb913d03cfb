"""What a reader gives, as a line of JSON between two processes."""
import json
from dataclasses import asdict
from datetime import date

from analysis.articles import Article
from analysis.readers.found import Note, Rejected

BEGUN, DONE = "begun", "done"  # said between what is found
Message = Article | Rejected | Note | tuple


def written(message: Message) -> bytes:
    """The line that says it."""
    if isinstance(message, Article):
        content = ["article", asdict(message)]
    elif isinstance(message, Rejected | Note):
        content = [type(message).__name__.lower(), *message]
    else:
        content = list(message)
    return json.dumps(content, default=date.isoformat).encode() + b"\n"


def read(line: bytes) -> Message:
    """What a line says; raises ValueError where it is none of ours."""
    kind, *content = json.loads(line)
    if kind == "article":
        fields = content[0]
        for name in ("published_first", "published_last"):
            fields[name] = date.fromisoformat(fields[name]) if fields[name] else None
        return Article(**fields)
    if kind in ("rejected", "note"):
        return Rejected(*map(str, content)) if kind == "rejected" else Note(str(content[0]), str(content[1]), bool(content[2]))
    return (kind, *content)
