"""A sum is told no finer than what it is made of, and loses nothing that is known exactly."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

import counting
from counting import Count


@st.composite
def counts(draw, unit="人次"):
    digits, zeros = draw(st.integers(1, 9999)), draw(st.integers(0, 5))
    precision = draw(st.sampled_from(counting.PRECISIONS))
    value = Decimal(digits * 10**zeros)
    high = value + draw(st.integers(1, 9999)) if precision == "range" else None
    return Count(value, unit, precision, high)


@given(st.lists(counts(), min_size=2, max_size=6))
def test_a_sum_is_told_no_finer_than_its_coarsest_part(parts):
    total, grain = counting.sum_of(parts), max(part.grain for part in parts)

    if grain:
        assert total.value % grain == 0
        assert abs(total.value - counting.total_of(parts)) < grain
    else:
        assert total == Count(sum(part.value for part in parts), "人次")
    if total.precision == "at_least":
        assert total.value <= sum(part.value for part in parts)
    assert total.high is None
    assert counting.read(counting.write(total)) == total


@given(counts())
def test_a_sum_of_one_part_says_what_the_part_says(part):
    assert counting.sum_of([part]) == part


@given(counts(), counts())
def test_a_difference_is_told_no_finer_than_either_side(first, second):
    change = counting.difference_of(first, second)

    assert change.precision == ("exact" if first.precision == second.precision == "exact" else "about")
    assert not first.grain or change.value % first.grain == 0
    assert not second.grain or change.value % second.grain == 0


@pytest.mark.parametrize(
    ("wording", "grain"),
    [
        ("163万人次", 0),
        ("近4万人次", 10_000),
        ("1.2万余人次", 1000),
        ("300余名", 100),
        ("320余名", 10),
        ("约305名", 1),
        ("不足100人", 100),
        ("10余万人", 100_000),
        ("约2.5小时", Decimal("0.1")),
        ("10至20人", 10),
        ("10至21人", 10),
        ("1000至1050人", 10),
    ],
)
def test_how_finely_a_wording_tells(wording, grain):
    assert counting.read(wording).grain == grain
