from datetime import date
from decimal import Decimal
from xml.etree import ElementTree

import pytest
from django.db import connection
from django.db.models import Sum
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from activities.models import Activity, Figure
from honors.models import AwardTitle
from reports.comparison.charts import described, draw
from reports.comparison.tables import Cell, Group, Row, compare
from reports.document import Figure as ReportFigure
from reports.material import gather
from reports.periods import HalfYear
from reports.totals import totals
from tests.factories import (
    ActivityFactory,
    AwardTitleFactory,
    CommendationFactory,
    FigureFactory,
    HonorReceivedFactory,
    PlacementFactory,
    ReportFactory,
    ServiceRecordFactory,
    WorkAreaFactory,
)
from volunteers.models import ServiceRecord

pytestmark = pytest.mark.django_db

PAGE = reverse("reports:compare")
SVG = "{http://www.w3.org/2000/svg}"


@pytest.fixture
def spring():
    return ReportFactory(period=HalfYear(2020, 1), as_of=date(2020, 5, 29), is_public=True)


@pytest.fixture
def autumn():
    return ReportFactory(period=HalfYear(2020, 2), is_public=True)


@pytest.fixture
def growth():
    return WorkAreaFactory(name="服务成长成才", position=1)


def told(area, starts_on, ends_on=None, **figures):
    """A published activity with a figure for each name=(wording, what it counts)."""
    ends_on = ends_on or starts_on
    activity = ActivityFactory(
        area=area, starts_on=starts_on, ends_on=ends_on, date_precision="range", published=True
    )
    for name, (wording, counts) in figures.items():
        FigureFactory(activity=activity, name=name, wording=wording, counts=counts)
    return activity


def texts(first, second) -> dict:
    """The rows of each group: label → both cells and the difference."""
    return {
        group.key: {row.label: (*(cell.text for cell in row.cells), row.difference) for row in group.rows}
        for group in compare(first, second)
    }


def row(first, second) -> Row:
    def cell(wording):
        if wording is None:
            return Cell(None)
        value, unit, precision = wording
        return Cell(ReportFigure("", Decimal(value), unit, precision, "", ()))

    return Row("", (cell(first), cell(second)))


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        ((5, "项", "exact"), (7, "项", "exact"), "增加2项"),
        ((7, "项", "exact"), (5, "项", "exact"), "减少2项"),
        ((5, "项", "exact"), (5, "项", "exact"), "持平"),
        ((70, "名", "at_least"), (145, "名", "exact"), "增加约75名"),
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


def test_the_page_draws_activities_people_attendances_hours_and_honours(client, spring, autumn, growth):
    told(
        growth,
        date(2020, 1, 10),
        甲=("7名", "participants"),
        乙=("10人次", "other"),
        丙=("11小时", "other"),
    )
    AwardTitleFactory(commendation=CommendationFactory(published=True), announced_count=3)
    HonorReceivedFactory(published=True)

    page = client.get(PAGE, {"a": "2020-h1", "b": "2020-h2"})

    drawn = [part.heading for part, _ in page.context["charts"]]
    assert drawn == [
        "各板块的活动",
        "各月的活动",
        "人数",
        "参与人次",
        "志愿服务时长",
        "表彰的个人",
        "获得上级荣誉",
    ]
    for part, _ in page.context["charts"]:
        image = client.get(reverse("reports:chart", args=[part.key]), {"a": "2020-h1", "b": "2020-h2"})
        assert f"<title>{part.heading}（{part.unit}）</title>" in image.text


def test_the_chart_bears_its_numbers_and_no_script():
    figure = ReportFigure("", Decimal(70), "名", "at_least", "70余名", ())
    rows = (
        Row("参加人员", (Cell(figure), Cell(None))),
        Row("<script>\x0b名称很长很长的一个称号\ud800", (Cell(None), Cell(figure))),
    )

    image = draw(Group("people", "人数", rows, "人"), ("2020年上半年", "<下半年>"))

    root = ElementTree.fromstring(image)
    words = [text.text for text in root.iter(f"{SVG}text")]
    assert {"70余名", "无记录", "参加人员", "2020年上半年", "<下半年>"} <= set(words)
    assert root.find(f"{SVG}title").text == "人数（人）"
    assert not list(root.iter(f"{SVG}script"))
    assert b"://" not in image.replace(b"http://www.w3.org/", b"")
    assert image == draw(Group("people", "人数", rows, "人"), ("2020年上半年", "<下半年>"))


def test_a_chart_is_told_in_words_too():
    figure = ReportFigure("", Decimal(70), "名", "at_least", "70余名", ())
    group = Group("people", "人数", (Row("参加人员", (Cell(figure), Cell(None))),), "人")

    assert described(group, ("上半年", "下半年")) == "参加人员：上半年70余名，下半年无记录。"


def test_the_page_shows_the_table_before_the_charts(client, spring, autumn, growth):
    told(growth, date(2020, 1, 10))

    response = client.get(PAGE, {"a": "2020-h1", "b": "2020-h2"})

    page = response.content.decode()
    assert response.status_code == 200
    assert page.index("<table") < page.index("months.svg?a=2020-h1&amp;b=2020-h2")
    assert "两边统计的天数不同" in page
    assert "1月／7月：2020年上半年1项，2020年下半年无记录" in page


def test_the_page_asks_the_database_as_often_for_many_records_as_for_one(client, spring, autumn, growth):
    def fill(count):
        for _ in range(count):
            ServiceRecordFactory(activity=told(growth, date(2020, 3, 5), 志愿者=("3名", "volunteers")))
            AwardTitleFactory(commendation=CommendationFactory(published=True))
            HonorReceivedFactory(published=True)

    def queries():
        with CaptureQueriesContext(connection) as captured:
            client.get(PAGE, {"a": "2020-h1", "b": "2020-h2"})
        return len(captured)

    fill(1)
    with_one = queries()
    fill(2)

    assert queries() == with_one


def test_a_chart_is_an_image_that_may_run_nothing(client, spring, autumn, growth):
    told(growth, date(2020, 1, 10))

    response = client.get(reverse("reports:chart", args=["months"]), {"a": "2020-h1", "b": "2020-h2"})

    assert response["Content-Type"] == "image/svg+xml"
    assert set(response["Content-Security-Policy"].split("; ")) == {
        "default-src 'none'",
        "style-src 'unsafe-inline'",
    }
    assert ElementTree.fromstring(response.content).tag == f"{SVG}svg"


@pytest.mark.parametrize(
    "question",
    [
        {"a": "2020-h1", "b": "nowhere"},
        {"a": "nowhere", "b": "2020-h1"},
        {"a": "2020-h1", "b": "2021-h1"},
        {"a": "2020-h1", "b": "\x00"},
        {"a": "<script>", "b": "2020-h2" * 1000},
    ],
)
@pytest.mark.parametrize("path", [PAGE, reverse("reports:chart", args=["months"])])
def test_a_report_that_there_is_not_or_that_is_not_public_is_not_found(
    client, spring, autumn, path, question
):
    ReportFactory(period=HalfYear(2021, 1))

    assert client.get(path, question).status_code == 404


@pytest.mark.parametrize("question", [{}, {"a": "2020-h1"}, {"a": "2020-h1", "b": "2020-h1"}])
def test_a_chart_needs_two_periods(client, spring, question):
    assert client.get(reverse("reports:chart", args=["months"]), question).status_code == 404


def test_a_chart_that_there_is_not_is_not_found(client, spring, autumn):
    path = reverse("reports:chart", args=["nothing"])

    assert client.get(path, {"a": "2020-h1", "b": "2020-h2"}).status_code == 404


def test_staff_compare_drafts_that_the_public_does_not_see(desk, spring):
    ReportFactory(period=HalfYear(2020, 2))

    response = desk.get(PAGE, {"a": "2020-h1", "b": "2020-h2"})

    assert response.status_code == 200
    assert "no-store" in response["Cache-Control"]


def test_the_same_period_twice_is_answered_in_a_sentence(client, spring, autumn):
    response = client.get(PAGE, {"a": "2020-h1", "b": "2020-h1"})

    assert response.status_code == 200
    assert response.context["form"].errors == {"b": ["两边选了同一个时段，请换一个。"]}
    assert "<table" not in response.content.decode()


def test_the_page_proposes_the_two_newest_periods(client, spring, autumn):
    assert client.get(PAGE).context["form"].initial == {"a": "2020-h1", "b": "2020-h2"}


def test_a_link_from_a_report_proposes_it(client, spring, autumn):
    assert client.get(PAGE, {"a": "2020-h2"}).context["form"].initial == {"a": "2020-h2", "b": "2020-h1"}


@pytest.mark.parametrize("reports", [0, 1])
def test_without_two_reports_the_page_says_so(client, reports):
    for _ in range(reports):
        ReportFactory(is_public=True)

    page = client.get(PAGE).content.decode()

    assert "要有两份可以看的工作总结，才能对照。" in page
    assert "<select" not in page


def test_the_list_and_the_page_of_a_report_lead_to_the_comparison(client, spring):
    assert f'href="{PAGE}"' in client.get(reverse("reports:list")).content.decode()
    assert f'href="{PAGE}?a=2020-h1"' in client.get(spring.get_absolute_url()).content.decode()
