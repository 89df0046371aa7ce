"""What is downloaded: the template of a kind, and the rows of a table that were not in order."""

from collections.abc import Sequence

from desk.sheets.columns import Column
from intake.models import SheetImport, SheetRow
from intake.sheets.kinds.kind import Kind
from toolkit import workbook_forms, workbooks

FAULTS = "问题"  # the column that says what is wrong; who imports the file again need not remove it
_MOST_OFFERED = 500  # in the list of a cell


def template_of(kind: Kind) -> bytes:
    """A sheet with the columns of the kind, its choices to pick from, and a sheet that explains them."""
    columns = list(kind.columns.values())
    headings = [f"{one.heading}*" if one.is_required else one.heading for one in columns]
    choices = {place: offered for place, one in enumerate(columns) if (offered := _offered(kind, one))}
    explained = [("列", "必填", "怎么填", "例子")]
    explained += [(one.heading, "是" if one.is_required else "", one.help, one.example) for one in columns]
    explained += [("", "", words, "") for words in (*kind.hints, *_HINTS)]
    name = f"导入{kind.model._meta.verbose_name}"
    return workbook_forms.form_of(name, headings, choices=choices, explained=explained)


def faulty_rows_of(table: SheetImport, places: Sequence[int]) -> bytes:
    """As they were, with what is wrong in front, to be mended and taken in again."""
    rows = table.rows.filter(state=SheetRow.State.FAULTY).exclude(cells=[]).order_by("number")
    kept = [place for place in places if table.headings[place] != FAULTS]
    lines = ([_told(row), *(row.cells[place] for place in kept)] for row in rows)
    headings = [FAULTS, *(table.headings[place] for place in kept)]
    return workbooks.workbook_of("有问题的行", headings, lines)


def _told(row: SheetRow) -> str:
    return f"第{row.number}行：{''.join(row.said)}"


_HINTS = (
    "列的先后不要紧，列名写成别的说法也认得；不认得的列，导入时可以自己选。",
    "导入前会逐行核对，点了确认才保存；有问题的行可以下载下来，改好再导入。同一条记录不会登记两次。",
)


def _offered(kind: Kind, column: Column) -> list[str]:
    """What may be picked in the cells of a column: its choices, or the few records that there are."""
    field = column.field
    if field is None or field.many_to_many:
        return []
    if field.choices:
        return [str(label) for _, label in field.choices]
    if field.get_internal_type() == "BooleanField":
        return ["是", "否"]
    if not field.is_relation or not kind.is_listed(field.related_model):
        return []
    names = kind.look.all_of(field.related_model).values_list("name", flat=True)[: _MOST_OFFERED + 1]
    return list(names) if len(names) <= _MOST_OFFERED else []
