"""How long something takes, and how often it asks the database."""

from collections.abc import Callable
from pathlib import Path
from time import perf_counter, process_time

from django.db import connection
from django.test.utils import CaptureQueriesContext


def seconds(work: Callable[[], object], times: int = 7) -> float:
    """The shortest of several runs: the one that other processes disturbed least."""
    work()  # the first run fills caches that the site keeps filled
    return min(_one_run(work) for _ in range(times))


def busy(work: Callable[[], object], times: int = 4) -> float:
    """Seconds of the processor, ours and that of our connection in the database: others disturb it little.

    By the clock where the database does not run on this machine, or this is no Linux.
    """
    with connection.cursor() as cursor:
        cursor.execute("SET max_parallel_workers_per_gather = 0")  # what helpers do would not be seen
    work()
    clock = _processor if _told_by_the_kernel() else perf_counter
    return min(_one_run(work, clock) for _ in range(times))


def _processor() -> float:
    """The seconds that this process and its database connection have been busy with so far."""
    return process_time() + int(_told_by_the_kernel().read_text().split()[0]) / 1e9


def _told_by_the_kernel() -> Path | None:
    told = Path(f"/proc/{connection.connection.info.backend_pid}/schedstat")
    is_here = connection.settings_dict["HOST"].startswith("/")  # by a socket, not over the network
    return told if is_here and told.exists() else None


def queries(work: Callable[[], object]) -> int:
    with CaptureQueriesContext(connection) as captured:
        work()
    return len(captured)


def _one_run(work: Callable[[], object], clock: Callable[[], float] = perf_counter) -> float:
    start = clock()
    work()
    return clock() - start
