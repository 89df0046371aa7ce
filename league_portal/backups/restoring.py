"""Bringing a backup back: everything is checked first, and until the last moment the site stays as it was."""

import time
from pathlib import Path

from django.apps import apps
from django.contrib.auth.models import Group, Permission
from django.contrib.contenttypes.models import ContentType
from django.core.management import call_command
from django.db import DatabaseError, OperationalError, connection, transaction
from django.db.migrations.recorder import MigrationRecorder
from django.utils import timezone

from accounts.models import KeptPassword, Terms
from activities.models import Indicator
from front.models import PublicChange
from league_portal.backups import media, tables
from league_portal.backups.archive import Manifest, Reading, Refused, Told
from search import models as search
from toolkit.models import PartState

# A site that holds only this is empty: it comes by itself, or from readers' searches.
BY_ITSELF = {
    model._meta.db_table
    for model in (
        MigrationRecorder.Migration,
        ContentType,
        Permission,
        KeptPassword,  # an account comes with it
        PublicChange,
        PartState,
        search.Asked,
        search.Change,
        search.Entry,
    )
}
# Migrations fill these with what the office begins with; a backup brings its own.
BEGUN_WITH = {model._meta.db_table for model in (Indicator, Terms, Group, Group.permissions.through)}
UNCHANGED = "没有恢复，网站保持原样。"


def restore(path: Path, *, replace: bool, told: Told) -> Manifest:
    """Make the site what it was when the backup was made, brought up to this release.

    ``replace`` allows that the site holds something now. Raises Refused.
    """
    try:
        with Reading(path) as archive:
            models = _models_of(archive.manifest)
            if not replace:
                _refuse_to_overwrite()
            archive.check(told)
            with media.staged(archive, told) as files:
                _restore_rows(models, archive, files, told)
                _finish(files, clear=replace)
            return archive.manifest
    except OSError as problem:
        raise Refused(f"不能读写文件：{problem}。{UNCHANGED}") from problem


def _models_of(manifest):
    """The models whose rows are in the backup, as they were then."""
    if names := tables.unknown(manifest.migrations):
        raise Refused(
            f"备份里有本程序不认识的数据表变动（{'、'.join(names)}），读不了。请换用制作它的程序版本。"
        )
    models = tables.models_after(manifest.migrations)
    made = [(model._meta.db_table, tables.columns_of(model)) for model in models]
    if made != [(table.name, table.columns) for table in manifest.tables]:
        raise Refused("备份里的数据表与它写明的版本不符，不能恢复。")
    return models


def _refuse_to_overwrite():
    if held := tables.with_rows(set(tables.standing()) - BY_ITSELF - BEGUN_WITH - tables.LEFT_OUT):
        names = names_of(held)
        raise Refused(
            f"网站里已经有内容（{'、'.join(names[:3])}{'等' if len(names) > 3 else ''}），没有恢复。"
            "确实要用备份代替现在的全部内容，请先另做一份备份，再加 --replace。"
        )


def names_of(names: list[str]) -> list[str]:
    """What staff call the records of those tables; others, which only belong to them, are passed over."""
    models = sorted(apps.get_models(), key=lambda model: model._meta.label)
    return [str(model._meta.verbose_name) for model in models if model._meta.db_table in names]


def _restore_rows(models, archive, files, told):
    try:
        with connection.wrap_database_errors, transaction.atomic():
            with connection.cursor() as cursor:
                cursor.execute("SET LOCAL lock_timeout = '30s'")
            tables.build(archive.manifest.migrations)
            tables.fill(models, archive, told)
            ContentType.objects.clear_cache()
            call_command("migrate", verbosity=0, interactive=False)  # what came after that release
            _tell_readers()
            with connection.cursor() as cursor:
                cursor.execute("ANALYZE")  # else all questions are slow until PostgreSQL does so by itself
            files.add_new()
    except OperationalError as problem:
        raise Refused(
            f"数据库没有完成恢复：请看它是否在运行、网站是否已经停下。{UNCHANGED}原文：{_in_one_line(problem)}"
        ) from problem
    except DatabaseError as problem:
        raise Refused(f"备份里的数据不合数据库的规则。{UNCHANGED}原文：{_in_one_line(problem)}") from problem


def _in_one_line(problem):
    return " ".join(str(problem).split())


def _tell_readers():
    """Pages kept from before are out of date.

    Changes that came after the backup had numbers that would now be given a second time, and a page
    kept under one of them be taken for a new one: so the count goes on far beyond, from the clock.
    """
    counter = [PublicChange._meta.db_table, PublicChange._meta.pk.column]
    beyond = int(time.time())  # nobody notes more than a change a second, year after year
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_get_serial_sequence(%s, %s)", counter)
        (sequence,) = cursor.fetchone()
        cursor.execute("SELECT setval(%s, greatest(nextval(%s), %s))", [sequence, sequence, beyond])
    PublicChange.objects.create(at=timezone.now())


def _finish(files, *, clear):
    try:
        files.finish(clear=clear)
    except OSError as problem:
        raise Refused(
            f"数据已经恢复，照片等文件没有全部放好：{problem}。改正后请加 --replace 再恢复一次。"
        ) from problem
