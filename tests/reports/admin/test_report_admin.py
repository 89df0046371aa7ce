from datetime import date

import pytest
from django.contrib.admin import site
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from reports.document.periods import HalfYear
from reports.models import Commitment, PlanItem, Report
from tests.factories import (
    ActivityFactory,
    CommitmentFactory,
    PlanItemFactory,
    ReportFactory,
    ReportVersionFactory,
    StaffFactory,
)
from tests.reports.pages import filled

pytestmark = pytest.mark.django_db

ADD = "/admin/reports/report/add/"


@pytest.fixture
def other():
    return StaffFactory(username="other", first_name="小明", last_name="王")


def test_a_new_report_is_begun_by_its_half_year_alone(desk, staff):
    ActivityFactory(title="学雷锋", published=True)

    response = desk.post(ADD, {"year": "2020", "stretch": "half_year-1", "as_of": "2020-05-29"}, follow=True)

    report = Report.objects.get()
    assert response.redirect_chain == [(reverse("admin:reports_report_edit", args=[report.pk]), 302)]
    assert "学雷锋" in response.text
    assert (report.title, report.as_of, report.created_by) == (
        "2020年上半年工作总结",
        date(2020, 5, 29),
        staff,
    )


def test_the_form_of_a_new_report_begins_with_the_half_year_after_the_last(desk):
    ReportFactory()

    form = desk.get(ADD).context["form"]

    assert form.initial == {"stretch": "half_year-2", "year": 2020}


def test_a_new_report_of_which_no_last_day_is_said_tells_of_the_whole_period(desk):
    desk.post(ADD, {"year": "2020", "stretch": "year-1", "as_of": ""})

    report = Report.objects.get()
    assert (report.slug, report.as_of) == ("2020", date(2020, 12, 31))


@pytest.mark.parametrize(
    ("typed", "field", "sentence"),
    [
        (
            {"stretch": "half_year-1", "as_of": "2020-05-29"},
            "year",
            "这个时段已经有一份半年总结：《2020年上半年工作总结》",
        ),
        ({"as_of": "2021-01-01"}, "as_of", "统计截止日应在2020年7月1日至12月31日之间。"),
        ({"year": "1066"}, "year", "1949"),
        ({"year": "abc"}, "year", "整数"),
        ({"year": ""}, "year", "请填写年份。"),
        ({"stretch": "half_year-3"}, "stretch", "请重新选择"),
        ({"stretch": "topic"}, "title", "写专题或其他时段时，这一项要填写。"),
        ({"stretch": "topic"}, "campaigns", "专题总结至少要选一项品牌活动、工作板块或标签。"),
        (
            {
                "stretch": "other",
                "title": "春天",
                "slug": "s",
                "starts_on": "2020-12-31",
                "ends_on": "2020-12-01",
            },
            "ends_on",
            "结束日期不能早于开始日期。",
        ),
        ({"as_of": "那天"}, "as_of", "看不出是哪一天"),
    ],
)
def test_a_new_report_that_cannot_be_is_refused_beside_the_field(desk, typed, field, sentence):
    ReportFactory()

    response = desk.post(ADD, {"year": "2020", "stretch": "half_year-2", "as_of": "2020-12-31", **typed})

    assert sentence in response.context["form"].errors[field][0]
    assert Report.objects.count() == 1


def test_an_address_that_another_report_bears_is_refused_in_a_sentence(desk):
    ReportFactory(slug="2020-h2")

    response = desk.post(ADD, {"year": "2020", "stretch": "half_year-2", "as_of": "2020-12-31"})

    assert response.context["form"].errors["year"] == ["这个地址用名已被另一份总结使用。"]


def test_the_frame_of_a_report_is_changed_and_counts_as_a_revision(desk, staff):
    report = ReportFactory()
    address = reverse("admin:reports_report_change", args=[report.pk])

    desk.post(address, filled(desk.get(address)) | {"title": "新标题"})

    report.refresh_from_db()
    assert (report.title, report.revision, report.updated_by) == ("新标题", 1, staff)


def test_the_frame_tells_the_second_editor_and_saves_over_only_what_was_typed(desk, other):
    report = ReportFactory(signature="旧落款")
    address = reverse("admin:reports_report_change", args=[report.pk])
    form = filled(desk.get(address))
    Report.objects.update(title="别人的标题", signature="别人的落款", revision=1, updated_by=other)

    told = desk.post(address, form | {"title": "我的标题"})
    before = Report.objects.get().title
    desk.post(address, form | {"title": "我的标题", "over": "1"})

    errors = told.context["adminform"].form.errors
    assert "王小明于" in errors["__all__"][0]
    assert errors["title"] == ["现在的内容：别人的标题"]
    assert "仍然保存我的改动" in told.text
    assert 'value="我的标题"' in told.text
    assert before == "别人的标题"
    report.refresh_from_db()
    assert (report.title, report.signature, report.revision) == ("我的标题", "别人的落款", 2)


def test_a_title_of_500_characters_is_refused_beside_it(desk):
    report = ReportFactory()
    address = reverse("admin:reports_report_change", args=[report.pk])

    response = desk.post(address, filled(desk.get(address)) | {"title": "长" * 500})

    assert response.context["adminform"].form.errors["title"] == ["最多 120 个字，现在有 500 个。"]
    assert "长" * 500 in response.text


def test_the_address_of_a_report_with_versions_is_only_read(desk):
    report = ReportVersionFactory().report
    address = reverse("admin:reports_report_change", args=[report.pk])

    desk.post(address, filled(desk.get(address)) | {"slug": "moved", "title": "新标题"})

    report.refresh_from_db()
    assert (report.slug, report.title) == ("2020-h1", "新标题")


def test_a_plan_item_is_changed_with_its_commitments_and_leads_back_to_the_report(desk):
    commitment = CommitmentFactory(text="办培训")
    item = commitment.plan_item
    address = reverse("admin:reports_planitem_change", args=[item.pk])
    row = {
        "commitments-0-text": "办培训3期",
        "commitments-0-target_value": "3",
        "commitments-0-target_unit": "期",
    }

    response = desk.post(address, filled(desk.get(address)) | {"heading": "建强队伍", **row})

    assert response.url == reverse("admin:reports_report_edit", args=[item.report_id])
    item.refresh_from_db()
    item.report.refresh_from_db()
    assert (item.heading, item.report.revision) == ("建强队伍", 1)
    assert list(Commitment.objects.values_list("text", "target_value", "target_unit")) == [
        ("办培训3期", 3, "期")
    ]


def test_a_plan_item_is_added_and_deleted_from_the_editor(desk):
    report = ReportFactory()
    add = reverse("admin:reports_planitem_add") + f"?report={report.pk}"

    desk.post(add, filled(desk.get(add)) | {"heading": "志愿服务"})
    item = PlanItem.objects.get()
    desk.post(reverse("admin:reports_planitem_delete", args=[item.pk]), {"post": "yes"})

    report.refresh_from_db()
    assert (item.heading, item.report, report.revision) == ("志愿服务", report, 2)
    assert not PlanItem.objects.exists()


def test_a_plan_item_tells_the_second_editor(desk, other):
    item = PlanItemFactory(heading="旧")
    address = reverse("admin:reports_planitem_change", args=[item.pk])
    form = filled(desk.get(address))
    Report.objects.update(revision=1, updated_by=other)
    PlanItem.objects.update(heading="别人的", text="别人的说明")

    told = desk.post(address, form | {"heading": "我的"})
    before = PlanItem.objects.get().heading
    desk.post(address, form | {"heading": "我的", "over": "1"})

    assert "王小明于" in told.context["adminform"].form.errors["__all__"][0]
    assert before == "别人的"
    item.refresh_from_db()
    assert (item.heading, item.text) == ("我的", "别人的说明")


@pytest.mark.parametrize("state", ["in_review", "issued"])
def test_a_plan_closes_with_its_report(desk, state):
    item = PlanItemFactory(report__state=state, heading="计划")
    change = reverse("admin:reports_planitem_change", args=[item.pk])
    add = reverse("admin:reports_planitem_add")

    changed = desk.post(change, {"heading": "改"}, follow=True)
    deleted = desk.post(
        reverse("admin:reports_planitem_delete", args=[item.pk]), {"post": "yes"}, follow=True
    )
    added = desk.post(add, filled(desk.get(add)) | {"report": item.report_id, "heading": "新"})

    for response in (changed, deleted):
        assert "计划不能再改" in str(next(iter(response.context["messages"])))
    assert added.context["adminform"].form.errors["report"] == ["这份总结已经送审或签发，内容不能再改。"]
    assert list(PlanItem.objects.values_list("heading", flat=True)) == ["计划"]


@pytest.mark.parametrize("name", ["report", "planitem", "reporttype"])
def test_lists_ask_as_often_for_three_rows_as_for_one(desk, name):
    counts = []
    address = reverse(f"admin:reports_{name}_changelist")
    for years in ((2001,), (2002, 2003)):
        for year in years:
            start, end = date(year, 1, 1), date(year, 6, 30)
            report = ReportFactory(
                slug=f"{year}-h1", title=f"{year}", starts_on=start, ends_on=end, as_of=end
            )
            PlanItemFactory(report=report)
        desk.get(address)
        with CaptureQueriesContext(connection) as queries:
            desk.get(address)
        counts.append(len(queries))

    assert counts[0] == counts[1]


def test_the_list_and_the_change_form_lead_to_the_editor(desk):
    report = ReportFactory()
    link = f'href="{reverse("admin:reports_report_edit", args=[report.pk])}"'

    assert link in desk.get(reverse("admin:reports_report_changelist")).text
    assert link in desk.get(reverse("admin:reports_report_change", args=[report.pk])).text


def test_the_list_names_the_period_and_shows_the_state(desk):
    ReportFactory(title="甲", state="in_review")
    ReportFactory(title="乙", slug="spring", period=HalfYear(2021, 1), ends_on=date(2021, 3, 30))

    rows = desk.get(reverse("admin:reports_report_changelist")).context["cl"].result_list

    admin = site.get_model_admin(Report)
    assert [(admin.period(row), row.get_state_display()) for row in rows] == [
        ("2021-01-01至2021-03-30", "起草中"),
        ("2020年上半年", "已送审"),
    ]
