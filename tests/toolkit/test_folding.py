import pytest
from hypothesis import given
from hypothesis import strategies as st

from toolkit.folding import folded, places_of_letters, without_marks


@pytest.mark.parametrize(
    ("text", "alike"),
    [
        ("团（工）委：ＱＱ群　Ａbc１２％", "团(工)委:qq群 abc12%"),
        ("團區委、臺灣、裡裏", "团区委、台湾、里里"),
        ("⼈⺠⽇報", "人民日报"),  # as PDF files hand them over
        ("阿•卜‧杜・甲⋅乙･丙∙丁", "阿·卜·杜·甲·乙·丙·丁"),
        ("二○二○年", "二〇二〇年"),
    ],
    ids=["width and case", "traditional", "radicals", "middle dots", "zeros"],
)
def test_what_looks_or_means_the_same_makes_no_difference(text, alike):
    assert folded(text) == alike


@given(st.text())
def test_folding_keeps_every_place_and_is_done_once(text):
    once = folded(text)

    assert (len(once), folded(once)) == (len(text), once)


def test_marks_spaces_and_what_nobody_sees_do_not_count():
    assert (
        without_marks(folded("“只争朝夕，不负韶华”（扩大）会议\n张　三_\ufeff\u200b\ue000 0.9万元。100%"))
        == "只争朝夕不负韶华扩大会议\n张三0.9万元100%"
    )


@given(st.text(alphabet="团，0.9\n_% "))
def test_every_letter_without_marks_is_told_where_it_stands(text):
    assert "".join(text[place] for place in places_of_letters(text)) == without_marks(text)
