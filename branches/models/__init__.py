from branches.models.census import CensusAnswer, CensusQuestion, CensusReturn, CensusRound
from branches.models.reports import BranchReport, ReportedPhoto

__all__ = [
    "BranchReport",
    "CensusAnswer",
    "CensusQuestion",
    "CensusReturn",
    "CensusRound",
    "ReportedPhoto",
]
