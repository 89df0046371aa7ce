"""What a check of the words says of one place in a text."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Slip:
    """A code, where in the text it stands, and a sentence that says what to do about it."""

    code: str
    start: int
    end: int
    message: str
