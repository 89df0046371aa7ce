from datetime import date

from django.db import models
from django.db.models import F, Q
from django.urls import reverse

from notices.querysets import NoticeQuerySet
from organizations.models import Organization
from toolkit.attached.fields import DocumentField
from toolkit.attached.judging import Kind as DocumentKind
from toolkit.constraints import RulesBesideFields
from toolkit.kept.addresses import address_of
from toolkit.publishing import TYPED_REVIEWER, Publishable, rights
from toolkit.texts.columns import DocumentNumberField, LineField, ParagraphsField, PersonField
from toolkit.texts.quoting import quoted
from toolkit.texts.rich_text import RichTextField, running_text
from toolkit.texts.wording import shortened

# GB/T 9704-2012, 7.2.5: the office's short name, the year in hexagonal brackets, no zero before the number.
NUMBER = r"^[^〔〕0-9 ]{1,30}〔(19|20)[0-9]{2}〕[1-9][0-9]{0,4}号$"


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
    number = DocumentNumberField(
        "文号", max_length=60, blank=True, help_text="例如“西团〔2020〕5号”；不是正式发文的，留空。"
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
                condition=Q(number="") | Q(number__regex=NUMBER),
                name="notices_notice_number_as_of_documents",
                violation_error_code="number",
                violation_error_message="文号由机关代字、六角括号里的年份和顺序号组成，例如“西团〔2020〕5号”。",
            ),
            models.UniqueConstraint(
                fields=("number",),
                condition=~Q(number=""),
                name="notices_notice_number_once",
                violation_error_code="number",
                violation_error_message="已经有一条通知公告用了这个文号，请核对。",
            ),
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


class Attachment(RulesBesideFields):
    """A document that readers of a notice may download. What is in it is public with the notice."""

    Kind = DocumentKind

    notice = models.ForeignKey(
        Notice, verbose_name="通知公告", on_delete=models.CASCADE, related_name="attachments"
    )
    title = LineField(
        "附件名称", max_length=120, help_text="读者看到的名称，也是下载的文件名；空着时用文件原来的名称。"
    )
    file = DocumentField(
        "文件",
        help_text="PDF、DOCX 或 XLSX，不超过 20 MB；文件里的文字也要通过隐私检查。",
    )
    # These follow the file: it fills them in when it is saved.
    kind = models.CharField("格式", max_length=4, choices=Kind, editable=False)
    size = models.PositiveIntegerField("大小", editable=False)
    words = ParagraphsField("文件里的文字", blank=True, editable=False)
    position = models.PositiveSmallIntegerField("顺序", default=0)

    class Meta:
        verbose_name = "附件"
        verbose_name_plural = "附件"
        ordering = ("position", "pk")
        constraints = (
            models.CheckConstraint(
                condition=~Q(title=""),
                name="notices_attachment_has_title",
                violation_error_code="title",
                violation_error_message="请填写附件名称。",
            ),
            models.UniqueConstraint(
                fields=("notice", "title"),
                name="notices_attachment_named_once",
                violation_error_code="title",
                violation_error_message="已经有一个附件叫这个名称，请换一个。",
            ),
        )

    def __str__(self):
        return self.title

    def get_absolute_url(self):
        return reverse("notices:attachment", args=[self.notice_id, self.pk])

    @property
    def size_text(self) -> str:
        if self.size >= 2**20:
            return f"{self.size / 2**20:.1f} MB"
        return f"{max(1, round(self.size / 1024))} KB"

    @property
    def remarks(self) -> list[str]:
        """What whoever chose the file should know of it, in sentences; only as long as it was just chosen."""
        found = getattr(self, "judged", None)
        if found is None:
            return []
        said = []
        if found.names:
            said.append(
                f"附件{quoted(self.title)}的文件属性里写有“{'、'.join(found.names)}”，下载的人也看得到；"
                "不想公开的，请在 WPS 或 Word 里清除后重新上传。"
            )
        if not found.words:
            said.append(
                f"附件{quoted(self.title)}里没有能读出的文字（可能是扫描件），没有做隐私检查，请自己核对。"
            )
        elif not found.is_whole:
            said.append(f"附件{quoted(self.title)}很长，只检查了前面一部分有没有个人隐私，其余请自己核对。")
        return said

    @property
    def file_name(self) -> str:
        """The name that it is downloaded by."""
        return f"{self.title}.{self.kind}"
