from hypothesis import given
from hypothesis import strategies as st

from toolkit.folding import folded


def test_width_and_case_make_no_difference():
    assert folded("团（工）委：ＱＱ群　Ａbc１２％") == "团(工)委:qq群 abc12%"


@given(st.text())
def test_folding_keeps_every_place_and_is_done_once(text):
    once = folded(text)

    assert (len(once), folded(once)) == (len(text), once)
