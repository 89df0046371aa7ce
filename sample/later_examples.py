"""Examples of the first half of 2021: how a plan with targets is followed up, target against actual.

As in ``examples``, everything is invented and says so wherever it is printed.
"""

from datetime import date, datetime
from zoneinfo import ZoneInfo

from sample.examples import DISCLAIMER, MARK, NOTE

ACTIVITIES = (
    {
        "title": f"{MARK}志愿者培训（前两期）",
        "area": "growth",
        "date_precision": "range",
        "starts_on": date(2021, 3, 13),
        "ends_on": date(2021, 3, 14),
        "summary": f"{MARK}两天里办了{{培训期数}}志愿者培训，{{学员}}志愿者参加。",
        "figures": (
            {"name": "培训期数", "wording": "2期", "note": NOTE},
            {"name": "学员", "wording": "50名", "counts": "participants", "note": NOTE},
        ),
        "published_at": datetime(2021, 6, 30, 9, 0, tzinfo=ZoneInfo("Asia/Shanghai")),
        "body": DISCLAIMER,
    },
)

# What the records bear out of the examples' own plan, and how much of its targets.
EVIDENCE = {f"{MARK}举办志愿者培训": {"activity": f"{MARK}志愿者培训（前两期）", "amount": 2}}

REPORT = {
    "slug": "2021-h1",
    "title": "共青团西湖区委2021年上半年工作总结（示例）",
    "starts_on": date(2021, 1, 1),
    "ends_on": date(2021, 6, 30),
    "as_of": date(2021, 6, 30),
    "opening": f"{MARK}本稿只演示系统怎样对照目标写出实际完成的数量，其中的计划、活动和数字都是虚构的。",
}

SECTIONS = ()
PLACED_ACTIVITIES = ()
PLACED_COMMENDATIONS = ()
PLAN = ()
