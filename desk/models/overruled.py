"""What the privacy gate stopped and somebody with the right let pass."""

from django.conf import settings
from django.contrib.contenttypes.models import ContentType
from django.db import models
from django.db.models import Q

from toolkit.constraints import RulesBesideFields
from toolkit.texts.columns import LineField, ParagraphsField


class OverruledQuerySet(models.QuerySet):
    def of(self, record: models.Model):
        kind = ContentType.objects.get_for_model(record)
        return self.filter(content_type=kind, object_id=record.pk)


class Overruled(RulesBesideFields):
    """One private word of a record that may be public, and why. Only ever added."""

    content_type = models.ForeignKey(
        ContentType, verbose_name="种类", on_delete=models.PROTECT, related_name="+"
    )
    object_id = models.BigIntegerField("记录编号")
    place = LineField("位置", max_length=200)
    kind = LineField("写有什么", max_length=20)
    words = LineField("前后的文字", max_length=120)
    fingerprint = models.CharField("放行时文字的校验码", max_length=64)
    reason = ParagraphsField("放行的理由", max_length=300)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, verbose_name="放行人", on_delete=models.PROTECT, related_name="+"
    )
    at = models.DateTimeField("放行时间")

    objects = OverruledQuerySet.as_manager()

    class Meta:
        verbose_name = "隐私放行"
        verbose_name_plural = "隐私放行"
        default_permissions = ()
        permissions = (("overrule_privacy", "对隐私检查放行"),)
        ordering = ("pk",)
        indexes = (models.Index(fields=("content_type", "object_id"), name="desk_overruled_of_a_record"),)
        constraints = (
            models.CheckConstraint(
                condition=~Q(reason=""),
                name="desk_overruled_has_reason",
                violation_error_code="reason",
                violation_error_message="请写明放行的理由。",
            ),
        )

    def __str__(self):
        return f"{self.place}：{self.kind}"
