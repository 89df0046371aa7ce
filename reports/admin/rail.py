"""What stands beside a draft: the findings of the checks, its length, its way to issue, its versions."""

from reports.admin.draft import Draft
from reports.admin.findings import open_findings
from reports.admin.waivers import may_waive, told_waivers
from reports.admin.workflow import open_steps
from reports.composing.length import characters
from reports.formats import FORMATS
from reports.issuing.actions import digest_of

PRIVATE = ("private_number", "minor_named")  # what keeps a public draft from its readers


def rail(request, draft: Draft) -> dict[str, object]:
    """The context of the rail's template."""
    report, found = draft.report, open_findings(draft)
    versions = report.versions.select_related("issued_by").prefetch_related("waivers__by").defer("snapshot")
    is_private = any(one.finding.code in PRIVATE for one in (*found.blocking, *found.waived))
    return {
        "open": found,
        "may_waive": may_waive(request.user, report),
        "waivers": told_waivers(report, found),
        "characters": characters(draft.document),
        "most_characters": report.type.most_characters if report.type else None,
        "read": digest_of(draft.document),
        "open_steps": open_steps(request.user, report),
        "trail": report.steps.select_related("by"),
        "versions": versions,
        "is_withheld": report.is_public and is_private and not versions,
        "formats": list(FORMATS),
    }
