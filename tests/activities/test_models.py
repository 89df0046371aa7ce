from datetime import date
from decimal import Decimal

import pytest
from django.core.exceptions import ValidationError

from activities.models import Figure, Indicator
from tests.factories import (
    PUBLISHED_AT,
    ActivityFactory,
    CampaignFactory,
    FigureFactory,
    IndicatorFactory,
    ParticipantFactory,
    PartnershipFactory,
    PhotoFactory,
    TagFactory,
    WorkAreaFactory,
)
from tests.rules import Rule, constraint_met_by, sentence_of, sentences_for

pytestmark = pytest.mark.django_db


def activity(**values):
    return ActivityFactory.build(area=WorkAreaFactory(), **values)


def figure(**values):
    return FigureFactory.build(activity=ActivityFactory(), **values)


def photo(**values):
    return PhotoFactory.build(activity=ActivityFactory(), **values)


def same_again(factory, *fields, **values):
    """A new row that has these fields of one that exists."""
    existing = factory()
    return factory.build(**{name: getattr(existing, name) for name in fields}, **values)


def own_repeat():
    record = FigureFactory()
    record.repeats = record
    return record


def own_numerator():
    record = FigureFactory(wording="60%", denominator=FigureFactory())
    record.numerator = record
    return record


def one_for_both():
    one = FigureFactory()
    return figure(wording="60%", numerator=one, denominator=one)


def own_part():
    record = FigureFactory()
    record.part_of = record
    return record


def as_stock():
    service = Indicator.objects.get(takes_service=True)
    service.is_stock, service.words = True, "时长"
    return service


def part(**values):
    """A new part of a whole of its activity."""
    whole = FigureFactory()
    return FigureFactory.build(**{"activity": whole.activity, "part_of": whole, **values})


def whole_with_parts():
    """A figure that has a part, made a part itself."""
    record = FigureFactory()
    FigureFactory(activity=record.activity, part_of=record)
    record.part_of = FigureFactory(activity=record.activity)
    return record


def part_of_a_part():
    record = part()
    record.save()
    return part(activity=record.activity, part_of=record)


def in_another_unit():
    record = Indicator.objects.get(takes_service=True)
    record.unit = "户"
    return record


RULES = [
    Rule("activities_activity_published_has_time", "published_at", lambda: activity(state="published")),
    Rule(
        "activities_activity_expires_after_published",
        "expires_at",
        lambda: activity(published=True, expires_at=PUBLISHED_AT),
    ),
    Rule(
        "activities_campaign_published_has_time",
        "published_at",
        lambda: CampaignFactory.build(published_at=None),
    ),
    Rule(
        "activities_campaign_expires_after_published",
        "expires_at",
        lambda: CampaignFactory.build(expires_at=PUBLISHED_AT),
    ),
    Rule("activities_activity_year_believable", "starts_on", lambda: activity(starts_on=date(202, 3, 5))),
    Rule(
        "activities_activity_dates_in_order",
        "ends_on",
        lambda: activity(date_precision="range", ends_on=date(2020, 1, 1)),
    ),
    Rule(
        "activities_activity_single_day",
        "ends_on",
        lambda: activity(date_precision="about", ends_on=date(2020, 12, 31)),
    ),
    Rule(
        "activities_activity_day_part_of_a_day",
        "day_part",
        lambda: activity(date_precision="month", day_part="morning"),
    ),
    Rule("activities_workarea_named_once", "name", lambda: same_again(WorkAreaFactory, "name")),
    Rule("activities_workarea_address_once", "slug", lambda: same_again(WorkAreaFactory, "slug")),
    Rule("activities_campaign_named_once", "name", lambda: same_again(CampaignFactory, "name")),
    Rule("activities_campaign_address_once", "slug", lambda: same_again(CampaignFactory, "slug")),
    Rule("activities_tag_named_once", "name", lambda: same_again(TagFactory, "name")),
    Rule(
        "activities_partnership_once",
        "partner",
        lambda: same_again(PartnershipFactory, "activity", "partner", "part"),
    ),
    Rule(
        "activities_participant_role_once",
        "name",
        lambda: same_again(ParticipantFactory, "activity", "name", "role", "post"),
    ),
    Rule("activities_photo_has_alt", "alt", lambda: photo(alt="")),
    Rule("activities_photo_focus_x_within", "focus_x", lambda: photo(focus_x=101)),
    Rule("activities_photo_focus_y_within", "focus_y", lambda: photo(focus_y=101)),
    Rule("activities_figure_named_once", "name", lambda: same_again(FigureFactory, "activity", "name")),
    Rule("activities_figure_not_negative", "value", lambda: figure(value=Decimal(-1))),
    Rule("activities_figure_has_unit", "unit", lambda: figure(unit="")),
    Rule("activities_figure_unit_of_its_kind", "unit", lambda: figure(kind="things")),
    Rule("activities_figure_unit_without_magnitude", "unit", lambda: figure(unit="万元", kind="things")),
    Rule("activities_figure_whole_people", "value", lambda: figure(value=Decimal("1.5"))),
    Rule("activities_figure_believable", "value", lambda: figure(wording="1000万人")),
    Rule("activities_figure_not_absurd", "value", lambda: figure(wording="100亿个")),
    Rule("activities_figure_precision_known", "precision", lambda: figure(precision="")),
    Rule("activities_figure_range_of_two_ends", "high", lambda: figure(high=Decimal(400))),
    Rule("activities_figure_price_is_money", "part", lambda: figure(part="unit_price")),
    Rule("activities_figure_not_own_repeat", "repeats", own_repeat),
    Rule(
        "activities_figure_only_rates_are_made",
        "numerator",
        lambda: figure(numerator=FigureFactory(), denominator=FigureFactory()),
    ),
    Rule("activities_figure_not_made_of_itself", "numerator", own_numerator),
    Rule("activities_figure_made_of_two", "denominator", one_for_both),
    Rule("activities_figure_days_in_order", "ends_on", lambda: figure(starts_on=date(2020, 3, 5))),
    Rule("activities_figure_not_own_part", "part_of", own_part),
    Rule(
        "activities_figure_part_only_of_its_whole",
        "part_of",
        lambda: part(parts_are_all=True),
    ),
    Rule("activities_figure_part_of_same_activity", "part_of", lambda: figure(part_of=FigureFactory())),
    Rule("activities_figure_part_of_same_activity", "part_of", whole_with_parts),
    Rule("activities_figure_part_of_same_activity", "part_of", part_of_a_part),
    Rule(
        "activities_figure_enters_what_is_added",
        "indicator",
        lambda: figure(indicator=IndicatorFactory(), part="apart"),
    ),
    Rule("activities_indicator_named_once", "name", lambda: same_again(IndicatorFactory, "name")),
    Rule("activities_indicator_address_once", "slug", lambda: same_again(IndicatorFactory, "slug")),
    Rule("activities_indicator_own_name", "name", lambda: IndicatorFactory.build(name="开展活动")),
    Rule("activities_indicator_own_address", "slug", lambda: IndicatorFactory.build(slug="honors")),
    Rule("activities_indicator_unit_can_be_added", "unit", lambda: IndicatorFactory.build(unit="%")),
    Rule("activities_indicator_unit_without_magnitude", "unit", lambda: IndicatorFactory.build(unit="万元")),
    Rule(
        "activities_indicator_service_in_hours",
        "takes_service",
        in_another_unit,
    ),
    Rule("activities_indicator_service_is_added", "is_stock", as_stock),
    Rule("activities_indicator_stock_of_one_thing", "words", lambda: IndicatorFactory.build(is_stock=True)),
    Rule(
        "activities_indicator_service_once",
        "takes_service",
        lambda: IndicatorFactory.build(unit="小时", takes_service=True),
    ),
]


@pytest.mark.parametrize("rule", RULES, ids=str)
def test_rule_speaks_beside_its_field(rule):
    record = rule.broken()

    assert sentences_for(record) == {rule.field: [sentence_of(record, rule.name)]}


@pytest.mark.parametrize("rule", RULES, ids=str)
def test_rule_is_kept_by_the_database(rule):
    assert constraint_met_by(rule.broken()) == (rule.answered_by or rule.name)


def test_figure_takes_everything_from_its_wording():
    typed = Figure(activity=ActivityFactory(), name="志愿者", wording="300余名")

    typed.full_clean()

    assert (typed.value, typed.unit, typed.kind, typed.precision) == (300, "名", "people", "at_least")


@pytest.mark.parametrize(
    ("wording", "values"),
    [
        ("3200名团员青年", (3200, None, "名", "团员青年", "", "people", "exact")),
        ("36.418万元", (364180, None, "元", "", "", "money", "exact")),
        ("2个半小时", (Decimal("2.5"), None, "小时", "", "", "hours", "exact")),
        ("1200余户次", (1200, None, "户次", "", "", "attendances", "at_least")),
        ("不足百人", (100, None, "人", "", "", "people", "below")),
        ("10—20人", (10, 20, "人", "", "", "people", "range")),
        ("入会率62.9%", (Decimal("62.9"), None, "%", "入会率", "", "rate", "exact")),
        ("同比下降3.2%", (Decimal("-3.2"), None, "%", "", "", "growth", "exact")),
        ("1.5倍", (Decimal("1.5"), None, "倍", "", "", "multiple", "exact")),
        ("截至5月底，团支部569个", (569, None, "个", "团支部", "5月底", "things", "exact")),
    ],
)
def test_figure_keeps_all_that_its_wording_says(wording, values):
    typed = Figure(activity=ActivityFactory(), name="数据", wording=wording)

    typed.full_clean()
    typed.save()
    typed.refresh_from_db()

    kept = ("value", "high", "unit", "noun", "as_of", "kind", "precision")
    assert tuple(getattr(typed, name) for name in kept) == values
    assert typed.text == wording


def test_figure_keeps_a_rough_wording_beside_its_number():
    typed = Figure(activity=ActivityFactory(), name="青年", wording="数百名", value=Decimal(300), unit="名")

    typed.full_clean()

    assert (typed.text, typed.value, typed.precision) == ("数百名", 300, "about")


@pytest.mark.parametrize(
    "values", [{"part": "apart"}, {"wording": "每人服务12.5%"}, {"name": "年均增长", "wording": "5%"}]
)
def test_figure_takes_an_average_that_nothing_adds_up(values):
    typed = Figure(activity=ActivityFactory(), **({"name": "志愿者", "wording": "人均服务12小时"} | values))

    typed.full_clean()

    assert typed.part == values.get("part", "total")


def test_figure_takes_kind_and_precision_from_value_and_unit():
    typed = Figure(activity=ActivityFactory(), name="善款", value=Decimal(9000), unit="元")

    typed.full_clean()

    assert (typed.kind, typed.precision, typed.text) == ("money", "exact", "9000元")


@pytest.mark.parametrize(
    ("values", "refusal"),
    [
        ({}, {"value": ["请填写数值，或在“数字写法”中写明，例如“300余名”。"]}),
        (
            {"wording": "三百多团员"},
            {"wording": ["读到了数字“三百多”，但“团员”开头的不是认得的量词。是不是要写“三百多名团员”？"]},
        ),
        (
            {"wording": "300余名", "value": Decimal(301)},
            {"wording": ["数字写法“300余名”与后面填的数值、单位或准确程度不一致，请改成一致。"]},
        ),
        (
            {"wording": "1000万人"},
            {"value": ["人数或人次达到一千万，超出了一个区的范围，请核对。"]},
        ),
        ({"wording": "1.5人"}, {"wording": ["“1.5人”折合1.5人，人数和人次必须是整数，请核对。"]}),
        ({"wording": "2金3铜"}, {"wording": ["“2金3铜”里有2个数（2金、3铜），请分成几条，一条写一个数。"]}),
        (
            {"value": Decimal(20), "high": Decimal(10), "unit": "人"},
            {"high": ["范围要写两头，上限大于数值；不是范围就不填上限。"]},
        ),
        (
            {"wording": "人均服务12小时"},
            {"part": ["这像是平均数或与以往相比的增减，不能相加，请选“不计入合计”；是单价的，选“单价”。"]},
        ),
        (
            {"wording": "同比增加126人"},
            {"part": ["这像是平均数或与以往相比的增减，不能相加，请选“不计入合计”；是单价的，选“单价”。"]},
        ),
        ({"value": Decimal(5)}, {"unit": ["请填写单位，例如“名”“人次”“个”“元”。"]}),
    ],
)
def test_figure_refuses_in_a_sentence_beside_the_field(values, refusal):
    typed = Figure(activity=ActivityFactory(), name="志愿者", **values)

    with pytest.raises(ValidationError) as error:
        typed.full_clean()

    assert error.value.message_dict == refusal


@pytest.mark.parametrize("wording", ["99999999999999999亿个", "1.234吨"])
def test_figure_refuses_a_wording_whose_number_does_not_fit(wording):
    typed = Figure(activity=ActivityFactory(), name="物资", wording=wording)

    with pytest.raises(ValidationError) as error:
        typed.full_clean()

    assert list(error.value.message_dict) == ["wording"]


def test_summary_text_reads_its_figures():
    record = ActivityFactory(summary="组织{志愿者}，发放{口罩}。")
    FigureFactory(activity=record, name="志愿者", wording="300余名")
    FigureFactory(activity=record, name="口罩", wording="1万个")

    assert record.summary_text() == "组织300余名，发放1万个。"


def test_cover_is_the_first_photo():
    record = ActivityFactory()
    PhotoFactory(activity=record, position=2)
    first = PhotoFactory(activity=record, position=1)

    assert record.cover() == first


def test_cover_is_none_without_photos():
    assert ActivityFactory().cover() is None


def test_published_activity_without_a_time_is_given_one():
    record = activity(state="published")

    record.full_clean()

    assert record.is_published
