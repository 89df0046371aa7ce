from django.contrib.postgres.indexes import GinIndex
from django.core.exceptions import ValidationError
from django.core.validators import RegexValidator
from django.db import models

import counting
from activities.models.activity import Activity
from activities.models.figure_rules import RULES
from activities.models.indicator import Counts, Indicator
from activities.models.rate_rules import refusal_of
from toolkit.constraints import RulesBesideFields
from toolkit.texts.columns import LineField, NameField
from toolkit.texts.pairs import Pairs

UNREAD_DAY = "看不出是哪一天，请写成“5月底”“2020年5月31日”或“目前”。"
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
        "数字写法",
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
        "截至",
        max_length=20,
        blank=True,
        help_text="某一天的存量写明截至何时，例如“5月底”“2020年5月31日”；存量不相加，只取最近的。",
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
    part_of = models.ForeignKey(
        "self",
        verbose_name="属于（其中）",
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="parts",
        help_text="是本活动另一个数据的一部分时，填那个数据的名称；例如市级筹集3万元属于“助学金”8万元。不再计入合计。",
    )
    parts_are_all = models.BooleanField(
        "各部分就是全部", default=False, help_text="写明的各部分加起来应当正好是这个数时勾选，草稿会核对。"
    )
    numerator = models.ForeignKey(
        "self",
        verbose_name="分子",
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="rates_above",
        help_text="比例由本活动的哪个数据算出，填它的名称，草稿会核对；增减和倍数填本期数。",
    )
    denominator = models.ForeignKey(
        "self",
        verbose_name="分母",
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="rates_below",
        help_text="分母或上期数在别的活动里时，在这里查找。",
    )
    starts_on = models.DateField("数据从", null=True, blank=True)
    ends_on = models.DateField(
        "数据到",
        null=True,
        blank=True,
        help_text="常态化或跨期的活动，写明这个数是哪天、到哪天的，就计入那天所在的时段；不填，按活动结束那天计。",
    )
    note = LineField("备注", max_length=200, blank=True)
    position = models.PositiveSmallIntegerField("顺序", default=0)

    class Meta:
        verbose_name = "活动数据"
        verbose_name_plural = "活动数据"
        ordering = ("position", "pk")
        indexes = (
            GinIndex(Pairs("name", "wording"), name="activities_figure_pairs", gin_pending_list_limit=512),
        )
        constraints = RULES

    def __str__(self):
        return f"{self.name}：{self.text}"

    @property
    def count(self) -> counting.Count:
        """The figure as a plain count."""
        grows = self.kind == self.Kind.GROWTH
        return counting.Count(self.value, self.unit, self.precision, self.high, self.noun, grows, self.as_of)

    @property
    def stands_on(self):
        """The day of a stock; of one without a day that can be read, when it was told."""
        told_on = self.ends_on or self.activity.ends_on
        return (counting.day_of(self.as_of, told_on) or told_on) if self.as_of else None

    @property
    def counted_on(self):
        """The day whose period it counts in, and in no other: the end of its own days, or of its activity.

        A stock has a day of its own, if that lies within its activity.
        """
        if self.ends_on or not self.as_of:
            return self.ends_on or self.activity.ends_on
        day = self.stands_on
        return day if self.activity.starts_on <= day <= self.activity.ends_on else self.activity.ends_on

    @property
    def level(self) -> counting.Count:
        """A stock as a total tells it, with its day as that is read elsewhere."""
        day = counting.day_in_words(self.as_of, self.stands_on, self.counted_on)
        return counting.Count(self.value, self.unit, self.precision, self.high, as_of=day)

    @property
    def grain(self):
        return self.count.grain

    @property
    def text(self) -> str:
        """The figure as it stands in a sentence."""
        return self.wording or counting.write(self.count)

    @property
    def remark(self) -> str:
        """Why a total doesn't add it up, beside it on the page of its activity."""
        if self.part_of_id:
            return f"“{self.part_of.name}”的一部分"
        if self.repeats_id:
            return "疑似重复，合计只算一次"
        return "单价" if self.part == self.Part.UNIT_PRICE else ""

    def clean(self):
        super().clean()
        self._clean_days()
        if self.wording:
            self._take_from_wording()
        if self.value is None:
            raise ValidationError({"value": "请填写数值，或在“数字写法”中写明，例如“300余名”。"})
        self.kind = self.kind or counting.kind_of(self.unit)
        if self.part == self.Part.TOTAL and self.kind not in counting.NEVER_SUMMED and self._is_apart():
            words = "这像是平均数或与以往相比的增减，不能相加，请选“不计入合计”；是单价的，选“单价”。"
            raise ValidationError({"part": words})
        usual = self.Precision.EXACT if self.high is None else self.Precision.RANGE
        self.precision = self.precision or usual
        told_on = self.ends_on or self.activity.ends_on
        if self.as_of and told_on and not counting.day_of(self.as_of, told_on):
            raise ValidationError({"as_of": UNREAD_DAY})
        if refusal := refusal_of(self, self.numerator, self.denominator):
            field, words = refusal
            raise ValidationError({field: words})
        if self.indicator and (words := self._unlike_its_total()):
            raise ValidationError({"indicator": words})

    def _unlike_its_total(self) -> str:
        """Why the total that staff chose can't hold it; empty where it can."""
        total = self.indicator
        if counting.sort_of(self.unit) != counting.sort_of(total.unit):
            return f"“{total}”按“{total.unit}”相加，不能计入按“{self.unit}”计的数据。"
        if self.as_of and not total.is_stock:
            return f"“{total}”是相加的指标，截至{self.as_of}的存量不能计入；请选存量指标。"
        if total.is_stock and not self.as_of:
            return f"“{total}”是存量指标，请写明这个数截至哪天，例如“截至5月底，团支部569个”。"
        return ""

    def _is_apart(self) -> bool:
        """人均时长 and 每人50元, unless staff have chosen the total that it enters."""
        is_added = not (self.as_of or self.part_of_id or self.indicator_id)
        return is_added and any(map(counting.is_apart, (self.name, self.wording)))

    def _clean_days(self):
        """One day is both ends; no day lies outside the activity, whose report would not tell of it."""
        first, last = self.activity.starts_on, self.activity.ends_on
        for name in ("starts_on", "ends_on"):
            day = getattr(self, name)
            if day and first and last and not first <= day <= last:
                raise ValidationError({name: "数据的时间要在活动的起止日期之内。"})
        self.starts_on, self.ends_on = self.starts_on or self.ends_on, self.ends_on or self.starts_on

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
                {"wording": f"数字写法“{self.wording}”与后面填的数值、单位或准确程度不一致，请改成一致。"}
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
