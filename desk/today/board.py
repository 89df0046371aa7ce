"""The first page's lines for one reader."""

from collections.abc import Iterable

from django.contrib.admin import ModelAdmin
from django.db.models import Model
from django.http import HttpRequest
from django.urls import reverse

from desk.today.filters import PARAMETER
from desk.today.lines import Asked, Entry, Group, Line, Told, lines_of, told_otherwise

SHOWN = 3  # records of a line; one more than these shows where there are more
MOST_COUNTED = 1000


def board_of(desks: Iterable[ModelAdmin], request: HttpRequest) -> list[tuple[Group, list[Told]]]:
    """What needs doing, group by group, in the order of the desks; a group with nothing to do is left out."""
    asked = Asked(request)
    found = [told for desk in desks for told in _of_desk(desk, asked)]
    found += [told for say in told_otherwise() if (told := say(asked))]
    groups = [(group, [told for told in found if told.group == group]) for group in Group]
    return [(group, told) for group, told in groups if told]


def _of_desk(desk: ModelAdmin, asked: Asked):
    lines = [line for line in lines_of(desk.model).values() if line.may(desk, asked)]
    return [told for line in lines if (told := _told(line, desk, asked))]


def _told(line: Line, desk: ModelAdmin, asked: Asked) -> Told | None:
    """One query where a page has room for all of them; else one more, which counts."""
    records = line.of(desk.get_queryset(asked.request), asked)
    beside = desk.get_list_select_related(asked.request)
    rows = list((records.select_related(*beside) if beside else records)[: SHOWN + 1])
    if not rows:
        return None
    number = len(rows)
    if number > SHOWN:
        number = records.order_by()[: MOST_COUNTED + 1].count()
    return Told(
        title=line.title,
        group=line.group,
        number=min(number, MOST_COUNTED),
        entries=[_entry(row, line) for row in rows[:SHOWN]],
        address=f"{_address(line.model, 'changelist')}?{PARAMETER}={line.name}",
        is_more=number > MOST_COUNTED,
    )


def _entry(record: Model, line: Line) -> Entry:
    return Entry(str(record), _address(line.model, line.page, record.pk), line.told(record))


def _address(model: type[Model], page: str, *key) -> str:
    return reverse(f"admin:{model._meta.app_label}_{model._meta.model_name}_{page}", args=key)
