"""A small district with a record of every kind: a branch's own, another's, and what is the committee's."""

from django.contrib.admin.models import CHANGE, LogEntry
from django.contrib.auth.models import Group
from django.contrib.contenttypes.models import ContentType

from accounts.models import Terms
from desk.bin.actions import put_away
from desk.models import LogLine
from organizations.models import Organization
from reports.document.periods import HalfYear
from tests import factories as make

ELSEWHERE = "别家"  # in the name of all that is another branch's


def _activity(organization, name):
    activity = make.ActivityFactory(title=name, summary=name, place=name)
    activity.organizers.add(organization)
    return activity


def _line(organization, name):
    activity = _activity(organization, name)
    told = {"content_type": ContentType.objects.get_for_model(activity), "object_id": activity.pk}
    entry = LogEntry.objects.create(
        user=make.StaffFactory(), action_flag=CHANGE, object_repr=name, change_message=name, **told
    )
    return LogLine.objects.get(pk__endswith=str(entry.pk), name=name)


def _binned(organization, name):
    return put_away([make.NoticeFactory(title=name, organization=organization)], by=make.StaffFactory())[0]


OF = {
    "activities.activity": _activity,
    "activities.figure": lambda of, name: make.FigureFactory(name=name, activity=_activity(of, name)),
    "auth.user": lambda of, name: make.UserFactory(is_staff=True, last_name=name, organizations=[of]),
    "branches.branchreport": lambda of, name: make.BranchReportFactory(title=name, organization=of),
    "branches.censusreturn": lambda of, name: make.CensusReturnFactory(note=name, organization=of),
    "desk.binned": _binned,
    "desk.logline": _line,
    "notices.notice": lambda of, name: make.NoticeFactory(title=name, organization=of),
    "organizations.organization": lambda of, name: make.OrganizationFactory(name=f"{name}团支部", parent=of),
    "organizations.person": lambda of, name: make.PersonFactory(name=name, organization=of),
    "volunteers.servicerecord": lambda of, name: make.ServiceRecordFactory(
        volunteer=make.VolunteerFactory(name=name, organization=of)
    ),
    "volunteers.team": lambda of, name: make.TeamFactory(name=name, organization=of),
    "volunteers.volunteer": lambda of, name: make.VolunteerFactory(name=name, organization=of),
}
COMMITTEES = {
    "accounts.terms": lambda: Terms.objects.get(),
    "activities.campaign": lambda: make.CampaignFactory(),
    "activities.indicator": lambda: make.IndicatorFactory(),
    "activities.tag": lambda: make.TagFactory(),
    "activities.workarea": lambda: make.WorkAreaFactory(),
    "auth.group": lambda: Group.objects.get(name="只读"),
    "branches.censusround": lambda: make.CensusRoundFactory(),
    "corrections.correction": lambda: make.CorrectionFactory(text=ELSEWHERE),
    "desk.overruled": lambda: make.OverruledFactory(record=make.NoticeFactory()),
    "honors.awardtitle": lambda: make.AwardFactory(name=ELSEWHERE).title,
    "honors.commendation": lambda: make.CommendationFactory(title=ELSEWHERE),
    "honors.honorreceived": lambda: make.HonorReceivedFactory(title=ELSEWHERE),
    "intake.document": lambda: make.ProposalFactory(document__name=ELSEWHERE).document,
    "organizations.committee": lambda: make.CommitteeFactory(),
    "organizations.partner": lambda: make.PartnerFactory(),
    "reports.commitment": lambda: make.CommitmentFactory(plan_item__report__period=HalfYear(2019, 1)),
    "reports.planitem": lambda: make.PlanItemFactory(report__period=HalfYear(2019, 2)),
    "reports.report": lambda: make.ReportFactory(period=HalfYear(2020, 1), title=f"{ELSEWHERE}总结"),
    "reports.reporttype": lambda: make.ReportTypeFactory(),
    "search.asked": lambda: make.AskedFactory(words=ELSEWHERE),
    "toolkit.formeraddress": lambda: make.FormerAddressFactory(),
    "volunteers.servicefield": lambda: make.ServiceFieldFactory(),
}


class Site:
    """``own`` and ``other``: a record of each kind that belongs to branches; ``district``: of all others."""

    def __init__(self):
        self.branch = make.OrganizationFactory(
            name="西溪街道团工委", kind=Organization.Kind.WORKING_COMMITTEE
        )
        beneath = make.OrganizationFactory(name="西溪第一团支部", parent=self.branch)
        elsewhere = make.OrganizationFactory(name=f"{ELSEWHERE}团工委")
        self.own = {kind: of(beneath, f"自己{at}") for at, (kind, of) in enumerate(OF.items())}
        self.other = {kind: of(elsewhere, f"{ELSEWHERE}{at}") for at, (kind, of) in enumerate(OF.items())}
        self.district = {kind: made() for kind, made in COMMITTEES.items()}

    def account(self, *roles: str, at=None):
        """Somebody at the branch with these roles; or at the committee."""
        account = make.UserFactory(is_staff=True, organizations=[self.branch if at is None else at])
        account.groups.set(Group.objects.filter(name__in=roles))
        assert account.groups.count() == len(roles)
        return account

    def records(self) -> dict[str, list]:
        """Of each kind those that somebody of the branch reaches, then those that only others do."""
        return {
            **{kind: [self.own[kind], self.other[kind]] for kind in OF},
            **{kind: [one] for kind, one in self.district.items()},
        }
