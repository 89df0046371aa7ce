import json

import pytest
from django.template import Context, Template
from django.test import RequestFactory

from toolkit.pages.structured_data import breadcrumb_list, known, organization, script


def test_script_cannot_be_ended_by_a_title():
    text = script({"@type": "Thing", "name": "</script><script>alert(1)</script><!-- &"})

    assert (text.count("<script"), text.count("</script"), text.count("<!--")) == (1, 1, 0)
    inside = text.removeprefix('<script type="application/ld+json">').removesuffix("</script>")
    assert json.loads(inside) == {
        "@context": "https://schema.org",
        "@type": "Thing",
        "name": "</script><script>alert(1)</script><!-- &",
    }


def test_known_leaves_out_what_is_not_known():
    assert known({"a": None, "b": "", "c": [], "d": {}, "e": 0, "f": "x"}) == {"e": 0, "f": "x"}


@pytest.mark.parametrize(
    ("name", "told"), [("某区团委", {"@type": "Organization", "name": "某区团委"}), ("", None)]
)
def test_organization_is_told_where_its_name_is_known(name, told):
    assert organization(name) == told


def test_breadcrumb_list_counts_from_the_home_page():
    assert breadcrumb_list([("首页", "http://a/"), ("活动", "http://a/activities/")]) == {
        "@type": "BreadcrumbList",
        "itemListElement": [
            {"@type": "ListItem", "position": 1, "name": "首页", "item": "http://a/"},
            {"@type": "ListItem", "position": 2, "name": "活动", "item": "http://a/activities/"},
        ],
    }


def breadcrumbs(address, *crumbs):
    template = Template(
        "{% load breadcrumbs %}{% for name, place in crumbs %}{% crumb name place %}{% endfor %}"
        "{% breadcrumb_list %}"
    )
    return template.render(Context({"request": RequestFactory().get(address), "crumbs": crumbs}))


def test_crumbs_are_printed_and_then_told_to_machines():
    page = breadcrumbs("/activities/", ("首页", "/"), ("活<动", "/activities/"))

    assert page.startswith(
        '<li><a href="/">首页</a></li><li><a href="/activities/" aria-current="page">活&lt;动</a></li><script'
    )
    assert page.count('"@type": "ListItem"') == 2


def test_home_page_alone_is_no_list_of_breadcrumbs():
    assert breadcrumbs("/", ("首页", "/")) == '<li><a href="/" aria-current="page">首页</a></li>'
