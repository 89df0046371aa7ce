"""The sheet of an activity's, or a team's, volunteers as it is typed: rows, and what holds for all."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import ROUND_HALF_UP, Decimal, InvalidOperation

from django import forms

from activities.models import Activity
from desk.forms.days import DayField
from intake.batches.volunteers import Wanted
from intake.hours.plan import Line
from intake.rosters.reading import Skipped, read
from intake.rosters.reading.cells import parted
from toolkit import names
from toolkit.dates.typed import NotADay, read_day
from toolkit.texts.columns import KeptFormField
from volunteers.models import ServiceRecord, Team

CELLS = ("name", "unit", "hours", "day")
EMPTY_ROWS = 10
MOST_ROWS = 1000
_CELL = re.compile(r"(name|unit|hours|day|choice)-([0-9]{1,4})")
_HOURS = re.compile(r"\s*(?P<hours>[0-9]{1,3}(?:\.[0-9]+)?)\s*(?:个?小时|时|h|H)?\s*$")
_HOURS_BEHIND = re.compile(r"[\s,，\t]+(?P<hours>[0-9]{1,2}(?:\.[0-9]+)?)\s*(?:个?小时|h|H)?\s*$")


class CommonForm(forms.Form):
    """What holds for every row of the sheet."""

    day = DayField(label="服务日期", required=False, help_text="每一行没有另写日期的，都是这一天。")
    hours = forms.DecimalField(
        label="时长（小时）", required=False, min_value=Decimal("0.1"), max_value=24, decimal_places=1,
        help_text="每一行没有另写时长的，都是这么久；不含路途时间。",
    )  # fmt: skip
    ledger = forms.ChoiceField(label="记录方式", choices=ServiceRecord.Ledger.choices, initial="by_hand")
    evidence = KeptFormField(
        label="依据",
        required=False,
        max_length=200,
        help_text="人工补记必须写明，例如签到表照片、活动负责人证明。",
    )
    content = KeptFormField(label="服务内容", required=False, max_length=200)
    other = forms.ModelChoiceField(queryset=None, required=False)
    is_outside_days = forms.BooleanField(label="有的日期在活动之外，属实", required=False)

    def __init__(self, *args, target, **kwargs):
        super().__init__(*args, label_suffix="", **kwargs)
        others = target.teams.all() if isinstance(target, Activity) else target.activities.all()
        self.fields["other"].queryset = others
        self.fields["other"].label = "队伍" if isinstance(target, Activity) else "活动"

    def clean(self):
        cleaned = super().clean()
        if cleaned.get("ledger") == ServiceRecord.Ledger.BY_HAND and not cleaned.get("evidence"):
            self.add_error("evidence", "人工补记的时长必须写明依据。")
        return cleaned


@dataclass(frozen=True)
class Typed:
    """One row as it was typed."""

    number: int
    name: str = ""
    unit: str = ""
    hours: str = ""
    day: str = ""
    choice: str = ""

    @property
    def is_filled(self) -> bool:
        return any((self.name, self.unit, self.hours, self.day))


def typed_in(sent: Mapping[str, str]) -> list[Typed]:
    """The rows of a form that was sent, in their order; empty ones are left out."""
    cells: dict[int, dict[str, str]] = {}
    for key, value in sent.items():
        if match := _CELL.fullmatch(key):
            cells.setdefault(int(match[2]), {})[match[1]] = value.strip()[:200]
    rows = [Typed(number, **told) for number, told in sorted(cells.items())]
    return [row for row in rows if row.is_filled][:MOST_ROWS]


def with_pasted(rows: Sequence[Typed], text: str) -> tuple[list[Typed], list[Skipped]]:
    """The rows with those of a pasted list behind them: names, units, and hours at the end of a line.

    And the lines of the list that gave nobody.
    """
    hours, lines = {}, []
    for number, line in enumerate(text.splitlines(), 1):
        match = _HOURS_BEHIND.search(line)
        if match:
            hours[number] = match["hours"]
        lines.append(line[: match.start()] if match else line)
    at = max((row.number for row in rows), default=0)
    found = read("\n".join(lines))
    pasted = [
        Typed(at + place, one.name, one.unit, hours.get(one.line, ""))
        for place, one in enumerate(found.entries, 1)
    ]
    return [*rows, *pasted][:MOST_ROWS], found.skipped


def padded(rows: Sequence[Typed]) -> list[Typed]:
    """With empty rows to go on typing in."""
    at = max((row.number for row in rows), default=0)
    return [*rows, *(Typed(at + place) for place in range(1, EMPTY_ROWS + 1))]


def lines_of(rows: Sequence[Typed], common: Mapping, target: Activity | Team, today: date) -> list[Line]:
    activity = target if isinstance(target, Activity) else common.get("other")
    return [_line(row, common, activity, today) for row in rows]


def _line(row: Typed, common: Mapping, activity: Activity | None, today: date) -> Line:
    wrong = "" if row.name else "没有姓名。"
    day, hours = common.get("day"), common.get("hours")
    try:
        day = read_day(row.day, today=today) if row.day else day
    except NotADay as refusal:
        wrong = wrong or str(refusal)
    if row.hours:
        hours = hours_in(row.hours)
        wrong = wrong or ("" if hours is not None else "时长请写数字，例如 2 或 2.5。")
    who = Wanted(names.person(parted(row.name)[0]), names.name(row.unit))
    return Line(row.number, who, day, hours, activity, common.get("content") or "", wrong)


def hours_in(words: str) -> Decimal | None:
    """2, 2.5小时; to one place, as hours are kept."""
    match = _HOURS.fullmatch(words.translate(str.maketrans("０１２３４５６７８９．", "0123456789.")))
    try:
        return Decimal(match["hours"]).quantize(Decimal("0.1"), ROUND_HALF_UP) if match else None
    except InvalidOperation:
        return None
