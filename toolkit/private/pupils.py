"""Minors whom a text names in full beside their age, their class, or 小学、初中、红领巾.

A name is a surname and one or two characters that end where names end, and no word of the office (文明,
高度): without a list of people that is as far as words tell.
"""

import re
from collections.abc import Iterator

from toolkit.names.surnames import OF_TWO
from toolkit.private.found import MINOR, Found

_SURNAMES = (
    "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余"
    "潘杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文涂欧"
    "章柳聂邢向严温莫庄殷颜倪齐俞严游鲁施翟葛安伍华梅洪凌童路祝单包严舒季阮盛詹甘柯宁"
)
# Words that begin with what is a surname too, and are no person.
_WORDS = """
高度 高质 高年 高效 高校 高考 高举 高中 高歌 高雅 高空 高温 高新 高铁 高等 文明 文艺
文化 文体 文学 文具 文创 文字 文旅 文章 文稿 金牌 金奖 金融 金秋 金色 安全 安排 安心 安康 安防 安源
安义 方便 方案 方式 方面 方法 方阵 白天 常态 常规 常识 常年 常委 周边 周末 周年 周围
古诗 万人 万名 万余 万元 万家 向上 向善 向前 向阳 江西 江边 江南 史料 史馆 夏令
夏季 夏日 温暖 温馨 康乐 程序 包括 包含 包粽 单位 单项 任务 任课 任教 任职 易拉 严格 严肃 严禁 施工
施教 华东 华夏 华章 石头 田径 田园 林荫 马路 马上 毛笔 毛巾 路口 路队 路线 游戏 游园 游览 游泳 游学
雷锋 龙舟 龙头 黄色 蓝天 武术 舞蹈 许多 许愿 余人 余名 余份 童心 童谣 童年 童话 童声 梅花 洪水 盛大
盛典 盛会 宁静 于是 何时 何地 何种 齐唱 齐诵 齐心 齐聚 童真 华诞 常务 常见 成长 向全 向导 向往 章程
章节 武警 安静 安装 阳光 钟声 贺卡 贺信 贺词 金点 金话 段落 段位 凌晨 汤圆 姜汤 钱包 杜绝 戴上 戴好
范围 范例 叶子 曾经 曾获 曾任 余万 伍佰 季度 季节 祝福 祝贺 祝愿 舒适 柳树 江河 马拉 黎明 康复 顾问
余年 程度 路演 严明 严谨 盛况 胡同 石刻 白板 白领 毛主 史上 方志 江姐 甘于 甘祖 甘甜
"""
_NO_NAMES = frozenset(_WORDS.split())  # nor what goes on from them: 高度重
_ALONE = re.compile("周[一二三四五六日]|高[一二三]")  # but 周一帆 is one
_GIVEN = (
    r"(?![等说讲在向与和获被以为从到第共各同校年级班队组课学老教师优团工区市县街乡镇村省家室书会员人名个的了是及])"
    r"[\u4e00-\u9fff]"
)
_NAME = rf"(?:(?:{'|'.join(sorted(OF_TWO))})|[{_SURNAMES}]){_GIVEN}(?:{_GIVEN})?"
_ENDS = (
    r"(?=[\s，。、；：！？,.;:!?（）()“”\"'《》—…·|/]|$|小?同学|小朋友|等|荣获|获|说|表示|告诉|代表|作为|在|向|与|和|及|同志|的"
    r"|朗诵|讲述|分享|演讲|发言|献花|表演|宣读|领诵|参加|登台|走上|被|以|为|一家|今年|现年|年仅|写|画|捐|担任|说道|\d)"
)
_PUPIL = (
    r"(?:姓名|优秀|全体|的|一名|学生|小?同学|队员|少先队员|小队员|学员|考生|代表|选手|小记者|讲解员|班长|团员|小朋友"
    r"|获得者|奖章|[一二三特]等奖|\s|，|、|：|:|（|\()"
)
_CLASS = (
    r"(?:[一二三四五六七八九]年级|[初高][一二三]年?级?|[一二三四五六七八九](?=\s?[（(]))\s?"
    r"(?:[（(]\s?[\d一二三四五六七八九十]{1,2}\s?[)）]\s?班?|[\d一二三四五六七八九十]{1,2}\s?班)?(?:级)?"
)
_SCHOOL = (
    r"(?:小学|中学(?=学生|同学|少先队员)|初中|红领巾|少先队员|小学生|初中生|中学生|幼儿园"
    r"|小学部|初中部|小学组|初中组)"
)
_CUE = rf"(?:{_SCHOOL}(?:{_CLASS})?|{_CLASS})"
_AGE = (
    r"(?:(?<!\d)(?:[3-9]|1[0-7])\s?周?岁"
    r"|年龄\s?[:：]?\s?(?:[3-9]|1[0-7])(?!\d)"
    r"|(?<![二三四五六七八九十])(?:[三四五六七八九]|十[一二三四五六七]?)周?岁)"
)
_ADULT = (
    r"(?:老师|教师|校长|书记|主任|辅导员|园长|班主任|家长|教练|主席|教授|先生|女士"
    r"|医生|法官|检察官|警官|同志)"
)

_BEFORE = re.compile(rf"(?:{_CUE}|{_AGE}){_PUPIL}{{0,4}}(?P<name>{_NAME}){_ENDS}(?!{_ADULT})")
_BEHIND = re.compile(
    rf"(?<![\u4e00-\u9fff])(?P<name>{_NAME})(?:小?同学|小朋友)?[，,、（(：:\s]{{1,2}}"
    rf"(?:[男女][，,、\s]{{0,2}}(?:\d{{1,2}}[，,、\s]{{1,2}})?|今年|现年|年仅|年龄[:：]?\s?){{0,2}}"
    rf"(?:{_AGE}|[\u4e00-\u9fff]{{0,12}}?{_CUE})(?![\u4e00-\u9fff]{{0,6}}{_ADULT})"
)
_NEXT = re.compile(rf"(?:[、和与]|，\s?|\s)(?P<name>{_NAME}){_ENDS}(?!{_ADULT})")  # 王小明、李思源
_AGED = re.compile(rf"(?P<name>{_NAME})(?:小?同学|小朋友)?(?:今年|现年|年仅|才|刚满)\s?{_AGE}")


def pupils_named(text: str) -> Iterator[Found]:
    taken: set[int] = set()
    for start, end in _named(text):
        if (
            start not in taken
            and text[start : start + 2] not in _NO_NAMES
            and not _ALONE.fullmatch(text, start, end)
        ):
            taken.add(start)
            yield Found(MINOR, start, end)


def _named(text: str) -> Iterator[tuple[int, int]]:
    for pattern in (_BEFORE, _BEHIND, _AGED):
        at = 0
        while match := pattern.search(text, at):
            at = match.start() + 1
            yield match.span("name")
            behind = match
            while pattern is _BEFORE and (behind := _NEXT.match(text, behind.end("name"))):
                yield behind.span("name")
