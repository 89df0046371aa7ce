"""The commendation of 2019 with its titles, and the honour that the committee received."""

from datetime import date

# Of each title the announced number and the one recipient whom the summary names.
AWARD_TITLES = (
    {
        "name": "2019年度五四红旗团（工）委、团总支",
        "recipients": "organizations",
        "noun": "基层团（工）委、团总支",
        "announced_count": 6,
        "named": "西湖区公安分局团委",
    },
    {
        "name": "2019年度五四红旗团（总）支部",
        "recipients": "organizations",
        "noun": "团（总）支部",
        "announced_count": 27,
        "named": "南昌市西湖区住房保障和房产管理局团支部",
    },
    {
        "name": "优秀团干部",
        "recipients": "people",
        "noun": "同志",
        "announced_count": 43,
        "named": "李琪",
    },
    {
        "name": "优秀团员",
        "recipients": "people",
        "noun": "同志",
        "announced_count": 45,
        "named": "彭豪",
    },
    {
        "name": "优秀青年志愿者",
        "recipients": "people",
        "noun": "同志",
        "announced_count": 47,
        "named": "纪小川",
    },
)

COMMENDATIONS = (
    {
        "year": 2019,
        "title": "2019年度五四红旗集体和优秀个人表彰",
        "area": "building",
        "authority": "共青团西湖区委",
        "date_precision": "season",
        "starts_on": date(2020, 3, 1),
        "summary": "共青团西湖区委对2019年度表现突出的团组织和个人进行表彰，",
        "titles": AWARD_TITLES,
    },
)

HONORS_RECEIVED = (
    {
        "year": 2019,
        "title": "2019年度全省共青团工作先进县（市、区）",
        "rank": "第一位",
        "scope": "全市唯一",
        "date_precision": "half_year",
        "starts_on": date(2020, 1, 1),
    },
)
