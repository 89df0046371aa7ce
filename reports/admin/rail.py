"""What stands beside a draft: the findings of the checks, its length, its way to issue, its versions."""

from reports.admin.draft import Draft
from reports.admin.findings import shown_findings
from reports.admin.workflow import open_steps
from reports.checks import BLOCKER
from reports.formats import FORMATS
from reports.length import characters


def rail(request, draft: Draft) -> dict[str, object]:
    """The context of the rail's template."""
    found = shown_findings(draft)
    report = draft.report
    return {
        "blocking": [one for one in found if one.finding.level == BLOCKER],
        "hints": [one for one in found if one.finding.level != BLOCKER],
        "characters": characters(draft.document),
        "most_characters": report.type.most_characters if report.type else None,
        "open_steps": open_steps(request.user, report),
        "trail": report.steps.select_related("by"),
        "versions": report.versions.select_related("issued_by").defer("snapshot"),
        "formats": list(FORMATS),
    }
