"""The records that a total of a period rests on, for the page that its number leads to."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.db.models import QuerySet

from activities.indicators import service_of
from activities.models import Activity, Figure
from branches.census.levels import CensusLevel
from honors.models import HonorReceived
from reports.composing.totals import ACTIVITIES, occasion
from reports.over_time.numbers import HONORS, OTHERS, OverTime, begun
from reports.over_time.periods import Period
from reports.over_time.service import service_until

REPEATED = "疑似重复，合计只算一次"
_NAMED = ("title", "starts_on", "ends_on", "date_precision", "day_part")


@dataclass(frozen=True)
class Record:
    """One record: what it is, where it stands, when it was, and what it contributes."""

    label: str
    address: str
    when: str = ""
    name: str = ""
    text: str = ""
    note: str = ""


def records_of(label: str, period: Period, numbers: OverTime) -> Sequence:
    """All that bear the total asked for, the newest first; ``shown`` makes a page of them records."""
    today = numbers.today
    days = (period.first_day, min(period.last_day, today))
    if label == ACTIVITIES:
        return begun(Activity, today).held_between(*days).only(*_NAMED).newest_first()
    if label in (HONORS, *OTHERS):
        honors = begun(HonorReceived, today).placed_between(period.first_day, period.last_day)
        return honors.filter(given_to=OTHERS.get(label, "committee")).order_by("-starts_on", "-pk")
    stock = numbers.stock(label, period)
    if isinstance(stock, CensusLevel):
        return [stock]
    if stock:
        return _with_story(Figure.objects.filter(pk=stock.pk))
    figures = _with_story(numbers.figures)
    service = service_of(numbers.indicators)
    if service is None or label != service.name:
        return figures
    return [*service_until(today, numbers.indicators).served_between(*days).by_occasion(), *figures]


def shown(row: Activity | HonorReceived | Figure | CensusLevel | dict) -> Record:
    if isinstance(row, CensusLevel):
        return Record(row.label, "", text=row.text)
    if isinstance(row, Activity):
        return Record(row.title, row.get_absolute_url(), row.when_text)
    if isinstance(row, HonorReceived):
        address = f"{row.get_absolute_url()}#honor-{row.pk}"
        return Record(row.sentence, address, row.when_text, text=row.count_text)
    if isinstance(row, Figure):
        note = REPEATED if row.repeats_id else ""
        story = row.activity
        return Record(story.title, story.get_absolute_url(), story.when_text, row.name, row.text, note)
    source = occasion(row)
    return Record(source.label, source.url, text=source.text)


def _with_story(figures: QuerySet) -> QuerySet:
    own = ("name", "wording", "value", "high", "unit", "noun", "as_of", "kind", "precision", "repeats_id")
    story = [f"activity__{name}" for name in _NAMED]
    return (
        figures.select_related("activity")
        .only(*own, *story)
        .order_by("-activity__starts_on", "-activity_id", "position", "pk")
    )
