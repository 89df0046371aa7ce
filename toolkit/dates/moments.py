"""A moment as staff say it: 10月1日 8:00."""

from datetime import datetime

from django.utils import timezone


def moment_text(at: datetime) -> str:
    """The day and the time in the site's zone; the year only where it is not this one."""
    at = timezone.localtime(at)
    year = "" if at.year == timezone.localdate().year else f"{at.year}年"
    return f"{year}{at.month}月{at.day}日 {at.hour}:{at.minute:02}"
