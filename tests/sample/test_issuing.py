import pytest
from django.contrib.auth import get_user_model
from django.core.management import call_command

from reports.models import Report

pytestmark = pytest.mark.django_db


@pytest.fixture
def report(db, capsys):
    call_command("load_sample_data")
    return Report.objects.get(slug="2020-h1")


def test_the_sample_report_is_sent_by_one_and_issued_by_another(report):
    steps = [(step.action, step.by.username) for step in report.steps.select_related("by")]

    assert steps == [("sent", "sample-author"), ("issued", "sample-approver")]
    assert [version.number for version in report.versions.all()] == [1]


def test_nobody_can_sign_in_with_the_accounts_of_the_sample(report):
    accounts = get_user_model().objects.filter(username__startswith="sample-")

    assert [(one.has_usable_password(), one.is_staff) for one in accounts] == [(False, False)] * 2


def test_nothing_of_the_sample_has_changed_since_it_was_issued(client, report):
    assert "来源已有变化" not in client.get(report.get_absolute_url()).content.decode()
