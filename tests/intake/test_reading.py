"""Files of every kind that offices have: what is read of them is the words of the document."""

import io

import docx
import pytest
import typst
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from intake.proposing import propose
from intake.proposing.as_json import as_json
from intake.reading import cleaned, read

TEXT = """共青团白塔区委2022年工作总结
一、志愿服务
1、4月9日，开展护河行动，62名志愿者参加。
共青团白塔区委
2022年12月30日"""


@pytest.mark.parametrize(
    "data",
    [
        TEXT.encode(),
        TEXT.encode("utf-8-sig"),
        TEXT.encode("gb18030"),
        b"\x84\x31\x95\x33" + TEXT.encode("gb18030"),
        TEXT.encode("utf-16"),
        TEXT.encode("utf-16-le"),
        TEXT.replace("\n", "\r\n").encode("utf-16-be"),
        TEXT.encode() + "。".encode()[:-1],
    ],
    ids=["utf-8", "utf-8 mark", "gb18030", "gb18030 mark", "utf-16", "utf-16-le", "utf-16-be", "cut off"],
)
def test_a_text_is_read_in_any_encoding(data):
    assert cleaned(read(data)).text == TEXT


def proposed(document) -> dict:
    buffer = io.BytesIO()
    document.save(buffer)
    return as_json(propose(cleaned(read(buffer.getvalue()))))


def outline(found: dict) -> list:
    return [
        (one["heading"], [item["title"] or item["text"] for item in one["items"]])
        for one in found["sections"]
    ]


def test_headings_and_numbers_that_word_made_are_read():
    document = docx.Document()
    document.add_paragraph("共青团白塔区委2022年工作总结")
    document.add_heading("思想引领", 1)
    document.add_paragraph("开展主题团日40场。", style="List Number")
    document.add_paragraph("举办宣讲6场。", style="List Number")
    document.add_heading("志愿服务", 1)
    document.add_paragraph("组织志愿者320名清理河道。")

    assert outline(proposed(document)) == [
        ("思想引领", ["开展主题团日40场", "举办宣讲6场"]),
        ("志愿服务", ["组织志愿者320名清理河道。"]),
    ]


def test_a_table_of_names_is_the_roll_of_its_honour():
    document = docx.Document()
    document.add_paragraph("关于表彰2022年度优秀共青团员的决定")
    document.add_paragraph("团区委决定，授予陈晓等3名同志“白塔区优秀共青团员”称号。")
    document.add_paragraph("共青团白塔区委")
    document.add_paragraph("2022年5月4日")
    document.add_paragraph("附件：白塔区优秀共青团员名单（3名）")
    table = document.add_table(4, 3)
    rows = [
        ("序号", "姓名", "单位"),
        ("1", "陈 晓", "白塔中学"),
        ("2", "欧阳若男", "区医院"),
        ("3", "丁一凡", "城东街道"),
    ]
    for row, cells in zip(table.rows, rows, strict=True):
        for cell, words in zip(row.cells, cells, strict=True):
            cell.text = words

    found = proposed(document)

    assert [(one["title"], one["count"], one["recipients"]) for one in found["awards"]] == [
        ("白塔区优秀共青团员", 3, ["陈晓", "欧阳若男", "丁一凡"])
    ]
    assert (found["status"], found["signed_on"]) == ("commendation", "2022-05-04")


def test_text_boxes_are_read_and_tracked_changes_are_accepted():
    document = docx.Document()
    document.add_paragraph("共青团白塔区委2022年工作总结")
    paragraph = document.add_paragraph("一、开展活动")
    for xml in (
        "<w:del {} w:id='1' w:author='a'><w:r><w:delText>50</w:delText></w:r></w:del>",
        "<w:ins {} w:id='2' w:author='a'><w:r><w:t>80</w:t></w:r></w:ins>",
        "<w:r {}><w:t>场。</w:t></w:r>",
        "<w:r {}><w:pict><v:shape xmlns:v='urn:schemas-microsoft-com:vml'><v:textbox><w:txbxContent>"
        "<w:p><w:r><w:t>二、参加青年1200人次。</w:t></w:r></w:p></w:txbxContent></v:textbox></v:shape></w:pict></w:r>",
    ):
        paragraph._p.append(parse_xml(xml.format(nsdecls("w"))))

    found = proposed(document)

    figures = [
        figure["text"] for one in found["sections"] for item in one["items"] for figure in item["figures"]
    ]
    assert figures == ["80场", "1200人次"]


def test_the_text_of_a_pdf_is_read_across_its_lines_and_pages():
    pages = (
        "共青团白塔区委2022年工作总结\n\n一、志愿服务\n\n1、4月9日，团区委联合区水务局在白塔公园开展护河行动，"
        + "志愿者们沿河捡拾垃圾、劝导游客、张贴标语，" * 3
        + "共有1250名志愿者参加。\n\n#pagebreak()\n\n2、举办讲座18场。\n\n共青团白塔区委\n\n2022年12月30日"
    )
    source = (
        '#set text(font: "Noto Serif CJK SC")\n#set page(width: 9cm, height: 12cm, numbering: "1")\n' + pages
    )

    found = as_json(propose(cleaned(read(typst.compile(source.encode())))))

    assert (found["title"], found["signed_on"]) == ("共青团白塔区委2022年工作总结", "2022-12-30")
    (section,) = found["sections"]
    assert (section["heading"], [len(item["dates"]) for item in section["items"]]) == ("志愿服务", [1, 0])
    assert [[one["text"] for one in item["figures"]] for item in section["items"]] == [["1250名"], ["18场"]]
