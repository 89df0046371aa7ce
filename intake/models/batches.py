"""Many rows entered at once: what was pasted or uploaded, until somebody says yes, and what came of it."""

from django.conf import settings
from django.contrib.contenttypes.fields import GenericForeignKey
from django.contrib.contenttypes.models import ContentType
from django.db import models
from django.db.models import Q

from toolkit.kept.addresses import address_of
from toolkit.publishing import Stamped
from toolkit.texts.columns import LineField, ParagraphsField


class Batch(Stamped):
    """A pasted roster or a table of hours. Nothing of it is a record before somebody has said yes."""

    class Kind(models.TextChoices):
        ROSTER = "roster", "名单"
        HOURS = "hours", "服务时长"

    class State(models.TextChoices):
        OPEN = "open", "待确认"
        ENTERED = "entered", "已录入"
        UNDONE = "undone", "已撤销"

    kind = models.CharField("种类", max_length=10, choices=Kind)
    name = LineField("名称", max_length=200)
    # The title, honour, team or activity that it is for; of hours there may be none.
    content_type = models.ForeignKey(
        ContentType,
        verbose_name="所属种类",
        null=True,
        blank=True,
        on_delete=models.CASCADE,
        related_name="+",
    )
    object_id = models.PositiveBigIntegerField("所属编号", null=True, blank=True)
    target = GenericForeignKey()
    text = ParagraphsField("粘贴的文字", blank=True)
    rows = models.JSONField("读出的各行", default=list, blank=True)  # of a table, as intake.hours reads it
    state = models.CharField("状态", max_length=10, choices=State, default=State.OPEN, editable=False)
    made = models.JSONField("录入的记录", default=list, editable=False)  # intake.batches.made
    decided_at = models.DateTimeField("确认时间", null=True, blank=True, editable=False)
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name="确认人",
        null=True,
        blank=True,
        editable=False,
        on_delete=models.PROTECT,
        related_name="+",
    )

    class Meta:
        verbose_name = "批量录入"
        verbose_name_plural = "批量录入"
        ordering = ("-created_at", "-pk")
        indexes = (models.Index(fields=("content_type", "object_id"), name="intake_batch_of_target"),)
        constraints = (
            models.CheckConstraint(
                condition=Q(state="open", decided_at__isnull=True, decided_by__isnull=True)
                | (~Q(state="open") & Q(decided_at__isnull=False, decided_by__isnull=False)),
                name="intake_batch_decided_by_somebody",
                violation_error_code="state",
                violation_error_message="待确认的没有确认人和时间，其余的都要有。",
            ),
        )

    def __str__(self):
        return self.name

    def get_absolute_url(self):
        return address_of("admin:intake_batch_change", self.pk)
