"""A notice is whose name stands under it; one without an organization is the committee's."""

from desk.scope.registry import scope
from notices.models import Attachment, Notice

scope(Notice, "organization")
scope(Attachment, "notice")
