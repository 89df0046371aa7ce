"""Honours: what the committee gave, and what was received from above."""

from honors.models.given import Award, AwardTitle, Commendation, HonorReceived

__all__ = ["Award", "AwardTitle", "Commendation", "HonorReceived"]
