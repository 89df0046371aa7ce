"""The years of the honours roll in numbers, each leading to the names and honours that it counts."""

from dataclasses import dataclass

from django.urls import reverse

from honors.models import Award, Commendation, HonorReceived
from toolkit.pages.numbers import Cell, Line

HEADINGS = ("年度", "表彰集体", "表彰个人", "已录入名单", "上级荣誉")


@dataclass(frozen=True)
class Year:
    """One year; a number is None where nothing was announced or entered, which is not 0."""

    year: int
    groups: int | None = None
    persons: int | None = None
    unannounced: int = 0
    named: int | None = None
    received: int | None = None

    @property
    def shown(self) -> Line:
        address = reverse("honors:year", args=[self.year])
        roll = f"{reverse('honors:list')}?year={self.year}"
        note = f"另{self.unannounced}项未公布" if self.unannounced else ""
        return Line(
            f"{self.year}年度",
            (
                _cell(self.groups, "个", address),
                _cell(self.persons, "名", address, note),
                _cell(self.named, "条", roll),
                _cell(self.received, "项", address),
            ),
            address,
        )


def tally() -> list[Year]:
    """Every year that has something to show, newest first."""
    given = {row["year"]: row for row in Commendation.objects.published().announced_by_year()}
    named = Award.objects.published().number_by_year()
    received = HonorReceived.objects.published().number_by_year()
    return [
        Year(**{"year": year, **given.get(year, {})}, named=named.get(year), received=received.get(year))
        for year in sorted({*given, *received}, reverse=True)
    ]


def _cell(number: int | None, measure: str, address: str, note: str = "") -> Cell:
    return Cell("", note=note) if number is None else Cell(f"{number}{measure}", address, note)
