"""What the public may see: the state of a record, and who brought it there.

The acts that change the state stand in ``desk.publishing``.
"""

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Coalesce, Concat, NullIf
from django.utils import timezone

from toolkit.constraints import RulesBesideFields
from toolkit.dates.moments import moment_text


def is_published(relation: str = "") -> Q:
    """The condition that a record, or those behind ``relation``, may be seen by the public now."""
    at, now = f"{relation}__" if relation else "", timezone.now()
    ends = Q(**{f"{at}expires_at__isnull": True}) | Q(**{f"{at}expires_at__gt": now})
    return Q(**{f"{at}state": Publishable.State.PUBLISHED, f"{at}published_at__lte": now}) & ends


def published_sql(table: str = "", now: str = "%(now)s") -> str:
    """The same condition in SQL, of the columns of ``table``; ``now`` stands in it twice."""
    at = f"{table}." if table else ""
    ends = f"({at}expires_at IS NULL OR {at}expires_at > {now})"
    return f"{at}state = 'published' AND {at}published_at <= {now} AND {ends}"


def has_status(status: str) -> Q:
    """The condition that staff see a record under this status now."""
    State, Status, now = Publishable.State, Publishable.Status, timezone.now()
    times = {
        Status.SCHEDULED: Q(published_at__gt=now),
        Status.PUBLISHED: is_published(),
        Status.EXPIRED: Q(published_at__lte=now, expires_at__lte=now),
    }
    return Q(state=State.PUBLISHED) & times[status] if status in times else Q(state=status)


def name_of(user: str) -> Coalesce:
    """The name of a related user as ``person`` shows it (desk.templatetags.people), in the database."""
    whole = NullIf(Concat(f"{user}__last_name", f"{user}__first_name"), models.Value(""))
    return Coalesce(whole, F(f"{user}__username"))


class PublishableQuerySet(models.QuerySet):
    def published(self):
        """What the public may see now."""
        return self.filter(is_published())

    def withdrawn(self):
        """What was taken back from the public by hand."""
        return self.filter(state=Publishable.State.WITHDRAWN)

    def gone(self):
        """What the public could see once, and may not see any longer."""
        return self.filter(Q(state=Publishable.State.WITHDRAWN) | has_status(Publishable.Status.EXPIRED))


ACTS = {"submit": "送审", "return": "退回", "publish": "发布", "schedule": "定时发布", "withdraw": "撤回"}
TYPED_REVIEWER = "录入纸质材料时，照材料填写；在本系统中审核发布的，不必填，页面写发布人的姓名。"


def rights(model: str, name: str) -> tuple[tuple[str, str], ...]:
    """The permissions of a publishable model, for its ``Meta``: one for each act."""
    return tuple((f"{act}_{model}", f"可以{label}{name}") for act, label in ACTS.items())


class Stamped(RulesBesideFields):
    """A record that says who entered it, who changed it last, and when."""

    created_at = models.DateTimeField("录入时间", auto_now_add=True)
    created_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name="录入人",
        null=True,
        blank=True,
        editable=False,
        on_delete=models.PROTECT,
        related_name="+",
    )
    updated_at = models.DateTimeField("最近修改时间", auto_now=True)
    updated_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name="最近修改人",
        null=True,
        blank=True,
        editable=False,
        on_delete=models.PROTECT,
        related_name="+",
    )

    class Meta:
        abstract = True


class Publishable(Stamped):
    """A record with a public page. Its state is changed by acts alone, never by a form's field."""

    class State(models.TextChoices):
        DRAFT = "draft", "草稿"
        IN_REVIEW = "in_review", "待审"
        PUBLISHED = "published", "已发布"
        WITHDRAWN = "withdrawn", "已撤回"

    class Status(models.TextChoices):
        """The state as staff see it: of what is published, its times say more."""

        DRAFT = "draft", "草稿"
        IN_REVIEW = "in_review", "待审"
        SCHEDULED = "scheduled", "定时发布"
        PUBLISHED = "published", "已发布"
        EXPIRED = "expired", "已到期"
        WITHDRAWN = "withdrawn", "已撤回"

    state = models.CharField("状态", max_length=12, choices=State, default=State.DRAFT)
    published_at = models.DateTimeField("发布时间", null=True, blank=True)
    expires_at = models.DateTimeField(
        "到期时间",
        null=True,
        blank=True,
        help_text="到了这个时间，页面自动从网站上撤下，也不再写入工作总结；一直公开的，留空。",
    )
    approved_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name="审核人",
        null=True,
        blank=True,
        editable=False,
        on_delete=models.PROTECT,
        related_name="+",
    )

    class Meta:
        abstract = True
        constraints = (
            models.CheckConstraint(
                condition=~Q(state="published") | Q(published_at__isnull=False),
                name="%(app_label)s_%(class)s_published_has_time",
                violation_error_code="published_at",
                violation_error_message="已发布的内容必须有发布时间。",
            ),
            models.CheckConstraint(
                condition=Q(expires_at__isnull=True)
                | Q(published_at__isnull=True)
                | Q(expires_at__gt=F("published_at")),
                name="%(app_label)s_%(class)s_expires_after_published",
                violation_error_code="expires_at",
                violation_error_message="到期时间要在发布时间以后。",
            ),
        )

    def clean(self):
        super().clean()
        if self.state == self.State.PUBLISHED and self.published_at is None:
            self.published_at = timezone.now()

    @property
    def status(self) -> str:
        if self.state != self.State.PUBLISHED:
            return self.Status(self.state)
        now = timezone.now()
        if self.published_at > now:
            return self.Status.SCHEDULED
        return self.Status.EXPIRED if self.expires_at and self.expires_at <= now else self.Status.PUBLISHED

    @property
    def status_text(self) -> str:
        """The status with the time that it is about: 定时发布（10月1日 8:00）."""
        status, Status = self.status, self.Status
        if status == Status.PUBLISHED and self.expires_at:
            return f"已发布（{moment_text(self.expires_at)}到期）"
        at = {Status.SCHEDULED: self.published_at, Status.EXPIRED: self.expires_at}.get(status)
        return f"{status.label}（{moment_text(at)}）" if at else status.label

    @property
    def preview_text(self) -> str:
        """What a preview says of who sees the page, and from when on."""
        if self.status == self.Status.SCHEDULED:
            return f"这是内部预览，公众从{moment_text(self.published_at)}起看得到这一页。"
        return "这是内部预览，公众看不到这一页。"

    @property
    def is_published(self) -> bool:
        return self.state == self.State.PUBLISHED and self.status == self.Status.PUBLISHED

    @property
    def is_gone(self) -> bool:
        """Whether the public could see it once, and may not any longer."""
        return self.status in (self.Status.WITHDRAWN, self.Status.EXPIRED)


def stamp(record: Stamped, *, by):
    """Note on a record, before it is saved, who enters or changes it."""
    if record._state.adding:
        record.created_by = by
    record.updated_by = by
