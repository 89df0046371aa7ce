"""On the site itself, whoever is signed in at the desk sees beforehand what is in reach, and no more."""

from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from reports.document.periods import HalfYear
from tests.factories import CommendationFactory, PhotoFactory, ReportFactory

pytestmark = pytest.mark.django_db

STATES = {
    "draft": {},
    "in_review": {},
    "withdrawn": {},
    "scheduled": {"state": "published", "published_at": timezone.now() + timedelta(days=9)},
}


@pytest.mark.parametrize("state", STATES)
@pytest.mark.parametrize("kind", ["activities.activity", "notices.notice", "volunteers.team"])
def test_page_before_it_is_published_is_shown_to_its_own_branch(branch, site, kind, state):
    for record in (site.own[kind], site.other[kind]):
        values = STATES[state] or {"state": state}
        type(record).objects.filter(pk=record.pk).update(**values)
    own, other = (one[kind].get_absolute_url() for one in (site.own, site.other))

    assert branch.get(own).status_code == 200
    assert branch.get(other).status_code == Client().get(other).status_code != 200


def test_photo_before_it_is_published_is_shown_to_its_own_branch(branch, site):
    own, other = (PhotoFactory(activity=one["activities.activity"]) for one in (site.own, site.other))

    assert [branch.get(photo.image.url).status_code for photo in (own, other)] == [200, 404]


def test_drafts_of_the_committee_are_not_shown_to_a_branch(branch):
    report = ReportFactory(period=HalfYear(2018, 1), title="内部总结")
    commendation = CommendationFactory(year=2018, title="内部表彰")

    pages = [
        branch.get(report.get_absolute_url()),
        branch.get(commendation.get_absolute_url().partition("#")[0]),
        branch.get(reverse("reports:compare")),
    ]

    assert [page.status_code for page in pages] == [404, 404, 200]
    assert "内部" not in "".join(page.content.decode() for page in pages)
