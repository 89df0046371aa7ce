from django.contrib.postgres.indexes import GinIndex
from django.db import models

from activities import placeholders
from activities.models.grouping import Campaign, Tag, WorkArea
from activities.querysets import ActivityQuerySet
from organizations.models import Organization, Partner, Person
from toolkit.constraints import RulesBesideFields
from toolkit.dates.numbered import month
from toolkit.dates.timing import Dated
from toolkit.kept.addresses import address_of
from toolkit.names import name_of_a_minor
from toolkit.publishing import TYPED_REVIEWER, Publishable, rights
from toolkit.texts.columns import LineField, ParagraphsField, PersonField
from toolkit.texts.pairs import Pairs
from toolkit.texts.rich_text import RichTextField, running_text
from toolkit.texts.wording import shortened


class Activity(Publishable, Dated):
    """One thing the League did: an item of the report and a story of the site."""

    title = LineField("标题", max_length=120)
    area = models.ForeignKey(
        WorkArea,
        verbose_name="工作板块",
        on_delete=models.PROTECT,
        related_name="activities",
        help_text="决定它写在总结的哪一部分。",
    )
    campaigns = models.ManyToManyField(
        Campaign, verbose_name="品牌（系列）活动", blank=True, related_name="activities"
    )
    tags = models.ManyToManyField(Tag, verbose_name="标签", blank=True, related_name="activities")
    place = LineField("地点", max_length=120, blank=True)
    organizers = models.ManyToManyField(
        Organization, verbose_name="主办的团组织", blank=True, related_name="activities"
    )
    partners = models.ManyToManyField(
        Partner, through="Partnership", verbose_name="合作单位", blank=True, related_name="activities"
    )
    audience = LineField("参加或面向的对象", max_length=200, blank=True)
    occasion = LineField("时间节点或背景", max_length=120, blank=True, help_text="例如“第57个学雷锋纪念日”。")
    slogan = LineField("主题或口号", max_length=120, blank=True)
    summary = ParagraphsField(
        "概要",
        max_length=1500,
        blank=True,
        help_text="一段话，写入工作总结。数字请写成花括号里的数据名称，例如“组织{志愿者}深入一线”，"
        "系统会换成下面“活动数据”中的数字写法。",
    )
    service_is_whole = models.BooleanField(
        "服务时长以登记的记录为准",
        default=False,
        help_text="写明了服务时长的活动，合计按写明的数计算；服务记录已经登记齐全的，勾选后按记录计算。",
    )
    body = RichTextField("新闻正文", blank=True, help_text="网站上的全文；空着时显示概要。")
    source = LineField("来源", max_length=60, blank=True, help_text="空着时显示本团区委的名称。")
    author = PersonField("作者", max_length=60, blank=True)
    reviewer = PersonField("审核人（据纸质材料）", max_length=60, blank=True, help_text=TYPED_REVIEWER)

    objects = ActivityQuerySet.as_manager()

    class Meta:
        verbose_name = "活动"
        verbose_name_plural = "活动"
        ordering = ("-starts_on", "-pk")
        get_latest_by = "starts_on"
        permissions = rights("activity", "活动")
        indexes = (
            models.Index(fields=("state", "-starts_on", "-id"), name="activities_activity_newest"),
            models.Index(fields=("area", "state", "-starts_on"), name="activities_activity_by_area"),
            # Archives and sums over years look at all activities: here, without their long texts.
            models.Index(
                fields=("state", "starts_on", "ends_on"),
                include=("id", "published_at", "expires_at", "area", "updated_at"),
                name="activities_activity_by_days",
            ),
            models.Index(fields=("state", "-published_at", "-id"), name="activities_activity_latest"),
            models.Index(month("ends_on"), name="activities_activity_by_month"),  # activities/parts.py
            GinIndex(
                Pairs("title", "summary", "place", "slogan"),
                name="activities_activity_pairs",
                gin_pending_list_limit=512,
            ),
        )
        constraints = (*Publishable.Meta.constraints, *Dated.Meta.constraints)

    def __str__(self):
        return self.title

    def get_absolute_url(self):
        return address_of("activities:detail", self.pk)

    def summary_text(self) -> str:
        """The summary as it reads, each figure in its wording; reads ``figures``, or what a card holds."""
        figures = self.told_figures if hasattr(self, "told_figures") else self.figures.all()
        return placeholders.fill(self.summary, {figure.name: figure.text for figure in figures})

    def description(self) -> str:
        """A few words on the page for search engines; reads ``figures``."""
        return shortened(self.summary_text().strip() or running_text(self.body) or self.title, 150)

    def cover(self):
        """The first photo, or None; reads ``photos``, or what a card holds of it."""
        if not hasattr(self, "told_cover"):
            return next(iter(self.photos.all()), None)
        return self.told_cover and self.photos.model(activity_id=self.pk, **self.told_cover)


class Partnership(RulesBesideFields):
    """The part of a body outside the League in an activity."""

    class Part(models.TextChoices):
        CO_ORGANIZER = "co_organizer", "联合主办"
        CHANNEL = "channel", "平台或渠道"
        DONOR = "donor", "捐赠方"
        BENEFICIARY = "beneficiary", "受益方"
        SUPPORTER = "supporter", "支持单位"

    activity = models.ForeignKey(
        Activity, verbose_name="活动", on_delete=models.CASCADE, related_name="partnerships"
    )
    partner = models.ForeignKey(
        Partner, verbose_name="合作单位", on_delete=models.PROTECT, related_name="partnerships"
    )
    part = models.CharField("作用", max_length=15, choices=Part)

    class Meta:
        verbose_name = "合作单位"
        verbose_name_plural = "合作单位"
        ordering = ("pk",)
        constraints = (
            models.UniqueConstraint(
                fields=("activity", "partner", "part"),
                name="activities_partnership_once",
                violation_error_code="partner",
                violation_error_message="这个单位的同一作用已经填过。",
            ),
        )

    def __str__(self):
        return f"{self.partner}（{self.get_part_display()}）"


class Participant(RulesBesideFields):
    """A person's part in an activity, with the post held on that day."""

    class Role(models.TextChoices):
        CHAIRED = "chaired", "主持"
        SPOKE = "spoke", "讲话"
        PRESENTED = "presented", "颁发"
        REPORTED = "reported", "作报告"
        ATTENDED = "attended", "出席"

    activity = models.ForeignKey(
        Activity, verbose_name="活动", on_delete=models.CASCADE, related_name="participants"
    )
    name = PersonField("姓名", max_length=30)
    post = LineField(
        "当时职务", max_length=80, blank=True, help_text="活动当天的职务；以后职务变动不改这里。"
    )
    role = models.CharField("在活动中", max_length=10, choices=Role, default=Role.ATTENDED)
    person = models.ForeignKey(
        Person,
        verbose_name="人员库中的人",
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="participations",
    )
    is_minor = models.BooleanField(
        "未成年人", default=False, help_text="勾选后，网站上只写姓氏，例如“张同学”。"
    )
    position = models.PositiveSmallIntegerField("顺序", default=0)

    class Meta:
        verbose_name = "参与人"
        verbose_name_plural = "参与人"
        ordering = ("position", "pk")
        indexes = (GinIndex(Pairs("name"), name="activities_participant_pairs", gin_pending_list_limit=512),)
        constraints = (
            models.UniqueConstraint(
                fields=("activity", "name", "role", "post"),
                name="activities_participant_role_once",
                violation_error_code="name",
                violation_error_message="这个人在活动中的同一角色已经填过；确是同名的两个人，请写明各自的职务。",
            ),
        )

    def __str__(self):
        return f"{self.post}{self.name}"

    @property
    def public_name(self) -> str:
        """The name that the public may read: of a minor only the surname."""
        return name_of_a_minor(self.name) if self.is_minor else self.name
