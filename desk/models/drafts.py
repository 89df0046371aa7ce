"""What was typed and is not in the records yet."""

from django.contrib.contenttypes.models import ContentType
from django.db import models
from django.db.models import Q

from toolkit.publishing import Stamped
from toolkit.texts.columns import LineField, ParagraphsField


class DraftQuerySet(models.QuerySet):
    def of(self, record):
        """Of this record, at most one."""
        return self.filter(content_type=ContentType.objects.get_for_model(record), object_id=record.pk)

    def of_key(self, model, key: str):
        """As ``of``, by what stands in an address; none where that can be no key."""
        kind = ContentType.objects.get_for_model(model)
        is_key = key.isdecimal() and len(key) < 19
        return self.filter(content_type=kind, object_id=key) if is_key else self.none()

    def unstored(self, model):
        """Of records that were never complete enough to be stored."""
        return self.filter(content_type=ContentType.objects.get_for_model(model), object_id=None)


class Draft(Stamped):
    """A form as somebody left it: beside a page that the public sees, or before it can be stored."""

    content_type = models.ForeignKey(
        ContentType, verbose_name="种类", on_delete=models.CASCADE, related_name="+", editable=False
    )
    object_id = models.PositiveBigIntegerField("记录编号", null=True, editable=False)
    title = LineField("标题", max_length=120, blank=True, editable=False)
    held = models.JSONField("填写的内容", editable=False)  # desk.forms.held.Held
    base = models.JSONField("起草时的原内容", null=True, editable=False)
    sent_at = models.DateTimeField("送审时间", null=True, editable=False)
    returned_for = ParagraphsField("退回的原因", max_length=300, blank=True, editable=False)

    objects = DraftQuerySet.as_manager()

    class Meta:
        verbose_name = "未发布的修改"
        verbose_name_plural = "未发布的修改"
        default_permissions = ()
        ordering = ("-updated_at", "-pk")
        constraints = (
            models.UniqueConstraint(
                fields=("content_type", "object_id"),
                name="desk_draft_one_of_a_record",
                violation_error_code="object_id",
                violation_error_message="这条记录已经有未发布的修改。",
            ),
            models.CheckConstraint(
                condition=Q(object_id__isnull=True) | Q(base__isnull=False),
                name="desk_draft_of_a_record_has_base",
                violation_error_code="base",
                violation_error_message="未发布的修改要记着原来的内容。",
            ),
        )

    def __str__(self):
        return self.title or "（没有标题）"
