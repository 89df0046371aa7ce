"""What the database holds of every figure, each rule with the sentence that refuses it."""

from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Floor

import counting
from activities.models.rate_rules import ONLY_RATES
from toolkit.constraints import OneLevelWithin

MOST_PEOPLE = 10_000_000  # a district has fewer; more is a slip of the key
MOST_OF_ANYTHING = 10_000_000_000  # likewise of goods, hours and 元
PART_ONLY_OF_ITS_WHOLE = (
    "属于另一个数据的一部分，不再合计：不能又是单价、选指标、标记重复，或自己再分各部分。"
)
ONE_LEVEL = "只能属于本活动的另一个数据，而且只分一层：那个数据不属于别的数据，这个数据自己也不再分。"

RULES = (
    models.UniqueConstraint(
        fields=("activity", "name"),
        name="activities_figure_named_once",
        violation_error_code="name",
        violation_error_message="本活动已经有同名的数据，请换一个名称。",
    ),
    models.CheckConstraint(
        condition=Q(value__gte=0) | Q(kind="growth"),
        name="activities_figure_not_negative",
        violation_error_code="value",
        violation_error_message="数值不能是负数。",
    ),
    models.CheckConstraint(
        condition=~Q(unit=""),
        name="activities_figure_has_unit",
        violation_error_code="unit",
        violation_error_message="请填写单位，例如“名”“人次”“个”“元”。",
    ),
    models.CheckConstraint(
        condition=Q(kind="people", unit__in=counting.UNITS["people"])
        | Q(kind="attendances", unit__in=counting.UNITS["attendances"])
        | Q(kind="money", unit__in=counting.UNITS["money"])
        | Q(kind="hours", unit__in=counting.UNITS["hours"])
        | Q(kind="rate", unit__in=counting.UNITS["rate"])
        | Q(kind="growth", unit__in=("%", "百分点", "倍"))
        | Q(kind="multiple", unit__in=counting.UNITS["multiple"])
        | (Q(kind="things") & ~Q(unit__in=sum(counting.UNITS.values(), ()))),
        name="activities_figure_unit_of_its_kind",
        violation_error_code="unit",
        violation_error_message="单位与计量种类不符：人数用人、名、位，人次用人次、户次等，金额用元，时长用小时，"
        "比例用百分号，增减用百分号、百分点或倍，倍数用倍，其余单位属于物与事。",
    ),
    models.CheckConstraint(
        # 5 万元 would be five things, and missing from the money.
        condition=~Q(unit__regex=r"^([百千]?[万亿]|[百千](元|人|名|位))"),
        name="activities_figure_unit_without_magnitude",
        violation_error_code="unit",
        violation_error_message="单位前面不要带“万”“千”等字：5万元的数值写50000、单位写“元”，或在“数字写法”里写“5万元”。",
    ),
    models.CheckConstraint(
        condition=~Q(kind__in=("people", "attendances"))
        | Q(value=Floor(F("value"))) & (Q(high__isnull=True) | Q(high=Floor(F("high")))),
        name="activities_figure_whole_people",
        violation_error_code="value",
        violation_error_message="人数和人次必须是整数。",
    ),
    models.CheckConstraint(
        condition=~Q(kind__in=("people", "attendances"))
        | Q(value__lt=MOST_PEOPLE) & (Q(high__isnull=True) | Q(high__lt=MOST_PEOPLE)),
        name="activities_figure_believable",
        violation_error_code="value",
        violation_error_message="人数或人次达到一千万，超出了一个区的范围，请核对。",
    ),
    models.CheckConstraint(
        condition=Q(value__lt=MOST_OF_ANYTHING),
        name="activities_figure_not_absurd",
        violation_error_code="value",
        violation_error_message="数值达到一百亿，超出了一个区的范围，请核对。",
    ),
    models.CheckConstraint(
        condition=Q(precision__in=counting.PRECISIONS),
        name="activities_figure_precision_known",
        violation_error_code="precision",
        violation_error_message="请选择准确程度。",
    ),
    models.CheckConstraint(
        condition=Q(high__isnull=True) & ~Q(precision="range")
        | Q(precision="range", high__gt=F("value"), high__lt=MOST_OF_ANYTHING),
        name="activities_figure_range_of_two_ends",
        violation_error_code="high",
        violation_error_message="范围要写两头，上限大于数值；不是范围就不填上限。",
    ),
    models.CheckConstraint(
        condition=~Q(part="unit_price") | Q(kind="money"),
        name="activities_figure_price_is_money",
        violation_error_code="part",
        violation_error_message="只有金额才能是单价。",
    ),
    models.CheckConstraint(
        condition=Q(indicator__isnull=True) | Q(part="total"),
        name="activities_figure_enters_what_is_added",
        violation_error_code="indicator",
        violation_error_message="单价和不计入合计的数据不能再选指标。",
    ),
    models.CheckConstraint(
        condition=Q(repeats__isnull=True) | ~Q(repeats=F("id")),
        name="activities_figure_not_own_repeat",
        violation_error_code="repeats",
        violation_error_message="一个数据不能与它自己重复。",
    ),
    models.CheckConstraint(
        condition=Q(numerator__isnull=True, denominator__isnull=True) | Q(kind__in=counting.NEVER_SUMMED),
        name="activities_figure_only_rates_are_made",
        violation_error_code="numerator",
        violation_error_message=ONLY_RATES,
    ),
    models.CheckConstraint(
        condition=(Q(numerator__isnull=True) | ~Q(numerator=F("id")))
        & (Q(denominator__isnull=True) | ~Q(denominator=F("id"))),
        name="activities_figure_not_made_of_itself",
        violation_error_code="numerator",
        violation_error_message="一个数据不能由它自己算出。",
    ),
    models.CheckConstraint(
        condition=Q(numerator__isnull=True) | Q(denominator__isnull=True) | ~Q(numerator=F("denominator")),
        name="activities_figure_made_of_two",
        violation_error_code="denominator",
        violation_error_message="分子和分母不能是同一个数据。",
    ),
    models.CheckConstraint(
        condition=Q(starts_on__isnull=True, ends_on__isnull=True)
        | Q(starts_on__isnull=False, ends_on__isnull=False, starts_on__lte=F("ends_on")),
        name="activities_figure_days_in_order",
        violation_error_code="ends_on",
        violation_error_message="数据的起止时间要么都填，要么都不填，而且先起后止。",
    ),
    models.CheckConstraint(
        condition=Q(part_of__isnull=True) | ~Q(part_of=F("id")),
        name="activities_figure_not_own_part",
        violation_error_code="part_of",
        violation_error_message="一个数据不能是它自己的一部分。",
    ),
    OneLevelWithin(
        part_of="part_of",
        within="activity",
        name="activities_figure_part_of_same_activity",
        violation_error_code="part_of",
        violation_error_message=ONE_LEVEL,
    ),
    models.CheckConstraint(
        condition=Q(part_of__isnull=True)
        | ~Q(part="unit_price") & Q(indicator__isnull=True, repeats__isnull=True, parts_are_all=False),
        name="activities_figure_part_only_of_its_whole",
        violation_error_code="part_of",
        violation_error_message=PART_ONLY_OF_ITS_WHOLE,
    ),
)
