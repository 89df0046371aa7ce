"""What was to be public for a while is, after that, on no page, in no file and in no search."""

from datetime import timedelta

import pytest
from django.utils import timezone

from search.refresh import refresh
from tests.factories import (
    PUBLISHED_AT,
    ActivityFactory,
    AwardFactory,
    CampaignFactory,
    CommendationFactory,
    HonorReceivedFactory,
    NoticeFactory,
    PhotoFactory,
    TeamFactory,
)

pytestmark = pytest.mark.django_db

WORD = "过期词"
ADDRESSES = (
    *("/", "/activities/", "/campaigns/", "/notices/", "/honors/", "/volunteers/", "/sitemap/"),
    *("/feed/", "/calendar.ics", "/data/activities.json", "/data/activities.csv", f"/search/?q={WORD}"),
)


def one_of_every_kind(expires_at):
    """The pages of their own, one record of each kind."""
    told = {"published": True, "expires_at": expires_at}
    activity = ActivityFactory(title=WORD, starts_on=timezone.localdate(), **told)
    photo = PhotoFactory(activity=activity, alt=WORD)
    campaign = CampaignFactory(name=WORD, expires_at=expires_at)
    ActivityFactory(title="公开的", published=True).campaigns.add(campaign)
    commendation = CommendationFactory(title=WORD, year=2019, **told)
    AwardFactory(title__commendation=commendation, name=WORD)
    honor = HonorReceivedFactory(title=WORD, year=2018, **told)
    others = (
        NoticeFactory(title=WORD, **told),
        TeamFactory(name=WORD, **told),
        campaign,
        commendation,
        honor,
    )
    pages = [record.get_absolute_url() for record in (activity, *others)]
    return [*pages, f"/activities/{activity.pk}/event.ics", photo.image.url]


def told_of(client, addresses):
    refresh()
    answers = {address: client.get(address) for address in addresses}
    return {
        address
        for address, answer in answers.items()
        if answer.status_code == 200 and WORD in b"".join(answer).decode(errors="replace")
    }


def test_what_has_ended_is_nowhere(client):
    pages = one_of_every_kind(PUBLISHED_AT + timedelta(days=1))

    told = told_of(client, ADDRESSES)

    assert told - {f"/search/?q={WORD}"} == set()
    assert "没有找到" in client.get(f"/search/?q={WORD}").content.decode()
    assert {client.get(page).status_code for page in pages} <= {404, 410}


def test_what_has_not_ended_yet_is_everywhere(client):
    pages = one_of_every_kind(timezone.now() + timedelta(days=1))

    assert told_of(client, ADDRESSES) == set(ADDRESSES)
    assert {client.get(page).status_code for page in pages} == {200}
