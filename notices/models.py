from datetime import date

from django.db import models
from django.db.models import F, Q

from notices.querysets import NoticeQuerySet
from organizations.models import Organization
from toolkit.kept.addresses import address_of
from toolkit.publishing import TYPED_REVIEWER, Publishable, rights
from toolkit.texts.columns import LineField, PersonField
from toolkit.texts.rich_text import RichTextField, running_text
from toolkit.texts.wording import shortened


class Notice(Publishable):
    """What the committee makes known: a call for nominations, a decision, a list put up for objections."""

    class Kind(models.TextChoices):
        NOTICE = "notice", "通知"
        ANNOUNCEMENT = "announcement", "公告"
        PUBLICITY = "publicity", "公示"

    title = LineField("标题", max_length=200)
    kind = models.CharField(
        "类别",
        max_length=15,
        choices=Kind,
        default=Kind.NOTICE,
        help_text="要求办理的事项用“通知”，向社会宣布的事项用“公告”，征求异议的名单用“公示”。",
    )
    organization = models.ForeignKey(
        Organization,
        verbose_name="发布的团组织",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="notices",
        help_text="页面上写作来源；空着时显示本团区委的名称。",
    )
    ends_on = models.DateField(
        "截止日期",
        null=True,
        blank=True,
        help_text="报名、报送截止或者公示结束的那一天；过了这一天，页面会注明“已截止”。没有期限时留空。",
    )
    body = RichTextField("正文", blank=True, help_text="通知的全文。会公开，请不要写个人的手机号和身份证号。")
    reviewer = PersonField("审核人（据纸质材料）", max_length=60, blank=True, help_text=TYPED_REVIEWER)

    objects = NoticeQuerySet.as_manager()

    class Meta:
        verbose_name = "通知公告"
        verbose_name_plural = "通知公告"
        ordering = ("-published_at", "-pk")
        permissions = rights("notice", "通知公告")
        indexes = (models.Index(fields=("state", "-published_at", "-id"), name="notices_notice_newest"),)
        constraints = (
            *Publishable.Meta.constraints,
            models.CheckConstraint(
                condition=Q(ends_on__isnull=True)
                | Q(published_at__isnull=True)
                | Q(published_at__date__lte=F("ends_on")),
                name="notices_notice_dates_in_order",
                violation_error_code="ends_on",
                violation_error_message="截止日期不能早于发布的那一天。",
            ),
        )

    def __str__(self):
        return self.title

    def get_absolute_url(self):
        return address_of("notices:detail", self.pk)

    def description(self) -> str:
        """A few words on the page for search engines."""
        return shortened(running_text(self.body) or self.title, 150)

    def keywords(self) -> list[str]:
        """The words that search engines file the page under."""
        return [self._meta.verbose_name, self.get_kind_display()]

    def is_over(self, today: date) -> bool:
        """Whether its last day has passed."""
        return self.ends_on is not None and self.ends_on < today
