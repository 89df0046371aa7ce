"""The text of a Word file as it stands once every tracked change is accepted."""

import pytest

from reports.returning.word.body import Mark, text_of
from reports.returning.word.package import Package
from tests.reports.returning.files import STRICT, word_of


def run(text: str) -> str:
    return f"<w:r><w:t>{text}</w:t></w:r>"


def read(body: str, **beside):
    return text_of(Package(word_of(body, **beside)))


def lines(body: str, **beside) -> list[str]:
    return [paragraph.text for paragraph in read(body, **beside).paragraphs]


def test_insertions_are_kept_and_deletions_dropped():
    text = read(
        f"<w:p>{run('组织')}<w:del><w:r><w:delText>三百</w:delText></w:r></w:del>"
        f"<w:ins>{run('320余')}</w:ins>{run('名青年')}</w:p>"
    )

    assert [one.text for one in text.paragraphs] == ["组织320余名青年"]
    assert text.revisions == {"删除": 1, "插入": 1}


def test_what_was_moved_stands_where_it_was_moved_to():
    text = read(
        f"<w:p><w:moveFrom>{run('甲')}</w:moveFrom>{run('乙')}</w:p><w:p><w:moveTo>{run('甲')}</w:moveTo></w:p>"
    )

    assert [one.text for one in text.paragraphs] == ["乙", "甲"]
    assert text.revisions == {"移动": 1}


@pytest.mark.parametrize("kind", ["del", "moveFrom"])
def test_a_paragraph_whose_end_was_deleted_runs_on(kind):
    body = f"<w:p><w:pPr><w:rPr><w:{kind}/></w:rPr></w:pPr>{run('前半')}</w:p><w:p>{run('后半')}</w:p>"

    assert lines(body) == ["前半后半"]


def test_nothing_is_said_of_changes_where_none_were_tracked():
    assert read(f"<w:p>{run('字')}</w:p>").revisions == {}


def test_words_in_controls_links_and_fields_are_words():
    body = (
        f"<w:sdt><w:sdtPr/><w:sdtContent><w:p>{run('一')}</w:p></w:sdtContent></w:sdt>"
        f"<w:p><w:hyperlink>{run('二')}</w:hyperlink><w:fldSimple>{run('三')}</w:fldSimple>"
        f"<w:r><w:instrText>PAGE</w:instrText></w:r><w:smartTag>{run('四')}</w:smartTag></w:p>"
    )

    assert lines(body) == ["一", "二三四"]


def test_a_line_break_parts_lines_and_a_tab_words():
    body = "<w:p><w:r><w:t>甲</w:t><w:br/><w:t>乙</w:t><w:tab/><w:t>丙</w:t></w:r></w:p>"

    assert lines(body) == ["甲\n乙 丙"]


def test_bookmarks_are_told_by_paragraph_and_other_peoples_are_passed_over():
    body = (
        '<w:bookmarkStart w:id="1" w:name="text_activity_4"/><w:bookmarkStart w:id="9" w:name="_GoBack"/>'
        f"<w:p>{run('甲乙')}</w:p><w:p>{run('丙')}"
        f'<w:bookmarkEnd w:id="1"/><w:bookmarkEnd w:id="9"/>{run("丁")}</w:p>'
    )

    assert [one.marks for one in read(body).paragraphs] == [
        [Mark("text_activity_4", 0, 2, True)],
        [Mark("text_activity_4", 0, 1, False)],
    ]


def test_a_bookmark_without_an_end_ends_with_its_paragraph():
    body = f'<w:p><w:bookmarkStart w:id="1" w:name="text_opening"/>{run("甲")}</w:p><w:p>{run("乙")}</w:p>'

    assert [one.marks for one in read(body).paragraphs] == [[Mark("text_opening", 0, 1, True)], []]


def test_tables_boxes_comments_and_notes_are_told_beside_the_text():
    box = f"<w:pict><w:txbxContent><w:p>{run('框里')}</w:p></w:txbxContent></w:pict>"
    cells = f"<w:tc><w:p>{run('甲')}</w:p></w:tc><w:tc><w:p>{run('乙')}</w:p></w:tc>"
    deleted = f"<w:tr><w:trPr><w:del/></w:trPr>{cells}</w:tr>"
    text = read(
        f"<w:p><w:r>{box}</w:r></w:p><w:tbl><w:tr>{cells}</w:tr>{deleted}</w:tbl>",
        comments=f'<w:comment w:author="李书记"><w:p>{run("请核对")}</w:p></w:comment>',
        footnotes=f'<w:footnote w:type="separator"/><w:footnote><w:p>{run("见附表")}</w:p></w:footnote>',
    )

    assert (text.rows, text.beside) == (
        [("甲", "乙")],
        [("文本框", "框里"), ("批注", "李书记：请核对"), ("脚注", "见附表")],
    )


def test_a_strict_file_is_read_like_any_other():
    assert lines(f"<w:p>{run('字')}</w:p>", namespace=STRICT) == ["字"]


def test_tables_within_tables_are_read_once():
    table = f"<w:p>{run('底')}</w:p>"
    for _ in range(40):
        table = f"<w:tbl><w:tr><w:tc>{table}</w:tc></w:tr></w:tbl>"

    assert read(table).rows == [("底",)]
