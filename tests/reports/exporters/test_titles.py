from pathlib import Path

import pytest

from reports.exporters.official import TITLE_CHARACTERS
from reports.exporters.titles import balanced_lines, width

# Each title of titles.txt as an office would break it, its lines parted by strokes.
BROKEN = Path(__file__).with_name("titles.txt").read_text(encoding="utf-8").splitlines()


@pytest.mark.parametrize("broken", BROKEN)
def test_a_title_breaks_by_sense_into_a_trapezoid_or_a_lozenge(broken):
    lines = broken.split(" / ")

    assert balanced_lines("".join(lines), TITLE_CHARACTERS) == lines


@pytest.mark.parametrize("length", [21, 39, 41, 59, 61, 100, 500])
def test_a_title_of_any_length_keeps_every_character_and_leaves_none_alone(length):
    title = ("共青团西湖区委关于青年志愿服务、思想引领和自身建设情况的总结" * 20)[:length]

    lines = balanced_lines(title, 20)

    assert "".join(lines) == title
    assert max(map(width, lines)) <= 20
    assert min(map(width, lines)) >= 7  # of a committee's name at least


def test_a_title_without_words_breaks_all_the_same():
    assert balanced_lines("A" * 50, 20) == ["A" * 24, "A" * 26]
