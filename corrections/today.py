"""What readers told and nobody has settled yet."""

from corrections.models import Correction
from desk.today import Group, Line, register
from toolkit.dates.moments import moment_text

State = Correction.State

register(
    Line(
        name="open",
        model=Correction,
        title="没有办结的读者纠错",
        group=Group.SITE,
        of=lambda corrections, asked: corrections.filter(state__in=(State.NEW, State.IN_PROGRESS)).order_by(
            "received_at", "pk"
        ),
        told=lambda correction: (
            f"{correction.get_state_display()}，{moment_text(correction.received_at)}收到"
        ),
    )
)
