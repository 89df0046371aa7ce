"""予以放行: what a check blocks, let pass by somebody with the right, for a reason that stays on record."""

from django.conf import settings
from django.db import models
from django.db.models import Q

from reports.models.issuing import ReportVersion
from reports.models.report import Report
from toolkit.texts.columns import LineField


class WaiverQuerySet(models.QuerySet):
    def standing(self):
        """Those that nobody took back; whether the text is still the one they were given for is not asked."""
        return self.filter(taken_back_at__isnull=True)


class Waiver(models.Model):
    """One finding of a report let pass, until it is taken back or the text changes; its row stays."""

    report = models.ForeignKey(
        Report, verbose_name="工作总结", on_delete=models.CASCADE, related_name="waivers"
    )
    code = models.CharField("检查项", max_length=40)
    place = LineField("位置", max_length=200)
    message = models.TextField("检查的意见")
    fingerprint = models.CharField("放行时文字的校验码", max_length=64)
    reason = LineField("放行的理由", max_length=300, help_text="写明为什么可以放行，会一直留在办理记录里。")
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name="放行人",
        on_delete=models.PROTECT,
        related_name="waivers_given",
    )
    at = models.DateTimeField("放行时间")
    taken_back_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name="撤回人",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="waivers_taken_back",
    )
    taken_back_at = models.DateTimeField("撤回时间", null=True, blank=True)
    versions = models.ManyToManyField(
        ReportVersion, verbose_name="用于签发的版本", blank=True, related_name="waivers"
    )

    objects = WaiverQuerySet.as_manager()

    class Meta:
        verbose_name = "放行"
        verbose_name_plural = "放行"
        ordering = ("at", "pk")
        constraints = (
            models.CheckConstraint(
                condition=~Q(reason=""),
                name="reports_waiver_has_reason",
                violation_error_code="reason",
                violation_error_message="请写明放行的理由。",
            ),
            models.UniqueConstraint(
                fields=("report", "fingerprint"),
                condition=Q(taken_back_at__isnull=True),
                name="reports_waiver_once",
                violation_error_code="reason",
                violation_error_message="这一处已经放行过，理由见检查意见旁边。",
            ),
            models.CheckConstraint(
                condition=Q(taken_back_at__isnull=True, taken_back_by__isnull=True)
                | Q(taken_back_at__isnull=False, taken_back_by__isnull=False),
                name="reports_waiver_taken_back_whole",
                violation_error_code="taken_back_by",
                violation_error_message="撤回人和撤回时间要么都有，要么都没有。",
            ),
            models.CheckConstraint(
                condition=Q(fingerprint__regex=r"^[0-9a-f]{64}$"),
                name="reports_waiver_has_fingerprint",
                violation_error_code="fingerprint",
                violation_error_message="放行要对着一处检查意见。",
            ),
        )

    def __str__(self):
        return f"{self.place}：{self.message}"
