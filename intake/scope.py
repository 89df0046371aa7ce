"""Documents are read in by the committee, for the whole district; a table belongs to whoever brought it."""

from django.db.models import Q

from desk.scope.registry import WHOLE, scope
from intake.models import Document, Proposal, SheetImport, SheetRow

scope(Document, WHOLE)
scope(Proposal, WHOLE)
scope(SheetImport, lambda user: Q(created_by=user))
scope(SheetRow, "table")
