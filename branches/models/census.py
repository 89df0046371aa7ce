"""The census: a round opened by the district with its questions, and what each organization answers."""

from django.conf import settings
from django.core.validators import RegexValidator
from django.db import models
from django.db.models import F, Q
from django.utils.timezone import localdate

import counting
from activities.models import Indicator
from activities.models.indicator import NEVER_ADDED
from branches.models.while_open import AnsweredWhileOpen
from branches.querysets import CensusReturnQuerySet, CensusRoundQuerySet
from organizations.models import Organization
from toolkit.constraints import RulesBesideFields
from toolkit.dates.timing import range_text
from toolkit.publishing import Stamped
from toolkit.texts.columns import LineField, NameField, ParagraphsField


class CensusRound(Stamped):
    """A period about which the organizations are asked, and the days on which they may answer."""

    name = LineField("名称", max_length=60, help_text="例如“2020年上半年团情普查”。")
    starts_on = models.DateField("统计时段从")
    ends_on = models.DateField("统计时段到", help_text="团员数等存量，按这一天的数填。")
    opens_on = models.DateField("开始填报")
    closes_on = models.DateField("截止日期", help_text="过了这一天不能再填；要补报，把日期改晚。")
    note = ParagraphsField("填报说明", max_length=1000, blank=True, help_text="显示在填报页的上方。")

    objects = CensusRoundQuerySet.as_manager()

    class Meta:
        verbose_name = "团情普查"
        verbose_name_plural = "团情普查"
        ordering = ("-ends_on", "-pk")
        constraints = (
            models.UniqueConstraint(
                fields=("name",),
                name="branches_censusround_named_once",
                violation_error_code="name",
                violation_error_message="已经有同名的普查。",
            ),
            models.CheckConstraint(
                condition=Q(ends_on__gte=F("starts_on")),
                name="branches_censusround_period_in_order",
                violation_error_code="ends_on",
                violation_error_message="统计时段的结束不能早于开始。",
            ),
            models.CheckConstraint(
                condition=Q(closes_on__gte=F("opens_on")),
                name="branches_censusround_days_in_order",
                violation_error_code="closes_on",
                violation_error_message="截止日期不能早于开始填报的日期。",
            ),
        )

    def __str__(self):
        return self.name

    @property
    def period_text(self) -> str:
        return range_text(self.starts_on, self.ends_on)

    @property
    def is_open(self) -> bool:
        return self.opens_on <= localdate() <= self.closes_on

    @property
    def is_closed(self) -> bool:
        return localdate() > self.closes_on


class CensusQuestion(RulesBesideFields):
    """One number that is asked for."""

    class Record(models.TextChoices):
        """What the records of the portal say to the same question."""

        ACTIVITIES = "activities", "已发布的活动场次"
        VOLUNTEERS = "volunteers", "登记的志愿者人数"

    round = models.ForeignKey(
        CensusRound, verbose_name="普查", on_delete=models.CASCADE, related_name="questions"
    )
    name = NameField(
        "问什么",
        max_length=30,
        validators=[RegexValidator(r"^[^{}]*$", "名称里不要用花括号。")],
        help_text="例如“团员数”。",
    )
    unit = LineField("单位", max_length=10, help_text="例如“名”“场”。")
    is_required = models.BooleanField("必填", default=True)
    is_added = models.BooleanField("各家相加", default=True)
    at_most = NameField(
        "不应多于", max_length=30, blank=True, help_text="另一个问题的名称，例如“团干部数”不应多于“团员数”。"
    )
    compared_with = models.CharField("与记录对照", max_length=12, choices=Record, blank=True)
    indicator = models.ForeignKey(
        Indicator,
        verbose_name="计入存量指标",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="census_questions",
        help_text="选了以后，截止时的合计就是这个指标的数，写入总结和“数说共青团”。",
    )
    position = models.PositiveSmallIntegerField("顺序", default=0)

    class Meta:
        verbose_name = "普查的问题"
        verbose_name_plural = "普查的问题"
        ordering = ("position", "pk")
        constraints = (
            models.UniqueConstraint(
                fields=("round", "name"),
                name="branches_censusquestion_asked_once",
                violation_error_code="name",
                violation_error_message="这个问题已经有了。",
            ),
            models.CheckConstraint(
                condition=~Q(unit__in=NEVER_ADDED),
                name="branches_censusquestion_has_unit",
                violation_error_code="unit",
                violation_error_message="请填写单位，例如“名”“场”；比例和增减不能在普查里填报。",
            ),
            models.CheckConstraint(
                condition=~Q(unit__regex=r"^([百千]?[万亿]|[百千](元|人|名|位))"),
                name="branches_censusquestion_unit_without_magnitude",
                violation_error_code="unit",
                violation_error_message="单位前面不要带“万”“千”等字，例如“万元”请写成“元”。",
            ),
            models.CheckConstraint(
                condition=~Q(at_most=F("name")),
                name="branches_censusquestion_at_most_another",
                violation_error_code="at_most",
                violation_error_message="请填写另一个问题的名称。",
            ),
            models.CheckConstraint(
                condition=Q(indicator__isnull=True) | Q(is_added=True),
                name="branches_censusquestion_told_is_added",
                violation_error_code="indicator",
                violation_error_message="各家相加的，才能计入指标。",
            ),
        )

    def __str__(self):
        return self.name

    @property
    def is_whole(self) -> bool:
        """Whether it counts people, of whom there are no halves."""
        return counting.kind_of(self.unit) in (counting.PEOPLE, counting.ATTENDANCES)


class CensusReturn(Stamped):
    """What one organization answers in a round; made empty when the round asks it."""

    class State(models.TextChoices):
        WAITING = "waiting", "未填"
        DRAFT = "draft", "草稿"
        SUBMITTED = "submitted", "已报"
        RETURNED = "returned", "已退回"

    round = models.ForeignKey(
        CensusRound, verbose_name="普查", on_delete=models.CASCADE, related_name="returns"
    )
    organization = models.ForeignKey(
        Organization, verbose_name="团组织", on_delete=models.PROTECT, related_name="census_returns"
    )
    state = models.CharField("状态", max_length=10, choices=State, default=State.WAITING)
    note = ParagraphsField("说明", max_length=300, blank=True, help_text="有要说明的情况写在这里。")
    submitted_at = models.DateTimeField("上报时间", null=True, blank=True, editable=False)
    submitted_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name="上报人",
        null=True,
        blank=True,
        editable=False,
        on_delete=models.PROTECT,
        related_name="+",
    )
    reason = ParagraphsField("退回的原因", max_length=300, blank=True)
    reminded_at = models.DateTimeField("最近催报", null=True, blank=True, editable=False)

    objects = CensusReturnQuerySet.as_manager()

    class Meta:
        verbose_name = "普查填报"
        verbose_name_plural = "普查填报"
        ordering = ("organization__name", "pk")
        constraints = (
            models.UniqueConstraint(
                fields=("round", "organization"),
                name="branches_censusreturn_once",
                violation_error_code="organization",
                violation_error_message="这家已经在这次普查里。",
            ),
            models.CheckConstraint(
                condition=~Q(state="submitted") | Q(submitted_at__isnull=False, submitted_by__isnull=False),
                name="branches_censusreturn_submitted_by_somebody",
                violation_error_code="state",
                violation_error_message="已报的要有上报人和时间。",
            ),
            models.CheckConstraint(
                condition=~Q(state="returned") | ~Q(reason=""),
                name="branches_censusreturn_returned_with_reason",
                violation_error_code="reason",
                violation_error_message="退回必须写明原因。",
            ),
        )

    def __str__(self):
        return f"{self.round}：{self.organization}"

    @property
    def is_missing(self) -> bool:
        return self.state != self.State.SUBMITTED


class CensusAnswer(RulesBesideFields):
    """One number of one organization; a question left empty has none."""

    census_return = models.ForeignKey(
        CensusReturn, verbose_name="填报", on_delete=models.CASCADE, related_name="answers"
    )
    question = models.ForeignKey(
        CensusQuestion, verbose_name="问题", on_delete=models.RESTRICT, related_name="answers"
    )
    value = models.DecimalField("数", max_digits=12, decimal_places=2)

    class Meta:
        verbose_name = "普查的答案"
        verbose_name_plural = "普查的答案"
        ordering = ("question__position", "pk")
        constraints = (
            models.UniqueConstraint(
                fields=("census_return", "question"),
                name="branches_censusanswer_once",
                violation_error_code="question",
                violation_error_message="这个问题已经答过。",
            ),
            models.CheckConstraint(
                condition=Q(value__gte=0),
                name="branches_censusanswer_not_negative",
                violation_error_code="value",
                violation_error_message="数不能小于0。",
            ),
            AnsweredWhileOpen(
                name="branches_censusanswer_while_open",
                violation_error_code="value",
                violation_error_message="这次普查不在填报期内，不能再填；确需补报的，请联系团区委。",
            ),
        )

    def __str__(self):
        return f"{self.question}：{counting.plain(self.value)}{self.question.unit}"
