from datetime import UTC, date, datetime, timedelta

import pytest
from django.utils import timezone
from icalendar import Calendar
from lxml import etree

from activities.events import calendar_file
from activities.models import Activity
from tests.factories import PUBLISHED_AT, ActivityFactory, CommitteeFactory, FigureFactory

pytestmark = pytest.mark.django_db

FILES = ("qr.svg", "event.ics")


def events(content):
    return [
        {name: str(event.get(name)) for name in ("summary", "location", "url") if event.get(name)}
        | {"days": (event.decoded("dtstart"), event.decoded("dtend"))}
        for event in Calendar.from_ical(content).walk("VEVENT")
    ]


def test_event_tells_the_activity_to_a_calendar(client):
    activity = ActivityFactory(
        title="植树，慰问",
        place="江岸",
        summary="组织{志愿者}。",
        starts_on=date(2020, 3, 12),
        published=True,
    )
    FigureFactory(activity=activity, name="志愿者", wording="300余名")

    response = client.get(f"/activities/{activity.pk}/event.ics")

    assert response["Content-Type"] == "text/calendar; charset=utf-8"
    assert events(response.content) == [
        {
            "summary": "植树，慰问",
            "location": "江岸",
            "url": f"http://testserver/activities/{activity.pk}/",
            "days": (date(2020, 3, 12), date(2020, 3, 13)),
        }
    ]
    event = Calendar.from_ical(response.content).walk("VEVENT")[0]
    assert event["description"] == "2020年3月12日\n组织300余名。"
    assert Calendar.from_ical(response.content)["x-wr-timezone"] == "Asia/Shanghai"


@pytest.mark.parametrize(
    ("when", "days"),
    [
        ({"date_precision": "range", "ends_on": date(2020, 3, 14)}, (date(2020, 3, 12), date(2020, 3, 15))),
        ({"day_part": "morning"}, (date(2020, 3, 12), date(2020, 3, 13))),
        ({"date_precision": "since"}, (date(2020, 3, 12), date(2020, 3, 13))),
    ],
)
def test_event_covers_whole_days(client, when, days):
    activity = ActivityFactory(starts_on=date(2020, 3, 12), published=True, **when)

    response = client.get(f"/activities/{activity.pk}/event.ics")

    assert [event["days"] for event in events(response.content)] == [days]


@pytest.mark.parametrize("precision", ["about", "month", "season", "half_year", "year", "standing"])
def test_activity_of_a_vague_day_has_no_event(client, precision):
    activity = ActivityFactory(date_precision=precision, published=True)

    assert client.get(f"/activities/{activity.pk}/event.ics").status_code == 404


def test_calendar_file_leaves_out_what_calendars_cannot_hold():
    activity = ActivityFactory()
    activity.title = "植\x08树\r\nBEGIN:VEVENT"

    file = calendar_file([activity], name="某\x1f区", source="http://a/", address_of=str)

    assert [event["summary"] for event in events(file)] == ["植树\nBEGIN:VEVENT"]
    assert Calendar.from_ical(file)["x-wr-calname"] == "某区"


def entries(response):
    return Calendar.from_ical(response.content).walk("VEVENT")


def test_event_replaces_itself_whatever_the_address_of_the_site(client):
    activity = ActivityFactory(title="植树", starts_on=date(2020, 3, 12), published=True)
    address = f"/activities/{activity.pk}/event.ics"

    (before,) = entries(client.get(address))
    (elsewhere,) = entries(client.get(address, headers={"host": "127.0.0.1"}))
    Activity.objects.filter(pk=activity.pk).update(
        starts_on=date(2020, 3, 14), ends_on=date(2020, 3, 14), updated_at=timezone.now() + timedelta(hours=1)
    )
    (after,) = entries(client.get(address))

    assert before["uid"] == elsewhere["uid"] == after["uid"]
    assert after["sequence"] > before["sequence"]
    assert after.decoded("last-modified") > before.decoded("last-modified")
    assert after.decoded("dtstart") == date(2020, 3, 14)


def test_two_sites_never_name_an_event_alike():
    activity = ActivityFactory(pk=7)
    other = Activity(pk=7, created_at=activity.created_at + timedelta(seconds=1), updated_at=timezone.now())
    other.starts_on = other.ends_on = activity.starts_on

    files = [calendar_file([one], name="", source="http://a/", address_of=str) for one in (activity, other)]

    assert len({Calendar.from_ical(file).walk("VEVENT")[0]["uid"] for file in files}) == 2


def test_withdrawn_event_is_called_off_without_a_word_of_what_it_was(client):
    today = timezone.localdate()
    activity = ActivityFactory(
        title="某秘密",
        place="某地",
        summary="某事",
        starts_on=today,
        state="withdrawn",
        published_at=PUBLISHED_AT,
    )
    address = f"/activities/{activity.pk}/event.ics"

    response = client.get(address)

    (event,) = entries(response)
    assert (event["status"], event["summary"], event.decoded("dtstart")) == (
        "CANCELLED",
        "已撤回的活动",
        today,
    )
    assert [name for name in ("LOCATION", "DESCRIPTION", "URL") if name in event] == []
    assert [word for word in ("某秘密", "某地", "某事") if word in response.content.decode()] == []

    Activity.objects.filter(pk=activity.pk).update(updated_at=timezone.now() - timedelta(days=31))

    assert client.get(address).status_code == 410


@pytest.mark.parametrize("published_at", [None, datetime(2099, 1, 1, tzinfo=UTC)], ids=["never", "not yet"])
def test_event_that_was_never_public_is_not_called_off(client, published_at):
    activity = ActivityFactory(starts_on=timezone.localdate(), state="withdrawn", published_at=published_at)

    assert client.get(f"/activities/{activity.pk}/event.ics").status_code == 410


def test_qr_code_is_a_picture_that_may_be_kept_for_ever(client):
    activity = ActivityFactory(published=True)

    response = client.get(f"/activities/{activity.pk}/qr.svg")

    drawing = etree.fromstring(response.content)
    assert (response["Content-Type"], drawing.tag) == ("image/svg+xml", "{http://www.w3.org/2000/svg}svg")
    assert drawing.get("viewBox")
    assert set(response["Cache-Control"].split(", ")) == {"public", "max-age=31536000", "immutable"}


@pytest.mark.parametrize("file", FILES)
def test_files_are_those_of_published_stories_only(client, file):
    draft = ActivityFactory()
    withdrawn = ActivityFactory(state="withdrawn")

    answers = [client.get(f"/activities/{pk}/{file}").status_code for pk in (draft.pk, withdrawn.pk, 10**18)]

    assert answers == [404, 410, 404]


@pytest.mark.parametrize("file", FILES)
def test_files_take_three_queries(client, django_assert_num_queries, file):
    CommitteeFactory()
    activity = ActivityFactory(published=True)

    with django_assert_num_queries(3):
        client.get(f"/activities/{activity.pk}/{file}")


def test_story_shows_its_code_and_offers_only_coming_days_to_calendars(client):
    past = ActivityFactory(published=True)
    coming = ActivityFactory(published=True, starts_on=date(2099, 3, 5))
    vague = ActivityFactory(published=True, starts_on=date(2099, 3, 5), date_precision="about")

    pages = [client.get(activity.get_absolute_url()).content.decode() for activity in (past, coming, vague)]

    assert ["qr.svg" in page for page in pages] == [True, True, True]
    assert ["event.ics" in page for page in pages] == [False, True, False]
