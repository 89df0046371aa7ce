"""Documents are of the whole district; tables and batches belong to whoever began them."""

from django.db.models import Q

from desk.scope.registry import WHOLE, scope
from intake.models import Batch, Document, Proposal, SheetImport, SheetRow

scope(Document, WHOLE)
scope(Proposal, WHOLE)
scope(SheetImport, lambda user: Q(created_by=user))
scope(SheetRow, "table")
scope(Batch, lambda user: Q(created_by=user))
