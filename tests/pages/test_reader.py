"""The one place where HTML is built from what an article says."""
from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pages.parts.reader import Mark, asked_script, reader_html, return_script, scroll_script, uploader_style

HOSTILE = [
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "<iframe srcdoc='<script>parent.alert(1)</script>'></iframe>",
    "</p></div><style>*{display:none}</style><div>",
    "<a href=\"javascript:alert(1)\">x</a>",
    "![x](http://a.example/x.png) [y](javascript:alert(1))",
    "<svg><animate onbegin=alert(1) attributeName=x dur=1s>",
    "\" autofocus onfocus=alert(1) x=\"",
    "' onmouseover='alert(1)",
    "&lt;script&gt;alert(1)&lt;/script&gt; &amp;amp;",
    "<<b>b</b>> <!-- <i> --> <![CDATA[<i>]]>",
    "</style><script>alert(1)</script>",
]
TAGS, ATTRIBUTES = {"style", "div", "p", "span"}, {"class", "data-tip", "tabindex", "id", "lang"}


class _Reading(HTMLParser):
    """What a browser would find: elements with attributes, and the text of the paragraphs."""

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self.elements, self.paragraphs, self.tips, self.open = [], [], [], []
        self.feed(html)

    def handle_starttag(self, tag, attrs):
        self.elements.append((tag, dict(attrs)))
        self.open.append(tag)
        self.tips += [value for name, value in attrs if name == "data-tip"]
        if tag == "p":
            self.paragraphs.append("")

    def handle_endtag(self, tag):
        assert self.open.pop() == tag

    def handle_data(self, data):
        if "p" in self.open:
            self.paragraphs[-1] += data


@pytest.mark.parametrize("payload", HOSTILE)
def test_what_an_article_says_stays_text(payload):
    text = f"Titre\n\nAvant {payload} après."
    place = text.index(payload)
    marks = [Mark(place, place + len(payload), ("actor",), payload, "at-1"), Mark(place + 1, len(text), ("neg",), payload)]
    found = _Reading(reader_html(text, marks, [("actor", payload)]))
    assert {tag for tag, _ in found.elements} <= TAGS
    assert {name for _, attributes in found.elements for name in attributes} <= ATTRIBUTES
    assert found.paragraphs == ["Titre", f"Avant {payload} après."]
    assert payload in found.tips
    assert not found.open


@given(st.text(alphabet=st.characters(exclude_characters="\r\x0b\x0c\x1c\x1d\x1e\x85\u2028\u2029\x00", codec="utf-8")),
       st.lists(st.tuples(st.integers(-5, 60), st.integers(-5, 60), st.text(max_size=5))))
def test_every_character_is_shown_once_whatever_the_marks(text, spans):
    marks = [Mark(start, end, ("actor",), tip) for start, end, tip in spans]
    found = _Reading(reader_html(text, marks))
    assert found.paragraphs == [line for line in text.split("\n") if line.strip()]
    assert {tag for tag, _ in found.elements} <= TAGS


def test_overlapping_marks_share_the_piece_they_share():
    html = reader_html("abcdef", [Mark(0, 4, ("pos",), "un"), Mark(2, 6, ("actor",), "deux")])
    body = html.partition("</style>")[2]
    assert body.count("<span") == 3
    assert 'class="mark pos actor" data-tip="un\ndeux"' in body


def test_a_mark_over_two_paragraphs_is_marked_in_both_and_has_one_anchor():
    body = reader_html("abc\n\ndef", [Mark(1, 7, ("neg",), "t", "at-1")]).partition("</style>")[2]
    assert body.count('id="at-1"') == 1
    assert body.count('class="mark neg"') == 2


def test_marks_without_a_tip_carry_none():
    body = reader_html("abc", [Mark(0, 2, ("title",))]).partition("</style>")[2]
    assert "data-tip" not in body and 'class="title"' in body


@pytest.mark.parametrize("anchor", ["", "a'b", "a b", "a\"", "é1", "x</script>", "a;b", "a\n"])
def test_an_anchor_is_letters_and_figures(anchor):
    with pytest.raises(ValueError):
        scroll_script(anchor)


def test_classes_come_from_the_house():
    with pytest.raises(ValueError):
        reader_html("abc", [Mark(0, 2, ('x" onclick="y',))])


def test_words_in_a_style_cannot_end_it():
    style = uploader_style('a" } </style><script>x</script>', "ou déposez-les ici ; 50 Mo")
    assert style.count("</style>") == 1 and "<script>" not in style and "ou déposez\\2d les" in style


@pytest.mark.parametrize("base", ["", "team", "//attack.invalid", '/"', "/</script>", "/a b", "/a\n"])
def test_only_the_path_of_an_app_goes_into_the_script_that_leads_back(base):
    with pytest.raises(ValueError):
        return_script(base)


def test_the_scripts_around_the_login_share_one_memory():
    assert "homologue_asked" in asked_script() and "homologue_asked" in return_script("/team/homologue")
