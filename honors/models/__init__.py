"""Honours: what the committee gave, and what it, its branches and their people received from above."""

from honors.models.given import Award, AwardTitle, Commendation
from honors.models.received import HonorReceived, HonorRecipient

__all__ = ["Award", "AwardTitle", "Commendation", "HonorReceived", "HonorRecipient"]
