"""What makes the Word file an official document: its red head and what stands around it, seal and imprint."""

import pytest
from docx.oxml.ns import qn
from docx.shared import Pt

from tests.reports.documents import OFFICIAL
from tests.reports.exporters.word_files import fonts_of, opened


def foot(**changes):
    paragraphs = opened(**changes).paragraphs
    return (
        next(paragraph for paragraph in paragraphs if paragraph.style.name == name)
        for name in ("Signature", "Date")
    )


def test_under_a_seal_the_signature_stands_over_the_middle_of_the_date():
    signature, date = foot(red_head="某团区委文件")

    assert date._p.pPr.ind.get(qn("w:rightChars")) == "400"
    # centred between here and the edge, as is the date: 6.5 characters and four on either side
    assert signature._p.pPr.ind.get(qn("w:leftChars")) == str(2800 - 1450)
    assert signature.style.paragraph_format.alignment.name == "CENTER"


def test_without_a_seal_the_date_begins_two_characters_after_the_signature():
    signature, date = foot()

    # the date is the longer, so that it ends two characters from the edge
    assert date._p.pPr.ind.get(qn("w:leftChars")) == str(2800 - 200 - 650)
    assert date._p.pPr.ind.get(qn("w:rightChars")) == "-300"  # so that wide digits do not wrap it
    assert signature._p.pPr.ind.get(qn("w:leftChars")) == str(2800 - 200 - 650 - 200)
    assert {date.style.paragraph_format.alignment.name, signature.style.paragraph_format.alignment.name} == {
        "LEFT"
    }


def test_a_red_head_stands_over_its_number_and_a_red_rule():
    word = opened(state="issued", red_head="某团区委文件", document_number="西团〔2020〕5号")
    head, number = word.paragraphs[:2]

    assert (head.text, number.text) == ("某团区委文件", "西团〔2020〕5号")
    assert fonts_of(head.style)[1] == "方正小标宋简体"
    assert str(head.style.font.color.rgb) == "FF0000"
    assert (head.runs[0].font.size, round(head.paragraph_format.space_before.mm)) == (Pt(62), 35)
    rule = number.style.element.pPr.find(qn("w:pBdr")).find(qn("w:bottom"))
    assert rule.get(qn("w:color")) == "FF0000"
    assert word.styles["Signature"].paragraph_format.space_before == 3 * Pt(28.95)  # room for the seal


def official():
    return opened(
        state="issued", red_head="某团区委文件", document_number="西团〔2020〕5号", formalities=OFFICIAL
    )


def test_the_head_of_an_official_document_stands_where_prescribed():
    word = official()
    copy, secrecy, urgency, head, signers, number, title, addressees = word.paragraphs[:8]

    assert [one.text for one in (copy, secrecy, urgency, addressees)] == [
        "000001",
        "机密★5年",
        "特急",
        "团市委、区委办公室：",
    ]
    assert [fonts_of(one.style)[1] for one in (copy, secrecy, urgency)] == ["仿宋_GB2312", "黑体", "黑体"]
    # three lines stand above the head, which keeps its height; the names begin under one another
    above = 35 / 25.4 * 72 - 3 * 28.95
    assert head.paragraph_format.space_before.pt == pytest.approx(above, abs=0.05)
    assert [one.text for one in (signers, number)] == [
        "\t签发人：张三　　　欧阳小明",
        "西团〔2020〕5号\t　　　　李四",
    ]
    seats = {one.paragraph_format.tab_stops[0].position for one in (signers, number)}
    assert seats == {Pt(16 * (28 - 1 - len("签发人：张三　　　欧阳小明")))}
    assert signers.runs[-1].style.element.rPr.rFonts.get(qn("w:eastAsia")) == "楷体_GB2312"
    assert title.paragraph_format.space_before == 2 * Pt(28.95)
    assert addressees.style.element.pPr.ind is None


def test_the_imprint_floats_at_the_foot_of_the_last_page_between_its_rules():
    word = official()
    *_, before, table, behind, _ = word.element.body
    borders = table.tblPr.find(qn("w:tblBorders"))

    place = table.tblPr.find(qn("w:tblpPr"))
    assert [place.get(qn(f"w:{name}")) for name in ("vertAnchor", "tblpYSpec")] == ["margin", "bottom"]
    assert {one.tag.split("}")[1]: one.get(qn("w:sz")) for one in borders} == {
        "top": "8",  # 0.35 mm in eighths of a point
        "bottom": "8",
        "insideH": "6",
    }
    assert [cell.text for row in word.tables[-1].rows for cell in row.cells] == [
        "抄送：区委组织部、区文明办，各街道团工委。",
        "某团区委办公室\t2020年5月30日印发",
    ]
    assert fonts_of(word.styles["抄送"])[1:] == ("仿宋_GB2312", 14)
    assert {before.style, behind.style} == {"ImprintHolder"}
