"""What waits of records with a public page: for review, for its writer, for its time."""

from functools import partial

from django.apps import apps
from django.contrib.contenttypes.models import ContentType
from django.db.models import OuterRef, Q, Subquery
from django.urls import reverse

from desk.models import Draft, Step
from desk.publishing.acts import ALL
from desk.searching import among
from desk.today import Asked, Entry, Group, Line, Told, register, register_told
from toolkit.dates.moments import moment_text
from toolkit.publishing import Publishable, has_status

State, Status = Publishable.State, Publishable.Status
MOST_UNFINISHED = 20


def _may(act: str, desk, asked: Asked) -> bool:
    return desk.may_act(asked.request, ALL[act])


def _with_draft(records, asked, is_meant):
    """The condition that a record has a draft beside it which is meant."""
    drafts = asked.drafts_of(records.model)
    return among(draft.object_id for draft in drafts if is_meant(draft))


def awaiting(records, asked):
    sent = _with_draft(records, asked, lambda draft: draft.sent_at)
    return records.filter(Q(state=State.IN_REVIEW) | Q(sent))


def returned(records, asked):
    """What went back to whoever sent it, and was not sent again."""
    kind = ContentType.objects.get_for_model(records.model)
    steps = Step.objects.filter(content_type=kind, object_id=OuterRef("pk")).order_by("-pk")
    told = records.alias(
        last_act=Subquery(steps.values("act")[:1]),
        sender=Subquery(steps.filter(act="submit").values("by")[:1]),
    )
    back = Q(state=State.DRAFT, last_act="return", sender=asked.user.pk)
    beside = _with_draft(records, asked, lambda draft: draft.returned_for and _is_mine(draft, asked))
    return told.filter(back | Q(beside))


def drafts(records, asked):
    """What somebody began and has not sent; without what came back, which has a line of its own."""
    written = Q(state=State.DRAFT) & (Q(created_by=asked.user) | Q(updated_by=asked.user))
    beside = _with_draft(
        records,
        asked,
        lambda draft: not draft.sent_at and not draft.returned_for and _is_mine(draft, asked),
    )
    return records.filter(written | Q(beside)).exclude(pk__in=returned(records, asked).values("pk"))


def _is_mine(draft: Draft, asked: Asked) -> bool:
    return draft.updated_by_id == asked.user.pk


def agreed(records, asked):
    """What somebody without an account agreed to, and was not changed or published since."""
    said = asked.agreed_to(records.model)
    newer = Q(pk__in=())
    for key, at in said:
        newer |= Q(pk=key, updated_at__lt=at)
    return records.filter(newer)


def scheduled(records, asked):
    return records.filter(has_status(Status.SCHEDULED)).order_by("published_at", "pk")


def _lines_of(model):
    name = model._meta.verbose_name
    line, reviewer = partial(Line, model=model), partial(_may, "publish")
    return (
        line(
            name="awaiting",
            title=f"等你审核的{name}",
            group=Group.MINE,
            of=awaiting,
            may=reviewer,
        ),
        line(name="returned", title=f"退回给你的{name}", group=Group.MINE, of=returned),
        line(name="agreed", title=f"预览链接上已经同意的{name}", group=Group.MINE, of=agreed),
        line(name="drafts", title=f"你还没有送审的{name}", group=Group.MINE, of=drafts),
        line(
            name="scheduled",
            title=f"定时发布的{name}",
            group=Group.DUE,
            of=scheduled,
            told=lambda record: moment_text(record.published_at),
        ),
    )


@register_told
def unfinished(asked: Asked) -> Told | None:
    """What was begun and lacks too much to be a record yet: its form is all that there is."""
    mine = Draft.objects.filter(object_id=None, updated_by=asked.user).select_related("content_type")
    entries = [_unfinished(draft) for draft in mine.defer("held", "base")[:MOST_UNFINISHED]]
    return Told("你还没有填完的草稿", Group.MINE, len(entries), entries) if entries else None


def _unfinished(draft: Draft) -> Entry:
    model = draft.content_type.model_class()
    address = reverse(f"admin:{model._meta.app_label}_{model._meta.model_name}_add")
    return Entry(str(draft), f"{address}?draft={draft.pk}", model._meta.verbose_name)


for model in apps.get_models():
    if issubclass(model, Publishable):
        register(*_lines_of(model))
