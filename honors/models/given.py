from django.db import models
from django.db.models import F, Q

from activities.models import WorkArea
from honors.models.recipients import OF_ORGANIZATION, YEARS, Recipient
from honors.querysets import AwardQuerySet, CommendationQuerySet
from organizations.models import Organization
from toolkit.constraints import RulesBesideFields
from toolkit.dates.timing import Dated, range_text
from toolkit.kept.addresses import address_of
from toolkit.publishing import Publishable, rights
from toolkit.texts.columns import DocumentNumberField, LineField, NameField, ParagraphsField
from toolkit.texts.rich_text import RichTextField


class Commendation(Publishable, Dated):
    """One year's round of honours that the committee gives (表彰), after its publicity (公示)."""

    year = models.PositiveSmallIntegerField(
        "年度", validators=YEARS, help_text="表彰的是哪一年度的工作，例如 2019。"
    )
    title = LineField("标题", max_length=120)
    area = models.ForeignKey(
        WorkArea,
        verbose_name="工作板块",
        on_delete=models.PROTECT,
        related_name="commendations",
        help_text="决定它写在总结的哪一部分。",
    )
    authority = LineField("表彰单位", max_length=80, blank=True)
    decision_number = DocumentNumberField("文号", max_length=60, blank=True)
    decided_on = models.DateField("决定日期", null=True, blank=True)
    publicity_starts_on = models.DateField("公示开始", null=True, blank=True)
    publicity_ends_on = models.DateField("公示结束", null=True, blank=True)
    summary = ParagraphsField(
        "导语",
        max_length=600,
        blank=True,
        help_text="写在“授予…”之前的一句话；获奖名额由系统按奖项写出，不要在这里再写一遍。",
    )
    body = RichTextField("正文", blank=True)

    objects = CommendationQuerySet.as_manager()

    class Meta:
        verbose_name = "年度表彰"
        verbose_name_plural = "年度表彰"
        ordering = ("-year", "-starts_on", "-pk")
        permissions = rights("commendation", "年度表彰")
        constraints = (
            *Publishable.Meta.constraints,
            *Dated.Meta.constraints,
            models.UniqueConstraint(
                fields=("year", "title"),
                name="honors_commendation_once",
                violation_error_code="title",
                violation_error_message="这一年度已经有同名的表彰。",
            ),
            models.CheckConstraint(
                condition=Q(publicity_starts_on__isnull=True, publicity_ends_on__isnull=True)
                | Q(publicity_starts_on__isnull=False, publicity_ends_on__isnull=False),
                name="honors_commendation_publicity_whole",
                violation_error_code="publicity_ends_on",
                violation_error_message="公示的开始和结束日期要么都填，要么都不填。",
            ),
            models.CheckConstraint(
                condition=Q(publicity_starts_on__isnull=True)
                | Q(publicity_ends_on__gte=F("publicity_starts_on")),
                name="honors_commendation_publicity_in_order",
                violation_error_code="publicity_ends_on",
                violation_error_message="公示结束日期不能早于开始日期。",
            ),
            models.CheckConstraint(
                condition=Q(decided_on__isnull=True)
                | Q(publicity_ends_on__isnull=True)
                | Q(decided_on__gte=F("publicity_ends_on")),
                name="honors_commendation_decided_after_publicity",
                violation_error_code="decided_on",
                violation_error_message="公示结束以后才能作出表彰决定。",
            ),
        )

    def __str__(self):
        return self.title

    def get_absolute_url(self):
        return address_of("honors:year", self.year)

    @property
    def publicity_text(self) -> str:
        if self.publicity_starts_on is None:
            return ""
        return range_text(self.publicity_starts_on, self.publicity_ends_on)


class AwardTitle(RulesBesideFields):
    """A title of a commendation: 五四红旗团委, 优秀团员."""

    class Recipients(models.TextChoices):
        ORGANIZATIONS = "organizations", "集体"
        PEOPLE = "people", "个人"

    commendation = models.ForeignKey(
        Commendation, verbose_name="年度表彰", on_delete=models.CASCADE, related_name="titles"
    )
    name = NameField("称号", max_length=60)
    recipients = models.CharField("授予对象", max_length=15, choices=Recipients)
    noun = LineField(
        "称谓",
        max_length=40,
        default="同志",
        help_text="写在名额之后，例如“6个基层团（工）委、团总支”或“43名同志”里的后半部分。",
    )
    announced_count = models.PositiveIntegerField(
        "公布的名额", null=True, blank=True, help_text="决定中写明的总数；不知道时留空，不要填 0。"
    )
    position = models.PositiveSmallIntegerField("顺序", default=0)

    class Meta:
        verbose_name = "奖项"
        verbose_name_plural = "奖项"
        ordering = ("position", "pk")
        constraints = (
            models.UniqueConstraint(
                fields=("commendation", "name"),
                name="honors_awardtitle_named_once",
                violation_error_code="name",
                violation_error_message="这次表彰已经有这个称号。",
            ),
            models.CheckConstraint(
                condition=Q(announced_count__isnull=True) | Q(announced_count__gte=0),
                name="honors_awardtitle_count_not_below_zero",
                violation_error_code="announced_count",
                violation_error_message="公布的名额不能小于零；不知道时留空。",
            ),
            models.CheckConstraint(
                condition=Q(announced_count__isnull=True) | Q(announced_count__lt=100_000),
                name="honors_awardtitle_count_believable",
                violation_error_code="announced_count",
                violation_error_message="公布的名额达到十万，超出了一个区的范围，请核对。",
            ),
        )

    def __str__(self):
        return self.name

    @property
    def measure(self) -> str:
        """The measure word of its recipients: 个 for organizations, 名 for people."""
        return "个" if self.recipients == self.Recipients.ORGANIZATIONS else "名"


class Award(Recipient):
    """One recipient of a title."""

    title = models.ForeignKey(
        AwardTitle, verbose_name="奖项", on_delete=models.CASCADE, related_name="awards"
    )
    organization = models.ForeignKey(
        Organization,
        verbose_name="团组织",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="awards",
        help_text=OF_ORGANIZATION,
    )

    objects = AwardQuerySet.as_manager()

    class Meta:
        verbose_name = "获奖者"
        verbose_name_plural = "获奖者"
        ordering = ("position", "pk")
        constraints = (
            models.UniqueConstraint(
                fields=("title", "name", "organization", "unit", "post"),
                nulls_distinct=False,
                name="honors_award_once_per_title",
                violation_error_code="name",
                violation_error_message="这个获奖者在本奖项中已经登记过；同名的另一个人，请写明各自的单位或职务。",
            ),
        )
