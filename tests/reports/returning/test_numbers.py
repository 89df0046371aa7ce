"""The figures of a text in its changed form."""

import pytest
from docx.oxml import OxmlElement

from tests.reports.returning.comparisons import TEXT, compared, numbers, told
from tests.reports.returning.files import (
    paragraph_with,
    retype,
    without_bookmarks,
)


@pytest.mark.parametrize(
    ("change", "found"),
    [
        (lambda word: retype(word, "300余名", "320余名"), [("300余名", "320余名"), ("1万个", "1万个")]),
        (lambda word: retype(word, "300余名", ""), [("300余名", ""), ("1万个", "1万个")]),
        (lambda word: retype(word, "1万个", "约300余个"), [("300余名", "300余名"), ("1万个", "约300余个")]),
    ],
)
def test_a_changed_number_is_told_beside_that_of_its_record(change, found):
    assert numbers(compared(change)) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("捐赠口罩1万个，组织300余名青年志愿者。", [("300余名", "300余名"), ("1万个", "1万个")]),
        ("捐赠口罩2万个，发动青年志愿者320余名。", [("300余名", "320余名"), ("1万个", "2万个")]),
        ("广泛组织青年志愿者，捐赠口罩1万个。", [("300余名", ""), ("1万个", "1万个")]),
    ],
)
def test_numbers_are_found_again_in_a_text_written_anew(text, found):
    def change(word):
        paragraph = paragraph_with(word, TEXT)
        without_bookmarks(paragraph)
        paragraph.clear().add_run(text)

    comparison = compared(change)

    assert told(comparison) == [("activity-4", "", text)]
    assert numbers(comparison) == found
    assert comparison.proposals[0].is_guessed


def test_a_number_that_somebody_added_is_told():
    comparison = compared(lambda word: retype(word, "青年志愿者，", "青年志愿者，走访25户，"))

    assert [one.text for one in comparison.proposals[0].text.numbers.new] == ["25户"]


def test_tracked_changes_are_read_as_accepted():
    def change(word):
        run = next(run for run in paragraph_with(word, TEXT).runs if run.text == "300余名")._r
        dropped, added = OxmlElement("w:del"), OxmlElement("w:ins")
        run.addprevious(dropped)
        dropped.addnext(added)
        added.append(OxmlElement("w:r"))
        added[0].append(OxmlElement("w:t"))
        added[0][0].text = "320余名"
        dropped.append(run)
        run.find("{*}t").tag = run.find("{*}t").tag.replace("}t", "}delText")

    comparison = compared(change)

    assert numbers(comparison) == [("300余名", "320余名"), ("1万个", "1万个")]
