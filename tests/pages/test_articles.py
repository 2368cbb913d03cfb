"""The Articles page: the list, the links into an article, and what it says of links that lead nowhere."""
from tests.pages.test_every_page import texts, url


def reader(app) -> str:
    """The HTML of the article that is shown."""
    return "".join(element.proto.body for element in app.get("html") if "reader" in element.proto.body)


def test_a_link_opens_the_article_at_the_stance(open_app):
    app = open_app("articles", article="a2", at="s10")
    assert "Moscou hausse le ton" in [header.value for header in app.subheader]
    assert 'id="at-s10"' in reader(app)
    assert "provocation" in texts(app)
    scripts = [element.proto.body for element in app.get("html") if "scrollIntoView" in element.proto.body]
    assert len(scripts) == 1 and "at-s10" in scripts[0]


def test_without_a_link_the_reader_chooses(open_app):
    app = open_app("articles")
    assert "Choose an article in the list" in texts(app)
    assert not reader(app)


def test_the_only_article_left_is_shown(open_app):
    assert "Alger convoque" in reader(open_app("articles", act="protest", voice="narrated", country="DZA"))


def test_a_link_to_an_article_that_is_not_there_says_so(open_app):
    app = open_app("articles", article="![x](http://a.example/x.png)")
    assert "no article with the address" in app.warning[0].value
    assert "![x](http" not in texts(app)


def test_a_link_to_a_stance_that_is_not_there_shows_the_article(open_app):
    app = open_app("articles", article="a2", at="nowhere")
    assert "no stance with the address" in app.warning[0].value
    assert reader(app)


def test_the_stance_after_and_before(open_app):
    app = open_app("articles", article="a2", at="s10")
    assert app.button(key="focus_previous").disabled
    app.button(key="focus_next").click().run()
    assert url(app)["at"] == ["s11"]
    app.button(key="focus_previous").click().run()
    assert url(app)["at"] == ["s10"]


def test_a_stance_of_the_list_beside_the_text_is_followed(open_app):
    app = open_app("articles", article="a3")
    app.button(key="stance_s21").click().run()
    assert not app.exception
    assert url(app)["at"] == ["s21"]
    assert "jamais" in texts(app)


def test_layers_are_switched_one_by_one(open_app):
    app = open_app("articles", article="a2")
    assert 'class="mark pos' in reader(app)
    app.button_group(key="articles_layers").set_value(["actors"]).run()
    assert 'class="mark pos' not in reader(app)


def test_with_a_filter_only_articles_that_fit_are_listed(open_app):
    app = open_app("articles", act="sanction")
    assert list(app.dataframe[0].value["file"]) == ["a2.txt"]
    app.toggle(key="articles_all").set_value(True).run()
    assert len(app.dataframe[0].value) == 4


def test_newest_articles_come_first_and_undated_ones_last(open_app):
    assert list(open_app("articles").dataframe[0].value["file"]) == ["a3.txt", "a2.txt", "a1.txt", "a4.txt"]


def own_network(app) -> str:
    """What the network below the article says of itself; empty where there is none."""
    return next((chart.proto.alt for chart in app.get("plotly_chart")), "")


def test_an_article_has_a_network_of_its_own_whatever_the_filter(open_app):
    said = own_network(open_app("articles", article="a2", at="s10"))
    assert "Russia" in said and said == own_network(open_app("articles", article="a2", act="deny"))
    assert said != own_network(open_app("articles", article="a1")) != ""
    assert not own_network(open_app("articles"))


def test_a_mark_of_the_network_leads_to_its_sentences_and_it_is_taken_away(open_app):
    app = open_app("articles", article="a2")
    box = next(box for box in app.selectbox if box.key and box.key.startswith("reading_articles_network"))
    before = texts(app)
    box.set_value(box.options[0]).run()
    assert not app.exception and len(texts(app)) > len(before)
    assert {"download_articles_network_png", "download_articles_network_gexf", "download_articles_network_csv"} <= {
        button.key for button in app.get("download_button")}


def test_an_article_without_an_arrow_has_no_network(open_app):
    assert not own_network(open_app("articles", article="a4", confidence="1"))
