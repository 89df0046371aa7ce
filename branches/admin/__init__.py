from branches.admin.census_return import CensusReturnAdmin
from branches.admin.census_round import CensusRoundAdmin
from branches.admin.report import BranchReportAdmin

__all__ = ["BranchReportAdmin", "CensusReturnAdmin", "CensusRoundAdmin"]
