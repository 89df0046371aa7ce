from datetime import date
from xml.etree import ElementTree

import pytest
from django.urls import reverse

from reports.composing.compose import compose
from reports.document.periods import HalfYear, Year
from reports.document.snapshot import to_json
from tests.factories import (
    AwardTitleFactory,
    CommendationFactory,
    CommitteeFactory,
    HonorReceivedFactory,
    ReportFactory,
    ReportVersionFactory,
)
from tests.reports.comparison.records import told
from tests.reports.every_source import report_of_every_source

pytestmark = pytest.mark.django_db

PAGE = reverse("reports:compare")
SUMS = ("开展活动", "志愿者", "志愿服务时长", "获得上级荣誉")


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


def test_the_page_shows_the_table_before_the_charts(client, spring, autumn, growth):
    told(growth, date(2020, 1, 10))

    response = client.get(PAGE, {"a": "2020-h1", "b": "2020-h2"})

    page = response.content.decode()
    assert response.status_code == 200
    assert page.index("<table") < page.index("months.svg?a=2020-h1&amp;b=2020-h2")
    assert "两边统计的天数不同" in page
    assert "1月／7月：2020年上半年1项，2020年下半年无记录" in page


@pytest.mark.parametrize("number", [1, 3])
def test_the_page_takes_the_same_queries_for_every_kind_of_record(client, django_assert_num_queries, number):
    CommitteeFactory()
    for period in (HalfYear(2020, 1), HalfYear(2021, 1)):
        report = report_of_every_source(number, period)
        ReportVersionFactory(report=report, snapshot=to_json(compose(report)))

    with django_assert_num_queries(13):
        page = client.get(PAGE, {"a": "2020-h1", "b": "2021-h1"})

    assert all(row.is_known for group in page.context["groups"] for row in group.rows if row.label in SUMS)


def test_a_chart_is_an_image_that_may_run_nothing(client, spring, autumn, growth):
    told(growth, date(2020, 1, 10))

    response = client.get(reverse("reports:chart", args=["months"]), {"a": "2020-h1", "b": "2020-h2"})

    assert response["Content-Type"] == "image/svg+xml"
    assert set(response["Content-Security-Policy"].split("; ")) == {
        "default-src 'none'",
        "style-src 'unsafe-inline'",
    }
    assert ElementTree.fromstring(response.content).tag == "{http://www.w3.org/2000/svg}svg"


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


@pytest.mark.parametrize(
    ("a", "other"),
    [("2021-h1", "2020-h1"), ("2020-h2", "2020-h1"), ("2020-h1", "2020-h2"), ("2020", "2019")],
    ids=["a year before", "the one before", "the one after", "of its kind"],
)
def test_a_report_is_compared_with_the_same_period_of_the_year_before_where_there_is_one(client, a, other):
    for period in (HalfYear(2020, 1), HalfYear(2020, 2), HalfYear(2021, 1), Year(2020), Year(2019)):
        ReportFactory(period=period, is_public=True)

    assert client.get(PAGE, {"a": a}).context["form"].initial == {"a": a, "b": other}


def test_the_page_leads_to_the_usual_comparisons_before_one_is_chosen(client, spring, autumn):
    ReportFactory(period=HalfYear(2021, 1), is_public=True)
    named = [
        ("2020年上半年与2021年上半年", "2020-h1", "2021-h1"),
        ("2020年上半年与2020年下半年", "2020-h1", "2020-h2"),
    ]
    links = [f'<a href="?a={a}&amp;b={b}">{name}</a>' for name, a, b in named]

    assert [link in client.get(PAGE).content.decode() for link in links] == [True, True]
    assert links[0] not in client.get(PAGE, {"a": "2020-h1", "b": "2020-h2"}).content.decode()


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
