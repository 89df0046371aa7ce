"""When records took place, as a sentence begins: each date once, and no year that goes without saying."""

import re
from collections.abc import Sequence
from datetime import date

from toolkit.dates.timing import Dated


def time_of(record: Dated, year: int | None = None, until: date | None = None) -> str:
    """4月23日上午; with its year unless that is ``year``; empty for what goes on all that year.

    What ends after ``until`` is told by its beginning: 2月1日起.
    """
    known = record.starts_on.year == year
    if until and record.date_precision == Dated.DatePrecision.RANGE and record.ends_on > until:
        day = record.starts_on
        return f"{'' if known else f'{day.year}年'}{day.month}月{day.day}日起"
    if record.date_precision == Dated.DatePrecision.STANDING:
        return "" if known else f"{record.starts_on.year}年"
    text = record.when_text
    return (known and text.removeprefix(f"{year}年")) or text


def times_of(records: Sequence[Dated], year: int | None = None, until: date | None = None) -> str:
    """3月5日、12日和4月23日: each day once, its month and year only where they change."""
    found: list[str] = []
    before: Dated | None = None
    for record in sorted(records, key=lambda one: one.starts_on):
        text = time_of(record, before.starts_on.year if before else year, until)
        if before and _are_days_of_one_month(before, record):
            text = text.removeprefix(f"{record.starts_on.month}月")
        if not before or record.when_text != before.when_text:
            found.append(text)
        before = record
    found = [text for text in found if text]
    return "和".join(["、".join(found[:-1]), found[-1]] if len(found) > 1 else found)


def is_told(record: Dated, text: str) -> bool:
    """Whether the text says by itself when the record took place."""
    if record.date_precision in Dated.WHOLE_STRETCHES:
        return (record.when_text.partition("年")[2] or record.when_text) in text
    return bool(re.search(rf"(?<!\d){record.starts_on.month}月{record.starts_on.day}日", text))


def _are_days_of_one_month(first: Dated, second: Dated) -> bool:
    days = [(one.starts_on.year, one.starts_on.month) for one in (first, second)]
    are_single = all(one.date_precision == Dated.DatePrecision.DAY for one in (first, second))
    return are_single and days[0] == days[1]
