from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from counting import ABOUT, AT_LEAST, EXACT, Count, kind_of, plain, read, write


@pytest.mark.parametrize(
    ("wording", "value", "unit", "precision"),
    [
        ("300余名", "300", "名", AT_LEAST),
        ("70余人", "70", "人", AT_LEAST),
        ("342人次", "342", "人次", EXACT),
        ("1万个", "10000", "个", EXACT),
        ("9000元", "9000", "元", EXACT),
        ("9,000元", "9000", "元", EXACT),
        ("9，000元", "9000", "元", EXACT),
        ("14支", "14", "支", EXACT),
        ("1.5万元", "15000", "元", EXACT),
        ("3百万余元", "3000000", "元", AT_LEAST),
        ("3万余人次", "30000", "人次", AT_LEAST),
        ("10余万人", "100000", "人", AT_LEAST),
        ("约500人", "500", "人", ABOUT),
        ("近 500 人", "500", "人", ABOUT),
        ("超过500人", "500", "人", AT_LEAST),
        ("2.5小时", "2.5", "小时", EXACT),
    ],
)
def test_read_understands_a_wording(wording, value, unit, precision):
    assert read(wording) == Count(Decimal(value), unit, precision)


@pytest.mark.parametrize(
    "wording", ["", "余名", "300", "三百名", "-5人", "1e5人", "300余", "300名 70名", "1,00人"]
)
def test_read_leaves_alone_what_it_cannot_understand(wording):
    assert read(wording) is None


@pytest.mark.parametrize(
    ("precision", "wording"), [(EXACT, "300名"), (AT_LEAST, "300余名"), (ABOUT, "约300名")]
)
def test_write_keeps_the_precision(precision, wording):
    assert write(Count(Decimal("300.00"), "名", precision)) == wording


@given(
    value=st.integers(min_value=0, max_value=10**11),
    unit=st.sampled_from(["人", "名", "位", "人次", "元", "小时", "支", "份", "场"]),
    precision=st.sampled_from([EXACT, AT_LEAST, ABOUT]),
)
def test_what_is_written_reads_the_same(value, unit, precision):
    count = Count(Decimal(value), unit, precision)

    assert read(write(count)) == count


@pytest.mark.parametrize(
    ("value", "text"),
    [("10000.00", "10000"), ("2.50", "2.5"), ("9E+3", "9000"), ("0", "0"), ("0.10", "0.1"), ("100", "100")],
)
def test_plain_has_no_exponent_and_no_idle_zeros(value, text):
    assert plain(Decimal(value)) == text


@pytest.mark.parametrize(
    ("unit", "kind"),
    [("名", "people"), ("人次", "attendances"), ("元", "money"), ("小时", "hours"), ("支", "things")],
)
def test_kind_of_a_unit(unit, kind):
    assert kind_of(unit) == kind
