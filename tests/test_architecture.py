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


# What Streamlit runs or fetches by itself, in whatever way it is spelled; ``components`` and ``html`` may be imported from it.
_HTML_NAMES = {"html", "iframe", "components", "declare_component", "component", "components_v1", "v1", "v2", "bidi_component"}
_HTML_KEYWORDS = {"unsafe_allow_html", "unsafe_allow_javascript"}
# module → what may go into st.html there; scripts only those that hold a checked word.
REVIEWED = {"pages.parts.library": {"reader_html", "scroll_script"}, "pages.parts.layout": {"_STYLE", "asked_script", "language_script", "return_script", "uploader_style"}}
# The one component: a script of ours, a bool and the name of a page; what else goes into it is compared below.
_COMPONENT = "st.components.v2.component"
_SCRIPTS = {"scroll_script", "asked_script", "language_script", "return_script"}


def html_of(code: ast.Module) -> list[tuple[str, str]]:
    """What a module could give to the browser as HTML: (way, first argument's name) of each place, ``?`` where it hides."""
    found = []
    called = {node.func for node in ast.walk(code) if isinstance(node, ast.Call) and ast.unparse(node.func) == "st.html" and node.args}
    for node in ast.walk(code):
        if isinstance(node, ast.Call):
            found += _ways_of(node, called)
        elif isinstance(node, ast.Attribute) and node.attr in _HTML_NAMES and node not in called:
            found.append((ast.unparse(node), "?"))
        elif isinstance(node, ast.ImportFrom) and node.module and node.module.split(".")[0] == "streamlit":
            names = {*node.module.split(".")[1:], *(alias.name for alias in node.names)} & (_HTML_NAMES | {"*"})
            found += [(f"from {node.module}", name) for name in names]
        elif isinstance(node, ast.Import):
            found += [("import", alias.name) for alias in node.names
                      if alias.name.startswith("streamlit.") or alias.name == "streamlit" and alias.asname != "st"]
        elif isinstance(node, ast.Constant) and node.value in _HTML_KEYWORDS | (_HTML_NAMES - {"html", "v1", "v2", "component"}):
            found.append(("text", str(node.value)))
    return found


def _ways_of(node: ast.Call, called: set) -> list[tuple[str, str]]:
    """A call of st.html with what goes in; keywords that let HTML or scripts in; names that are looked up."""
    given = ast.unparse(node.args[0]).partition("(")[0] if node.args else "?"
    keywords = {keyword.arg for keyword in node.keywords}
    found = [("st.html", given)] if node.func in called else []
    if keywords & _HTML_KEYWORDS and not (node.func in called and keywords == {"unsafe_allow_javascript"} and given in _SCRIPTS):
        found.append(("keyword", given))
    if isinstance(node.func, ast.Name) and node.func.id in ("getattr", "__import__", "eval", "exec"):
        about = ast.unparse(node.args[0]) if node.args else "?"
        if node.func.id != "getattr" or about.partition(".")[0] in ("st", "streamlit"):
            found.append((node.func.id, about))
    return found + [("keywords", "?")] * (None in keywords and ast.unparse(node.func) in ("st.markdown", "st.html", "st.caption"))


@pytest.mark.parametrize("module", modules_under("app", "pages"))
def test_html_is_built_in_one_place(module):
    """Only the reader's HTML goes to st.html, its script, and the style sheet, which is a file; nothing else takes HTML."""
    component = {(_COMPONENT.rsplit(".", left)[0], "?") for left in range(3)} if module == "pages.parts.screen" else set()
    assert set(html_of(tree(module))) == component | {("st.html", name) for name in REVIEWED.get(module, ())}


def test_the_component_takes_nothing_from_outside():
    calls = {ast.unparse(node.func): ast.unparse(node) for node in ast.walk(tree("pages.parts.screen")) if isinstance(node, ast.Call)}
    assert calls[_COMPONENT] == f"{_COMPONENT}('homologue_screen', js=_SCRIPT)"
    assert "data={'narrow': known, 'page': page}, default={'narrow': known}" in calls["mount"]
    asked = [ast.unparse(node) for node in ast.walk(tree("pages.parts.layout")) if isinstance(node, ast.Call) and ast.unparse(node.func) == "is_narrow"]
    assert asked == ["is_narrow(name)"]  # the name of a page, as the pages themselves give it
    assert sum(ast.unparse(node) == _COMPONENT for node in ast.walk(tree("pages.parts.screen"))) == 1


@pytest.mark.parametrize("code", [
    "st.markdown(x, unsafe_allow_html=True)", "st.markdown(x, unsafe_allow_html=False)", "st.caption(x, **{'unsafe_allow_html': True})",
    "st.markdown(x, **options)", "st.html(x)", "st.sidebar.html(x)", "column.html(x)", "show = st.html", "from streamlit import html",
    "from streamlit import html as h", "from streamlit import *", "import streamlit", "import streamlit as s", "import streamlit.components.v1 as c",
    "from streamlit.components import v1", "from streamlit.components.v1 import iframe", "st.components.v1.html(x)", "st.iframe(x)",
    "place.iframe(x)", "st.components.v2.component('a', html=x)", "getattr(st, name)(x)", "st.html(reader_html(x), unsafe_allow_javascript=True)",
    "__import__('streamlit')", "st.write(x, unsafe_allow_html=True)", "components.declare_component('a', path=x)"])
def test_no_spelling_of_it_is_missed(code):
    assert html_of(ast.parse(code)) and html_of(ast.parse(code)) != [("st.html", "reader_html")]


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
