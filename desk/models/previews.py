"""Pages shown to somebody without an account before they are public, and what that person said."""

import secrets

from django.conf import settings
from django.contrib.contenttypes.models import ContentType
from django.db import models
from django.db.models import F, Q

from toolkit.constraints import RulesBesideFields
from toolkit.texts.columns import LineField, ParagraphsField, PersonField


class PreviewQuerySet(models.QuerySet):
    def of(self, record):
        """Of one record, the newest first."""
        kind = ContentType.objects.get_for_model(record)
        return self.filter(content_type=kind, object_id=record.pk).order_by("-pk")


def new_key() -> str:
    return secrets.token_urlsafe(24)


class Preview(models.Model):
    """A page as it was when the link to it was made; whoever has the link sees that page and nothing else."""

    content_type = models.ForeignKey(
        ContentType, verbose_name="种类", on_delete=models.CASCADE, related_name="+", editable=False
    )
    object_id = models.PositiveBigIntegerField("记录编号", editable=False)
    title = LineField("标题", max_length=200, editable=False)
    key = models.CharField("链接", max_length=40, default=new_key, unique=True, editable=False)
    page = models.TextField("页面", editable=False)
    made_at = models.DateTimeField("生成时间", editable=False)
    made_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name="生成人",
        editable=False,
        on_delete=models.PROTECT,
        related_name="+",
    )
    ends_at = models.DateTimeField("有效到", editable=False)
    revoked_at = models.DateTimeField("作废时间", null=True, editable=False)

    objects = PreviewQuerySet.as_manager()

    class Meta:
        verbose_name = "预览链接"
        verbose_name_plural = "预览链接"
        default_permissions = ()
        ordering = ("-pk",)
        constraints = (
            models.CheckConstraint(
                condition=Q(ends_at__gt=F("made_at")),
                name="desk_preview_lasts",
                violation_error_code="ends_at",
                violation_error_message="有效期要在生成以后。",
            ),
        )

    def __str__(self):
        return self.title

    def is_open(self, at) -> bool:
        return self.revoked_at is None and at < self.ends_at


class Opinion(RulesBesideFields):
    """What somebody with the link said of the page."""

    class Kind(models.TextChoices):
        AGREED = "agreed", "同意"
        RETURNED = "returned", "退回"

    preview = models.ForeignKey(
        Preview, verbose_name="预览链接", on_delete=models.CASCADE, related_name="opinions", editable=False
    )
    kind = models.CharField("意见", max_length=10, choices=Kind, editable=False)
    name = PersonField("姓名", max_length=30)
    reason = ParagraphsField("退回的原因", max_length=300, blank=True)
    at = models.DateTimeField("时间", editable=False)

    class Meta:
        verbose_name = "对预览的意见"
        verbose_name_plural = "对预览的意见"
        default_permissions = ()
        ordering = ("pk",)
        constraints = (
            models.CheckConstraint(
                condition=~Q(name=""),
                name="desk_opinion_is_somebodys",
                violation_error_code="name",
                violation_error_message="请填写姓名。",
            ),
            models.CheckConstraint(
                condition=~Q(kind="returned", reason=""),
                name="desk_opinion_returned_with_reason",
                violation_error_code="reason",
                violation_error_message="请写明退回的原因。",
            ),
        )

    def __str__(self):
        return f"{self.name}：{self.get_kind_display()}"
