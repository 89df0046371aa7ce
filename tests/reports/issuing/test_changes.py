from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from reports.document import Figure, Item, Passage, Section, Source
from reports.document.formalities import Formalities
from reports.issuing.changes import Change, changes
from tests.reports.documents import ACTIVITY, VOLUNTEERS, document


def with_items(*items):
    return replace(document(), sections=(Section("服务青年", "records", items),), totals=())


def item(title="应急志愿服务", text="组织志愿者。", source=ACTIVITY, figures=()):
    return Item(title, Passage((text, *range(len(figures))), figures), sources=(source,))


def test_equal_documents_have_no_changes():
    assert changes(document(), document()) == []


def test_a_changed_opening_shows_what_went_and_what_came():
    after = replace(document(), opening=Passage(("今年以来，\n现将工作汇报如下。",)))

    assert changes(document(), after) == [
        Change(
            "开头语",
            (
                ("same", "今年以来，\n现将"),
                ("removed", "情况汇报"),
                ("added", "工作汇报"),
                ("same", "如下。"),
            ),
        )
    ]


def test_a_changed_figure_is_listed_by_name_beside_the_text():
    corrected = Figure("志愿者", Decimal("310"), "名", "exact", "310名", (ACTIVITY,))

    [change] = changes(with_items(item(figures=(VOLUNTEERS,))), with_items(item(figures=(corrected,))))

    assert change.figures == (("志愿者", "300余名", "310名"),)
    assert change.pieces[-3:] == (("removed", "300余"), ("added", "310"), ("same", "名"))


def test_added_and_removed_items_are_shown_whole():
    other = item("读书日", "收看直播。", Source("activity", 9, "读书日", ""))

    [came] = changes(with_items(item()), with_items(item(), other))
    [went] = changes(with_items(item(), other), with_items(item()))

    assert came == Change("一、服务青年 2.", (("added", "读书日\n收看直播。"),))
    assert went == Change("一、服务青年 2.", (("removed", "读书日\n收看直播。"),))


def test_a_moved_item_says_from_where_to_where():
    other = item("读书日", "收看直播。", Source("activity", 9, "读书日", ""))

    moved = changes(with_items(item(), other), with_items(other, item()))

    assert [change.place for change in moved] == ["一、服务青年 2. → 一、服务青年 1."]


def test_an_item_that_stays_is_not_listed_because_one_before_it_went():
    other = item("读书日", "收看直播。", Source("activity", 9, "读书日", ""))
    third = item("植树", "种下树苗。", Source("activity", 10, "植树", ""))

    went = changes(with_items(item(), other, third), with_items(other, third))

    assert [change.place for change in went] == ["一、服务青年 1."]


def test_an_item_that_goes_to_another_section_says_from_where_to_where():
    other = item("读书日", "收看直播。", Source("activity", 9, "读书日", ""))
    apart = (Section("服务青年", "records", (item(),)), Section("思想引领", "records", (other,)))

    moved = changes(with_items(item(), other), replace(with_items(), sections=apart))

    assert [change.place for change in moved] == ["一、服务青年 2. → 二、思想引领 1."]


def test_a_renamed_section_is_told_once():
    after = replace(with_items(), sections=(Section("服务青少年", "records", (item(),)),))

    assert changes(with_items(item()), after) == [
        Change("第一部分的标题", (("same", "服务"), ("removed", "青年"), ("added", "青少年")))
    ]


def test_changed_totals_are_listed():
    after = replace(document(), totals=())

    assert changes(document(), after) == [Change("合计", (), (("志愿者", "300余名", ""),))]


def counts(label, text):
    return Figure(label, Decimal(1), "个", "exact", text, (ACTIVITY,))


def task(title, *figures):
    return Item(title, Passage(tuple(range(len(figures))), figures))


def test_figures_of_one_name_are_compared_child_by_child():
    stations, courses = counts("目标", "40个"), counts("目标", "3期")
    before = Item("机制", children=(task("建设服务站", stations), task("举办培训", courses)))
    after = Item("机制", children=(task("举办培训", counts("目标", "4期")), task("建设服务站", stations)))

    [change] = changes(with_items(before), with_items(after))

    assert change.figures == (("举办培训：目标", "3期", "4期"),)


def test_figures_of_one_name_in_one_item_are_compared_in_their_order():
    before = item(figures=(counts("礼包", "60份"), counts("礼包", "80份")))
    after = item(figures=(counts("礼包", "60份"), counts("礼包", "90份")))

    [change] = changes(with_items(before), with_items(after))

    assert change.figures == (("礼包", "80份", "90份"),)


@pytest.mark.parametrize(
    ("values", "place", "added"),
    [
        ({"red_head": "某团区委文件"}, "发文机关标志", "某团区委文件"),
        ({"document_number": "某团〔2020〕5号"}, "发文字号", "某团〔2020〕5号"),
        ({"as_of": date(2020, 6, 29)}, "统计截止日", "6"),
        ({"end": date(2020, 7, 30)}, "总结时段", "7"),
        ({"levels": "bracketed"}, "标题层次", "（一），再下面用"),
        ({"formalities": Formalities(addressees="团市委")}, "主送机关", "团市委"),
        ({"formalities": Formalities(signers=("张三", "李四"))}, "签发人", "张三、李四"),
        ({"formalities": Formalities(printed_on=date(2020, 6, 1))}, "印发日期", "2020年6月1日"),
        ({"formalities": Formalities(annex="none")}, "附件", "不附"),
    ],
)
def test_what_stands_around_the_text_is_compared(values, place, added):
    [change] = changes(document(), document(**values))

    assert change.place == place
    assert [words for kind, words in change.pieces if kind == "added"] == [added]
