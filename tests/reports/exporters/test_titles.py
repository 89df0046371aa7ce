import pytest

from reports.exporters.titles import balanced_lines, width


@pytest.mark.parametrize(
    ("title", "lines"),
    [
        ("共青团西湖区委2020年上半年工作总结", ["共青团西湖区委2020年上半年工作总结"]),
        (
            "共青团南昌市西湖区委员会关于2020年上半年工作总结的报告",
            ["共青团南昌市西湖区委员会", "关于2020年上半年工作总结的报告"],
        ),
        (
            "共青团南昌市西湖区委员会关于印发2020年上半年工作总结及下半年工作计划的通知",
            ["共青团南昌市西湖区委员会", "关于印发2020年上半年工作总结", "及下半年工作计划的通知"],
        ),
    ],
)
def test_a_title_breaks_between_words_into_a_trapezoid_or_a_lozenge(title, lines):
    assert balanced_lines(title, 20) == lines


@pytest.mark.parametrize("length", [21, 39, 41, 59, 61, 100, 500])
def test_a_title_of_any_length_keeps_every_character_and_leaves_none_alone(length):
    title = ("共青团西湖区委关于青年志愿服务、思想引领和自身建设情况的总结" * 20)[:length]

    lines = balanced_lines(title, 20)

    assert "".join(lines) == title
    assert max(map(width, lines)) <= 20
    assert min(map(width, lines)) >= 8


def test_a_title_without_words_breaks_all_the_same():
    assert balanced_lines("A" * 50, 20) == ["A" * 24, "A" * 26]
