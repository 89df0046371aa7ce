"""What was read and proposed is for staff; what becomes a record is declared there."""

from desk.gate.registry import STAMPS, disclose
from intake.models import Document, Proposal

disclose(Document, staff=f"id name sha256 text status reading {STAMPS}")
disclose(
    Proposal,
    staff="id document kind starts_at ends_at section area values state decided_at decided_by activity"
    " commendation honor plan_item",
)
