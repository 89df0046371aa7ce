from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone

from toolkit.constraints import RulesBesideFields
from toolkit.pages.own_addresses import MOST_CHARACTERS as LONGEST_ADDRESS
from toolkit.texts.columns import LineField, ParagraphsField

LONGEST_TEXT = 2000  # characters
LONGEST_CONTACT = 100


class Correction(RulesBesideFields):
    """What a reader told us is wrong on a page, and what staff made of it. Nothing of it is public."""

    class State(models.TextChoices):
        NEW = "new", "待处理"
        IN_PROGRESS = "in_progress", "处理中"
        MENDED = "mended", "已改正"
        NO_FAULT = "no_fault", "核实无误"
        SPAM = "spam", "垃圾信息"

    page = models.CharField("哪一页", max_length=LONGEST_ADDRESS)
    text = ParagraphsField("哪里有错", max_length=LONGEST_TEXT)
    contact = LineField("联系方式", max_length=LONGEST_CONTACT, blank=True)
    state = models.CharField("状态", max_length=15, choices=State, default=State.NEW)
    note = ParagraphsField(
        "处理记录", blank=True, help_text="核实的经过、改了什么。只供工作人员查看，请不要在这里写联系方式。"
    )
    received_at = models.DateTimeField("收到时间", default=timezone.now, editable=False, db_index=True)
    handled_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name="经办人",
        null=True,
        blank=True,
        editable=False,
        on_delete=models.PROTECT,
        related_name="+",
    )
    handled_at = models.DateTimeField("办理时间", null=True, blank=True, editable=False)

    class Meta:
        verbose_name = "读者纠错"
        verbose_name_plural = "读者纠错"
        ordering = ("-received_at", "-pk")
        permissions = (("view_contact", "查看纠错读者的联系方式"),)
        constraints = (
            models.CheckConstraint(
                condition=Q(page__startswith="/") & ~Q(page__startswith="//"),
                name="corrections_correction_page_of_this_site",
                violation_error_code="page",
                violation_error_message="请填写本网站的网页地址。",
            ),
            models.CheckConstraint(
                condition=~Q(text=""),
                name="corrections_correction_has_text",
                violation_error_code="text",
                violation_error_message="请写明哪里有错。",
            ),
            models.CheckConstraint(
                condition=Q(handled_by__isnull=True, handled_at__isnull=True)
                | Q(handled_by__isnull=False, handled_at__isnull=False),
                name="corrections_correction_handled_by_and_at",
                violation_error_code="handled_at",
                violation_error_message="经办人和办理时间要么都有，要么都没有。",
            ),
            models.CheckConstraint(
                condition=Q(state="new", handled_at__isnull=True)
                | (~Q(state="new") & Q(handled_at__isnull=False)),
                name="corrections_correction_moved_by_somebody",
                violation_error_code="state",
                violation_error_message="没有办理过的是“待处理”；办理过的不能再改回“待处理”。",
            ),
        )

    def __str__(self):
        return f"{self.page}：{self.text[:30]}"


class Sending(models.Model):
    """How often one client sent the form within one stretch of time; kept for a day at most."""

    client = models.CharField(max_length=64)  # toolkit.pages.clients.client_key
    starts_at = models.DateTimeField(db_index=True)
    number = models.PositiveIntegerField(default=0)

    class Meta:
        verbose_name = "提交次数"
        verbose_name_plural = "提交次数"
        constraints = (
            models.UniqueConstraint(fields=("client", "starts_at"), name="corrections_sending_counted_once"),
        )

    def __str__(self):
        return f"{self.starts_at:%Y-%m-%d %H:%M}：{self.number}"
