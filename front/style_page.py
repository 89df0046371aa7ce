"""Sample content for the style page, which shows every component without reading a record.

The samples are long, short and empty on purpose: a component must hold its shape with each.
"""

from datetime import UTC, date, datetime
from types import SimpleNamespace

from django.core.paginator import Paginator

from reports.headline import Glance
from reports.over_time.records import Record
from toolkit.pages.numbers import Bar, Cell, Line, scaled

LONG = "名称特别长的一项活动，用来检查标题在手机上换行以后是否仍然整齐、清楚、好读，不会撑破版面"


def _several(*rows):
    """Rows behind `.all`, as a related manager gives them."""
    return SimpleNamespace(all=rows)


def _story(title, summary="", place="", **known):
    return SimpleNamespace(
        **known,
        title=title,
        summary_text=lambda: summary,
        place=place,
        area="示例板块",
        when_text="2020年1月16日上午",
        cover=lambda: None,
        get_absolute_url=lambda: "#",
    )


def _award(name, place=""):
    return SimpleNamespace(public_name=name, public_place=place)


def _award_title(name, announced_count, *awards):
    return SimpleNamespace(
        name=name,
        announced_count=announced_count,
        measure="名",
        noun="同志",
        recipients="people",
        awards=_several(*awards),
    )


def _team(name, kind, label, **known):
    unknown = {"summary": "", "announced_count": None, "organization": None, "place": ""}
    return SimpleNamespace(
        **{"name": name, "kind": kind, "get_kind_display": label, "get_absolute_url": "#"},
        **(unknown | {"field_names": []} | known),
    )


def _notice(title, label, organization="", ends_on=None, number=""):
    return SimpleNamespace(
        title=title,
        number=number,
        get_kind_display=lambda: label,
        organization=organization,
        published_at=datetime(2020, 5, 4, tzinfo=UTC),
        ends_on=ends_on,
        is_over=lambda today: ends_on is not None and ends_on < today,
        get_absolute_url=lambda: "#",
    )


_TITLES = (
    _award_title("示例称号甲", 43, _award("获奖者甲", "示例团支部"), _award("获奖者乙")),
    _award_title("示例称号乙", 6),
    _award_title("示例称号丙", None, _award("获奖者丙")),
)
_PAGE = Paginator(range(200), 10).page(7)

SAMPLES = {
    "coming": _story("即将开展的示例活动", place="示例地点", starts_on=date(2020, 5, 4)),
    "award": SimpleNamespace(
        public_name="示例获奖者",
        public_place="示例团支部 书记",
        title=SimpleNamespace(
            name="示例称号甲",
            recipients="people",
            commendation=SimpleNamespace(year=2019, get_absolute_url="#"),
        ),
    ),
    "stories": (_story("短标题"), _story(LONG, "一段概要。" * 30, "很长的地点名称" * 4)),
    "titles": _TITLES,
    "notices": (
        _notice("短标题", "公告"),
        _notice(LONG, "通知", "示例团支部", date(2020, 5, 29), "示例〔2020〕5号"),
    ),
    "teams": (
        _team("示例服务站", "station", "志愿服务站", place="示例地点", summary="一句话介绍。"),
        _team("示例突击队", "commando", "青年突击队", announced_count=14, field_names=["示例领域"]),
    ),
    "campaign": SimpleNamespace(
        name="示例品牌活动",
        summary="一句话介绍。",
        activity_count=3,
        years=(2019, 2020),
        photo=None,
        get_absolute_url="#",
    ),
    "report": SimpleNamespace(
        issued_title="示例工作总结",
        glance=Glance(
            (("志愿者", "300余名"), ("参与人次", "342人次")), (("示例板块", 6), ("下半年工作计划", 6))
        ),
        starts_on=date(2020, 1, 1),
        ends_on=date(2020, 6, 30),
        as_of=date(2020, 5, 29),
        signed_on=date(2020, 5, 29),
        get_absolute_url=lambda: "#",
    ),
    "records": (
        Record("示例活动", "#", "2020年1月16日上午", "志愿者", "300余名"),
        Record(LONG, "#", "2020年1月16日上午", "突击队员", "300余名", "疑似重复，合计只算一次"),
        Record("志愿服务记录", "", text="3条记录共12.5小时"),
    ),
    "bars": scaled(
        (
            Bar("2020年上半年", 300, "300余名", "#", "统计到5月29日"),
            Bar("2019年下半年", 2, "2名", "#"),
            Bar("2019年上半年", None, "无记录"),
        )
    ),
    "headings": ("年度", "表彰集体", "表彰个人"),
    "lines": (
        Line("2020年度", (Cell("33个", "#"), Cell("135名", "#", "另1项未公布")), "#"),
        Line("2019年度", (Cell(""), Cell("43名"))),
    ),
    "commendation": SimpleNamespace(
        title="示例年度表彰", when_text="2020年春季", get_absolute_url=lambda: "#"
    ),
    "honor": SimpleNamespace(
        pk=0,
        sentence="示例荣誉第一位，全市唯一",
        is_of_others=False,
        authority="",
        when_text="2020年",
        get_absolute_url=lambda: "#",
    ),
    "page_obj": _PAGE,
    "pages": list(_PAGE.paginator.get_elided_page_range(7, on_each_side=1, on_ends=1)),
}
