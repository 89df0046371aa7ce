from intake.models.documents import Document, Proposal

__all__ = ["Document", "Proposal"]
