"""Which words of a numbered piece are its title, and which lines are headings without a number."""

import re

from intake.outline.numbering import BOOK, HEADING, SUBHEADING, Marker, number_of
from intake.outline.parts import NOTHING, PLAN, PROBLEMS, RECORDS, ROLL, Span, trimmed
from intake.reading.lines import ROW, Source

LONGEST = 60
_QUOTES = {"“": "”", "《": "》", "‘": "’", "（": "）", "「": "」"}
_NARRATES = re.compile(
    r"[0-9]{1,2}月[0-9]{1,2}日|今年以来|上半年[，,]|为(?:了|进一步|深入|切实)|^(?:[0-9]{4}年)?[0-9]{1,2}月(?:份|[上中下]旬)?[，,]|(?:余名|余人|人次|余场)|记者|通讯员"
)
_YEARBOOK = re.compile(r"【(?![^】\n]{0,30}讯】)[^】\n]{2,40}】")  # 【本报讯】 heads no entry
_PLAN = re.compile(
    r"(?:下半年|下一?步|下阶段|下一阶段|下季度|明年|来年|今后|新的?一年|20[0-9]{2}年|未来).{0,14}(?:计划(?!竞赛|大赛|赛|项目|志愿)|打算|安排|思路|重点|设想|部署|举措|措施|任务|目标|工作$|方向)"
    r"|工作(?:计划|打算|思路|安排|设想|要点)$|^(?:计划|打算)$|下一?步(?:工作)?$|下半年工作$"
)
ANNEX = re.compile(r"附(?:\s?件\s?[0-9一二三四五]{0,2}\s?[：:]?|\s?[：:])")
# Whom a letter or a notice is for: 共青团江口区委：
GREETING = re.compile(r"[^，。；：\n]{2,40}：(?=\n)|各[^。；：\n]{2,80}：(?=\n)")
_BULLET = re.compile(r"[●■◆★▲◇○※►•]\s?(?=[\u4e00-\u9fff“])")
_MONTH = re.compile(r"(?:[0-9]{4}年)?(?P<month>1[0-2]|[1-9]|十[一二]?|[一二三四五六七八九])月份?")
# The table that the portal itself puts behind a report tells its figures once more.
OWN_ANNEX = re.compile(r"\s*附\s?件\s?[0-9]?\s?[：:]?\s*数据与来源\s*\n")
_PROBLEMS = re.compile(r"问题|不足|短板|困难|薄弱环节|差距")
_ROLL = re.compile(r"名单|(?:[（(]|共)[0-9一二三四五六七八九十百]{1,4}(?:名|个|人|家|位|支)[）)]?$")

_CATEGORY_LINE = re.compile(
    r"(?m)^.{2,30}[（(]共?[0-9一二三四五六七八九十百]{1,4}(?:名|个|人|家|位|支)[）)]：?$"
)


def is_plan(title: str) -> bool:
    """Whether a whole document is a plan: 2023年工作要点, but not 2023年重点工作完成情况."""
    return kind_of(title) == PLAN and not re.search("总结|小结|情况|汇报|报告", title)


def month_of(heading: str) -> int | None:
    """The month that is all of a heading, in a chronicle."""
    match = _MONTH.fullmatch(heading)
    return number_of(match["month"]) if match else None


def kind_of(heading: str) -> str:
    """What a section is for, from its heading."""
    words = heading.strip("。：:；; ")
    if _PLAN.search(words):
        return PLAN
    if _PROBLEMS.search(words) and re.search(r"存在|主要|面临|问题(?:和|与|及)?不足?$|不足$|困难$", words):
        return PROBLEMS
    return ROLL if _ROLL.search(words) else RECORDS


def is_roll_below(seen: str, heading: Span, whole: Span) -> bool:
    """附： says nothing of what follows; categories with their numbers, 优秀团员（4名）, are a roll."""
    bare = ANNEX.fullmatch(heading.of(seen).rstrip("：:") + "：")
    return bool(bare and _CATEGORY_LINE.search(seen, heading.end, whole.end))


def title_within(seen: str, start: int, end: int) -> tuple[Span, Span]:
    """The title at the beginning of a piece and the words behind it; no title where it tells at once."""
    line_end = seen.find("\n", start, end)
    line_end = end if line_end < 0 else line_end
    book = _YEARBOOK.match(seen, start)
    if book and book.end() <= end:
        return Span(book.start() + 1, book.end() - 1), trimmed(seen, book.end(), end)
    stop = _first_stop(seen, start, min(line_end, start + LONGEST + 1))
    if stop is None:
        if line_end - start > LONGEST:
            return NOTHING, trimmed(seen, start, end)
        stop = line_end
    if seen[stop : stop + 1] == "：" and _is_line_of_its_own(seen, start, line_end, end):
        stop = line_end
    words = seen[start:stop]
    rest = trimmed(seen, min(stop + 1, end) if stop < end and seen[stop] != "\n" else stop, end)
    if _NARRATES.search(words):
        return NOTHING, trimmed(seen, start, end)
    return trimmed(seen, start, stop - (seen[stop - 1] == "，")), rest


def _is_line_of_its_own(seen: str, start: int, line_end: int, end: int) -> bool:
    """世界读书日：收看护士的故事 above its text is a title with two halves."""
    line = seen[start:line_end]
    return len(line) <= LONGEST and line[-1] not in "。；：" and bool(seen[line_end:end].strip())


def title_of_paragraph(seen: str, whole: Span) -> tuple[Span, Span]:
    """The first sentence of a paragraph where it is short and says what the rest tells."""
    if whole.end - whole.start > 60:
        title, body = title_within(seen, whole.start, whole.end)
        if title and body and title.end - title.start <= 36 and "，" not in title.of(seen)[:-1]:
            return title, body
    return NOTHING, whole


def _first_stop(seen: str, start: int, end: int) -> int | None:
    """Where the first sentence ends: at 。, the ： of a short title, a space; not within quotes."""
    closing: list[str] = []
    for at in range(start, end):
        letter = seen[at]
        if closing and letter == closing[-1]:
            closing.pop()
        elif letter in _QUOTES:
            closing.append(_QUOTES[letter])
        elif (not closing and (letter in "。！？；\n" or (letter == " " and at - start >= 4))) or (
            not closing and letter == "：" and 3 < at - start <= 30 and "如下" not in seen[start:at]
        ):
            return at
    return None


def unnumbered(source: Source, seen: str, start: int, end: int) -> list[Marker]:
    """Lines that head what follows them without a number: Word's, 【…】, short lines above long ones."""
    found = []
    lines = list(zip(source.lines, source.starts, strict=True))
    for at, (line, begin) in enumerate(lines):
        if not start <= begin < end or line.kind == ROW:
            continue
        following = next((one for one, _ in lines[at + 1 : at + 2]), None)
        book = _YEARBOOK.match(seen, begin)
        if line.level or book or _heads(seen[begin : begin + len(line.text)], following):
            kind = BOOK if book else SUBHEADING if line.level > 1 else HEADING
            bullet = _BULLET.match(seen, begin)
            found.append(Marker(kind, 0, begin, bullet.end() if bullet else begin, True))
    return found


def _heads(words: str, following) -> bool:
    if ANNEX.match(words) and "。" not in words:
        return following is not None
    if _MONTH.fullmatch(words) or (_BULLET.match(words) and len(words) <= 30 and "。" not in words):
        return following is not None
    if words[-1:] == "：" and len(words) <= 16 and kind_of(words) == PLAN:
        return following is not None  # 下半年安排：
    if not 4 <= len(words) <= 30 or following is None or following.kind == ROW or words.isascii():
        return False
    if words[-1] in "。；，、：！？;,.!?" or re.search(
        r"[。；\t]|^授予|〔[0-9]{4}〕|[0-9]{4}年[0-9]{1,2}月[0-9]{1,2}日$", words
    ):
        return False
    text = following.text
    says_so = kind_of(words) != RECORDS
    longer = len(text) > max(16 if says_so else 36, len(words) * 1.5)
    return longer or bool(re.match(r"(?:[0-9]{1,2}[、.．]|[（(【])", text))
