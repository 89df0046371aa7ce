from django.db import models
from django.db.models import Q

from activities.models.activity import Activity
from toolkit.constraints import RulesBesideFields
from toolkit.pictures.fields import PictureField
from toolkit.texts.columns import LineField, PersonField


def _per_cent(label: str, where: str) -> models.PositiveSmallIntegerField:
    words = f"最要紧的地方离{where}多远，0 到 100；裁成小图时留住它。"
    return models.PositiveSmallIntegerField(label, default=50, help_text=words)


def _within(name: str) -> models.CheckConstraint:
    return models.CheckConstraint(
        condition=Q(**{f"{name}__lte": 100}),
        name=f"activities_photo_{name}_within",
        violation_error_code=name,
        violation_error_message="焦点请填 0 到 100，50 是正中。",
    )


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
    focus_x = _per_cent("焦点（横）", "左边")
    focus_y = _per_cent("焦点（纵）", "上边")
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
            _within("focus_x"),
            _within("focus_y"),
        )

    def __str__(self):
        return self.alt

    @property
    def focus(self) -> tuple[int, int]:
        return self.focus_x, self.focus_y
