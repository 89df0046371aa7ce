"""Who did what at the desk: what happened to records, and what else is worth knowing later."""

from django.conf import settings
from django.contrib.contenttypes.models import ContentType
from django.db import models
from django.utils import timezone


class Kind(models.TextChoices):
    ADDED = "added", "新建"
    CHANGED = "changed", "修改"
    DELETED = "deleted", "删除"
    RESTORED = "restored", "恢复"
    PUBLISHED = "published", "送审与发布"
    EXPORTED = "exported", "导出"
    SIGNED_IN = "signed_in", "登录"
    SIGNED_OUT = "signed_out", "退出登录"
    REFUSED = "refused", "登录失败"
    WARNED = "warned", "提醒"


class Line(models.Model):
    """A line of the log: when, who, what, on which record; never what stands in a record."""

    at = models.DateTimeField("时间", default=timezone.now, db_index=True)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name="谁",
        null=True,
        on_delete=models.DO_NOTHING,
        related_name="+",
    )
    kind = models.CharField("做了什么", max_length=12, choices=Kind)
    content_type = models.ForeignKey(
        ContentType, verbose_name="种类", null=True, on_delete=models.DO_NOTHING, related_name="+"
    )
    object_id = models.TextField("编号", blank=True)
    name = models.TextField("对象", blank=True)
    words = models.TextField("说明", blank=True)

    class Meta:
        abstract = True


class Event(Line):
    """What Django's own log cannot hold, since it happened to no record or was done by nobody known."""

    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, verbose_name="谁", null=True, on_delete=models.SET_NULL, related_name="+"
    )
    content_type = models.ForeignKey(
        ContentType, verbose_name="种类", null=True, on_delete=models.CASCADE, related_name="+"
    )

    class Meta:
        verbose_name = "登录与导出"
        verbose_name_plural = "登录与导出"
        default_permissions = ()
        indexes = (models.Index(fields=("kind", "name", "at"), name="desk_event_by_kind"),)

    def __str__(self):
        return f"{self.get_kind_display()}：{self.name}"


class LogLine(Line):
    """Both logs as one, read in a view of the database; a key tells from which of them a line is."""

    id = models.TextField("编号", primary_key=True)

    class Meta:
        managed = False
        verbose_name = "操作记录"
        verbose_name_plural = "操作记录"
        default_permissions = ("view",)
        ordering = ("-at", "-id")

    def __str__(self):
        return f"{self.get_kind_display()}：{self.name}"
