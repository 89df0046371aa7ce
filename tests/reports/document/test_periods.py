from datetime import date

import pytest

from reports.document.periods import HalfYear


@pytest.mark.parametrize(
    ("half_year", "first", "last", "text"),
    [
        (HalfYear(2020, 1), date(2020, 1, 1), date(2020, 6, 30), "2020年上半年"),
        (HalfYear(2020, 2), date(2020, 7, 1), date(2020, 12, 31), "2020年下半年"),
    ],
)
def test_half_year_knows_its_days_and_name(half_year, first, last, text):
    assert (half_year.first_day, half_year.last_day, str(half_year)) == (first, last, text)


def test_half_years_follow_one_another_across_the_year():
    assert HalfYear(2020, 1).next == HalfYear(2020, 2)
    assert HalfYear(2020, 2).next == HalfYear(2021, 1)
    assert HalfYear(2021, 1).previous == HalfYear(2020, 2)
    assert HalfYear(2020, 2).previous == HalfYear(2020, 1)


@pytest.mark.parametrize(
    ("day", "half"), [(date(2020, 6, 30), HalfYear(2020, 1)), (date(2020, 7, 1), HalfYear(2020, 2))]
)
def test_half_year_containing_a_day_changes_between_june_and_july(day, half):
    assert HalfYear.containing(day) == half


def test_half_year_reads_back_its_own_slug():
    assert HalfYear.from_slug(HalfYear(2020, 1).slug) == HalfYear(2020, 1)


@pytest.mark.parametrize(
    "slug", ["", "2020", "2020-h3", "2020-h1x", "2020-H1", "20-h1", "٢٠٢٠-h1", "0001-h1"]
)
def test_half_year_refuses_any_other_slug(slug):
    with pytest.raises(ValueError, match="half_year"):
        HalfYear.from_slug(slug)


@pytest.mark.parametrize(
    ("start", "end", "expected"),
    [
        (date(2020, 1, 1), date(2020, 6, 30), HalfYear(2020, 1)),
        (date(2020, 7, 1), date(2020, 12, 31), HalfYear(2020, 2)),
        (date(2020, 1, 1), date(2020, 12, 31), None),
        (date(2020, 1, 2), date(2020, 6, 30), None),
        (date(1900, 1, 1), date(1900, 6, 30), None),
    ],
)
def test_of_days_is_the_half_year_of_just_these_days(start, end, expected):
    assert HalfYear.of_days(start, end) == expected
