"""Documents are read in by the committee: what comes of them is of the whole district."""

from desk.scope.registry import WHOLE, scope
from intake.models import Document, Proposal

scope(Document, WHOLE)
scope(Proposal, WHOLE)
