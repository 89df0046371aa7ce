"""Large numbers without a measure word, 服务20万余青年 or 阅读量20万余: what they count is not said."""

import re
from collections.abc import Iterator

import counting
from reports.checks.words.quotations import without_quotations
from reports.checks.words.slips import Slip

_NOUN = (
    "青年|青少年|团员|团干部|学生|大学生|中学生|学子|同学|师生|教师|职工|群众|居民|村民|市民|家庭|网友|网民|粉丝|用户"
    "|志愿者|少先队员|儿童|少年|孩子|老人|党员|干部"
)
_NUMERAL = r"(?:[0-9０-９][0-9０-９,，.．]*+|[一二三四五六七八九两十百千]++)"
_BARE = re.compile(
    rf"(?<![0-9０-９.第])(?P<about>近|约|超过?|逾|突破)?(?P<number>"
    rf"{_NUMERAL}(?:[余多]?[万亿]+[余多+＋]?|[余多]))"
    rf"(?=[，。；！？）)\s]|$|{_NOUN})"
)
_ROUND = re.compile(r"[十百千万亿]+")  # 百万青年, 十万大学生留昌计划: many, and no number


def bare_numbers_in(prose: str) -> Iterator[counting.TypedCount]:
    """The numbers, each as if it counted 个: only how many it says means anything."""
    for match in _BARE.finditer(prose):
        if _ROUND.fullmatch(match["number"]):
            continue
        try:
            count = counting.read(f"{match['number']}个")
        except (counting.Refused, ValueError):
            continue
        yield counting.TypedCount(match["number"], count, *match.span("number"))


def numbers_without_measure(text: str) -> Iterator[Slip]:
    """数后没有量词，看不出数的是什么。"""
    yield from map(without_measure, bare_numbers_in(without_quotations(text)))


def without_measure(typed: counting.TypedCount) -> Slip:
    words = (
        f"“{typed.text}”后面没有量词，看不出数的是什么，也没有记录支撑；"
        f"请写成“{typed.text}名”“{typed.text}人次”等，并录入“活动数据”。"
    )
    return Slip("number_without_measure", typed.start, typed.end, words)
