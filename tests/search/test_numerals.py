import pytest

from search.numerals import numbers


def letters(text):
    return [letter for _, _, letter in numbers(text)]


@pytest.mark.parametrize(
    ("letter", "ways"),
    [
        ("<9000>", "九千 9000 9,000 0.9万 玖仟 9千"),
        ("<10000>", "1万 一万 10000 1.0万"),
        ("<23000>", "两万三千 2.3万 两万三 2万3千"),
        ("<305>", "三百零五 305"),
        ("<250>", "两百五 二百五十 250"),
        ("<111>", "一百一十一 111"),
        ("<12>", "十二 一十二 12"),
        ("<2020>", "二〇二〇 二零二零 2020"),
        ("<54>", "五四 五十四 54"),
        ("<320000000>", "3.2亿 三亿两千万"),
        ("<3000000>余", "300余万 三百余万"),
        ("<3000000000000>", "三万亿 3万亿"),
    ],
)
def test_number_is_one_letter_however_it_is_written(letter, ways):
    assert {way: letters(way) for way in ways.split()} == {way: [letter] for way in ways.split()}


@pytest.mark.parametrize("text", ["三四百", "千万", "百姓", "007", "十四五", "360103199001011234", "零零后"])
def test_what_is_no_plain_number_stays_as_it_is(text):
    assert letters(text) == []


def test_numbers_are_told_with_their_places():
    assert numbers("第57个,百余次,1.5万元") == [(1, 3, "<57>"), (5, 6, "<100>"), (9, 13, "<15000>")]
