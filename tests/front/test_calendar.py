from datetime import timedelta

import pytest
from django.utils import timezone
from icalendar import Calendar

from tests.factories import PUBLISHED_AT, ActivityFactory, CommitteeFactory, FigureFactory

pytestmark = pytest.mark.django_db

A_WEEK = timedelta(days=7)


def titles(response):
    return [str(event["summary"]) for event in Calendar.from_ical(response.content).walk("VEVENT")]


def test_calendar_lists_what_goes_on_and_what_comes(client):
    CommitteeFactory(site_name="某区共青团")
    today = timezone.localdate()
    ActivityFactory(title="下周", starts_on=today + A_WEEK, published=True)
    ActivityFactory(title="今天", starts_on=today, published=True)
    under_way = {"starts_on": today - A_WEEK, "ends_on": today, "date_precision": "range"}
    ActivityFactory(title="进行中", published=True, **under_way)
    ActivityFactory(title="过去", starts_on=today - A_WEEK, published=True)
    ActivityFactory(title="草稿", starts_on=today + A_WEEK)
    ActivityFactory(title="撤回", starts_on=today + A_WEEK, state="withdrawn", published_at=PUBLISHED_AT)
    ActivityFactory(title="某月", starts_on=today + A_WEEK, date_precision="month", published=True)

    response = client.get("/calendar.ics")

    assert titles(response) == ["进行中", "今天", "下周", "已撤回的活动"]
    assert Calendar.from_ical(response.content)["x-wr-calname"] == "某区共青团：活动"
    assert list(response.cookies) == []


def test_calendar_of_an_empty_site_is_whole(client):
    response = client.get("/calendar.ics")

    assert titles(response) == []
    assert [part.name for part in Calendar.from_ical(response.content).subcomponents] == ["VTIMEZONE"]


def test_calendar_tells_when_to_ask_again(client):
    lines = client.get("/calendar.ics").content.decode().splitlines()

    told = ("NAME:", "SOURCE", "REFRESH-INTERVAL", "X-PUBLISHED-TTL")
    assert [line for line in lines if line.startswith(told)] == [
        "NAME:共青团活动",
        "REFRESH-INTERVAL;VALUE=DURATION:PT6H",
        "SOURCE;VALUE=URI:http://testserver/calendar.ics",
        "X-PUBLISHED-TTL:PT6H",
    ]


@pytest.mark.parametrize("number", [1, 3])
def test_calendar_takes_the_same_queries_for_any_number(client, django_assert_num_queries, number):
    CommitteeFactory()
    for _ in range(number):
        FigureFactory(activity__starts_on=timezone.localdate(), activity__published=True)

    with django_assert_num_queries(5):
        client.get("/calendar.ics")


def test_home_leads_to_the_calendar_when_something_comes(client):
    assert b"/calendar.ics" not in client.get("/").content

    ActivityFactory(starts_on=timezone.localdate() + A_WEEK, published=True)

    assert b"/calendar.ics" in client.get("/").content
