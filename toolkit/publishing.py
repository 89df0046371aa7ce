"""What the public may see: the state of a record, and who brought it there."""

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import IntegrityError, models, transaction
from django.db.models import Q
from django.utils import timezone

from toolkit.constraints import RulesBesideFields


def is_published(relation: str = "") -> Q:
    """The condition that a record, or those behind ``relation``, may be seen by the public now."""
    at = f"{relation}__" if relation else ""
    return Q(**{f"{at}state": Publishable.State.PUBLISHED, f"{at}published_at__lte": timezone.now()})


class PublishableQuerySet(models.QuerySet):
    def published(self):
        """What the public may see now."""
        return self.filter(is_published())

    def withdrawn(self):
        """What the public could see once, and may not see any longer."""
        return self.filter(state=Publishable.State.WITHDRAWN)


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
    """A record with a public page."""

    class State(models.TextChoices):
        DRAFT = "draft", "草稿"
        IN_REVIEW = "in_review", "待审"
        PUBLISHED = "published", "已发布"
        WITHDRAWN = "withdrawn", "已撤回"

    state = models.CharField(
        "状态",
        max_length=12,
        choices=State,
        default=State.DRAFT,
        help_text="只有“已发布”的内容会出现在网站上，并写入工作总结。",
    )
    published_at = models.DateTimeField(
        "发布时间",
        null=True,
        blank=True,
        help_text="发布时留空，系统会填上当时的时间。",
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
        )

    def clean(self):
        super().clean()
        if self.state == self.State.PUBLISHED and self.published_at is None:
            self.published_at = timezone.now()

    @property
    def is_published(self):
        return (
            self.state == self.State.PUBLISHED
            and self.published_at is not None
            and self.published_at <= timezone.now()
        )


def stamp(record: Stamped, *, by):
    """Note on a record, before it is saved, who enters or changes it."""
    if record._state.adding:
        record.created_by = by
    record.updated_by = by


@transaction.atomic
def publish(*, records, by, at) -> list[Publishable]:
    """Show these records to the public from ``at`` on; returns those that it could not see by then.

    One that was public before keeps its first time of publication. Raises ValidationError where a rule
    refuses one of them, and then shows none.
    """
    State = Publishable.State
    hidden = list(_locked(records).exclude(state=State.PUBLISHED, published_at__lte=at))
    for record in hidden:
        if record.published_at is None or record.published_at > at:
            record.published_at = at
    _move(hidden, to=State.PUBLISHED, by=by, at=at)
    return hidden


@transaction.atomic
def withdraw(*, records, by, at) -> list[Publishable]:
    """Hide from the public what was published of these records; returns those."""
    published = list(_locked(records).filter(state=Publishable.State.PUBLISHED))
    _move(published, to=Publishable.State.WITHDRAWN, by=by, at=at)
    return published


def _locked(records):
    """The same rows, held against other writers, without the joins that a search may have left."""
    return records.model._default_manager.filter(pk__in=records.values("pk")).select_for_update()


def _move(records, *, to, by, at):
    for record in records:
        record.state, record.updated_at = to, at
        stamp(record, by=by)
    if not records:
        return
    fields = ("state", "published_at", "updated_at", "updated_by")
    try:
        with transaction.atomic():
            type(records[0])._default_manager.bulk_update(records, fields)
    except IntegrityError:
        _say_which_is_refused(records)
        raise


def _say_which_is_refused(records):
    """The database names the rule alone; staff need the record too."""
    for record in records:
        try:
            record.validate_constraints()
        except ValidationError as refusal:
            raise ValidationError(f"“{record}”：{''.join(refusal.messages)}") from None
