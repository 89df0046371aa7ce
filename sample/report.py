"""The summary of the first half of 2020: its frame, the order of its items, its plan."""

from datetime import date

from sample.activities import ACTIVITIES
from sample.honors import COMMENDATIONS

REPORT = {
    "slug": "2020-h1",
    "title": "共青团西湖区委2020年上半年工作总结",
    "starts_on": date(2020, 1, 1),
    "ends_on": date(2020, 6, 30),
    "as_of": date(2020, 5, 29),
    "signed_on": date(2020, 5, 29),
    "signature": "共青团西湖区委",
    "is_public": True,
    "opening": "2020年上半年，共青团西湖区委在区委、区政府领导和省、市团组织指导下，用心服务青年，"
    "加强思想引领，抓好团的自身建设，荣获{上级荣誉}。现将今年以来的主要工作总结如下。",
}

# What the office may choose between; this summary was written before either was asked for.
TYPES = (
    {"name": "半年工作总结"},
    {
        "name": "报送上级的工作总结",
        "requires_follow_up": True,
        "requires_problems": True,
        "most_characters": 2000,
    },
)

SECTIONS = (
    {"kind": "records", "area": "growth", "heading": "聚焦青年所需，服务成长成才"},
    {"kind": "records", "area": "guidance", "heading": "筑牢信念之基，加强思想政治引领"},
    {"kind": "records", "area": "building", "heading": "练好团的内功，推进自身建设"},
    {"kind": "plan", "area": None, "heading": "下半年工作计划"},
)

# The order of the items is the order in which the office put them: activities, then commendations.
PLACED_ACTIVITIES = tuple(activity["title"] for activity in ACTIVITIES)
PLACED_COMMENDATIONS = tuple(commendation["title"] for commendation in COMMENDATIONS)

PLAN = (
    {
        "heading": "加强青少年思想政治引领",
        "text": "换一种方式和载体，寓教于乐，引导青少年听党话、跟党走。",
        "commitments": (
            "举办西湖区少年军校夏令营",
            "开展共青团影院公益观影活动",
        ),
    },
    {
        "heading": "建强团的组织和干部队伍",
        "text": "坚持党建带团建，让团干部队伍更有凝聚力，让团的工作覆盖更广。",
        "commitments": (
            "开展团干部集中培训",
            "启动西湖区青年联合会换届",
            "在“两新”组织中建立更多团组织",
            "推进区域化团建",
        ),
    },
    {
        "heading": "做好新媒体宣传",
        "text": "用好微博、微信、短视频和小程序，扩大宣传的覆盖面。",
        "commitments": (
            "提高省、市、区共青团微博、微信的关注人数",
            "提高发布内容的质量，丰富形式",
        ),
    },
    {
        "heading": "加强少先队建设",
        "text": "落实少先队改革要求，用好辖区的红色文化资源。",
        "commitments": (
            "启动西湖区少先队代表大会换届",
            "评选优秀大队辅导员和中队辅导员",
            "表彰全区十佳少先队员",
            "依托八一起义纪念馆、新四军军部陈列馆，培训和管理好“小青苗宣讲团”",
        ),
    },
    {
        "heading": "健全志愿服务长效机制",
        "text": "让志愿服务常态化，逐步形成西湖的志愿服务品牌。",
        "commitments": (
            "以“青清行动”“我是河小青，生态志愿行”和志愿服务车“西湖号”为载体，常态化开展志愿服务",
            "在街道（镇、处）、区属单位和文明单位建立志愿服务队伍",
            "在社区（村）和公共场所建立志愿服务站",
            "让服务站点覆盖全区",
            "明年重点建设示范性社区站点",
        ),
    },
    {
        "heading": "建设新兴青年群体的阵地和品牌",
        "text": "结合团中央和省、市的工作重点，把新兴青年群体组织起来。",
        "commitments": (
            "以楼宇、梦想小街等为载体，发展新兴青年群体队伍",
            "打造西湖区共青团特色品牌",
        ),
    },
)
