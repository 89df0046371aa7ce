"""Reports tell of the whole district, drafts and plan included."""

from desk.scope.registry import WHOLE, scope
from reports.models import Commitment, Evidence, PlanItem, Report, ReportType

for kind in (Report, ReportType, PlanItem, Commitment, Evidence):
    scope(kind, WHOLE)
