from dataclasses import replace
from datetime import date

from reports.document import Half, Item, Section
from reports.document.formalities import Formalities
from reports.exporters.annex import annex_note, annex_of, annex_rows
from reports.exporters.cleaning import clean
from reports.exporters.layout import Part, Seats, kept_with_next, parts, seats, table_rows, written
from tests.reports.documents import ACTIVITY, OFFICIAL, VOLUNTEERS, document


def test_parts_are_the_report_in_reading_order():
    assert [(part.style, part.text) for part in parts(document())] == [
        ("note", "（未签发，仅供审阅）"),
        ("title", "2020年上半年工作总结"),
        ("body", "今年以来，"),
        ("body", "现将情况汇报如下。"),
        ("heading_1", "一、服务青年"),
        ("heading_2", "1.应急志愿服务"),
        ("body", "组织300余名青年志愿者，捐赠口罩1万个。"),
        ("heading_1", "二、下半年计划"),
        ("heading_2", "1.志愿服务"),
        ("body", "坚持常态化。"),
        ("heading_3", "（1）建设服务站（目标：40个）"),
        ("annex_mention", "附件：数据与来源"),
        ("signature", "某团区委"),
        ("date", "2020年5月29日"),
    ]


def test_an_issued_report_under_a_red_head_begins_with_it_and_has_no_note():
    issued = document(state="issued", red_head="某团区委文件", document_number="西团〔2020〕5号")

    assert parts(issued)[:3] == [
        Part("red_head", "某团区委文件"),
        Part("number", "西团〔2020〕5号"),
        Part("title", "2020年上半年工作总结", ("2020年上半年工作总结",)),
    ]


def test_a_heading_stays_with_what_it_opens_but_not_with_the_next_of_its_like():
    plan = Section("下半年计划", "plan", (Item("志愿服务"), Item("阵地建设"), Item("自身建设")))
    laid = parts(document(sections=(*document().sections, plan), totals=()))

    kept = [laid[place].text for place in sorted(kept_with_next(laid))]

    assert kept == [
        "一、服务青年",
        "1.应急志愿服务",
        "二、下半年计划",
        "1.志愿服务",
        "三、下半年计划",
        "3.自身建设",  # the last of the text, which the signature follows
    ]


def test_a_report_without_figures_mentions_no_annex():
    plain = document(sections=(), totals=())

    assert [part.style for part in parts(plain)][-3:] == ["body", "signature", "date"]
    assert annex_rows(plain) == []


def test_annex_names_the_place_and_the_sources_of_every_figure():
    assert [row.cells for row in annex_rows(document())] == [
        ("1", "一、1.应急志愿服务", "志愿者", "300余名", "应急志愿服务"),
        ("2", "一、1.应急志愿服务", "口罩", "1万个", "应急志愿服务"),
        ("3", "二、1.志愿服务", "目标", "40个", "建服务站"),
        ("4", "合计", "志愿者", "300余名", "应急志愿服务"),
    ]


def test_annex_says_what_each_source_adds_to_a_sum_and_names_ten_at_most():
    sources = tuple(replace(ACTIVITY, label=f"活动{place}", text=f"{place}名") for place in range(1, 13))
    summed = document(sections=(), totals=(replace(VOLUNTEERS, sources=sources),))

    [row] = annex_rows(summed)

    assert row.cells[-1] == (
        "活动1；活动2（2名）；活动3（3名）；活动4（4名）；活动5（5名）；活动6（6名）；"
        "活动7（7名）；活动8（8名）；活动9（9名）；活动10（10名）等12项"
    )
    assert "只列前10项" in annex_note(summed)
    assert annex_note(document()) == ""


def test_only_a_row_longer_than_ten_lines_may_be_split():
    many = replace(VOLUNTEERS, sources=(replace(ACTIVITY, label="名" * 200),))

    assert [row.is_long for row in annex_rows(document(sections=(), totals=(VOLUNTEERS, many)))] == [
        False,
        True,
    ]


def test_clean_drops_what_no_document_may_hold_and_keeps_rare_characters():
    assert clean(" 甲\x00乙\t\n丙\u202e丁\u200b\ufeff㐂𠮷🎉\ud800 ") == "甲乙 丙丁㐂𠮷🎉\ufffd"


def test_date_is_written_without_leading_zeros():
    assert written(date(2020, 5, 9)) == "2020年5月9日"


def test_under_a_red_head_both_are_centred_and_the_date_ends_four_characters_from_the_edge():
    usual = parts(document(red_head="某团区委文件"))
    wide = parts(document(red_head="某团区委文件", signature="共青团南昌市西湖区委员会及各级团组织"))

    assert seats(usual) == Seats(28 - (6.5 + 2 * 4), 28 - (6.5 + 2 * 4), are_centred=True)
    assert seats(wide) == Seats(28 - 19, 28 - 19, are_centred=True)


def test_without_a_seal_the_longer_ends_two_characters_in_and_the_date_begins_two_after_the_name():
    long_name = parts(document(signature="共青团西湖区委员会"))
    short_name = parts(document(signature="某团区委"))

    assert seats(long_name) == Seats(28 - 2 - 9, 28 - 2 - 9 + 2, are_centred=False)
    assert seats(short_name) == Seats(28 - 2 - 6.5 - 2, 28 - 2 - 6.5, are_centred=False)


def test_a_name_of_several_lines_is_as_wide_as_its_longest():
    laid = parts(document(signature="共青团南昌市西湖区委员会、南昌市西湖区青年联合会"))

    [lines] = [part.lines for part in laid if part.style == "signature"]
    assert seats(laid).signature == 28 - 2 - max(map(len, lines))


RED = {"state": "issued", "red_head": "某团区委文件", "document_number": "西团〔2020〕5号"}


def test_the_parts_of_an_official_document_stand_in_the_prescribed_order():
    laid = parts(document(**RED, formalities=OFFICIAL))

    around = [
        (part.style, part.columns or part.text)
        for part in laid
        if part.style not in ("body", "annex_mention")
    ]
    assert [one for one in around if not one[0].startswith("heading")] == [
        ("copy_number", "000001"),
        ("secrecy", "机密★5年"),
        ("urgency", "特急"),
        ("red_head", "某团区委文件"),
        ("signers", ("", "签发人：张三　　　欧阳小明")),
        ("number", ("西团〔2020〕5号", "　　　　李四")),  # under the first name of the line before
        ("title", "2020年上半年工作总结"),
        ("addressees", "团市委、区委办公室："),
        ("signature", "某团区委"),
        ("date", "2020年5月29日"),
        ("copied_to", "抄送：区委组织部、区文明办，各街道团工委。"),
        ("printed", ("某团区委办公室", "2020年5月30日印发")),
    ]


def test_an_annex_lists_the_totals_alone_or_nothing_where_the_report_says_so():
    short, none = (document(formalities=Formalities(annex=annex)) for annex in ("totals", "none"))

    annex = annex_of(short)
    assert (annex.title, annex.head) == ("主要数据", ("序号", "数据", "合计"))
    assert table_rows(short) == [("1", "志愿者", "300余名")]
    assert [part.text for part in parts(short) if part.style == "annex_mention"] == ["附件：主要数据"]
    assert (table_rows(none), [part for part in parts(none) if part.style == "annex_mention"]) == ([], [])


def test_the_totals_of_a_year_stand_beside_those_of_its_halves():
    halves = (Half("2020年上半年", (VOLUNTEERS,)), Half("2020年下半年", ()))
    year = document(halves=halves, formalities=Formalities(annex="totals"))

    assert annex_of(year).head == ("序号", "数据", "2020年上半年", "2020年下半年", "全年")
    assert table_rows(year) == [("1", "志愿者", "300余名", "无记录", "300余名")]
