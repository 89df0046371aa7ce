from importlib import import_module

import pytest
from django.apps import apps
from django.contrib.auth.models import Group, Permission

from tests.factories import UserFactory

pytestmark = pytest.mark.django_db


def test_whoever_could_issue_may_let_a_finding_pass_and_nobody_else():
    issue = Permission.objects.get(codename="issue_report")
    signers, authors = Group.objects.create(name="签发"), Group.objects.create(name="起草")
    signers.permissions.add(issue)
    signer, other = UserFactory(), UserFactory()
    signer.user_permissions.add(issue)

    import_module("reports.migrations.0006_who_signs_may_waive").give_to_those_who_issue(apps, None)

    waive = Permission.objects.get(codename="waive_finding")
    assert {group.name for group in waive.group_set.all()} == {"签发", "审核员"}  # a role from the beginning
    assert list(waive.user_set.all()) == [signer]
    assert {authors.permissions.count(), other.user_permissions.count()} == {0}
