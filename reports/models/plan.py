"""The plan of a report: its headings, and what each commits to."""

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q

import counting
from activities.models import Activity, Figure
from honors.models import Commendation
from organizations.models import Organization
from reports.models.records import of_one_record, record_key
from reports.models.report import Report
from reports.querysets import CommitmentQuerySet, EvidenceQuerySet
from toolkit.constraints import RulesBesideFields
from toolkit.texts.columns import LineField, ParagraphsField
from volunteers.models import Team

NOT_ADDED = "比例、增减和倍数不相加：数量留空，在“依据的数据”里选登记的那个数。"


class PlanItem(RulesBesideFields):
    """A heading of the plan."""

    report = models.ForeignKey(
        Report, verbose_name="工作总结", on_delete=models.CASCADE, related_name="plan_items"
    )
    heading = LineField("计划标题", max_length=80)
    text = ParagraphsField("说明", max_length=800, blank=True)
    position = models.PositiveSmallIntegerField("顺序", default=0)

    class Meta:
        verbose_name = "计划"
        verbose_name_plural = "计划"
        ordering = ("position", "pk")

    def __str__(self):
        return self.heading


class Commitment(RulesBesideFields):
    """One thing that a plan item commits to, followed up in the next report."""

    # A target in these is held against a rate on record; amounts of them are never added.
    RATE_UNITS = tuple(unit for kind in counting.NEVER_SUMMED for unit in counting.UNITS[kind])

    class Status(models.TextChoices):
        DONE = "done", "完成"
        UNDER_WAY = "under_way", "推进中"
        NOT_STARTED = "not_started", "未开展"
        ADJUSTED = "adjusted", "调整"

    plan_item = models.ForeignKey(
        PlanItem, verbose_name="计划", on_delete=models.CASCADE, related_name="commitments"
    )
    text = LineField("任务", max_length=200)
    owner = models.ForeignKey(
        Organization,
        verbose_name="责任组织",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="commitments",
    )
    due_on = models.DateField("完成期限", null=True, blank=True)
    target_value = models.DecimalField(
        "目标数", max_digits=12, decimal_places=2, null=True, blank=True, help_text="能量化的填写，例如 40。"
    )
    target_unit = LineField("目标单位", max_length=10, blank=True, help_text="例如“个”“期”。")
    said_status = models.CharField(
        "人工认定的进展",
        max_length=12,
        choices=Status,
        blank=True,
        help_text="空着时由系统按关联的记录判断；与系统判断不同时才填，并写明理由。",
    )
    said_reason = LineField("认定的理由", max_length=200, blank=True)
    said_on = models.DateField(
        "认定日期", null=True, blank=True, help_text="从这一天起，以后的总结不再写已经了结的任务。"
    )
    position = models.PositiveSmallIntegerField("顺序", default=0)

    objects = CommitmentQuerySet.as_manager()

    class Meta:
        verbose_name = "任务"
        verbose_name_plural = "任务"
        ordering = ("position", "pk")
        constraints = (
            models.CheckConstraint(
                condition=Q(target_value__isnull=True, target_unit="")
                | (Q(target_value__isnull=False) & ~Q(target_unit="")),
                name="reports_commitment_target_whole",
                violation_error_code="target_unit",
                violation_error_message="目标数和目标单位要么都填，要么都不填。",
            ),
            models.CheckConstraint(
                condition=Q(target_value__isnull=True) | Q(target_value__gt=0),
                name="reports_commitment_target_above_zero",
                violation_error_code="target_value",
                violation_error_message="目标数必须大于零。",
            ),
            models.CheckConstraint(
                condition=Q(said_status="", said_reason="") | (~Q(said_status="") & ~Q(said_reason="")),
                name="reports_commitment_said_with_reason",
                violation_error_code="said_reason",
                violation_error_message="人工认定进展时必须写明理由；没有认定时不要填理由。",
            ),
            models.CheckConstraint(
                condition=Q(said_status="") | Q(said_on__isnull=False),
                name="reports_commitment_said_on_a_day",
                violation_error_code="said_on",
                violation_error_message="人工认定进展时要有认定日期。",
            ),
        )

    def __str__(self):
        return self.text

    @property
    def is_for_a_rate(self) -> bool:
        return self.target_unit in self.RATE_UNITS


class Evidence(RulesBesideFields):
    """A record that shows how far a commitment has come, and how much of its target it makes up."""

    commitment = models.ForeignKey(
        Commitment, verbose_name="任务", on_delete=models.CASCADE, related_name="evidence"
    )
    activity = record_key(Activity, "活动", "evidence")
    team = record_key(Team, "队伍或阵地", "evidence")
    commendation = record_key(Commendation, "年度表彰", "evidence")
    amount = models.DecimalField(
        "计入目标的数量",
        max_digits=12,
        decimal_places=2,
        null=True,
        blank=True,
        help_text="这条记录完成了目标中的多少，例如培训 1 期填 1；没有量化目标时留空。",
    )
    figure = models.ForeignKey(
        Figure,
        verbose_name="依据的数据",
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="evidence",
        help_text="目标是比例、增减或倍数的，选活动里登记的那个数；活动里只有一个，可以不选。",
    )

    objects = EvidenceQuerySet.as_manager()

    class Meta:
        verbose_name = "落实依据"
        verbose_name_plural = "落实依据"
        ordering = ("pk",)
        constraints = (
            of_one_record(
                "activity",
                "team",
                "commendation",
                name="reports_evidence_of_one_record",
                message="活动、队伍和表彰选且只选一个。",
            ),
            models.UniqueConstraint(
                fields=("commitment", "activity", "team", "commendation"),
                nulls_distinct=False,
                name="reports_evidence_once",
                violation_error_code="activity",
                violation_error_message="这条记录已经是本任务的依据。",
            ),
            models.CheckConstraint(
                condition=Q(amount__isnull=True) | Q(amount__gt=0),
                name="reports_evidence_amount_above_zero",
                violation_error_code="amount",
                violation_error_message="计入目标的数量必须大于零。",
            ),
            models.CheckConstraint(
                condition=Q(figure__isnull=True) | Q(activity__isnull=False),
                name="reports_evidence_figure_of_activity",
                violation_error_code="figure",
                violation_error_message="数据登记在活动里，请同时选活动。",
            ),
            models.CheckConstraint(
                condition=Q(figure__isnull=True) | Q(amount__isnull=True),
                name="reports_evidence_figure_or_amount",
                violation_error_code="amount",
                violation_error_message=NOT_ADDED,
            ),
        )

    def __str__(self):
        return str(self.record)

    def clean(self):
        super().clean()
        if self.amount is not None and self.commitment.target_value is None:
            raise ValidationError({"amount": "这项任务没有量化目标，请先填写目标数和单位，或把这里留空。"})
        if self.commitment.is_for_a_rate:
            self._clean_rate()
        elif self.figure:
            raise ValidationError({"figure": "目标是比例、增减或倍数的才选；其他目标填计入的数量。"})

    def _clean_rate(self):
        """The rate of its record that is held against the target: the only one, where staff chose none."""
        unit = self.commitment.target_unit
        if self.amount is not None:
            raise ValidationError({"amount": NOT_ADDED})
        rates = list(self.activity.figures.filter(unit=unit)) if self.activity else []
        if self.figure and self.figure not in rates:
            raise ValidationError({"figure": f"请选这个活动里按“{unit}”计的数据。"})
        if not self.figure and len(rates) > 1:
            named = "".join(f"“{one}”" for one in rates)
            raise ValidationError({"figure": f"活动里按“{unit}”计的有{named}，请选一个。"})
        self.figure = self.figure or next(iter(rates), None)

    @property
    def record(self):
        return self.activity or self.team or self.commendation
