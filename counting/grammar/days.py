"""Until when a stock is told: 截至5月底, 截至二〇二〇年六月三十日, 截至目前为止."""

import re

from counting.grammar.numerals import value_of

_YEAR = r"(?:[0-9]{4}|二[〇○零][〇○零一二三][〇○零一二三四五六七八九]|[去今上本])年"
_MONTH = r"(?:[0-9]{1,2}|十[一二]?|[一二三四五六七八九])月份?(?:[上中下]旬)?"
_PART = r"第?[一二三四]季度|[上下]半年|年(?=[底末])"
_DAY = r"(?:[0-9]{1,2}|[二三]?十[一二三四五六七八九]?|[一二三四五六七八九])[日号]"
_TIME = r"[0-9]{1,2}(?:[时点]|:[0-9]{2})"
AS_OF = re.compile(
    r"(?:截至到|截至|截止到?)(?P<day>(?:目前|当前|现在|今日|今(?!年)"
    r"|(?=[0-9去今上下本年第〇一二三四五六七八九十])"
    rf"(?:{_YEAR}度?)?(?:{_MONTH}|{_PART})?(?:{_DAY})?(?:{_TIME})?[底末初中]?)(?:为止)?)(?=.)"
)
_NUMERAL = re.compile(r"[〇○零一二三四五六七八九十]+(?=[年月日号])")
_AS_MONTHS = (
    (re.compile(r"第?([一二三四])季度[底末]?"), lambda match: f"{3 * int(value_of(match[1]))}月底"),
    (re.compile(r"([上下])半年[底末]?"), lambda match: "6月底" if match[1] == "上" else "12月底"),
    (re.compile(r"(?<![0-9去今上本])年[底末]"), lambda match: "12月底"),
    (re.compile(r"月份?([上中下])旬"), lambda match: f"月{ {'上': '初', '中': '中', '下': '底'}[match[1]] }"),
)


def plain_day(day: str) -> str:
    """The day in the words that are understood of it: 二〇二〇年五月三十日 is 2020年5月30日."""
    day = re.sub(rf"为止$|{_TIME}$|(?<=年)度|(?<=月)份(?!上|中|下)", "", day)
    if day in ("当前", "现在", "今日"):
        return "目前"
    for pattern, as_month in _AS_MONTHS:
        day = pattern.sub(as_month, day)
    return _NUMERAL.sub(lambda match: str(value_of(match[0].replace("○", "〇"))), day)
