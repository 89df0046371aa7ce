"""Every kind of public page, looked at in a browser: axe, the keyboard, narrow and enlarged windows."""

import pytest

from activities.models import Activity, Photo
from league_portal.sample.load import load
from notices.models import Notice
from tests.harness.looking import sticking_out, tabbed_through, violations
from volunteers.models import Team

KINDS = [
    "/",
    "/activities/",
    "/activities/?area=growth",
    "/activities/2020/04/",
    "/activities/{pictured}/",
    "/activities/{figured}/",
    "/campaigns/",
    "/campaigns/may-fourth/",
    "/notices/",
    "/notices/?kind=announcement",
    "/notices/{notice}/",
    "/volunteers/",
    "/volunteers/{team}/",
    "/honors/",
    "/honors/?year=2019",
    "/honors/?year=abc",
    "/honors/2019/",
    "/reports/",
    "/reports/2020-h1/",
    "/reports/compare/",
    "/search/",
    "/search/?q=志愿",
    "/search/?q=找不到的词",
    "/about/",
    "/corrections/",
    "/preferences/",
    "/sitemap/",
    "/data/",
    "/nothing/",
]
NARROW, HALF, WIDE = 320, 640, 1280  # half: a window of 1280 pixels enlarged to 200 %


@pytest.fixture
def kinds(transactional_db):
    """The addresses of a page of each kind, with the sample data."""
    load()
    keys = {
        "pictured": Photo.objects.first().activity_id,
        "figured": Activity.objects.filter(figures__isnull=False).first().pk,
        "notice": Notice.objects.first().pk,
        "team": Team.objects.first().pk,
    }
    return [kind.format(**keys) for kind in KINDS]


def test_every_kind_of_page_is_accessible(page, live_server, kinds):
    found, said = {}, []
    page.on("console", lambda message: said.append(message.text))
    for address in kinds:
        page.emulate_media(color_scheme="light")
        page.set_viewport_size({"width": WIDE, "height": 800})
        answer = page.goto(f"{live_server.url}{address}")
        assert (address, answer.status) == (address, 404 if address == "/nothing/" else 200)
        found[address, "light"] = violations(page)
        page.emulate_media(color_scheme="dark")
        found[address, "sideways"] = [
            place for width in (HALF, NARROW) for place in sticking_out(page, width)
        ]
        found[address, "dark, narrow"] = violations(page)

    assert {place: faults for place, faults in found.items() if faults} == {}
    # Nothing offends against the Content-Security-Policy; the missing page is missing.
    assert [text for text in said if "404" not in text] == []


def test_keyboard_reaches_everything_and_shows_where_it_is(page, live_server, kinds):
    reached = {}
    for address in kinds[:1] + kinds[4:5] + ["/honors/", "/reports/2020-h1/", "/corrections/"]:
        page.goto(f"{live_server.url}{address}")
        reached[address] = tabbed_through(page)

    assert reached == dict.fromkeys(reached, ("跳到正文", [], 0))


def test_skip_link_leads_to_the_content(page, live_server, transactional_db):
    page.goto(live_server.url)

    page.keyboard.press("Tab")
    page.keyboard.press("Enter")

    assert page.evaluate("document.activeElement.id") == "content"
