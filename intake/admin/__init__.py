from intake.admin.batches import BatchAdmin
from intake.admin.documents import DocumentAdmin
from intake.admin.tables import SheetImportAdmin

__all__ = ["BatchAdmin", "DocumentAdmin", "SheetImportAdmin"]
