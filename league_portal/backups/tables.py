"""The tables of a backup: what stands in them, and how they are made anew from the migrations it names."""

from collections.abc import Iterable
from contextlib import contextmanager

from axes.models import AccessAttempt, AccessAttemptExpiration
from django.apps import apps
from django.contrib.sessions.models import Session as FormerSession
from django.db import connection, transaction
from django.db.migrations.executor import MigrationExecutor
from django.db.migrations.loader import MigrationLoader
from django.db.migrations.recorder import MigrationRecorder
from django.db.models import FileField

from accounts.models import Session
from league_portal.backups.archive import Reading, Refused, Table, Told, Writing

# Whoever was signed in signs in again: a session that was ended must not come back to life, nor a wait.
LEFT_OUT = {
    model._meta.db_table for model in (Session, FormerSession, AccessAttempt, AccessAttemptExpiration)
}


@contextmanager
def one_moment():
    """Everything read inside is of one moment, however long the reading takes."""
    with transaction.atomic(durable=True), connection.cursor() as cursor:
        cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY")
        yield


def applied() -> list[tuple[str, str]]:
    """The migrations that made the tables as they are, which need not be all that the program has."""
    recorded = MigrationRecorder(connection).applied_migrations()
    ours = sorted(key for key in recorded if key[0] in apps.app_configs)
    if not ours:
        raise Refused("数据库里还没有数据表，没有可以备份的内容。")
    if names := unknown(ours):
        raise Refused(f"数据库比本程序新（{'、'.join(names)}），请用与它相同版本的程序备份。")
    return ours


def unknown(migrations: Iterable[tuple[str, str]]) -> list[str]:
    """Those that this program does not have."""
    known = MigrationLoader(None).graph.nodes
    return [".".join(key) for key in migrations if key not in known]


def models_after(migrations: Iterable[tuple[str, str]]) -> list:
    """The models whose tables those migrations made, as they were then."""
    state = MigrationLoader(None).project_state(list(migrations))
    models = [model for model in state.apps.get_models(include_auto_created=True) if _has_table(model)]
    return sorted([MigrationRecorder.Migration, *models], key=lambda model: model._meta.db_table)


def _has_table(model):
    return model._meta.managed and not model._meta.proxy and model._meta.db_table not in LEFT_OUT


def write(models: list, archive: Writing, told: Told) -> list[Table]:
    written = []
    for done, model in enumerate(models, 1):
        written.append(_write(model, archive))
        told("备份数据表", done, len(models))
    return written


def _write(model, archive):
    table, columns = model._meta.db_table, columns_of(model)
    rows = f"SELECT {_quoted(columns)} FROM {_quoted([table])} ORDER BY 1"
    with connection.cursor() as cursor, archive.member(f"tables/{table}.csv", packed=True) as member:
        cursor.copy_expert(f"COPY ({rows}) TO STDOUT (FORMAT csv, HEADER)", member)
        return Table(table, columns, cursor.rowcount, _last_id(cursor, model), member.sha256)


def columns_of(model) -> list[str]:
    return [field.column for field in model._meta.local_concrete_fields if not field.generated]


def _last_id(cursor, model):
    """The last id that was given to a row; None where none was, or nobody counts."""
    if model._meta.auto_field is None:
        return None
    cursor.execute("SELECT pg_sequence_last_value(pg_get_serial_sequence(%s, %s)::regclass)", _counted(model))
    return cursor.fetchone()[0]


def _counted(model):
    return [_quoted([model._meta.db_table]), model._meta.auto_field.column]


def files_named_by(models: list) -> set[str]:
    """The names of all files that rows speak of."""
    fields = [(model, field) for model in models for field in model._meta.local_fields]
    named = set()
    for model, field in fields:
        if isinstance(field, FileField):
            named.update(model._base_manager.values_list(field.name, flat=True))
    return named - {None, ""}


def standing() -> list[str]:
    """The portal's tables that there are now, whatever release made them."""
    with connection.cursor() as cursor:
        return list(filter(_is_ours(cursor), connection.introspection.table_names(cursor)))


def with_rows(names: Iterable[str]) -> list[str]:
    """Those of the tables that hold anything."""
    with connection.cursor() as cursor:
        return [name for name in names if _holds_rows(cursor, name)]


def _holds_rows(cursor, name):
    cursor.execute(f"SELECT EXISTS (SELECT FROM {_quoted([name])})")
    return cursor.fetchone()[0]


def build(migrations: Iterable[tuple[str, str]]) -> None:
    """Take the portal's tables away and make those that the migrations make, empty."""
    with connection.cursor() as cursor:
        is_ours, tables = _is_ours(cursor), standing()
        if tables:
            cursor.execute(f"DROP TABLE {_quoted(tables)} CASCADE")
        for routine in filter(is_ours, _routines(cursor)):
            cursor.execute(f"DROP ROUTINE {routine}")
        # A table cannot be altered while checks of its rows are waiting for the end.
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
    executor = MigrationExecutor(connection)
    everything = executor.loader.graph.leaf_nodes()
    wanted = set(migrations)
    plan = [
        (migration, False)
        for migration, _ in executor.migration_plan(everything, clean_start=True)
        if (migration.app_label, migration.name) in wanted
    ]
    executor.migrate(everything, plan)


def _is_ours(cursor):
    """A test of names: whether a table or function is of an app whose migrations were ever applied."""
    if not MigrationRecorder(connection).has_table():
        return lambda name: False
    cursor.execute("SELECT DISTINCT app FROM django_migrations")
    beginnings = ("django_", *(f"{app}_" for (app,) in cursor.fetchall()))
    return lambda name: name.startswith(beginnings)


def _routines(cursor):
    """The functions of this schema, as DROP wants them named; extensions keep theirs."""
    cursor.execute(
        "SELECT oid::regprocedure::text FROM pg_proc WHERE pronamespace = current_schema()::regnamespace"
        " AND NOT EXISTS (SELECT FROM pg_depend WHERE classid = 'pg_proc'::regclass AND objid = pg_proc.oid"
        " AND deptype = 'e')"
    )
    return [name for (name,) in cursor.fetchall()]


def fill(models: list, archive: Reading, told: Told) -> None:
    """The rows and counters of the backup, into the tables of the models."""
    names = [model._meta.db_table for model in models]
    with connection.cursor() as cursor:
        # Migrations may have put rows in them; what is left out of a backup may point to them.
        cursor.execute(f"TRUNCATE {_quoted(names)} RESTART IDENTITY CASCADE")
        cursor.execute("SET CONSTRAINTS ALL DEFERRED")  # tables come in the order of their names
        _switch_triggers(cursor, names, "DISABLE")
        for done, (model, table) in enumerate(zip(models, archive.manifest.tables, strict=True), 1):
            _fill(cursor, model, table, archive)
            told("恢复数据表", done, len(models))
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
        _switch_triggers(cursor, names, "ENABLE")


def _switch_triggers(cursor, names, how):
    """What triggers would note of these rows is itself among the rows."""
    for name in names:
        cursor.execute(f"ALTER TABLE {_quoted([name])} {how} TRIGGER USER")


def _fill(cursor, model, table, archive):
    into = f"{_quoted([table.name])} ({_quoted(columns_of(model))})"
    with archive.member(table.member) as member:
        cursor.copy_expert(f"COPY {into} FROM STDIN (FORMAT csv, HEADER MATCH)", member)
    if cursor.rowcount != table.rows:
        raise Refused(f"备份里“{table.name}”的行数与清单不符，不能恢复。")
    if table.last_id is not None:
        counter = "pg_get_serial_sequence(%s, %s)::regclass"
        cursor.execute(f"SELECT setval({counter}, %s)", [*_counted(model), table.last_id])


def _quoted(names):
    return ", ".join(map(connection.ops.quote_name, names))
