import pytest

from reports.document import numbering


@pytest.mark.parametrize(
    ("number", "text"),
    [(1, "一"), (9, "九"), (10, "十"), (12, "十二"), (20, "二十"), (21, "二十一"), (99, "九十九")],
)
def test_chinese_writes_numbers_of_headings(number, text):
    assert numbering.chinese(number) == text


@pytest.mark.parametrize("number", [0, -1, 100])
def test_chinese_refuses_numbers_that_no_heading_has(number):
    with pytest.raises(ValueError, match=str(number)):
        numbering.chinese(number)


@pytest.mark.parametrize(
    ("levels", "labels"),
    [(numbering.ARABIC, ["二、", "2.", "（2）"]), (numbering.BRACKETED, ["二、", "（二）", "2."])],
)
def test_label_follows_the_levels_of_the_report(levels, labels):
    assert [numbering.label(levels, level, 2) for level in (1, 2, 3)] == labels
