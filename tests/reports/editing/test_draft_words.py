import pytest

from reports.composing.compose import compose
from reports.issuing.actions import Refused
from reports.models import Placement, ReportSection, WrittenItem
from tests.factories import (
    FigureFactory,
    ReportSectionFactory,
)
from tests.reports.editing.drafts import key, titles

pytestmark = pytest.mark.django_db


def test_reword_keeps_the_records_own_text_beside_it(report, draft, three):
    three[0].summary = "组织{志愿者}上门。"
    three[0].save()
    FigureFactory(activity=three[0], name="志愿者", wording="300余名")

    draft(lambda one: one.reword(key(three[0]), title="新题", text="{志愿者}出动。"))

    item = compose(report).sections[0].items[0]
    assert (item.title, item.text) == ("新题", "300余名出动。")
    assert Placement.objects.get(activity=three[0]).basis == "甲\n组织300余名上门。"


def test_words_equal_to_the_records_own_are_no_override(report, draft, three):
    three[0].summary = "组织{志愿者}上门。"
    three[0].save()
    FigureFactory(activity=three[0], name="志愿者", wording="300余名")

    draft(lambda one: one.reword(key(three[0]), title="甲", text="组织{志愿者}上门。"))

    decided = Placement.objects.get(activity=three[0])
    assert (decided.title, decided.text, decided.basis) == ("", "", "")


def test_restore_gives_the_records_words_back(report, draft, three):
    draft(lambda one: one.reword(key(three[0]), title="新题", text="新文。"))
    draft(lambda one: one.restore(key(three[0])))

    assert titles(report) == [["甲", "乙", "丙"]]


def test_written_items_are_added_changed_moved_and_deleted(report, draft, three):
    ReportSectionFactory(report=report, kind="written", area=None, heading="存在问题", position=9)
    part = f"section-{ReportSection.objects.get().pk}"

    written = draft(lambda one: one.write(part, title="不足", text="还不够。"))
    draft(lambda one: one.rewrite(written, title="不足之处", text="还不够。"))
    draft(lambda one: one.move(written, f"area-{three[0].area_id}"))
    moved = titles(report)
    draft(lambda one: one.delete(written))

    assert moved == [["甲", "乙", "丙", "不足之处"]]
    assert titles(report) == [["甲", "乙", "丙"]]
    assert not WrittenItem.objects.exists()


def test_a_record_is_never_deleted_by_the_editor(draft, three):
    with pytest.raises(Refused, match="不能删除"):
        draft(lambda one: one.delete(key(three[0])))
