from django.core.exceptions import ValidationError
from django.core.validators import RegexValidator
from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Floor

import counting
from activities.models.activity import Activity
from activities.models.indicator import Counts, Indicator
from toolkit.constraints import RulesBesideFields
from toolkit.texts.columns import LineField, NameField

MOST_PEOPLE = 10_000_000  # a district has fewer; more is a slip of the key
MOST_OF_ANYTHING = 10_000_000_000  # likewise of goods, hours and 元
READ_FROM_WORDING = ("value", "high", "unit", "noun", "as_of", "kind", "precision")


class Figure(RulesBesideFields):
    """One counted fact of an activity, typed once and never again in a report."""

    class Kind(models.TextChoices):
        PEOPLE = counting.PEOPLE, "人数（人、名、位）"
        ATTENDANCES = counting.ATTENDANCES, "人次（户次、车次…）"
        THINGS = counting.THINGS, "物与事（支、个、份、场…）"
        MONEY = counting.MONEY, "金额（元）"
        HOURS = counting.HOURS, "时长（小时）"
        RATE = counting.RATE, "比例（%）"
        GROWTH = counting.GROWTH, "增减（%、百分点）"
        MULTIPLE = counting.MULTIPLE, "倍数（倍）"

    class Precision(models.TextChoices):
        EXACT = counting.EXACT, "确切"
        AT_LEAST = counting.AT_LEAST, "余（至少）"
        ABOUT = counting.ABOUT, "约、近"
        BELOW = counting.BELOW, "不足（以下）"
        RANGE = counting.RANGE, "范围（从…至…）"

    Counts = Counts

    class Part(models.TextChoices):
        TOTAL = "total", "总数"
        UNIT_PRICE = "unit_price", "单价"
        APART = "apart", "不计入合计"

    activity = models.ForeignKey(
        Activity, verbose_name="活动", on_delete=models.CASCADE, related_name="figures"
    )
    name = NameField(
        "数据名称",
        max_length=30,
        validators=[RegexValidator(r"^[^{}]*$", "数据名称里不要用花括号。")],
        help_text="说明数的是什么，例如“志愿者”；概要里用花括号引用它。",
    )
    wording = LineField(
        "写法",
        max_length=30,
        blank=True,
        help_text="照正式文字填写，例如“300余名”“342人次”“1万个”；填了它，后面几项可以不填。",
    )
    value = models.DecimalField("数值", max_digits=14, decimal_places=2, blank=True)
    high = models.DecimalField(
        "数值上限",
        max_digits=14,
        decimal_places=2,
        null=True,
        blank=True,
        help_text="只有范围才填，例如“10至20人”的20。",
    )
    unit = LineField(
        "单位",
        max_length=10,
        blank=True,
        validators=[RegexValidator(r"^(?:[^\W\d_]+[²³]?|%)$", "单位只能用文字，例如“名”“个”“公里”。")],
    )
    noun = LineField("数的对象", max_length=30, blank=True, help_text="例如“3200名团员青年”里的团员青年。")
    as_of = LineField(
        "截至", max_length=20, blank=True, help_text="某一天的存量写明截至何时，例如“5月底”；存量不计入合计。"
    )
    kind = models.CharField("计量种类", max_length=12, choices=Kind, blank=True)
    precision = models.CharField("准确程度", max_length=10, choices=Precision, blank=True)
    counts = models.CharField("数的是什么", max_length=15, choices=Counts, default=Counts.OTHER)
    indicator = models.ForeignKey(
        Indicator,
        verbose_name="计入指标",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="figures",
        help_text="不选时，按各指标的规则自动计入；选了，以选的为准。",
    )
    part = models.CharField(
        "总数或单价",
        max_length=10,
        choices=Part,
        default=Part.TOTAL,
        help_text="单价不计入合计；本来就不必合计的数，选“不计入合计”。",
    )
    repeats = models.ForeignKey(
        "self",
        verbose_name="疑似与此重复",
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="repetitions",
        help_text="可能是同一批人或物时选上，合计只算一次。",
    )
    note = LineField("备注", max_length=200, blank=True)
    position = models.PositiveSmallIntegerField("顺序", default=0)

    class Meta:
        verbose_name = "数据"
        verbose_name_plural = "数据"
        ordering = ("position", "pk")
        constraints = (
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
                violation_error_message="单位前面不要带“万”“千”等字：5万元的数值写50000、单位写“元”，或在“写法”里写“5万元”。",
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
                condition=Q(indicator__isnull=True) | Q(part="total", as_of=""),
                name="activities_figure_enters_what_is_added",
                violation_error_code="indicator",
                violation_error_message="单价、存量和不计入合计的数据不能再选指标。",
            ),
            models.CheckConstraint(
                condition=Q(repeats__isnull=True) | ~Q(repeats=F("id")),
                name="activities_figure_not_own_repeat",
                violation_error_code="repeats",
                violation_error_message="一个数据不能与它自己重复。",
            ),
        )

    def __str__(self):
        return f"{self.name}：{self.text}"

    @property
    def count(self) -> counting.Count:
        """The figure as a plain count."""
        grows = self.kind == self.Kind.GROWTH
        return counting.Count(self.value, self.unit, self.precision, self.high, self.noun, grows, self.as_of)

    @property
    def grain(self):
        return self.count.grain

    @property
    def text(self) -> str:
        """The figure as it stands in a sentence."""
        return self.wording or counting.write(self.count)

    def clean(self):
        super().clean()
        if self.wording:
            self._take_from_wording()
        if self.value is None:
            raise ValidationError({"value": "请填写数值，或在“写法”中写明，例如“300余名”。"})
        self.kind = self.kind or counting.kind_of(self.unit)
        usual = self.Precision.EXACT if self.high is None else self.Precision.RANGE
        self.precision = self.precision or usual
        if self.indicator and counting.sort_of(self.unit) != counting.sort_of(self.indicator.unit):
            words = f"“{self.indicator}”按“{self.indicator.unit}”相加，不能计入按“{self.unit}”计的数据。"
            raise ValidationError({"indicator": words})

    def validate_constraints(self, exclude=None):
        exclude = set(exclude or ())
        if exclude & {"wording", "value"}:
            # What could not be read has been refused; what it would have filled in is not missed as well.
            exclude |= {*READ_FROM_WORDING}
        super().validate_constraints(exclude=exclude)

    def _take_from_wording(self):
        """Fill what was left empty from the wording, and refuse what contradicts it."""
        try:
            count = counting.read(self.wording)
        except counting.NumberUnknown as unknown:
            if self.value is None or not self.unit:
                raise ValidationError({"wording": str(unknown)}) from None
            self.precision = self.precision or self.Precision.ABOUT
            return
        except counting.Refused as refusal:
            raise ValidationError({"wording": str(refusal)}) from None
        self._refuse_what_does_not_fit(count)
        read = {name: getattr(count, name) for name in READ_FROM_WORDING}
        for name, value in read.items():
            if getattr(self, name) in (None, ""):
                setattr(self, name, value)
        if any(getattr(self, name) != read[name] for name in ("value", "high", "unit", "precision")):
            raise ValidationError(
                {"wording": f"写法“{self.wording}”与后面填的数值、单位或准确程度不一致，请改成一致。"}
            )

    def _refuse_what_does_not_fit(self, count):
        try:
            for value in filter(None, (count.value, count.high)):
                self._meta.get_field("value").run_validators(value)
        except ValidationError:
            raise ValidationError({"wording": "这个数太大，或者小数超过两位，请核对。"}) from None
        for name in ("noun", "unit", "as_of"):
            most = self._meta.get_field(name).max_length
            if len(getattr(count, name)) > most:
                raise ValidationError({"wording": f"量词后面的文字太长，最多{most}个字，请写短一些。"})
