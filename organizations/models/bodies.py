from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F, Q

from organizations.querysets import CommitteeQuerySet
from toolkit.publishing import Stamped
from toolkit.texts.columns import LineField, NameField, ParagraphsField


class Committee(Stamped):
    """The committee whose portal this is: one row, edited in the admin.

    Whatever is left empty is hidden on the site; nothing is made up for it.
    """

    id = models.PositiveSmallIntegerField(primary_key=True, default=1, editable=False)
    name = LineField("名称", max_length=60, help_text="例如“共青团西湖区委”，用于署名。")
    site_name = LineField("网站名称", max_length=60, help_text="显示在每一页的页头。")
    term = LineField("届次", max_length=20, blank=True, help_text="例如“第十届”。")
    introduction = ParagraphsField("简介", blank=True, help_text="显示在“关于我们”一页。")
    site_domain = LineField("网站域名", max_length=100, blank=True, help_text="例如 www.example.gov.cn。")
    address = LineField("地址", max_length=120, blank=True)
    postal_code = LineField("邮编", max_length=10, blank=True)
    phone = LineField("办公电话", max_length=40, blank=True)
    email = models.EmailField("电子邮箱", blank=True)
    icp_number = LineField("ICP备案号", max_length=60, blank=True)
    police_number = LineField("公安备案号", max_length=60, blank=True)
    site_code = LineField("政府网站标识码", max_length=20, blank=True, help_text="没有时留空，页面上不显示。")

    objects = CommitteeQuerySet.as_manager()

    class Meta:
        verbose_name = "团区委与网站信息"
        verbose_name_plural = "团区委与网站信息"
        constraints = (
            models.CheckConstraint(
                condition=Q(id=1),
                name="organizations_committee_is_one",
                violation_error_message="本网站只有一个团区委，请修改已有的一条。",
            ),
        )

    def __str__(self):
        return self.name


class Organization(Stamped):
    """A body of the League's own tree, the committee its root."""

    class Kind(models.TextChoices):
        COMMITTEE = "committee", "团区委"
        WORKING_COMMITTEE = "working_committee", "团（工）委"
        GENERAL_BRANCH = "general_branch", "团总支"
        BRANCH = "branch", "团支部"

    name = NameField("全称", max_length=120)
    short_name = NameField("简称", max_length=60, blank=True)
    kind = models.CharField("类别", max_length=20, choices=Kind)
    parent = models.ForeignKey(
        "self",
        verbose_name="上级团组织",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="children",
        help_text="团区委是最上一级，不填；其余组织都要填。",
    )
    is_active = models.BooleanField("在用", default=True, help_text="已撤销或合并的组织取消勾选，不要删除。")

    class Meta:
        verbose_name = "团组织"
        verbose_name_plural = "团组织"
        ordering = ("name",)
        constraints = (
            models.UniqueConstraint(
                fields=("name",),
                name="organizations_organization_named_once",
                violation_error_code="name",
                violation_error_message="已经有同名的团组织。",
            ),
            models.UniqueConstraint(
                fields=("kind",),
                condition=Q(kind="committee"),
                name="organizations_organization_one_root",
                violation_error_code="kind",
                violation_error_message="团区委只有一个。",
            ),
            models.CheckConstraint(
                condition=Q(kind="committee", parent__isnull=True)
                | (~Q(kind="committee") & Q(parent__isnull=False)),
                name="organizations_organization_has_parent",
                violation_error_code="parent",
                violation_error_message="团区委没有上级；其余团组织都要选择上级。",
            ),
            models.CheckConstraint(
                condition=Q(parent__isnull=True) | ~Q(parent=F("id")),
                name="organizations_organization_not_own_parent",
                violation_error_code="parent",
                violation_error_message="团组织不能是自己的上级。",
            ),
        )

    def __str__(self):
        return self.short_name or self.name

    def clean(self):
        super().clean()
        above = self.parent
        while above is not None and self.pk is not None:
            if above.pk == self.pk:
                raise ValidationError({"parent": "这个上级本身在它的下级之中，请另选。"})
            above = above.parent


class Partner(Stamped):
    """A body outside the League that takes part in its activities."""

    name = NameField("名称", max_length=120)
    note = LineField("说明", max_length=200, blank=True)

    class Meta:
        verbose_name = "合作单位"
        verbose_name_plural = "合作单位"
        ordering = ("name",)
        constraints = (
            models.UniqueConstraint(
                fields=("name",),
                name="organizations_partner_named_once",
                violation_error_code="name",
                violation_error_message="已经有同名的合作单位。",
            ),
        )

    def __str__(self):
        return self.name
