from reports.admin.plan import CommitmentAdmin
from reports.admin.plan_items import PlanItemAdmin
from reports.admin.report import ReportAdmin, ReportTypeAdmin

__all__ = ["CommitmentAdmin", "PlanItemAdmin", "ReportAdmin", "ReportTypeAdmin"]
