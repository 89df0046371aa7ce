"""Breaking a long title into lines that keep words whole and form a trapezoid or a lozenge.

GB/T 9704-2012 7.3.1: 回行时，要做到词意完整，排列对称，长短适宜，间距恰当，标题排列应当使用梯形或菱形。
"""

import re
import unicodedata
from functools import cache
from itertools import islice
from math import ceil, inf

REACH = 6  # how far from the even length a line may be, in characters
REACH_OF_MANY = 2  # the same where there are too many lines for a shape, and for a long search
MANY = 6
CLOSING = "，。、；：！？）》〉”’】〕％%…—·,.;:!?)]}"
OPENING = "（《〈“‘【〔([{"
LEANS_BACK = "的了之等们地得"  # begin no line: they belong to the word before
LEANS_FORWARD = "和与及或暨在对为把被向从"  # end no line: they belong to the word after
# What a reader takes in as one: a period with what is told of it, what is served, what is commemorated.
KEPT_TOGETHER = re.compile(
    r"(?:\d+年)?(?:度|[上下]半年|第?[一二三四1-4]季度|\d+月份?(?:\d+日)?(?:至\d+月(?:\d+日)?)?|\d+年)"
    r"(?:工作(?:总结|计划|报告|情况|要点|安排))?"
    r"|(?:工作)?情况(?:的?(?:专题)?(?:总结|报告|通报))?|工作(?:总结|计划|报告|要点|安排)|(?:专题|活动)总结"
    r"|的(?:专题)?(?:总结|报告|通知)|(?:学雷锋)?志愿服务(?:行动|活动|月)?|[^\W\d]{4}\d+周年"
    r"|[省州市区县]?委?第[一二三四五六七八九十百\d]+次[^\W\d]{0,4}?(?:大会|全会|会议|党代会)"
    r"|新时代|疫情防控|就业创业|创新创业|乡村振兴|脱贫攻坚"
)
# The committee whose report it is; 共青团南昌市西湖区第十届委员会 as well.
COMMITTEE = re.compile(r"共青团[^，、《“]{1,24}?(?:委员会|[省州市区县旗团工]委(?!员会))")
# Verbs and the like that end no line: their object follows.
LEADING = re.compile(
    "关于|印发|报送|转发|开展|推进|推动|加强|做好|(?:贯彻)?落实|贯彻|学习|组织|动员|助力|纪念|庆祝|深化|深入|实施|举办"
    "|召开|参与|参加|服务|促进|完善|推广|争创|创建|引领|带领|凝聚|围绕|聚焦|履行|强化|规范|全面"
)

NEVER = 10_000  # a break that only a line too long for the page can force
IN_A_WORD = 60
BEFORE_THE_OBJECT = 60
IN_THE_COMMITTEE = 60
PAST_THE_COMMITTEE = 30  # a line that ends there reads best
AFTER_A_DIGIT = 40
BAD_COMPANY = 25
IN_QUOTES = 20
HOURGLASS = 30  # a line shorter than both its neighbours
RECTANGLE = 2
ONE_MORE_LINE = 30


def width(text: str) -> float:
    """The width of a text in characters: a letter or digit of the ASCII takes half a one."""
    return sum(0.5 if char.isascii() else 1 for char in text)


def balanced_lines(text: str, widest: int) -> list[str]:
    """The text in lines of at most ``widest`` characters, one if it fits."""
    text = " ".join(text.split())
    total = width(text)
    if total <= widest:
        return [text]
    fewest = ceil(total / widest)
    fits = [_broken(text, lines, widest) for lines in (fewest, fewest + 1)]
    costs = [cost + ONE_MORE_LINE * place for place, (cost, _) in enumerate(fits)]
    _, ends = fits[costs.index(min(costs))]
    starts = [0, *ends[:-1]]
    return [text[start:end].strip() for start, end in zip(starts, ends, strict=True)]


def _broken(text: str, lines: int, widest: int) -> tuple[float, tuple[int, ...]]:
    """The cheapest way to end each of the lines: (its cost, the ends)."""
    price = _prices(text)
    reached = [0.0]
    for char in text:
        reached.append(reached[-1] + width(char))
    even = reached[-1] / lines
    committee = COMMITTEE.search(text)
    name_end = committee.end() if committee else 0
    reach = REACH if lines < MANY else REACH_OF_MANY
    last = len(text)

    @cache
    def rest(start: int, left: int, before: float, shrinking: bool) -> tuple[float, tuple[int, ...]]:
        best: tuple[float, tuple[int, ...]] = (inf, ())
        if left == 0:
            return (0.0, ()) if start == last else best
        for end in range(start + 1, last + 1):
            long = reached[end] - reached[start]
            if long > min(widest, even + reach):
                break
            if long < even - reach:
                continue
            cost = (long - even) ** 2 + price[end]
            cost += HOURGLASS * (shrinking and long > before) + RECTANGLE * (long == before)
            cost += PAST_THE_COMMITTEE * (start < name_end < end)
            more, tail = rest(end, left - 1, long, shrinking or long < before)
            if cost + more < best[0]:
                best = (cost + more, (end, *tail))
        return best

    return rest(0, lines, 0.0, False)


def _prices(text: str) -> list[int]:
    """What a line break costs before each character, and after the last."""
    inside, before_objects = _places_of_words(text)
    committee = _places_inside(COMMITTEE, text, most=1)
    depth, prices = 0, [0]
    for place in range(1, len(text)):
        before, after = text[place - 1], text[place]
        depth += (before in "《“（") - (before in "》”）")
        cost = IN_QUOTES * (depth > 0) + IN_A_WORD * (place in inside)
        cost += BEFORE_THE_OBJECT * (place in before_objects) + IN_THE_COMMITTEE * (place in committee)
        within_a_word = before.isascii() and after.isascii() and " " not in (before, after)
        if after in CLOSING or before in OPENING or unicodedata.combining(after) or within_a_word:
            cost += NEVER
        elif before.isdigit():
            cost += AFTER_A_DIGIT
        leans_forward = before in LEANS_FORWARD and place - 1 not in inside
        cost += BAD_COMPANY * (after in LEANS_BACK or leans_forward)
        prices.append(cost)
    return [*prices, 0]


def _places_of_words(text: str) -> tuple[set[int], set[int]]:
    """The places inside words and what is kept together, and those before the object of a verb."""
    import rjieba  # here: its dictionary costs each process 0.1 s and 33 MB, and few titles need it

    inside = _places_inside(KEPT_TOGETHER, text)
    before_objects: set[int] = set()
    start = 0
    for word in rjieba.cut(text):
        end = start + len(word)
        inside.update(range(start + 1, end))
        if LEADING.fullmatch(word) and start not in inside:  # not the 服务 of 志愿服务
            before_objects.add(end)
        start = end
    return inside, before_objects


def _places_inside(pattern: re.Pattern, text: str, most: int | None = None) -> set[int]:
    """The places inside what the pattern finds, the first ``most`` times."""
    found = islice(pattern.finditer(text), most)
    return {place for one in found for place in range(one.start() + 1, one.end())}
