"""An activity as a branch reports it, until the district makes it a record of its own."""

from django.conf import settings
from django.core.validators import RegexValidator
from django.db import models
from django.db.models import Q

from activities.models import Activity
from branches.querysets import BranchReportQuerySet
from organizations.models import Organization
from toolkit.constraints import RulesBesideFields
from toolkit.dates.timing import Dated
from toolkit.pictures.fields import PictureField
from toolkit.publishing import Stamped
from toolkit.texts.columns import LineField, ParagraphsField


class BranchReport(Stamped, Dated):
    """What a branch did, in its own words. The acts that change its state stand in ``branches.actions``."""

    class State(models.TextChoices):
        DRAFT = "draft", "草稿"
        REPORTED = "reported", "已报"
        ADOPTED = "adopted", "已采用"
        RETURNED = "returned", "已退回"

    IN_HAND = (State.DRAFT, State.RETURNED)  # of the branch, which may change it

    organization = models.ForeignKey(
        Organization, verbose_name="团组织", on_delete=models.PROTECT, related_name="branch_reports"
    )
    title = LineField("活动名称", max_length=120)
    place = LineField("地点", max_length=120, blank=True)
    summary = ParagraphsField(
        "经过",
        max_length=1500,
        blank=True,
        validators=[RegexValidator(r"^[^{}]*$", "请不要用花括号。")],
        help_text="一两句话：谁参加、做了什么。",
    )
    figures = ParagraphsField(
        "数据",
        max_length=1000,
        blank=True,
        help_text="一行写一个数，例如“参加 120余名”“发放口罩 1万个”。",
    )
    state = models.CharField("状态", max_length=10, choices=State, default=State.DRAFT)
    reported_at = models.DateTimeField("上报时间", null=True, blank=True)
    decided_at = models.DateTimeField("办理时间", null=True, blank=True)
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name="办理人",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
    )
    reason = ParagraphsField("退回的原因", max_length=300, blank=True)
    activity = models.ForeignKey(
        Activity,
        verbose_name="采用成的活动",
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="branch_reports",
    )
    is_merged = models.BooleanField("并入已有的活动", default=False)

    objects = BranchReportQuerySet.as_manager()

    class Meta:
        verbose_name = "支部来报"
        verbose_name_plural = "支部来报"
        ordering = ("-reported_at", "-pk")
        permissions = (("adopt_branchreport", "可以采用、退回支部来报"),)
        indexes = (
            models.Index(fields=("state", "-reported_at"), name="branches_report_waiting"),
            models.Index(fields=("organization", "-id"), name="branches_report_of_a_branch"),
        )
        constraints = (
            *Dated.Meta.constraints,
            models.CheckConstraint(
                condition=Q(state="draft") | Q(reported_at__isnull=False),
                name="branches_branchreport_reported_has_time",
                violation_error_code="state",
                violation_error_message="上报过的必须有上报时间。",
            ),
            models.CheckConstraint(
                condition=Q(state="draft") | ~Q(summary=""),
                name="branches_branchreport_reported_tells",
                violation_error_code="summary",
                violation_error_message="上报前请写一两句经过：谁参加、做了什么。",
            ),
            models.CheckConstraint(
                condition=~Q(state="returned") | ~Q(reason=""),
                name="branches_branchreport_returned_with_reason",
                violation_error_code="reason",
                violation_error_message="退回必须写明原因。",
            ),
            models.CheckConstraint(
                condition=~Q(state__in=("adopted", "returned"))
                | Q(decided_at__isnull=False, decided_by__isnull=False),
                name="branches_branchreport_decided_by_somebody",
                violation_error_code="state",
                violation_error_message="采用和退回都要有办理人和时间。",
            ),
            models.CheckConstraint(
                condition=Q(state="adopted") | Q(activity__isnull=True, is_merged=False),
                name="branches_branchreport_activity_once_adopted",
                violation_error_code="activity",
                violation_error_message="采用以后才有活动。",
            ),
            models.UniqueConstraint(
                fields=("activity",),
                condition=Q(is_merged=False),
                name="branches_branchreport_makes_one_activity",
                violation_error_code="activity",
                violation_error_message="这个活动是另一条来报采用成的，请选“合并到已有活动”。",
            ),
        )

    def __str__(self):
        return self.title

    @property
    def is_in_hand(self) -> bool:
        """Whether it lies with the branch."""
        return self.state in self.IN_HAND


class ReportedPhoto(RulesBesideFields):
    """A photo that came with a report."""

    report = models.ForeignKey(
        BranchReport, verbose_name="来报", on_delete=models.CASCADE, related_name="photos"
    )
    image = PictureField("照片", folder="reported", width_field="width", height_field="height")
    width = models.PositiveIntegerField("宽", editable=False, default=0)
    height = models.PositiveIntegerField("高", editable=False, default=0)
    position = models.PositiveSmallIntegerField("顺序", default=0)

    class Meta:
        verbose_name = "照片"
        verbose_name_plural = "照片"
        ordering = ("position", "pk")

    def __str__(self):
        return f"照片{self.pk}"
