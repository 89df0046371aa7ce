"""The correction form as a reader's browser sends it, a while after it was opened."""

import time

from django.core.signing import TimestampSigner, b62_encode

from corrections.forms import SIGNER

A_MINUTE = 60  # seconds


class Earlier(TimestampSigner):
    """Signs as our own signer did a number of seconds ago."""

    def __init__(self, seconds):
        super().__init__(salt=SIGNER.salt)
        self.seconds = seconds

    def timestamp(self):
        return b62_encode(int(time.time()) - self.seconds)


def opened(ago: float = A_MINUTE) -> str:
    """What the form carries that was opened so many seconds ago."""
    return Earlier(ago).sign("opened")


def filled_in(**typed) -> dict[str, str]:
    whole = {"page": "/activities/4/", "text": "“植数”应为“植树”。", "contact": "", "website": ""}
    return {**whole, "opened": opened(), **typed}
