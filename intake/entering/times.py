"""When something took place, in the fields of a record, and what of it the text does not say.

The words for the precision are those of toolkit.dates.timing.Dated, which needs Django.
"""

import re

from intake.extracting.days import Day
from intake.extracting.period import Period

_DAY_PARTS = {
    "上午": "morning",
    "清晨": "morning",
    "中午": "noon",
    "下午": "afternoon",
    "晚": "evening",
}


def when(text: str, days: tuple[Day, ...], period: Period | None) -> dict:
    """The first day told; without any, the period of the document, no more exact than that is known."""
    known = [day for day in days if day.start]
    if not known:
        return _of_period(period, days)
    day = known[0]
    precision = "day" if day.end == day.start else "range" if day.end else "since"
    if day.is_month:
        precision = "month" if _is_whole_month(text, day) else precision
    part = next((part for word, part in _DAY_PARTS.items() if word in day.span.of(text)), "")
    notes = [f"年份按“{period.label}”推断"] if day.inferred and period else []
    if len(known) > 1:
        notes.append("还写到" + "、".join(dict.fromkeys(one.span.of(text) for one in known[1:4])))
    return {
        "date_precision": precision,
        "starts_on": str(day.start),
        "ends_on": str(day.end) if precision == "range" else None,
        "day_part": part if precision == "day" else "",
        "when_note": "；".join(notes),
        "is_inferred": day.inferred,
    }


def _is_whole_month(text: str, day: Day) -> bool:
    return bool(re.fullmatch(r"[^至到—~～-]*月份?", day.span.of(text)))


def _of_period(period: Period | None, days: tuple[Day, ...]) -> dict:
    months = period and (period.end.year - period.start.year) * 12 + period.end.month - period.start.month + 1
    precision = {1: "month", 3: "half_year", 6: "half_year", 12: "year"}.get(months)
    is_told = precision and not days and (months != 12 or period.start.month == 1)
    note = f"没有写日期，按“{period.label}”记" if is_told else "没有读出日期，请补上"
    return {
        "date_precision": precision if is_told else "day",
        "starts_on": str(period.start) if is_told else None,
        "ends_on": None,
        "day_part": "",
        "when_note": note,
        "is_inferred": True,
    }
