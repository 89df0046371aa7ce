"""PDF files as they are printed: columns, lines cut by the edge, what every page repeats."""

import pytest
import typst

from intake.reading import cleaned, read

_FIRST = "今年以来，团区委紧扣中心工作，全区共青团工作取得新成效，现总结如下。"
_SECOND = (
    "3月15日至17日，在区委党校举办全区团干部培训班，126名团干部参加培训，邀请专家授课8场次，培训满意度达到98.7%，"
    "参学1.58万人次，较去年同期提高4.3个百分点。"
)
_TEXT = f"""共青团青木区委2023年上半年工作总结
{_FIRST}
一、思想引领
（一）{_SECOND}
（二）授予张伟等30名同志“青木区优秀共青团员”称号，江南街道团工委荣获“全市五四红旗团委”称号。
共青团青木区委员会
2023年6月28日"""
_SOURCE = """#set text(font: "Noto Serif CJK SC", size: 12pt, lang: "zh")
#set page(width: {width}cm, height: {height}cm, columns: {columns}, margin: 1.6cm,
  header: [{header}], footer: context align(center, counter(page).display("第 1 页")))
#set par(first-line-indent: (amount: 2em, all: true), justify: true)
{paragraphs}"""


def printed(width: int, height: int, columns: int, header: str) -> bytes:
    title, *text, signed, day = _TEXT.split("\n")
    paragraphs = [f"#align(center)[{title}]", *text, f"#align(right)[{signed}]", f"#align(right)[{day}]"]
    words = "\n\n".join(paragraphs)
    source = _SOURCE.format(width=width, height=height, columns=columns, header=header, paragraphs=words)
    return typst.compile(source.encode())


@pytest.mark.parametrize(
    ("width", "height", "columns", "header"),
    [(17, 9, 1, "工作汇编"), (11, 9, 1, "工作汇编"), (19, 14, 2, "")],
    ids=["wide", "narrow", "columns"],
)
def test_a_page_is_read_as_the_paragraphs_that_were_typed(width, height, columns, header):
    source = cleaned(read(printed(width, height, columns, header)))

    assert source.text == _TEXT
    assert {one.why for one in source.removed} <= {"页眉、页脚或水印", "页码"}


def test_a_table_on_a_page_is_read_as_rows():
    rows = "[序号], [姓名], [单位], [1], [陈晓], [白塔中学], [2], [丁一凡], [城东街道]"
    page = '#set page(width: 14cm, height: 8cm)\n#set text(font: "Noto Serif CJK SC")\n'
    data = typst.compile(
        f"{page}优秀共青团员名单（2名）\n\n#table(columns: (2cm, 3cm, 5cm), {rows})".encode()
    )

    assert cleaned(read(data)).text.split("\n") == [
        "优秀共青团员名单（2名）",
        "序号\t姓名\t单位",
        "1\t陈晓\t白塔中学",
        "2\t丁一凡\t城东街道",
    ]
