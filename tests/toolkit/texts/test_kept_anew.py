"""What was written before words were kept in one way is kept so by the migrations, column by column."""

import json
from datetime import date
from importlib import import_module
from pathlib import Path

import pytest
from django.apps import apps
from django.db import IntegrityError, connection, transaction
from django.db.migrations.loader import MigrationLoader

from honors.models import Award
from tests.every_table import fill_every_table
from tests.factories import AwardFactory, AwardTitleFactory, CommitmentFactory
from tests.releases.dumping import RELEASES
from toolkit import names
from toolkit.keeping import keep_anew
from toolkit.texts.columns import Kept

FIRST = {name.split("/")[0] for name in json.loads((RELEASES / "1.0.0/migrations.json").read_text())}
UNSEEN = "\u200b"
FROZEN = "reports.ReportVersion.reason"  # of what was issued no row is ever changed
RULED = {"activities.Figure.unit", "volunteers.Volunteer.id_number"}  # a constraint keeps them clean


@pytest.fixture
def loader():
    return MigrationLoader(connection)


def old_columns(loader):
    """Columns of words that the first release had from its first migrations on."""
    state = loader.project_state([(app, "0001_initial") for app in sorted(FIRST)])
    return [
        column
        for (app, name), model in state.models.items()
        if app in FIRST
        for column in apps.get_model(app, name)._meta.fields
        if isinstance(column, Kept) and column.name in model.fields
    ]


def spoil(column, *, which="TRUE") -> bool:
    """Write what nobody sees behind every value of the column, or every word there, as no model would."""
    name, table = column.column, column.model._meta.db_table
    try:
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(f'UPDATE "{table}" SET "{name}" = "{name}" || %s WHERE {which}', [UNSEEN])
            return cursor.rowcount > 0
    except IntegrityError:
        return which == "TRUE" and spoil(column, which=f"\"{name}\" <> ''")


def still_unkept(columns):
    return {
        str(column)
        for column in columns
        if column.model.objects.filter(**{f"{column.name}__contains": UNSEEN}).exists()
    }


def migrate(loader):
    plain = loader.project_state().apps
    for app in sorted(FIRST):
        for path in sorted(Path(apps.get_app_config(app).path, "migrations").glob("*_as_kept.py")):
            import_module(f"{app}.migrations.{path.stem}").keep(plain, None)


@pytest.mark.django_db
def test_migrations_keep_anew_every_column_of_words_that_is_older_than_the_rule(loader):
    fill_every_table()
    CommitmentFactory(said_status="done", said_on=date(2020, 6, 1), said_reason="已经完成")
    columns = old_columns(loader)
    spoilt = {column for column in columns if spoil(column)}

    assert {str(column) for column in columns if column not in spoilt} == RULED
    migrate(loader)

    assert still_unkept(columns) == {FROZEN}


@pytest.mark.django_db
def test_row_stays_where_it_would_say_what_another_says_or_nothing_or_too_much():
    of_two_letters = "\u0958" * 120
    written = ["张三", "张　三", "欧阳\u200b晓晓", UNSEEN, of_two_letters, "李敏"]
    title = AwardTitleFactory()
    rows = [AwardFactory(title=title, name=f"获奖者{place}") for place in range(len(written))]
    with connection.cursor() as cursor:
        for row, name in zip(rows, written, strict=True):
            cursor.execute("UPDATE honors_award SET name = %s WHERE id = %s", [name, row.pk])

    keep_anew(Award, name=names.person)

    kept = [name.replace("\u200b晓", "晓") for name in written]
    assert [*Award.objects.order_by("pk").values_list("name", flat=True)] == kept
