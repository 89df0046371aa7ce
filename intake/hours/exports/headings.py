"""Where the headings of an export stand, and what each column means, however many rows they take."""

import re
from collections.abc import Sequence

NAME, IDENTITY, PHONE, UNIT, ACTIVITY = "name", "identity", "phone", "unit", "activity"
DAY, START, END, PERIOD, HOURS, MINUTES, STATUS = (
    "day",
    "start",
    "end",
    "period",
    "hours",
    "minutes",
    "status",
)

# The first that fits; what would be taken for another stands before it.
_MEANINGS = (
    (None, r".*(?:证件类型|编号|序号|性别|年龄|地址|备注|政治面貌|累计.*|总时长)"),
    (None, r".*(?:录入|创建|审核|发放|报名|注册|导出)时间"),
    (IDENTITY, r".*(?:身份证|证件号|证件号码).*"),
    (PHONE, r".*(?:手机|电话|联系方式).*"),
    (STATUS, r".*(?:状态|审核结果|是否有效)"),
    (MINUTES, r".*(?:时长|时数|时间).*[（(]?分钟?[）)]?"),
    (HOURS, r".*(?:时长|时数|工时|小时数?|志愿时).*"),
    (START, r".*(?:签到|开始|上岗|打卡起|进场|起始).*"),
    (END, r".*(?:签退|结束|离岗|打卡止|退场|截止).*"),
    (PERIOD, r"(?:志愿)?(?:服务|活动|项目)时间(?:段)?"),
    (DAY, r".*日期"),
    (NAME, r"(?:志愿者|队员|人员|真实|服务者)?姓名|志愿者|志愿者名称"),
    (ACTIVITY, r".*(?:活动|项目|岗位)(?:名称|主题|标题)?"),
    (UNIT, r".*(?:单位|组织|团体|队伍|服务队|学校|团支部|机构).*"),
)
_READ = [(meaning, re.compile(pattern)) for meaning, pattern in _MEANINGS]
_LOOKED_AT = 20  # rows, in which the headings begin
_MOST_ROWS = 3  # of headings


def headings_in(rows: Sequence[Sequence[str]]) -> tuple[dict[str, int], int] | None:
    """The column of each meaning, and the row beneath the headings; None where there are none."""
    best: tuple[int, int, int] = (0, 0, 0)
    for start in range(min(_LOOKED_AT, len(rows))):
        for size in range(1, min(_MOST_ROWS, len(rows) - start) + 1):
            found = _columns(rows[start : start + size])
            if _is_enough(found) and (len(found), -size) > (best[0], -best[2]):
                best = (len(found), start, size)
    if not best[0]:
        return None
    _, start, size = best
    return _columns(rows[start : start + size]), start + size


def _is_enough(found: dict[str, int]) -> bool:
    times = {HOURS, MINUTES, PERIOD}
    return NAME in found and bool(times & found.keys() or {START, END} <= found.keys())


def _columns(rows: Sequence[Sequence[str]]) -> dict[str, int]:
    found: dict[str, int] = {}
    for place, parts in enumerate(zip(*rows, strict=True)):
        told = [re.sub(r"\s", "", part) for part in dict.fromkeys(parts) if part]
        meaning = _meaning(told)
        if meaning and meaning not in found:
            found[meaning] = place
    return found


def _meaning(parts: Sequence[str]) -> str | None:
    """By the lowest of the headings above a column, else by all of them together."""
    for words in (*reversed(parts), "".join(parts)):
        if len(words) > 30:
            continue
        for meaning, pattern in _READ:
            if pattern.fullmatch(words):
                return meaning
    return None
