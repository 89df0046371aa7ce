"""The news while two processes keep its pages: what is published, scheduled or withdrawn shows at once."""

from datetime import timedelta
from time import sleep

import pytest
from django.utils import timezone

from desk.publishing.acts import ALL, take
from tests.factories import ActivityFactory, CommitteeFactory, StaffFactory, WorkAreaFactory
from tests.harness.processes import portals

pytestmark = pytest.mark.django_db(transaction=True)

NEWS, PLANNED = "青年志愿者清理赣江岸线", "定时发布的消息"
PAGES = ("/", "/activities/")


@pytest.fixture
def two(tmp_path):
    cache = {"BACKEND": "django.core.cache.backends.filebased.FileBasedCache", "LOCATION": str(tmp_path)}
    with portals(2, cache) as both:
        yield both


def shown(two, title):
    """Whether each page of each process shows the title, asked as often as a kept page would be."""
    return {title in portal.get(address)[1] for _ in range(2) for portal in two for address in PAGES}


def queries(two):
    return [portal.get(address)[2] for portal in two for address in PAGES]


def test_page_kept_by_two_processes_never_shows_what_was(two):
    CommitteeFactory()
    staff, area = StaffFactory(), WorkAreaFactory()
    activity = ActivityFactory(title=NEWS, area=area)
    story = activity.get_absolute_url()
    assert shown(two, NEWS) == {False}
    assert queries(two) == [1, 1, 1, 1]

    take(ALL["publish"], record=activity, by=staff, at=timezone.now())

    assert shown(two, NEWS) == {True}
    assert queries(two) == [1, 1, 1, 1]
    assert [portal.get(story)[0] for portal in two] == [200, 200]

    moment = timezone.now() + timedelta(seconds=1.5)
    ActivityFactory(title=PLANNED, area=area, state="published", published_at=moment)
    assert shown(two, PLANNED) == {False}
    assert queries(two) == [1, 1, 1, 1]
    sleep(max(0, (moment - timezone.now()).total_seconds()) + 0.01)
    assert shown(two, PLANNED) == {True}

    take(ALL["withdraw"], record=activity, by=staff, at=timezone.now())

    assert shown(two, NEWS) == {False}
    assert [portal.get(story)[0] for portal in two] == [410, 410]
    assert queries(two) == [1, 1, 1, 1]
