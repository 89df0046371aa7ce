"""The state of all that a draft is made of, named by the database in one query.

For whoever keeps what was composed: under the same name it would be composed the same. Rows that the
draft leaves out may be among those looked at, never the other way round; tests hold this against ``gather``.
"""

from collections.abc import Iterable
from datetime import date
from functools import cache

from django.db import connection
from django.db.models import Model
from django.utils import timezone

from activities.models import (
    Activity,
    Campaign,
    Figure,
    Indicator,
    Participant,
    Partnership,
    WorkArea,
)
from branches.models import CensusAnswer, CensusQuestion, CensusReturn, CensusRound
from honors.models import Award, AwardTitle, Commendation, HonorReceived, HonorRecipient
from organizations.models import Organization, Partner
from reports.models import (
    Binding,
    Commitment,
    Evidence,
    Placement,
    PlanItem,
    Report,
    ReportSection,
    ReportType,
    ReportVersion,
    WrittenItem,
)
from toolkit.publishing import published_sql
from volunteers.models import ServiceRecord, Team

# What staff decided, and what else is so little that which of it the draft reads is not worth telling.
_WHOLE = (
    *(Report, ReportType, ReportVersion, ReportSection, WrittenItem, Placement, Binding),
    *(PlanItem, Commitment, Evidence),
    *(Report.areas.through, Report.campaigns.through, Report.tags.through),
    *(
        Organization,
        Partner,
        WorkArea,
        Campaign,
        Indicator,
        Commendation,
        AwardTitle,
        HonorReceived,
        HonorRecipient,
        Team,
    ),
)
_SERVED = f"{ServiceRecord._meta.db_table} WHERE served_on BETWEEN %(start)s AND %(as_of)s"
# Held in its days, or named by what was served in them, or by evidence for a plan.
# Asked for as arrays: of rows the database expects so many that it reads the whole table for a few.
_TOLD = f"""
    SELECT id FROM {Activity._meta.db_table}
    WHERE state = 'published' AND starts_on <= %(as_of)s AND ends_on >= %(start)s
    UNION SELECT activity_id FROM {_SERVED}
    UNION SELECT activity_id FROM {Evidence._meta.db_table}
    UNION SELECT unnest(%(activities)s::bigint[])
"""
_OF_TOLD = (
    *(Participant, Partnership),
    *(Activity.organizers.through, Activity.campaigns.through, Activity.tags.through),
)
# Their figures, and those of other activities that a rate among them is computed from.
_FIGURES = f"""
    SELECT source.id, source.activity_id FROM {Figure._meta.db_table} AS rate
    JOIN {Figure._meta.db_table} AS source ON source.id IN (rate.id, rate.numerator_id, rate.denominator_id)
    WHERE rate.activity_id = ANY(ARRAY(SELECT id FROM told))
"""
_AWARDED = f"""
    SELECT title.id FROM {AwardTitle._meta.db_table} AS title
    JOIN {Commendation._meta.db_table} AS commendation ON commendation.id = title.commendation_id
    WHERE commendation.starts_on <= %(as_of)s AND commendation.ends_on >= %(start)s
"""


# Rounds of the census that take no more answers: what they came to may be told.
_CLOSED = f"""
    SELECT id FROM {CensusRound._meta.db_table}
    WHERE closes_on < %(today)s AND ends_on BETWEEN %(start)s AND %(as_of)s
"""
_ASKED = f"SELECT id FROM {CensusQuestion._meta.db_table} WHERE round_id IN ({_CLOSED})"


def state_of(report: Report) -> str:
    return state_between(report.starts_on, report.as_of)


def state_between(start: date, as_of: date, activities: Iterable = (), figures: Iterable = ()) -> str:
    """The state of what a report of these days may be made of, and of activities and figures by key."""
    asked = {"start": start, "as_of": as_of, "now": timezone.now(), "today": timezone.localdate()}
    asked |= {"activities": [*activities], "figures": [*figures]}
    with connection.cursor() as cursor:
        cursor.execute(_statement(), asked)
        return "{} {}".format(*cursor.fetchone())


@cache
def _statement() -> str:
    rows = [_rows(model) for model in _WHOLE]
    rows.append(_rows(Activity, "id = ANY(ARRAY(SELECT id FROM told UNION SELECT activity_id FROM stated))"))
    rows.append(_rows(Figure, "id = ANY(ARRAY(SELECT id FROM stated))"))
    rows += [_rows(model, "activity_id = ANY(ARRAY(SELECT id FROM told))") for model in _OF_TOLD]
    rows.append(_rows(Figure, "id = ANY(%(figures)s::bigint[])"))
    rows.append(_rows(Award, f"title_id IN ({_AWARDED})"))
    rows.append(f"SELECT {_version(ServiceRecord)} FROM {_SERVED}")
    rows.append(_rows(CensusRound, f"id IN ({_CLOSED})"))
    rows += [_rows(model, f"round_id IN ({_CLOSED})") for model in (CensusQuestion, CensusReturn)]
    rows.append(_rows(CensusAnswer, f"question_id IN ({_ASKED})"))
    every_row = " UNION ALL ".join(rows)
    return f"""
        WITH told AS ({_TOLD}), stated AS ({_FIGURES}) SELECT count(*), sum(hashtextextended(version, 0))
        FROM ({every_row}) AS every (version)
    """


def _rows(model: type[Model], where: str = "true") -> str:
    return f"SELECT {_version(model)} FROM {model._meta.db_table} WHERE {where}"


def _version(model: type[Model]) -> str:
    """The row as it was written last: by which transaction (xmin), and where it lies (ctid).

    With whether it is published by now: its moment may come without anybody writing.
    """
    names = {field.name for field in model._meta.fields}
    is_published = f"({published_sql()})" if "published_at" in names else "NULL"
    return f"concat_ws(' ', tableoid, xmin, ctid, {is_published})"
