from datetime import date

import pytest

from reports.composing.compose import compose
from reports.editing.draft import Gone
from reports.issuing.actions import Refused
from reports.models import Placement, ReportSection
from tests.factories import (
    ActivityFactory,
    CommendationFactory,
    PlanItemFactory,
    WorkAreaFactory,
    WrittenItemFactory,
)
from tests.reports.editing.drafts import key, titles

pytestmark = pytest.mark.django_db


def test_place_reorders_a_part_and_composing_again_keeps_the_order(report, draft, three):
    draft(lambda one: one.place({key(three[2]): 1}))

    assert titles(report) == titles(report) == [["丙", "甲", "乙"]]


@pytest.mark.parametrize(
    ("which", "step", "order"), [(0, 1, "乙甲丙"), (2, -1, "甲丙乙"), (0, -1, "甲乙丙"), (2, 1, "甲乙丙")]
)
def test_shift_moves_an_entry_one_place_and_not_beyond_the_ends(report, draft, three, which, step, order):
    draft(lambda one: one.shift(key(three[which]), step))

    assert titles(report) == [list(order)]


def test_an_activity_published_later_stands_behind_the_ordered_ones(report, draft, three, area):
    draft(lambda one: one.place({key(three[2]): 1}))
    ActivityFactory(title="新", area=area, starts_on=date(2020, 1, 1), published=True)

    assert titles(report) == [["丙", "甲", "乙", "新"]]


def test_parts_are_renamed_and_reordered(report, draft, three):
    other = WorkAreaFactory(name="自身建设", position=2)
    ActivityFactory(title="丁", area=other, published=True)

    draft(lambda one: (one.tell(f"area-{other.pk}", heading="建强组织"), one.shift(f"area-{other.pk}", -1)))

    report.refresh_from_db()
    assert [section.heading for section in compose(report).sections] == ["建强组织", "服务成长成才"]


def test_plan_items_are_reordered(report, draft):
    first, second = PlanItemFactory(report=report), PlanItemFactory(report=report)

    draft(lambda one: one.shift(key(second), -1))

    assert titles(report) == [[second.heading, first.heading]]


def test_move_puts_an_entry_at_the_end_of_another_part(report, draft, three):
    other = WorkAreaFactory(name="自身建设", position=2)
    ActivityFactory(title="丁", area=other, starts_on=date(2020, 5, 1), published=True)

    draft(lambda one: one.move(key(three[0]), f"area-{other.pk}"))

    assert titles(report) == [["乙", "丙"], ["丁", "甲"]]


def test_move_refuses_the_plan(report, draft, three):
    PlanItemFactory(report=report)

    with pytest.raises(Refused, match="不能放别的条目"):
        draft(lambda one: one.move(key(three[0]), "plan"))


def test_leave_out_and_put_back(report, draft, three):
    draft(lambda one: one.leave_out(key(three[1])))
    without = titles(report)
    draft(lambda one: one.put_back(key(three[1])))

    assert (without, titles(report)) == ([["甲", "丙"]], [["甲", "乙", "丙"]])


def test_merge_makes_one_item_with_all_occasions_and_split_undoes_it(report, draft, three):
    draft(lambda one: (one.merge(key(three[1]), key(three[0])), one.merge(key(three[2]), key(three[0]))))
    merged = compose(report).sections[0].items
    draft(lambda one: one.split(key(three[1])))

    assert [item.title for item in merged] == ["甲"]
    assert merged[0].text == "3月1日、2日和3日，先后3次开展“甲”“乙”“丙”活动。"
    assert titles(report) == [["甲", "乙"]]


def test_merging_a_merged_item_takes_its_occasions_along(report, draft, three):
    draft(lambda one: (one.merge(key(three[2]), key(three[1])), one.merge(key(three[1]), key(three[0]))))

    first = Placement.objects.get(activity=three[0])
    assert set(Placement.objects.filter(merged_into=first).values_list("activity__title", flat=True)) == {
        "乙",
        "丙",
    }


def test_leaving_out_a_merged_item_leaves_out_all_of_it(report, draft, three):
    draft(lambda one: one.merge(key(three[1]), key(three[0])))
    draft(lambda one: one.leave_out(key(three[0])))

    assert titles(report) == [["丙"]]


def test_add_part_stands_before_the_plan_and_an_empty_one_can_go(report, draft, three):
    PlanItemFactory(report=report, heading="计划一")

    draft(lambda one: one.add_part("存在的问题", "problems"))
    part = ReportSection.objects.get(kind="written")
    order = list(report.sections.values_list("heading", flat=True))
    draft(lambda one: one.remove_part(f"section-{part.pk}"))

    assert order == ["服务成长成才", "存在的问题", "下一步工作计划"]
    assert list(report.sections.values_list("heading", flat=True)) == ["服务成长成才", "下一步工作计划"]


def test_remove_part_refuses_one_that_holds_items(report, draft):
    written = WrittenItemFactory(section__report=report)

    with pytest.raises(Refused, match="里还有内容"):
        draft(lambda one: one.remove_part(f"section-{written.section_id}"))


@pytest.mark.parametrize(
    "do",
    [
        lambda one, gone: one.shift(gone, 1),
        lambda one, gone: one.leave_out(gone),
        lambda one, gone: one.put_back(gone),
        lambda one, gone: one.reword(gone, title="题", text=""),
        lambda one, gone: one.move(gone, "plan"),
        lambda one, gone: one.split(gone),
        lambda one, gone: one.delete(gone),
    ],
)
def test_what_is_gone_is_said_in_a_sentence(draft, three, do):
    gone = key(three[0])
    three[0].delete()

    with pytest.raises(Gone, match="总结里不再有它"):
        draft(lambda one: do(one, gone))


def test_place_passes_over_what_is_gone(report, draft, three):
    gone = key(three[0])
    three[0].delete()

    draft(lambda one: one.place({gone: 2, key(three[2]): 1}))

    assert titles(report) == [["丙", "乙"]]


def test_a_deleted_leader_lets_its_merged_items_stand_alone(report, draft, three):
    draft(lambda one: one.merge(key(three[1]), key(three[0])))
    three[0].delete()

    assert titles(report) == [["乙", "丙"]]


def test_a_commendation_is_arranged_like_an_activity(report, draft, three, area):
    commendation = CommendationFactory(title="表彰", area=area, published=True)

    draft(lambda one: one.place({key(commendation): 1}))

    assert titles(report) == [["表彰", "甲", "乙", "丙"]]


def test_a_part_moves_past_others_by_one_press_where_nothing_is_followed_up(report, draft, three):
    other = WorkAreaFactory(name="自身建设", position=2)
    ActivityFactory(title="丁", area=other, published=True)
    first = f"area-{three[0].area_id}"

    draft(lambda one: one.shift(first, -1))
    draft(lambda one: one.shift(first, 1))

    assert titles(report) == [["丁"], ["甲", "乙", "丙"]]
    assert list(report.sections.values_list("kind", "position")) == [
        ("records", 1),
        ("records", 2),
        ("plan", 3),
    ]
