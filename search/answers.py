"""The pages of this site that answer what readers ask most often. Only pages that exist."""

import re

from django.urls import reverse

from honors.models import Commendation, HonorReceived
from search.numerals import numbers
from toolkit.folding import folded

MOST = 3
# What is asked, in any of these words; the page that answers it, as it calls itself, and its name.
_ANSWERS = tuple(
    (re.compile(pattern), title, name)
    for pattern, title, name in (
        ("志愿|义工|服务队|服务站|突击队|做好事", "志愿服务", "volunteers:list"),
        ("纠错|有误|错误|写错|错别?字|更正|改正|反馈|意见|投诉", "我要纠错", "corrections:form"),
        (
            "联系|电话|邮箱|地址|在哪|邮编|办公|怎么走|报名|加入|咨询|简介|关于|是什么单位",
            "关于我们",
            "about",
        ),
        ("荣誉|表彰|获奖|奖项|得奖|评优|优秀|先进|标兵|红旗|名单", "表彰荣誉", "honors:list"),
        ("通知|公告|公示|报名", "通知公告", "notices:list"),
        ("总结|报告|计划", "工作总结", "reports:list"),
        ("统计|数据|数字|多少", "数说共青团", "figures"),
        ("下载|开放|接口|csv|json", "开放数据", "open-data"),
        ("字号|字体|放大|老年|长者|无障碍|读屏|夜间|深色", "无障碍说明", "preferences"),
        ("品牌|系列|项目", "品牌活动", "campaigns:list"),
        ("栏目|导航|地图|首页", "网站地图", "site-map"),
    )
)
_OF_HONORS = "honors:list"


def answering_pages(words: list[str]) -> list[tuple[str, str]]:
    """Title and address of the pages that answer a question in these words."""
    question = folded("".join(words))
    pages = []
    for asks, title, name in _ANSWERS:
        if asks.search(question):
            year = _year_of_honors(question) if name == _OF_HONORS else None
            if year:
                pages.append((f"{year}年度表彰荣誉", reverse("honors:year", args=[year])))
            pages.append((title, reverse(name)))
    return pages[:MOST]


def _year_of_honors(question) -> int | None:
    """The year that is asked for, if the roll has it."""
    years = [int(letter[1:-1]) for _, _, letter in numbers(question) if re.fullmatch(r"<[12]\d{3}>", letter)]
    return next((year for year in years[:1] if _has_honors(year)), None)


def _has_honors(year):
    return any(model.objects.published().of_year(year).exists() for model in (Commendation, HonorReceived))
