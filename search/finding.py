"""Looking for words: one statement finds, ranks, counts and reads what one page of results shows."""

import json
from dataclasses import dataclass
from datetime import date

from django.db import connection

from search.models import Kind
from search.statement import LOOKED_AT, MOST_LISTED, counts_of, statement


@dataclass(frozen=True)
class Filters:
    """What the hits shall be of; None means all."""

    kind: Kind | None = None
    area: int | None = None
    year: int | None = None


@dataclass(frozen=True)
class Hit:
    kind: Kind
    address: str
    title: str
    text: str
    day: date | None


Numbers = tuple[tuple[Filters, int], ...]  # of every combination that has hits


@dataclass(frozen=True)
class Found:
    """One page of hits and how many there are of what.

    What holds the words as typed stands above the rest; then title above text and newer above older.
    """

    hits: tuple[Hit, ...]
    listed: int  # hits that pages can show: at most MOST_LISTED
    numbers: Numbers
    is_about: bool  # whether the numbers may be a little too high

    def number(self, wanted: Filters) -> int:
        """How many hits there are within the filters."""
        return number_within(self.numbers, wanted)


def number_within(numbers: Numbers, wanted: Filters) -> int:
    return sum(number for within, number in numbers if _is_within(within, wanted))


def find(words: list[str], filters: Filters = Filters(), page: int = 1) -> Found:
    """What holds all the words. The entries must be fresh (``search.refresh``)."""
    found = _found(words, filters, page, LOOKED_AT)
    if found.is_about and found.listed < MOST_LISTED and found.number(filters) > LOOKED_AT:
        return _found(words, filters, page, None)
    return found


def found_among(questions: list[list[str]], enough: int) -> list[int]:
    """How much each of the questions finds, counted up to ``enough``."""
    if not questions:
        return []
    with connection.cursor() as cursor:
        cursor.execute(*counts_of(questions, enough))
        return list(cursor.fetchone())


def _found(words, filters, page, looked_at) -> Found:
    with connection.cursor() as cursor:
        cursor.execute(*statement(words, filters, page, looked_at))
        numbers, listed, is_about, hits = cursor.fetchone()
    return Found(
        hits=tuple(_hit(row) for row in _rows(hits)),
        listed=listed,
        numbers=tuple((_filters(row), row["number"]) for row in _rows(numbers)),
        is_about=is_about,
    )


def _rows(told):
    return json.loads(told) if isinstance(told, str) else told or ()


def _filters(row):
    return Filters(Kind(row["kind"]), row["area"], row["year"])


def _is_within(within, wanted):
    return all(getattr(wanted, name) in (None, getattr(within, name)) for name in ("kind", "area", "year"))


def _hit(row):
    day = date.fromisoformat(row["day"]) if row["day"] else None
    return Hit(Kind(row["kind"]), row["address"], row["title"], row["text"], day)
