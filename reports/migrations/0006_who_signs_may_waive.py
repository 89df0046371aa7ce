"""Whoever may issue reports may let a finding pass: the groups and the persons that sign have the new right too."""

from django.db import migrations


def give_to_those_who_issue(apps, schema_editor):
    Permission = apps.get_model("auth", "Permission")
    issue = Permission.objects.filter(content_type__app_label="reports", codename="issue_report").first()
    if issue is None:
        return  # a new database, in which nobody has any right yet
    waive, _ = Permission.objects.get_or_create(
        content_type=issue.content_type,
        codename="waive_finding",
        defaults={"name": "可以对必须先改的问题予以放行"},
    )
    waive.group_set.add(*issue.group_set.all())
    waive.user_set.add(*issue.user_set.all())


def leave(apps, schema_editor):
    """Going back takes the right from nobody: the permission means nothing to an older release."""


class Migration(migrations.Migration):
    dependencies = [
        ("auth", "0012_alter_user_first_name_max_length"),
        ("contenttypes", "0002_remove_content_type_name"),
        ("reports", "0005_waivers"),
    ]
    operations = [migrations.RunPython(give_to_those_who_issue, leave)]
