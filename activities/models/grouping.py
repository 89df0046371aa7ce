"""What activities are grouped by: work areas, campaigns, tags."""

from django.db import models

from activities.querysets import CampaignQuerySet
from toolkit.constraints import RulesBesideFields
from toolkit.kept.addresses import address_of
from toolkit.publishing import Publishable, Stamped, rights
from toolkit.texts.columns import LineField, NameField, ParagraphsField


class WorkArea(Stamped):
    """A heading of the summary: 服务成长成才, 思想政治引领, 自身建设."""

    name = NameField("名称", max_length=60)
    slug = models.SlugField("地址用名", max_length=60, help_text="网址中使用的英文或拼音，例如 growth。")
    position = models.PositiveSmallIntegerField("顺序", default=0, help_text="在总结中的先后，小的在前。")
    description = LineField("栏目说明", max_length=200, blank=True)

    class Meta:
        verbose_name = "工作板块"
        verbose_name_plural = "工作板块"
        ordering = ("position", "pk")
        constraints = (
            models.UniqueConstraint(
                fields=("name",),
                name="activities_workarea_named_once",
                violation_error_code="name",
                violation_error_message="已经有同名的工作板块。",
            ),
            models.UniqueConstraint(
                fields=("slug",),
                name="activities_workarea_address_once",
                violation_error_code="slug",
                violation_error_message="这个地址用名已被另一个工作板块使用。",
            ),
        )

    def __str__(self):
        return self.name


class Campaign(Publishable):
    """Activities that recur or belong together: 青清行动, 五四系列."""

    name = LineField("名称", max_length=60)
    slug = models.SlugField("地址用名", max_length=60, help_text="网址中使用的英文或拼音，例如 qingqing。")
    summary = LineField("一句话介绍", max_length=200, blank=True)
    description = ParagraphsField("介绍", blank=True)

    objects = CampaignQuerySet.as_manager()

    class Meta:
        verbose_name = "品牌（系列）活动"
        verbose_name_plural = "品牌（系列）活动"
        ordering = ("name",)
        permissions = rights("campaign", "品牌活动")
        constraints = (
            *Publishable.Meta.constraints,
            models.UniqueConstraint(
                fields=("name",),
                name="activities_campaign_named_once",
                violation_error_code="name",
                violation_error_message="已经有同名的品牌活动。",
            ),
            models.UniqueConstraint(
                fields=("slug",),
                name="activities_campaign_address_once",
                violation_error_code="slug",
                violation_error_message="这个地址用名已被另一个品牌活动使用。",
            ),
        )

    def __str__(self):
        return self.name

    def get_absolute_url(self):
        return address_of("campaigns:detail", self.slug)


class Tag(RulesBesideFields):
    name = NameField("名称", max_length=30)

    class Meta:
        verbose_name = "标签"
        verbose_name_plural = "标签"
        ordering = ("name",)
        constraints = (
            models.UniqueConstraint(
                fields=("name",),
                name="activities_tag_named_once",
                violation_error_code="name",
                violation_error_message="已经有这个标签。",
            ),
        )

    def __str__(self):
        return self.name
