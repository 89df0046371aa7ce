"""A report with a 密级 is never public: neither itself, nor what was issued of it, nor what it plans."""

import pytest
from django.utils import timezone

from reports.composing.compose import compose
from reports.composing.material import gather
from reports.document.periods import HalfYear
from reports.document.snapshot import to_json
from reports.models import Report
from tests.factories import (
    CommitmentFactory,
    PlanItemFactory,
    ReportFactory,
    ReportVersionFactory,
)
from tests.reading import texts

pytestmark = pytest.mark.django_db

TITLE = "内部工作总结"
PAGE = "/reports/2020-h1/"
SECRET = {"secrecy": "secret", "copy_number": "000001"}
# What leads to the report, and the report itself.
LEADING = ["/", "/reports/", "/sitemap/", "/sitemap-reports.xml", f"/search/?q={TITLE}", "/reports/compare/"]
ITSELF = [
    PAGE,
    *(f"{PAGE}report.{name}" for name in ("docx", "pdf", "json")),
    f"{PAGE}versions/1/",
    f"{PAGE}versions/1/report.pdf",
    f"{PAGE}versions/2/",
    f"{PAGE}versions/2/changes/",
]


def issue(report, number):
    snapshot = to_json(compose(report)) | {"status": "issued", "state": "issued"}
    reason = "更正" if number > 1 else ""
    return ReportVersionFactory(
        report=report, number=number, snapshot=snapshot, issued_at=timezone.now(), reason=reason
    )


def leading(client) -> list[str]:
    """The pages that name the report by its address."""
    return [address for address in LEADING if "2020-h1" in client.get(address).content.decode()]


def marked(report, **values):
    for name, value in values.items():
        setattr(report, name, value)
    report.save()


@pytest.fixture
def report():
    issue(ReportFactory(period=HalfYear(2019, 2), state="issued"), 1)  # to be compared with
    return ReportFactory(title=TITLE, state="issued")


@pytest.fixture
def marked_late(report):
    """Public once; then a correction gives it a 密级, and is not issued yet."""
    issue(report, 1)
    issue(report, 2)
    marked(report, state="draft", **SECRET)
    return report


@pytest.fixture
def issued_secret(report):
    """Its newest version bears the 密级, which the correction being written takes away."""
    issue(report, 1)
    marked(report, **SECRET)
    issue(report, 2)
    marked(report, state="draft", secrecy="", is_public=True)
    return report


@pytest.mark.parametrize("withheld", ["marked_late", "issued_secret"])
def test_the_public_finds_nothing_of_it(client, withheld, request):
    request.getfixturevalue(withheld)

    assert {address: client.get(address).status_code for address in ITSELF} == dict.fromkeys(ITSELF, 404)
    assert leading(client) == []


def test_the_same_pages_lead_to_one_without(client, report):
    issue(report, 1)

    assert leading(client) == LEADING


def test_staff_see_what_was_issued_and_no_cache_keeps_it(admin_client, issued_secret):
    for address in ITSELF:
        response = admin_client.get(address)
        assert (address, response.status_code, "no-store" in response.headers["Cache-Control"]) == (
            address,
            200,
            True,
        )
    assert texts(admin_client.get(PAGE), "//*[@class='banner']") == [
        "涉密这份总结标有密级，或有一版标有密级，公众看不到这一页。"
    ]


def test_a_version_without_it_is_public_again_and_the_earlier_one_is_not(client, issued_secret):
    issue(issued_secret, 3)

    page = client.get(PAGE)

    assert texts(page, "//ol[@class='issue-versions']//a/@href") == [f"{PAGE}versions/1/"]
    assert [client.get(PAGE + address).status_code for address in ("versions/1/", "report.json")] == [
        200,
        200,
    ]
    hidden = ("versions/2/", "versions/2/report.docx", "versions/2/changes/", "versions/3/changes/")
    assert [client.get(PAGE + address).status_code for address in hidden] == [404] * 4


@pytest.mark.parametrize(("values", "told"), [({}, []), (SECRET, ["内部的任务"])])
def test_its_plan_is_followed_up_by_reports_with_one_alone(values, told):
    secret = ReportFactory(**SECRET)
    CommitmentFactory(plan_item=PlanItemFactory(report=secret, heading="内部的任务"))
    later = ReportFactory(period=HalfYear(2020, 2), **values)

    assert [item.heading for item in gather(later).earlier_plan] == told


def test_public_leaves_out_what_bears_one():
    ReportVersionFactory(report=ReportFactory(**SECRET))
    shown = ReportVersionFactory(report__period=HalfYear(2020, 2)).report

    assert list(Report.objects.public()) == [shown]
