"""An answer as a workbook: what it comes to, by months and organizers, and each record with its number."""

from collections.abc import Callable, Iterator

from django.urls import reverse

from activities.models import Activity
from reports.document import Figure, Source
from reports.questions.answer import Answer, Line, bearing
from reports.questions.left_out import left_out
from reports.questions.words import notes, sentence
from toolkit.workbooks import Sheet, workbook_of_sheets

KINDS = {"activity": "活动", "team": "队伍与阵地", "servicerecord": "服务记录"}


def workbook(answer: Answer, whole: Callable[[str], str]) -> bytes:
    """``whole`` makes an address of the site one that leads there from anywhere."""
    first = "年份" if answer.is_by_years else "月份"
    return workbook_of_sheets(
        [
            Sheet("合计", ("名称", "数", "单位", "写法", "由几条记录得出"), list(_totals(answer))),
            _table(answer, f"按{first}", first, answer.by_time),
            _table(answer, "按主办", "主办", answer.by_organizer),
            Sheet(
                "依据的记录",
                ("计入", "种类", "记录编号", "记录", "数据编号", "计入的数", "地址"),
                list(_records(answer, whole)),
            ),
            Sheet(
                "没有计入的数",
                ("活动编号", "活动", "数据编号", "数据", "写法", "为什么没有计入"),
                [
                    (
                        one.activity.pk,
                        str(one.activity),
                        one.figure.pk,
                        one.figure.name,
                        one.figure.text,
                        one.why,
                    )
                    for one in left_out(answer)
                ],
            ),
        ]
    )


def _totals(answer: Answer) -> Iterator[tuple]:
    for figure in answer.totals:
        yield figure.label, figure.value, figure.unit, figure.text, bearing(figure)
    yield "", None, "", "", None
    for words in (sentence(answer), *notes(answer)):
        yield words, None, "", "", None


def _table(answer: Answer, title: str, first: str, lines: list[Line]) -> Sheet:
    labels = answer.columns_of(lines)
    return Sheet(
        title,
        (first, *(f"{label}（{_unit(lines, label)}）" for label in labels)),
        [(line.label, *(_value(line, label) for label in labels)) for line in lines],
    )


def _unit(lines: list[Line], label: str) -> str:
    return next(line.totals[label].unit for line in lines if label in line.totals)


def _value(line: Line, label: str):
    """A number that is known to the last digit as a number; 300余 as it is told."""
    figure = line.totals.get(label)
    if figure is None:
        return None
    return figure.value if figure.precision == "exact" and not figure.as_of else figure.text


def _records(answer: Answer, whole: Callable[[str], str]) -> Iterator[tuple]:
    for total in answer.totals:
        for source in total.sources:
            yield _record(total, source, whole)


def _record(total: Figure, source: Source, whole: Callable[[str], str]) -> tuple:
    name = source.type
    address = (
        whole(reverse("admin:activities_activity_change", args=[source.id]))
        if name == Activity._meta.model_name
        else ""
    )
    return total.label, KINDS.get(name, name), source.id, source.label, source.figure_id, source.text, address
