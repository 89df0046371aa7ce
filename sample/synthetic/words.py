"""Names and places of the synthetic load: every one begins with 样, as in 样本, so that none is anybody's."""

MARK = "【测试】"
SOURCE = "程序生成的测试数据"
TAG = "测试数据"
NOTICE = "本文由程序生成，用来察看网站内容多起来以后的样子，不是真实的活动，人名、地名和数字都是虚构的。"

COMMUNITIES = ("样湖社区", "样桥社区", "样园社区", "样井社区", "样柳社区", "样塘社区", "样巷社区", "样港社区")
WATERS = ("样江东岸", "样江步道", "样湖公园", "样溪湿地", "样港码头", "样堤绿道")
SCHOOLS = ("样园小学", "样湖中学", "样桥学校", "样江职校", "样苑小学", "样山中学")
HALLS = ("样城青年之家", "样城青少年宫", "样城图书馆", "样湖街道文化站", "样桥街道会议室")
STREETS = ("样湖街道", "样桥街道", "样港街道", "样山镇", "样园街道")
STATIONS = ("样城火车站", "样城汽车站", "样城高铁站")
MEMORIALS = ("样城革命史陈列馆", "样山烈士陵园", "样桥会议旧址")

ORGANIZATIONS = (
    ("样湖街道团工委", "working_committee"),
    ("样桥街道团工委", "working_committee"),
    ("样城教育系统团工委", "working_committee"),
    ("样城卫生健康系统团总支", "general_branch"),
    ("样港社区团支部", "branch"),
    ("样城人民医院团总支", "general_branch"),
)
PEOPLE = tuple(
    f"样{given}"
    for given in [
        "文博",
        "小禾",
        "思远",
        "雨晴",
        "嘉宁",
        "子涵",
        "明轩",
        "若兰",
        "景行",
        "晓棠",
        "一帆",
        "清越",
        "书瑶",
        "予安",
        "知夏",
        "望舒",
    ]
)
