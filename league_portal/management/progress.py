"""How far a long command is, on standard error: a line now and then, and one at the end of each part."""

import time

PAUSE = 2  # seconds between two lines


class Progress:
    def __init__(self, stderr):
        self._stderr, self._next = stderr, time.monotonic() + PAUSE

    def __call__(self, what: str, done: int, total: int) -> None:
        if done == total or time.monotonic() >= self._next:
            # Progress is no error, so it is not printed in the colour of one.
            self._stderr.write(f"{what}：{done}/{total}", style_func=str)
            self._stderr.flush()
            self._next = time.monotonic() + PAUSE
