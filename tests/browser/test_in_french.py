"""Two questions of a French analyst, by clicking, on a wide and a narrow screen: who denies what, and what is left of it once it was reviewed."""
import csv
import io
import re
from collections.abc import Iterator

import pytest

from tests.browser.conftest import Visit, serving
from tests.corpus.batches import fill

pytestmark = pytest.mark.browser


@pytest.fixture(params=[1440, 390])
def analyst(request, browser, tmp_path) -> Iterator[Visit]:
    """A French visit to an app over a corpus of the invented tables, beside which its corrections are kept."""
    fill(tmp_path / "corpus", "a1", "a2", "a3", "a4")
    (tmp_path / "server").mkdir()
    with serving(tmp_path / "server", {"HOMOLOGUE_CORPUS": str(tmp_path / "corpus"), "HOMOLOGUE_SETTINGS": str(tmp_path)}) as address:
        context = browser.new_context(viewport={"width": request.param, "height": 900}, locale="fr-FR", accept_downloads=True)
        yield Visit(context.new_page(), address)
        context.close()


def shown_sidebar(visit: Visit):
    """The sidebar, unfolded where the screen is narrow."""
    unfold = visit.page.get_by_test_id("stExpandSidebarButton")
    if unfold.count():
        unfold.click()
        visit.page.locator('[data-testid="stSidebar"][data-collapsed="false"]').wait_for()
    return visit.page.get_by_test_id("stSidebar")


def turn_to(visit: Visit, name: str) -> None:
    shown_sidebar(visit).get_by_role("link", name=name, exact=True).click()
    visit.page.get_by_role("heading", level=1, name=name).wait_for()
    visit.settle()


def choose_row(visit: Visit) -> None:
    visit.page.get_by_test_id("stDataFrame").locator("canvas").first.click(position={"x": 15, "y": 52}, force=True)
    visit.page.locator(".st-key-verdict").wait_for()
    visit.settle()


def edit(visit: Visit, act: str) -> None:
    """Another act for the stance that is chosen."""
    visit.page.locator(".st-key-verdict").get_by_role("button", name="Modifier").click()
    form = visit.page.get_by_test_id("stPopoverBody")
    visit.unfolded(form.get_by_role("combobox").nth(1), act).click()
    form.get_by_role("button", name="Enregistrer").click()
    visit.page.get_by_text("Gardé au journal").wait_for()
    visit.settle()


def taken(visit: Visit, what: str) -> bytes:
    with visit.page.expect_download() as download:
        visit.page.get_by_test_id("stPopoverBody").get_by_role("button", name=what).click()
    return download.value.path().read_bytes()


def test_who_denies_what_is_read_on_both_sides_and_followed_to_the_sentence(analyst):
    page = analyst.open("Accounts?about=claims&act=deny").page
    cards = page.locator('[class*="st-key-sentence_account_denied"]')
    assert "L'affirmation" in cards.nth(0).inner_text() and "accuse" in cards.nth(0).inner_text()
    assert "Le démenti" in cards.nth(1).inner_text() and "Mme Marchais a démenti ces accusations" in cards.nth(1).inner_text()
    assert "texte indépendant" in cards.nth(0).inner_text() and page.get_by_text("En regard d'une position qui convient au filtre").count() == 1
    cards.nth(1).get_by_role("link", name="Lire dans l'article").click()
    page.get_by_role("heading", level=1, name="Articles").wait_for()
    page.locator(".reader .focus").first.wait_for()
    analyst.settle()
    assert "Mme Marchais a démenti ces accusations" in "".join(page.locator(".reader .focus").all_inner_texts())
    tips = page.locator(".reader [data-tip]").evaluate_all("marks => marks.map(mark => mark.dataset.tip)")
    assert any(re.match("Position\u00a0: ", tip) for tip in tips) and not any(re.match(r"\w+: ", tip) for tip in tips)


def test_what_was_corrected_undone_and_corrected_again_is_shown_alone_and_taken_away(analyst):
    page = analyst.open("Stances").page
    choose_row(analyst)
    name = page.locator(".st-key-coder_verdict input")
    name.fill("Ada")
    name.press("Enter")
    analyst.settle()
    edit(analyst, "proteste")
    page.get_by_role("button", name="Annuler", exact=True).click()
    page.get_by_text("Annulé.").wait_for()
    analyst.settle()
    choose_row(analyst)
    edit(analyst, "met en garde")
    box = shown_sidebar(analyst).get_by_test_id("stSelectbox").filter(has_text="Relu")
    analyst.unfolded(box.locator("input"), "Seulement le relu").click()
    analyst.settle()
    for title in ("Vue d'ensemble", "Réseau", "Acteur", "Chronologie"):
        turn_to(analyst, title)
        page.get_by_text("1 position sur 25 convient").wait_for()
        page.get_by_test_id("stPlotlyChart").first.wait_for()
        analyst.settle()
    page.locator('[class*="st-key-download_timeline_"] button').first.click()
    assert taken(analyst, "Image PNG").startswith(b"\x89PNG")
    [row] = csv.DictReader(io.StringIO(taken(analyst, "Tableau CSV").decode("utf-8-sig")), delimiter=";")
    assert (row["act"], row["review"]) == ("warn", "edited") and "1 sur 25 positions" in row["about"]
