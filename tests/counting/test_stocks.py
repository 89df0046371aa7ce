"""Stocks: which day one is of, which of several counts, and how its day is told elsewhere."""

from dataclasses import dataclass
from datetime import date

import pytest

from counting import day_in_words, day_of, level_of, read, write_total


@pytest.mark.parametrize(
    ("as_of", "told_on", "day", "words"),
    [
        ("5月底", date(2020, 5, 29), date(2020, 5, 31), "5月底"),
        ("5月", date(2020, 6, 2), date(2020, 5, 31), "5月"),
        ("5月初", date(2020, 6, 2), date(2020, 5, 1), "5月初"),
        ("5月中", date(2020, 6, 2), date(2020, 5, 15), "5月中"),
        ("12月底", date(2021, 1, 10), date(2020, 12, 31), "2020年12月底"),
        ("2月底", date(2021, 1, 10), date(2020, 2, 29), "2020年2月底"),
        ("2020年5月31日", date(2021, 1, 10), date(2020, 5, 31), "2020年5月31日"),
        ("去年底", date(2020, 3, 5), date(2019, 12, 31), "2019年底"),
        ("今年5月底", date(2020, 6, 2), date(2020, 5, 31), "2020年5月底"),
        ("2020年初", date(2020, 6, 2), date(2020, 1, 1), "2020年初"),
        ("2020年", date(2020, 6, 2), date(2020, 6, 2), "2020年"),
        ("目前", date(2020, 5, 29), date(2020, 5, 29), "5月29日"),
        ("15日", date(2020, 5, 29), date(2020, 5, 15), "5月15日"),
    ],
)
def test_the_day_of_a_stock_is_that_which_whoever_tells_it_means(as_of, told_on, day, words):
    assert (day_of(as_of, told_on), day_in_words(as_of, day, told_on)) == (day, words)


@pytest.mark.parametrize("as_of", ["", "底", "学期末", "2月30日", "13月底", "0月"])
def test_what_names_no_day_has_none(as_of):
    assert day_of(as_of, date(2021, 5, 29)) is None


@dataclass
class Stock:
    pk: int
    stands_on: date
    precision: str = "exact"
    counted_on: date = date(2020, 6, 1)
    as_of: str = "某日"
    part: str = "total"
    part_of_id: int | None = None
    repeats_id: int | None = None


def test_the_newest_counts_and_of_one_day_the_most_exact_then_that_told_last():
    march, may = date(2020, 3, 31), date(2020, 5, 31)
    older, rough, exact = Stock(9, march), Stock(8, may, "at_least"), Stock(1, may)
    told_later = Stock(2, may, counted_on=date(2020, 6, 2))

    assert level_of([older, rough]) is rough
    assert level_of([exact, rough, older]) is exact
    assert level_of([told_later, exact]) is told_later
    assert level_of([older, Stock(3, may, part="unit_price"), Stock(4, may, part_of_id=9)]) is older
    assert level_of([exact, Stock(5, may, repeats_id=1, counted_on=date(2020, 6, 9))]) is exact
    assert level_of([Stock(1, may, as_of="")]) is None


def test_a_level_is_told_with_its_day_and_a_sum_as_ever():
    assert write_total(read("截至5月底，团支部569个")) == "569个团支部（截至5月底）"
    assert write_total(read("342人次")) == "342人次"
