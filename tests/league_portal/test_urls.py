"""Every public address answers, with the headers that every page carries."""

import pytest
from django.urls import path

from league_portal.urls import urlpatterns
from tests.factories import ActivityFactory
from tests.reading import texts


def fails(request):
    raise RuntimeError("as a page with a fault would")


class WithAFault:
    """The site's addresses, and one whose page fails."""

    urlpatterns = [*urlpatterns, path("fault/", fails)]


PAGES = [
    "/",
    "/activities/",
    "/activities/7/",
    "/activities/?area=growth",
    "/activities/year/2020/",
    "/activities/2020/05/",
    "/campaigns/",
    "/campaigns/qingqing/",
    "/notices/",
    "/notices/9/",
    "/volunteers/",
    "/volunteers/8/",
    "/honors/",
    "/honors/2019/",
    "/reports/",
    "/reports/2020-h1/",
    "/search/",
    "/search/?q=团",
    "/about/",
    "/volunteers/?kind=service_team",
    "/honors/?year=2019",
    "/reports/compare/",
    "/corrections/thanks/",
    "/preferences/",
    "/sitemap/",
    "/data/",
]
FILES = [
    "/activities/7/qr.svg",
    "/activities/7/event.ics",
    "/data/activities.csv",
    "/data/activities.json",
    "/feed/",
    "/calendar.ics",
    "/sitemap.xml",
    "/sitemap-activities.xml",
    "/robots.txt",
    "/preferences.css",
    "/healthz",
]
POLICY = {
    "default-src 'self'",
    "script-src 'self'",
    "object-src 'none'",
    "base-uri 'self'",
    "form-action 'self'",
    "frame-ancestors 'none'",
}


@pytest.mark.parametrize("address", PAGES)
def test_page_has_its_landmarks_and_headers(client, site, address):
    response = client.get(address)

    assert response.status_code == 200
    assert texts(response, "/html/@lang") == ["zh-Hans"]
    assert len(texts(response, "//h1")) == 1
    assert len(texts(response, "/html/body/header")) == len(texts(response, "/html/body/footer")) == 1
    assert texts(response, "/html/body/a[@class='skip-link']/@href") == ["#content"]
    assert len(texts(response, "/html/body/main[@id='content']")) == 1
    assert texts(response, "//meta[@name='description']/@content") != []
    assert texts(response, "//img[not(@alt) or not(@width) or not(@height)]") == []
    ids = texts(response, "//@id")
    assert sorted(set(ids)) == sorted(ids)


@pytest.mark.parametrize(
    ("address", "status"),
    [*((address, 200) for address in PAGES + FILES), ("/nothing/", 404), ("/activities/9/", 410)],
)
def test_answer_is_strict_and_leaves_no_cookie(client, site, address, status):
    ActivityFactory(pk=9, state="withdrawn")

    response = client.get(address)

    assert (response.status_code, list(response.cookies)) == (status, [])
    assert set(response["Content-Security-Policy"].split("; ")) == POLICY
    assert response["X-Content-Type-Options"] == "nosniff"


def test_every_link_of_the_site_leads_somewhere(client, site):
    seen, waiting = {}, ["/"]
    while waiting:
        address = waiting.pop()
        response = client.get(address)
        seen[address] = response.status_code
        if response["Content-Type"].startswith("text/html"):
            waiting += [found for found in links(response, address) if found not in seen]

    assert {address: status for address, status in seen.items() if status != 200} == {}
    asked_by_a_form = {page for page in PAGES if "?q=" in page or "?year=" in page} | {"/corrections/thanks/"}
    assert set(seen) >= set(PAGES) - asked_by_a_form


def links(response, address):
    """The addresses of our own that a page links or shows, without fragments."""
    found = set()
    for link in texts(response, "//a/@href | //img/@src"):
        target = link.partition("#")[0]
        if target.startswith("?"):
            target = address.partition("?")[0] + target
        if target.startswith("/"):
            found.add(target)
    return found


@pytest.mark.django_db
@pytest.mark.parametrize(
    "address", ["/nothing/", "/activities/999999/", "/media/photos/x.jpg", "/style/", "/%00"]
)
def test_missing_page_is_said_in_the_dress_of_the_site(client, address):
    response = client.get(address)

    assert response.status_code == 404
    assert texts(response, "//h1") == ["没有找到这一页"]
    assert texts(response, "//link[@rel='canonical']") == []


@pytest.mark.django_db
def test_fault_is_said_in_a_page_that_needs_nothing_else(client, settings, django_assert_num_queries):
    settings.ROOT_URLCONF = WithAFault
    client.raise_request_exception = False

    with django_assert_num_queries(0):
        response = client.post("/fault/")

    assert response.status_code == 500
    assert texts(response, "//h1") == ["网站出了故障"]
    assert texts(response, "//link/@href") == [
        "/static/css/tokens.css",
        "/static/css/base.css",
        "/static/css/layout.css",
    ]


def test_foreign_host_is_refused_in_a_page_of_the_site(client):
    response = client.get("/", headers={"host": "evil.example"})

    assert (response.status_code, texts(response, "//h1")) == (400, ["请求有误"])


@pytest.mark.django_db
def test_expired_form_is_refused_in_a_page_of_the_site(client):
    client.handler.enforce_csrf_checks = True

    response = client.post("/admin/login/", {"username": "x", "password": "y"})

    assert (response.status_code, texts(response, "//h1")) == (403, ["页面已经过期"])
