"""What came in from outside, and what became of it."""

from intake.models.batches import Batch
from intake.models.documents import Document, Proposal
from intake.models.tables import SheetImport, SheetRow

__all__ = ["Batch", "Document", "Proposal", "SheetImport", "SheetRow"]
