import pytest

from search import pairs


@pytest.mark.parametrize(
    ("text", "indexed"),
    [
        ("", ""),
        ("口", "'口'"),
        ("口罩", "'口' '罩' '口罩'"),
        ("口罩 a", "'口' '罩' '口罩' 'a'"),
        ("𠮷野家", "'𠮷' '野' '家' '𠮷野' '野家'"),
        (r"a'\b", r"'a' '''' '\\' 'b' 'a''' '''\\' '\\b'"),
        ("哈哈哈", "'哈' '哈哈'"),
    ],
)
def test_text_is_indexed_by_its_letters_and_its_pairs(text, indexed):
    assert pairs.indexed(text) == indexed


@pytest.mark.parametrize(
    ("words", "condition"),
    [
        (["口"], "'口'"),
        (["口罩"], "'口罩'"),
        (["河小青", "小青"], "'河小' & '小青'"),
        (["Ａ（", "'"], "'a(' & ''''"),
    ],
)
def test_words_ask_for_each_of_their_pairs_once(words, condition):
    assert pairs.all_of(words) == condition


def test_long_words_ask_for_pairs_from_all_their_length():
    asked = pairs.all_of(["".join(map(chr, range(0x4E00, 0x4E00 + 60)))]).split(" & ")

    assert len(asked) == pairs.MOST_ASKED
    assert asked[0] == "'一丁'"


def test_enormous_text_is_indexed_by_its_first_pairs():
    text = "".join(map(chr, range(0x4E00, 0x9FA5))) * 2 + "".join(map(chr, range(0x20000, 0x2A6D0))) * 2

    assert len(pairs.indexed(text).split()) <= pairs.MOST
