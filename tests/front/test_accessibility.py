"""Every kind of public page in a browser: axe, the keyboard, narrow and enlarged windows, no other host."""

from urllib.parse import urlsplit

import pytest

from activities.models import Activity, Photo
from notices.models import Notice
from reports.composing.compose import compose
from reports.document.snapshot import to_json
from reports.models import Report
from sample.load import load
from tests.factories import ActivityFactory, PhotoFactory, ReportVersionFactory
from tests.harness.looking import sticking_out, tabbed_through, violations
from tests.league_portal.test_urls import WithAFault
from volunteers.models import Team

KINDS = [
    "/",
    "/activities/",
    "/activities/?area=growth",
    "/activities/year/2020/",
    "/activities/2020/04/",
    "/activities/{pictured}/",
    "/activities/{figured}/",
    "/campaigns/",
    "/campaigns/may-fourth/",
    "/campaigns/may-fourth/?year=2020",
    "/notices/",
    "/notices/?kind=announcement",
    "/notices/{notice}/",
    "/volunteers/",
    "/volunteers/?kind=commando",
    "/volunteers/{team}/",
    "/honors/",
    "/honors/?year=2019",
    "/honors/?year=abc",
    "/honors/2019/",
    "/reports/",
    "/reports/2020-h1/",
    "/reports/2020-h2/",
    "/reports/2020-h1/versions/2/",
    "/reports/2020-h1/versions/2/changes/",
    "/reports/compare/",
    "/reports/compare/?a=2020-h1&b=2020-h2",
    "/figures/",
    "/figures/2020-h1/volunteers/",
    "/search/",
    "/search/?q=志愿",
    "/search/?q=找不到的词",
    "/about/",
    "/corrections/",
    "/corrections/thanks/",
    "/preferences/",
    "/sitemap/",
    "/data/",
    "/nothing/",
    "/activities/{withdrawn}/",
]
MISSING = {"/nothing/": 404, "/activities/{withdrawn}/": 410}
NARROW, HALF, WIDE = 320, 640, 1280  # half: a window of 1280 pixels enlarged to 200 %


@pytest.fixture
def kinds(transactional_db):
    """The addresses of a page of each kind, with the sample data."""
    load()
    Report.objects.filter(slug="2020-h2").update(is_public=True)
    issued = Report.objects.get(slug="2020-h1")
    ReportVersionFactory(report=issued, number=2, reason="更正", snapshot=to_json(compose(issued)))
    pictured = Photo.objects.first().activity
    for position in (2, 3):
        PhotoFactory(activity=pictured, position=position)
    keys = {
        "pictured": pictured.pk,
        "figured": Activity.objects.filter(figures__isnull=False).first().pk,
        "notice": Notice.objects.first().pk,
        "team": Team.objects.first().pk,
        "withdrawn": ActivityFactory(state="withdrawn").pk,
    }
    return [kind.format(**keys) for kind in KINDS]


def with_errors(page, site):
    """The correction form, sent with nothing in it."""
    page.goto(f"{site}/corrections/")
    page.click("main button[type=submit]")


def expired(page, site):
    """The correction form with another token."""
    page.goto(f"{site}/corrections/")
    page.evaluate("document.querySelector('main [name=csrfmiddlewaretoken]').value = 'x'.repeat(64)")
    page.click("main button[type=submit]")


def under_another_name(page, site):
    """The site by a name of this machine that it does not go by."""
    page.goto(f"http://stranger.localhost:{site.rpartition(':')[2]}/")


def with_a_fault(page, site):
    page.goto(f"{site}/fault/")


STATES = {
    "没有提交成功：我要纠错": with_errors,
    "页面已经过期": expired,
    "请求有误": under_another_name,
    "网站出了故障": with_a_fault,
}


def seen(page) -> dict[str, list[str]]:
    """What is wrong with the open page in a wide light window, in narrow ones, and in a dark one."""
    page.emulate_media(color_scheme="light")
    page.set_viewport_size({"width": WIDE, "height": 800})
    found = {"light": violations(page)}
    page.emulate_media(color_scheme="dark")
    found["sideways"] = [place for width in (HALF, NARROW) for place in sticking_out(page, width)]
    found["dark, narrow"] = violations(page)
    return {how: faults for how, faults in found.items() if faults}


def test_every_kind_of_page_is_accessible(page, live_server, kinds):
    found, said, statuses = {}, [], {}
    page.on("console", lambda message: said.append(message.text))
    for address in kinds:
        statuses[address] = page.goto(f"{live_server.url}{address}").status
        found[address] = seen(page)

    assert list(statuses.values()) == [MISSING.get(kind, 200) for kind in KINDS]
    assert {address: faults for address, faults in found.items() if faults} == {}
    # Nothing offends against the Content-Security-Policy; what is missing or withdrawn is so.
    assert [text for text in said if "404" not in text and "410" not in text] == []


@pytest.mark.parametrize("title", STATES)
def test_page_of_a_mishap_is_accessible(page, live_server, transactional_db, settings, title):
    settings.ROOT_URLCONF = WithAFault

    STATES[title](page, live_server.url)

    assert (page.title().partition(" - ")[0], seen(page)) == (title, {})


def test_every_kind_of_page_is_accessible_to_who_chose_the_mode_for_elders(page, live_server, kinds):
    page.context.add_cookies([{"name": "reader", "value": "elder", "url": live_server.url}])
    found = {}
    for address in kinds:
        page.set_viewport_size({"width": WIDE, "height": 800})
        page.goto(f"{live_server.url}{address}")
        found[address] = [*violations(page), *sticking_out(page, NARROW)]

    assert {address: faults for address, faults in found.items() if faults} == {}


def test_no_page_asks_another_host_or_leaves_a_cookie(page, live_server, kinds):
    asked = set()
    page.on("request", lambda request: asked.add(urlsplit(request.url)[:2]))
    for address in kinds:
        page.goto(f"{live_server.url}{address}", wait_until="networkidle")
        cookies = [cookie["name"] for cookie in page.context.cookies()]
        assert (address, cookies) == (address, ["csrftoken"] * (address == "/corrections/"))
        page.context.clear_cookies()

    assert asked == {urlsplit(live_server.url)[:2]}


def test_keyboard_reaches_everything_and_shows_where_it_is(page, live_server, kinds):
    reached = {}
    for address in kinds[:1] + kinds[5:6] + ["/honors/", "/reports/2020-h1/", "/corrections/"]:
        page.goto(f"{live_server.url}{address}")
        reached[address] = tabbed_through(page)

    assert reached == dict.fromkeys(reached, ("跳到正文", [], 0))


def test_skip_link_leads_to_the_content(page, live_server, transactional_db):
    page.goto(live_server.url)

    page.keyboard.press("Tab")
    page.keyboard.press("Enter")

    assert page.evaluate("document.activeElement.id") == "content"
