"""Every page over a corpus in which every text attacks: nothing of it stands unescaped where Markdown or HTML is read."""
from collections.abc import Iterator

import pytest

from analysis import kept
from analysis.corrections import log_file
from pages.parts import data
from tests.hostile.attacked import ALL, attacked_log, attacked_tables, keep_filters

# Fields of Streamlit's messages that its front end reads as Markdown, and those of st.html.
_READ_AS_MARKDOWN = {"body", "label", "help", "text", "caption", "captions", "content", "delta", "name"}
_LAST = len(ALL) - 1
VISITS = [
    ("overview", {}), ("timeline", {}), ("timeline", {"lanes": "pair"}), ("network", {"nodes": "people", "centre": "p1"}), ("network", {"mode": "two"}),
    ("actor", {"actor": f"p{_LAST}"}), ("actor", {"actor": f"p{_LAST}", "part": "telling"}), ("actor", {"actor": f"p{_LAST}", "part": "words"}),
    ("actor", {"actor": f"p{_LAST}", "part": "names"}), ("actor", {"actor": "FRA", "part": "names"}), ("actor", {"actor": f"p{_LAST}", "with": "p2"}),
    ("accounts", {}), ("accounts", {"about": "claims"}), ("stances", {}), ("articles", {}), ("articles", {"article": f"a{_LAST}", "at": f"s{_LAST}-0"}),
    ("articles", {"q": "Paris"}), ("corrections", {}), ("corrections", {"part": "agreement"}), ("corrections", {"part": "files"}), ("report", {}),
    ("import", {}), ("overview", {"country": list(ALL), "person": ["p1", "p9"], "act": list(ALL), "first": ALL[0], "lang": "fr"}),
    ("articles", {"article": ALL[30], "at": ALL[31]}), ("actor", {"actor": ALL[30], "with": ALL[0]}), ("network", {"centre": ALL[30]})]


@pytest.fixture
def attacked(corpus, monkeypatch, tmp_path):
    """The pages over the attacking corpus, with its log and its filters."""
    monkeypatch.setenv("HOMOLOGUE_CORRECTIONS", str(tmp_path))
    log_file(tmp_path).write_bytes(attacked_log())
    keep_filters(kept.filters_file(data.corpus_folder()))
    corpus(attacked_tables(), tuple((text, text) for text in ALL))


def _messages(node) -> Iterator:
    """The protocol messages of a page's elements and blocks."""
    if getattr(node, "proto", None) is not None:
        yield node.proto
    for child in getattr(node, "children", {}).values():
        yield from _messages(child)


def _texts(message) -> Iterator[tuple[str, str]]:
    """Field and text, of what a message and those within it say."""
    for field, value in message.ListFields():
        for one in value if field.is_repeated else [value]:
            if isinstance(one, str):
                yield f"{message.DESCRIPTOR.name}.{field.name}", one
            elif hasattr(one, "ListFields"):
                yield from _texts(one)


def _raw(where: str, said: str) -> list[str]:
    """The texts that stand as they are in a field; in HTML only a tag does harm."""
    return [text for text in ALL if len(text) > 8 and text.strip() in said and ("<" in text or not where.startswith("Html"))]


def unescaped(app) -> list[tuple[str, list[str]]]:
    """Where a text of the corpus stands as it is in what is read as Markdown or HTML."""
    return [(where, _raw(where, said)) for message in _messages(app._tree) for where, said in _texts(message)
            if where.partition(".")[2] in _READ_AS_MARKDOWN and not where.startswith("Plotly") and _raw(where, said)]


@pytest.mark.parametrize(("name", "query"), VISITS)
def test_nothing_of_the_corpus_is_markdown_or_html(attacked, open_app, name, query):
    app = open_app(name, **query)
    assert not unescaped(app)


@pytest.mark.parametrize("action", ("describe", "merge", "split"))
def test_who_is_who_names_actors_harmlessly(attacked, open_app, action):
    app = open_app("corrections", part="actors", recast=action)
    app.selectbox(key="recast_actor").select(f"p{_LAST - 1}").run()
    assert not app.exception and not unescaped(app)
