"""How long pages may be kept, and that whatever changes in public is seen at once."""

from datetime import timedelta

import pytest
from django.apps import apps
from django.db import connection
from django.utils import timezone

from activities.models import Activity
from branches.models import CensusAnswer, CensusQuestion, CensusReturn, CensusRound
from desk.publishing.acts import ALL, take
from front.models import PublicChange
from organizations.models import Committee
from reports.document.periods import HalfYear
from tests.factories import (
    ActivityFactory,
    CampaignFactory,
    CommitteeFactory,
    ReportFactory,
    TeamFactory,
    UserFactory,
)

pytestmark = pytest.mark.django_db

PUBLIC_APPS = ("organizations", "activities", "notices", "volunteers", "honors", "reports")
PAGES = ("/", "/activities/", "/honors/", "/reports/", "/feed/", "/sitemap.xml", "/data/activities.json")


def told_now():
    return PublicChange.objects.told_beside(Committee)[0]


def asked_again(client, address, first):
    return client.get(address, headers={"if-none-match": first["ETag"]})


@pytest.mark.parametrize("address", PAGES)
def test_page_may_be_kept_and_is_answered_in_one_query_while_nothing_changes(
    client, django_assert_num_queries, address
):
    CommitteeFactory()
    first = client.get(address)

    with django_assert_num_queries(1):
        second = asked_again(client, address, first)

    assert first["Cache-Control"] == "public, max-age=0, s-maxage=10, stale-if-error=3600"
    assert (second.status_code, second.content) == (304, b"")
    assert (second["ETag"], second["Cache-Control"]) == (first["ETag"], first["Cache-Control"])


def test_page_is_kept_before_the_committee_is_entered(client):
    first = client.get("/")

    assert asked_again(client, "/", first).status_code == 304


@pytest.mark.parametrize("address", PAGES)
def test_reader_who_knows_only_a_time_is_answered_too(client, address):
    ActivityFactory(published=True)
    PublicChange.objects.update(at=timezone.now() - timedelta(minutes=2))
    first = client.get(address)

    second = client.get(address, headers={"if-modified-since": first["Last-Modified"]})
    earlier = client.get(address, headers={"if-modified-since": "Wed, 01 Jan 2020 00:00:00 GMT"})

    assert (second.status_code, earlier.status_code) == (304, 200)


def test_time_of_a_change_just_made_answers_for_nothing_yet(client):
    ActivityFactory(published=True)
    first = client.get("/")

    second = client.get("/", headers={"if-modified-since": first["Last-Modified"]})

    assert second.status_code == 200


def test_image_keeps_the_stricter_policy_that_it_was_sent_with(client):
    for half in (1, 2):
        report = ReportFactory(period=HalfYear(2020, half), is_public=True)
        ActivityFactory(published=True, starts_on=report.starts_on)
    address = "/reports/compare/areas.svg?a=2020-h1&b=2020-h2"
    first = client.get(address)

    second = asked_again(client, address, first)

    assert "default-src 'none'" in first["Content-Security-Policy"]
    assert (second.status_code, second.has_header("Content-Security-Policy")) == (304, False)


@pytest.mark.parametrize(
    "write",
    [
        lambda activity: activity.save(),
        lambda activity: Activity.objects.update(title="改了"),
        lambda activity: Activity.objects.all().delete(),
        lambda activity: activity.tags.create(name="新标签"),
        lambda activity: CommitteeFactory(),
        lambda activity: TeamFactory(published=True),
    ],
    ids=["save", "bulk update", "delete", "link", "committee", "other record"],
)
def test_whatever_is_written_is_seen_at_once(client, write):
    activity = ActivityFactory(published=True)
    first = client.get("/activities/")

    write(activity)

    second = asked_again(client, "/activities/", first)
    assert second.status_code == 200
    assert second["ETag"] != first["ETag"]


def test_withdrawn_page_is_gone_for_whoever_kept_it(client, staff):
    activity = ActivityFactory(published=True)
    first = client.get(activity.get_absolute_url())

    take(ALL["withdraw"], record=activity, by=staff, at=timezone.now())

    assert asked_again(client, activity.get_absolute_url(), first).status_code == 410


def test_each_page_has_an_etag_of_its_own(client):
    etags = {client.get(address)["ETag"] for address in (*PAGES, "/?a=1")}

    assert len(etags) == len(PAGES) + 1


def test_record_to_be_public_later_or_for_a_while_notes_the_moments_ahead(client):
    tomorrow = timezone.now() + timedelta(days=1)
    PublicChange.objects.all().delete()

    ActivityFactory(state="published", published_at=tomorrow)
    Activity.objects.update(published_at=tomorrow + timedelta(hours=1))
    CampaignFactory(expires_at=tomorrow + timedelta(hours=2))

    ahead = PublicChange.objects.filter(at__gt=timezone.now()).values_list("at", flat=True).order_by("at")
    assert list(ahead) == [tomorrow + timedelta(hours=wait) for wait in range(3)]


def test_moment_noted_ahead_counts_when_it_has_come():
    PublicChange.objects.all().delete()
    hour = timedelta(hours=1)
    due, ahead = (PublicChange.objects.create(at=timezone.now() + wait) for wait in (-hour, hour))

    told = told_now()

    assert told == (str(due.pk), 1, due.at)
    ahead.at = timezone.now()
    ahead.save()
    assert told_now().changes == f"{due.pk},{ahead.pk}"


def test_change_noted_earlier_and_committed_later_is_told_apart():
    PublicChange.objects.all().delete()
    now = timezone.now()
    PublicChange.objects.create(pk=10**6 + 2, at=now)
    before = told_now()

    PublicChange.objects.create(pk=10**6 + 1, at=now - timedelta(seconds=1))

    assert told_now().changes != before.changes


def test_committee_comes_in_the_same_query_and_whole(django_assert_num_queries):
    with django_assert_num_queries(1):
        assert PublicChange.objects.told_beside(Committee)[1] is None
    committee = Committee.objects.get(pk=CommitteeFactory().pk)

    found = PublicChange.objects.told_beside(Committee)[1]

    assert {**vars(found), "_state": None} == {**vars(committee), "_state": None}


def test_old_notes_go_with_a_new_one():
    PublicChange.objects.create(at=timezone.now() - timedelta(hours=2))

    ActivityFactory()

    hour_ago = timezone.now() - timedelta(hours=1)
    assert not PublicChange.objects.filter(at__lt=hour_ago).exists()
    assert PublicChange.objects.exists()


def test_every_table_behind_public_pages_is_watched():
    models = [
        model
        for label in PUBLIC_APPS
        for model in apps.get_app_config(label).get_models(include_auto_created=True)
    ]
    models += [CensusAnswer, CensusQuestion, CensusReturn, CensusRound]  # what a census came to

    with connection.cursor() as cursor:
        cursor.execute("SELECT tgrelid::regclass::text, tgname FROM pg_trigger WHERE tgname LIKE 'note_%'")
        watched = set(cursor.fetchall())

    publishable = [model for model in models if any(f.name == "published_at" for f in model._meta.fields)]
    assert watched == {(model._meta.db_table, "note_change") for model in models} | {
        (model._meta.db_table, f"note_publication_{event}")
        for model in publishable
        for event in ("insert", "update")
    }


def test_signed_in_reader_has_a_page_of_their_own(client):
    client.force_login(UserFactory())

    response = client.get("/")

    assert response["Cache-Control"] == "private, no-cache"
    assert not response.has_header("ETag")


def test_signed_in_reader_is_not_answered_from_what_the_public_kept(client):
    first = client.get("/")
    client.force_login(UserFactory())

    assert asked_again(client, "/", first).status_code == 200


@pytest.mark.parametrize("address", ["/healthz", "/search/", "/corrections/", "/admin/login/"])
def test_page_that_must_be_made_anew_says_so(client, address):
    response = client.get(address)

    assert "no-store" in response["Cache-Control"]
    assert not response.has_header("ETag")


def test_missing_page_may_be_kept_no_longer_than_any(client):
    response = client.get("/activities/1/")

    assert (response.status_code, response["Cache-Control"]) == (
        404,
        "public, max-age=0, s-maxage=10, stale-if-error=3600",
    )
    assert not response.has_header("ETag")


def test_refusal_is_not_kept(client):
    response = client.post("/activities/")

    assert (response.status_code, response.has_header("Cache-Control")) == (405, False)
