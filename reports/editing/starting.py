"""Beginning a report: one press of a button, and the whole draft stands."""

from datetime import date

from django.db import IntegrityError, transaction

from organizations.models import Committee
from reports.document.periods import HalfYear
from reports.editing.draft import Draft
from reports.issuing.actions import Refused
from reports.models import Report
from toolkit.publishing import stamp


def start_report(*, half_year: HalfYear, as_of: date, by) -> Report:
    """The report of a half-year with a section for each work area that has something to tell, and a plan.

    Raises ValidationError where a rule refuses it, and Refused where somebody else
    has just begun the same one.
    """
    report = _of_period(half_year, as_of)
    stamp(report, by=by)
    report.full_clean()
    try:
        with transaction.atomic():
            report.save()
            Draft(report).give_rows()
    except IntegrityError:
        raise Refused(f"{half_year}的总结刚刚已经有人新建了，请回到列表里打开它。") from None
    return report


def _of_period(half_year: HalfYear, as_of: date) -> Report:
    committee = Committee.objects.current()
    name = committee.name if committee else ""
    return Report(
        title=f"{name}{half_year}工作总结",
        slug=half_year.slug,
        starts_on=half_year.first_day,
        ends_on=half_year.last_day,
        as_of=as_of,
        signature=name,
    )
