"""The parts of all activities that are read again only once they changed: months, and campaigns.

An activity is of the month of its last day, wherever its figures count. The triggers that name the parts
anew stand in migration 0023.
"""

from datetime import datetime
from functools import cache

from django.db.models import Count, F, Max, Q, QuerySet
from django.db.models.functions import ExtractYear
from django.utils import timezone

from activities.models import Activity
from toolkit.dates.numbered import month
from toolkit.kept.parts import ANY_PART, KeptParts, joined, one_of_parts
from toolkit.kept.told import rows_of, statement_of


def part_statement(rows: QuerySet, **asked) -> str:
    """The statement of rows that are asked for by ``of_part=ANY_PART``."""
    return one_of_parts(statement_of(rows, of_part=ANY_PART, **asked))


@cache
def moments_of_months() -> str:
    return _moments(month("ends_on"))


@cache
def moments_of_campaigns() -> str:
    return _moments(F("campaigns"))


def _moments(part) -> str:
    now = timezone.now()
    ahead = Q(published_at__gt=now) | Q(expires_at__gt=now)
    rows = Activity.objects.filter(ahead, state=Activity.State.PUBLISHED).order_by()
    asked = rows.annotate(of_part=part).filter(of_part=ANY_PART)
    return part_statement(asked.values("of_part", "published_at", "expires_at"))


MONTHS = KeptParts("activities of a month", moments_of_months)
CAMPAIGNS = KeptParts("activities of a campaign", moments_of_campaigns)


def published_by_years() -> list[dict]:
    """Each ``year`` in which any began, how ``many``, when the ``newest`` change was; the last year first."""
    found = MONTHS.told_of_all({"years": by_years()}, now=timezone.now(), today=timezone.localdate())
    years: dict[int, dict] = {}
    for row in rows_of(joined([of_month["years"] for of_month in found.values()])):
        newest = datetime.fromisoformat(row["newest"])
        year = years.setdefault(row["year"], {"year": row["year"], "many": 0, "newest": newest})
        year["many"] += row["many"]
        year["newest"] = max(year["newest"], newest)
    return sorted(years.values(), key=lambda row: row["year"], reverse=True)


@cache
def by_years() -> str:
    rows = Activity.objects.published().annotate(of_part=month("ends_on")).filter(of_part=ANY_PART).order_by()
    by_years = rows.values("of_part", year=ExtractYear("starts_on"))
    return part_statement(by_years.annotate(many=Count("pk"), newest=Max("updated_at")))
