import re

import pytest
from django.template import Context
from django.test import RequestFactory

from front.templatetags.shell import site_bar


def marked(context):
    """The links of the bar that are marked, each with its mark."""
    return re.findall(r'<a href="([^"]*)" aria-current="([^"]*)">', site_bar(Context(context), "青春区"))


@pytest.mark.parametrize(
    ("address", "marks"),
    [
        ("/activities/", [("/activities/", "page")]),
        ("/activities/4/", [("/activities/", "true")]),
        ("/activities/?page=2", [("/activities/", "page")]),
        ("/", []),
        ("/data/", []),
    ],
)
def test_the_bar_marks_the_section_of_the_page(address, marks):
    assert marked({"request": RequestFactory().get(address)}) == marks


def test_the_bar_marks_nothing_without_a_request():
    assert marked({}) == []
