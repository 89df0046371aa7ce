"""Activities as calendar files (iCalendar, RFC 5545) for phones and desktop calendars."""

import re
from collections.abc import Callable, Iterable
from datetime import UTC, date, timedelta

from icalendar import Calendar, Event, Timezone

from activities.models import Activity

ONE_DAY = timedelta(days=1)
ZONE = "Asia/Shanghai"
SINCE = date(2000, 1, 1)  # no summer time since then
_CONTROLS = re.compile(r"[\x00-\x08\x0b-\x1f\x7f]")


def calendar_file(
    activities: Iterable[Activity], *, name: str, host: str, address_of: Callable[[str], str]
) -> bytes:
    """The activities as all-day events; ``address_of`` makes a path of ours a whole address.

    Each must have a known day and its ``figures`` at hand. ``host`` makes their
    names ours: the same activity replaces itself when a calendar reads it again.
    """
    calendar = Calendar()
    calendar.add("prodid", "-//League portal//Activities//ZH")
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    calendar.add("x-wr-calname", _plain(name))
    calendar.add("x-wr-timezone", ZONE)
    # A calendar must hold something (RFC 5545 §3.6), also while nothing is coming up.
    calendar.add_component(Timezone.from_tzid(ZONE, first_date=SINCE))
    for activity in activities:
        event = _event(activity)
        event.add("uid", f"activity-{activity.pk}@{host}")
        event.add("url", address_of(activity.get_absolute_url()))
        calendar.add_component(event)
    return calendar.to_ical()


def _event(activity: Activity) -> Event:
    changed_at = activity.updated_at.astimezone(UTC)
    event = Event()
    event.add("summary", _plain(activity.title))
    event.add("dtstart", activity.starts_on)
    event.add("dtend", activity.ends_on + ONE_DAY)  # the first day that is not part of it
    event.add("dtstamp", changed_at)
    event.add("last-modified", changed_at)
    event.add("description", _plain(f"{activity.when_text}\n{activity.summary_text()}".strip()))
    event.add("transp", "TRANSPARENT")  # nobody is busy all day because of it
    if activity.place:
        event.add("location", _plain(activity.place))
    return event


def _plain(text: str) -> str:
    return _CONTROLS.sub("", text)
