"""How long something takes, and how often it asks the database."""

from collections.abc import Callable
from time import perf_counter

from django.db import connection
from django.test.utils import CaptureQueriesContext


def seconds(work: Callable[[], object], times: int = 7) -> float:
    """The shortest of several runs: the one that other processes disturbed least."""
    work()  # the first run fills caches that the site keeps filled
    return min(_one_run(work) for _ in range(times))


def queries(work: Callable[[], object]) -> int:
    with CaptureQueriesContext(connection) as captured:
        work()
    return len(captured)


def _one_run(work: Callable[[], object]) -> float:
    start = perf_counter()
    work()
    return perf_counter() - start
