"""What a cell says, as the value of a field; and one row while it is read, with what is wrong in it."""

import re
from dataclasses import dataclass, field
from datetime import date, timedelta
from decimal import Decimal, InvalidOperation

from django.core.exceptions import ValidationError
from django.db import models
from django.utils import timezone

from desk.sheets.columns import Column
from intake.sheets.reading import has_lost_digits
from toolkit.dates.typed import NotADay, read_day

LOST = "这个号码在表格里变成了“{}”，后几位已经丢失。请把这一列设为“文本”格式，重新填写号码。"
_CLOCK = re.compile(r"([0-9]{4}-[0-9]{2}-[0-9]{2}) [0-9]{2}:[0-9]{2}")
_SERIAL = re.compile(r"[2-5][0-9]{4}(?:\.0)?")  # a day as spreadsheets count them, 1954 to 2064
_FIRST_DAY = date(1899, 12, 30)
_ESCAPED = re.compile(r"'(?=[=+\-@＝＋－＠])")  # as exports write what would be a formula
_YES = {"是", "有", "对", "√", "✓", "✔", "1", "y", "yes", "true", "在用"}
_NO = {"否", "无", "不是", "×", "✗", "0", "n", "no", "false", "停用", "-", "/"}


class Unfit(ValueError):
    """Why a cell is no value of its field, in a sentence."""


@dataclass
class Row:
    """One row of the table while it is read: its words by column, and what is said of them."""

    number: int
    words: dict[str, str]
    figures: list[tuple[str, str]] = field(default_factory=list)  # heading and words
    broken: dict[str, str] = field(default_factory=dict)
    faults: dict[str, list[str]] = field(default_factory=dict)  # by column
    notes: list[str] = field(default_factory=list)
    waits_for: str = ""  # the name of a record of this very table, which is not saved yet

    def say(self, name: str, sentence: str) -> None:
        said = self.faults.setdefault(name, [])
        if sentence not in said:
            said.append(sentence)

    def words_of(self, column: Column) -> str:
        """What stands in the cell; what cannot be taken as it stands is said."""
        words = self.words.get(column.name, "")
        if column.name in self.broken:
            self.say(column.name, self.broken[column.name])
            return ""
        if has_lost_digits(words):
            self.say(column.name, LOST.format(words))
            return ""
        if not words and column.is_required:
            self.say(column.name, "没有填写。")
        return _ESCAPED.sub("", words, count=1) if _ESCAPED.match(words) else words


def value_of(column: models.Field, words: str):
    """The value that a field without a record of its own behind it takes from a cell. Raises Unfit."""
    if column.choices:
        return _choice(column, words)
    if isinstance(column, models.BooleanField):
        return _answer(words)
    if isinstance(column, models.DateField):
        return day_of(words)
    if isinstance(column, models.DecimalField | models.IntegerField):
        return _number(column, words)
    return words


def day_of(words: str) -> date:
    """A day in any shape that people type; that of a moment; that of a number that stands for a day."""
    if clock := _CLOCK.fullmatch(words):
        words = clock[1]
    if _SERIAL.fullmatch(words):
        return _FIRST_DAY + timedelta(days=int(float(words)))
    try:
        return read_day(words, today=timezone.localdate())
    except NotADay as refusal:
        raise Unfit(f"“{words}”{refusal}") from None


def told_day(words: str, day: date) -> str:
    """What is said of a day that was written without its year."""
    if str(day.year) in words or _SERIAL.fullmatch(words):
        return ""
    return f"“{words}”读作{day.year}年{day.month}月{day.day}日。"


def _choice(column: models.Field, words: str):
    for value, label in column.choices:
        if words in (str(label), value):
            return value
    labels = "、".join(str(label) for _, label in column.choices)
    raise Unfit(f"没有“{words}”这一项，请写{labels}之一。")


def _answer(words: str) -> bool:
    plain = words.lower()
    if plain in _YES | _NO:
        return plain in _YES
    raise Unfit(f"“{words}”看不出是还是不是，请写“是”或“否”。")


def _number(column: models.Field, words: str):
    plain = re.sub(r"(?:小时|个|名|人|次|,|，|\s)+$|[,，](?=[0-9]{3})", "", words)
    try:
        number = Decimal(plain)
        return column.to_python(number if isinstance(column, models.DecimalField) else int(plain))
    except (InvalidOperation, ValueError, ValidationError):
        raise Unfit(f"“{words}”不是数，请只写数字。") from None
