from django.conf import settings
from django.db import models
from django.db.models import Q

from activities.models import Activity
from toolkit.constraints import SumAtMost
from toolkit.dates.timing import FIRST_DAY
from toolkit.dates.today import Today
from toolkit.publishing import Stamped
from toolkit.texts.columns import LineField
from volunteers.models.people import Volunteer
from volunteers.models.teams import Team
from volunteers.querysets import ServiceRecordQuerySet


class ServiceRecord(Stamped):
    """Who served where, when, and for how many hours; travel time does not count."""

    class Ledger(models.TextChoices):
        SIGNED = "signed", "签到签退"
        BY_HAND = "by_hand", "人工补记"

    volunteer = models.ForeignKey(
        Volunteer, verbose_name="志愿者", on_delete=models.PROTECT, related_name="service_records"
    )
    activity = models.ForeignKey(
        Activity,
        verbose_name="活动",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="service_records",
    )
    team = models.ForeignKey(
        Team,
        verbose_name="队伍或服务站",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="service_records",
    )
    served_on = models.DateField("服务日期", db_index=True)
    hours = models.DecimalField("时长（小时）", max_digits=4, decimal_places=1, help_text="不含路途时间。")
    content = LineField("服务内容", max_length=200, blank=True)
    ledger = models.CharField("记录方式", max_length=10, choices=Ledger, default=Ledger.BY_HAND)
    evidence = LineField(
        "依据", max_length=200, blank=True, help_text="人工补记必须写明依据，例如签到表照片、活动负责人证明。"
    )
    recorded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name="经办人",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="recorded_services",
    )

    confirmed_at = models.DateTimeField("确认时间", null=True, blank=True, editable=False)
    confirmed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name="确认人",
        null=True,
        blank=True,
        editable=False,
        on_delete=models.PROTECT,
        related_name="+",
    )
    # What was on record before the rules on days and doubles, and breaks one of them.
    predates_rules = models.BooleanField("早于现行规则", default=False, editable=False)

    objects = ServiceRecordQuerySet.as_manager()

    class Meta:
        verbose_name = "服务记录"
        verbose_name_plural = "服务记录"
        ordering = ("-served_on", "-pk")
        permissions = (("confirm_servicerecord", "确认服务时长"),)
        constraints = (
            models.UniqueConstraint(
                fields=("volunteer", "activity", "served_on"),
                condition=Q(activity__isnull=False, predates_rules=False),
                name="volunteers_servicerecord_once_a_day",
                violation_error_code="served_on",
                violation_error_message="这名志愿者这一天在这项活动中已有一条记录；一天服务几次的，请合并成一条，"
                "写总时长。",
            ),
            models.UniqueConstraint(
                fields=("volunteer", "team", "served_on", "content"),
                condition=Q(activity__isnull=True, predates_rules=False),
                nulls_distinct=False,
                name="volunteers_servicerecord_once_a_day_elsewhere",
                violation_error_code="served_on",
                violation_error_message="这名志愿者这一天已有一条同样的记录；一天服务几次的，请合并成一条，或者写明"
                "各自的服务内容。",
            ),
            models.CheckConstraint(
                condition=Q(predates_rules=True) | Q(served_on__gte=FIRST_DAY, served_on__lte=Today()),
                name="volunteers_servicerecord_day_has_come",
                violation_error_code="served_on",
                violation_error_message="服务日期不能晚于今天，也不能早于1949年。",
            ),
            SumAtMost(
                fields=("volunteer", "served_on"),
                summed="hours",
                most=24,
                unless="predates_rules",
                name="volunteers_servicerecord_sum_of_a_day",
                violation_error_code="hours",
                violation_error_message="这名志愿者这一天各处的时长加起来超过了24小时，请核对。",
            ),
            models.CheckConstraint(
                condition=Q(confirmed_by__isnull=True) | Q(confirmed_at__isnull=False),
                name="volunteers_servicerecord_confirmed_at_a_time",
                violation_error_code="confirmed_at",
                violation_error_message="有确认人的，要有确认时间。",
            ),
            models.CheckConstraint(
                condition=Q(hours__gt=0, hours__lte=24),
                name="volunteers_servicerecord_hours_of_a_day",
                violation_error_code="hours",
                violation_error_message="一天的服务时长要大于 0，不超过 24 小时。",
            ),
            models.CheckConstraint(
                condition=Q(ledger="signed") | ~Q(evidence=""),
                name="volunteers_servicerecord_has_evidence",
                violation_error_code="evidence",
                violation_error_message="人工补记的时长必须写明依据。",
            ),
        )

    def __str__(self):
        return f"{self.volunteer} {self.served_on:%Y-%m-%d}"

    @property
    def is_confirmed(self) -> bool:
        """Whether the public is told of it, where it is of nothing that is not public."""
        return self.confirmed_at is not None
