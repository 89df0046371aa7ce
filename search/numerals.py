"""Numbers in a text, however they are written: 九千元, 9000元, 9,000元 and 0.9万元 are one.

A number becomes one letter of the text, <9000>. Only what is told to be one number
counts: 300余名 is 300 and 余名, 三四百 and 千万 are words like any other. What a numeral
says, ``counting`` knows.
"""

import re
from decimal import Decimal

from counting import Refused
from counting.grammar.numerals import DIGITS, SIGNS, value_of

# 壹 and its like stand in receipts and decisions.
_PLAIN = str.maketrans("壹贰叁肆伍陆柒捌玖拾佰仟", "一二三四五六七八九十百千")
_CHINESE = SIGNS + "".join(map(chr, _PLAIN))
# 余 and 多 inside a number (300余万) go behind it.
_MORE = rf"(?<=[0-9{_CHINESE}])[余多](?=[万亿])"
_RUN = re.compile(rf"(?:[0-9]+(?:,[0-9]{{3}})*(?:\.[0-9]+)?|[{_CHINESE}]|{_MORE})+")
_LONGEST = 15  # digits; what is longer is the number of a card or a telephone
LETTER = re.compile(r"<[0-9.]+>|.", re.DOTALL)


def numbers(text: str) -> list[tuple[int, int, str]]:
    """Where in a folded text each number starts and ends, and the letter it is."""
    runs = [(*run.span(), run.group()) for run in _RUN.finditer(text)]
    told = [(start, end, _letter(run, text[end : end + 1])) for start, end, run in runs]
    return [number for number in told if number[2]]


def _letter(run, behind):
    more = next((word for word in "余多" if word in run), "")
    bare = run.replace(",", "").replace("余", "").replace("多", "").translate(_PLAIN)
    if bare[0] in "百千万亿":
        if not more and behind not in ("余", "多"):
            return None
        bare = "一" + bare  # 百余次
    value = _value(bare)
    if value is None:
        return None
    told = f"{value.normalize():f}"
    return f"<{told}>{more}" if len(told) <= _LONGEST else None


def _value(run) -> Decimal | None:
    if all(sign in DIGITS for sign in run):
        # Read one by one: 二〇二〇, and 五四 like 54.
        digits = "".join(str(value_of(sign)) for sign in run)
        return None if re.match(r"0\d", digits) else Decimal(digits)
    try:
        return value_of(run)
    except Refused:
        return None
