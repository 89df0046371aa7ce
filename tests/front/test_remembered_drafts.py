"""A public draft is composed once for all pages until its records change; no page tells what it must not."""

from datetime import timedelta

import pytest
from django.test.utils import override_script_prefix
from django.utils import timezone

from activities.models import Activity
from desk.publishing.acts import ALL, take_all
from tests.factories import ActivityFactory, FigureFactory, NoticeFactory, ReportFactory

pytestmark = pytest.mark.django_db


def test_draft_composed_for_one_page_serves_the_others_until_something_changes(
    client, django_assert_num_queries
):
    report = ReportFactory(title="半年总结", is_public=True)
    client.get("/reports/")

    with django_assert_num_queries(4):  # its state, and nothing of what it is composed from
        assert "半年总结" in client.get(report.get_absolute_url()).content.decode()

    report.opening = "联系电话13812345678。"
    report.save()

    assert client.get(report.get_absolute_url()).status_code == 404
    assert "半年总结" not in client.get("/reports/").content.decode()
    assert "半年总结" not in client.get("/").content.decode()


def test_draft_is_not_composed_again_for_what_it_does_not_tell(client, django_assert_num_queries):
    report = ReportFactory(title="半年总结", is_public=True)
    client.get(report.get_absolute_url())
    NoticeFactory(published=True)

    with django_assert_num_queries(4):
        client.get(report.get_absolute_url())


def test_draft_tells_a_record_on_the_moment_of_its_publication_and_never_after_it_is_withdrawn(
    client, staff, monkeypatch
):
    report = ReportFactory(is_public=True)
    due = timezone.now() + timedelta(hours=1)
    told = {"state": "published", "published_at": due, "starts_on": report.starts_on}
    activity = ActivityFactory(title="定时的活动", **told)
    pages = [client.get(report.get_absolute_url()).content.decode()]

    with monkeypatch.context() as later:
        later.setattr(timezone, "now", lambda: due)
        pages.append(client.get(f"{report.get_absolute_url()}?due").content.decode())
        take_all(ALL["withdraw"], model=Activity, keys=[activity.pk], by=staff, at=due)
        pages.append(client.get(report.get_absolute_url()).content.decode())

    assert ["定时的活动" in page for page in pages] == [False, True, False]


def test_draft_composed_under_a_foreign_prefix_serves_nobody_else(client):
    activity = FigureFactory(activity__published=True, wording="20名").activity
    report = ReportFactory(is_public=True)
    page = report.get_absolute_url()

    with override_script_prefix("/foreign/"):
        foreign = client.get(page).content.decode()
    own = client.get(f"{page}?again").content.decode()

    assert f'href="/foreign/activities/{activity.pk}/"' in foreign
    assert f'href="/activities/{activity.pk}/"' in own
    assert "/foreign/" not in own
