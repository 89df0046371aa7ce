"""From the values of a proposal to a record, after a person's yes: each room one kind of record."""

from intake.recording.entering import enter
from intake.recording.refusals import Refused

__all__ = ["Refused", "enter"]
