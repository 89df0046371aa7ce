from datetime import timedelta
from functools import reduce
from operator import or_

from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import DateRangeField, RangeBoundary, RangeOperators
from django.db import models
from django.db.models import DateField, DurationField, ExpressionWrapper, F, Func, Q, Value
from django.db.models.functions import ExtractDay, Greatest
from django.db.models.lookups import Exact

from activities.models import Campaign, Tag, WorkArea
from reports.document import periods
from reports.document.periods import period_of
from reports.models import formalities
from reports.models.formalities import HasFormalities
from reports.querysets import ReportQuerySet
from toolkit.kept.addresses import address_of
from toolkit.publishing import Stamped
from toolkit.texts.columns import DocumentNumberField, LineField, ParagraphsField


class PeriodRange(Func):
    """The days of a report's period as one PostgreSQL range, both ends included."""

    function = "DATERANGE"
    output_field = DateRangeField()


def days_of_their_kind() -> Q:
    """The rule that a report of a month, quarter, half or year has just the days of one."""
    day_after = ExpressionWrapper(F("ends_on") + Value(timedelta(days=1), DurationField()), DateField())
    whole = Exact(ExtractDay(day_after), 1) & Q(starts_on__day=1, ends_on__year=F("starts_on__year"))
    free = Q(kind__in=(periods.TOPIC, periods.OTHER))
    # What ends before it starts is refused by another rule.
    return (
        free
        | Q(ends_on__lt=F("starts_on"))
        | (whole & reduce(or_, map(_months_of_kind, periods.PERIODS.values())))
    )


def _months_of_kind(period: type[periods.Period]) -> Q:
    first_months = range(1, 13, period.MONTHS)
    last_month = F("starts_on__month") + period.MONTHS - 1
    return Q(kind=period.KIND, starts_on__month__in=first_months, ends_on__month=last_month)


class ReportType(Stamped):
    """A kind of report: which parts the level above asks for, and how long it may be."""

    name = LineField("名称", max_length=40)
    requires_achievements = models.BooleanField("必须有工作成绩", default=True)
    requires_follow_up = models.BooleanField("必须有上期计划的落实", default=False)
    requires_problems = models.BooleanField("必须有存在问题", default=False)
    requires_plan = models.BooleanField("必须有下一步计划", default=True)
    most_characters = models.PositiveIntegerField(
        "字数上限", null=True, blank=True, help_text="例如 2000；不限时留空。"
    )

    class Meta:
        verbose_name = "总结类型"
        verbose_name_plural = "总结类型"
        ordering = ("name",)
        constraints = (
            models.UniqueConstraint(
                fields=("name",),
                name="reports_reporttype_named_once",
                violation_error_code="name",
                violation_error_message="已经有同名的总结类型。",
            ),
            models.CheckConstraint(
                condition=Q(most_characters__isnull=True) | Q(most_characters__gte=200),
                name="reports_reporttype_length_usable",
                violation_error_code="most_characters",
                violation_error_message="字数上限不能少于 200 字。",
            ),
        )

    def __str__(self):
        return self.name


class Report(HasFormalities, Stamped):
    """A period's summary: what staff decide about it; its text is composed from the records."""

    class State(models.TextChoices):
        DRAFT = "draft", "起草中"
        IN_REVIEW = "in_review", "已送审"
        RETURNED = "returned", "已退回"
        ISSUED = "issued", "已签发"

    class Kind(models.TextChoices):
        HALF_YEAR = periods.HALF_YEAR, "半年总结"
        YEAR = periods.YEAR, "年度总结"
        QUARTER = periods.QUARTER, "季度总结"
        MONTH = periods.MONTH, "月度总结"
        TOPIC = periods.TOPIC, "专题总结"
        OTHER = periods.OTHER, "其他时段的总结"

    class Levels(models.TextChoices):
        ARABIC = "arabic", "一、下面用 1."
        BRACKETED = "bracketed", "一、下面用（一），再下面用 1."

    class FollowUpForm(models.TextChoices):
        PROSE = "prose", "写成文字"
        TABLE = "table", "逐项列表"

    title = LineField("标题", max_length=120)
    slug = models.SlugField(
        "地址用名", max_length=30, help_text="网址中使用，例如 2020-h1 表示 2020 年上半年。"
    )
    kind = models.CharField("种类", max_length=10, choices=Kind, default=Kind.HALF_YEAR)
    campaigns = models.ManyToManyField(
        Campaign,
        verbose_name="只写这些品牌活动",
        blank=True,
        related_name="topic_reports",
        help_text="只用于专题总结；几项条件都选了的，要同时符合。",
    )
    areas = models.ManyToManyField(
        WorkArea, verbose_name="只写这些工作板块", blank=True, related_name="topic_reports"
    )
    tags = models.ManyToManyField(Tag, verbose_name="只写这些标签", blank=True, related_name="topic_reports")
    type = models.ForeignKey(
        ReportType,
        verbose_name="总结类型",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="reports",
        help_text="决定必须有哪些部分、最多多少字；没有要求时不选。",
    )
    starts_on = models.DateField("总结时段：开始")
    ends_on = models.DateField("总结时段：结束")
    as_of = models.DateField("统计截止日", help_text="只写到这一天；这一天以后的活动不写入。")
    opening = ParagraphsField(
        "开头语",
        max_length=2000,
        blank=True,
        help_text="写在各部分之前；{上级荣誉} 表示放上级荣誉的位置。",
    )
    levels = models.CharField("标题层次", max_length=10, choices=Levels, default=Levels.ARABIC)
    follow_up_form = models.CharField(
        "上期计划落实情况的写法",
        max_length=10,
        choices=FollowUpForm,
        default=FollowUpForm.PROSE,
        help_text="写成文字：每个标题一段话；逐项列表：每项任务一行，写明进展、目标和依据。",
    )
    red_head = LineField(
        "发文机关标志",
        max_length=60,
        blank=True,
        help_text="需要印成红头文件时填写，例如“共青团西湖区委文件”；不需要时留空。",
    )
    document_number = DocumentNumberField(
        "发文字号", max_length=40, blank=True, help_text="例如“西团〔2020〕5号”；没有时留空。"
    )
    signature = LineField("落款单位", max_length=60, blank=True)
    signed_on = models.DateField("落款日期", null=True, blank=True)
    state = models.CharField("办理状态", max_length=10, choices=State, default=State.DRAFT, editable=False)
    revision = models.PositiveIntegerField("编辑次数", default=0, editable=False)
    is_public = models.BooleanField(
        "公开草稿",
        default=False,
        help_text="签发之前就让公众看到草稿；页面上会标明“未签发”。",
    )

    objects = ReportQuerySet.as_manager()

    class Meta:
        verbose_name = "工作总结"
        verbose_name_plural = "工作总结"
        permissions = (
            ("review_report", "可以退回工作总结"),
            ("issue_report", "可以签发和更正工作总结"),
            ("waive_finding", "可以对必须先改的问题予以放行"),
        )
        ordering = ("-starts_on",)
        constraints = (
            models.UniqueConstraint(
                fields=("slug",),
                name="reports_report_address_once",
                violation_error_code="slug",
                violation_error_message="这个地址用名已被另一份总结使用。",
            ),
            models.CheckConstraint(
                condition=~Q(slug="compare"),
                name="reports_report_address_free",
                violation_error_code="slug",
                violation_error_message="这个地址用名已留给“两期对照”页面，请换一个。",
            ),
            models.CheckConstraint(
                condition=Q(ends_on__gte=F("starts_on")),
                name="reports_report_period_in_order",
                violation_error_code="ends_on",
                violation_error_message="时段的结束日期不能早于开始日期。",
            ),
            models.CheckConstraint(
                condition=Q(as_of__gte=F("starts_on"), as_of__lte=F("ends_on")),
                name="reports_report_as_of_in_period",
                violation_error_code="as_of",
                violation_error_message="统计截止日应在总结时段之内。",
            ),
            models.CheckConstraint(
                condition=Q(signed_on__isnull=True) | Q(signed_on__gte=F("as_of")),
                name="reports_report_signed_after_as_of",
                violation_error_code="signed_on",
                violation_error_message="落款日期不能早于统计截止日。",
            ),
            models.CheckConstraint(
                condition=days_of_their_kind(),
                name="reports_report_days_of_its_kind",
                violation_error_code="ends_on",
                violation_error_message="时段与总结的种类不符：月度、季度、半年和年度总结要从头一天写到末一天；"
                "要写别的时段，种类请选“其他时段的总结”。",
            ),
            ExclusionConstraint(
                name="reports_report_periods_apart",
                expressions=[
                    ("kind", RangeOperators.EQUAL),
                    (
                        PeriodRange(
                            "starts_on",
                            # PostgreSQL makes no range that ends before it starts; another rule refuses that.
                            Greatest("starts_on", "ends_on"),
                            RangeBoundary(inclusive_lower=True, inclusive_upper=True),
                        ),
                        RangeOperators.OVERLAPS,
                    ),
                ],
                condition=~Q(kind=periods.TOPIC),  # two topics may share their days
                violation_error_code="starts_on",
                violation_error_message="这个时段与已有的一份同类总结重叠；要改正已签发的总结，请在原总结上更正。",
            ),
            *formalities.RULES,
        )

    def __str__(self):
        return self.title

    def get_absolute_url(self):
        return address_of("reports:detail", self.slug)

    @property
    def period_name(self) -> str:
        """2020年上半年; the title of a topic, and of a report of other days."""
        return str(self.period or self.title)

    @property
    def period(self) -> periods.Period | None:
        return period_of(self.kind, self.starts_on, self.ends_on)

    @property
    def is_issued(self) -> bool:
        return self.state == self.State.ISSUED

    @property
    def is_open(self) -> bool:
        """Whether staff may change its contents now."""
        return self.state in (self.State.DRAFT, self.State.RETURNED)
