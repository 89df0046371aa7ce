from django.db import models
from django.db.models import F, Q

from activities.models import Activity
from organizations.models import Organization
from toolkit.constraints import RulesBesideFields
from toolkit.kept.addresses import address_of
from toolkit.publishing import Publishable, rights
from toolkit.texts.columns import LineField, NameField
from toolkit.texts.rich_text import RichTextField, running_text
from toolkit.texts.wording import shortened
from volunteers.models.people import Volunteer
from volunteers.querysets import TeamQuerySet


class ServiceField(RulesBesideFields):
    """A field of service: 村社区, 医疗保障, …"""

    name = NameField("名称", max_length=30)
    position = models.PositiveSmallIntegerField("顺序", default=0)

    class Meta:
        verbose_name = "服务领域"
        verbose_name_plural = "服务领域"
        ordering = ("position", "pk")
        constraints = (
            models.UniqueConstraint(
                fields=("name",),
                name="volunteers_servicefield_named_once",
                violation_error_code="name",
                violation_error_message="已经有这个服务领域。",
            ),
        )

    def __str__(self):
        return self.name


class Team(Publishable):
    """A team, station or vehicle; also a group of teams known only by its number."""

    class Kind(models.TextChoices):
        SERVICE_TEAM = "service_team", "志愿服务队"
        COMMANDO = "commando", "青年突击队"
        STATION = "station", "志愿服务站"
        VEHICLE = "vehicle", "志愿服务车"

    name = NameField("名称", max_length=80)
    kind = models.CharField("类别", max_length=15, choices=Kind)
    organization = models.ForeignKey(
        Organization,
        verbose_name="所属团组织",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="teams",
    )
    fields = models.ManyToManyField(ServiceField, verbose_name="服务领域", blank=True, related_name="teams")
    activities = models.ManyToManyField(Activity, verbose_name="参加的活动", blank=True, related_name="teams")
    announced_count = models.PositiveIntegerField(
        "公布的数量",
        null=True,
        blank=True,
        help_text="只知道总数、没有逐个登记时填写，例如 14 支突击队记为一条，这里填 14。",
    )
    founded_on = models.DateField("成立日期", null=True, blank=True)
    place = LineField("地点", max_length=120, blank=True)
    coverage = LineField("覆盖范围", max_length=200, blank=True, help_text="服务站覆盖的街道、社区等。")
    contact = LineField(
        "对外联系方式", max_length=80, blank=True, help_text="会公开，请填办公电话，不要填个人手机号。"
    )
    summary = LineField("一句话介绍", max_length=200, blank=True)
    body = RichTextField("介绍", blank=True)
    members = models.ManyToManyField(
        Volunteer, through="Membership", verbose_name="队员", related_name="teams"
    )

    objects = TeamQuerySet.as_manager()

    class Meta:
        verbose_name = "志愿服务队伍与阵地"
        verbose_name_plural = "志愿服务队伍与阵地"
        ordering = ("kind", "name")
        permissions = rights("team", "队伍与阵地")
        constraints = (
            *Publishable.Meta.constraints,
            models.UniqueConstraint(
                fields=("name", "kind"),
                name="volunteers_team_named_once",
                violation_error_code="name",
                violation_error_message="同一类别里已经有这个名称。",
            ),
            models.CheckConstraint(
                condition=Q(announced_count__isnull=True) | Q(announced_count__gt=0),
                name="volunteers_team_count_above_zero",
                violation_error_code="announced_count",
                violation_error_message="公布的数量必须大于零；不知道时留空。",
            ),
            models.CheckConstraint(
                condition=~Q(contact__regex=r"1[3-9]\d([ -]?\d{4}){2}"),
                name="volunteers_team_contact_is_an_office",
                violation_error_code="contact",
                violation_error_message="这一项会公开，请填办公电话，不要填个人手机号。",
            ),
        )

    def __str__(self):
        return self.name

    def get_absolute_url(self):
        return address_of("volunteers:detail", self.pk)

    def description(self) -> str:
        """A few words on the page for search engines."""
        return shortened(self.summary or running_text(self.body) or self.name, 150)


class Membership(RulesBesideFields):
    """A volunteer's place in a team."""

    team = models.ForeignKey(Team, verbose_name="队伍", on_delete=models.CASCADE, related_name="memberships")
    volunteer = models.ForeignKey(
        Volunteer, verbose_name="志愿者", on_delete=models.PROTECT, related_name="memberships"
    )
    is_leader = models.BooleanField("队长或负责人", default=False)
    joined_on = models.DateField("加入日期", null=True, blank=True)
    left_on = models.DateField("退出日期", null=True, blank=True)

    class Meta:
        verbose_name = "队员"
        verbose_name_plural = "队员"
        ordering = ("-is_leader", "pk")
        constraints = (
            models.UniqueConstraint(
                fields=("team", "volunteer"),
                name="volunteers_membership_once",
                violation_error_code="volunteer",
                violation_error_message="这名志愿者已经在队伍里。",
            ),
            models.CheckConstraint(
                condition=Q(joined_on__isnull=True)
                | Q(left_on__isnull=True)
                | Q(left_on__gte=F("joined_on")),
                name="volunteers_membership_dates_in_order",
                violation_error_code="left_on",
                violation_error_message="退出日期不能早于加入日期。",
            ),
        )

    def __str__(self):
        return f"{self.volunteer}"
