"""Private numbers, birth dates and home addresses in a text."""

import re
import unicodedata
from collections.abc import Iterator

from toolkit.private.found import Found

_DAY = (
    r"(?:19[3-9]|20\d)\d\s?"
    r"(?:年\s?\d{1,2}\s?月(?:\s?\d{1,2}\s?日)?|[-./—]\s?\d{1,2}(?:[-./—]\s?\d{1,2}(?!\d))?)"
)
_HOMES = "小区|花园|公寓|新村|家园|宿舍|佳苑|家属院|花苑|公馆|雅苑|新苑|名苑|名城"
_KINDS = {
    "手机号码": (
        r"(?<!\d)(?:\+?(?:00)?86[- ]?)?1[3-9]\d[-. ]?\d{4}[-. ]?\d{4}(?!\d|\s?(?:余|多)?[元人件次份个万亿])"
        r"|(?<![〇零一二三四五六七八九幺])[一幺][三四五六七八九][〇零一二三四五六七八九幺]{9}"
        r"(?![〇零一二三四五六七八九幺])"
    ),
    "身份证号码": (
        r"(?<!\d)[1-9]\d{5}[- ]?(?:"
        r"(?:19|20)\d{2}[- ]?(?:0[1-9]|1[0-2])[- ]?(?:0[1-9]|[12]\d|3[01])[- ]?\d{3}[\dXx]"
        r"|\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{3}"
        r")(?![\dXx])"
    ),
    "银行卡号": r"(?<!\d)[3-6]\d{3}(?:[- ]?\d{4}){3}(?:[- ]?\d{1,3})?(?!\d)",
    "QQ号": r"[Qq]{2}(?!\s?群)(?:号码?)?\s?[:：]?\s?[是为]?[1-9]\d{4,10}(?!\d)",
    # Who was born before 1930 is history: 方志敏1899年8月21日出生.
    "出生日期": (
        rf"(?:出生(?:日期|年月日?|时间|于)|(?<![\u4e00-\u9fff])生日|(?<![\u4e00-\u9fff])生于)"
        rf"\s?[:：是为]?\s?{_DAY}"
        rf"|{_DAY}(?:\s?出生|生(?![\u4e00-\u9fff]))"
    ),
    "家庭住址": (
        r"(?:家庭(?:住址|地址)|住址|家住|现住|居住(?:地址?|在|于)|住在)[^，。；、\s\d]{0,20}\d{1,4}"
        r"(?:弄|号|栋|幢|座|单元|组)(?:[^，。；、\s]{0,12}\d{1,4}[室号])?"
        r"|家庭(?:住址|地址)\s?[:：]\s?[^，。；、\s]{4,}"
        r"|\d{1,4}(?:号楼|[栋幢座号])\d{1,2}单元\d{2,4}[室号]?"
        rf"|(?:{_HOMES})[^，。；、\s\d]{{0,3}}\d{{1,4}}(?:号楼|[栋幢座号])[-—]?\d{{3,4}}[室号]?"
    ),
}
_PRIVATE = {kind: re.compile(pattern) for kind, pattern in _KINDS.items()}


def private_numbers(text: str) -> Iterator[Found]:
    plain = "".join(map(_half_width, text))
    taken = set()
    for kind, pattern in _PRIVATE.items():
        for match in pattern.finditer(plain):
            if match.start() in taken or (kind == "银行卡号" and not _is_of_a_card(match[0])):
                continue
            taken.add(match.start())
            yield Found(kind, *match.span())


def _half_width(character: str) -> str:
    """The character as digits and letters are usually typed; one for one, so that places stay."""
    plain = unicodedata.normalize("NFKC", character)
    return plain if len(plain) == 1 else character


def _is_of_a_card(number: str) -> bool:
    """Luhn: every second digit from the right doubled, the digits of all add up to tens."""
    digits = [int(digit) for digit in reversed(number) if digit.isdecimal()]
    doubled = sum(sum(divmod(2 * digit, 10)) for digit in digits[1::2])
    return (sum(digits[::2]) + doubled) % 10 == 0
