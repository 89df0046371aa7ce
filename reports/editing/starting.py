"""Beginning a report: one press of a button, and the whole draft stands."""

from datetime import date

from django.db import IntegrityError, transaction

from organizations.models import Committee
from reports.composing.material import Material
from reports.document.periods import Period
from reports.editing.draft import Draft
from reports.issuing.actions import Refused
from reports.models import Report
from toolkit.dates.timing import range_text
from toolkit.publishing import stamp

# Of the report before, where the new one says nothing of its own.
KEPT = ("type", "red_head", "signers", "addressees", "copied_to", "printed_by")
FORMS = ("levels", "follow_up_form", "annex")


def start_report(*, report: Report, by, about: dict | None = None) -> Report:
    """Save a report with an opening, a section for each work area that has something to tell, and a plan.

    It is printed and sent out as the one of its kind before it.

    ``report`` is its frame, not saved yet; ``about`` holds the campaigns, areas and tags of a topic.
    Raises ValidationError where a rule refuses it, and Refused where somebody else has just begun the
    same one.
    """
    stamp(report, by=by)
    _dress(report)
    report.full_clean()
    try:
        with transaction.atomic():
            report.save()
            for name, chosen in (about or {}).items():
                getattr(report, name).set(chosen)
            draft = Draft(report)
            draft.give_rows()
            if not report.opening:
                draft.open_with(_opening(draft.material))
    except IntegrityError:
        raise Refused(f"《{report}》刚刚已经有人新建了，请回到列表里打开它。") from None
    return report


def _dress(report: Report) -> None:
    """Take over what stays from one report of a kind to the next; a number, a day, a 密级 does not."""
    if before := Report.objects.before(report).first():
        for name in KEPT:
            setattr(report, name, getattr(report, name) or getattr(before, name))
        for name in FORMS:
            setattr(report, name, getattr(before, name))


def _opening(material: Material) -> str:
    """What an office begins with, to be worked on; nothing where there is nothing to tell."""
    report = material.report
    told = ["开展活动{开展活动}"] if material.activities else []
    told += ["荣获{上级荣誉}"] if material.honors_received else []
    when = report.period or range_text(report.starts_on, report.as_of)
    if report.kind == Report.Kind.YEAR:
        when = f"{report.starts_on.year}年"
    return f"{when}，{report.signature}{'，'.join(told)}。现将主要工作总结如下。" if told else ""


def frame_of(period: Period, as_of: date) -> Report:
    """The frame of the report of a whole period, by the committee; not saved."""
    name = committee_name()
    return Report(
        kind=period.KIND,
        title=f"{name}{period}工作总结",
        slug=period.slug,
        starts_on=period.first_day,
        ends_on=period.last_day,
        as_of=as_of,
        signature=name,
    )


def committee_name() -> str:
    committee = Committee.objects.current()
    return committee.name if committee else ""
