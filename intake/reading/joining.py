"""Sentences that a page break or a narrow column cut are joined; what ran together is parted."""

import re
from collections import Counter
from dataclasses import replace

from intake.reading.lines import ROW, Line

_ENDS = "。！？；：:;!?…”」》】）)"
BEGINS = re.compile(
    r"\s*(?:[一二三四五六七八九十]{1,3}[、.．是]|第[一二三四五六七八九十]{1,3}[、，,部章]|[（(][一二三四五六七八九十0-9]{1,3}[)）]"
    r"|[0-9]{1,2}[、.．)）](?![0-9])|[①-⑳]|【|附件|附[：:]|授予|共青团[^，。]{2,20}$|抄送|报送)"
)
_HEADED = re.compile(rf"{BEGINS.pattern}[^。]*$")
# A mark, or a word that begins no sentence: 党和政府以⏎及社会各界.
_GOES_ON = re.compile(
    r"\s*(?:[，。；、：！？）”》,;:!?)]|及(?!时|早|格)|的|等(?!级|待)|和(?!谐|平|睦|美)|与(?!会|时))"
)
_TITLE_AND_TEXT = re.compile(
    r"(?P<title>[^。，,；]{4,50}(?:工作总结|工作汇报|工作报告|工作情况(?:报告|汇报)?|总结|总结[及和与暨].{2,16}(?:计划|打算|思路|安排)))(?:\s+|(?=(?:20[0-9]{2}年|[今本]年|[上下]半年|[一半]年来|近年来|本学期)))(?P<text>\S.{20,})",
    re.DOTALL,
)
_SIGNED = re.compile(
    r"(?P<text>.*[。！；”）])\s*(?P<by>(?:中国)?(?:共青团|团)[^。，；！\s]{2,30})?\s*"
    r"(?P<day>[0-9二〇○零一三四五六七八九]{4}年[0-9一二三四五六七八九十]{1,3}月[0-9一二三四五六七八九十]{1,3}日)",
    re.DOTALL,
)
_PIECE = re.compile(r"篇\s?[0-9]{1,2}$")  # 工作总结 篇1, one of a collection
_DAY = re.compile(
    r"[0-9二〇○零一三四五六七八九]{4}年[0-9一二三四五六七八九十]{1,3}月[0-9一二三四五六七八九十]{1,3}日"
)


def joined(lines: list[Line]) -> list[Line]:
    """Each sentence on one line again."""
    width = _column(lines)
    whole: list[Line] = []
    for line in lines:
        if whole and _was_cut(whole[-1], line, width):
            whole[-1] = replace(whole[-1], text=whole[-1].text + line.text)
        else:
            whole.append(line)
    return whole


def _column(lines: list[Line]) -> int:
    """How many characters a full line of a narrow column has; 0 where lines are whole paragraphs."""
    lengths = Counter(len(line.text) for line in lines if line.kind != ROW and len(line.text) >= 16)
    if sum(lengths.values()) < 4 or max(lengths) > 120:
        return 0
    return (
        max(length for length in lengths if lengths[length] * 12 >= sum(lengths.values()))
        if any(lengths[length] * 12 >= sum(lengths.values()) for length in lengths)
        else max(lengths)
    )


def _was_cut(line: Line, following: Line, width: int) -> bool:
    if ROW in (line.kind, following.kind) or line.level or following.level:
        return False
    if not line.text or line.text[-1] in "。！？；!?;" or BEGINS.match(following.text):
        return False
    if _GOES_ON.match(following.text):
        return True
    if line.text[-1] in "，、,":
        return True
    if _breaks_off(line.text):
        return True
    if line.text[-1].isdigit() and len(line.text) > 12 and not _PIECE.search(line.text):
        return not _DAY.search(line.text[-12:])
    if line.text[-1] in _ENDS and len(line.text) < width - 1:
        return False
    return bool(width) and len(line.text) >= width - 2


def _breaks_off(text: str) -> bool:
    """A paragraph whose last sentence has begun and not ended; a heading with a comma is none."""
    prose = re.search(r"。|，.*，|,.*,", text) and not _HEADED.match(text)
    return bool(prose) and len(text) > 40 and ("一" <= text[-1] <= "鿿") and not _DAY.search(text[-16:])


def parted(lines: list[Line]) -> list[Line]:
    """A title before its text, and a signature behind it, on lines of their own."""
    found: list[Line] = []
    for at, line in enumerate(lines):
        match = _TITLE_AND_TEXT.fullmatch(line.text) if at < 8 and line.kind != ROW else None
        parts = [match["title"], match["text"]] if match else [line.text]
        if at >= len(lines) - 3 and line.kind != ROW:
            parts[-1:] = _signature_apart(parts[-1])
        found += [replace(line, text=part.strip()) for part in parts]
    return found


def _signature_apart(text: str) -> list[str]:
    match = _SIGNED.fullmatch(text)
    if match:
        return [part for part in match.group("text", "by", "day") if part]
    alone = _DAY.search(text)
    if (
        alone
        and alone.end() == len(text)
        and 0 < alone.start() <= 40
        and "。" not in text
        and "，" not in text
    ):
        return [text[: alone.start()], alone[0]]
    return [text]
