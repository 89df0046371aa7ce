"""Each kind of proposal as its record."""

from intake.models import Proposal
from intake.recording.activities import enter_activity
from intake.recording.bodies import Bodies
from intake.recording.honors import enter_commendation, enter_honor
from intake.recording.plan import enter_plan_item

Kind = Proposal.Kind


def enter(proposal: Proposal, bodies: Bodies, *, by):
    """The new record; raises Refused with a sentence for each field that is not in order."""
    match proposal.kind:
        case Kind.ACTIVITY:
            return enter_activity(proposal, bodies, by=by)
        case Kind.COMMENDATION:
            return enter_commendation(proposal, by=by)
        case Kind.HONOR:
            return enter_honor(proposal, by=by)
    return enter_plan_item(proposal, by=by)
