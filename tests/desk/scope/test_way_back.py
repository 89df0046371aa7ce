"""What comes back, from the bin or an old version, comes back in reach; reach is asked once a page."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from reversion.models import Version

from desk.history.keeping import kept
from notices.models import Notice
from tests.factories import OrganizationFactory, StaffFactory

pytestmark = pytest.mark.django_db


def test_own_record_comes_back_from_the_bin_and_anothers_does_not(branch, site):
    own, other = site.own["desk.binned"], site.other["desk.binned"]

    answers = [
        branch.post(reverse("admin:desk_binned_change", args=[one.pk]), {"post": "yes"})
        for one in (own, other)
    ]

    assert [answer.status_code for answer in answers] == [302, 404]
    assert Notice.objects.filter(title=own.name).exists()
    assert not Notice.objects.filter(title=other.name).exists()


def test_all_that_is_chosen_comes_back_from_the_bin_but_what_is_anothers(branch, site):
    keys = [site.own["desk.binned"].pk, site.other["desk.binned"].pk]

    branch.post(
        reverse("admin:desk_binned_changelist"), {"action": "restore_selected", "_selected_action": keys}
    )

    assert Notice.objects.filter(title=site.own["desk.binned"].name).exists()
    assert not Notice.objects.filter(title=site.other["desk.binned"].name).exists()


def test_version_that_was_another_branchs_is_not_restored(branch, site):
    notice = site.own["notices.notice"]
    was, notice.organization = notice.organization, OrganizationFactory()
    notice.save()
    with kept([notice], by=StaffFactory(), words="改回。"):
        notice.organization = was
        notice.save()
    oldest = Version.objects.get_for_object(notice).order_by("pk").first()

    answer = branch.post(reverse("admin:notices_notice_restore", args=[notice.pk, oldest.pk]), follow=True)

    notice.refresh_from_db()
    assert notice.organization == was
    assert "没有恢复：这个版本不属于你所在的范围。" in answer.content.decode()


@pytest.mark.parametrize("kind", ["activities.activity", "notices.notice", "volunteers.volunteer"])
@pytest.mark.parametrize("page", ["changelist", "change", "history", "delete"])
def test_reach_is_asked_once_a_page(branch, site, kind, page):
    record = [] if page == "changelist" else [site.own[kind].pk]

    with CaptureQueriesContext(connection) as queries:
        branch.get(reverse(f"admin:{kind.replace('.', '_')}_{page}", args=record))

    assert sum("WITH RECURSIVE mine" in query["sql"] for query in queries) == 1
