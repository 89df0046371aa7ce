"""Time as exactly as it is known, shown on activities, which are dated records."""

from datetime import date

import pytest

from activities.models import Activity
from tests.factories import ActivityFactory


def dated(start, end=None, **values):
    return Activity(starts_on=start, ends_on=end, **values)


@pytest.mark.parametrize(
    ("start", "end", "precision", "day_part", "words"),
    [
        (date(2020, 1, 16), None, "day", "", "2020年1月16日"),
        (date(2020, 1, 16), None, "day", "morning", "2020年1月16日上午"),
        (date(2020, 5, 7), None, "day", "afternoon", "2020年5月7日下午"),
        (date(2020, 3, 5), None, "about", "", "2020年3月5日前后"),
        (date(2020, 1, 24), None, "since", "", "2020年1月24日起"),
        (date(2020, 1, 10), date(2020, 1, 12), "range", "", "2020年1月10日至12日"),
        (date(2020, 1, 10), date(2020, 2, 12), "range", "", "2020年1月10日至2月12日"),
        (date(2019, 12, 30), date(2020, 1, 2), "range", "", "2019年12月30日至2020年1月2日"),
        (date(2020, 1, 10), date(2020, 1, 10), "range", "", "2020年1月10日"),
        (date(2020, 4, 15), None, "month", "", "2020年4月"),
        (date(2020, 4, 15), None, "season", "", "2020年春季"),
        (date(2020, 1, 15), None, "season", "", "2019年冬季"),
        (date(2020, 4, 15), None, "half_year", "", "2020年上半年"),
        (date(2020, 9, 15), None, "half_year", "", "2020年下半年"),
        (date(2020, 9, 15), None, "year", "", "2020年"),
        (date(2020, 9, 15), None, "standing", "", "2020年常态化开展"),
    ],
)
def test_when_text_is_as_exact_as_the_time_is_known(start, end, precision, day_part, words):
    record = dated(start, end, date_precision=precision, day_part=day_part)
    record.clean()

    assert record.when_text == words


@pytest.mark.parametrize(
    ("precision", "first", "last"),
    [
        ("day", date(2020, 4, 15), date(2020, 4, 15)),
        ("about", date(2020, 4, 15), date(2020, 4, 15)),
        ("since", date(2020, 4, 15), date(2020, 4, 15)),
        ("month", date(2020, 4, 1), date(2020, 4, 30)),
        ("season", date(2020, 3, 1), date(2020, 5, 31)),
        ("half_year", date(2020, 1, 1), date(2020, 6, 30)),
        ("year", date(2020, 1, 1), date(2020, 12, 31)),
        ("standing", date(2020, 1, 1), date(2020, 12, 31)),
    ],
)
def test_clean_fills_in_the_days_that_it_may_have_covered(precision, first, last):
    record = dated(date(2020, 4, 15), date_precision=precision)

    record.clean()

    assert (record.starts_on, record.ends_on) == (first, last)


def test_a_day_with_a_later_end_is_a_range():
    record = dated(date(2020, 1, 10), date(2020, 1, 12), date_precision="day")

    record.clean()

    assert record.date_precision == "range"


def test_clean_leaves_dates_in_the_wrong_order_to_be_refused():
    record = dated(date(2020, 1, 10), date(2020, 1, 9), date_precision="month")

    record.clean()

    assert (record.starts_on, record.ends_on) == (date(2020, 1, 10), date(2020, 1, 9))


@pytest.mark.parametrize("day", [date.min, date.max])
@pytest.mark.parametrize("precision", Activity.DatePrecision.values)
def test_clean_leaves_an_unbelievable_year_to_be_refused(precision, day):
    record = dated(day, date_precision=precision)

    record.clean()

    assert (record.starts_on, record.ends_on) == (day, day)


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("start", "end", "is_held"),
    [
        (date(2019, 12, 31), date(2019, 12, 31), False),
        (date(2019, 12, 31), date(2020, 1, 1), True),
        (date(2020, 5, 29), date(2020, 5, 29), True),
        (date(2020, 5, 30), date(2020, 6, 30), False),
    ],
)
def test_held_between_counts_both_ends(start, end, is_held):
    ActivityFactory(starts_on=start, ends_on=end, date_precision="range")

    assert Activity.objects.held_between(date(2020, 1, 1), date(2020, 5, 29)).exists() is is_held
