"""What waits of what branches report: for the district to decide, for the branch to mend, of the census."""

from branches.models import BranchReport, CensusReturn
from branches.reach import may_ask, may_decide
from desk.today import Group, Line, register

State = BranchReport.State


def _of_branch(desk, asked):
    return desk.has_change_permission(asked.request) and not may_decide(asked.user)


def _answers(desk, asked):
    return desk.has_change_permission(asked.request) and not may_ask(asked.user)


def _whose(report):
    return f"{report.organization}，{report.when_text}"


def _until(sent):
    reminded = "，团区委已催报" if sent.reminded_at else ""
    day = f"{sent.round.closes_on.month}月{sent.round.closes_on.day}日"
    return f"{day}截止，{sent.get_state_display()}{reminded}"


def _to_fill_in(returns, asked):
    return returns.to_fill_in()


register(
    Line(
        name="awaiting",
        model=BranchReport,
        title="等你采用的支部来报",
        group=Group.MINE,
        of=lambda reports, asked: reports.awaiting().order_by("reported_at", "pk"),
        told=_whose,
        may=lambda desk, asked: may_decide(asked.user),
    ),
    Line(
        name="returned",
        model=BranchReport,
        title="退回给你的来报",
        group=Group.MINE,
        of=lambda reports, asked: reports.filter(state=State.RETURNED).order_by("-decided_at", "-pk"),
        told=lambda report: report.reason,
        may=_of_branch,
    ),
    Line(
        name="missing",
        model=CensusReturn,
        title="团情普查还没有报的",
        group=Group.DUE,
        of=_to_fill_in,
        told=_until,
        may=lambda desk, asked: may_ask(asked.user),
    ),
    Line(
        name="to-fill-in",
        model=CensusReturn,
        title="要你填的普查",
        group=Group.MINE,
        of=_to_fill_in,
        told=_until,
        may=_answers,
    ),
)
