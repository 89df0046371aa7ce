"""The table of a round as rows of a spreadsheet."""

from collections.abc import Iterator

from branches.census.totals import Sum, Table
from toolkit.dates.moments import moment_text


def headings_of(table: Table) -> list[str]:
    return [
        "团组织",
        "类别",
        "状态",
        *(f"{one}（{one.unit}）" for one in table.questions),
        "说明",
        "上报时间",
    ]


def rows_of(table: Table) -> Iterator[list]:
    for sent, cells in table.rows:
        body, at = sent.organization, sent.submitted_at
        is_sent = not sent.is_missing
        yield [
            body.name,
            body.get_kind_display(),
            sent.get_state_display(),
            *(cell.value for cell in cells),
            sent.note if is_sent else "",
            moment_text(at) if is_sent and at else "",
        ]
    for kind in table.kinds:
        yield [f"{kind.label}合计", "", f"{kind.asked}家已报{kind.sent}家", *_values(kind.sums), "", ""]
    yield ["合计", "", f"{len(table.rows)}家已报{table.sent}家", *_values(table.sums), "", ""]
    if table.earlier:
        yield [f"上次（{table.earlier}）", "", "", *table.before, "", ""]
        yield [f"比上次增减（两次都报的{table.compared}家）", "", "", *table.changes, "", ""]
    if any(one is not None for one in table.recorded):
        yield ["系统里的记录", "", "", *table.recorded, "", ""]


def _values(sums: list[Sum]) -> list:
    return [one.value for one in sums]
