from reports.models.bindings import Binding
from reports.models.contents import Placement, ReportSection, WrittenItem
from reports.models.issuing import ReportStep, ReportVersion
from reports.models.plan import Commitment, Evidence, PlanItem
from reports.models.report import Report, ReportType
from reports.models.waivers import Waiver

__all__ = [
    "Binding",
    "Commitment",
    "Evidence",
    "Placement",
    "PlanItem",
    "Report",
    "ReportSection",
    "ReportStep",
    "ReportType",
    "ReportVersion",
    "Waiver",
    "WrittenItem",
]
