"""The PDF file, opened again: measures as GB/T 9704-2012 has them, real text, and every figure."""

from dataclasses import replace
from datetime import date
from io import BytesIO
from itertools import pairwise

import pytest
from pypdf import PdfReader

from reports.document import Item, Passage, Section
from reports.exporters.official import TITLE_CHARACTERS
from reports.exporters.pdf import render
from reports.exporters.titles import balanced_lines
from tests.reports.documents import ACTIVITY, FOLLOWED_UP, OFFICIAL, VOLUNTEERS, document

MM = 72 / 25.4
PITCH = 28.95
HALF_PAGE = 105 * MM


def opened(**changes) -> PdfReader:
    return PdfReader(BytesIO(render(document(**changes))))


def long_report(**changes) -> PdfReader:
    """About ten pages of full lines."""
    items = tuple(Item(f"事项{place}", Passage(("团" * 150,))) for place in range(1, 30))
    return opened(sections=(Section("工作", "records", items),), **changes)


def text_of(reader: PdfReader) -> str:
    return "\n".join(page.extract_text() for page in reader.pages)


def lines_of(page) -> list[tuple[float, float, str]]:
    """(from the left, from the top, text) of each piece of text, in points."""
    pieces = []

    def visit(text, matrix, position, font, size):
        if text.strip():
            x = position[4] * matrix[0] + matrix[4]
            y = position[5] * matrix[3] + matrix[5]
            pieces.append((x, float(page.mediabox.height) - y, text.strip()))

    page.extract_text(visitor_text=visit)
    return pieces


def test_the_page_is_a4():
    sizes = {(round(page.mediabox.width / MM), round(page.mediabox.height / MM)) for page in opened().pages}

    assert sizes == {(210, 297)}


def test_a_full_page_has_twenty_two_lines_of_the_prescribed_pitch():
    page = long_report(state="issued").pages[1]

    tops = sorted({round(top, 1) for _, top, text in lines_of(page) if top < 262 * MM})
    gaps = {round(below - above, 1) for above, below in pairwise(tops)}

    assert len(tops) == 22
    assert gaps <= {28.9, 29.0}
    assert 37 * MM < tops[0] < 37 * MM + PITCH


def test_a_full_line_has_twenty_eight_characters_and_a_first_line_two_less():
    lines = text_of(long_report()).splitlines()

    full = [line for line in lines if set(line) == {"团"}]
    assert full[:6] == ["团" * 26, *["团" * 28] * 4, "团" * 12]


def test_text_begins_at_the_binding_edge_and_paragraphs_two_characters_in():
    lefts = {round(left) for left, top, _ in lines_of(long_report().pages[1]) if top < 262 * MM}

    assert lefts == {round(28 * MM), round(28 * MM + 2 * 156 * MM / 28)}


def test_page_numbers_stand_right_on_odd_pages_and_left_on_even_ones():
    pages = long_report().pages

    numbers = [[piece for piece in lines_of(page) if piece[1] > 262 * MM] for page in pages]
    assert ["".join(text for _, _, text in pieces).replace(" ", "") for pieces in numbers] == [
        f"—{number}—" for number in range(1, len(pages) + 1)
    ]
    sides = ["right" if min(left for left, _, _ in pieces) > HALF_PAGE else "left" for pieces in numbers]
    assert sides == [("right", "left")[place % 2] for place in range(len(pages))]


def test_every_figure_stands_in_the_text_and_again_in_the_annex():
    text = text_of(opened())

    assert all(text.count(figure.text) >= 2 for figure in document().figures())
    assert "组织300余名青年志愿者，捐赠口罩1万个。" in text


def test_the_annex_begins_a_page_and_repeats_its_head_on_every_page():
    totals = tuple(replace(VOLUNTEERS, label=f"数据{place}") for place in range(60))

    annex = [page.extract_text() for page in opened(sections=(), totals=totals).pages[1:]]

    assert annex[0].startswith("附件\n数据与来源\n序号 所在条目 数据 文中表述 数据来源")
    assert len(annex) > 2
    assert all("序号 所在条目 数据 文中表述 数据来源" in page for page in annex)


def test_a_row_longer_than_a_page_is_not_lost():
    source = replace(ACTIVITY, label="甲" * 1999 + "乙")

    text = text_of(opened(sections=(), totals=(replace(VOLUNTEERS, sources=(source,)),)))

    assert (text.count("甲"), text.count("乙")) == (1999, 1)


def test_bookmarks_follow_the_headings():
    assert outline_of(opened().outline) == [
        "一、服务青年",
        ["1.应急志愿服务"],
        "二、下半年计划",
        ["1.志愿服务", ["（1）建设服务站（目标：40个）"]],
        "数据与来源",
    ]


def outline_of(entries) -> list:
    return [outline_of(entry) if isinstance(entry, list) else entry.title for entry in entries]


def test_the_file_is_tagged_chinese_and_says_whose_it_is():
    reader = opened()
    root = reader.root_object

    assert (root["/Lang"], root["/MarkInfo"]["/Marked"]) == ("zh-CN", True)
    assert root["/StructTreeRoot"]["/Type"] == "/StructTreeRoot"
    assert (reader.metadata.title, reader.metadata.author) == ("2020年上半年工作总结", "某团区委")
    assert reader.metadata.creation_date.date().isoformat() == "2020-05-29"
    about = root["/Metadata"].get_data().decode()
    assert "<pdfaid:part>2</pdfaid:part>" in about
    assert "<pdfuaid:part>1</pdfuaid:part>" in about


def test_every_font_is_embedded_and_maps_back_to_characters():
    for page in opened().pages:
        for font in page["/Resources"]["/Font"].get_object().values():
            font = font.get_object()
            descriptor = font["/DescendantFonts"][0].get_object()["/FontDescriptor"].get_object()
            assert "/ToUnicode" in font
            assert {"/FontFile2", "/FontFile3"} & set(descriptor)


def test_only_a_draft_says_that_it_is_not_issued():
    assert opened().pages[0].extract_text().startswith("（未签发，仅供审阅）\n2020年上半年工作总结")
    assert "未签发" not in text_of(opened(state="issued"))


def test_a_red_head_hangs_at_its_height_over_number_and_title():
    head = opened(state="issued", red_head="某团区委文件", document_number="西团〔2020〕5号").pages[0]

    (_, top, text), (_, _, number), *_ = lines_of(head)
    assert (text, number) == ("某团区委文件", "西团〔2020〕5号")
    assert (37 + 35) * MM < top < (37 + 35) * MM + 62
    assert "1 0 0 rg" in head.get_contents().get_data().decode("latin-1") or "1 0 0 scn" in (
        head.get_contents().get_data().decode("latin-1")
    )


def official(**changes) -> PdfReader:
    head = {"red_head": "某团区委文件", "document_number": "西团〔2020〕5号", "formalities": OFFICIAL}
    return opened(state="issued", **head | changes)


def test_an_official_document_has_its_parts_at_the_prescribed_places():
    head = official().pages[0]

    tops = {text: (round(left, 1), top) for left, top, text in lines_of(head)}
    left = round(28 * MM, 1)
    assert [tops[text][0] for text in ("000001", "机密★5年", "特急", "团市委、区委办公室：")] == [left] * 4
    assert (37 + 35) * MM < tops["某团区委文件"][1] < (37 + 35) * MM + 62
    assert tops["西团〔2020〕5号"][0] == round(28 * MM + 156 * MM / 28, 1)
    assert tops["西团〔2020〕5号"][1] == pytest.approx(tops["李四"][1])


def test_the_imprint_ends_the_type_area_of_an_even_page():
    short = official(formalities=replace(OFFICIAL, annex="none"), sections=())

    for pages, number in ((short.pages, 2), (official().pages, 4)):
        tops = {text: top for _, top, text in lines_of(pages[-1])}
        assert len(pages) == number
        assert tops["某团区委办公室"] == tops["2020年5月30日印发"]
        assert 262 * MM - 24 < tops["某团区委办公室"] < 262 * MM


@pytest.mark.parametrize(("lines", "numbered"), [(13, [True] * 2), (16, [True, True, False, False])])
def test_an_imprint_without_room_takes_the_next_leaf_whose_pages_have_no_number(lines, numbered):
    text = Passage(("团" * 28 * lines,))
    told = replace(OFFICIAL, annex="none")
    pages = opened(state="issued", opening=text, sections=(), totals=(), formalities=told).pages

    texts = [page.extract_text() for page in pages]
    assert "抄送" in texts[-1]
    assert ["—" in text for text in texts] == numbered


def foot(**changes) -> tuple[float, float]:
    """From which character of the line the signature and the date begin."""
    pages = opened(state="issued", **changes).pages
    begins = {text: (left - 28 * MM) / (156 * MM / 28) for page in pages for left, _, text in lines_of(page)}
    return round(begins["某团区委"], 1), round(begins["2020年5月29日"], 1)


def test_under_a_seal_the_signature_stands_over_the_middle_of_the_date():
    name, date = foot(red_head="某团区委文件")

    middle = 28 - 4 - 6.5 / 2
    assert (name, date) == (pytest.approx(middle - 4 / 2, abs=0.2), pytest.approx(middle - 6.5 / 2, abs=0.2))


def test_without_a_seal_the_date_begins_two_characters_after_the_signature():
    assert foot() == (28 - 2 - 6.5 - 2, 28 - 2 - 6.5)


@pytest.mark.parametrize("count", range(14, 22))
def test_a_title_with_figures_is_never_broken_by_the_page(count):
    title = ("2020年1月至6月团区委" + "工作" * 9)[:count]
    pages = opened(title=title, opening=Passage(("开头。",)), sections=(), totals=()).pages

    printed = pages[0].extract_text().splitlines()

    assert printed[1 : printed.index("开头。")] == balanced_lines(title, TITLE_CHARACTERS)


@pytest.mark.parametrize("red_head", ["", "共青团某区委文件"])
@pytest.mark.parametrize("day", [date(2020, 5, 9), date(2020, 12, 9), date(2020, 12, 31)])
def test_the_date_of_the_signature_is_never_broken(day, red_head):
    """Nor where its signature is as long, and it ends at the very edge."""
    told = opened(signature="共青团西湖区委", signed_on=day, red_head=red_head)

    lines = [line.replace(" ", "") for line in text_of(told).split("\n")]
    assert lines.count(f"{day:%Y年%-m月%-d日}") == 1


def test_the_same_report_makes_the_same_file():
    assert render(document()) == render(document())


def test_text_is_never_read_as_markup():
    text = '#let x $a$ *b* @ref <label> \\ "quoted" _u_ `c` // /* 甲'

    assert text in text_of(opened(opening=Passage((text,))))


def test_rare_characters_keep_their_shape():
    text = text_of(opened(title="㐂𠮷旻", opening=Passage(("涂犇同志㐂𠮷",))))

    assert "㐂𠮷旻" in text
    assert "涂犇同志㐂𠮷" in text
    assert "〔U+" not in text


def test_a_character_of_no_font_is_printed_as_its_code_and_said_so():
    reader = opened(opening=Passage(("甲\ue123乙",)))

    assert "甲〔U+E123〕乙" in text_of(reader)
    assert "注：本机没有能显示下列字符的字体，文中以编码代替：〔U+E123〕。" in reader.pages[-1].extract_text()


@pytest.mark.parametrize(
    "odd",
    [
        "🎉👨‍👩‍👧",
        "甲\x00\x08\x7f乙",
        "葛\U000e0100",
        "a\u0301\u0302\u20e3",
        "¨\u0335汉\u20dd",
        "عربي हिन्दी",
        "\ud800\ufffe",
        "A" * 400,
    ],
)
def test_odd_characters_never_stop_the_export(odd):
    reader = opened(title=odd, opening=Passage((odd,)), signature=odd, red_head=odd)

    assert "1.应急志愿服务" in text_of(reader)


def test_an_empty_report_is_still_a_file():
    reader = opened(title="", opening=Passage(), sections=(), signature="", signed_on=None, totals=())

    assert [page.extract_text() for page in reader.pages] == ["（未签发，仅供审阅）\n— 1 —"]


def test_a_follow_up_in_a_table_is_one_beneath_each_of_its_headings():
    lines = text_of(opened(sections=(FOLLOWED_UP,), totals=())).splitlines()

    head, told = "任务 落实情况", "未开展；尚无关联的记录"
    before, after = ["1.队伍", "未开展1项。"], ["2.阵地", "未开展1项。"]
    first = lines.index("1.队伍")
    assert lines[first : first + 8] == [
        *(*before, head, f"培训团干部 {told}"),
        *(*after, head, f"建服务站 {told}"),
    ]
