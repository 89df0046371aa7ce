from types import SimpleNamespace

import pytest
from django.template import Context, Template
from django.test import RequestFactory

from toolkit.templatetags.marks import marked
from toolkit.templatetags.pages import canonical, current
from toolkit.templatetags.pictures import fitted
from toolkit.templatetags.rich_text import rich_text


def page(address):
    return {"request": RequestFactory().get(address)}


@pytest.mark.parametrize(
    ("address", "true_address"),
    [
        ("/activities/", "/activities/"),
        ("/activities/?page=1", "/activities/"),
        ("/activities/?page=2&from=weixin&area=growth", "/activities/?area=growth&page=2"),
        ("/activities/?area=", "/activities/"),
        ("/volunteers/?kind=%22%3E", "/volunteers/?kind=%22%3E"),
    ],
)
def test_canonical_keeps_only_what_makes_another_page(address, true_address):
    assert canonical(page(address)) == f"http://testserver{true_address}"


@pytest.mark.parametrize(
    ("address", "attribute"),
    [
        ("/activities/", ' aria-current="page"'),
        ("/activities/4/", ' aria-current="true"'),
        ("/about/", ""),
    ],
)
def test_current_marks_the_section_of_the_page(address, attribute):
    assert current(page(address), "/activities/") == attribute


def test_current_marks_nothing_without_a_request():
    assert current({}, "/activities/") == ""


@pytest.mark.parametrize(
    ("text", "words", "html"),
    [
        ("青年志愿者", ["志愿"], "青年<mark>志愿</mark>者"),
        ("A<b>&", ["b", "a"], "<mark>A</mark>&lt;<mark>b</mark>&gt;&amp;"),
        ("志愿者", ["志愿", "志愿者"], "<mark>志愿者</mark>"),
        ("(.*)", [".*"], "(<mark>.*</mark>)"),
        ("<i>", [], "&lt;i&gt;"),
    ],
)
def test_marked_marks_words_and_escapes_the_rest(text, words, html):
    assert marked(text, words) == html


def test_rich_text_keeps_the_list_of_allowed_elements():
    written = '<h2>题</h2><p onclick="x">文<script>x</script><img src="x"></p><a href="javascript:x">链</a>'

    assert rich_text(written) == "<h2>题</h2><p>文</p><a>链</a>"


@pytest.mark.parametrize(
    ("size", "fitted_size"),
    [((2400, 1600), (1280, 853)), ((800, 600), (800, 600)), ((600, 2400), (320, 1280)), ((0, 0), (0, 0))],
)
def test_fitted_never_enlarges(size, fitted_size):
    photo = SimpleNamespace(width=size[0], height=size[1])

    assert fitted(photo, 1280) == dict(zip(("width", "height"), fitted_size, strict=True))


def test_filters_escape_nothing_twice():
    template = Template("{% load rich_text marks %}{{ body|rich_text }}{{ text|marked:words }}")

    html = template.render(Context({"body": "<p>&amp;</p>", "text": "<", "words": ["x"]}))

    assert html == "<p>&amp;</p>&lt;"
