from datetime import datetime
from functools import cache
from typing import NamedTuple

from django.db import connection, models
from django.utils import timezone


class Told(NamedTuple):
    """Which changes have come, by name of them all: one that was noted earlier may be committed later."""

    changes: str | None
    # How many of them by our own clock too: pages are made by it, and it may be behind the database's.
    passed: int
    newest: datetime | None


class PublicChangeManager(models.Manager):
    def told_beside(self, model) -> tuple[Told, models.Model | None]:
        """Which changes have come, and in the same query the one row of another table.

        In SQL, since it is asked with every page, and putting it together would take longer than asking.
        """
        with connection.cursor() as cursor:
            cursor.execute(_told_beside(model), [timezone.now()])
            changes, passed, newest, *values = cursor.fetchone()
        is_there = any(value is not None for value in values)
        row = model.from_db(self.db, _columns(model), values) if is_there else None
        return Told(changes, passed, newest), row


@cache
def _told_beside(model) -> str:
    columns = ", ".join(f"one.{column}" for column in _columns(model))
    return f"""
        SELECT told.*, {columns} FROM (
            SELECT string_agg(id::text, ',' ORDER BY id), count(*) FILTER (WHERE at <= %s), max(at)
            FROM {PublicChange._meta.db_table} WHERE at <= statement_timestamp()
        ) AS told
        LEFT JOIN (SELECT * FROM {model._meta.db_table} LIMIT 1) AS one ON true
    """


@cache
def _columns(model) -> list[str]:
    return [field.column for field in model._meta.concrete_fields]


class PublicChange(models.Model):
    """A moment from which public pages may read differently.

    Written by the database itself (migration 0001), so that no way of writing is forgotten, and
    kept for an hour. A record that is to be published later notes that moment ahead.
    """

    at = models.DateTimeField()

    objects = PublicChangeManager()

    class Meta:
        verbose_name = "公开内容的变动"
        verbose_name_plural = "公开内容的变动"

    def __str__(self):
        return f"{self.at:%Y-%m-%d %H:%M:%S}"
