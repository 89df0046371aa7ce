"""Public pages kept at the source: which of them, what a reader gets, and what a shared cache may do."""

import gzip
from datetime import timedelta

import brotli
import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from front.freshness import release
from front.models import PublicChange
from reports.document.periods import HalfYear
from tests.factories import ActivityFactory, CommitteeFactory, ReportFactory

pytestmark = pytest.mark.django_db

PAGES = (
    "/",
    "/activities/",
    "/honors/",
    "/reports/",
    "/about/",
    "/feed/",
    "/sitemap.xml",
    "/data/",
)
PACKED = {"br": brotli.decompress, "gzip": gzip.decompress, "identity": bytes}


@pytest.fixture(autouse=True)
def committee(db):
    return CommitteeFactory()


@pytest.fixture
def shared(settings, tmp_path):
    """The folder of a cache that every client of the test shares, as several processes do."""
    folder = tmp_path / "shared"
    told = {"BACKEND": "django.core.cache.backends.filebased.FileBasedCache", "LOCATION": str(folder)}
    settings.CACHES = {**settings.CACHES, "pages": told}
    return folder


def queries(client, address, **headers):
    with CaptureQueriesContext(connection) as captured:
        client.get(address, headers=headers)
    return len(captured)


@pytest.mark.parametrize("address", PAGES)
def test_page_once_made_is_given_to_the_next_reader_from_one_query(
    client, django_assert_num_queries, address
):
    ActivityFactory(published=True)
    first = client.get(address)

    with django_assert_num_queries(1):
        second = client.get(address)

    assert (second.status_code, second.content, dict(second.items())) == (
        200,
        first.content,
        dict(first.items()),
    )


@pytest.mark.parametrize("address", ["/", "/activities/?page=1"])
def test_kept_page_answers_whoever_asks_again(client, address):
    ActivityFactory(published=True)
    PublicChange.objects.update(at=PublicChange.objects.first().at - timedelta(minutes=2))
    client.get(address)
    kept = client.get(address)

    by_name = client.get(address, headers={"if-none-match": kept["ETag"]})
    by_time = client.get(address, headers={"if-modified-since": kept["Last-Modified"]})

    assert [(answer.status_code, answer.content) for answer in (by_name, by_time)] == [(304, b"")] * 2
    assert [answer["Vary"] for answer in (kept, by_name, by_time)] == ["Accept-Encoding"] * 3


def test_page_made_on_one_server_is_given_by_the_other(shared):
    ActivityFactory(published=True)
    here, there = Client(), Client()
    here.get("/activities/")

    assert queries(there, "/activities/") == 1


@pytest.mark.parametrize(
    "address", ["/activities/1/", "/search/", "/corrections/", "/admin/login/", "/healthz"]
)
def test_error_form_search_and_desk_are_not_kept(client, shared, address):

    client.get(address)

    assert list(shared.glob("*")) == []


def test_withdrawn_page_is_not_kept(client, shared):
    activity = ActivityFactory(published=True, state="withdrawn")

    assert client.get(activity.get_absolute_url()).status_code == 410
    assert list(shared.glob("*")) == []


def test_page_of_a_signed_in_reader_is_neither_kept_nor_taken_from_what_is(client, desk_of_staff, shared):
    draft = ActivityFactory(title="还没有发布")

    preview = desk_of_staff.get(draft.get_absolute_url())

    assert "还没有发布" in preview.content.decode()
    assert client.get(draft.get_absolute_url()).status_code == 404
    assert list(shared.glob("*")) == []


@pytest.fixture
def desk_of_staff(staff):
    client = Client()
    client.force_login(staff)
    return client


def test_image_with_a_policy_of_its_own_keeps_it(client):
    for half in (1, 2):
        report = ReportFactory(period=HalfYear(2020, half), is_public=True)
        ActivityFactory(published=True, starts_on=report.starts_on)
    address = "/reports/compare/areas.svg?a=2020-h1&b=2020-h2"

    policies = [client.get(address)["Content-Security-Policy"] for _ in range(2)]

    own = ["default-src 'none'", "style-src 'unsafe-inline'"]
    assert [sorted(policy.split("; ")) for policy in policies] == [own, own]


def test_addresses_made_up_without_end_are_not_shared(client, shared):
    activity = ActivityFactory(published=True)
    answers = [
        *(client.get(f"/about/?page={number}") for number in range(3)),
        *(client.get("/about/", headers={"host": host}) for host in ("testserver:81", "TestServer")),
        client.get(f"/activities/00{activity.pk}/"),
    ]

    assert {answer.status_code for answer in answers} == {200}
    assert list(shared.glob("*")) == []
    assert queries(client, "/about/?page=0") == 1


def test_header_that_moves_the_site_does_not_put_one_page_at_the_address_of_another(client):
    client.get("/about/", SCRIPT_NAME="/about", PATH_INFO="/")

    assert client.get("/about/").templates[0].name == "about.html"


def test_query_that_only_reads_the_same_once_quoted_is_another(client):
    quoted = client.get("/about/?area=%C3%A5%C2%BF%C2%97")

    assert client.get("/about/", QUERY_STRING="area=å¿\x97")["ETag"] != quoted["ETag"]


def test_page_sent_with_a_cookie_is_not_for_everybody(client):
    client.get("/about/")
    client.cookies["csrftoken"] = "not one of ours"

    page = client.get("/about/")

    assert page.cookies["csrftoken"].value != "not one of ours"
    assert (page["Cache-Control"], page.has_header("ETag")) == ("private, no-cache", False)


@pytest.mark.parametrize("first", PACKED)
@pytest.mark.parametrize("then", PACKED)
def test_page_is_given_in_every_encoding_from_one_query(client, first, then):
    ActivityFactory(published=True)
    plain = Client().get("/activities/")
    client.get("/activities/", headers={"accept-encoding": first})

    asked = queries(client, "/activities/", **{"accept-encoding": then})
    page = client.get("/activities/", headers={"accept-encoding": then})

    assert asked == 1
    assert page.get("Content-Encoding", "identity") == then
    assert PACKED[then](page.content) == plain.content
    assert (page["ETag"], page["Vary"]) == (plain["ETag"], plain["Vary"])
    assert page["Content-Length"] == str(len(page.content))


@pytest.mark.parametrize("is_kept", [True, False])
def test_head_and_range_are_answered_as_the_whole_page(client, is_kept):
    if is_kept:
        client.get("/about/", headers={"accept-encoding": "gzip"})
    head = client.head("/about/", headers={"accept-encoding": "gzip"})
    ranged = client.get("/about/", headers={"accept-encoding": "gzip", "range": "bytes=0-9"})

    assert (head.content, dict(head.items())) == (b"", dict(ranged.items()))
    assert (ranged.status_code, ranged.has_header("Content-Range")) == (200, False)


def test_page_with_a_form_and_page_of_the_desk_are_not_compressed(client, desk_of_staff):
    headers = {"accept-encoding": "gzip, br"}
    pages = [client.get("/corrections/?page=/", headers=headers), desk_of_staff.get("/", headers=headers)]

    assert [page.has_header("Content-Encoding") for page in pages] == [False, False]


def test_no_page_is_kept_with_a_nonce(client):
    assert "nonce" not in client.get("/")["Content-Security-Policy"]


@pytest.mark.parametrize(
    "lie",
    [
        lambda folder: [file.unlink() for file in folder.iterdir()],
        lambda folder: [file.write_bytes(file.read_bytes()[:50]) for file in folder.iterdir()],
        lambda folder: [file.write_bytes(b"<h1>foreign</h1>") for file in folder.iterdir()],
    ],
    ids=["lost", "cut", "foreign"],
)
def test_page_is_right_whatever_the_shared_cache_says(client, shared, lie):
    ActivityFactory(title="一次活动", published=True)
    page = client.get("/activities/")

    lie(shared)

    assert Client().get("/activities/").content == page.content


def test_page_kept_for_another_address_is_not_given(client, shared):
    ActivityFactory(published=True)
    client.get("/activities/")
    (file,) = shared.iterdir()
    kept = file.read_bytes()
    client.get("/honors/")
    other = next(path for path in shared.iterdir() if path != file)
    honors = Client().get("/honors/").content

    other.write_bytes(kept)

    assert Client().get("/honors/").content == honors


def test_shared_cache_that_is_gone_is_no_error(client, settings):
    gone = {"BACKEND": "django.core.cache.backends.redis.RedisCache", "LOCATION": "redis://127.0.0.1:9"}
    settings.CACHES = {**settings.CACHES, "pages": gone}
    ActivityFactory(title="一次活动", published=True)

    assert "一次活动" in client.get("/activities/").content.decode()
    assert queries(client, "/activities/") == 1


def test_servers_with_different_releases_keep_their_pages_apart(shared, settings, tmp_path):
    old = Client().get("/about/")
    settings.BASE_DIR = tmp_path
    release.cache_clear()
    try:
        new = Client().get("/about/")
    finally:
        release.cache_clear()

    assert new["ETag"] != old["ETag"]
    assert len(list(shared.iterdir())) == 2


def test_change_noted_after_a_backup_was_restored_is_another(client):
    PublicChange.objects.update(at=timezone.now() - timedelta(minutes=2))
    first = client.get("/about/")

    PublicChange.objects.update(at=timezone.now() - timedelta(minutes=1))

    assert client.get("/about/")["ETag"] != first["ETag"]


def test_server_whose_clock_is_behind_the_database_shows_a_record_when_its_own_time_comes(
    client, monkeypatch
):
    now = timezone.now()
    ActivityFactory(title="定时发布", state="published", published_at=now - timedelta(seconds=2))
    PublicChange.objects.update(at=now - timedelta(seconds=2))

    with monkeypatch.context() as behind:
        behind.setattr(timezone, "now", lambda: now - timedelta(seconds=5))
        before = client.get("/activities/").content.decode()
    after = client.get("/activities/").content.decode()

    assert ("定时发布" in before, "定时发布" in after) == (False, True)
