from intake.admin.documents import DocumentAdmin
from intake.admin.tables import SheetImportAdmin

__all__ = ["DocumentAdmin", "SheetImportAdmin"]
