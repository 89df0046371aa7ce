from pathlib import Path

import pytest

from toolkit.private import found_in
from toolkit.private.found import around

HERE = Path(__file__).parent
ORDINARY = (HERE / "ordinary.txt").read_text().splitlines()
STOPPED = [line.split("\t") for line in (HERE / "stopped.tsv").read_text().splitlines()]


def kinds_in(text: str) -> list[str]:
    return sorted({one.kind for one in found_in(text)})


def test_ordinary_phrases_pass():
    wrong = [(text, kinds_in(text)) for text in ORDINARY if found_in(text)]

    print(f"false alarms: {len(wrong)} of {len(ORDINARY)} ordinary phrases")
    assert wrong == []


def test_what_is_private_is_stopped():
    wrong = [(text, kinds_in(text)) for kind, text in STOPPED if kind not in kinds_in(text)]

    print(f"stopped: {len(STOPPED) - len(wrong)} of {len(STOPPED)} private phrases")
    assert wrong == []


def test_both_lists_are_long_enough_to_say_something():
    assert min(len(ORDINARY), len(STOPPED)) >= 60


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("请于五月四日前联系王老师，电话13812345678，过时不候。", "联系王老师，电话138…，过时不候。"),
        ("三年级（2）班王小明同学获奖", "三年级（2）班王××同学获奖"),
        ("电话13812345678、13912345678。", "电话138…、139…"),
    ],
)
def test_what_is_found_is_shown_masked_among_its_words(text, shown):
    found = found_in(text)

    assert around(text, found[0], found) == shown
