"""What bears out a commitment of the plan of the first half of 2020."""

from datetime import date

from tests.factories import ActivityFactory, EvidenceFactory

IN_AUTUMN = date(2020, 9, 10)


def trained(commitment, amount=1, starts_on=IN_AUTUMN, **values):
    """Evidence by a published activity of the second half."""
    activity = ActivityFactory(published=True, starts_on=starts_on, **values)
    return EvidenceFactory(commitment=commitment, activity=activity, amount=amount)
