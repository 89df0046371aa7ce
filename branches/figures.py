"""The numbers of a report as a branch types them, a line each: 参加 120余名, 发放口罩1万个."""

from collections.abc import Iterable
from dataclasses import dataclass

import counting
from activities.admin.typed import figure_in
from activities.models import Figure
from toolkit import names

_MARKS = " 　:：,，;；、。.·*-—=＝"
_USUAL = {
    counting.PEOPLE: "人数",
    counting.ATTENDANCES: "人次",
    counting.MONEY: "金额",
    counting.HOURS: "时长",
    counting.RATE: "比例",
    counting.GROWTH: "增幅",
    counting.MULTIPLE: "倍数",
}
_LONGEST, _WORDIEST = (Figure._meta.get_field(name).max_length for name in ("name", "wording"))


class Unread(ValueError):
    """Lines that state no number that can be counted; ``sentences`` says of each why."""

    def __init__(self, sentences: list[str]):
        super().__init__("".join(sentences))
        self.sentences = sentences


@dataclass(frozen=True)
class Line:
    """One of them, as it will be a figure of the activity."""

    name: str
    wording: str
    counts: str

    @property
    def text(self) -> str:
        return f"{self.name}：{self.wording}"


def lines_of(text: str) -> list[Line]:
    """The lines as they are read, no two of one name. Raises Unread."""
    found: list[Line] = []
    unread, taken = [], {}
    for number, typed in enumerate(filter(str.strip, text.splitlines()), 1):
        try:
            line = _read(typed.strip())
        except counting.NumberUnknown:
            unread.append(f"第{number}行：没有说出确切的数，请写“300余名”这样的数。")
            continue
        except ValueError as refusal:
            unread.append(f"第{number}行：{refusal}")
            continue
        taken[line.name] = times = taken.get(line.name, 0) + 1
        found.append(line if times == 1 else Line(f"{line.name}{times}", line.wording, line.counts))
    if unread:
        raise Unread(unread)
    return found


def _read(typed: str) -> Line:
    count = counting.read(typed)
    [*_, told] = [one for one in counting.counts_in(typed) if one.count.value == count.value] or [None]
    if told is None or count.as_of or count.grows:  # 一场 alone; a day or a change is part of the number
        return _whole(typed, count)
    before, behind = _plain(typed[: told.start]), _plain(typed[told.end :])
    name = _name(before or count.noun or behind, count)
    return Line(name, told.text, figure_in(f"{name} {told.text}").counts)


def _whole(typed: str, count: counting.Count) -> Line:
    if len(typed) > _WORDIEST:
        raise ValueError(f"写得太长，一行不超过{_WORDIEST}个字。")
    return Line(_name("", count), typed, Figure.Counts.OTHER)


def _plain(words: str) -> str:
    return names.name(words.strip(_MARKS).replace("{", "").replace("}", ""))


def _name(words: str, count: counting.Count) -> str:
    return (words or count.noun or _USUAL.get(count.kind) or f"{count.unit}数")[:_LONGEST]


def told_by_name(summary: str, lines: Iterable[Line]) -> str:
    """The paragraph with {name} where it says, once, what a line says: text and number have one origin."""
    said = list(counting.counts_in(summary))
    found = []
    for line in lines:
        places = [one for one in said if one.text == line.wording]
        if len(places) == 1 and places[0] not in [place for place, _ in found]:
            found.append((places[0], line.name))
    for place, name in sorted(found, key=lambda one: one[0].start, reverse=True):
        summary = f"{summary[: place.start]}{{{name}}}{summary[place.end :]}"
    return summary
