"""For migrations: who had an old right gets the new ones in its place; roles, and what they may do."""

from collections.abc import Mapping

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


Roles = Mapping[str, Mapping[str, str]]  # {"只读": {"activities.activity": "view"}}


def make_roles(roles: Roles) -> migrations.RunPython:
    """Roles that a site does not have yet; one that it has by this name stays as the office made it."""

    def make(apps, schema_editor):
        Group = apps.get_model("auth", "Group")
        standing = set(Group.objects.filter(name__in=roles).values_list("name", flat=True))
        for name in (name for name in roles if name not in standing):
            Group.objects.create(name=name)
        _give(apps, {name: wanted for name, wanted in roles.items() if name not in standing})

    return migrations.RunPython(make, migrations.RunPython.noop)


def extend_roles(roles: Roles) -> migrations.RunPython:
    """Rights to what is new, for roles that are still there; whatever else they may do stays.

    The migration must stand after the one that names the rights, and depend on ("front", "0010_roles").
    """

    def extend(apps, schema_editor):
        _give(apps, roles)

    return migrations.RunPython(extend, migrations.RunPython.noop)


def _give(apps, roles: Roles) -> None:
    for app_label in {label.partition(".")[0] for wanted in roles.values() for label in wanted}:
        _make(apps, app_label)
    Group, Permission = (apps.get_model("auth", name) for name in ("Group", "Permission"))
    held = {(one.content_type.app_label, one.codename): one for one in _rights(Permission)}
    for role in Group.objects.filter(name__in=roles):
        role.permissions.add(*(held[code] for code in _codes(roles[role.name])))


def _rights(Permission):
    return Permission.objects.select_related("content_type")


def _codes(wanted: Mapping[str, str]) -> list[tuple[str, str]]:
    """The codes of what is said in short: "view" of "activities.activity" is its "view_activity"."""
    return [
        (app_label, act if "_" in act else f"{act}_{model}")
        for label, acts in wanted.items()
        for app_label, _, model in [label.partition(".")]
        for act in acts.split()
    ]


def _make(apps, app_label):
    """Django makes the rows of new rights only after all migrations."""
    app = apps.get_app_config(app_label)
    if not getattr(app, "models_module", None):
        app.models_module = True  # an app of migrations has none, and would be passed over
    create_permissions(app, verbosity=0, apps=apps)
