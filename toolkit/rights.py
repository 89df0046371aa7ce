"""For migrations: who could do a thing by an old right may do it by a new one."""

from django.contrib.auth.management import create_permissions
from django.db import migrations

from toolkit.publishing import ACTS


def hand_on_publishing(app_label: str, *models: str) -> migrations.RunPython:
    """Whoever may change these records, person or group, is given the acts that were a field of the form.

    The migration must stand after those that name the rights, and depend on auth and contenttypes.
    """

    def give(apps, schema_editor):
        Permission = apps.get_model("auth", "Permission")
        holding = Permission.objects.filter(content_type__app_label=app_label)
        if not holding.filter(codename__in=[f"change_{model}" for model in models]).exists():
            return  # a new database: nobody has any right yet
        _make(apps, app_label)
        for model in models:
            change = holding.get(codename=f"change_{model}", content_type__model=model)
            acts = holding.filter(codename__in=[f"{act}_{model}" for act in ACTS])
            for holder in (*change.group_set.all(), *change.user_set.all()):
                held = holder.permissions if hasattr(holder, "permissions") else holder.user_permissions
                held.add(*acts)

    def take_back(apps, schema_editor):
        codenames = [f"{act}_{model}" for act in ACTS for model in models]
        rights = apps.get_model("auth", "Permission").objects.filter(content_type__app_label=app_label)
        rights.filter(codename__in=codenames).delete()

    return migrations.RunPython(give, take_back)


def _make(apps, app_label):
    """Django makes the rows of new rights only after all migrations."""
    app = apps.get_app_config(app_label)
    app.models_module = True  # an app of migrations has none, and would be passed over
    create_permissions(app, verbosity=0, apps=apps)
