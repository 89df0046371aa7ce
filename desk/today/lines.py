"""The lines that there are, and what is asked of them."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from functools import cached_property

from django.contrib.admin import ModelAdmin
from django.contrib.contenttypes.models import ContentType
from django.db import models
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils import timezone

from desk.models import Draft, Opinion

OPINIONS_LAST = timedelta(days=30)  # after which nobody asks for one any more


class Group(models.TextChoices):
    """What lines stand under, in the order of the page."""

    MINE = "mine", "等你办的"
    DUE = "due", "有期限的"
    LACKING = "lacking", "还没有补齐的"
    SITE = "site", "网站与来信"


@dataclass(frozen=True)
class Asked:
    """For whom the lines are, and when; what several of them need is read once."""

    request: HttpRequest
    now: datetime = field(default_factory=timezone.now)

    @property
    def user(self):
        return self.request.user

    @cached_property
    def today(self) -> date:
        return timezone.localdate(self.now)

    def drafts_of(self, model) -> list[Draft]:
        """The drafts beside records of a kind; they are few, and so is what this reads of each."""
        kind = ContentType.objects.get_for_model(model)
        return [draft for draft in self._drafts if draft.content_type_id == kind.pk]

    def agreed_to(self, model) -> list[tuple[int, datetime]]:
        """Keys of records of a kind that somebody agreed to of late, by a link of the reader's, and when."""
        kind = ContentType.objects.get_for_model(model)
        return [(key, at) for of_kind, key, at in self._agreed if of_kind == kind.pk]

    @cached_property
    def _agreed(self):
        said = Opinion.objects.filter(kind=Opinion.Kind.AGREED, preview__made_by=self.user.pk)
        lately = said.filter(at__gte=self.now - OPINIONS_LAST)
        return list(lately.values_list("preview__content_type", "preview__object_id", "at"))

    @cached_property
    def _drafts(self):
        told = ("content_type_id", "object_id", "sent_at", "returned_for", "updated_by_id")
        return list(Draft.objects.exclude(object_id=None).only(*told))


def may_change(desk: ModelAdmin, asked: Asked) -> bool:
    return desk.has_change_permission(asked.request)


@dataclass(frozen=True)
class Line:
    """Records of one kind that want something done."""

    name: str
    model: type[models.Model]
    title: str
    group: Group
    of: Callable[[QuerySet, Asked], QuerySet]
    told: Callable[[models.Model], str] = lambda record: ""  # beside the record's name: when, how many
    may: Callable[[ModelAdmin, Asked], bool] = may_change
    page: str = "change"  # of a record, to which its name leads


@dataclass(frozen=True)
class Entry:
    """One record, or whatever else is to be done, as the page names it."""

    text: str
    address: str
    told: str = ""


@dataclass(frozen=True)
class Told:
    """A line as the page tells it; ``address`` leads to the list of all, if there is one."""

    title: str
    group: Group
    number: int
    entries: Sequence[Entry]
    address: str = ""
    is_more: bool = False  # than ``number``, up to which was counted

    @property
    def more(self) -> int:
        return self.number - len(self.entries)


_LINES: dict[type[models.Model], dict[str, Line]] = {}
_TOLD: list[Callable[[Asked], Told | None]] = []


def register(*lines: Line) -> None:
    for line in lines:
        of_model = _LINES.setdefault(line.model, {})
        if line.name in of_model:
            raise ValueError(f"{line.model.__name__} has a line {line.name} already")
        of_model[line.name] = line


def register_told(told: Callable[[Asked], Told | None]) -> Callable[[Asked], Told | None]:
    _TOLD.append(told)
    return told


def lines_of(model: type[models.Model]) -> dict[str, Line]:
    return _LINES.get(model, {})


def told_otherwise() -> Sequence[Callable[[Asked], Told | None]]:
    return _TOLD
