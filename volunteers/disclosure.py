"""What the public reads of teams and stations; of a volunteer nothing."""

from datetime import date

from django.db.models import Q
from django.utils import timezone

from desk.gate.registry import ONCE_SAVED, PUBLISHED, STAMPS, Person, disclose
from volunteers.models import Membership, ServiceField, ServiceRecord, Team, Volunteer

OF_AGE = 18


def _eighteen_years_ago() -> date:
    today = timezone.localdate()
    return today.replace(year=today.year - OF_AGE, day=min(today.day, 28))


disclose(ServiceField, public="name position", staff="id", when=ONCE_SAVED)
disclose(
    Team,
    public="id published_at name kind organization announced_count founded_on place coverage contact summary"
    " body fields activities",
    staff=f"state expires_at approved_by members {STAMPS}",
    when=PUBLISHED,
)
disclose(
    Volunteer,
    staff=f"name organization registered_on {STAMPS}",
    private="id phone id_number birth_on note",
    person=Person(
        "name",
        lambda: Q(birth_on__gt=_eighteen_years_ago()),
        lambda: Q(birth_on__lte=_eighteen_years_ago()),
    ),
)
disclose(Membership, staff="id team volunteer is_leader joined_on left_on")
disclose(
    ServiceRecord,
    staff="id volunteer activity team served_on hours content ledger evidence recorded_by confirmed_at"
    f" confirmed_by predates_rules {STAMPS}",
)
