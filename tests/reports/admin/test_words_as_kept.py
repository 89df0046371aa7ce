"""Whoever types words that are kept otherwise is told so, on every page of a report."""

import pytest
from django.urls import reverse

from reports.models import ReportStep
from tests.factories import CommitmentFactory, PlanItemFactory, ReportFactory, WrittenItemFactory
from tests.reports.pages import filled, page_of, said

pytestmark = pytest.mark.django_db

UNSEEN = "去掉了 1 个看不见或无法显示的字符"
ALIKE = "改正了 1 个外形相同的部首等字符"


def answer(desk, address, **typed):
    """What is said once the form of a page was sent, but for the stock admin's own sentence with a link."""
    response = desk.post(address, filled(desk.get(address), **typed), follow=True)
    return [sentence for sentence in said(response) if "</a>" not in sentence]


def test_editor_says_what_of_the_words_was_changed(desk):
    report = ReportFactory(opening="今年以来。")
    written = WrittenItemFactory(section__report=report, title="问题", text="不足。")
    entry = page_of(report, "entry", f"written-{written.pk}")
    named = {"title": "⼤会", "text": "第一行\r\n第二\u200b行"}

    assert answer(desk, page_of(report), opening="上半年\u200b以来。", new_heading="存在  问题") == [
        "已保存。",
        f"“开头语”中{UNSEEN}，请核对。",
        "“标题”已改为“存在 问题”，请核对。",
    ]
    assert answer(desk, entry, **named) == [
        "已保存。",
        f"“标题”已改为“大会”（{ALIKE}），请核对。",
        f"“内容”中{UNSEEN}，请核对。",
    ]
    assert answer(desk, entry, text="第一行\r\n第三行") == ["已保存。"]


def test_plan_says_what_of_the_words_was_changed(desk):
    item = PlanItemFactory(heading="计划")
    commitment = CommitmentFactory(plan_item=item)

    changed = "“任务”已改为“举办 一期”，请核对。"
    assert answer(desk, reverse("admin:reports_planitem_change", args=[item.pk]), heading="⼤事") == [
        f"“计划标题”已改为“大事”（{ALIKE}），请核对。"
    ]
    assert answer(
        desk, reverse("admin:reports_commitment_change", args=[commitment.pk]), text="举办　一期"
    ) == [changed]


def test_reason_of_a_step_is_kept_as_words_are_and_the_change_is_told(desk):
    report = ReportFactory(state="in_review")

    told = answer(desk, page_of(report, "step", "return"), reason="请\u200b补充数据")

    assert told == [f"已退回：{report}", f"“退回的原因”已改为“请补充数据”（{UNSEEN}），请核对。"]
    assert ReportStep.objects.get().reason == "请补充数据"
