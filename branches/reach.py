"""Who decides and asks, as the district does, and who only reports and answers."""

from branches.models import BranchReport, CensusRound
from desk.scope.registry import changes_kind

ADOPT = "branches.adopt_branchreport"
ASK = "branches.change_censusround"


def may_decide(user) -> bool:
    """Whether somebody decides about what branches within reach report."""
    return user.has_perm(ADOPT, BranchReport)


def may_ask(user) -> bool:
    """Whether somebody asks in a census, and so sends back and reminds."""
    return user.has_perm(ASK) and changes_kind(user, CensusRound)
