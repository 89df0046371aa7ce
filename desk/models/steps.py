"""The way of records: every act by which one came before the public or went from it."""

from django.conf import settings
from django.contrib.contenttypes.models import ContentType
from django.db import models
from django.db.models import Q

from toolkit.publishing import ACTS
from toolkit.texts.columns import ParagraphsField

UNDO, UPDATE = "undo", "update"
LABELS = {**ACTS, UPDATE: "发布修改", UNDO: "撤销"}


class StepQuerySet(models.QuerySet):
    def of(self, record: models.Model):
        """The steps of one record, the oldest first."""
        kind = ContentType.objects.get_for_model(record)
        return self.filter(content_type=kind, object_id=record.pk).order_by("pk")


class Step(models.Model):
    """Who moved a record from which state to which, when and why. Only ever added (desk.publishing.acts).

    What begins with ``was_`` the act put something else in the place of: by it the act can be undone. The
    steps of one act upon many records share its ``batch``.
    """

    content_type = models.ForeignKey(ContentType, on_delete=models.PROTECT, related_name="+")
    object_id = models.BigIntegerField()
    act = models.CharField("做了什么", max_length=10, choices=tuple(LABELS.items()))
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, verbose_name="谁", on_delete=models.PROTECT, related_name="+"
    )
    at = models.DateTimeField("何时")
    reason = ParagraphsField("原因", max_length=300, blank=True)
    from_state = models.CharField("原来的状态", max_length=12)
    to_state = models.CharField("后来的状态", max_length=12)
    published_at = models.DateTimeField("发布时间", null=True)
    expires_at = models.DateTimeField("到期时间", null=True)
    was_published_at = models.DateTimeField("原来的发布时间", null=True)
    was_expires_at = models.DateTimeField("原来的到期时间", null=True)
    was_approved_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name="原来的审核人",
        null=True,
        on_delete=models.PROTECT,
        related_name="+",
    )
    batch = models.UUIDField("同一批", null=True, db_index=True)

    objects = StepQuerySet.as_manager()

    class Meta:
        verbose_name = "办理经过"
        verbose_name_plural = "办理经过"
        default_permissions = ()
        ordering = ("pk",)
        indexes = (models.Index(fields=("content_type", "object_id", "id"), name="desk_step_of_a_record"),)
        constraints = (
            models.CheckConstraint(
                condition=~Q(act="return", reason=""), name="desk_step_returned_with_reason"
            ),
        )

    def __str__(self):
        return f"{self.get_act_display()} {self.at:%Y-%m-%d %H:%M}"
