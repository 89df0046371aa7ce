"""Checks of the report as a whole: its required parts, its length, the targets of its plan."""

from collections.abc import Iterator

from reports.checks.findings import Finding, finding
from reports.checks.reading import PRINTED_BY, WHOLE, Reading, place_of_item
from reports.composing.length import characters
from reports.composing.sections.required import TO_WRITE, missing_parts
from reports.document import Item
from reports.models import ReportSection

Kind = ReportSection.Kind
NAMED = 3  # so many tasks are named in a message; of more, their number is told


def findings(reading: Reading) -> Iterator[Finding]:
    yield from _missing_parts(reading)
    yield from _imprint(reading)
    yield from _length(reading)
    yield from _targets(reading)


def _missing_parts(reading: Reading) -> Iterator[Finding]:
    """What the report's type asks for and the draft has not."""
    for part in missing_parts(reading.material, reading.document.sections):
        words = f"待补：{part}。“{reading.material.report.type.name}”必须有这一部分，请在编辑页补写。"
        yield finding("part_missing", words, part)


def _imprint(reading: Reading) -> Iterator[Finding]:
    """A new report takes over who prints it, but not the day."""
    told = reading.document.formalities
    if told.printed_by and not told.printed_on:
        words = "写了印发机关，还没有印发日期，请在“公文格式”里补上。"
        yield finding("left_to_fill", words, PRINTED_BY)


def _length(reading: Reading) -> Iterator[Finding]:
    report_type = reading.material.report.type
    most = report_type.most_characters if report_type else None
    if most and (length := characters(reading.document)) > most:
        words = f"全文{length}字，超过“{report_type.name}”的上限{most}字，可用缩短版。"
        yield finding("too_long", words, WHOLE)


def _targets(reading: Reading) -> Iterator[Finding]:
    """Plan items whose progress nobody will be able to count."""
    for label, section, items in reading.document.outline:
        if section.kind != Kind.PLAN:
            continue
        for number, item in items:
            if item != TO_WRITE and (words := _without_target(item)):
                yield finding("no_target", words, place_of_item(f"{label}{number}", item), item.sources)


def _without_target(item: Item) -> str:
    if not item.children:
        return "还没有任务，请写出要做的事；能量化的写上目标数。"
    lacking = [f"“{child.title}”" for child in item.children if not child.figures]
    if not lacking:
        return ""
    names = "".join(lacking[:NAMED]) + (f"等{len(lacking)}项任务" if len(lacking) > NAMED else "")
    return f"{names}没有量化目标；能量化的请填写目标数，下一期才能对照。"
