"""A question is answered as a report of the same days would, and each number leads to its records."""

import random
from datetime import date, timedelta
from io import BytesIO

import pytest
from django.contrib.auth.models import Permission
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils.timezone import localdate
from openpyxl import load_workbook

from activities.models import Activity
from reports.composing.material import gather
from reports.composing.totals import totals
from reports.document.periods import HalfYear
from tests.factories import (
    ActivityFactory,
    CampaignFactory,
    FigureFactory,
    IndicatorFactory,
    OrganizationFactory,
    ReportFactory,
    ServiceRecordFactory,
    TagFactory,
    UserFactory,
)
from tests.reading import texts

pytestmark = pytest.mark.django_db

PAGE, FILE = reverse("admin:questions"), reverse("admin:questions-file")
HALF = {"period": "2020-h1"}
WORDINGS = ("300余名", "342人次", "近100人次", "9000元", "8小时", "近4万人次", "10至21人", "62.9%", "6户次")


def answered(client, **asked):
    return client.get(PAGE, HALF | asked).context


def said(client, **asked):
    return answered(client, **asked)["sentence"]


def told(context):
    return {figure.label: figure.text for figure, _, _ in context["totals"]}


def held(title="活动", day=date(2020, 3, 5), figures=(), **about):
    activity = ActivityFactory(title=title, starts_on=day, published=True, **about)
    for wording in figures:
        FigureFactory(activity=activity, wording=wording)
    return activity


def test_answer_is_a_sentence_that_can_be_read_aloud(desk):
    service, club = TagFactory(name="志愿服务"), OrganizationFactory(name="桃花镇团委")
    both = [held(figures=("342人次",)), held(figures=("58人次", "9000元"))]
    for activity in both:
        activity.tags.add(service)
    both[0].organizers.add(club)
    held(date_precision="month", figures=("10人次",))

    assert said(desk) == "2020年上半年，共开展活动3场，参与410人次、款物9000元。"
    assert said(desk, tags=service.pk) == "2020年上半年，共开展“志愿服务”活动2场，参与400人次、款物9000元。"
    assert said(desk, organizers=club.pk) == "2020年上半年，桃花镇团委共开展活动1场，参与342人次。"
    area = both[0].area
    assert said(desk, area__id__exact=area.pk) == (f"2020年上半年，在{area}方面共开展活动1场，参与342人次。")
    assert said(desk, period="2019") == "2019年度，没有活动的记录。"
    assert said(desk, period="", since="2020-3-1", until="2020-3-5") == (
        "2020年3月1日至5日，共开展活动3场，参与410人次、款物9000元。"
    )


def test_what_goes_on_is_told_by_item_since_nobody_counted_how_often_it_was_held(desk):
    held()
    held(day=date(2020, 1, 1), ends_on=date(2020, 12, 31), date_precision="standing")

    context = answered(desk)

    assert context["sentence"] == "2020年上半年，共开展活动2项。"
    assert "其中1项是常态化的，或者只知道大概时间，办了多少场没有记录，所以按“项”计。" in context["notes"]


def test_of_a_period_that_is_not_over_the_day_is_said_and_nothing_to_come(desk):
    today = localdate()
    half = HalfYear.containing(today)
    held(day=today)
    held(day=half.last_day + timedelta(1))
    upto = f"（截至{today.month}月{today.day}日）" if today < half.last_day else ""

    context = desk.get(PAGE).context  # without days asked for: of the half-year that it is

    assert context["sentence"] == f"{half}{upto}，共开展活动1场。"


def test_totals_are_those_of_a_report_of_the_same_days(desk):
    chance = random.Random(9)
    IndicatorFactory(name="各类活动", unit="户次")
    for _ in range(40):
        start = date(2019, 11, 1) + timedelta(chance.randrange(300))
        end = start + timedelta(chance.choice((0, 0, 20)))
        precision = "range" if end > start else "day"
        activity = held(day=start, ends_on=end, date_precision=precision, figures=chance.sample(WORDINGS, 2))
        for other in activity.figures.all()[1:]:
            first = activity.figures.first()
            if first.kind == other.kind and chance.random() < 0.5:
                other.repeats = first
                other.save()
        if chance.random() < 0.4:
            ServiceRecordFactory(activity=activity, served_on=start)
    ServiceRecordFactory(served_on=date(2020, 2, 2), hours=3)
    ActivityFactory(starts_on=date(2020, 3, 3))
    report = ReportFactory(period=HalfYear(2020, 1))

    expected = {figure.label: (figure.text, figure.sources) for figure in totals(gather(report))}

    context = answered(desk)
    assert {figure.label: (figure.text, figure.sources) for figure, _, _ in context["totals"]} == expected
    assert len(expected) > 4


def test_numbers_are_those_that_the_database_adds_up_by_hand(desk):
    tag = TagFactory()
    for number in range(1, 8):
        activity = held(day=date(2020, number, 3), figures=(f"{100 * number}人次",))
        if number % 2:
            activity.tags.add(tag)
    ActivityFactory(starts_on=date(2020, 3, 3)).tags.add(tag)
    with connection.cursor() as cursor:
        cursor.execute(
            """SELECT count(DISTINCT activity.id), sum(figure.value)
            FROM activities_activity AS activity
            JOIN activities_activity_tags AS tagged ON tagged.activity_id = activity.id
            JOIN activities_figure AS figure ON figure.activity_id = activity.id
            WHERE activity.state = 'published' AND tagged.tag_id = %s AND figure.unit = '人次'
            AND activity.starts_on BETWEEN '2020-01-01' AND '2020-06-30'""",
            [tag.pk],
        )
        number, attendances = cursor.fetchone()

    context = answered(desk, tags=tag.pk)

    assert told(context) == {"开展活动": f"{number}项", "参与人次": f"{attendances:.0f}人次"}
    assert (number, attendances) == (3, 900)


def test_months_and_organizers_are_told_each_as_its_own_question_tells_it(desk):
    club, school = OrganizationFactory(name="桃花镇团委"), OrganizationFactory(name="朝阳团委")
    together = held(
        day=date(2020, 1, 30), ends_on=date(2020, 2, 2), date_precision="range", figures=("9人次",)
    )
    together.organizers.set([club, school])
    alone = held(day=date(2020, 1, 5), figures=("20人次",))
    alone.organizers.set([club])
    held(day=date(2020, 2, 5))

    context = answered(desk)

    def rows(table):
        return [(line.label, [cell.text for cell in line.cells]) for line in table["lines"]]

    assert rows(context["by_time"]) == [
        ("2020年1月", ["2项", "20人次"]),
        ("2020年2月", ["2项", "9人次"]),
    ]
    assert rows(context["by_organizer"]) == [
        ("桃花镇团委", ["2项", "29人次"]),
        ("朝阳团委", ["1项", "9人次"]),
        ("没有填写主办", ["1项", ""]),
    ]
    for table in (context["by_time"], context["by_organizer"]):
        for line in filter(lambda line: line.address, table["lines"]):
            own = desk.get(PAGE + line.address).context
            assert list(told(own).values()) == [cell.text for cell in line.cells if cell.text]


def test_what_enters_no_total_is_told_with_the_reason(desk):
    activity = held()
    make = {
        "62.9%": "比例、增减和倍数不相加",
        "7座": "没有指标计入这样的数",
    }
    for wording in make:
        FigureFactory(activity=activity, wording=wording)
    whole = FigureFactory(activity=activity, wording="100人次")
    FigureFactory(activity=activity, wording="40人次", part_of=whole)
    FigureFactory(activity=activity, wording="100人次", repeats=whole)
    price = FigureFactory(activity=activity, wording="150元", part="unit_price")
    later = held(day=date(2020, 6, 1), ends_on=date(2020, 7, 5), date_precision="range", figures=("5人次",))

    context = answered(desk)

    assert told(context) == {"开展活动": "2项", "参与人次": "100人次"}
    assert {(one.figure.text, one.why) for one in context["left_out"]} == {
        *make.items(),
        ("40人次", "是本活动另一个数的一部分，那个数已经计入"),
        ("100人次", "疑似与另一个数重复，合计只算一次"),
        (price.text, "单价不相加"),
        (later.figures.get().text, "它是2020年7月5日的数，计入那一天所在的时段"),
    }


def test_list_behind_an_answer_has_as_many_activities_and_drafts_are_said(desk):
    tag = TagFactory()
    held().tags.add(tag)
    held()
    ActivityFactory(starts_on=date(2020, 3, 5)).tags.add(tag)
    ServiceRecordFactory(activity=Activity.objects.published().first(), confirmed_at=None)
    ServiceRecordFactory(activity=tag.activities.published().get(), confirmed_at=None)

    context = answered(desk, tags=tag.pk)

    assert "另有1条服务记录没有确认，时长没有算进去。" in context["notes"]
    assert "同样条件下还有1项活动没有发布，没有算进去。" in context["notes"]
    assert desk.get(context["list_address"]).context["cl"].result_count == 1
    assert told(context)["开展活动"] == "1项"


def test_subjects_are_offered_until_one_is_chosen(desk):
    tag, campaign = TagFactory(name="志愿服务"), CampaignFactory(name="青清行动", published=True)
    for _ in range(2):
        held().tags.add(tag)
    held().campaigns.add(campaign)

    offered = answered(desk)["subjects"]

    assert [(one["name"], one["number"]) for one in offered] == [("志愿服务", 2), ("青清行动", 1)]
    chosen = desk.get(PAGE + offered[0]["address"]).context
    assert (chosen["sentence"], chosen["subjects"]) == ("2020年上半年，共开展“志愿服务”活动2场。", [])


def test_file_has_the_sentence_the_tables_and_each_record_with_its_number(desk):
    club = OrganizationFactory(name="桃花镇团委")
    activity = held("护河", figures=("342人次", "62.9%"))
    activity.organizers.add(club)
    attendances, rate = activity.figures.order_by("pk")

    answer = desk.get(FILE, HALF)

    book = load_workbook(BytesIO(answer.content))
    sheets = {sheet.title: list(sheet.values)[1:] for sheet in book}
    form = f"http://testserver{reverse('admin:activities_activity_change', args=[activity.pk])}"
    assert sheets["合计"][:2] == [
        ("开展活动", 1, "项", "1项", 1),
        ("参与人次", 342, "人次", "342人次", 1),
    ]
    assert "2020年上半年，桃花镇团委" not in sheets["合计"][3][0]
    assert sheets["合计"][3][0] == "2020年上半年，共开展活动1场，参与342人次。"
    assert sheets["按月份"] == [("2020年3月", 1, 342)]
    assert sheets["按主办"] == [("桃花镇团委", 1, 342)]
    assert sheets["依据的记录"] == [
        ("开展活动", "活动", activity.pk, "护河", None, "1项", form),
        ("参与人次", "活动", activity.pk, "护河", attendances.pk, "342人次", form),
    ]
    assert sheets["没有计入的数"] == [
        (activity.pk, "护河", rate.pk, rate.name, "62.9%", "比例、增减和倍数不相加"),
    ]
    assert "filename*=UTF-8''" in answer["Content-Disposition"]


@pytest.mark.parametrize("address", [PAGE, FILE])
def test_question_that_nobody_understands_is_said_to_be_so(desk, address):
    page = desk.get(address, {"since": "某一天"}, follow=True)

    assert "看不出是哪一天" in texts(page, "//nav[@class='list-filters']//p")[0]


@pytest.mark.parametrize("query", ["area__id__exact=abc", "tags=%00", "nothing=1", "missing=photos&p=9"])
@pytest.mark.parametrize("address", [PAGE, FILE])
def test_mangled_address_is_answered(desk, address, query):
    assert desk.get(f"{address}?{query}", follow=True).status_code == 200


@pytest.mark.parametrize("address", [PAGE, FILE])
def test_whoever_may_not_see_activities_is_refused(client, address):
    reader = UserFactory(is_staff=True)
    client.force_login(reader)

    assert client.get(address).status_code == 403
    reader.user_permissions.add(Permission.objects.get(codename="view_activity"))
    assert client.get(address).status_code == 200


def test_question_asks_no_more_of_many_records_than_of_one(desk):
    def add():
        activity = held(figures=("5人次",))
        activity.organizers.add(OrganizationFactory())
        activity.tags.add(TagFactory())
        ServiceRecordFactory(activity=activity)

    def queries():
        with CaptureQueriesContext(connection) as found:
            desk.get(PAGE, HALF)
        return len(found)

    add()
    queries()
    with_one = queries()
    add()
    add()

    assert queries() == with_one
    assert Activity.objects.count() == 3


def test_account_of_a_branch_is_answered_of_its_own_activities_alone(client):
    mine, other = OrganizationFactory(name="桃花镇团委"), OrganizationFactory(name="朝阳团委")
    for organizer, wording in ((mine, "30人次"), (other, "500人次")):
        held(figures=(wording,)).organizers.add(organizer)
        ServiceRecordFactory(activity=Activity.objects.latest("pk"))
    reader = UserFactory(is_staff=True, organizations=[mine])
    reader.user_permissions.add(Permission.objects.get(codename="view_activity"))
    client.force_login(reader)

    context = answered(client)

    assert context["sentence"] == "2020年上半年，共开展活动1场，参与30人次。"
    assert [line.label for line in context["by_organizer"]["lines"]] == ["桃花镇团委"]
    assert said(client, organizers=other.pk) == "2020年上半年，没有这样的活动记录。"
