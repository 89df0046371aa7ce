"""Test databases are copies of one template that is migrated once, not once per process and run.

The template's name carries a hash of every migration, so a changed migration makes a new one.
"""

import hashlib
import os
from contextlib import ExitStack, contextmanager
from importlib import import_module
from itertools import count
from pathlib import Path

import pytest
from django.apps import apps
from django.conf import settings
from django.contrib.contenttypes.models import ContentType
from django.core.management import call_command
from django.db import connection
from django.test.utils import override_settings
from pytest_django.plugin import blocking_manager_key

OURS = "test_portal_"
NUMBERS = count()  # of the databases that a process makes for single tests
LOCK = 7460236  # any number, the same for every process of a test run


@pytest.fixture(scope="session")
def embedded_server():
    """The tests' own server; the last process to leave stops it."""
    server = settings.EMBEDDED_POSTGRES
    if server is None:
        yield
        return
    with server:
        yield


@pytest.fixture(scope="session")
def django_db_modify_db_settings(
    embedded_server, django_db_modify_db_settings_parallel_suffix, django_db_blocker
):
    """Tell Django, which is about to create a test database, how to call it and what to copy."""
    with django_db_blocker.unblock():
        test = connection.settings_dict["TEST"]
        if settings.EMBEDDED_POSTGRES:
            test["NAME"] = f"{OURS}{os.getpid()}"  # so that two test runs at once do not meet
        test["TEMPLATE"] = template()


def template():
    """The name of the migrated database, built by the first process that needs it."""
    prefix = f"template_{connection.settings_dict['NAME']}_"
    wanted = prefix + migrations_hash()
    with connection._nodb_cursor() as cursor:
        cursor.execute("SELECT pg_advisory_lock(%s)", [LOCK])  # until this connection closes
        if settings.EMBEDDED_POSTGRES:
            drop(cursor, filter(is_left_over, databases(cursor, OURS)))
        existing = databases(cursor, prefix)
        if wanted not in existing:
            drop(cursor, existing)
            unfinished = prefix + "unfinished"
            cursor.execute(f'CREATE DATABASE "{unfinished}" TEMPLATE template0')
            migrate(unfinished)
            cursor.execute(f'ALTER DATABASE "{unfinished}" RENAME TO "{wanted}"')
    return wanted


@pytest.fixture
def another_site(django_db_setup, django_db_blocker, tmp_path):
    """Goes over to a site of the test's own (see ``own_site``), and back at the test's end."""
    with django_db_blocker.unblock(), ExitStack() as entered:
        yield lambda **how: entered.enter_context(own_site(tmp_path, **how))


@contextmanager
def own_site(folder, *, bare=False):
    """A database to which everything is committed for real, and a media folder.

    The database is migrated, or bare, as an empty checkout has it.
    """
    template = "template0" if bare else connection.settings_dict["TEST"]["TEMPLATE"]
    name = f"{OURS}{os.getpid()}_{next(NUMBERS)}"
    with connection._nodb_cursor() as cursor:
        cursor.execute(f'CREATE DATABASE "{name}" TEMPLATE "{template}"')
    try:
        with connected_to(name), override_settings(MEDIA_ROOT=folder / name):
            ContentType.objects.clear_cache()
            yield
    finally:
        ContentType.objects.clear_cache()
        with connection._nodb_cursor() as cursor:
            drop(cursor, [name])


def drop(cursor, names):
    for name in names:
        cursor.execute(f'DROP DATABASE "{name}" WITH (FORCE)')


def is_left_over(name):
    """Whether the process that made this test database was killed before it could drop it."""
    try:
        os.kill(int(name.removeprefix(OURS).partition("_")[0]), 0)
    except ProcessLookupError:
        return True
    return False


def databases(cursor, prefix):
    cursor.execute("SELECT datname FROM pg_database WHERE starts_with(datname, %s)", [prefix])
    return {name for (name,) in cursor.fetchall()}


def migrate(database):
    with connected_to(database):
        call_command("migrate", verbosity=0, interactive=False)


@contextmanager
def connected_to(database):
    usual = connection.settings_dict["NAME"]
    connection.close()
    connection.settings_dict["NAME"] = database
    try:
        yield
    finally:
        connection.close()
        connection.settings_dict["NAME"] = usual


def migrations_hash():
    digest = hashlib.sha256()
    for app in apps.get_app_configs():
        for path in sorted(Path(app.path, "migrations").glob("*.py")):
            digest.update(f"{app.label}/{path.name}".encode() + path.read_bytes())
    return digest.hexdigest()[:16]


ROWS_OF_MIGRATIONS = pytest.StashKey()


def make_roles():
    """As the migration does; the rights that they rest on have other keys by now."""
    import_module("front.migrations.0010_roles").Migration.operations[0].code(apps, None)


def commits_for_real(item):
    marker = item.get_closest_marker("django_db")
    return "transactional_db" in item.fixturenames or bool(marker and marker.kwargs.get("transaction"))


@pytest.fixture(autouse=True)
def rows_of_migrations(request):
    """Known before the first test that empties every table: the totals that every site begins with."""
    if commits_for_real(request.node) and ROWS_OF_MIGRATIONS not in request.config.stash:
        request.getfixturevalue("django_db_setup")
        ours = [app for app in apps.get_app_configs() if Path(app.path).parent == settings.BASE_DIR]
        with request.getfixturevalue("django_db_blocker").unblock():
            request.config.stash[ROWS_OF_MIGRATIONS] = [
                (model, list(model._base_manager.all())) for app in ours for model in app.get_models()
            ]


@pytest.hookimpl(wrapper=True)
def pytest_runtest_teardown(item, nextitem):
    """A test that commits for real leaves every table empty: the rows of migrations come back behind it."""
    result = yield
    if commits_for_real(item) and nextitem is not None:
        with item.config.stash[blocking_manager_key].unblock():
            for model, rows in item.config.stash[ROWS_OF_MIGRATIONS]:
                model._base_manager.bulk_create(rows)
            make_roles()
    return result
