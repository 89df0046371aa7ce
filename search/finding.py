"""Looking for words: one statement finds, ranks, counts and reads what one page of results shows."""

import json
from dataclasses import dataclass
from datetime import date

from django.db import connection
from django.utils import timezone

from search import pairs
from search.models import Change, Kind
from toolkit.folding import folded

MOST_LISTED = 500  # nobody reads on so far; more words or a filter bring up what is missing
COUNTED_EXACTLY = 1000  # hits; of more, the number is told as "about"
LOOKED_AT = 1000  # of many candidates the best so many are looked at; where they mislead, seldom more
A_PAGE = 20


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


@dataclass(frozen=True)
class Found:
    """One page of hits, title above text and newer above older, and how many there are of what."""

    hits: tuple[Hit, ...]
    listed: int  # hits that pages can show: at most MOST_LISTED
    numbers: tuple[tuple[Filters, int], ...]  # of every combination that has hits
    is_about: bool  # whether the numbers may be a little too high

    def number(self, wanted: Filters) -> int:
        """How many hits there are within the filters."""
        return sum(number for within, number in self.numbers if _is_within(within, wanted))


def find(words: list[str], filters: Filters = Filters(), page: int = 1) -> Found:
    """What holds all the words. The entries must be fresh (``search.refresh``)."""
    found = _found(words, filters, page, LOOKED_AT)
    if found.is_about and found.listed < MOST_LISTED and found.number(filters) > LOOKED_AT:
        return _found(words, filters, page, None)
    return found


def statement(
    words: list[str], filters: Filters, page: int, looked_at: int | None = LOOKED_AT
) -> tuple[str, dict]:
    """The SQL of a search and its values; of many candidates it looks at the best ``looked_at``."""
    values = {
        "pairs": pairs.all_of(words),
        "now": timezone.now(),
        "kind": filters.kind,
        "area": filters.area,
        "year": filters.year,
        "skipped": (page - 1) * A_PAGE,
        "looked_at": looked_at,
    } | {f"word{place}": folded(word) for place, word in enumerate(words)}
    within = [f"{column} = %({name})s" for name, column in _COLUMNS.items() if values[name] is not None]
    misleads = pairs.may_mislead(words)
    parts = {
        "is_candidate": _CANDIDATE + (_SETTLED if Change.objects.exists() else ""),
        "in_title": _all_in("folded_title", words),
        "filters": " AND ".join(within) or "TRUE",
    }
    parts["holds"] = _HOLDS.format(_all_in("whole.folded", words)) if misleads else "TRUE"
    parts["many"] = _MANY.format(**parts) if misleads else "FALSE"
    parts["best"] = _BEST if misleads else str(MOST_LISTED)
    # Apart, so that PostgreSQL plans for the many without a thought of their texts.
    cases = ("(SELECT are_many FROM many)", f"NOT (SELECT are_many FROM many) AND {parts['holds']}")
    counts = [_COUNT.format(**parts, case=case) for case in (cases if misleads else ("TRUE",))]
    return _STATEMENT.format(**parts, counts=" UNION ALL ".join(counts)), values


_COLUMNS = {"kind": "kind", "area": "area_id", "year": "year"}
# In a query of its own, so that PostgreSQL makes no plan for the pairs it would then take for rare.
_CANDIDATE = "pairs @@ (SELECT %(pairs)s::tsquery) AND shown_from <= %(now)s"
_SETTLED = """ AND NOT EXISTS (
    SELECT FROM search_change AS noted WHERE noted.kind = entry.kind AND noted.record_id = entry.record_id
)"""
# Pairs alone mislead where a text has them apart: a look at the text itself decides.
_HOLDS = "(SELECT {} FROM search_entry AS whole WHERE whole.id = entry.id)"
_MANY = f"""(SELECT count(*) > {COUNTED_EXACTLY} FROM (
    SELECT FROM search_entry AS entry WHERE {{is_candidate}} LIMIT {COUNTED_EXACTLY} + 1
) AS candidate)"""
_BEST = "(SELECT CASE WHEN are_many THEN %(looked_at)s::int END FROM many)"
_COUNT = """SELECT kind, area_id AS area, year, count(*) AS number FROM search_entry AS entry
    WHERE {is_candidate} AND {case} GROUP BY 1, 2, 3"""
# What is common is in very many rows: each is read twice, once to count and once to rank, which
# is quicker than to keep them in between.
_STATEMENT = f"""
WITH many AS MATERIALIZED (
    SELECT {{many}} AS are_many
), listed AS MATERIALIZED (
    SELECT id, row_number() OVER () AS place FROM (
        SELECT id FROM (
            SELECT id FROM search_entry AS entry WHERE {{is_candidate}} AND {{filters}}
            ORDER BY {{in_title}} DESC, day DESC NULLS FIRST, kind, record_id DESC LIMIT {{best}}
        ) AS entry WHERE {{holds}} LIMIT {MOST_LISTED}
    ) AS ranked
)
SELECT
    (SELECT jsonb_agg(part) FROM ({{counts}}) AS part),
    (SELECT count(*) FROM listed),
    (SELECT are_many FROM many),
    (SELECT jsonb_agg(hit ORDER BY place) FROM (
        SELECT place, kind, address, title, text, day FROM listed JOIN search_entry USING (id)
        WHERE place > %(skipped)s AND place <= %(skipped)s + {A_PAGE}
    ) AS hit)
"""


def _found(words, filters, page, looked_at) -> Found:
    sql, values = statement(words, filters, page, looked_at)
    with connection.cursor() as cursor:
        cursor.execute(sql, values)
        numbers, listed, is_about, hits = cursor.fetchone()
    return Found(
        hits=tuple(_hit(row) for row in _rows(hits)),
        listed=listed,
        numbers=tuple((_filters(row), row["number"]) for row in _rows(numbers)),
        is_about=is_about,
    )


def _all_in(column, words):
    return " AND ".join(f"strpos({column}, %(word{place})s) > 0" for place in range(len(words)))


def _rows(told):
    return json.loads(told) if isinstance(told, str) else told or ()


def _filters(row):
    return Filters(Kind(row["kind"]), row["area"], row["year"])


def _is_within(within, wanted):
    return all(getattr(wanted, name) in (None, getattr(within, name)) for name in _COLUMNS)


def _hit(row):
    day = date.fromisoformat(row["day"]) if row["day"] else None
    return Hit(Kind(row["kind"]), row["address"], row["title"], row["text"], day)
