"""Rows as CSV that opens safely and readably in spreadsheet programs."""

import csv
from collections.abc import Iterable, Iterator

BOM = "\ufeff"  # tells Excel that what follows is UTF-8
# A cell that begins so is run as a formula; the full-width forms too, where the input method is Chinese.
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")


class _Line:
    """A file of one line: the csv module writes, and we take what it wrote."""

    def write(self, text: str) -> str:
        return text


def csv_lines(headings: Iterable[str], rows: Iterable[Iterable]) -> Iterator[str]:
    """The lines of a CSV file, one at a time; a text that would be a formula begins with an apostrophe."""
    writer = csv.writer(_Line())
    yield BOM + writer.writerow(headings)
    for row in rows:
        yield writer.writerow([_safe(cell) for cell in row])


def _safe(cell):
    return f"'{cell}" if isinstance(cell, str) and cell.startswith(_FORMULA) else cell
