"""What the public reads of a report: its issued version. What is private there stops its issuing."""

from desk.gate.registry import STAMPS, disclose
from reports.models import (
    Binding,
    Commitment,
    Evidence,
    Placement,
    PlanItem,
    Report,
    ReportSection,
    ReportStep,
    ReportType,
    ReportVersion,
    Waiver,
    WrittenItem,
)

disclose(
    ReportType,
    staff="id name requires_achievements requires_follow_up requires_problems requires_plan"
    f" most_characters {STAMPS}",
)
disclose(
    Report,
    public="title slug kind type starts_on ends_on as_of opening red_head document_number signature signed_on"
    " annex secrecy secrecy_term urgency signers addressees copied_to printed_by printed_on copy_number",
    staff=f"id levels follow_up_form state revision is_public campaigns areas tags {STAMPS}",
)
disclose(ReportSection, public="kind area part heading lead", staff="id report has_lead item_form position")
disclose(
    Placement,
    public="title text",
    staff="id report activity commendation section merged_into position is_left_out basis",
)
disclose(WrittenItem, public="title text", staff="id section position")
disclose(Binding, staff="id report placement written clause number figure title total")
disclose(
    ReportVersion,
    public="snapshot number issued_at reason sha256",
    staff="id report is_secret format issued_by",
)
disclose(ReportStep, staff="id report action by at reason")
disclose(PlanItem, public="heading text", staff="id report position")
disclose(
    Commitment,
    public="text owner due_on target_value target_unit said_status said_reason said_on",
    staff="id plan_item position",
)
disclose(Evidence, public="activity team commendation amount figure", staff="id commitment")
disclose(
    Waiver,
    staff="id report code place message fingerprint reason by at taken_back_by taken_back_at versions",
)
