"""What was read and proposed is for staff; what becomes a record is declared there."""

from desk.gate.registry import STAMPS, disclose
from intake.models import Batch, Document, Proposal, SheetImport, SheetRow

disclose(Document, staff=f"id name sha256 text status reading {STAMPS}")
disclose(
    Proposal,
    staff="id document kind starts_at ends_at section area values state decided_at decided_by activity"
    " commendation honor plan_item",
)
disclose(
    Batch,
    staff=f"id kind name content_type object_id state made decided_at decided_by {STAMPS}",
    private="text rows",
)
disclose(
    SheetImport,
    staff=f"id kind name sha256 headings chosen state saved_at saved_by {STAMPS}",
)
disclose(SheetRow, staff="id table number broken state said record_key as_saved", private="cells")
