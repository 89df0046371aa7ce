"""Documents that were read, and what each proposes until a person has decided."""

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from activities.models import Activity, WorkArea
from honors.models import Commendation, HonorReceived
from reports.models import PlanItem
from toolkit.constraints import RulesBesideFields
from toolkit.kept.addresses import address_of
from toolkit.publishing import Stamped
from toolkit.texts.columns import LineField, NumberField, ParagraphsField


class Document(Stamped):
    """An earlier summary, a notice or a list: its clean text, into which every span points."""

    class Status(models.TextChoices):
        SUMMARY = "summary", "工作总结"
        COMMENDATION = "commendation", "表彰文件"
        PUBLICITY = "publicity", "公示"

    name = LineField("名称", max_length=120)
    sha256 = NumberField("文字的校验值", max_length=64, editable=False)
    text = ParagraphsField("文字", editable=False)
    status = models.CharField("是什么文件", max_length=15, choices=Status, editable=False)
    reading = models.JSONField("读出的其余内容", editable=False)  # as intake.taking_in writes it

    class Meta:
        verbose_name = "读入的文件"
        verbose_name_plural = "读入的文件"
        ordering = ("-created_at", "-pk")
        constraints = (
            models.UniqueConstraint(
                fields=("sha256",),
                name="intake_document_once",
                violation_error_code="name",
                violation_error_message="这份文件已经读过。",
            ),
            models.CheckConstraint(
                condition=~Q(text=""),
                name="intake_document_has_text",
                violation_error_code="text",
                violation_error_message="文件里没有文字。",
            ),
        )

    def __str__(self):
        return self.name

    @property
    def review_address(self) -> str:
        return address_of("admin:intake_document_change", self.pk)


class Proposal(RulesBesideFields):
    """A record that a document may become, with its place in the text."""

    class Kind(models.TextChoices):
        ACTIVITY = "activity", "活动"
        COMMENDATION = "commendation", "表彰"
        HONOR = "honor", "上级荣誉"
        PLAN_ITEM = "plan", "计划"

    class State(models.TextChoices):
        OPEN = "open", "待定"
        ACCEPTED = "accepted", "已采用"
        DROPPED = "dropped", "不采用"

    document = models.ForeignKey(
        Document, verbose_name="文件", on_delete=models.CASCADE, related_name="proposals"
    )
    kind = models.CharField("种类", max_length=15, choices=Kind)
    starts_at = models.PositiveIntegerField("起")
    ends_at = models.PositiveIntegerField("止")
    section = models.PositiveIntegerField("所在部分", null=True, blank=True)
    area = models.ForeignKey(
        WorkArea,
        verbose_name="工作板块",
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="proposals",
    )
    values = models.JSONField("读出的各项")
    state = models.CharField("状态", max_length=10, choices=State, default=State.OPEN)
    decided_at = models.DateTimeField("决定时间", null=True, blank=True)
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name="决定人",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
    )
    activity = models.ForeignKey(
        Activity, null=True, blank=True, on_delete=models.SET_NULL, related_name="proposals"
    )
    commendation = models.ForeignKey(
        Commendation, null=True, blank=True, on_delete=models.SET_NULL, related_name="proposals"
    )
    honor = models.ForeignKey(
        HonorReceived, null=True, blank=True, on_delete=models.SET_NULL, related_name="proposals"
    )
    plan_item = models.ForeignKey(
        PlanItem, null=True, blank=True, on_delete=models.SET_NULL, related_name="proposals"
    )

    class Meta:
        verbose_name = "读出的内容"
        verbose_name_plural = "读出的内容"
        ordering = ("starts_at", "ends_at", "pk")
        indexes = (models.Index(fields=("document", "starts_at"), name="intake_proposal_in_order"),)
        constraints = (
            models.CheckConstraint(
                condition=Q(ends_at__gt=F("starts_at")),
                name="intake_proposal_span_in_order",
                violation_error_code="ends_at",
                violation_error_message="原文的位置不对：止要大于起。",
            ),
            models.CheckConstraint(
                condition=Q(state="open", decided_at__isnull=True, decided_by__isnull=True)
                | (~Q(state="open") & Q(decided_at__isnull=False, decided_by__isnull=False)),
                name="intake_proposal_decided_by_somebody",
                violation_error_code="state",
                violation_error_message="待定的没有决定人和时间，其余的都要有。",
            ),
            models.CheckConstraint(
                condition=Q(state="accepted")
                | Q(
                    activity__isnull=True,
                    commendation__isnull=True,
                    honor__isnull=True,
                    plan_item__isnull=True,
                ),
                name="intake_proposal_record_once_accepted",
                violation_error_code="state",
                violation_error_message="采用以后才有记录。",
            ),
        )

    def __str__(self):
        return self.title

    @property
    def title(self) -> str:
        return self.values.get("title") or self.values.get("heading") or "（没有标题）"

    @property
    def words(self) -> str:
        """Its piece of the text; reads ``document``."""
        return self.document.text[self.starts_at : self.ends_at]

    @property
    def may_be_undone(self) -> bool:
        """Whether nothing has become of it, or only a draft that nobody has changed since."""
        record = self.activity or self.commendation or self.honor
        if record is None:
            return self.state != self.State.OPEN and self.plan_item is None
        return record.state == record.State.DRAFT and record.updated_at <= self.decided_at

    @property
    def record(self):
        """What it became; None before, and after that was deleted."""
        return self.activity or self.commendation or self.honor or self.plan_item
