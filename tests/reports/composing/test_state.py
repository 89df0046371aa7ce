"""The state of a draft changes with every row that it is composed from, not with what is far from it."""

import re
from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from activities.models import Activity, WorkArea
from honors.models import Commendation, HonorReceived
from reports.checks import tells_what_is_private
from reports.composing import state
from reports.composing.compose import composed_from
from reports.composing.material import gather
from reports.composing.state import state_of
from reports.models import Evidence, ReportSection
from tests.factories import ActivityFactory, EvidenceFactory, NoticeFactory, ServiceRecordFactory
from tests.reports.every_source import SPRING, report_of_every_source
from volunteers.models import Team

pytestmark = pytest.mark.django_db

TABLE = re.compile(r'(?:FROM|JOIN) "?(\w+_\w+)"?')
HOUR = timedelta(hours=1)
# Of these a topic reads only the keys, which the tables between hold as well.
BY_KEY = {"activities_campaign", "activities_tag"}


@pytest.fixture
def report():
    return report_of_every_source(1, is_public=True)


def tables_of(sql: str) -> set[str]:
    return set(TABLE.findall(sql))


def rows_of(table: str) -> list[int]:
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT id FROM {table}")
        return [key for (key,) in cursor.fetchall()]


def touch(table: str, key: int) -> None:
    with connection.cursor() as cursor:
        cursor.execute(f"UPDATE {table} SET id = id WHERE id = %s", [key])


@pytest.mark.parametrize("kind", ["half_year", "topic"])
def test_every_table_that_a_draft_is_composed_from_is_looked_at(report, kind):
    report.kind = kind
    with CaptureQueriesContext(connection) as asked:
        material = gather(report)
        tells_what_is_private(material, composed_from(material))

    read = set().union(*(tables_of(query["sql"]) for query in asked))

    assert read - tables_of(state._statement()) - BY_KEY == set()


def test_every_row_that_a_draft_is_composed_from_changes_its_state(report):
    tables = tables_of(state._statement()) - {"activities_activity_campaigns", "activities_activity_tags"}
    unchanged = []
    for table in sorted(tables):
        for key in rows_of(table):
            before = state_of(report)
            touch(table, key)
            if state_of(report) == before:
                unchanged.append((table, key))

    assert unchanged == []


def test_row_that_comes_or_goes_changes_the_state(report):
    before = state_of(report)
    section = ReportSection.objects.create(report=report, kind="plan", heading="打算", position=9)
    between = state_of(report)
    section.delete()

    assert len({before, between, state_of(report)}) == 2
    assert state_of(report) == before


@pytest.mark.parametrize("model", [Activity, Commendation, HonorReceived, Team])
def test_moment_of_publication_changes_the_state_without_anybody_writing(report, model, monkeypatch):
    due = timezone.now() + HOUR
    model.objects.update(published_at=due)
    before = state_of(report)

    monkeypatch.setattr(timezone, "now", lambda: due)

    assert state_of(report) != before


@pytest.mark.parametrize(
    "name_it",
    [
        lambda old: ServiceRecordFactory(served_on=SPRING.first_day, activity=old),
        lambda old: EvidenceFactory(commitment=Evidence.objects.first().commitment, activity=old),
    ],
    ids=["service", "evidence"],
)
def test_activity_of_other_days_counts_where_the_draft_names_it(report, name_it):
    old = ActivityFactory(published=True, starts_on=SPRING.previous.first_day)
    before = state_of(report)
    touch("activities_activity", old.pk)
    assert state_of(report) == before

    name_it(old)
    before = state_of(report)
    touch("activities_activity", old.pk)

    assert state_of(report) != before


def test_what_no_draft_is_composed_from_leaves_the_state(report):
    before = state_of(report)

    NoticeFactory(published=True)
    area = WorkArea.objects.first()
    ActivityFactory(area=area, published=True, starts_on=SPRING.last_day + timedelta(days=1))
    ActivityFactory(area=area, starts_on=SPRING.first_day)

    assert state_of(report) == before
