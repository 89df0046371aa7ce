"""A public draft is composed once for all pages, and for no page that must not tell of it."""

import pytest
from django.test.utils import override_script_prefix

from tests.factories import FigureFactory, ReportFactory

pytestmark = pytest.mark.django_db


def test_draft_composed_for_one_page_serves_the_others_until_something_changes(
    client, django_assert_num_queries
):
    report = ReportFactory(title="半年总结", is_public=True)
    client.get("/reports/")

    with django_assert_num_queries(3):  # nothing of what it is composed from
        assert "半年总结" in client.get(report.get_absolute_url()).content.decode()

    report.opening = "联系电话13812345678。"
    report.save()

    assert client.get(report.get_absolute_url()).status_code == 404
    assert "半年总结" not in client.get("/reports/").content.decode()
    assert "半年总结" not in client.get("/").content.decode()


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
