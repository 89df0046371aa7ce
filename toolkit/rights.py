"""For migrations: who could do a thing by an old right may do it by a new one."""

from django.contrib.auth.management import create_permissions
from django.db import migrations

from toolkit.publishing import ACTS


def hand_on_publishing(app_label: str, *models: str) -> migrations.RunPython:
    """Whoever may change these records, person or group, is given the acts that were a field of the form."""
    return hand_on(app_label, "change", ACTS, *models)


def hand_on(app_label: str, old: str, new: tuple[str, ...], *models: str) -> migrations.RunPython:
    """Whoever, person or group, has the old right to these records is given the new ones.

    The migration must stand after those that name the rights, and depend on auth and contenttypes.
    """

    def give(apps, schema_editor):
        Permission = apps.get_model("auth", "Permission")
        holding = Permission.objects.filter(content_type__app_label=app_label)
        if not holding.filter(codename__in=[f"{old}_{model}" for model in models]).exists():
            return  # a new database: nobody has any right yet
        _make(apps, app_label)
        for model in models:
            held_before = holding.get(codename=f"{old}_{model}", content_type__model=model)
            rights = holding.filter(codename__in=[f"{one}_{model}" for one in new])
            for holder in (*held_before.group_set.all(), *held_before.user_set.all()):
                held = holder.permissions if hasattr(holder, "permissions") else holder.user_permissions
                held.add(*rights)

    def take_back(apps, schema_editor):
        codenames = [f"{one}_{model}" for one in new for model in models]
        rights = apps.get_model("auth", "Permission").objects.filter(content_type__app_label=app_label)
        rights.filter(codename__in=codenames).delete()

    return migrations.RunPython(give, take_back)


def _make(apps, app_label):
    """Django makes the rows of new rights only after all migrations."""
    app = apps.get_app_config(app_label)
    app.models_module = True  # an app of migrations has none, and would be passed over
    create_permissions(app, verbosity=0, apps=apps)
