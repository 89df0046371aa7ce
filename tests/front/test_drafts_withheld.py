"""A public draft that tells a private number is for staff alone, so no page leads readers to it."""

import pytest

from reports.document.periods import HalfYear
from tests.factories import CommitteeFactory, ReportFactory

pytestmark = pytest.mark.django_db

WITHHELD, OPEN = "/reports/2021-h1/", "/reports/2020-h1/"
LEADING = ("/", "/reports/", "/sitemap/", "/sitemap-reports.xml", "/reports/compare/", "/search/?q=半年概况")


@pytest.fixture
def drafts():
    CommitteeFactory()
    ReportFactory(
        period=HalfYear(2021, 1), title="某联系人", opening="半年概况，电话13812345678。", is_public=True
    )
    for year in (2019, 2020):
        ReportFactory(period=HalfYear(year, 1), opening="半年概况。", is_public=True)


@pytest.mark.parametrize("address", LEADING)
def test_no_page_leads_to_a_draft_that_readers_do_not_find(client, drafts, address):
    page = client.get(address).content.decode()

    assert ("2021-h1" in page, "某联系人" in page) == (False, False)
    assert "2020-h1" in page


def test_comparison_with_such_a_draft_is_not_found(client, drafts):
    address = "/reports/compare/?a=2020-h1&b=2021-h1"

    assert [client.get(page).status_code for page in (WITHHELD, address, OPEN)] == [404, 404, 200]
