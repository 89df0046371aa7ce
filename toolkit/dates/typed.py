"""A day as people type it: 2021.6.10, 2021年6月10日, 6月10日, 6-10, 20210610, 昨天, 上周五."""

import re
import unicodedata
from collections.abc import Iterator
from datetime import date, timedelta

NOT_READ = "看不出是哪一天。可以写 2021.6.10、2021年6月10日、6月10日、6-10，或者今天、昨天、上周五。"

_NEAR = {"前天": -2, "前日": -2, "昨天": -1, "昨日": -1, "今天": 0, "今日": 0}
_NEAR |= {"明天": 1, "明日": 1, "后天": 2, "后日": 2}
_YEARS = {"前年": -2, "去年": -1, "今年": 0, "本年": 0, "明年": 1}
_MONTHS = {"上月": -1, "上个月": -1, "本月": 0, "这个月": 0, "下月": 1, "下个月": 1}
_WEEKS = {"上上": -2, "上": -1, "本": 0, "这": 0, "下": 1}
_WEEKDAYS = {"一": 0, "二": 1, "三": 2, "四": 3, "五": 4, "六": 5, "日": 6, "天": 6}

_OF_WEEK = re.compile(rf"({'|'.join(_WEEKS)}|)个?(?:周|星期|礼拜)([一二三四五六日天])")
_SHAPES = (
    re.compile(
        rf"(?:(?P<year>[0-9]{{4}}|[0-9]{{2}})[年./-]|(?P<which>{'|'.join(_YEARS)}))?"
        r"(?P<month>[0-9]{1,2})[月./-](?P<day>[0-9]{1,2})[日号]?"
    ),
    re.compile(r"(?P<year>[0-9]{4})(?P<month>[0-9]{2})(?P<day>[0-9]{2})"),
    re.compile(rf"(?P<near>{'|'.join(_MONTHS)})?(?P<day>[0-9]{{1,2}})[日号]"),
)
_DIGITS = "〇一二三四五六七八九"
_TENS = ("", "十", "二十", "三十")
_NUMBERS = {
    (ten + _DIGITS[one]).rstrip("〇"): str(tens * 10 + one)
    for tens, ten in enumerate(_TENS)
    for one in range(10)
}
_IN_WORDS = re.compile(r"[一二三四五六七八九十]{1,3}(?=[月日号])|[〇零一二三四五六七八九]{4}(?=年)")
_BESIDE = re.compile(r"\((?:周|星期|礼拜)[一二三四五六日天]\)$")  # 6月10日（周四）
_MARKS = str.maketrans({**dict.fromkeys("‐‑–—−－", "-"), **dict.fromkeys("。、·", ".")})

_YEARS_TRIED = 9  # so many are looked at: 29 February comes every four, once in a century every eight
_STILL_AHEAD = timedelta(days=31)  # what lies ahead is entered at most so long after it


class NotADay(ValueError):
    """Told in a sentence."""


def read_day(typed: str, *, today: date, ahead: bool = False) -> date:
    """The day that somebody means who types this today.

    Without its year it is the last such day; of what is looked forward to, the next.
    """
    words = unicodedata.normalize("NFKC", typed).translate(_MARKS)
    words = _IN_WORDS.sub(_in_figures, _BESIDE.sub("", "".join(words.split())))
    if words in _NEAR:
        return today + timedelta(days=_NEAR[words])
    if found := _OF_WEEK.fullmatch(words):
        return _day_of_week(*found.groups(), today)
    for shape in _SHAPES:
        if found := shape.fullmatch(words):
            return _first_that_is(found.groupdict(), today, ahead)
    raise NotADay(NOT_READ)


def _in_figures(found: re.Match) -> str:
    """六 is 6, 二十一 is 21, 二〇二一 is 2021."""
    words = found.group().replace("零", "〇")
    return _NUMBERS.get(words) or "".join(str(_DIGITS.find(one)) for one in words if one in _DIGITS)


def _day_of_week(week: str, name: str, today: date) -> date:
    """上周五 is one of last week, which begins on Monday; 周五 alone is the last one."""
    monday = today - timedelta(days=today.weekday())
    day = monday + timedelta(days=_WEEKDAYS[name], weeks=_WEEKS.get(week, 0))
    return day - timedelta(weeks=1) if not week and day > today else day


def _first_that_is(told: dict[str, str | None], today: date, ahead: bool) -> date:
    number = int(told["day"])
    for year, month in _months_meant(told, today, ahead):
        try:
            day = date(year, month, number)
        except ValueError:
            continue
        if _is_told(told) or (day >= today - _STILL_AHEAD if ahead else day <= today):
            return day
    named = f"{year}年" if _is_told(told) else ""
    named += f"{month}月" if named or "month" in told else ""
    raise NotADay(f"没有{named}{number}日这一天，请核对。")


def _is_told(told) -> bool:
    return any(told.get(part) for part in ("year", "which", "near"))


def _months_meant(told, today: date, ahead: bool) -> Iterator[tuple[int, int]]:
    """The years and months that it may be in, the likeliest first."""
    if "month" not in told:
        yield from _months_near(told["near"], today, ahead)
    elif told.get("year"):
        year = int(told["year"])
        yield (year + 2000 if len(told["year"]) == 2 else year), int(told["month"])
    elif told.get("which"):
        yield today.year + _YEARS[told["which"]], int(told["month"])
    else:
        years = range(-1, _YEARS_TRIED) if ahead else range(0, -_YEARS_TRIED, -1)
        yield from ((today.year + far, int(told["month"])) for far in years)


def _months_near(near: str | None, today: date, ahead: bool) -> Iterator[tuple[int, int]]:
    far = [_MONTHS[near]] if near else [-1, 0, 1, 2] if ahead else [0, -1, -2]
    for months in far:
        count = today.year * 12 + today.month - 1 + months
        yield count // 12, count % 12 + 1
