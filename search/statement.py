"""The SQL of a search: measured among 100,000 entries by `python3 dev.py bench`."""

from dataclasses import dataclass

from django.utils import timezone

from search import pairs
from search.loosening import Sought, letters
from search.models import Change

MOST_LISTED = 500  # nobody reads on so far; more words or a filter bring up what is missing
COUNTED_EXACTLY = 1000  # hits; of more, the number is told as "about"
LOOKED_AT = 3000  # of many candidates the best so many are looked at; where they mislead, seldom more
A_PAGE = 20

_COLUMNS = {"kind": "kind", "area": "area_id", "year": "year"}
# In a query of its own, so that PostgreSQL makes no plan for the pairs it would then take for rare.
_SHOWN = "shown_from <= %(now)s AND (shown_until IS NULL OR shown_until > %(now)s)"
_CANDIDATE = f"pairs @@ (SELECT %({{}})s::tsquery) AND {_SHOWN}"
_SETTLED = """ AND NOT EXISTS (
    SELECT FROM search_change AS noted WHERE noted.kind = entry.kind AND noted.record_id = entry.record_id
)"""
# Pairs alone mislead where a text has them apart: a look at the text itself decides.
_HOLDS = "(SELECT {} FROM search_entry AS whole WHERE whole.id = entry.id)"
_MANY = f"""(SELECT count(*) > {COUNTED_EXACTLY} FROM (
    SELECT FROM search_entry AS entry WHERE {{candidate}} LIMIT {COUNTED_EXACTLY} + 1
) AS candidate)"""
_BEST = "(SELECT CASE WHEN are_many THEN %(looked_at)s::int END FROM many)"
_COUNT = """SELECT kind, area_id AS area, year, count(*) AS number FROM search_entry AS entry
    WHERE {candidate} AND {case} GROUP BY 1, 2, 3"""
# What is common is in very many rows: each is read twice, once to count and once to rank, which
# is quicker than to keep them in between.
_RANKED = """
    SELECT id, {first} + row_number() OVER () AS place FROM (
        SELECT id FROM (
            SELECT id FROM search_entry AS entry WHERE {candidate} AND {filters}
            ORDER BY {in_title} DESC, day DESC NULLS FIRST, kind, record_id DESC LIMIT {best}
        ) AS entry WHERE {holds} LIMIT {most}
    ) AS ranked
"""
# What holds the words as they were typed stands first; only where that leaves room are the others looked at.
_STATEMENT = f"""
WITH many AS MATERIALIZED (
    SELECT {{many}} AS are_many
), exact AS MATERIALIZED ({{exact}}), loose AS MATERIALIZED ({{loose}}), listed AS (
    SELECT * FROM exact UNION ALL SELECT * FROM loose
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
_EXISTING = (
    "(SELECT count(*) FROM (SELECT FROM search_entry AS entry WHERE {} AND {} LIMIT %(enough)s) AS hit)"
)


@dataclass(frozen=True)
class Way:
    """One way to look for words: the condition of the index, and two of the text, in SQL."""

    candidate: str
    in_title: str
    holds: str
    misleads: bool


def statement(words: list[str], filters, page: int, looked_at: int | None = LOOKED_AT) -> tuple[str, dict]:
    """The SQL of a search and its values; of many candidates it looks at the best ``looked_at``."""
    asked = [Sought.of(word) for word in words]
    settled = _settled()
    exact, loose = _exact(asked, settled), _loose(asked, settled)
    values = _values(asked) | vars(filters) | {"skipped": (page - 1) * A_PAGE, "looked_at": looked_at}
    within = [f"{column} = %({name})s" for name, column in _COLUMNS.items() if values[name] is not None]
    told = {
        "filters": " AND ".join(within) or "TRUE",
        "best": _BEST if exact.misleads else str(MOST_LISTED),
    }
    others = f"{told['filters']} AND id NOT IN (SELECT id FROM exact)"
    room = f"(SELECT {MOST_LISTED} - count(*) FROM exact)"
    parts = {
        "many": _MANY.format(candidate=loose.candidate) if exact.misleads else "FALSE",
        "exact": _RANKED.format(**vars(exact), **told, first=0, most=MOST_LISTED),
        "loose": _RANKED.format(
            **vars(loose), **(told | {"filters": others}), first="(SELECT count(*) FROM exact)", most=room
        ),
    }
    # Apart, so that PostgreSQL plans for the many without a thought of their texts.
    cases = ("(SELECT are_many FROM many)", f"NOT (SELECT are_many FROM many) AND {loose.holds}")
    counts = [_COUNT.format(**vars(loose), case=case) for case in (cases if loose.misleads else ("TRUE",))]
    return _STATEMENT.format(**parts, counts=" UNION ALL ".join(counts)), values


def counts_of(questions: list[list[str]], enough: int) -> tuple[str, dict]:
    """The SQL that counts for each question, up to ``enough``, what holds its words; and its values."""
    settled = _settled()
    selected, values = [], {"enough": enough}
    for number, words in enumerate(questions):
        asked = [Sought.of(word) for word in words]
        way = _loose(asked, settled, f"{number}_")
        selected.append(_EXISTING.format(way.candidate, way.holds))
        values |= _values(asked, f"{number}_")
    return f"SELECT {', '.join(selected)}", values


def _settled():
    return _SETTLED if Change.objects.exists() else ""


def _values(asked, prefix=""):
    values = {"now": timezone.now()}
    told = {"exactly": pairs.exactly(asked), "loosely": pairs.loosely(asked)}
    for place, word in enumerate(asked):
        told |= {f"exact{place}": word.exact, f"loose{place}": word.loose, f"numbered{place}": word.numbered}
    return values | {prefix + name: value for name, value in told.items()}


def _exact(asked, settled) -> Way:
    conditions = [f"strpos({{column}}, %(exact{place})s) > 0" for place in range(len(asked))]
    misleads = any(len(word.exact) > 2 for word in asked)
    return _way(_CANDIDATE.format("exactly") + settled, conditions, misleads, ("folded_title", "folded"))


def _loose(asked, settled, prefix="") -> Way:
    conditions = []
    for place, word in enumerate(asked):
        if word.is_marks:
            conditions.append(f"strpos({{marked}}, %({prefix}exact{place})s) > 0")
            continue
        ways = ["loose", "numbered"] if word.numbered else ["loose"]
        told = [f"strpos({{column}}, %({prefix}{way}{place})s) > 0" for way in ways]
        conditions.append(f"({' OR '.join(told)})")
    misleads = any(max(len(word.loose), len(letters(word.numbered or ""))) > 2 for word in asked)
    candidate = _CANDIDATE.format(f"{prefix}loosely") + settled
    return _way(candidate, conditions, misleads, ("loose_title", "loose"), ("folded_title", "folded"))


def _way(candidate, conditions, misleads, columns, marked=("", "")) -> Way:
    in_title, in_text = (
        " AND ".join(
            condition.format(column=prefix + column, marked=prefix + with_marks) for condition in conditions
        )
        for prefix, column, with_marks in zip(("", "whole."), columns, marked, strict=True)
    )
    return Way(candidate, in_title, _HOLDS.format(in_text) if misleads else "TRUE", misleads)
