"""What differs between two texts is told by words, and nothing of either is lost."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from toolkit.texts.differing import ADDED, REMOVED, SAME, pieces_of


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("开展志愿服务", "开展志愿服务", ((SAME, "开展志愿服务"),)),
        (
            "组织青年志愿者300余名参加",
            "组织青年志愿者400余名参加",
            (
                (SAME, "组织青年志愿者"),
                (REMOVED, "300余"),
                (ADDED, "400余"),
                (SAME, "名参加"),
            ),
        ),
        ("", "新写的", ((ADDED, "新写的"),)),
        ("删去的", "", ((REMOVED, "删去的"),)),
    ],
)
def test_pieces_are_words_and_whole_numbers(old, new, told):
    assert pieces_of(old, new) == told


@given(st.text(max_size=40), st.text(max_size=40))
def test_pieces_hold_both_texts_whole(old, new):
    pieces = pieces_of(old, new)

    assert "".join(words for kind, words in pieces if kind != ADDED) == old
    assert "".join(words for kind, words in pieces if kind != REMOVED) == new
