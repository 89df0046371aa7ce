"""Whoever works at the desk today goes on working on everything: tied to the committee at the root of the tree.

Where the tree has not been entered yet, it gets its root, named as the committee is.
"""

from django.conf import settings
from django.db import migrations


def tie(apps, schema_editor):
    app_label, model = settings.AUTH_USER_MODEL.split(".")
    staff = apps.get_model(app_label, model).objects.filter(is_staff=True, is_active=True)
    if not staff.exists():
        return
    Membership = apps.get_model("organizations", "Membership")
    root = _root(apps)
    Membership.objects.bulk_create(Membership(account=account, organization=root) for account in staff)


def _root(apps):
    Organization = apps.get_model("organizations", "Organization")
    committee = apps.get_model("organizations", "Committee").objects.first()
    name = committee.name if committee else "团区委"
    return Organization.objects.get_or_create(kind="committee", defaults={"name": name})[0]


class Migration(migrations.Migration):
    dependencies = [("organizations", "0005_memberships")]
    operations = [migrations.RunPython(tie, migrations.RunPython.noop)]
