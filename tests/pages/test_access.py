"""Who may do what: the table of roles, each role at each action of the pages, and who is local."""
import threading

import pytest
import streamlit as st
from hypothesis import given
from hypothesis import strategies as some

from analysis import kept
from analysis.corrections import log_file, read_log
from analysis.views import read_events
from pages.parts import access, events, importing, ledger, redating, saved
from pages.parts.layout import PAGES, TOOLS
from pages.parts.roles import ACTIONS, ROLES, allows, role_of
from tests.corpus.batches import fill
from tests.pages.conftest import ROOT
from tests.pages.test_every_page import texts
from tests.tables_fixture import small_tables

ADA = {"is_logged_in": True, "email": "Ada@Example.org", "email_verified": True}
SECRET = "a-cookie-secret-that-nobody-sees"


@pytest.mark.parametrize(("claims", "table", "role"), [
    ({"email": "ada@example.org"}, {}, "read"),
    ({"email": "ada@example.org"}, {"ada@example.org": "delete"}, "delete"),
    ({"email": " ADA@example.ORG "}, {"Ada@Example.org": "import"}, "import"),
    ({"email": "ada@example.org"}, {"default": "none"}, "none"),
    ({"email": "ada@example.org"}, {"default": "none", "ada@example.org": "correct"}, "correct"),
    ({"email": "ada@example.org", "email_verified": False}, {"ada@example.org": "delete"}, "read"),
    ({"email": "ada@example.org", "email_verified": "false"}, {"ada@example.org": "delete", "default": "none"}, "none"),
    ({"email": "ada@example.org"}, {"ada@example.org": "admin"}, "none"),
    ({"email": "ada@example.org"}, {"ada@example.org": ["import"]}, "none"),
    ({"email": "default"}, {"default": "read"}, "read"),
    ({}, {"": "delete"}, "read"),
    ({"email": None}, {"default": "Read"}, "none"),
    ({"email": "ada@example.org.evil.example"}, {"ada@example.org": "delete"}, "read")])
def test_the_table_names_the_role(claims, table, role):
    assert role_of(claims, table) == role


@given(some.dictionaries(some.text(), some.text() | some.integers()), some.dictionaries(some.text(), some.sampled_from(ROLES)))
def test_whatever_the_table_and_the_provider_say_there_is_a_role(claims, table):
    assert role_of(claims, table) in ROLES


@pytest.mark.parametrize("role", ROLES)
def test_each_role_may_what_those_before_it_may(role):
    assert [action for action in ACTIONS if allows(role, action)] == list(ROLES[1:ROLES.index(role) + 1])


def test_there_is_no_action_of_another_name():
    with pytest.raises(KeyError):
        allows("delete", "destroy")


@pytest.fixture
def team(corpus, tmp_path, monkeypatch):
    """``team(role, page)`` → that page of a team's dashboard, at which somebody with this role logged in; no role: nobody."""
    from streamlit.testing.v1 import AppTest

    fill(tmp_path / "corpus", "a1")
    monkeypatch.setenv("HOMOLOGUE_CORPUS", str(tmp_path / "corpus"))
    monkeypatch.setenv(ledger.VARIABLE, str(tmp_path / "log"))

    def open_page(role: str | None, page: str = "overview", **query: str) -> AppTest:
        app = AppTest.from_file(str(ROOT / "app.py"), default_timeout=20)
        app.secrets = {"auth": {"cookie_secret": SECRET}, "roles": {"default": "none", **({"ada@example.org": role} if role else {})}}
        app.user = ADA if role else {"is_logged_in": False}
        app.query_params.update(query)
        if page != "overview":
            app.switch_page((PAGES | TOOLS)[page])
        app.run()
        assert not app.exception, app.exception
        return app

    return open_page


@pytest.mark.parametrize("page", [*PAGES, *TOOLS])
@pytest.mark.parametrize("role", [None, "none"])
def test_nobody_reads_without_a_role(team, page, role):
    app = team(role, page)
    assert not app.dataframe and not app.get("plotly_chart") and not app.get("page_link") and not app.get("file_uploader")
    assert [button.key for button in app.button] == ["log_out" if role else "log_in"]


@pytest.mark.parametrize("role", [None, "none"])
def test_the_way_in_says_what_it_is_in_the_language_that_is_chosen_there(team, role):
    app = team(role, "stances")
    assert [title.value for title in app.title] == ["Homologue"] and not app.sidebar.children
    app.button_group(key="language_switch").set_value("fr").run()
    said = texts(app)
    assert not app.exception and ("Connectez-vous" in said or "ne peut rien lire" in said)


def test_who_may_not_correct_is_shown_no_form_and_no_path(team, tmp_path):
    assert str(tmp_path) not in texts(team("read", "corrections"))
    app = team("read", "articles", article="a1")
    assert not [each for each in app.get("popover") if "date" in each.proto.popover.label.lower()] and "articles_tick" not in [each.key for each in app.toggle]
    assert "articles_tick" in [each.key for each in team("correct", "articles", article="a1").toggle]


@pytest.mark.parametrize("page", [*PAGES, *TOOLS])
def test_who_may_read_sees_every_page_and_who_they_are(team, page):
    app = team("read", page)
    assert any("Ada" in caption.value for caption in app.sidebar.caption)
    assert "log_out" in [button.key for button in app.sidebar.button]


def _correct(app, tmp_path, forged) -> bool:
    """Accept a stance; whether it stands in the log."""
    forged(app, lambda: ledger.keep(lambda: _lines()))
    return bool(read_log(log_file(tmp_path / "log")).corrections)


def _lines():
    from tests.corrections import acts
    from tests.tables_fixture import small_tables

    return [acts.accept(small_tables(), "s14", ledger.coder())]


def _date(app, tmp_path, forged) -> bool:
    """Begin to read articles again as of another day; whether it began."""
    begun = []
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(redating, "_work", lambda job: begun.append(job))
        forged(app, lambda: redating.begin(small_tables().articles.head(1), {}, small_tables().stances, ()))
        for thread in threading.enumerate():
            if thread.name == "redating":
                thread.join()
    return bool(begun)


def _import(app, tmp_path, forged) -> bool:
    """Begin an import; whether it began."""
    begun = []

    def begin():
        st.session_state["import_uploads"] = [_Upload()]
        importing._begin(tmp_path / "corpus")

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(importing, "start", lambda *given: begun.append(given))
        forged(app, begin)
    return bool(begun)


class _Upload:
    name = "oslo.txt"

    def getvalue(self) -> bytes:
        return b"Oslo"


def _save_filter(app, tmp_path, forged) -> bool:
    def save():
        st.session_state["saved_name"] = "Paris"
        saved._save()

    forged(app, save)
    return "Paris" in kept.kept_filters(tmp_path / "corpus" / kept.FILE)


def _overwrite_filter(app, tmp_path, forged) -> bool:
    kept.keep_filter(tmp_path / "corpus" / kept.FILE, "Paris", {"country": ["FRA"]})
    _save_filter(app, tmp_path, forged)
    return kept.kept_filters(tmp_path / "corpus" / kept.FILE)["Paris"] == {}


def _delete_filter(app, tmp_path, forged) -> bool:
    kept.keep_filter(tmp_path / "corpus" / kept.FILE, "Paris", {"country": ["FRA"]})
    forged(app, lambda: saved._delete("Paris"))
    return not kept.kept_filters(tmp_path / "corpus" / kept.FILE)


def _save_events(app, tmp_path, forged) -> bool:
    def save():
        st.session_state["events"] = read_events("date,label\n2024-05-03,Sommet\n".encode()).events
        events._save()

    forged(app, save)
    return (tmp_path / "corpus" / events.FILE).exists()


DEEDS = [(_correct, "correct"), (_date, "correct"), (_save_filter, "correct"), (_save_events, "correct"), (_import, "import"),
         (_overwrite_filter, "delete"), (_delete_filter, "delete")]


@pytest.fixture
def forged(monkeypatch):
    """``forged(app, callback)`` runs a callback in the session whatever the page shows: as a browser does that sends the message of
    a button which is disabled or was never drawn."""
    def run(app, callback) -> None:
        monkeypatch.setattr(access, "admit", _once(callback))
        monkeypatch.setattr("pages.parts.layout.admit", _once(callback))
        app.run()
        assert not app.exception, app.exception

    return run


def _once(callback):
    waiting = [callback]

    def admit(texts) -> None:
        if waiting:
            waiting.pop()()
        st.stop()

    return admit


@pytest.mark.parametrize("role", [None, *ROLES])
@pytest.mark.parametrize(("deed", "action"), DEEDS, ids=lambda value: getattr(value, "__name__", value).strip("_"))
def test_each_deed_asks_for_its_role(team, tmp_path, forged, role, deed, action):
    done = deed(team(role, "import"), tmp_path, forged)
    assert done == (role is not None and allows(role, action))


@pytest.mark.parametrize("role", ["read", "correct", "import", "delete"])
def test_pages_show_what_a_role_may_do(team, role):
    files = team(role, "import").get("file_uploader")
    assert bool(files) == allows(role, "import")
    app = team(role, "articles", article="a1")
    assert ("You may read here but not correct." in texts(app)) == (not allows(role, "correct"))
    assert not [field for field in app.text_input if str(field.key).startswith("coder_")]  # who logged in is known


def test_what_somebody_corrects_bears_their_address(team, tmp_path, forged):
    _correct(team("correct"), tmp_path, forged)
    [line] = read_log(log_file(tmp_path / "log")).corrections
    assert line.coder == ADA["email"]


def test_secrets_are_shown_nowhere(team, caplog):
    app = team("delete")
    assert SECRET not in str(app.main) and SECRET not in str(app.sidebar) and SECRET not in caplog.text


def test_a_secrets_file_that_cannot_be_read_shuts_everything(open_app, monkeypatch, tmp_path):
    broken = tmp_path / "secrets.toml"
    broken.write_text("[auth\n", encoding="utf-8")
    monkeypatch.setattr(st, "get_option", lambda name, given=st.get_option: [str(broken)] if name == "secrets.files" else given(name))
    app = open_app("overview")
    assert len(app.error) == 1 and not app.get("page_link") and not app.dataframe


LOCAL = {"Host": "localhost:8501", "Origin": "http://localhost:8501"}


@pytest.mark.parametrize(("headers", "address", "local"), [
    (LOCAL, "localhost", True), ({"Host": "127.0.0.1:8501"}, "127.0.0.1", True), ({"Host": "[::1]:8501"}, "::1", True),
    ({}, "localhost", True), (LOCAL, None, False), (LOCAL, "0.0.0.0", False), (LOCAL, "", False),
    ({"Host": "team.example.org"}, "localhost", False), ({**LOCAL, "Origin": "https://team.example.org"}, "localhost", False),
    ({**LOCAL, "Origin": "null"}, "localhost", False), ({"Host": "localhost.example.org"}, "localhost", False),
    ({**LOCAL, "X-Forwarded-For": "192.0.2.7"}, "localhost", False), ({**LOCAL, "X-Real-IP": "192.0.2.7"}, "localhost", False)])
def test_without_a_login_only_this_machine_may_change_anything(monkeypatch, headers, address, local):
    class Context:
        pass

    Context.headers = headers
    monkeypatch.setattr(access.st, "context", Context)
    monkeypatch.setattr(access.st, "get_option", lambda name: address if name == "server.address" else [])
    assert {action for action in ACTIONS if access.may(action)} == (set(ACTIONS) if local else {"read"})


def test_strangers_are_told_that_they_may_only_read(open_app, monkeypatch):
    monkeypatch.setattr(access, "_on_this_machine", lambda: False)
    app = open_app("overview")
    assert any("Read only" in caption.value for caption in app.sidebar.caption)
    assert app.dataframe
