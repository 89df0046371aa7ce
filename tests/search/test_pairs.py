import pytest

from search import pairs
from search.loosening import Sought, loosened


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
    ("text", "signed"),
    [
        ("不负，韶华", ["'~负韶'"]),
        ("捐款0.9万元", ["'~款<9000>'", "'~<9000>元'", "'~<9000>'"]),
        ("哈，哈哈", []),
    ],
)
def test_what_only_the_loosened_text_has_bears_a_sign(text, signed):
    told = pairs.indexed(text, loosened(text))

    assert [part for part in told.split() if "~" in part] == signed


@pytest.mark.parametrize(
    ("words", "exactly", "loosely"),
    [
        (["口"], "'口'", "'口'"),
        (["口罩"], "'口罩'", "('口罩' | '~口罩')"),
        (["河小青", "青"], "'河小' & '小青' & '青'", "('河小' | '~河小') & ('小青' | '~小青') & '青'"),
        (["Ａ（b", "'"], "'a(' & '(b' & ''''", "('ab' | '~ab') & ''''"),
        (
            ["九千元"],
            "'九千' & '千元'",
            "(('九千' | '~九千') & ('千元' | '~千元') | ('<9000>元' | '~<9000>元'))",
        ),
    ],
)
def test_words_ask_for_their_pairs(words, exactly, loosely):
    asked = [Sought.of(word) for word in words]

    assert (pairs.exactly(asked), pairs.loosely(asked)) == (exactly, loosely)


def test_long_words_ask_for_pairs_from_all_their_length():
    asked = pairs.exactly([Sought.of("".join(map(chr, range(0x4E00, 0x4E00 + 60))))]).split(" & ")

    assert len(asked) == pairs.MOST_ASKED
    assert asked[0] == "'一丁'"


def test_enormous_text_is_indexed_by_its_first_pairs():
    text = "".join(map(chr, range(0x4E00, 0x9FA5))) * 2 + "".join(map(chr, range(0x20000, 0x2A6D0))) * 2

    assert len(pairs.indexed(text).split()) <= pairs.MOST
