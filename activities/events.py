"""Activities as calendar files (iCalendar, RFC 5545) for phones and desktop calendars."""

import re
from collections.abc import Callable, Iterable
from datetime import UTC, date, timedelta
from uuid import UUID, uuid5

from icalendar import Calendar, Event, Timezone, vDuration

from activities.models import Activity

ONE_DAY = timedelta(days=1)
ZONE = "Asia/Shanghai"
ASKED_AGAIN_AFTER = timedelta(hours=6)  # by calendars that subscribe
CALLED_OFF = "已撤回的活动"
SINCE = date(2000, 1, 1)  # no summer time since then
_ENTRIES = UUID("5f0b7c1e-4c0d-4f0e-9a57-2d6a3c1b8e94")  # the space of names of our entries
_CONTROLS = re.compile(r"[\x00-\x08\x0b-\x1f\x7f]")


def calendar_file(
    activities: Iterable[Activity], *, name: str, source: str, address_of: Callable[[str], str]
) -> bytes:
    """The activities as all-day events; ``address_of`` makes a path of ours a whole address.

    Each must have a known day, and a published one its ``figures`` at hand. ``source`` is the whole
    address of the file itself. What a calendar reads again replaces what it read before; of a withdrawn
    activity only that its day is called off.
    """
    calendar = Calendar()
    calendar.add("prodid", "-//League portal//Activities//ZH")
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    calendar.add("name", _plain(name))
    calendar.add("x-wr-calname", _plain(name))  # the older name of the same, and so below
    calendar.add("source", source, parameters={"VALUE": "URI"})
    calendar.add("refresh-interval", ASKED_AGAIN_AFTER, parameters={"VALUE": "DURATION"})
    calendar.add("x-published-ttl", vDuration(ASKED_AGAIN_AFTER))
    calendar.add("x-wr-timezone", ZONE)
    # A calendar must hold something (RFC 5545 §3.6), also while nothing is coming up.
    calendar.add_component(Timezone.from_tzid(ZONE, first_date=SINCE))
    for activity in activities:
        event = _entry(activity)
        if activity.state == Activity.State.WITHDRAWN:
            event.add("summary", CALLED_OFF)
            event.add("status", "CANCELLED")
        else:
            _tell(event, activity)
            event.add("url", address_of(activity.get_absolute_url()))
        calendar.add_component(event)
    return calendar.to_ical()


def _entry(activity: Activity) -> Event:
    """The days, and which state of which entry this is."""
    changed_at = activity.updated_at.astimezone(UTC)
    event = Event()
    event.add("uid", _name_of(activity))
    # Calendars take the higher number for the newer: seconds of the record's life, so that none is counted.
    event.add("sequence", max(0, int((activity.updated_at - activity.created_at).total_seconds())))
    event.add("dtstamp", changed_at)  # this state of it; a file that nobody changed stays the same file
    event.add("last-modified", changed_at)
    event.add("dtstart", activity.starts_on)
    event.add("dtend", activity.ends_on + ONE_DAY)  # the first day that is not part of it
    event.add("transp", "TRANSPARENT")  # nobody is busy all day because of it
    return event


def _name_of(activity: Activity) -> str:
    """One name for ever, whatever address the site is reached by, and unlike that of any other site."""
    return str(uuid5(_ENTRIES, f"{activity.pk} {activity.created_at.astimezone(UTC).isoformat()}"))


def _tell(event: Event, activity: Activity):
    event.add("summary", _plain(activity.title))
    event.add("status", "CONFIRMED")  # also what was called off before
    event.add("description", _plain(f"{activity.when_text}\n{activity.summary_text()}".strip()))
    if activity.place:
        event.add("location", _plain(activity.place))


def _plain(text: str) -> str:
    return _CONTROLS.sub("", text)
