from datetime import date
from decimal import Decimal

import pytest
from django.db.models import Sum
from django.urls import reverse

from activities.models import Activity, Figure
from honors.models import AwardTitle
from reports.comparison.tables import Group, compare
from reports.composing.material import gather
from reports.composing.totals import totals
from reports.document.periods import HalfYear
from tests.factories import (
    ActivityFactory,
    AwardTitleFactory,
    CommendationFactory,
    HonorReceivedFactory,
    IndicatorFactory,
    PlacementFactory,
    ReportFactory,
    ServiceRecordFactory,
    WorkAreaFactory,
)
from tests.reports.comparison.records import row, told
from volunteers.models import ServiceRecord

pytestmark = pytest.mark.django_db

PAGE = reverse("reports:compare")


def texts(first, second) -> dict:
    """The rows of each group: label → both cells and the difference."""
    return {
        group.key: {row.label: (*(cell.text for cell in row.cells), row.difference) for row in group.rows}
        for group in compare(first, second)
    }


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        ((5, "项", "exact"), (7, "项", "exact"), "增加2项"),
        ((7, "项", "exact"), (5, "项", "exact"), "减少2项"),
        ((5, "项", "exact"), (5, "项", "exact"), "持平"),
        ((70, "名", "at_least"), (145, "名", "exact"), "增加约80名"),
        ((70, "名", "at_least"), (70, "名", "exact"), "大致持平"),
        ((70, "名", "exact"), (60, "人", "exact"), "减少10人"),
        (("2.5", "小时", "exact"), (4, "小时", "exact"), "增加1.5小时"),
        (None, (7, "项", "exact"), ""),
        ((7, "项", "exact"), None, ""),
    ],
)
def test_the_difference_is_a_number_of_the_same_things(first, second, expected):
    assert row(first, second).difference == expected


def test_activities_are_counted_by_area_and_by_month(spring, autumn, growth):
    building = WorkAreaFactory(name="自身建设", position=2)
    told(growth, date(2020, 1, 10))
    told(growth, date(2020, 1, 20), date(2020, 1, 22))
    told(building, date(2020, 3, 30), date(2020, 4, 2))
    told(growth, date(2020, 8, 1))
    told(growth, date(2020, 1, 1), date(2020, 12, 31))
    ActivityFactory(area=growth, starts_on=date(2020, 2, 1))
    told(growth, date(2020, 6, 3))

    groups = texts(spring, autumn)

    assert groups["activities"] == {"开展活动": ("4项", "2项", "减少2项")}
    assert groups["areas"] == {
        "服务成长成才": ("3项", "2项", "减少1项"),
        "自身建设": ("1项", "无记录", ""),
    }
    assert groups["months"] == {
        "1月／7月": ("2项", "无记录", ""),
        "2月／8月": ("无记录", "1项", ""),
        "3月／9月": ("无记录", "无记录", ""),
        "4月／10月": ("无记录", "无记录", ""),
        "5月／11月": ("无记录", "无记录", ""),
        "6月／12月": ("未统计", "无记录", ""),
        "跨月或常态化": ("2项", "1项", "减少1项"),
    }


def test_the_same_half_of_two_years_has_its_months_in_common(spring):
    labels = [*texts(spring, ReportFactory(period=HalfYear(2021, 1)))["months"]]

    assert labels == ["1月", "2月", "3月", "4月", "5月", "6月", "跨月或常态化"]


def test_a_shorter_period_says_which_months_it_has_not(spring):
    quarter = ReportFactory(
        slug="q3", title="第三季度", starts_on=date(2020, 7, 1), ends_on=date(2020, 8, 31)
    )

    months = texts(spring, quarter)["months"]

    assert months["3月／—"] == ("无记录", "不在时段内", "")


def test_people_attendances_and_hours_stay_apart(spring, autumn, growth):
    told(growth, date(2020, 1, 10), 团干部=("70余名", "participants"), 志愿者=("300名", "volunteers"))
    told(growth, date(2020, 2, 10), 学生=("30人", "participants"), 参与=("342人次", "other"))
    activity = told(growth, date(2020, 9, 10), 志愿者=("120名", "volunteers"))
    ServiceRecordFactory(activity=activity, served_on=date(2020, 9, 10), hours=3)
    ServiceRecordFactory(activity=activity, served_on=date(2020, 9, 10), hours=Decimal("2.5"))

    groups = texts(spring, autumn)

    assert groups["people"] == {
        "参加人员": ("100余人", "无记录", ""),
        "志愿者": ("300名", "120名", "减少180名"),
        "受益对象": ("无记录", "无记录", ""),
    }
    assert groups["sums"] == {
        "参与人次": ("342人次", "无记录", ""),
        "志愿服务时长": ("无记录", "5.5小时", ""),
        "款物金额": ("无记录", "无记录", ""),
    }


def test_honours_are_compared_by_title_whichever_year_they_are_of(spring, autumn):
    first = CommendationFactory(published=True)
    AwardTitleFactory(commendation=first, name="2019年度优秀团员", announced_count=45)
    AwardTitleFactory(commendation=first, name="优秀团干部")
    AwardTitleFactory(
        commendation=first, name="五四红旗团支部", recipients="organizations", announced_count=27
    )
    for starts_on in (date(2020, 9, 1), date(2020, 10, 1)):
        later = CommendationFactory(published=True, starts_on=starts_on)
        AwardTitleFactory(commendation=later, name="2020年度优秀团员", announced_count=25)
    HonorReceivedFactory(published=True)

    groups = texts(spring, autumn)

    assert groups["persons"] == {
        "优秀团员": ("45名", "50名", "增加5名"),
        "优秀团干部": ("无记录", "无记录", ""),
    }
    assert groups["groups"] == {"五四红旗团支部": ("27个", "无记录", "")}
    assert groups["honors"] == {"获得上级荣誉": ("1项", "无记录", "")}


def test_what_staff_left_out_of_a_report_is_not_counted(spring, autumn, growth):
    PlacementFactory(report=spring, activity=told(growth, date(2020, 1, 10)), is_left_out=True)

    assert texts(spring, autumn)["activities"] == {"开展活动": ("无记录", "无记录", "")}


def test_every_number_equals_an_independent_query(spring, autumn, growth):
    for day in (date(2020, 1, 10), date(2020, 3, 10), date(2020, 7, 10)):
        activity = told(
            growth,
            day,
            团员=("40名", "participants"),
            志愿者=("12名", "volunteers"),
            参与=("90人次", "other"),
        )
        ServiceRecordFactory(activity=activity, served_on=day, hours=4)
    AwardTitleFactory(commendation=CommendationFactory(published=True), name="优秀团员", announced_count=45)
    HonorReceivedFactory(published=True)

    cells = {
        (row.label, place): cell.figure.value
        for group in compare(spring, autumn)
        for row in group.rows
        for place, cell in enumerate(row.cells)
        if cell.figure and group.key not in ("areas", "months")
    }

    expected = {}
    for place, report in enumerate((spring, autumn)):
        days = (report.starts_on, report.as_of)
        figures = Figure.objects.filter(activity__starts_on__range=days)
        values = {
            "开展活动": Activity.objects.filter(starts_on__range=days).count(),
            "参加人员": figures.filter(counts="participants").aggregate(n=Sum("value"))["n"],
            "志愿者": figures.filter(counts="volunteers").aggregate(n=Sum("value"))["n"],
            "参与人次": figures.filter(unit="人次").aggregate(n=Sum("value"))["n"],
            "志愿服务时长": ServiceRecord.objects.filter(served_on__range=days).aggregate(n=Sum("hours"))[
                "n"
            ],
            "优秀团员": AwardTitle.objects.filter(commendation__starts_on__range=days).aggregate(
                n=Sum("announced_count")
            )["n"],
            "获得上级荣誉": 1 if place == 0 else None,
        }
        expected |= {(label, place): value for label, value in values.items() if value}
    assert cells == expected


def test_every_number_leads_to_its_records(spring, autumn, growth):
    first, second = (
        told(growth, date(2020, month, 10), 志愿者=(f"{month}0名", "volunteers")) for month in (1, 2)
    )

    people = next(group for group in compare(spring, autumn) if group.key == "people")

    volunteers = people.rows[1].cells[0].figure
    assert [(source.label, source.url, source.text) for source in volunteers.sources] == [
        (first.title, first.get_absolute_url(), "10名"),
        (second.title, second.get_absolute_url(), "20名"),
    ]


def test_each_total_of_a_report_has_its_row(spring, autumn, growth):
    told(
        growth,
        date(2020, 1, 10),
        甲=("7名", "participants"),
        乙=("8名", "volunteers"),
        丙=("9名", "beneficiaries"),
        丁=("10人次", "other"),
        戊=("11小时", "other"),
        己=("12元", "other"),
    )

    groups = compare(spring, autumn)

    labels = {row.label for group in groups for row in group.rows if row.is_known}
    assert {figure.label for figure in totals(gather(spring))} <= labels


def test_rows_of_one_unit_are_drawn_together_and_unlike_ones_apart():
    attendances, hours = row((10, "人次", "exact"), None), row(None, (11, "小时", "exact"))
    unknown = row(None, None)
    people = Group("people", "人数", (row((1, "名", "exact"), None), unknown), "人")

    assert people.charts == (people,)
    assert Group("sums", "人次与时长", (attendances, unknown, hours)).charts == (
        Group("sums-1", attendances.label, (attendances,), "人次"),
        Group("sums-3", hours.label, (hours,), "小时"),
    )
    assert Group("people", "人数", (unknown, unknown), "人").charts == ()
    assert Group("activities", "活动", (attendances,), is_drawn=False).charts == ()


def test_levels_are_set_side_by_side_and_nobody_is_said_to_have_gained(spring, autumn, growth):
    IndicatorFactory(name="团支部数", unit="个", words="团支部", is_stock=True)
    for month, number in ((3, 560), (5, 569), (11, 557)):
        wording = f"截至{month}月底，团支部{number}个"
        told(growth, date(2020, month, 10), 团支部=(wording, "other"))

    [levels] = [group for group in compare(spring, autumn) if group.key == "levels"]

    assert [(row.label, [cell.text for cell in row.cells], row.difference) for row in levels.rows] == [
        ("团支部数", ["569个（截至5月底）", "557个（截至11月底）"], "少12个")
    ]
