"""Stretches of the calendar that a date stands in: its month, season, half-year and year."""

import calendar
from datetime import date


def month_of(day: date) -> tuple[date, date]:
    """First and last day of the month of ``day``."""
    return day.replace(day=1), _last_of_month(day.year, day.month)


def season_of(day: date) -> tuple[date, date]:
    """First and last day of the season of ``day``; winter runs from December to February."""
    first_month = (day.month % 12) // 3 * 3 or 12
    first_year = day.year - 1 if first_month == 12 and day.month < 3 else day.year
    last_year = first_year + 1 if first_month == 12 else first_year
    return date(first_year, first_month, 1), _last_of_month(last_year, (first_month + 1) % 12 + 1)


def half_year_of(day: date) -> tuple[date, date]:
    """First and last day of the half-year of ``day``."""
    if day.month <= 6:
        return date(day.year, 1, 1), date(day.year, 6, 30)
    return date(day.year, 7, 1), date(day.year, 12, 31)


def year_of(day: date) -> tuple[date, date]:
    """First and last day of the year of ``day``."""
    return date(day.year, 1, 1), date(day.year, 12, 31)


def _last_of_month(year: int, month: int) -> date:
    return date(year, month, calendar.monthrange(year, month)[1])
