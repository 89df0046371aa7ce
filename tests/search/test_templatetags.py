import pytest

from search.templatetags.marks import marked


@pytest.mark.parametrize(
    ("text", "words", "html"),
    [
        ("青年志愿者", ["志愿"], "青年<mark>志愿</mark>者"),
        ("A<b>&", ["b", "a"], "<mark>A</mark>&lt;<mark>b</mark>&gt;&amp;"),
        ("志愿者", ["志愿", "志愿者"], "<mark>志愿者</mark>"),
        ("(.*)", [".*"], "(<mark>.*</mark>)"),
        ("<i>", [], "&lt;i&gt;"),
        ("以“只争朝夕，不负韶华”为题", ["夕不负"], "以“只争朝<mark>夕，不负</mark>韶华”为题"),
        ("團（工）委", ["团工"], "<mark>團（工</mark>）委"),
        ("罩口，面罩。口", ["罩口"], "<mark>罩口</mark>，面罩。口"),  # as typed, so not otherwise
        ("捐款0.9万元（共9,000元）", ["九千元"], "捐款<mark>0.9万元</mark>（共<mark>9,000元</mark>）"),
        ("第五十七个", ["第57", "个"], "<mark>第五十七</mark><mark>个</mark>"),
    ],
)
def test_marked_marks_words_as_they_are_written_and_escapes_the_rest(text, words, html):
    assert marked(text, words) == html
