"""The form of a dated record and choices by search, shown on activities."""

from datetime import date

import pytest
from django.urls import reverse

from tests.factories import ActivityFactory
from tests.pages import Desk, refusals, still_typed, typed

pytestmark = pytest.mark.django_db

ONE_DAY_HAS_NO_END = "选“某一天”时，不要填写结束日期；不止一天的，选“起止日期”。"


def form_of(client, activity):
    return Desk(client, reverse("admin:activities_activity_change", args=[activity.pk]))


def dated(precision, start, end):
    return ActivityFactory(date_precision=precision, starts_on=start, ends_on=end)


@pytest.mark.parametrize(
    ("precision", "start", "end", "changes", "words"),
    [
        ("day", date(2020, 3, 5), date(2020, 3, 5), {"starts_on": "2020-03-01"}, "2020年3月1日"),
        ("day", date(2020, 3, 5), date(2020, 3, 5), {"starts_on": "2020-03-08"}, "2020年3月8日"),
        ("about", date(2020, 3, 5), date(2020, 3, 5), {"starts_on": "2020-03-08"}, "2020年3月8日前后"),
        ("month", date(2020, 4, 1), date(2020, 4, 30), {"starts_on": "2020-05-09"}, "2020年5月"),
        (
            "month",
            date(2020, 4, 1),
            date(2020, 4, 30),
            {"date_precision": "day", "starts_on": "2020-04-15"},
            "2020年4月15日",
        ),
        ("season", date(2020, 3, 1), date(2020, 5, 31), {"date_precision": "about"}, "2020年3月1日前后"),
        ("day", date(2020, 3, 5), date(2020, 3, 5), {"ends_on": "2020-03-07"}, "2020年3月5日至7日"),
        ("range", date(2020, 3, 5), date(2020, 3, 7), {"starts_on": "2020-03-06"}, "2020年3月6日至7日"),
        ("range", date(2020, 3, 5), date(2020, 3, 7), {"date_precision": "month"}, "2020年3月"),
    ],
)
def test_changed_time_is_what_was_typed_and_no_more(desk, precision, start, end, changes, words):
    activity = dated(precision, start, end)

    answer = form_of(desk, activity).type(**changes).send()

    activity.refresh_from_db()
    assert (answer.status_code, activity.when_text) == (302, words)


def test_range_that_becomes_one_day_must_lose_its_end(desk):
    activity = dated("range", date(2020, 3, 5), date(2020, 3, 7))
    form = form_of(desk, activity).type(date_precision="day")

    answer = form.send()

    assert refusals(answer) == {"ends_on": [ONE_DAY_HAS_NO_END]}
    assert still_typed(form, answer) == typed(form)


@pytest.mark.parametrize("precision", ["day", "month", "season", "half_year", "year", "standing"])
def test_record_that_is_saved_unchanged_keeps_its_time(desk, precision):
    activity = dated(precision, date(2020, 1, 1), date(2020, 1, 1))
    activity.full_clean()
    activity.save()
    before = activity.when_text, activity.starts_on, activity.ends_on

    form_of(desk, activity).type(title="新标题").send()

    activity.refresh_from_db()
    assert (activity.title, (activity.when_text, activity.starts_on, activity.ends_on)) == ("新标题", before)


def test_forged_keys_of_other_records_are_refused_beside_their_fields(desk):
    form = form_of(desk, ActivityFactory()).type(tags=["abc"], organizers=["\x00"])
    form.add_row("partnerships", partner="-1").fields["partnerships-0-part"] = "donor"

    answer = form.send()

    assert answer.status_code == 200
    assert {"tags", "organizers", "partnerships-0-partner"} <= refusals(answer).keys()
