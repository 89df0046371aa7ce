"""Who decides and asks, as the district does, and who only reports and answers."""

from branches.models import BranchReport, CensusRound
from desk.scope.reach import reach_of
from desk.scope.registry import changes_kind

REPORT = "branches.add_branchreport"
ADOPT = "branches.adopt_branchreport"
ASK = "branches.change_censusround"


def may_decide(user) -> bool:
    """Whether somebody decides about what branches within reach report."""
    return user.has_perm(ADOPT, BranchReport)


def may_ask(user) -> bool:
    """Whether somebody asks in a census, and so sends back and reminds."""
    return user.has_perm(ASK) and changes_kind(user, CensusRound)


def only_reports(user) -> bool:
    """Whether somebody is here for a branch: to report and to answer."""
    return reach_of(user).is_limited and user.has_perm(REPORT, BranchReport) and not may_decide(user)
