import pytest

from tests.factories import (
    CampaignFactory,
    FormerAddressFactory,
    ReportFactory,
)
from tests.pages import Desk
from toolkit.models import FormerAddress
from toolkit.pages.redirects import remember_address

pytestmark = pytest.mark.django_db


def moves():
    return dict(FormerAddress.objects.values_list("old", "new"))


def test_remember_leads_every_former_address_to_the_present_one(staff):
    remember_address(old="/a/", new="/b/", by=staff)
    remember_address(old="/b/", new="/c/", by=staff)

    assert moves() == {"/a/": "/c/", "/b/": "/c/"}


def test_remember_forgets_an_address_that_is_taken_again(staff):
    remember_address(old="/a/", new="/b/", by=staff)
    remember_address(old="/b/", new="/a/", by=staff)

    assert moves() == {"/b/": "/a/"}


def test_remember_leads_nothing_beneath_itself(staff):
    remember_address(old="/a/", new="/b/", by=staff)
    remember_address(old="/b/", new="/a/c/", by=staff)

    assert moves() == {"/b/": "/a/c/"}


def test_address_that_staff_type_unwinds_what_led_back(desk):
    FormerAddressFactory(old="/c/", new="/d/")

    Desk(desk, "/admin/toolkit/formeraddress/add/").type(old="/d/", new="/c/").send()

    assert moves() == {"/d/": "/c/"}


def test_remember_notes_who_moved_the_page(staff):
    address = remember_address(old="/a/", new="/b/", by=staff)

    assert (address.created_by, address.updated_by) == (staff, staff)


def test_former_address_leads_to_the_present_one(client):
    CampaignFactory(slug="new")
    FormerAddressFactory(old="/campaigns/old/", new="/campaigns/new/")

    response = client.get("/campaigns/old/?page=1")

    assert (response.status_code, response["Location"]) == (301, "/campaigns/new/?page=1")
    assert response["Cache-Control"] == "no-cache"


def test_page_at_a_former_address_is_shown(client):
    CampaignFactory(slug="old")
    FormerAddressFactory(old="/campaigns/old/", new="/campaigns/new/")

    assert client.get("/campaigns/old/").status_code == 200


def test_odd_path_beneath_a_former_address_stays_on_the_site(client):
    FormerAddressFactory(old="/campaigns/old/", new="/campaigns/new/")

    response = client.get("/campaigns/old//evil.example/%0d%0aSet-Cookie:x/")

    assert (response.status_code, response["Location"]) == (
        301,
        "/campaigns/new//evil.example/%0D%0ASet-Cookie:x/",
    )


def test_campaign_that_staff_rename_is_found_under_its_old_address(desk):
    campaign = CampaignFactory(slug="qingqing")

    Desk(desk, f"/admin/activities/campaign/{campaign.pk}/change/").type(slug="qing-qing").send("update")

    assert desk.get("/campaigns/qingqing/")["Location"] == "/campaigns/qing-qing/"


def test_campaign_that_staff_edit_in_place_has_no_former_address(desk):
    campaign = CampaignFactory(slug="qingqing")

    Desk(desk, f"/admin/activities/campaign/{campaign.pk}/change/").type(summary="清洁家园。").send("update")

    assert (type(campaign).objects.get().summary, moves()) == ("清洁家园。", {})


def test_draft_report_that_staff_rename_is_found_under_its_old_address(desk):
    report = ReportFactory(slug="2020-h1", is_public=True)

    Desk(desk, f"/admin/reports/report/{report.pk}/change/").type(slug="first-half").send()

    assert desk.get("/reports/2020-h1/")["Location"] == "/reports/first-half/"
