from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from toolkit.dates.typed import NOT_READ, NotADay, read_day

THURSDAY = date(2021, 6, 10)


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        ("2021.6.10", date(2021, 6, 10)),
        ("2021年6月10日", date(2021, 6, 10)),
        ("2021年06月10号", date(2021, 6, 10)),
        ("２０２１／６／１０", date(2021, 6, 10)),
        ("2021－6－10", date(2021, 6, 10)),
        ("2021。6。10", date(2021, 6, 10)),
        (" 2021 年 6 月 10 日（周四）", date(2021, 6, 10)),
        ("2021-06-10", date(2021, 6, 10)),
        ("20210610", date(2021, 6, 10)),
        ("21.6.10", date(2021, 6, 10)),
        ("二〇二一年六月十日", date(2021, 6, 10)),
        ("三月二十五日", date(2021, 3, 25)),
        ("去年12月4日", date(2020, 12, 4)),
        ("6月10日", date(2021, 6, 10)),
        ("6-9", date(2021, 6, 9)),
        ("6.11", date(2020, 6, 11)),
        ("12/4", date(2020, 12, 4)),
        ("2月29日", date(2020, 2, 29)),
        ("9日", date(2021, 6, 9)),
        ("31号", date(2021, 5, 31)),
        ("上月15日", date(2021, 5, 15)),
        ("今天", date(2021, 6, 10)),
        ("昨天", date(2021, 6, 9)),
        ("前天", date(2021, 6, 8)),
        ("上周五", date(2021, 6, 4)),
        ("上星期日", date(2021, 6, 6)),
        ("本周三", date(2021, 6, 9)),
        ("这个星期五", date(2021, 6, 11)),
        ("周五", date(2021, 6, 4)),
        ("上上周一", date(2021, 5, 24)),
        ("下周一", date(2021, 6, 14)),
    ],
)
def test_day_is_read_as_it_is_meant(typed, day):
    assert read_day(typed, today=THURSDAY) == day


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        ("12-31", date(2021, 12, 31)),
        ("5月20日", date(2021, 5, 20)),
        ("3月1日", date(2022, 3, 1)),
        ("9日", date(2021, 6, 9)),
    ],
)
def test_day_that_lies_ahead_is_the_next(typed, day):
    """One that is over for a few weeks may be entered late."""
    assert read_day(typed, today=THURSDAY, ahead=True) == day


@pytest.mark.parametrize(
    ("typed", "refusal"),
    [
        ("2月30日", "没有2月30日这一天，请核对。"),
        ("2021年2月29日", "没有2021年2月29日这一天，请核对。"),
        ("20211301", "没有2021年13月1日这一天，请核对。"),
        ("32日", "没有32日这一天，请核对。"),
        ("6月", NOT_READ),
        ("2021", NOT_READ),
        ("六一前后", NOT_READ),
        ("昨天上午", NOT_READ),
        ("6.10.2021", NOT_READ),
        ("", NOT_READ),
    ],
)
def test_what_is_no_day_is_refused_in_a_sentence(typed, refusal):
    with pytest.raises(NotADay) as refused:
        read_day(typed, today=THURSDAY)

    assert str(refused.value) == refusal


PIECES = st.sampled_from(
    [*"0123456789年月日号.-/上下本周五天 （）０９。", "去年", "上周", "星期", "2021", "0000", "99"]
)


@given(
    typed=st.text() | st.lists(PIECES, max_size=10).map("".join),
    today=st.dates(min_value=date(2000, 1, 1), max_value=date(2100, 12, 31)),
    ahead=st.booleans(),
)
def test_anything_is_read_or_refused(typed, today, ahead):
    try:
        told = read_day(typed, today=today, ahead=ahead)
    except NotADay as refusal:
        told = refusal

    assert isinstance(told, date) or str(told).endswith("。")


@given(
    day=st.dates(min_value=date(1000, 1, 1)),
    shape=st.sampled_from(["{}年{}月{}日", "{}.{}.{}", "{}-{:02}-{:02}", "{}/{}/{}"]),
)
def test_whole_day_is_the_same_at_any_time(day, shape):
    assert read_day(shape.format(day.year, day.month, day.day), today=THURSDAY) == day
