"""The facts of the 2020 first half, typed once more from the source: what the sample data must hold.

An activity: area, precision, first day, part of the day, place, figures as
(wording, value, unit, precision, part, the figure that it may repeat).
"""

from datetime import date
from decimal import Decimal

ACTIVITIES = [
    ("春运", "服务成长成才", "since", date(2020, 1, 10), "", "车站", []),
    ("青清行动", "服务成长成才", "standing", date(2020, 1, 1), "", "赣江风光带", []),
    ("追寻榜样足迹", "服务成长成才", "about", date(2020, 3, 5), "", "西湖区", []),
    (
        "应急志愿服务",
        "服务成长成才",
        "since",
        date(2020, 1, 24),
        "",
        "村社区、车站",
        [
            ("300余名", Decimal(300), "名", "at_least", "total", None),
            ("14支", Decimal(14), "支", "exact", "total", None),
            ("300余名", Decimal(300), "名", "at_least", "total", "志愿者"),
            ("1万个", Decimal(10000), "个", "exact", "total", None),
        ],
    ),
    (
        "关爱红领巾",
        "服务成长成才",
        "season",
        date(2020, 3, 1),
        "",
        "西湖区",
        [
            ("342人次", Decimal(342), "人次", "exact", "total", None),
            ("60份", Decimal(60), "份", "exact", "total", None),
            ("150元", Decimal(150), "元", "exact", "unit_price", None),
            ("9000元", Decimal(9000), "元", "exact", "total", None),
        ],
    ),
    ("世界读书日", "服务成长成才", "day", date(2020, 4, 23), "", "全区各中小学", []),
    (
        "第十二届九次全会",
        "思想政治引领",
        "day",
        date(2020, 1, 16),
        "morning",
        "",
        [("70余名", Decimal(70), "名", "at_least", "total", None)],
    ),
    ("第十六届三次全会", "思想政治引领", "day", date(2020, 4, 15), "", "", []),
    ("集体入团", "思想政治引领", "day", date(2020, 4, 28), "morning", "南昌市八一起义纪念馆", []),
    ("座谈会", "思想政治引领", "day", date(2020, 4, 30), "morning", "西湖区汇海国际楼宇青年空间", []),
    ("解放思想大讨论", "思想政治引领", "day", date(2020, 5, 7), "afternoon", "", []),
    (
        "第五次全体",
        "自身建设",
        "day",
        date(2020, 1, 16),
        "morning",
        "区政府六号楼三楼会议室",
        [("70余人", Decimal(70), "人", "at_least", "total", "到会团干部")],
    ),
]

# A word of the activity's title, and who took which part in it.
PEOPLE = {
    "集体入团": [
        ("芦君", "共青团西湖区委书记", "presented"),
        ("涂犇", "共青团西湖区委副书记", "presented"),
        ("梅云子", "西湖区教育团工委副书记", "presented"),
    ],
    "座谈会": [
        ("芦君", "共青团西湖区委书记", "chaired"),
        ("陈奕蒙", "西湖区委副书记", "spoke"),
        ("吴涛", "桃花镇党委书记", "attended"),
    ],
    "解放思想大讨论": [
        ("芦君", "共青团西湖区委党组书记", "chaired"),
        ("芦君", "共青团西湖区委党组书记", "spoke"),
    ],
    "第五次全体": [("涂犇", "共青团西湖区委副书记", "chaired")],
}

PARTNERS = [
    ("关爱红领巾", "南青基金", "co_organizer"),
    ("关爱红领巾", "腾讯公益", "channel"),
    ("应急志愿服务", "省青少年发展基金会", "channel"),
    ("应急志愿服务", "南昌市第六医院", "beneficiary"),
]

# What the words of an activity must name besides its figures.
NAMED = [
    ("春运", "青春志愿行，温暖回家路"),
    ("春运", "暖冬行动"),
    ("青清行动", "我是河小青，生态志愿行"),
    ("青清行动", "三定"),
    ("追寻榜样足迹", "追寻榜样足迹，共抗疫情，共渡难关"),
    ("追寻榜样足迹", "第57个学雷锋纪念日"),
    ("世界读书日", "五四"),
    ("世界读书日", "杨辉利"),
    ("世界读书日", "新建区"),
    ("第十二届九次全会", "梅茂发"),
    ("第十六届三次全会", "网络直播"),
    ("集体入团", "只争朝夕，不负韶华"),
    ("集体入团", "五四运动101周年"),
    ("座谈会", "青春心向党·建功新时代"),
    ("解放思想大讨论", "彰显省会担当 我们怎么干"),
    ("第五次全体", "选举产生"),
]

TITLES = [
    ("2019年度五四红旗团（工）委、团总支", "organizations", 6, "西湖区公安分局团委"),
    (
        "2019年度五四红旗团（总）支部",
        "organizations",
        27,
        "南昌市西湖区住房保障和房产管理局团支部",
    ),
    ("优秀团干部", "people", 43, "李琪"),
    ("优秀团员", "people", 45, "彭豪"),
    ("优秀青年志愿者", "people", 47, "纪小川"),
]

# Of each commitment of the plan the words that it turns on.
PLAN = [
    ["少年军校夏令营", "共青团影院"],
    ["团干部集中培训", "青年联合会换届", "“两新”组织", "区域化团建"],
    ["关注人数", "内容的质量"],
    ["少先队代表大会换届", "大队辅导员和中队辅导员", "十佳少先队员", "小青苗宣讲团"],
    ["西湖号", "志愿服务队伍", "公共场所", "覆盖全区", "示范性社区站点"],
    ["梦想小街", "特色品牌"],
]
