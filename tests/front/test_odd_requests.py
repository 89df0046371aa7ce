"""Whatever a reader, a robot or an attacker asks of a public address, the site never breaks down."""

import re
from urllib.parse import quote, quote_from_bytes

import pytest
from django.contrib.admindocs.views import extract_views_from_urlpatterns, simplify_regex
from django.urls import get_resolver
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from reports.composing.compose import compose
from reports.document.periods import HalfYear
from reports.document.snapshot import to_json
from tests.factories import (
    ActivityFactory,
    AwardFactory,
    CampaignFactory,
    FormerAddressFactory,
    HonorReceivedFactory,
    PhotoFactory,
    ReportFactory,
    ReportVersionFactory,
    TeamFactory,
    WorkAreaFactory,
)

EXAMPLES = 50  # of each address
PARAMETER = re.compile(r"<(?:\w+:)?(\w+)>")


def public_routes() -> list[str]:
    """Every address of the site but those of the staff desk, as /activities/<int:pk>/."""
    patterns = extract_views_from_urlpatterns(get_resolver().url_patterns)
    routes = {simplify_regex(regex) for _, regex, *_ in patterns}
    return sorted(route for route in routes if not route.startswith("/admin/"))


# What leads to a page of the fixture, so that odd queries reach the views behind it.
KNOWN = {
    "pk": ["7", "8"],
    "slug": ["qingqing", "2019-h2"],
    "year": ["2019", "2020"],
    "month": ["03"],
    "number": ["1", "2"],
    "key": ["areas", "months"],
    "section": ["activities", "honors"],
    "name": ["640.webp", "photo.jpg"],
}
ODD_TEXTS = (
    *(
        "",
        "0",
        "-1",
        "1.5",
        "1e9",
        "NaN",
        "0000",
        "２０２０",
        "١٢",
        "9" * 20,
        "9" * 5000,
        str(2**31),
        str(2**63),
    ),
    *(
        "%",
        "_",
        "'",
        '"',
        "\\",
        "\\x00",
        "a' OR '1'='1",
        "--",
        "<script>",
        "{{7*7}}",
        "..",
        "../../etc/passwd",
    ),
    *(
        "青" * 3000,
        "𠮷" * 60,
        "🎉",
        "e\u0301",
        "\u202eabc",
        "\ufeff",
        "\ufffe",
        "\x00",
        "a\x00b",
        "\r\nX: y",
        "\t",
    ),
)
# Among them half a surrogate, and a four-byte character cut in two.
ODD_BYTES = (b"\x00", b"\xff\xfe", b"\xed\xa0\x80", b"\xf0\x9f", b"\xf0\xa0\xae\xb7\xed\xb0\x80", b"\xc0\xaf")
PARAMETERS = ("page", "q", "area", "kind", "year", "title", "organization", "name", "a", "b", "p")
FIELDS = ("page", "text", "contact", "website", "opened", "next", "size", "elder")

odd = st.one_of(
    st.sampled_from([quote_from_bytes(raw, safe="") for raw in (*map(str.encode, ODD_TEXTS), *ODD_BYTES)]),
    st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=20).map(
        lambda text: quote(text, safe="")
    ),
    st.binary(min_size=1, max_size=20).map(lambda raw: quote_from_bytes(raw, safe="")),
)
# In quotes a cookie holds any byte: \000 is read back as NUL.
cookies = st.sampled_from(['"\\000long-enough-for-a-session"', "large.elder", ""]) | odd


def queries(names):
    """A query string or the body of a form: some of these names with odd values, or mere noise."""
    named = st.lists(st.tuples(st.sampled_from(names), odd), min_size=1, max_size=2)
    written = named.map(lambda pairs: "&".join("=".join(pair) for pair in pairs))
    return st.one_of(written, written, written.map("a=2019-h2&b=2020-h1&{}".format), odd)


HOSTS = ("testserver", "testserver", "testserver:99999", "TESTSERVER.:0", "stranger.example")
CONTENT_TYPES = (
    "application/x-www-form-urlencoded",
    "application/x-www-form-urlencoded; charset=nonsense",
    "multipart/form-data; boundary=x",
    "multipart/form-data",
    "application/json",
    "\u2603",
)


@st.composite
def requests(draw, route):
    """The method, the address and the rest of a request to a route, half of them to a page that is there."""
    is_known = draw(st.booleans())
    values = {
        name: draw(st.sampled_from(KNOWN[name]) if is_known and name in KNOWN else odd)
        for name in PARAMETER.findall(route)
    }
    path = PARAMETER.sub(lambda found: values[found[1]], route)
    method = draw(st.sampled_from(("GET", "GET", "GET", "HEAD", "POST", "OPTIONS")))
    cookie = f"reader={draw(cookies)}; sessionid={draw(cookies)}"
    rest = {"headers": {"cookie": cookie, "host": draw(st.sampled_from(HOSTS))}}
    if method == "POST":
        rest |= {"data": draw(queries(FIELDS)), "content_type": draw(st.sampled_from(CONTENT_TYPES))}
    return method, f"{path}?{draw(queries(PARAMETERS))}", rest


@pytest.fixture
def site(db, monkeypatch):
    """A record of each kind that has a page, one of them issued, one withdrawn."""
    activity = ActivityFactory(pk=7, area=WorkAreaFactory(slug="growth"), published=True)
    ActivityFactory(pk=8, state="withdrawn")
    photo = PhotoFactory(activity=activity)
    monkeypatch.setitem(KNOWN, "folder", [photo.image.name.rpartition("/")[0]])
    activity.campaigns.add(CampaignFactory(slug="qingqing"))
    TeamFactory(pk=7, published=True).activities.add(activity)
    AwardFactory(title__commendation__published=True)
    HonorReceivedFactory(published=True)
    FormerAddressFactory()
    ReportFactory(period=HalfYear(2020, 1), is_public=True)
    issued = ReportFactory(period=HalfYear(2019, 2), state="issued")
    for number, reason in ((1, ""), (2, "更正一个数字")):
        ReportVersionFactory(report=issued, number=number, reason=reason, snapshot=to_json(compose(issued)))


def test_walk_over_the_addresses_sees_them_all():
    assert {"/", "/activities/<int:pk>/", "/honors/<year>/", "/media/<folder>/<name>"} < set(public_routes())


@pytest.mark.parametrize("route", public_routes())
def test_nothing_that_is_asked_breaks_a_page(client, site, route):
    @settings(
        max_examples=EXAMPLES,
        deadline=None,
        derandomize=True,
        database=None,
        suppress_health_check=[HealthCheck.too_slow],
    )
    @given(requests(route))
    def answers(asked):
        method, address, rest = asked
        response = client.generic(method, address, **rest)
        for _ in response:  # a file that is streamed may break down as late as here
            pass
        assert response.status_code < 500

    answers()
