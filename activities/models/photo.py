from django.db import models
from django.db.models import Q

from activities.models.activity import Activity
from toolkit.constraints import RulesBesideFields
from toolkit.pictures.fields import PictureField
from toolkit.texts.columns import LineField, PersonField


class Photo(RulesBesideFields):
    """A picture of an activity; the first is its cover."""

    activity = models.ForeignKey(
        Activity, verbose_name="活动", on_delete=models.CASCADE, related_name="photos"
    )
    image = PictureField(
        "照片",
        width_field="width",
        height_field="height",
        help_text="JPG、PNG、WebP、HEIC 或 AVIF，不超过 50 MB；照片中的位置等隐藏信息会自动去掉。",
    )
    width = models.PositiveIntegerField("宽", editable=False, default=0)
    height = models.PositiveIntegerField("高", editable=False, default=0)
    alt = LineField(
        "替代文字", max_length=120, help_text="给看不到图片的读者：照片里是谁、在做什么。必须填写。"
    )
    caption = LineField("图片说明", max_length=120, blank=True)
    credit = PersonField("摄影", max_length=40, blank=True)
    position = models.PositiveSmallIntegerField("顺序", default=0, help_text="最小的一张作封面。")

    class Meta:
        verbose_name = "照片"
        verbose_name_plural = "照片"
        ordering = ("position", "pk")
        # Each request for a photo looks it up by its path.
        indexes = (models.Index(fields=("image",), name="activities_photo_by_path"),)
        constraints = (
            models.CheckConstraint(
                condition=~Q(alt=""),
                name="activities_photo_has_alt",
                violation_error_code="alt",
                violation_error_message="请填写替代文字，让看不到图片的读者也知道内容。",
            ),
        )

    def __str__(self):
        return self.alt
