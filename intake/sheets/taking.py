"""A file comes in as a table whose rows wait for a yes: read, its columns matched, every row looked at."""

import hashlib
from collections.abc import Iterator

from django.contrib.contenttypes.models import ContentType
from django.db import transaction
from django.db.models import Model
from django.utils import timezone

from desk.models.binned import KEPT_FOR
from intake.models import SheetImport, SheetRow
from intake.reading import Unreadable
from intake.sheets.checking import checked
from intake.sheets.kinds import kind_of
from intake.sheets.matching import chosen_columns, heading_row
from intake.sheets.reading import Sheet, read_sheets, text_of

MOST_ROWS = 20_000
_LONGEST = 5000  # characters of a cell


def taking(*, name: str, data: bytes, model: type[Model], by) -> Iterator[str | SheetImport]:
    """What is done next, step by step, and last the table. Raises Unreadable; broken off, it keeps none."""
    yield "正在读表格"
    kind = kind_of(model)(by)
    columns = list(kind.columns.values())
    sheet, (at, headings) = _likeliest(read_sheets(data), columns)
    rows = _rows(sheet, at, len(headings))
    if not rows:
        raise Unreadable("表头下面没有内容。第一行写列名，下面一行写一条。")
    if len(rows) > MOST_ROWS:
        raise Unreadable(f"表格有{len(rows)}行，一次最多导入{MOST_ROWS}行，请分成几份。")
    cells = [row.cells for row in rows]
    table = SheetImport(
        kind=ContentType.objects.get_for_model(model),
        name=name[:120] or "表格",
        sha256=hashlib.sha256(data).hexdigest(),
        headings=headings,
        chosen=chosen_columns(headings, columns, cells, figures=kind.takes_figures),
        created_by=by,
        updated_by=by,
    )
    yield f"读出{len(rows):,}行，正在逐行核对"
    with transaction.atomic():
        _forget_old()
        table.save()
        for row in rows:
            row.table = table
        SheetRow.objects.bulk_create(rows, batch_size=1000)
        yield from checked(table, by=by)
    yield table


def take(**told) -> SheetImport:
    """All steps at once. Raises Unreadable."""
    *_, table = taking(**told)
    return table


def choose(table: SheetImport, chosen: list[str], *, by) -> Iterator[str]:
    """Say by hand which column is which; every row is looked at anew."""
    with transaction.atomic():
        table.chosen, table.updated_by = chosen, by
        table.save()
        yield from checked(table, by=by)


def _forget_old() -> None:
    """What rows said is private; of those that nobody mended or saved it is kept as long as in the bin."""
    old = SheetImport.objects.filter(created_at__lt=timezone.now() - KEPT_FOR)
    old.filter(state=SheetImport.State.OPEN).delete()
    SheetRow.objects.filter(table__in=old).exclude(cells=[]).update(cells=[])


def _likeliest(sheets: list[Sheet], columns) -> tuple[Sheet, tuple[int, list[str]]]:
    """The sheet whose headings are known best; the first of several alike."""
    found = [(sheet, heading_row(sheet, columns)) for sheet in sheets]
    return max(found, key=lambda one: _score(one, columns))


def _score(one, columns) -> int:
    _, (_, headings) = one
    return sum(map(bool, chosen_columns(headings, columns, [], figures=False)))


def _rows(sheet: Sheet, at: int, width: int) -> list[SheetRow]:
    """Those beneath the heading in which anything stands; a merged cell says the same in each of its rows."""
    found = []
    for number, row in enumerate(sheet.filled()[at + 1 :], at + 1):
        cells = [text_of(cell)[:_LONGEST].replace("\x00", "") for cell in row]
        broken = {
            str(column): sheet.broken[number, column]
            for column in range(width)
            if (number, column) in sheet.broken
        }
        if any(cells) or broken:
            found.append(SheetRow(number=number + 1, cells=cells, broken=broken))
    return found
