"""Reports on their way to issue, and what their plans promised for a day that is over."""

from django.contrib.admin import ModelAdmin

from desk.today import Asked, Group, Line, register
from desk.today.columns import Column, register_column
from reports.models import Commitment, Report, ReportVersion
from toolkit.dates.moments import day_text

State = Report.State


def _may_judge(desk: ModelAdmin, asked: Asked) -> bool:
    """To issue is one right, to return another; either has to be done by somebody."""
    return any(asked.user.has_perm(f"reports.{right}_report") for right in ("issue", "review"))


def begun(reports, asked):
    mine = reports.filter(state=State.DRAFT, created_by=asked.user)
    return mine.order_by("-starts_on", "pk")


def overdue(commitments, asked):
    return commitments.overdue(asked.today).order_by("due_on", "pk")


def _overdue(commitment):
    owner = f"，{commitment.owner}" if commitment.owner else ""
    return f"应在{day_text(commitment.due_on)}前完成{owner}"


def _line(name, title, of, **more):
    return Line(name=name, model=Report, title=title, group=Group.MINE, of=of, page="edit", **more)


register(
    _line(
        "awaiting",
        "等你审核、签发的工作总结",
        lambda reports, asked: reports.filter(state=State.IN_REVIEW),
        may=_may_judge,
    ),
    _line("returned", "退回修改的工作总结", lambda reports, asked: reports.filter(state=State.RETURNED)),
    _line("drafts", "你起草中的工作总结", begun),
    Line(
        name="overdue",
        model=Commitment,
        title="已经逾期的计划任务",
        group=Group.DUE,
        of=overdue,
        told=_overdue,
    ),
)
register_column(
    Column(
        "工作总结",
        Report,
        lambda: (
            ReportVersion.objects.public().order_by("-issued_at").values_list("issued_at", flat=True).first()
        ),
    )
)
