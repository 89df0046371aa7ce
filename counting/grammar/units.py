"""Measure words that say more than their name: 个半小时 adds half an hour, 三成 is 30 %, 5元5角 is 5.5元."""

import re
from dataclasses import dataclass, field
from decimal import Decimal

from counting.grammar import numerals
from counting.grammar.refusals import Refused
from counting.kinds import AT_LEAST

_HALF = Decimal("0.5")
_RATE_UNITS = re.compile(r"(?P<percent>%)|(?P<mille>‰)|(?P<points>个?百分点)|(?P<times>倍(?!数|增|率|感|加))")
_OF_WORDS = "立员为长就果效品都功本分型语人熟绩交"  # 成 before them is no tenth
_TENTHS = re.compile(rf"成(?P<more>半|[一二三四五六七八九](?![百千万十]))?(?![{_OF_WORDS}])")
_TENTHS_ALONE = re.compile(r"(?=以上|以下|左右|[多余的]|青年|[团党]员|学生|群众|[，。；、）\s]|$)")
_HOURS = re.compile(
    r"(?:个(?P<half>半)?|个(?P<more>多|余))?(?:小时|钟头)(?:(?P<half_more>半)|零?(?P<minutes>[0-9]{1,2})分钟?)?(?!制|以?外|之外|工作制)"
)
_MONEY = re.compile(r"元(?![旦月素宵])|块钱")
# 100块 and 捐款100块 are money, 展板16块 are boards.
_PAID = re.compile(rf"(?:^|[款资金币费钱值价])[^\u4e00-\u9fff]*[约近共计超逾达{numerals.SIGNS}余多来几]*$")
_COINS = re.compile(r"(?<=[0-9])(?:角(?:(?P<hundred>[0-9])分)?|(?P<cents>分钱))")
_TIMES = re.compile("次(?![级序年日数要品生元])|（次）")  # 剂次, 趟次, 人（次）
_SMALL_MONEY = re.compile(r"(?P<ten>[0-9])角(?:(?P<hundred>[0-9])分)?|(?P<cents>[0-9])分")


@dataclass
class Unit:
    """A measure word as it was read: 个半小时 is 小时 and a half more."""

    name: str
    end: int
    power: int = 0  # of ten, by which the number grows: 三成 is 30 %
    more: Decimal = Decimal(0)
    said: set[str] = field(default_factory=set)


def unit_at(text: str, at: int, measures: re.Pattern) -> Unit | None:
    """The measure word that begins there; None where there is none that is known."""
    if text[at : at + 1].isspace():
        at += 1
    if unit := _rate_at(text, at) or _money_at(text, at):
        return unit
    if match := _HOURS.match(text, at):
        more = _HALF if match["half"] or match["half_more"] else _hours(match["minutes"])
        return Unit("小时", match.end(), 0, more, {AT_LEAST} if match["more"] else set())
    if text.startswith("个人", at) and len(text) == at + 2:
        return Unit("人", at + 2)
    match = measures.match(text, at)
    if not match or not match[0]:
        return None
    if times := _TIMES.match(text, match.end()):
        return Unit(f"{match[0]}次", times.end())
    if text.startswith("半", match.end()) and len(text) == match.end() + 1:
        return Unit(match[0], match.end() + 1, 0, _HALF)
    return Unit(match[0], match.end())


def _rate_at(text: str, at: int) -> Unit | None:
    if match := _RATE_UNITS.match(text, at):
        name = {"percent": "%", "mille": "%", "points": "百分点", "times": "倍"}[match.lastgroup]
        return Unit(name, match.end(), -1 if match.lastgroup == "mille" else 0)
    if (match := _TENTHS.match(text, at)) and _TENTHS_ALONE.match(text, match.end()):
        more = match["more"]
        extra = Decimal(0) if not more else Decimal(5) if more == "半" else numerals.value_of(more)
        end = match.end() + (text[match.end() : match.end() + 1] in ("多", "余"))
        return Unit("%", end, 1, extra, {AT_LEAST} if end > match.end() else set())
    return Unit("%", at + 2) if text.startswith("分百", at) else None


def _money_at(text: str, at: int) -> Unit | None:
    if match := _MONEY.match(text, at):
        small = _SMALL_MONEY.match(text, match.end())
        return Unit("元", small.end() if small else match.end(), 0, _small(small) if small else Decimal(0))
    if text[at:] == "块" and _PAID.search(text[:at]):
        return Unit("元", at + 1)
    if match := _COINS.match(text, at):
        return Unit(
            "元", match.end(), -2 if match["cents"] else -1, Decimal(int(match["hundred"] or 0)) / 100
        )
    return None


def _hours(minutes: str | None) -> Decimal:
    """The minutes of 1小时30分钟 as hours."""
    hundredths = int(minutes or 0) * 100
    if hundredths % 60:
        raise Refused(f"{minutes}分钟折合小时除不尽，请写成小时，例如“1.3小时”，或都写成分钟。")
    return Decimal(hundredths // 60) / 100


def _small(match: re.Match) -> Decimal:
    return Decimal(f"0.{match['ten'] or 0}{match['hundred'] or match['cents'] or 0}")
