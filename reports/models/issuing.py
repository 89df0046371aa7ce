"""The way of a report from draft to issue, and what was issued."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone

from reports.models.report import Report
from reports.querysets import ReportVersionQuerySet
from toolkit.texts.columns import LineField


class ReportVersion(models.Model):
    """One issued version of a report, frozen: no row of it is ever changed."""

    report = models.ForeignKey(
        Report, verbose_name="工作总结", on_delete=models.PROTECT, related_name="versions"
    )
    number = models.PositiveSmallIntegerField("版次")
    snapshot = models.JSONField("冻结的文档")
    # Of the snapshot itself, so that neither can be changed without the other.
    is_secret = models.GeneratedField(
        verbose_name="标有密级",
        expression=Q(snapshot__formalities__secrecy__isnull=False),
        output_field=models.BooleanField(),
        db_persist=True,
    )
    format = models.PositiveSmallIntegerField("格式版本")
    sha256 = models.CharField("内容校验码", max_length=64)
    reason = LineField("更正原因", max_length=300, blank=True)
    issued_at = models.DateTimeField("签发时间")
    issued_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name="签发人",
        on_delete=models.PROTECT,
        related_name="issued_versions",
    )

    objects = ReportVersionQuerySet.as_manager()

    class Meta:
        verbose_name = "签发的版本"
        verbose_name_plural = "签发的版本"
        ordering = ("report", "-number")
        constraints = (
            models.UniqueConstraint(fields=("report", "number"), name="reports_reportversion_number_once"),
            models.CheckConstraint(
                condition=Q(number=1) | ~Q(reason=""),
                name="reports_reportversion_correction_has_reason",
                violation_error_code="reason",
                violation_error_message="更正已签发的总结必须写明原因。",
            ),
            models.CheckConstraint(
                condition=Q(sha256__regex=r"^[0-9a-f]{64}$"),
                name="reports_reportversion_has_hash",
            ),
        )

    def __str__(self):
        return f"{self.report} 第{self.number}版"


class ReportStep(models.Model):
    """Who took a report which step further, when, and why: the trail from draft to issue."""

    class Action(models.TextChoices):
        SENT = "sent", "送审"
        RETURNED = "returned", "退回"
        ISSUED = "issued", "签发"
        REOPENED = "reopened", "发起更正"

    report = models.ForeignKey(
        Report, verbose_name="工作总结", on_delete=models.CASCADE, related_name="steps"
    )
    action = models.CharField("步骤", max_length=10, choices=Action)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, verbose_name="经办人", on_delete=models.PROTECT, related_name="report_steps"
    )
    at = models.DateTimeField("时间")
    reason = LineField("原因", max_length=300, blank=True)

    class Meta:
        verbose_name = "办理过程"
        verbose_name_plural = "办理过程"
        ordering = ("at", "pk")
        constraints = (
            models.CheckConstraint(
                condition=~Q(action__in=("returned", "reopened")) | ~Q(reason=""),
                name="reports_reportstep_has_reason",
                violation_error_code="reason",
                violation_error_message="退回和更正都必须写明原因。",
            ),
        )

    def __str__(self):
        return f"{self.get_action_display()} {timezone.localtime(self.at):%Y-%m-%d %H:%M}"
