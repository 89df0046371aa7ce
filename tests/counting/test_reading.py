"""The reader against a table of wordings, and against whatever else can be typed."""

from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import counting
from counting import Count

SIGNS = {"exact": "=", "at_least": "≥", "about": "~", "below": "<"}
TABLE = [
    line.split("\t")
    for line in (Path(__file__).parent / "wordings.tsv").read_text(encoding="utf-8").splitlines()
    if not line.startswith("#")
]
MAGNITUDES = {"": 0, "百": 2, "千": 3, "万": 4, "百万": 6, "千万": 7, "亿": 8}
ALPHABET = (
    "0123456789０９.．,，-－−%％ 　\n一二两三十百千万亿〇零几多余来约近不足至到—、名人次元个半小时"
    "月日年第届号分之成倍翻番增长截至（）/+金铜团员"
)


def told(wording: str) -> str:
    """What the reader says of a wording, as the table says it."""
    try:
        return " ; ".join(_told(reading.count) for reading in counting.read_all(wording))
    except counting.Refused as refusal:
        return f"✗{refusal}"


def _told(count: Count) -> str:
    number = SIGNS.get(count.precision, "") + counting.plain(count.value)
    if count.high is not None:
        number += f"..{counting.plain(count.high)}"
    words = [number, count.unit, count.kind, count.noun, count.as_of and f"@{count.as_of}"]
    return " ".join(filter(None, words))


@pytest.mark.parametrize(("wording", "expected"), TABLE)
def test_a_wording_is_read_as_the_table_says(wording, expected):
    if expected.startswith("✗"):
        assert told(wording).startswith("✗")
        assert expected[1:] in told(wording)
    else:
        assert told(wording) == expected


def test_the_table_is_large_and_says_nothing_twice():
    assert len({wording for wording, _ in TABLE}) == len(TABLE) >= 400


def test_a_single_count_is_asked_for():
    assert counting.read("300余名") == Count(Decimal(300), "名", "at_least")
    with pytest.raises(counting.Refused, match="里有2个数（2金、3铜）"):
        counting.read("2金3铜")


@given(
    whole=st.integers(min_value=0, max_value=10**8),
    decimals=st.text(alphabet="0123456789", max_size=24),
    magnitude=st.sampled_from(list(MAGNITUDES)),
    unit=st.sampled_from(["公里", "元", "人", "小时", "%"]),
)
def test_no_wording_that_is_read_loses_a_digit(whole, decimals, magnitude, unit):
    wording = f"{whole}.{decimals}{magnitude}{unit}" if decimals else f"{whole}{magnitude}{unit}"
    meant = Decimal(f"{whole}.{decimals}e{MAGNITUDES[magnitude]}")

    if told(wording).startswith("✗"):
        assert len(decimals.rstrip("0")) > MAGNITUDES[magnitude] or meant > 10**16
    else:
        assert counting.read(wording).value == meant


@given(st.text(alphabet=ALPHABET, max_size=40) | st.text(max_size=40))
def test_whatever_is_typed_is_read_or_refused_with_a_sentence(text):
    list(counting.counts_in(text))

    assert not told(text).startswith("✗") or told(text).endswith(("。", "？"))


@given(
    value=st.decimals(min_value=0, max_value=10**11, places=2),
    width=st.integers(min_value=1, max_value=10**6),
    unit=st.sampled_from(
        ["人", "名", "位", "人次", "户次", "元", "小时", "支", "场次", "公里", "%", "倍", "百分点"]
    ),
    precision=st.sampled_from(counting.PRECISIONS),
    noun=st.sampled_from(["", "团员青年", "青年志愿者", "一等奖", "参与率"]),
    grows=st.booleans(),
    as_of=st.sampled_from(["", "5月底", "2020年5月31日"]),
)
def test_what_is_written_reads_the_same(value, width, unit, precision, noun, grows, as_of):
    if counting.kind_of(unit) in ("people", "attendances"):
        value = value.to_integral_value()
    high = value + width if precision == "range" else None
    grows = grows and counting.kind_of(unit) in counting.NEVER_SUMMED
    count = Count(value, unit, precision, high, noun, grows, as_of)

    assert counting.read(counting.write(count)) == count


@pytest.mark.parametrize(
    "part", ["1", "1,", "第1、", "1届", "1至", "1是", "近", "2金", "1人和", "一", "万", "1月", "一是"]
)
def test_a_long_text_is_read_in_time_that_grows_with_it(part):
    long = part * (20_000 // len(part))
    list(counting.counts_in(long))

    assert len(told(long)) < 20 * len(long)
