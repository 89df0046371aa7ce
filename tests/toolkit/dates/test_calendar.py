from datetime import date

import pytest

from toolkit.dates.calendar import half_year_of, month_of, season_of, year_of


@pytest.mark.parametrize(
    ("day", "first", "last"),
    [
        (date(2020, 2, 10), date(2020, 2, 1), date(2020, 2, 29)),
        (date(2021, 2, 28), date(2021, 2, 1), date(2021, 2, 28)),
        (date(2020, 12, 31), date(2020, 12, 1), date(2020, 12, 31)),
    ],
)
def test_month_of_a_day(day, first, last):
    assert month_of(day) == (first, last)


@pytest.mark.parametrize(
    ("day", "first", "last"),
    [
        (date(2020, 3, 1), date(2020, 3, 1), date(2020, 5, 31)),
        (date(2020, 5, 31), date(2020, 3, 1), date(2020, 5, 31)),
        (date(2020, 7, 15), date(2020, 6, 1), date(2020, 8, 31)),
        (date(2020, 11, 30), date(2020, 9, 1), date(2020, 11, 30)),
        (date(2020, 12, 1), date(2020, 12, 1), date(2021, 2, 28)),
        (date(2020, 1, 15), date(2019, 12, 1), date(2020, 2, 29)),
        (date(2020, 2, 29), date(2019, 12, 1), date(2020, 2, 29)),
    ],
)
def test_season_of_a_day(day, first, last):
    assert season_of(day) == (first, last)


@pytest.mark.parametrize(
    ("day", "first", "last"),
    [
        (date(2020, 1, 1), date(2020, 1, 1), date(2020, 6, 30)),
        (date(2020, 6, 30), date(2020, 1, 1), date(2020, 6, 30)),
        (date(2020, 7, 1), date(2020, 7, 1), date(2020, 12, 31)),
    ],
)
def test_half_year_of_a_day(day, first, last):
    assert half_year_of(day) == (first, last)


def test_year_of_a_day():
    assert year_of(date(2020, 5, 29)) == (date(2020, 1, 1), date(2020, 12, 31))
