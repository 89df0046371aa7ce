from decimal import Decimal

import pytest

from counting import ABOUT, AT_LEAST, BELOW, EXACT, RANGE, Count, kind_of, plain, write, write_alike


@pytest.mark.parametrize(
    ("count", "wording"),
    [
        (Count(Decimal("300.00"), "名"), "300名"),
        (Count(Decimal(300), "名", AT_LEAST), "300余名"),
        (Count(Decimal(300), "名", ABOUT), "约300名"),
        (Count(Decimal(100), "人", BELOW), "不足100人"),
        (Count(Decimal(10000), "元"), "10000元"),
        (Count(Decimal(1670000), "人次", ABOUT), "约167万人次"),
        (Count(Decimal(100_000), "人", BELOW), "不足10万人"),
        (Count(Decimal(2870000), "元", AT_LEAST), "287万余元"),
        (Count(Decimal(400_000), "人", AT_LEAST), "40余万人"),
        (Count(Decimal(12000), "人", AT_LEAST), "1.2万余人"),
        (Count(Decimal(12300), "人", AT_LEAST), "12300余人"),
        (Count(Decimal(120_000_000), "元", AT_LEAST), "1.2亿余元"),
        (Count(Decimal(10), "人", RANGE, Decimal(20)), "10至20人"),
        (Count(Decimal(3200), "名", EXACT, noun="团员青年"), "3200名团员青年"),
        (Count(Decimal(300), "人", EXACT, noun="志愿者"), "志愿者300人"),
        (Count(Decimal("62.90"), "%"), "62.9%"),
        (Count(Decimal(95), "%", AT_LEAST), "95%以上"),
        (Count(Decimal("12.5"), "%", EXACT, grows=True), "增长12.5%"),
        (Count(Decimal("-3.2"), "%", EXACT, grows=True), "下降3.2%"),
        (Count(Decimal("12.5"), "百分点", EXACT, grows=True), "增长12.5个百分点"),
        (Count(Decimal(569), "个", EXACT, noun="团支部", as_of="5月底"), "截至5月底，569个团支部"),
    ],
)
def test_a_count_is_written_with_all_that_it_says(count, wording):
    assert write(count) == wording


@pytest.mark.parametrize(
    ("value", "text"),
    [("10000.00", "10000"), ("2.50", "2.5"), ("9E+3", "9000"), ("0", "0"), ("0.10", "0.1"), ("100", "100")],
)
def test_plain_has_no_exponent_and_no_idle_zeros(value, text):
    assert plain(Decimal(value)) == text


@pytest.mark.parametrize(
    ("unit", "kind"),
    [
        ("名", "people"),
        ("人次", "attendances"),
        ("元", "money"),
        ("小时", "hours"),
        ("支", "things"),
        ("户次", "attendances"),
        ("%", "rate"),
        ("倍", "multiple"),
        ("百分点", "growth"),
    ],
)
def test_kind_of_a_unit(unit, kind):
    assert kind_of(unit) == kind


@pytest.mark.parametrize(
    ("count", "wordings", "text"),
    [
        (Count(Decimal(400), "人", "about"), ["近400人"], "近400人"),
        (Count(Decimal(36000), "元"), ["3.6万元"], "3.6万元"),
        (Count(Decimal(300), "名"), ["300名团员"], "300名"),
        (Count(Decimal(42100), "小时", "at_least"), ["3.2万小时", "10100余小时"], "4.21万余小时"),
        (Count(Decimal(56800), "元"), ["5.6万元", "800元"], "5.68万元"),
        (Count(Decimal(56850), "元"), ["5.6万元", "850元"], "56850元"),
        (Count(Decimal(12000), "个"), ["9000个", "3000个"], "12000个"),
        (Count(Decimal(400000), "人次", "at_least"), ["40余万人次", "100人次"], "40余万人次"),
    ],
)
def test_a_sum_is_written_as_its_parts_are(count, wordings, text):
    assert write_alike(count, wordings) == text
