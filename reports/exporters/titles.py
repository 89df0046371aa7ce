"""Breaking a long title into lines that keep words whole and form a trapezoid or a lozenge.

GB/T 9704-2012 7.3.1: 回行时，要做到词意完整，排列对称，长短适宜，间距恰当，标题排列应当使用梯形或菱形。
"""

import re
import unicodedata
from functools import cache
from math import ceil, inf

REACH = 5  # how far from the even length a line may be, in characters
REACH_OF_MANY = 2  # the same where there are too many lines for a shape, and for a long search
MANY = 6
CLOSING = "，。、；：！？）》〉”’】〕％%…—·,.;:!?)]}"
OPENING = "（《〈“‘【〔([{"
LEANS_BACK = "的了之等们地得"  # begin no line: they belong to the word before
LEANS_FORWARD = "和与及或暨在对为把被向从"  # end no line: they belong to the word after
KEPT_TOGETHER = re.compile(
    r"\d+年(?:度|[上下]半年|\d+月(?:\d+日)?)|工作(?:总结|计划|报告|情况|要点)|志愿服务"
)

NEVER = 10_000  # a break that only a line too long for the page can force
IN_A_WORD = 60
AFTER_A_DIGIT = 40
BAD_COMPANY = 25
IN_QUOTES = 20
HOURGLASS = 30  # a line shorter than both its neighbours
RECTANGLE = 2
ONE_MORE_LINE = 20


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
            more, tail = rest(end, left - 1, long, shrinking or long < before)
            if cost + more < best[0]:
                best = (cost + more, (end, *tail))
        return best

    return rest(0, lines, 0.0, False)


def _prices(text: str) -> list[int]:
    """What a line break costs before each character, and after the last."""
    inside = _places_inside_words(text)
    depth, prices = 0, [0]
    for place in range(1, len(text)):
        before, after = text[place - 1], text[place]
        depth += (before in "《“（") - (before in "》”）")
        cost = IN_QUOTES * (depth > 0) + IN_A_WORD * (place in inside)
        within_a_word = before.isascii() and after.isascii() and " " not in (before, after)
        if after in CLOSING or before in OPENING or unicodedata.combining(after) or within_a_word:
            cost += NEVER
        elif before.isdigit():
            cost += AFTER_A_DIGIT
        leans_forward = (before in LEANS_FORWARD and place - 1 not in inside) or text.endswith(
            "关于", 0, place
        )
        cost += BAD_COMPANY * (after in LEANS_BACK or leans_forward)
        prices.append(cost)
    return [*prices, 0]


def _places_inside_words(text: str) -> set[int]:
    import rjieba  # here: its dictionary costs each process 0.1 s and 33 MB, and few titles need it

    inside: set[int] = set()
    start = 0
    for word in rjieba.cut(text):
        inside.update(range(start + 1, start + len(word)))
        start += len(word)
    for found in KEPT_TOGETHER.finditer(text):
        inside.update(range(found.start() + 1, found.end()))
    return inside
