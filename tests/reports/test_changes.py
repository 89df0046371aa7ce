from dataclasses import replace
from decimal import Decimal

from reports.changes import Change, changes
from reports.document import Figure, Item, Passage, Section, Source
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
                ("removed", "情况"),
                ("added", "工作"),
                ("same", "汇报如下。"),
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

    assert [change.place for change in moved] == [
        "一、服务青年 2. → 一、服务青年 1.",
        "一、服务青年 1. → 一、服务青年 2.",
    ]


def test_changed_totals_are_listed():
    after = replace(document(), totals=())

    assert changes(document(), after) == [Change("合计", (), (("志愿者", "300余名", ""),))]
