"""Numerals as offices write them: 9,000, 1.5万, 三百二十, 1亿2千万, 3万5, 10余万, 十几, 二三十."""

import re
from dataclasses import dataclass
from decimal import Context, Decimal
from functools import lru_cache

from counting.grammar.refusals import Refused, shown
from counting.kinds import ABOUT, AT_LEAST

DIGITS = "〇零一二两三四五六七八九"
SIGNS = f"{DIGITS}十百千万亿"
MASKS = (*"xX×*＊○●□_",)  # they stand for digits that were not to be published
MOST = Decimal(10) ** 16  # no count of any office; more is a slip of the key
_LONGEST = 20  # digits before or after the point that a count may have

_MAGNITUDES = (("亿", 8), ("万", 4), ("千", 3), ("百", 2), ("十", 1))
_MORE = {"余": AT_LEAST, "多": AT_LEAST, "几": AT_LEAST, "+": AT_LEAST, "来": ABOUT, "把": ABOUT}
_ABOUT = "(?<=[百千万])把(?=[人名元块斤里])"  # 千把人, but 百把雨伞
_ARABIC = r"[0-9]++(?:[,，][0-9]{3}(?![0-9]))*+(?:\.[0-9]++)*+"
_TOKEN = re.compile(rf"{_ARABIC}|[{SIGNS}余多来几+把]|点(?=[{DIGITS}])")
_SIGN = rf"(?:千(?![克米瓦])|[{SIGNS.replace('千', '')}])"  # 千克 and 千米 are units
START = re.compile(rf"[0-9]|{_SIGN}")
_RUN = re.compile(
    rf"(?:{_ARABIC}|{_SIGN})(?:{_ARABIC}|{_SIGN}|[余多来几+]|{_ABOUT}|点(?=[{DIGITS}])|\s(?=[余多十百千万亿]))*+"
)
EXACTLY = Context(prec=100)  # no digit of what is read may be rounded away


@dataclass(frozen=True)
class Number:
    """A numeral: its value, its upper end where it has one (二三十), what 余 or 来 in it says, its text."""

    value: Decimal
    high: Decimal | None
    precision: str
    text: str

    @property
    def magnitude(self) -> int:
        """The power of ten of the 万 or 亿 that it ends in, as of 5千万; else 0."""
        power = 0
        for sign in reversed(re.sub(r"[余多来+\s]", "", self.text)):
            if sign not in "十百千万亿":
                break
            power += dict(_MAGNITUDES)[sign]
        return power


def run_at(text: str, at: int) -> str:
    """All that belongs to the numeral that begins there, whether it can be read or not."""
    return _RUN.match(text, at)[0]


@lru_cache(1024)
def read_numeral(run: str) -> Number:
    """The number a numeral states. Raises Refused, saying what is wrong with it.

    >>> read_numeral("3万5").value
    Decimal('35000')
    """
    tokens, precision = _without_more(_TOKEN.findall(run), run)
    if tokens[0] in "百千万亿" and tokens[1:2] and tokens[1] in DIGITS[2:]:
        raise _unreadable(run)  # 百八十人 is no 180
    ends = _evaluated(tokens, run)
    if max(ends) > MOST:
        raise Refused(f"{shown(run)}这个数太大，不会是统计出来的，请核对。")
    return Number(ends[0], ends[1] if ends[0] != ends[1] else None, precision, run)


def value_of(numeral: str) -> Decimal:
    """The value of a plain numeral: 十四 is 14, 三百二十 is 320. Raises Refused, for 二三十 too."""
    number = read_numeral(numeral)
    if number.high is not None:
        raise _unreadable(numeral)
    return number.value


def scaled(value: Decimal, power: int) -> Decimal:
    """The value times a power of ten, every digit kept and no idle zero."""
    return _plain(EXACTLY.scaleb(value, power))


def _plain(value: Decimal) -> Decimal:
    return Decimal(f"{value:f}".rstrip("0").rstrip(".")) if "." in f"{value:f}" else Decimal(f"{value:f}")


def _without_more(tokens: list[str], run: str) -> tuple[list[str], str]:
    """The tokens without 余, 多, 几 or 来, and how exact they leave the number."""
    places = [at for at, token in enumerate(tokens) if token in _MORE]
    if not places:
        return tokens, ""
    at = places[0]
    rest = tokens[at + 1 :]
    misplaced = tokens[at] == "几" and tokens[at - 1] != "十"
    if len(places) > 1 or misplaced or any(token not in "万亿" for token in rest):
        raise Refused(f"{shown(run)}看不懂是多少，请写成“300余”“十几”“10余万”这样。")
    return tokens[:at] + rest, _MORE[tokens[at]]


def _evaluated(tokens: list[str], run: str) -> tuple[Decimal, Decimal]:
    """Both ends of the number; they are equal unless it is one like 二三十."""
    for sign, power in _MAGNITUDES:
        if power < 4 and "点" in tokens:
            return _with_point(tokens, run)
        if sign in tokens:
            at = len(tokens) - 1 - tokens[::-1].index(sign)
            return _split(tokens[:at], power, tokens[at + 1 :], run)
    return _atom(tokens, run)


def _split(left: list[str], power: int, right: list[str], run: str) -> tuple[Decimal, Decimal]:
    """左万右: what stands before a sign of magnitude, and what follows it."""
    too_large = [sign for sign, other in _MAGNITUDES if other >= power or power < 4]
    if any(token in too_large for token in left):
        raise _unreadable(run)
    lows_highs = _evaluated(left, run) if left else (Decimal(1), Decimal(1))
    if right and lows_highs[0] % 1:
        raise _unreadable(run)
    rest = _remainder(right, power, run)
    return tuple(EXACTLY.add(scaled(end, power), more) for end, more in zip(lows_highs, rest, strict=True))


def _remainder(tokens: list[str], power: int, run: str) -> tuple[Decimal, Decimal]:
    """What follows a magnitude: 3万5 is 35000, 3万零5 is 30005."""
    if not tokens:
        return Decimal(0), Decimal(0)
    if len(tokens) == 1 and len(tokens[0]) == 1 and power > 1 and tokens[0] not in "〇零十百千万亿":
        return (scaled(_atom(tokens, run)[0], power - 1),) * 2
    ends = _evaluated(tokens[1:] if tokens[0] in "〇零" and len(tokens) > 1 else tokens, run)
    if max(ends) >= 10**power or ends[0] % 1:
        raise _unreadable(run)
    return ends


def _with_point(tokens: list[str], run: str) -> tuple[Decimal, Decimal]:
    at = tokens.index("点")
    digits = tokens[at + 1 :]
    if not at or any(len(token) > 1 or token not in DIGITS for token in digits):
        raise _unreadable(run)
    whole = _evaluated(tokens[:at], run)
    if whole[0] != whole[1] or len(digits) > _LONGEST:
        raise _unreadable(run)
    value = Decimal(f"{whole[0]:f}.{''.join(map(str, map(_digit, digits)))}")
    return value, value


def _atom(tokens: list[str], run: str) -> tuple[Decimal, Decimal]:
    """Digits without a magnitude: 9,000; 三; 二三 (from 2 to 3); 一二〇."""
    if len(tokens) == 1 and tokens[0] not in DIGITS:
        return (_arabic(tokens[0], run),) * 2
    if not tokens or len(tokens) > _LONGEST or any(token not in DIGITS for token in tokens):
        raise _unreadable(run)
    digits = [_digit(token) for token in tokens]
    if len(digits) == 2 and 0 not in digits:
        if digits[1] != digits[0] + 1:
            raise _unreadable(run)
        return Decimal(digits[0]), Decimal(digits[1])
    return (Decimal("".join(map(str, digits))),) * 2


def _arabic(token: str, run: str) -> Decimal:
    whole, _, decimals = token.partition(".")
    whole = re.sub("[,，]", "", whole)
    decimals_needed = decimals.rstrip("0")
    if "." in decimals:
        raise Refused(f"{shown(run)}里有几个小数点，请核对。")
    if len(whole) > 1 and whole[0] == "0":
        raise Refused(f"{shown(run)}前面多了0，请核对。")
    if len(token.partition(".")[0]) != len(whole) and not re.match(r"[0-9]{1,3}[,，]", token):
        raise Refused(f"{shown(run)}的千位分隔不对，每三位一个逗号，例如“9,000”。")
    if len(whole) > _LONGEST:
        raise Refused(f"{shown(run)}这个数太大，不会是统计出来的，请核对。")
    if len(decimals_needed) > _LONGEST:
        raise Refused(f"{shown(run)}的小数有{len(decimals_needed)}位，请核对。")
    return Decimal(f"{whole}.{decimals_needed}" if decimals_needed else whole)


def _digit(token: str) -> int:
    return "〇一二三四五六七八九".index({"零": "〇", "两": "二"}.get(token, token))


def _unreadable(run: str) -> Refused:
    return Refused(f"{shown(run)}看不懂是多少，请用阿拉伯数字写，例如“320”“1.5万”。")
