from django.utils.safestring import mark_safe

from toolkit.components import rendered

ADDRESS = {"address": "", "note": ""}


def test_text_that_is_safe_is_not_taken_for_the_same_text_that_is_not():
    safe = rendered("components/number.html", label="数", text=mark_safe("<b>1</b>"), **ADDRESS)
    unsafe = rendered("components/number.html", label="数", text="<b>1</b>", **ADDRESS)

    assert "<dd><b>1</b></dd>" in safe
    assert "<dd>&lt;b&gt;1&lt;/b&gt;</dd>" in unsafe
