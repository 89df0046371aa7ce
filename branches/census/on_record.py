"""What the records of the portal say to a question of the census, organization by organization.

What stands above this app says its own: a module ``for_branches`` of it registers a function here.
"""

from collections.abc import Callable
from dataclasses import dataclass

from django.db.models import Count
from django.urls import reverse
from django.utils.http import urlencode

from activities.models import Activity
from branches.models import CensusQuestion, CensusRound
from organizations.models import Organization

Record = CensusQuestion.Record
Counted = dict[int, int]  # by the key of the organization; those with none may be left out


@dataclass(frozen=True)
class OnRecord:
    """How they are counted, and the address of the desk where those of a body are listed."""

    count: Callable[[CensusRound], Counted]
    address: Callable[[CensusRound, Organization], str]


_RECORDS: dict[str, OnRecord] = {}


def counts_records(kind: str, record: OnRecord) -> None:
    _RECORDS[kind] = record


def on_record(asked: CensusRound, kind: str) -> tuple[Counted, OnRecord] | None:
    """None where nobody counts that, or nothing is compared."""
    record = _RECORDS.get(kind)
    return (record.count(asked), record) if record else None


def _activities(asked: CensusRound) -> Counted:
    held = Activity.objects.published().held_between(asked.starts_on, asked.ends_on)
    rows = held.filter(organizers__isnull=False).order_by().values_list("organizers").annotate(Count("pk"))
    return dict(rows)


def _address_of_activities(asked: CensusRound, body: Organization) -> str:
    days = {"since": f"{asked.starts_on:%Y-%m-%d}", "until": f"{asked.ends_on:%Y-%m-%d}"}
    told = urlencode({"organizers": body.pk, "status": "published", **days})
    return f"{reverse('admin:activities_activity_changelist')}?{told}"


counts_records(Record.ACTIVITIES, OnRecord(_activities, _address_of_activities))
