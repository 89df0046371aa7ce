"""Half-year summaries of the synthetic site: issued, but for the last, a draft that the public may read."""

from datetime import datetime, time, timedelta
from random import Random
from string import Template

from django.db.models import F
from django.utils import timezone

from activities.models import Activity
from honors.models import Commendation, HonorReceived
from organizations.models import Committee
from reports.document.periods import HALF_YEAR, HalfYear
from reports.issuing.actions import issue, send_for_review
from reports.models import Commitment, Evidence, PlanItem, Report, ReportSection, WrittenItem
from sample.issuing import APPROVER, AUTHOR, account
from sample.synthetic import summaries
from sample.synthetic.words import MARK

HALVES = [
    HalfYear(year, half) for year in range(summaries.FIRST_YEAR, summaries.LAST_YEAR + 1) for half in (1, 2)
]


def write(areas: dict) -> None:
    """A summary of each half-year that has synthetic activities and no summary yet, the earliest first."""
    for half in HALVES:
        held = Activity.objects.filter(
            title__startswith=MARK, starts_on__range=(half.first_day, half.last_day)
        )
        reported = Report.objects.overlapping(HALF_YEAR, half.first_day, half.last_day)
        if held.exists() and not reported.exists():
            _settle(half)
            _prove(half.previous, held)
            report = _report(half, areas)
            if half != HALVES[-1]:
                _issue(report)


def _settle(half):
    """Nothing told of the half-year was changed after it was published, or a page would say so."""
    for model in (Activity, Commendation, HonorReceived):
        told = model.objects.filter(title__startswith=MARK).held_between(half.first_day, half.last_day)
        told.update(updated_at=F("published_at"))


def _report(half, areas):
    chance = Random(half.slug)
    committee = Committee.objects.current()
    name = committee.name if committee else "团区委"
    report = Report(
        title=f"{MARK}{name}{half}工作总结",
        slug=half.slug,
        starts_on=half.first_day,
        ends_on=half.last_day,
        as_of=half.last_day,
        opening=_opening(chance, half),
        signature=name,
        signed_on=half.last_day + timedelta(days=5),
        is_public=half == HALVES[-1],
    )
    _save(report)
    _sections(chance, report, areas)
    for position, (heading, text, commitments) in enumerate(chance.sample(summaries.PLANS, 3), 1):
        item = _save(PlanItem(report=report, heading=heading, text=text, position=position))
        for place, (promise, _, target) in enumerate(commitments, 1):
            aim = {"target_value": target, "target_unit": "场"} if target else {}
            _save(Commitment(plan_item=item, text=promise, position=place, **aim))
    return report


def _opening(chance, half):
    came = HonorReceived.objects.published().held_between(half.first_day, half.last_day)
    honors = "，荣获{上级荣誉}" if came.exists() else ""
    return Template(chance.choice(summaries.OPENINGS)).substitute(half=half, honors=honors)


def _sections(chance, report, areas):
    Kind = ReportSection.Kind
    told = {area: chance.choice(summaries.HEADINGS[name]) for name, area in areas.items()}
    sections = [
        ReportSection(kind=Kind.RECORDS, area=area, heading=heading) for area, heading in told.items()
    ]
    if Commitment.objects.filter(plan_item__report__ends_on=report.starts_on - timedelta(days=1)).exists():
        sections.append(ReportSection(kind=Kind.FOLLOW_UP, heading="上期计划落实情况"))
    problems = ReportSection(kind=Kind.WRITTEN, part=ReportSection.Part.PROBLEMS, heading="存在的问题")
    sections += [problems, ReportSection(kind=Kind.PLAN, heading="下一步工作计划")]
    for position, section in enumerate(sections, 1):
        section.report, section.position = report, position
        _save(section)
    for position, (title, text) in enumerate(chance.sample(summaries.PROBLEMS, 2), 1):
        _save(WrittenItem(section=problems, title=title, text=text, position=position))


def _prove(half, held):
    """Link what was held in the half-year after a plan to what the plan promised."""
    campaigns = {
        text: campaign for *_, commitments in summaries.PLANS for text, campaign, _ in commitments if campaign
    }
    for commitment in Commitment.objects.filter(plan_item__report__slug=half.slug, text__in=campaigns):
        for activity in held.filter(campaigns__slug=campaigns[commitment.text])[:3]:
            _save(Evidence(commitment=commitment, activity=activity, amount=1))


def _issue(report):
    """A morning after its last day, by two persons, as in an office."""
    at = timezone.make_aware(datetime.combine(report.signed_on, time(10)))
    send_for_review(report=report, by=account(AUTHOR), at=at - timedelta(hours=1))
    issue(report=report, by=account(APPROVER), at=at)


def _save(row):
    row.full_clean()
    row.save()
    return row
