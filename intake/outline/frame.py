"""Title and signature: what stands around the text."""

import re

from intake.outline.parts import NOTHING, Span
from intake.reading.lines import ROW, Source

_TITLE = re.compile(
    r"(?:总结|小结|汇报|报告|情况|通报|决定|公示|名单|通知|公告|计划|要点|综述|大事记|共青团|简报|统计表?|一览表)(?:[（(][^）)]{1,20}[）)])?$|工作总结.{0,20}$"
)
_LETTER = re.compile(r".{0,30}(?:感谢信|表扬信|贺信|慰问信|公开信|倡议书)")
_BEGINS_TEXT = re.compile(r"[一二三四五]、|[(（][一1][)）]")
_HAN = re.compile("[\u4e00-\u9fff]")
_SHORTEST = 5  # 调研报告 alone is the page's word for a kind of document
# A line that is a document's number, whom it is for, or no sentence but a paragraph: no title.
_NO_TITLE = re.compile(
    r"[。；;]|^[一二三四五]、|^[0-9]{1,2}[)）、.]|^【|现将|[：:]$|〔[0-9]{4}〕|\[[0-9]{4}\]|[，,].*[，,].*[，,]"
)
_YEAR = re.compile("20[0-9]{2}")
_DAY = re.compile(
    r"（?(?P<day>(?:20|19)[0-9]{2}年[0-9]{1,2}月[0-9]{1,2}日|二[〇○零ОO0][〇○零一二三四五六七八九ОO0]{2}年[一二三四五六七八九十]{1,2}月[一二三四五六七八九十]{1,3}日"
    r"|20[0-9]{2}[-./][0-9]{1,2}[-./][0-9]{1,2})）?\s*$"
)
_SIGNER = re.compile(
    r"(?:中国)?(?:共青团|团|共产主义青年团)[^，。；：\n]{1,30}$|[^，。；：\n]{2,24}(?:委员会|团[区县市]委|团工?委|团总支|团支部|志愿者协会|办公室|少工委|青联)(?:（[^）]{1,8}）)?$"
)


def title_of(source: Source) -> Span:
    """The line, or the two lines, at the top that name the document."""
    for at, line in enumerate(source.lines[:8]):
        words = line.text.strip()
        if line.kind == ROW or len(words) > 70 or re.search(r"[。；]|^[一二三四五]、", words):
            break
        if _NO_TITLE.search(words):
            continue
        following = source.lines[at + 1].text if at + 1 < len(source.lines) else ""
        named = (at == 0 and following.startswith("【")) or _LETTER.fullmatch(words)
        if not named and (not _TITLE.search(words) or len(words) < _SHORTEST):
            continue
        if _is_fuller(following, words):
            continue
        start = source.starts[at]
        above = source.lines[at - 1].text if at else ""
        if at and len(words) <= 24 and _SIGNER.fullmatch(above) and not _SIGNER.match(words):
            start = source.starts[at - 1]
        return Span(start, source.starts[at] + len(line.text))
    return _headline(source)


def _is_fuller(following: str, words: str) -> bool:
    """团委半年工作总结, the page's word for the kind, above the title that says whose and of when."""
    titled = len(following) <= 70 and _TITLE.search(following) and not _NO_TITLE.search(following)
    return bool(titled and _YEAR.search(following) and not _YEAR.search(words))


def _headline(source: Source) -> Span:
    """A short first line above a long one: the title of a piece of news."""
    for at, line in enumerate(source.lines[:5]):
        words, following = line.text.strip(), source.lines[at + 1 : at + 3]
        if _BEGINS_TEXT.match(words) or len(words) > 45:
            return NOTHING
        if line.kind == ROW or _NO_TITLE.search(words) or len(_HAN.findall(words)) < 6:
            continue
        told = any(re.search(r"[，,。]", one.text) and len(one.text) > 40 for one in following)
        if 8 <= len(words) <= 45 and words[-1] not in "，,、！？" and told:
            return Span(source.starts[at], source.starts[at] + len(line.text))
    return NOTHING


def signature_of(source: Source, seen: str) -> tuple[Span, Span]:
    """Who signed and when, from the last lines; either may be missing. A roll in an annex may follow them."""
    lines = list(zip(source.lines, source.starts, strict=True))
    for at in range(len(lines) - 1, max(-1, len(lines) - 400), -1):
        line, start = lines[at]
        if line.kind == ROW or len(line.text) > 45:
            continue
        match = _DAY.search(seen[start : start + len(line.text)])
        if not match or match.start() > 32 or re.search(r"[，。；]", line.text):
            continue
        day = Span(start + match.start("day"), start + match.end("day"))
        if match.start():
            return Span(start, start + match.start()), day
        above, above_start = lines[at - 1] if at else (None, 0)
        if above and len(above.text) <= 40 and _SIGNER.fullmatch(above.text.strip("（）() ")):
            return Span(above_start, above_start + len(above.text)), day
        if at >= len(lines) - 3:
            return NOTHING, day
    last, start = lines[-1] if lines else (None, 0)
    if last and len(lines) > 2 and len(last.text) <= 30 and _SIGNER.fullmatch(last.text):
        return Span(start, start + len(last.text)), NOTHING
    return NOTHING, NOTHING
