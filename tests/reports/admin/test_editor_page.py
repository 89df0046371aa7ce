from datetime import date

import pytest
from django.contrib.auth.models import Permission
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from reports.composing.compose import compose
from reports.models import Placement, Report, ReportSection, ReportType, WrittenItem
from tests.factories import (
    ActivityFactory,
    CommitmentFactory,
    FigureFactory,
    PlacementFactory,
    PlanItemFactory,
    ReportFactory,
    ReportSectionFactory,
    UserFactory,
    WorkAreaFactory,
)
from tests.reports.pages import filled, page_of, said, titles

pytestmark = pytest.mark.django_db


@pytest.fixture
def report():
    return ReportFactory(opening="今年以来。")


@pytest.fixture
def area():
    return WorkAreaFactory(name="服务成长成才", position=1)


@pytest.fixture
def three(area):
    return [
        ActivityFactory(title=title, area=area, starts_on=date(2020, 3, day), published=True)
        for day, title in enumerate(("甲项", "乙项", "丙项"), 1)
    ]


def test_editor_shows_the_composed_draft_with_each_figure_leading_to_its_record(desk, staff, report, area):
    activity = ActivityFactory(
        title="学雷锋",
        area=area,
        summary="组织{志愿者}上门。",
        published=True,
        created_by=staff,
        updated_by=staff,
    )
    FigureFactory(activity=activity, name="志愿者", wording="300余名")

    text = desk.get(page_of(report)).text

    anchor = f"activity-{activity.pk}-figure-1"
    assert f'组织<a class="figure" href="#{anchor}">300余名</a>上门。' in text
    trace = text[text.index(f'id="{anchor}"') :]
    trace = trace[: trace.index("</div>")]
    assert f'href="{reverse("admin:activities_activity_change", args=[activity.pk])}"' in trace
    assert "“300余名”" in trace
    assert "staff录入于" in trace


def test_editor_shows_how_a_sum_comes_about(desk, report, area):
    for wording in ("2支", "10支", "74支"):
        activity = ActivityFactory(area=area, published=True)
        FigureFactory(activity=activity, name="人次", wording=f"{wording[:-1]}人次")

    assert '<span class="formula">2+10+74=86</span>' in desk.get(page_of(report)).text


def test_saving_writes_opening_headings_and_order_at_once(desk, staff, report, three, area):
    page = desk.get(page_of(report))
    typed = {
        "opening": "新的开头。\r\n第二段。",
        f"heading-area-{area.pk}": "服务青年",
        f"place-activity-{three[2].pk}": "1",
    }

    response = desk.post(page_of(report), filled(page, **typed), follow=True)

    assert said(response) == ["已保存。"]
    report.refresh_from_db()
    assert (report.opening, report.revision, report.updated_by) == ("新的开头。\n第二段。", 1, staff)
    assert titles(report) == [["丙项", "甲项", "乙项"]]
    assert report.sections.get(area=area).heading == "服务青年"


@pytest.mark.parametrize(
    ("verb", "order"), [("up", ["乙项", "甲项", "丙项"]), ("down", ["甲项", "丙项", "乙项"])]
)
def test_a_button_moves_an_item_and_keeps_what_else_was_typed(desk, report, three, verb, order):
    page = desk.get(page_of(report))
    button = f"{verb} activity-{three[1].pk}"

    response = desk.post(page_of(report), filled(page, opening="新的开头。", do=button))

    assert response.url == f"{page_of(report)}#activity-{three[1].pk}"
    assert titles(report) == [order]
    assert report.opening == "新的开头。"


def test_left_out_items_are_listed_at_the_foot_with_a_way_back(desk, report, three):
    desk.post(page_of(report), filled(desk.get(page_of(report)), do=f"leave_out activity-{three[0].pk}"))
    page = desk.get(page_of(report))
    out = titles(report)
    desk.post(page_of(report), filled(page, do=f"put_back activity-{three[0].pk}"))

    assert out == [["乙项", "丙项"]]
    assert page.text.index("没有写入的（1 条）") < page.text.index("甲项")
    assert titles(report) == [["甲项", "乙项", "丙项"]]


def test_a_part_of_staffs_own_is_added_with_its_kind_and_removed_while_empty(desk, report, three):
    page = desk.get(page_of(report))
    desk.post(page_of(report), filled(page, new_heading="存在的问题", new_part="problems"))
    part = ReportSection.objects.get(kind="written")
    desk.post(page_of(report), filled(desk.get(page_of(report)), do=f"remove section-{part.pk}"))

    assert (part.heading, part.part) == ("存在的问题", "problems")
    assert not ReportSection.objects.filter(kind="written").exists()


def test_a_part_that_the_type_asks_for_reads_to_be_written_and_hides_no_other(desk, report, three):
    kind = ReportType.objects.create(name="半年总结", requires_problems=True, requires_follow_up=True)
    Report.objects.update(type=kind)
    ReportSectionFactory(report=report, kind="written", area=None, heading="空着的", position=5)
    PlanItemFactory(report=report, heading="志愿服务")

    page = desk.get(page_of(report))

    assert [(part.number, part.heading, len(part.entries)) for part in page.context["draft"].parts] == [
        ("一、", "上期计划的落实", 0),
        ("二、", "服务成长成才", 3),
        ("三、", "存在问题", 0),
        ("", "空着的", 0),
        ("四、", "下一步工作计划", 1),
    ]
    assert page.text.count("待补：总结类型要求有这一部分。") == 2


def test_an_item_is_reworded_and_given_back_its_own_words(desk, report, three):
    activity = three[0]
    address = page_of(report, "entry", f"activity-{activity.pk}")
    desk.post(address, filled(desk.get(address), title="新题", text="新文。"))
    reworded = compose(report).sections[0].items[0]
    desk.post(address, filled(desk.get(address), do="restore"))

    assert (reworded.title, reworded.text) == ("新题", "新文。")
    assert titles(report) == [["甲项", "乙项", "丙项"]]


def test_the_page_of_an_item_lists_the_names_of_its_figures(desk, report, three):
    FigureFactory(activity=three[0], name="志愿者", wording="300余名")

    assert "<code>{志愿者}</code>" in desk.get(page_of(report, "entry", f"activity-{three[0].pk}")).text


def test_an_item_is_moved_and_merged_from_its_page(desk, report, three):
    other = ActivityFactory(title="丁项", area=WorkAreaFactory(position=2), published=True)
    address = page_of(report, "entry", f"activity-{three[0].pk}")
    desk.post(address, filled(desk.get(address), section=f"area-{other.area_id}"))
    moved = titles(report)
    desk.post(address, filled(desk.get(address), into=f"activity-{other.pk}"))

    assert moved == [["乙项", "丙项"], ["丁项", "甲项"]]
    assert titles(report) == [["乙项", "丙项"], ["丁项"]]


def test_a_merged_record_is_split_off_from_the_page_of_its_item(desk, report, three):
    leader = PlacementFactory(report=report, activity=three[0])
    PlacementFactory(report=report, activity=three[1], merged_into=leader)
    address = page_of(report, "entry", f"activity-{three[0].pk}")

    desk.post(address, filled(desk.get(address), do=f"split activity-{three[1].pk}"))

    assert titles(report) == [["甲项", "乙项", "丙项"]]


def test_an_override_is_marked_when_its_record_has_changed_and_shows_both(desk, report, three):
    address = page_of(report, "entry", f"activity-{three[0].pk}")
    desk.post(address, filled(desk.get(address), text="我们的说法。"))
    three[0].summary = "记录后来的文字。"
    three[0].save()

    assert "原记录已改动" in desk.get(page_of(report)).text
    page = desk.get(address).text
    assert "3月1日，开展“甲项”活动。" in page
    assert page.count("记录后来的文字。") == 1
    assert "我们的说法。" in page
    desk.post(address, filled(desk.get(address), do="confirm"))
    assert "原记录已改动" not in desk.get(page_of(report)).text
    assert Placement.objects.get(activity=three[0]).text == "我们的说法。"


def test_written_items_are_added_changed_and_deleted(desk, report):
    part = ReportSectionFactory(report=report, kind="written", area=None, heading="存在问题")
    new = page_of(report, "write") + f"?section=section-{part.pk}"
    desk.post(new, filled(desk.get(new), title="不足", text="还不够。"))
    written = WrittenItem.objects.get()
    address = page_of(report, "entry", f"written-{written.pk}")
    desk.post(address, filled(desk.get(address), title="不足之处"))
    changed = titles(report)
    desk.post(address, filled(desk.get(address), do="delete"))

    assert written.section == part
    assert changed == [["不足之处"]]
    assert not WrittenItem.objects.exists()


def test_editor_asks_as_often_for_three_items_as_for_one(desk, report, area):
    def fill(number):
        for _ in range(number):
            activity = ActivityFactory(area=area, summary="组织{志愿者}。", published=True)
            FigureFactory(activity=activity, name="志愿者", wording="300余名")
            PlacementFactory(report=report, activity=activity, text="{志愿者}出动。", basis="旧")
            left = ActivityFactory(area=area, published=True)
            PlacementFactory(report=report, activity=left, is_left_out=True)
            CommitmentFactory(plan_item=PlanItemFactory(report=report))

    counts = []
    for number in (1, 2):
        fill(number)
        desk.get(page_of(report))
        with CaptureQueriesContext(connection) as queries:
            response = desk.get(page_of(report))
        counts.append(len(queries))

    assert counts[0] == counts[1]
    assert len(response.context["draft"].parts[0].entries) == 3


def someone(*codenames) -> object:
    user = UserFactory(is_staff=True)
    user.user_permissions.set(Permission.objects.filter(codename__in=codenames))
    return user


def test_staff_who_may_only_view_read_the_draft_and_cannot_write(client, report, three):
    client.force_login(someone("view_report"))

    page = client.get(page_of(report))
    refused = client.post(page_of(report), {"revision": "0", "opening": "新"})

    assert "今年以来。" in page.text
    assert 'value="save"' not in page.text
    assert refused.status_code == 403


@pytest.mark.parametrize("name", ["edit", "write", "preview"])
def test_staff_without_permission_see_nothing_of_it(client, report, name):
    client.force_login(someone("view_activity"))

    assert client.get(page_of(report, name)).status_code == 403


def test_an_unknown_report_or_item_is_not_found_or_led_back(desk, report):
    assert desk.get(reverse("admin:reports_report_edit", args=[99999])).status_code == 404
    assert desk.get(page_of(report, "entry", "nonsense-1")).url == page_of(report)
