"""What was deleted, for as long as it can come back."""

from datetime import timedelta

from django.conf import settings
from django.contrib.contenttypes.models import ContentType
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.utils import timezone

KEPT_FOR = timedelta(days=30)


class BinnedQuerySet(models.QuerySet):
    def kept(self):
        """What may still be restored."""
        return self.filter(deleted_at__gt=timezone.now() - KEPT_FOR)

    def over(self):
        """What has been there for its time."""
        return self.filter(deleted_at__lte=timezone.now() - KEPT_FOR)


class Binned(models.Model):
    """A record that was deleted, with its rows and all that went with it."""

    content_type = models.ForeignKey(ContentType, verbose_name="种类", on_delete=models.CASCADE)
    object_id = models.CharField("编号", max_length=40)
    name = models.TextField("名称")
    contents = models.JSONField("内容")  # desk.bin.contents
    owners = ArrayField(
        models.BigIntegerField(), verbose_name="属于谁", default=list, blank=True
    )  # desk.scope
    deleted_at = models.DateTimeField("删除时间", default=timezone.now, db_index=True)
    deleted_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name="删除人",
        null=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )

    objects = BinnedQuerySet.as_manager()

    class Meta:
        verbose_name = "已删除的记录"
        verbose_name_plural = "回收站"
        ordering = ("-deleted_at", "-pk")

    def __str__(self):
        return self.name

    @property
    def kept_until(self):
        return self.deleted_at + KEPT_FOR
