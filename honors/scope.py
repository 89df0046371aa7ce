"""Honours are given and received by the committee, for the whole district."""

from desk.scope.registry import WHOLE, scope
from honors.models import Award, AwardTitle, Commendation, HonorReceived, HonorRecipient

for kind in (Commendation, AwardTitle, Award, HonorReceived, HonorRecipient):
    scope(kind, WHOLE)
