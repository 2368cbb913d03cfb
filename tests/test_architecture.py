"""The laws of the house: who may import whom, what pages leave to the analysis, how long files and functions may be."""
import ast
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
MOST_LINES, MOST_FUNCTION_LINES = 300, 40
BANNED_NAMES = {"utils", "util", "helpers", "helper", "common", "misc"}
# What turns rows into findings belongs to analysis/views; a page may pick, sort and show rows.
ANALYSIS_CALLS = {"groupby", "merge", "join_asof", "pivot", "pivot_table", "crosstab", "agg", "aggregate", "resample"}
ANALYSIS_MODULES = {"re", "regex", "spacy", "networkx", "rustworkx", "duckdb", "sqlite3"}
VIEWS_MAY_IMPORT = ("analysis.tables", "analysis.acts", "analysis.world", "analysis.index", "analysis.views")


@cache
def sources() -> dict[str, Path]:
    """Dotted module name → file, for everything that is ours and not a test."""
    files = [ROOT / "app.py", *(ROOT / "pages").rglob("*.py"), *(ROOT / "analysis").rglob("*.py")]
    return {_module(path): path for path in files}


def _module(path: Path) -> str:
    parts = path.relative_to(ROOT).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


@cache
def tree(module: str) -> ast.Module:
    return ast.parse(sources()[module].read_text(encoding="utf-8"))


def imports(module: str) -> set[str]:
    """Modules that a module names in its imports, anywhere in it; ``from a import b`` names a.b where that is a module."""
    found = set()
    for node in ast.walk(tree(module)):
        if isinstance(node, ast.Import):
            found.update(alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{module} imports relatively"
            found.update(f"{node.module}.{alias.name}" if f"{node.module}.{alias.name}" in sources() else node.module
                         for alias in node.names)
    return found


def modules_under(*prefixes: str) -> list[str]:
    return sorted(name for name in sources() if any(name == p or name.startswith(p + ".") for p in prefixes))


@pytest.mark.parametrize("module", modules_under("analysis"))
def test_analysis_knows_no_streamlit(module):
    assert not {name for name in imports(module) if name.split(".")[0] in ("streamlit", "pages", "app")}


@pytest.mark.parametrize("module", modules_under("analysis.views"))
def test_views_import_tables_their_index_acts_and_world_only(module):
    ours = {name for name in imports(module) if name.split(".")[0] == "analysis"}
    assert not {name for name in ours if not name.startswith(VIEWS_MAY_IMPORT)}


@pytest.mark.parametrize("module", modules_under("analysis"))
def test_only_the_command_line_knows_corrections(module):
    """What analysts decided is laid over the tables; no room of the analysis reads it."""
    if not module.startswith(("analysis.corrections", "analysis.commands")):
        assert not {name for name in imports(module) if name.startswith("analysis.corrections")}


@pytest.mark.parametrize("module", modules_under("analysis.corrections"))
def test_corrections_stand_behind_the_tables(module):
    beyond = ("analysis.views", "analysis.charts", "analysis.exports", "analysis.commands", "analysis.corpus", "analysis.pipeline")
    assert not {name for name in imports(module) if name.startswith(beyond)}


@pytest.mark.parametrize("module", modules_under("analysis.views"))
def test_views_draw_nothing(module):
    assert not {name.split(".")[0] for name in imports(module)} & {"plotly", "matplotlib"}


@pytest.mark.parametrize("module", modules_under("app", "pages"))
def test_pages_hold_no_analysis(module):
    assert not {name.split(".")[0] for name in imports(module)} & ANALYSIS_MODULES
    called = {node.func.attr for node in ast.walk(tree(module))
              if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute)}
    assert not called & ANALYSIS_CALLS


@pytest.mark.parametrize("module", modules_under("app", "pages"))
def test_html_is_allowed_in_no_markdown(module):
    keywords = {keyword.arg for node in ast.walk(tree(module)) if isinstance(node, ast.Call) for keyword in node.keywords}
    assert "unsafe_allow_html" not in keywords


def test_html_is_built_in_one_place():
    """Only the reader's HTML goes to st.html, its script, and the style sheet, which is a file."""
    users = {(module, ast.unparse(node.args[0]).partition("(")[0]) for module in modules_under("app", "pages")
             for node in ast.walk(tree(module)) if isinstance(node, ast.Call)
             and ast.unparse(node.func) in ("st.html", "st.iframe", "st.components.v1.html")}
    assert users == {("pages.parts.library", "reader_html"), ("pages.parts.library", "scroll_script"),
                     ("pages.parts.layout", "_STYLE"), ("pages.parts.layout", "language_script")}


def test_nobody_imports_in_a_circle():
    ours = {module: {name for name in imports(module) if name in sources()} - {module} for module in sources()}
    done: set[str] = set()

    def visit(module: str, path: tuple[str, ...]) -> None:
        assert module not in path, " → ".join((*path[path.index(module):], module))
        if module not in done:
            for name in sorted(ours[module]):
                visit(name, (*path, module))
            done.add(module)

    for module in sorted(ours):
        visit(module, ())


@pytest.mark.parametrize("module", sorted(sources()))
def test_files_and_functions_are_short(module):
    assert len(sources()[module].read_text(encoding="utf-8").splitlines()) <= MOST_LINES
    functions = [node for node in ast.walk(tree(module)) if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)]
    long = {node.name: node.end_lineno - node.lineno + 1 for node in functions
            if node.end_lineno - node.lineno + 1 > MOST_FUNCTION_LINES}
    assert not long


@pytest.mark.parametrize("module", sorted(sources()))
def test_names_say_what_is_inside(module):
    assert not set(module.split(".")) & BANNED_NAMES


@pytest.mark.parametrize("module", sorted(sources()))
def test_errors_are_not_swallowed(module):
    silent = [node.lineno for node in ast.walk(tree(module)) if isinstance(node, ast.ExceptHandler)
              and all(isinstance(inner, ast.Pass) for inner in node.body)]
    assert not silent


@pytest.mark.parametrize("module", sorted(sources()))
def test_modules_hold_no_state_that_can_change(module):
    """A name in small letters bound to a list, dict or set at the top of a module is state that all users share."""
    mutable = ast.List | ast.Dict | ast.Set | ast.ListComp | ast.DictComp | ast.SetComp
    shared = [target.id for node in tree(module).body if isinstance(node, ast.Assign) and isinstance(node.value, mutable)
              for target in node.targets if isinstance(target, ast.Name) and not target.id.strip("_").isupper()
              and not target.id.startswith("__")]
    assert not shared
