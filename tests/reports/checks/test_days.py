from datetime import date

import pytest

from reports.checks.days import dates_in

FIRST_HALF = date(2020, 1, 1), date(2020, 6, 30)


@pytest.mark.parametrize(
    ("sentence", "text", "day"),
    [
        ("于2020年6月15日举行", "2020年6月15日", date(2020, 6, 15)),
        ("6月15日举行", "6月15日", date(2020, 6, 15)),
        ("六月十五日举行", "六月十五日", date(2020, 6, 15)),
        ("6月举行", "6月", date(2020, 6, 1)),
        ("六月举行", "六月", date(2020, 6, 1)),
        ("十二月三十一日", "十二月三十一日", date(2020, 12, 31)),
        ("1—6月", "6月", date(2020, 6, 1)),
        ("2020-06-15", "2020-06-15", date(2020, 6, 15)),
        ("2020.6.15", "2020.6.15", date(2020, 6, 15)),
        ("5月20日至31日", "5月20日至31日", date(2020, 5, 31)),
        ("去年12月", "去年12月", date(2019, 12, 1)),
        ("明年3月", "明年3月", date(2021, 3, 1)),
        ("5月20号", "5月20号", date(2020, 5, 20)),
    ],
)
def test_a_date_is_read_with_the_year_of_the_report(sentence, text, day):
    assert list(dates_in(sentence, *FIRST_HALF)) == [(text, day)]


@pytest.mark.parametrize(
    "sentence",
    [
        "坚持三个月",
        "历时3个月",
        "十月革命",
        "2020年度",
        "月月有活动",
        "2月30日",
        "第5月",
        "中秋月饼3月饼",
        "1.5月",
    ],
)
def test_what_names_no_day_is_left_alone(sentence):
    assert list(dates_in(sentence, *FIRST_HALF)) == []


def test_the_end_of_a_range_has_the_year_of_its_beginning():
    assert list(dates_in("2019年11月至12月，又于3月", *FIRST_HALF)) == [
        ("2019年11月", date(2019, 11, 1)),
        ("12月", date(2019, 12, 1)),
        ("3月", date(2020, 3, 1)),
    ]


def test_a_period_over_the_turn_of_the_year_has_each_month_once():
    assert list(dates_in("12月和1月", date(2019, 9, 1), date(2020, 2, 29))) == [
        ("12月", date(2019, 12, 1)),
        ("1月", date(2020, 1, 1)),
    ]
