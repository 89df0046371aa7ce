"""The figures of the records of one item, each under a name of its own, and their sums."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property

import counting
from activities.models import Activity
from activities.models import Figure as Recorded
from reports.composing.figures import counted, made_of, stated, summed
from reports.composing.prose.commendations import passage_of_commendation
from reports.composing.prose.figures import Stated
from reports.composing.repeats import once
from reports.composing.sources import source_of
from reports.document import Figure


@dataclass(frozen=True)
class Named:
    """A figure of a record; ``figure`` bears its name within the item, ``own_name`` is that on the record."""

    record: object
    own_name: str
    figure: Figure
    recorded: Recorded | None  # None of a commendation, whose titles state how many


class Naming:
    """The first record's figures keep their names; a further record's takes a number where its name is taken.

    Where several bear one name and may be added, their sum is 志愿者合计; how many
    records there are is 合并场次.
    """

    def __init__(self, records: Sequence, last: date | None = None):
        self.records = records
        self.last = last
        self.named: list[Named] = []
        taken: set[str] = set()
        for place, record in enumerate(records, 1):
            figures = _figures(record)
            for figure, recorded in figures:
                name = f"{figure.label}（{place}）" if figure.label in taken else figure.label
                self.named.append(Named(record, figure.label, replace(figure, label=name), recorded))
            taken.update(figure.label for figure, _ in figures)

    @cached_property
    def sums(self) -> dict[str, Figure]:
        """By the name of what is added."""
        sums = {}
        for name, figures in self._recorded.items():
            if len(figures) > 1:
                try:
                    sums[name] = summed(f"{name}合计", figures)
                except counting.UnlikeFigures:
                    continue
        return {name: total for name, total in sums.items() if total}

    @cached_property
    def occasions(self) -> Figure | None:
        return counted("合并场次", once(self.records), "次") if len(self.records) > 1 else None

    @cached_property
    def _recorded(self) -> dict[str, list[Recorded]]:
        by_name: dict[str, list[Recorded]] = {}
        for one in self.named:
            if one.recorded:
                by_name.setdefault(one.own_name, []).append(one.recorded)
        return by_name

    def of(self, record) -> list[Named]:
        return [one for one in self.named if one.record is record]

    def together(self, alike: Sequence[Activity]) -> list[Stated]:
        """What these activities state, with the sum in the place of its parts where it is of them all."""
        found: list[Stated] = []
        by_name: dict[str, list[Named]] = {}
        for one in (one for activity in alike for one in self.of(activity)):
            by_name.setdefault(one.own_name, []).append(one)
        for name, ones in by_name.items():
            if len(ones) > 1 and len(ones) == len(self._recorded[name]) and self._is_whole(name):
                found.append(Stated(self.sums[name], ones[0].recorded))
            else:
                found += [Stated(one.figure, one.recorded) for one in ones]
        return found

    def known(self, stated: Sequence[Stated]) -> list[Stated]:
        """Those of the numbers that are known by the last day that the report tells of."""
        return [one for one in stated if not is_after(one.recorded, self.last)]

    def _is_whole(self, name: str) -> bool:
        """Whether the sum leaves nothing out but what another figure repeats, and is known as a whole."""
        figures = self._recorded[name]
        if any(is_after(one, self.last) for one in figures):
            return False
        entering = counting.entering(figures)
        return name in self.sums and all(one in entering or one.repeats_id for one in figures)


def _stated(record: Activity, one: Recorded) -> Figure:
    return stated(one.name, one.count, source_of(record, one.text, one.pk), one.text)


def is_after(recorded: Recorded, last: date | None) -> bool:
    """Whether a number is known only after that day; of what goes on all year staff may tell any time."""
    has_day = recorded.ends_on or recorded.activity.date_precision == Activity.DatePrecision.RANGE
    return bool(last and has_day and recorded.counted_on > last)


def _figures(record) -> list[tuple[Figure, Recorded | None]]:
    if not isinstance(record, Activity):
        return [(figure, None) for figure in passage_of_commendation(record).figures]
    return [(replace(_stated(record, one), made_of=made_of(one)), one) for one in record.figures.all()]
