from intake.admin.documents import DocumentAdmin

__all__ = ["DocumentAdmin"]
