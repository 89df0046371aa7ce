"""What is private in a text: a report is public, and none of it may stand there."""

from collections.abc import Iterator

from reports.checks.words.slips import Slip
from toolkit import private
from toolkit.names import name_of_a_minor


def private_numbers(text: str) -> Iterator[Slip]:
    """写有手机、身份证、银行卡、QQ 号码、出生日期或家庭住址。"""
    for one in private.private_numbers(text):
        words = f"写有{one.kind}（{text[one.start : one.end][:3]}…），总结会公开，请删去。"
        yield Slip("private_number", one.start, one.end, words)


def minors_named(text: str) -> Iterator[Slip]:
    """写有未成年人的全名：旁边写着年龄、班级或小学、初中、红领巾。"""
    for one in private.pupils_named(text):
        words = (
            f"写有未成年人的全名（{one.masked(text)}），总结会公开，"
            f"请改成“{name_of_a_minor(text[one.start : one.end])}”；说的是成年人，请签发的人予以放行。"
        )
        yield Slip("minor_named", one.start, one.end, words)
