"""Acts of publishing done by somebody, without a page."""

from django.utils import timezone

from desk.publishing.acts import ALL, Said, take
from tests.factories import StaffFactory


def done(record, act, by=None, **said):
    take(ALL[act], record=record, by=by or StaffFactory(), at=timezone.now(), said=Said(**said))
