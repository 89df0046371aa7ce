"""Reads a workbook in a process of its own, so that a file made to break the reader breaks nothing else.

Run by its path: the workbook comes in, its visible sheets go out. Imports nothing of the portal.
"""

import io
import pickle
import subprocess
import sys

MOST_MEMORY = 2**30  # bytes of addresses, which are more than what is used
MOST_SECONDS = 120
LARGEST_CELLS = 2_000_000  # of all sheets, empty ones within too

_PASSWORD, _TOO_LARGE = 3, 4  # how the process ends where the reader itself says why


class Damaged(ValueError):
    """The reader broke, or needed more than a table of this size should."""


class Protected(ValueError):
    """The workbook has a password."""


class TooLarge(ValueError):
    """The cells go on further than can be kept in memory."""


def sheets_of(data: bytes) -> list[tuple[str, list[list], list]]:
    """Name, rows and merged ranges of each visible sheet. Raises Damaged, Protected or TooLarge."""
    try:
        done = subprocess.run(
            [sys.executable, "-I", __file__], input=data, capture_output=True, timeout=MOST_SECONDS
        )
    except subprocess.TimeoutExpired as error:
        raise Damaged from error
    if done.returncode:
        raise {_PASSWORD: Protected, _TOO_LARGE: TooLarge}.get(done.returncode, Damaged)
    return pickle.loads(done.stdout)


def _read(data: bytes) -> list[tuple[str, list[list], list]]:
    import python_calamine as calamine

    try:
        book = calamine.CalamineWorkbook.from_filelike(io.BytesIO(data))
    except calamine.PasswordError:
        sys.exit(_PASSWORD)
    sheets, taken = [], 0
    for known in book.sheets_metadata:
        if (
            known.typ != calamine.SheetTypeEnum.WorkSheet
            or known.visible != calamine.SheetVisibleEnum.Visible
        ):
            continue
        sheet = book.get_sheet_by_name(known.name)
        taken += sheet.total_height * sheet.total_width
        if taken > LARGEST_CELLS:
            sys.exit(_TOO_LARGE)
        rows = sheet.to_python(skip_empty_area=False)
        sheets.append((known.name, rows, sheet.merged_cell_ranges or []))
    return sheets


def _limit_memory() -> None:
    try:
        import resource
    except ImportError:  # Windows has no such limit
        return
    resource.setrlimit(resource.RLIMIT_AS, (MOST_MEMORY, MOST_MEMORY))


if __name__ == "__main__":
    _limit_memory()
    pickle.dump(_read(sys.stdin.buffer.read()), sys.stdout.buffer)
