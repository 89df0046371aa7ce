"""Examples of the second half of 2020: how the plan of the first half is followed up.

Everything here is invented and says so wherever it is printed: in its title, at
the head of its text, in the reason of a status. None of it states a fact of 2020.
"""

from datetime import date, datetime
from zoneinfo import ZoneInfo

MARK = "〔示例〕"
DISCLAIMER = "<p>本条是为演示系统功能而编写的示例，不是真实的活动，数字也是虚构的。</p>"
_AT = {"published_at": datetime(2020, 12, 31, 9, 0, tzinfo=ZoneInfo("Asia/Shanghai")), "body": DISCLAIMER}
NOTE = "示例数据，不是事实。"

ACTIVITIES = (
    {
        "title": f"{MARK}西湖区少年军校夏令营",
        "area": "guidance",
        "date_precision": "range",
        "starts_on": date(2020, 7, 13),
        "ends_on": date(2020, 7, 17),
        "summary": f"{MARK}少年军校夏令营开营，{{营员}}少年在营地里学习国防知识，体验集体生活。",
        "figures": ({"name": "营员", "wording": "60名", "counts": "participants", "note": NOTE},),
        **_AT,
    },
    {
        "title": f"{MARK}共青团影院公益观影",
        "area": "guidance",
        "date_precision": "day",
        "starts_on": date(2020, 9, 18),
        "summary": f"{MARK}共青团影院走进社区放映爱国主义影片，居民和学生观影{{观影人次}}。",
        "figures": ({"name": "观影人次", "wording": "420人次", "note": NOTE},),
        **_AT,
    },
    {
        "title": f"{MARK}团干部集中培训",
        "area": "building",
        "date_precision": "range",
        "starts_on": date(2020, 10, 21),
        "ends_on": date(2020, 10, 22),
        "summary": f"{MARK}团干部集中培训开班，{{参训团干部}}团干部参加了理论学习和业务交流。",
        "figures": ({"name": "参训团干部", "wording": "85名", "counts": "participants", "note": NOTE},),
        **_AT,
    },
    {
        "title": f"{MARK}重阳节青年志愿服务",
        "area": "growth",
        "date_precision": "day",
        "starts_on": date(2020, 10, 25),
        "summary": f"{MARK}重阳节当天，{{志愿者}}志愿者走进社区陪伴老人，累计服务{{服务时长}}。",
        "figures": (
            {"name": "志愿者", "wording": "120名", "counts": "volunteers", "note": NOTE},
            {"name": "服务时长", "wording": "360小时", "note": NOTE},
        ),
        **_AT,
    },
)

# What is written on commitments of either plan beside their text. The plan of the first half states
# neither targets nor dates, so none are given to it; the examples' own plan has them.
_SAID = {"said_on": date(2020, 12, 25)}
COMMITMENTS = {
    "举办西湖区少年军校夏令营": {
        "said_status": "done",
        "said_reason": f"{MARK}夏令营已按计划办完。",
        **_SAID,
    },
    "启动西湖区青年联合会换届": {
        "said_status": "adjusted",
        "said_reason": f"{MARK}改到下一年启动。",
        **_SAID,
    },
    f"{MARK}举办志愿者培训": {"target_value": 3, "target_unit": "期", "due_on": date(2021, 6, 30)},
    f"{MARK}建设青年志愿服务站": {"target_value": 40, "target_unit": "个", "due_on": date(2021, 6, 30)},
}

# Which records bear out which commitments of the first half's plan. The standing campaign and the
# vehicle are no examples: the plan itself names them as what it builds on.
EVIDENCE = {
    "举办西湖区少年军校夏令营": {"activity": f"{MARK}西湖区少年军校夏令营"},
    "开展共青团影院公益观影活动": {"activity": f"{MARK}共青团影院公益观影"},
    "开展团干部集中培训": {"activity": f"{MARK}团干部集中培训"},
    "以“青清行动”“我是河小青，生态志愿行”和志愿服务车“西湖号”为载体，常态化开展志愿服务": {
        "activity": "守护赣江风光带：“青清行动”与“我是河小青，生态志愿行”",
        "team": "西湖号",
    },
}

REPORT = {
    "slug": "2020-h2",
    "title": "共青团西湖区委2020年下半年工作总结（示例）",
    "starts_on": date(2020, 7, 1),
    "ends_on": date(2020, 12, 31),
    "as_of": date(2020, 12, 31),
    "opening": f"{MARK}本稿只演示系统怎样汇总一个时段、怎样写出计划的落实情况。"
    "标有“示例”的活动和数字都是虚构的；“尚未启动”只表示系统里没有关联的记录，不代表实际情况。",
}

SECTIONS = ()
PLACED_ACTIVITIES = ()
PLACED_COMMENDATIONS = ()

PLAN = (
    {
        "heading": f"{MARK}健全志愿服务机制",
        "text": "写明目标和期限的任务，下一期总结会对照目标写出实际完成的数量。",
        "commitments": (f"{MARK}举办志愿者培训", f"{MARK}建设青年志愿服务站"),
    },
)
