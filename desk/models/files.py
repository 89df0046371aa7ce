"""Files on their way into a record."""

from django.conf import settings
from django.db import models

from desk.models.drafts import Draft
from toolkit.texts.columns import LineField


class ChosenFile(models.Model):
    """A file that was chosen in a form, until the form is saved."""

    LONGEST_NAME = 200  # characters

    name = LineField("文件名", max_length=LONGEST_NAME, editable=False)
    content = models.BinaryField("内容", editable=False)
    is_picture = models.BooleanField("是照片", editable=False)
    chosen_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name="选择的人",
        null=True,
        editable=False,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    draft = models.ForeignKey(
        Draft,
        verbose_name="草稿",
        null=True,
        editable=False,
        on_delete=models.CASCADE,
        related_name="files",
    )
    chosen_at = models.DateTimeField("选择时间", auto_now_add=True)

    class Meta:
        verbose_name = "选好的文件"
        verbose_name_plural = "选好的文件"
        default_permissions = ()
        ordering = ("pk",)

    def __str__(self):
        return self.name
