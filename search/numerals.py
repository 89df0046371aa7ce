"""Numbers in a text, however they are written: 九千元, 9000元, 9,000元 and 0.9万元 are one.

A number becomes one letter of the text, <9000>. Only what is told to be one number
counts: 300余名 is 300 and 余名, 三四百 and 千万 are words like any other.
"""

import re
from decimal import Decimal

_DIGITS = {**dict(zip("零一二三四五六七八九", range(10), strict=True)), "〇": 0, "两": 2}
_DIGITS |= dict(zip("壹贰叁肆伍陆柒捌玖", range(1, 10), strict=True))
_SMALL = {"十": 10, "拾": 10, "百": 100, "佰": 100, "千": 1000, "仟": 1000}
_LARGE = {"万": 10**4, "亿": 10**8}
_CHINESE = "".join((*_DIGITS, *_SMALL, *_LARGE))
# 余 and 多 inside a number (300余万) go behind it.
_MORE = rf"(?<=[0-9{_CHINESE}])[余多](?=[万亿])"
_RUN = re.compile(rf"(?:[0-9]+(?:,[0-9]{{3}})*(?:\.[0-9]+)?|[{_CHINESE}]|{_MORE})+")
_PART = re.compile(rf"[0-9.]+|[{_CHINESE}]")
_LONGEST = 15  # digits; what is longer is the number of a card or a telephone
LETTER = re.compile(r"<[0-9.]+>|.", re.DOTALL)


def numbers(text: str) -> list[tuple[int, int, str]]:
    """Where in a folded text each number starts and ends, and the letter it is."""
    runs = [(*run.span(), run.group()) for run in _RUN.finditer(text)]
    told = [(start, end, _letter(run, text[end : end + 1])) for start, end, run in runs]
    return [number for number in told if number[2]]


def _letter(run, behind):
    more = next((word for word in "余多" if word in run), "")
    bare = run.replace(",", "").replace("余", "").replace("多", "")
    if (more or behind in ("余", "多")) and bare[0] in "百千万亿":
        bare = "一" + bare  # 百余次
    value = _value(bare)
    if value is None:
        return None
    told = f"{value.normalize():f}"
    return f"<{told}>{more}" if len(told) <= _LONGEST else None


def _value(run) -> Decimal | None:
    parts = _PART.findall(run)
    if len(parts) == 1 and run[0].isascii():
        # 007 is a name, 0.7 a number.
        return None if run.count(".") > 1 or re.match(r"0\d", run) else Decimal(run.rstrip("."))
    if all(part in _DIGITS for part in parts):
        digits = "".join(str(_DIGITS[part]) for part in parts)
        return None if re.match(r"0\d", digits) else Decimal(digits)
    return _added(parts)


def _added(parts) -> Decimal | None:
    """The value of a number in tens, hundreds and myriads; None where it is none."""
    whole, section, number, unit, zero = Decimal(0), Decimal(0), None, 1, False
    for part in parts:
        if part in _SMALL:
            if number is None and (part not in "十拾" or section % 100):
                return None
            unit = _SMALL[part]
            section, number, zero = section + (1 if number is None else number) * unit, None, False
        elif part in _LARGE:
            section += number or 0
            if not section and not whole:
                return None
            unit = _LARGE[part]
            whole = (whole + section) * unit if whole < unit else whole + section * unit
            section, number, zero = Decimal(0), None, False
        elif part in "零〇" and number is None:
            zero = True
        elif number is not None:
            return None
        else:
            number = Decimal(_DIGITS.get(part, part))
    if number is None:
        return whole + section
    # 一千二 is 1200, 三百零五 is 305.
    told_short = unit >= 100 and number < 10 and not zero
    return whole + section + (number * unit / 10 if told_short else number)
