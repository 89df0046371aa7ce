"""What the register of volunteers says to a question of the census."""

from django.db.models import Count, Q
from django.urls import reverse
from django.utils.http import urlencode

from branches.census.on_record import OnRecord, counts_records
from branches.models import CensusQuestion, CensusRound
from organizations.models import Organization
from volunteers.models import Volunteer


def _registered(asked: CensusRound) -> dict[int, int]:
    """By the last day of the round; of whom no day is known, they are taken as registered before."""
    until = Q(registered_on__isnull=True) | Q(registered_on__lte=asked.ends_on)
    known = Volunteer.objects.filter(until, organization__isnull=False).order_by()
    return dict(known.values_list("organization").annotate(Count("pk")))


def _address(asked: CensusRound, body: Organization) -> str:
    return f"{reverse('admin:volunteers_volunteer_changelist')}?{urlencode({'organization': body.pk})}"


counts_records(CensusQuestion.Record.VOLUNTEERS, OnRecord(_registered, _address))
