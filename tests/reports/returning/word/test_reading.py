"""Whose a file is, and what travels of it in the page."""

import pytest

from reports.exporters.docx import render
from reports.returning.comparing import compare
from reports.returning.word.package import Unreadable
from reports.returning.word.reading import from_json, read
from tests.reports.returning.comparisons import OFFICE, exported, told
from tests.reports.returning.files import (
    edited,
    keyed,
    retype,
    without_properties,
    word_of,
)


def test_a_file_of_another_report_or_office_or_of_none_is_refused_in_a_sentence():
    def refused(file):
        with pytest.raises(Unreadable) as refusal:
            read(file).refuse_of_another(slug="2020-h1", office=OFFICE)
        return str(refusal.value)

    other = render(keyed(slug="2020-h2"), OFFICE)
    assert refused(other) == (
        "这份文件是另一份总结（2020-h2）的，不是本总结（2020-h1）的。请到那一份总结的页面上传。"
    )
    assert refused(render(keyed(), "共青团东湖区委")) == (
        f"这份文件是“共青团东湖区委”导出的，不是“{OFFICE}”的，没有读取。"
    )
    assert refused(word_of("<w:p><w:r><w:t>会议通知</w:t></w:r></w:p>")).startswith(
        "这份文件里没有导出时写进的记号"
    )
    read(exported()).refuse_of_another(slug="2020-h1", office=OFFICE)


def test_a_file_without_its_properties_is_known_by_a_bookmark_and_compared_with_the_draft():
    draft = keyed()
    stripped = without_properties(edited(exported(), lambda word: retype(word, "坚持常态化", "坚持长效化")))

    reading = read(stripped)
    reading.refuse_of_another(slug="2020-h1", office=OFFICE)
    comparison = compare(reading, draft)

    assert (told(comparison), comparison.has_fingerprints) == ([("planitem-1", "", "坚持长效化。")], False)
    with pytest.raises(Unreadable, match="另一份总结"):
        reading.refuse_of_another(slug="2020-h2", office=OFFICE)


def test_a_reading_comes_back_from_the_page_as_it_was():
    reading = read(edited(exported(), lambda word: retype(word, "300余名", "320余名")))

    assert from_json(reading.to_json()) == reading
