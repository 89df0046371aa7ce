"""The Word file, opened again: measures, fonts and headings as GB/T 9704-2012 has them, and every figure."""

import re
from io import BytesIO
from zipfile import ZipFile

import pytest
from docx.oxml.ns import qn
from docx.shared import Pt
from docx.text.paragraph import Paragraph

from reports.document import Passage
from reports.exporters.docx import render
from tests.reports.documents import FOLLOWED_UP, document
from tests.reports.exporters.word_files import fonts_of, opened


def text_of(word) -> str:
    cells = (cell.text for table in word.tables for row in table.rows for cell in row.cells)
    return "\n".join([*(paragraph.text for paragraph in word.paragraphs), *cells])


def test_the_page_is_a4_with_the_prescribed_type_area():
    [section] = opened().sections
    grid = section._sectPr.find(qn("w:docGrid"))

    millimetres = [
        round(length.mm, 1)
        for length in (
            section.page_width,
            section.page_height,
            section.top_margin,
            section.bottom_margin,
            section.left_margin,
            section.right_margin,
        )
    ]
    assert millimetres == [210, 297, 37, 35, 28, 26]
    assert (grid.get(qn("w:type")), grid.get(qn("w:linePitch"))) == ("lines", "579")


def test_styles_bear_the_prescribed_fonts_and_sizes():
    styles = opened(levels="bracketed").styles

    used = (
        "Title",
        "Body Text",
        "Heading 1",
        "Heading 2",
        "Heading 3",
        "Signature",
        "Date",
        "Footer",
        "Annex",
    )
    found = {name: fonts_of(styles["附件标记" if name == "Annex" else name]) for name in used}
    assert found == {
        "Title": ("方正小标宋简体", "方正小标宋简体", 22),
        "Body Text": ("仿宋_GB2312", "仿宋_GB2312", 16),
        "Heading 1": ("黑体", "黑体", 16),
        "Heading 2": ("楷体_GB2312", "楷体_GB2312", 16),
        "Heading 3": ("仿宋_GB2312", "仿宋_GB2312", 16),
        "Signature": ("仿宋_GB2312", "仿宋_GB2312", 16),
        "Date": ("仿宋_GB2312", "仿宋_GB2312", 16),
        "Footer": ("宋体", "宋体", 14),
        "Annex": ("黑体", "黑体", 16),
    }
    assert fonts_of(opened(levels="arabic").styles["Heading 2"]) == ("仿宋_GB2312", "仿宋_GB2312", 16)


def test_the_body_has_the_prescribed_pitch_and_indent():
    styles = opened().styles
    normal, body = styles["Normal"].paragraph_format, styles["Body Text"].element.pPr.ind

    assert (normal.line_spacing, normal.line_spacing_rule.name) == (Pt(28.95), "EXACTLY")
    assert (body.get(qn("w:firstLineChars")), body.get(qn("w:firstLine"))) == ("200", "640")


def test_headings_are_real_and_stand_in_order():
    word = opened()

    levels = {f"Heading {level}": str(level - 1) for level in (1, 2, 3)}
    outline = {
        name: word.styles[name].element.pPr.find(qn("w:outlineLvl")).get(qn("w:val")) for name in levels
    }
    assert outline == levels
    assert [
        (paragraph.style.name, paragraph.text)
        for paragraph in word.paragraphs
        if paragraph.style.name.startswith(("Title", "Heading", "附件标题"))
    ] == [
        ("Title", "2020年上半年工作总结"),
        ("Heading 1", "一、服务青年"),
        ("Heading 2", "1.应急志愿服务"),
        ("Heading 1", "二、下半年计划"),
        ("Heading 2", "1.志愿服务"),
        ("Heading 3", "（1）建设服务站（目标：40个）"),
        ("附件标题", "数据与来源"),
    ]


def test_page_numbers_stand_right_on_odd_pages_and_left_on_even_ones():
    word = opened()
    [section] = word.sections

    assert word.settings.odd_and_even_pages_header_footer
    for footer, side in ((section.footer, "right"), (section.even_page_footer, "left")):
        [paragraph] = footer.paragraphs
        field = paragraph._p.find(qn("w:fldSimple"))
        assert field.get(qn("w:instr")) == " PAGE "
        assert (paragraph._p.pPr.jc_val.name, paragraph._p.pPr.ind.get(qn(f"w:{side}Chars"))) == (
            side.upper(),
            "100",
        )
        assert "".join(text.text for text in paragraph._p.xpath(".//w:t")) == "— 1 —"
    assert round(section.footer_distance.mm, 1) == 25.5  # the middle of the line 7 mm under the type area


def test_letters_larger_than_the_body_keep_its_pitch():
    styles = opened(red_head="某团区委文件").styles

    for name in ("Title", "附件标题", "发文机关标志"):
        grid = styles[name].element.pPr.find(qn("w:snapToGrid"))
        assert (name, grid.get(qn("w:val"))) == (name, "0")


def test_the_annex_begins_a_page_and_its_rows_stay_whole():
    word = opened()
    [table] = word.tables
    head, *rows = table._tbl.tr_lst

    assert word.styles["附件标记"].paragraph_format.page_break_before
    assert head.trPr.find(qn("w:tblHeader")) is not None
    assert all(row.trPr.find(qn("w:cantSplit")) is not None for row in rows)
    assert [cell.text for cell in table.rows[1].cells] == [
        "1",
        "一、1.应急志愿服务",
        "志愿者",
        "300余名",
        "应急志愿服务",
    ]


def test_every_figure_stands_in_the_file_and_again_in_the_annex():
    text = text_of(opened())

    assert all(text.count(figure.text) >= 2 for figure in document().figures())


def test_only_a_draft_says_that_it_is_not_issued():
    assert opened().paragraphs[0].text == "（未签发，仅供审阅）"
    assert "未签发" not in text_of(opened(state="issued"))


def test_the_file_speaks_chinese_and_says_whose_it_is():
    word = opened()
    about = word.core_properties
    language = word.styles.element.find(".//" + qn("w:lang"))

    assert (about.title, about.author, about.language) == ("2020年上半年工作总结", "某团区委", "zh-CN")
    assert about.created.isoformat() == about.modified.isoformat() == "2020-05-29T00:00:00+00:00"
    assert language.get(qn("w:eastAsia")) == "zh-CN"


def test_the_file_holds_no_theme_and_nothing_of_the_librarys_own_template():
    file = ZipFile(BytesIO(render(document())))

    assert set(file.namelist()) == {
        "[Content_Types].xml",
        "_rels/.rels",
        "docProps/core.xml",
        "docProps/custom.xml",
        "word/_rels/document.xml.rels",
        "word/document.xml",
        "word/fontTable.xml",
        "word/footer1.xml",
        "word/footer2.xml",
        "word/settings.xml",
        "word/styles.xml",
    }
    parts = [file.read(name).decode() for name in file.namelist()]
    assert not [part for part in parts if re.search("theme|python-docx|Calibri|Cambria", part, re.IGNORECASE)]
    assert (
        '<w:font w:name="仿宋_GB2312"><w:altName w:val="仿宋"/>' in file.read("word/fontTable.xml").decode()
    )


def test_the_same_report_makes_the_same_file():
    assert render(document()) == render(document())


@pytest.mark.parametrize("odd", ["㐂𠮷", "🎉👨‍👩‍👧", "甲\x00\x08\x7f乙", "<w:p>&amp;", "\ud800\ufffe"])
def test_odd_characters_never_stop_the_export(odd):
    word = opened(title=odd * 100, opening=Passage((odd,)), signature=odd, red_head=odd)

    kept = "".join(char for char in odd if char in "㐂𠮷🎉甲乙<w:p>&amp;")
    assert kept in text_of(word)


def test_an_empty_report_is_still_a_file():
    word = opened(title="", opening=Passage(), sections=(), signature="", signed_on=None, totals=())

    assert [paragraph.text for paragraph in word.paragraphs] == ["（未签发，仅供审阅）", ""]


def test_a_follow_up_in_a_table_has_one_beneath_each_of_its_headings():
    word = opened(sections=(FOLLOWED_UP,))

    *followed_up, _annex = [
        [[cell.text for cell in row.cells] for row in table.rows] for table in word.tables
    ]
    before = [Paragraph(table._tbl.getprevious(), word) for table in word.tables[:2]]
    around = [(paragraph.text, paragraph.paragraph_format.keep_with_next) for paragraph in before]

    head, told = ["任务", "落实情况"], "未开展；尚无关联的记录"
    assert followed_up == [[head, ["培训团干部", told]], [head, ["建服务站", told]]]
    assert around == [("未开展1项。", True)] * 2
    assert "培训团干部" not in "".join(paragraph.text for paragraph in word.paragraphs)
