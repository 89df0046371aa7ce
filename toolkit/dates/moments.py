"""A moment and a day as staff say them: 10月1日 8:00, 10月1日; the year only where it is not this one."""

from datetime import date, datetime

from django.utils import timezone


def moment_text(at: datetime) -> str:
    """The day and the time in the site's zone."""
    at = timezone.localtime(at)
    return f"{day_text(at)} {at.hour}:{at.minute:02}"


def day_text(day: date) -> str:
    year = "" if day.year == timezone.localdate().year else f"{day.year}年"
    return f"{year}{day.month}月{day.day}日"


def in_days(day: date) -> str:
    """How long there is until the end of a day that is not over."""
    left = (day - timezone.localdate()).days
    return "今天到期" if left == 0 else f"{day_text(day)}到期，还有{left}天"
