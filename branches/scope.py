"""What a branch reports and answers is its own; the rounds of the census are the district's."""

from branches.models import (
    BranchReport,
    CensusAnswer,
    CensusQuestion,
    CensusReturn,
    CensusRound,
    ReportedPhoto,
)
from desk.scope.registry import WHOLE, scope

scope(BranchReport, "organization")
scope(ReportedPhoto, "report")
scope(CensusRound, WHOLE)
scope(CensusQuestion, WHOLE)
scope(CensusReturn, "organization")
scope(CensusAnswer, "census_return")
