from django.core.exceptions import ValidationError
from django.core.validators import RegexValidator
from django.db import models
from django.db.models import Q

import counting
from toolkit.publishing import Stamped
from toolkit.texts.columns import LineField, NameField

SEPARATOR = "、"
# Totals that are not made of figures: they count records, and pages bear their names and addresses.
OF_OTHERS = ("获上级表彰的集体", "获上级表彰的个人")  # of the district, beside the committee
TAKEN_NAMES = ("开展活动", "获得上级荣誉", "上级荣誉", "区内荣誉", *OF_OTHERS)
TAKEN_SLUGS = ("activities", "honors", "honored-collectives", "honored-people")
NEVER_ADDED = ("", *(unit for kind in counting.NEVER_SUMMED for unit in counting.UNITS[kind]))


class Counts(models.TextChoices):
    """What a figure counts."""

    PARTICIPANTS = "participants", "参加人员"
    VOLUNTEERS = "volunteers", "志愿者"
    BENEFICIARIES = "beneficiaries", "受益对象"
    TEAMS = "teams", "队伍"
    GOODS = "goods", "物资"
    OTHER = "other", "其他"


class Indicator(Stamped):
    """A total as the office defines it (指标): what enters it, and where it is told."""

    name = NameField(
        "名称",
        max_length=30,
        validators=[RegexValidator(r"^[^{}]*$", "名称里不要用花括号。")],
        help_text="例如“志愿者”“线上参与”；总结的开头语用花括号引用它。",
    )
    slug = models.SlugField("地址用名", max_length=40, help_text="网址中使用的英文或拼音，例如 online。")
    unit = LineField(
        "单位",
        max_length=10,
        help_text="按这个单位相加：人数填“人”（名、位也计入），还可以是“人次”“户次”“场”“户”“元”“小时”等。",
    )
    counts = models.CharField(
        "数的是什么",
        max_length=15,
        choices=Counts,
        blank=True,
        help_text="只计入数这一种的数据；不选就不论。",
    )
    words = LineField(
        "名称含有",
        max_length=200,
        blank=True,
        help_text="只计入数据名称或数的对象含有其中一个词的，例如“阅读、播放、线上”，用顿号分开；不填就不论。",
    )
    is_chosen_only = models.BooleanField(
        "只计入指明的数据", default=False, help_text="勾选后不自动计入，只算在数据里选了这个指标的。"
    )
    is_stock = models.BooleanField(
        "存量",
        default=False,
        help_text="数的是到某一天为止有多少，例如团支部数：只取截至日最近的一个数，不相加。",
    )
    takes_service = models.BooleanField(
        "计入志愿服务记录", default=False, help_text="登记的服务记录的时长计入这个指标，只能有一个。"
    )
    is_printed = models.BooleanField(
        "写入合计", default=True, help_text="总结的合计、开头语、品牌活动和“数说共青团”都有它。"
    )
    is_compared = models.BooleanField("写入两期对照", default=True)
    is_on_desk = models.BooleanField("工作台显示", default=True)
    position = models.PositiveSmallIntegerField("顺序", default=0, help_text="小的在前。")

    class Meta:
        verbose_name = "指标"
        verbose_name_plural = "指标"
        ordering = ("position", "pk")
        constraints = (
            models.UniqueConstraint(
                fields=("name",),
                name="activities_indicator_named_once",
                violation_error_code="name",
                violation_error_message="已经有同名的指标。",
            ),
            models.UniqueConstraint(
                fields=("slug",),
                name="activities_indicator_address_once",
                violation_error_code="slug",
                violation_error_message="这个地址用名已被另一个指标使用。",
            ),
            models.CheckConstraint(
                condition=~Q(name__in=TAKEN_NAMES),
                name="activities_indicator_own_name",
                violation_error_code="name",
                violation_error_message="活动和上级荣誉的数由系统按记录统计，请换一个名称。",
            ),
            models.CheckConstraint(
                condition=~Q(slug__in=TAKEN_SLUGS),
                name="activities_indicator_own_address",
                violation_error_code="slug",
                violation_error_message="这个地址用名系统已经用了，请换一个。",
            ),
            models.CheckConstraint(
                condition=~Q(unit__in=NEVER_ADDED),
                name="activities_indicator_unit_can_be_added",
                violation_error_code="unit",
                violation_error_message="请填写单位；比例、增减和倍数不能相加，不能作指标的单位。",
            ),
            models.CheckConstraint(
                condition=~Q(unit__regex=r"^([百千]?[万亿]|[百千](元|人|名|位))"),
                name="activities_indicator_unit_without_magnitude",
                violation_error_code="unit",
                violation_error_message="单位前面不要带“万”“千”等字，例如“万元”请写成“元”。",
            ),
            models.CheckConstraint(
                condition=Q(takes_service=False) | Q(unit__in=counting.UNITS["hours"]),
                name="activities_indicator_service_in_hours",
                violation_error_code="takes_service",
                violation_error_message="服务记录按小时登记，只有单位是“小时”的指标才能计入。",
            ),
            models.CheckConstraint(
                condition=Q(is_stock=False) | Q(takes_service=False),
                name="activities_indicator_service_is_added",
                violation_error_code="is_stock",
                violation_error_message="服务记录要相加，计入服务记录的指标不能是存量。",
            ),
            models.CheckConstraint(
                # Of what is never added, anything else would take the place of what is meant.
                condition=Q(is_stock=False) | Q(is_chosen_only=True) | ~Q(words=""),
                name="activities_indicator_stock_of_one_thing",
                violation_error_code="words",
                violation_error_message="存量只数一样东西：请写明“名称含有”哪个词，例如“团支部”，"
                "或者勾选“只计入指明的数据”。",
            ),
            models.UniqueConstraint(
                fields=("takes_service",),
                condition=Q(takes_service=True),
                name="activities_indicator_service_once",
                violation_error_code="takes_service",
                violation_error_message="已经有一个指标计入志愿服务记录，一条记录不能计入两处。",
            ),
        )

    def __str__(self):
        return self.name

    @property
    def kind(self) -> str:
        return counting.kind_of(self.unit)

    @property
    def told_words(self) -> list[str]:
        return [word.strip() for word in self.words.split(SEPARATOR) if word.strip()]

    def clean(self):
        super().clean()
        units = self.figures.order_by("unit").values_list("unit", flat=True).distinct() if self.pk else ()
        unlike = [unit for unit in units if counting.sort_of(unit) != counting.sort_of(self.unit)]
        if unlike:
            words = f"选了这个指标的数据里有按“{SEPARATOR.join(unlike)}”计的，不能与“{self.unit}”相加。"
            raise ValidationError({"unit": words})
        self._clean_stock()

    def _clean_stock(self):
        """The figures that chose it are all stocks, or none of them is."""
        chosen = self.figures.filter(Q(as_of="") if self.is_stock else ~Q(as_of="")) if self.pk else ()
        if number := len(chosen):
            which = "没有写明截至哪天，不能当作存量" if self.is_stock else "是截至某天的存量，不能相加"
            raise ValidationError({"is_stock": f"选了这个指标的数据里有{number}条{which}。"})
