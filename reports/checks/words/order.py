"""Checks of how sentences are joined: 截止 or 截至, and 一是 … 三是 without 二是."""

import re
from collections.abc import Iterator

from reports.checks.words.slips import Slip

_UNTIL = re.compile(
    r"(?<![\u4e00-\u9fff])截止(?!到|至|时间|日期)(?=[\d一二三四五六七八九十今去上本目现年此])"  # 截止5月底，
    r"|截至(?=时间|日期|期限|[。；，、）])|(?<=报名|投稿|征集|申报|申请)截至"
)
_DIGITS = "一二三四五六七八九"
_POINT = re.compile(
    rf"(?:^|(?<=[，。；：、！？\s]))(?:(?P<is>十[{_DIGITS}]?|[{_DIGITS}])(?P<form>是|要(?!求))"
    rf"|第(?P<nth>十[{_DIGITS}]?|[{_DIGITS}])，|其(?P<of>[{_DIGITS}])，)"
)


def as_of_words(text: str) -> Iterator[Slip]:
    """“截至”某时还在继续，“截止”是到时停止。"""
    for match in _UNTIL.finditer(text):
        if match[0] == "截止":
            words = "这里说的是到某时为止的情况，“截止”请改为“截至”。"
        else:
            words = "这里说的是到时停止，“截至”请改为“截止”。"
        yield Slip("as_of_word", *match.span(), words)


def gaps_in_order(text: str) -> Iterator[Slip]:
    """有一是、三是，没有二是。"""
    last: dict[str, int] = {}
    for match in _POINT.finditer(text):
        form = match["form"] or ("第" if match["nth"] else "其")
        numeral = match["is"] or match["nth"] or match["of"]
        number, before = _number(numeral), last.get(form)
        last[form] = number
        if before is None or number in (1, before + 1):
            continue
        point = match[0].strip("，")
        if number == before:
            words = f"“{point}”出现了两次，请改正次序。"
        else:
            words = f"“{point}”前面没有“{point.replace(numeral, _numeral(number - 1))}”，请补上或改正次序。"
        yield Slip("gap_in_order", *match.span(), words)


def _number(numeral: str) -> int:
    return _DIGITS.find(numeral[-1]) + 1 + (10 if numeral[0] == "十" else 0)


def _numeral(number: int) -> str:
    return ("十" if number >= 10 else "") + (_DIGITS[number % 10 - 1] if number % 10 else "")
