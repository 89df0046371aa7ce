"""Activities with their figures, as drafts."""

import re

import counting
from activities import placeholders
from activities.alike import alike
from activities.models import Activity, Figure
from intake.sheets.kinds.kind import Kind
from intake.sheets.kinds.times import Unread, time_of
from intake.sheets.reading import has_lost_digits
from intake.sheets.values import LOST, Row, Unfit
from toolkit.texts.quoting import quoted

_PARTS = re.compile(r"[；;\n]+")
_NAMED = re.compile(r"(?P<name>[^：:]{1,30})[：:]\s*(?P<wording>.+)")
_RUN_ON = re.compile(
    r"(?P<name>[\u4e00-\u9fff（）A-Za-z]{1,20}?)\s*(?P<wording>(?:约|近|超|逾|共|不足)?[0-9].*)"
)
_UNIT = re.compile(r"[（(]([^（）()]{1,6})[)）]$")
_UNITS = (("人次", "人次"), ("人数", "人"), ("场次", "场"), ("场数", "场"), ("金额", "元"), ("时长", "小时"))
_USUAL = {
    counting.PEOPLE: "人数",
    counting.ATTENDANCES: "人次",
    counting.MONEY: "金额",
    counting.HOURS: "时长",
}
_BARE = re.compile(r"[0-9]+(?:\.[0-9]+)?")
UNPAIRED = "花括号没有成对，或者里面是空的。请写成“{数据名称}”。"


class Activities(Kind):
    model = Activity
    takes_figures = True
    name_of_rows = "figures"
    key_fields = frozenset({"title", "starts_on"})
    hints = (
        "导入的活动都是草稿，要有人送审、发布，网站上才看得到。",
        "数据照正式文字写，例如“200余名”“约3万人次”；也可以每个数据一列，列名写数据名称，例如“参与人数”。",
    )

    def take(self, made, row, column, words):
        if column.name != "starts_on":
            super().take(made, row, column, words)
            return
        try:
            time = time_of(words)
        except (Unread, Unfit) as why:
            row.say("starts_on", str(why))
            return
        read = {"starts_on": time.first, "ends_on": time.last}
        read |= {"date_precision": time.precision, "day_part": time.part}
        for name, value in read.items():
            if value and not (
                name != "starts_on" and row.words.get(name)
            ):  # what has a column of its own wins
                setattr(made.record, name, value)
        row.notes += [f"开始日期{time.note}"] if time.note else []

    def complete(self, made, row):
        told = [*figures_in(row.words.get("figures", "")), *self._of_columns(row)]
        named = set()
        for number, (name, wording) in enumerate(told, 1):
            figure = Figure(
                activity=made.record,
                name=name,
                wording=wording,
                position=number,
                counts=_counts(name, wording),
            )
            if figure.name in named:
                row.say("figures", f"数据“{name}”写了两次，请换一个名称，或者只留一个。")
            named.add(figure.name)
            made.rows.append(("activity", figure))
        self._hold_placeholders(made.record.summary, named, row)

    def _of_columns(self, row: Row) -> list[tuple[str, str]]:
        whole = []
        for heading, words in row.figures:
            if has_lost_digits(words):
                row.say("figures", f"“{heading}”{LOST.format(words)}")
            else:
                whole.append(_of_column(heading, words))
        return whole

    def clean(self, made, row):
        super().clean(made, row)
        if "starts_on" not in row.faults:
            for _, figure in made.rows:
                self.clean_row(figure, row, "figures", f"数据“{figure.name}”：", exclude=("activity",))

    def _hold_placeholders(self, summary: str, named: set[str], row: Row) -> None:
        """As the form does: what the words call for has to be there."""
        if any(
            not is_name and ("{" in text or "}" in text) for text, is_name in placeholders.pieces_of(summary)
        ):
            row.say("summary", UNPAIRED)
        missing = [name for name in placeholders.names_in(summary) if name not in named]
        if missing:
            told = "、".join(f"{{{name}}}" for name in dict.fromkeys(missing))
            row.say("summary", f"概要里写了{told}，但没有叫这个名称的数据。")

    def remarks(self, made):
        one = made.record
        near = alike(self.look.all_of(Activity), title=one.title, start=one.starts_on, end=one.ends_on)
        return [
            f"可能已经录入：{quoted(other)}（{other.when_text}），请看一看是不是同一个。"
            for other in near[:1]
        ]

    def key_of(self, made):
        return made.record.title, made.record.starts_on

    def known(self, made):
        keys = {one.key for one in made}
        titles, days = ({key[at] for key in keys} for at in (0, 1))
        there = Activity.objects.filter(starts_on__in=days, title__in=titles)
        return keys & set(there.order_by().values_list("title", "starts_on"))


def figures_in(words: str) -> list[tuple[str, str]]:
    """Names and wordings of figures written into one cell: 参与人数：200余名；场次：3场."""
    return [_named(part.strip()) for part in _PARTS.split(words) if part.strip()]


def _named(part: str) -> tuple[str, str]:
    if found := _NAMED.fullmatch(part) or _RUN_ON.fullmatch(part):
        return found["name"].strip(), found["wording"].strip()
    return _usual_name(part), part


def _usual_name(wording: str) -> str:
    """What is counted, as the wording itself says: 团员青年 of 200余名团员青年."""
    try:
        count = counting.read(wording)
    except (counting.Refused, counting.NumberUnknown):
        return "数据"
    return count.noun or _USUAL.get(counting.kind_of(count.unit)) or f"{count.unit}数"


def _of_column(heading: str, words: str) -> tuple[str, str]:
    """A figure of a column of its own; a bare number gets the unit that the heading tells."""
    unit = _UNIT.search(heading)
    name = _UNIT.sub("", heading).strip()
    if _BARE.fullmatch(words):
        words += unit[1] if unit else next((its for end, its in _UNITS if name.endswith(end)), "")
    return name, words


def _counts(name: str, wording: str) -> str:
    if "志愿者" in name or "志愿者" in wording:
        return Figure.Counts.VOLUNTEERS
    is_of_people = re.search(r"参与|参加|参会|到场|出席", name) and re.search("人|名|位", name + wording)
    return Figure.Counts.PARTICIPANTS if is_of_people else Figure.Counts.OTHER
