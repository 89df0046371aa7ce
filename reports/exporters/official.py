"""The prescribed measures of an official document: GB/T 9704-2012《党政机关公文格式》.

Every number and every font of the Word and PDF files stands here beside its
clause. Lengths say their unit in their name; "characters" are characters of the
body (3号), "lines" are lines of the body.
"""

from dataclasses import dataclass

from reports.document import numbering

# 5.1, 5.2.1: A4; margins at the top and at the binding edge; the type area
PAGE_WIDTH_MM = 210
PAGE_HEIGHT_MM = 297
TOP_MM = 37
LEFT_MM = 28
AREA_WIDTH_MM = 156
AREA_HEIGHT_MM = 225
RIGHT_MM = PAGE_WIDTH_MM - LEFT_MM - AREA_WIDTH_MM
BOTTOM_MM = PAGE_HEIGHT_MM - TOP_MM - AREA_HEIGHT_MM

# 5.2.3: 22 lines a page, 28 characters a line
LINES = 22
CHARACTERS = 28
LINE_PITCH_PT = 28.95  # 225 mm / 22 is 28.99 pt; Word counts in twentieths, and 22 lines must fit

# The sizes that the clauses name: 2号, 3号, 4号, 5号
SIZE_2_PT = 22
SIZE_3_PT = 16
SIZE_4_PT = 14
SIZE_5_PT = 10.5

TITLE_PT = SIZE_2_PT  # 7.3.1
TITLE_CHARACTERS = 19  # of 2号 fit 156 mm, with room for digits that a font makes wider than half a character
BODY_PT = SIZE_3_PT  # 5.2.2, 7.3.3
FIRST_LINE_CHARACTERS = 2  # 7.3.3: 每个自然段左空二字

# 7.2: the head, of which each part is printed only where a document has one
MARK_LINES_AFTER = 1  # between 份号, 密级, 紧急程度 (7.2.1 to 7.2.3) and a title without a red head
SIGNER_RIGHT_CHARACTERS = 1  # 7.2.6: 签发人居右空一字
NUMBER_LEFT_CHARACTERS = 1  # 7.2.5: 上行文的发文字号居左空一字
SIGNED_BY_CHARACTERS = 4  # 7.2.6: “签发人”三字加全角冒号
SIGNERS_A_LINE = 2  # 7.2.6: 一般每行排两个姓名
RED = "FF0000"
RED_HEAD_DROP_MM = 35  # 7.2.4: 上边缘至版心上边缘
RED_HEAD_LARGEST_PT = 62  # 7.2.4 leaves the size to the office: as large as the width allows, up to 22 mm
RED_HEAD_SMALLEST_PT = 26
NUMBER_LINES_BEFORE = 2  # 7.2.5: 下空二行
RED_RULE_MM = 4  # 7.2.7: below the number
RED_RULE_PT = 1.5
TITLE_LINES_BEFORE = 2  # 7.3.1: 红色分隔线下空二行
TITLE_LINES_AFTER = 1  # 7.3.2: 标题下空一行

# 7.3.4, 7.3.5: mention of the annex, signature, date
ANNEX_LINES_BEFORE = 1
SIGNATURE_LINES_BEFORE = 1
SEAL_LINES_BEFORE = 3  # 7.3.5.1: the seal tops out within a line of the text, the name lies below its middle
DATE_RIGHT_CHARACTERS = 4  # 7.3.5.1, under a seal: 成文日期右空四字
UNSEALED_RIGHT_CHARACTERS = 2  # 7.3.5.2, without one: 署名（较长的日期）右空二字
UNSEALED_DATE_CHARACTERS = 2  # 7.3.5.2: 成文日期首字比署名首字右移二字
SIGNATURE_CHARACTERS = 20  # a longer name is broken

# 7.4: 版记 at the foot of the last page
COPIED_TO_CHARACTERS = 3  # 7.4.2: “抄送”二字后加全角冒号
IMPRINT_PT = SIZE_4_PT  # 7.4.2, 7.4.3: 4号仿宋
IMPRINT_PITCH_PT = 24
IMPRINT_SIDE_CHARACTERS = 1  # 7.4.2, 7.4.3: 左右各空一字
IMPRINT_THICK_MM = 0.35  # 7.4.1: 首条和末条分隔线
IMPRINT_THIN_MM = 0.25  # 7.4.1: 中间的分隔线

# 7.5: page number under the type area
PAGE_NUMBER_PT = SIZE_4_PT
PAGE_NUMBER_DROP_MM = 7  # 一字线上距版心下边缘
PAGE_NUMBER_CHARACTERS = 1  # 单页码居右空一字，双页码居左空一字
PAGE_NUMBER_DASH = "—"

# The annex's table. The standard leaves the inside of a table to the office.
TABLE_PT = SIZE_5_PT
TABLE_PITCH_PT = 18
TABLE_PADDING_MM = 1.2
TABLE_RULE_PT = 0.5
TABLE_HEAD = ("序号", "所在条目", "数据", "文中表述", "数据来源")
TABLE_WIDTHS_MM = (12, 42, 25, 25, 52)
FOLLOW_UP_HEAD, FOLLOW_UP_WIDTHS_MM = ("任务", "落实情况"), (62, 94)
TOTALS_HEAD = ("序号", "数据", "合计")
TOTALS_WIDTHS_MM = (16, 70, 70)
TOTALS_OF_HALVES_WIDTHS_MM = (16, 35, 35, 35, 35)


@dataclass(frozen=True)
class Face:
    """A prescribed typeface: asked for by name in Word, looked for by family in the PDF."""

    name: str  # as offices have it installed; it may not be shipped by us
    substitute: str  # what Word takes where that one is missing
    own: tuple[str, ...]  # families of the typeface itself, under any of its names
    stand_ins: tuple[str, ...]  # free families of the same kind, best first
    weight: int = 400  # of the stand-ins


LAST_RESORT = "Noto Sans CJK SC"  # of the pip package: always here, and rich in the characters of names

XIAOBIAOSONG = Face(
    "方正小标宋简体",
    "华文中宋",
    ("FZXiaoBiaoSong-B05S", "FZXiaoBiaoSong-B05", "方正小标宋简体", "方正小标宋_GBK"),
    ("FandolSong", "Noto Serif CJK SC"),
    weight=700,
)
FANGSONG = Face(
    "仿宋_GB2312",
    "仿宋",
    ("FangSong_GB2312", "仿宋_GB2312", "FangSong", "仿宋", "STFangsong", "华文仿宋"),
    ("FandolFang R", "FandolFang", "Noto Serif CJK SC"),
)
HEITI = Face(
    "黑体",
    "微软雅黑",
    ("SimHei", "黑体", "STHeiti", "华文黑体"),
    ("FandolHei", "Noto Sans CJK SC"),
    weight=500,
)
KAITI = Face(
    "楷体_GB2312",
    "楷体",
    ("KaiTi_GB2312", "楷体_GB2312", "KaiTi", "楷体", "STKaiti", "华文楷体"),
    ("FandolKai", "Noto Serif CJK SC"),
)
SONGTI = Face("宋体", "新宋体", ("SimSun", "宋体", "STSong", "华文宋体"), ("FandolSong", "Noto Serif CJK SC"))
FACES = {"title": XIAOBIAOSONG, "body": FANGSONG, "hei": HEITI, "kai": KAITI, "song": SONGTI}

# 7.3.3: 一、黑体 （一）楷体 1. 仿宋 （1）仿宋; which of these a level is, is the report's choice
HEADING_FACES = {
    numbering.ARABIC: ("hei", "body", "body"),
    numbering.BRACKETED: ("hei", "kai", "body"),
}


def red_head_pt(text: str) -> int:
    """The size of the issuing office's name: one line as wide as the type area, if that is still large."""
    one_line = AREA_WIDTH_MM / 25.4 * 72 / max(len(text), 1)
    return int(min(RED_HEAD_LARGEST_PT, max(RED_HEAD_SMALLEST_PT, one_line)))
