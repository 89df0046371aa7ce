from intake.models.documents import Document, Proposal
from intake.models.tables import SheetImport, SheetRow

__all__ = ["Document", "Proposal", "SheetImport", "SheetRow"]
