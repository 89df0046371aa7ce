from decimal import Decimal

import pytest
from django.urls import set_script_prefix
from django.utils.safestring import mark_safe

from toolkit.kept.components import rendered
from toolkit.templatetags.components import component

ADDRESS = {"address": "", "note": ""}


def test_text_that_is_safe_is_not_taken_for_the_same_text_that_is_not():
    safe = rendered("components/number.html", label="数", text=mark_safe("<b>1</b>"), **ADDRESS)
    unsafe = rendered("components/number.html", label="数", text="<b>1</b>", **ADDRESS)

    assert "<dd><b>1</b></dd>" in safe
    assert "<dd>&lt;b&gt;1&lt;/b&gt;</dd>" in unsafe


def test_what_is_remembered_leads_to_where_the_site_lies():
    assert 'href="/about/"' in rendered("components/site_links.html")

    set_script_prefix("/portal/")
    try:
        assert 'href="/portal/about/"' in rendered("components/site_links.html")
    finally:
        set_script_prefix("/")


def test_a_value_that_may_equal_another_and_read_otherwise_is_refused():
    assert Decimal("1.0") == Decimal("1.00")

    with pytest.raises(TypeError, match="is a Decimal, not a plain value"):
        component("components/number.html", label="数", text=Decimal("1.0"))
