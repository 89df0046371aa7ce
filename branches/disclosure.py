"""What branches report is the desk's own; the public reads the activities and totals that it became."""

from branches.models import (
    BranchReport,
    CensusAnswer,
    CensusQuestion,
    CensusReturn,
    CensusRound,
    ReportedPhoto,
)
from desk.gate.registry import ONCE_SAVED, STAMPS, disclose

disclose(
    BranchReport,
    staff="id date_precision starts_on ends_on day_part organization title place summary figures state"
    f" reported_at decided_at decided_by reason activity is_merged {STAMPS}",
)
disclose(ReportedPhoto, staff="id report image width height position")
disclose(
    CensusRound,
    public="name ends_on",  # of what it came to, once it is closed
    staff=f"id starts_on opens_on closes_on note {STAMPS}",
    when=ONCE_SAVED,
)
disclose(
    CensusQuestion,
    staff="id round name unit is_required is_added at_most compared_with indicator position",
)
disclose(
    CensusReturn,
    staff=f"id round organization state note submitted_at submitted_by reason reminded_at {STAMPS}",
)
disclose(CensusAnswer, staff="id census_return question value")
