"""One way to write each character: no look-alikes, nothing invisible, simplified, no stray spaces."""

import re
from dataclasses import replace
from functools import cache

from intake.reading.lines import ROW, Line
from toolkit.names.look_alikes import LOOK_ALIKES, STRAY

_HAN = r"\u4e00-\u9fff"
# Some sites print the sound of a character behind it: 報(bào)訊(xùn).
_SOUND = re.compile(rf"(?<=[{_HAN}])[(（][a-zāáǎàēéěèīíǐìōóǒòūúǔùüǖǘǚǜńň]{{1,6}}[)）]")
_DOUBLED_MARK = re.compile(r"([，。；：、！？])\1+")
_QUOTED = re.compile(r"“[^”\n]{0,60}”|《[^》\n]{0,60}》|\"[^\"\n]{0,60}\"")
_LETTER = rf"{_HAN}0-9，。；：、！？（）“”《》〈〉—…·％%"
_GAP = re.compile(
    rf"(?<=[{_LETTER},;:!?()])[ \u3000]+(?=[{_LETTER},;:!?()])(?![0-9]{{1,2}}[:：][0-9]{{2}})"  # 9-18 21:00
)
# 4. 6 万 and 61 .3 of a copy are one number; 2. 6 at the beginning of a line is a numbered 6.
_POINT = re.compile(
    r"(?<=[0-9])[ \u3000]+(?=[.．][ \u3000]*[0-9])"
    r"|(?<=[0-9][.．])[ \u3000]+(?=[0-9]{1,4}[ \u3000]*(?:[万亿]|%|元|倍|个百|小时|吨|公里|公斤|亩|米))"
)
_BEFORE_POINT = re.compile(r"(?<=[0-9])[ \u3000]+(?=[.．])")  # 1 .党史学习
_LIST_BEFORE = re.compile(r"(?:^|[。；;:：])[ \u3000]*[0-9]{1,2}[.．]$")
_DECIMAL_NUMBER = re.compile(
    r"[0-9]{1,2}(?:(?:[.．][0-9]{1,2}){1,2}(?=[ \u3000])|(?=[ \u3000]20[0-9]{2}年))"
)  # 1.2 5月4日…
_NUMBER_NEXT = re.compile(
    r"(?:[一二三四五六七八九十]{1,2}是|[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十0-9]{1,3}[)）]|[0-9]{1,2}[、.．](?![0-9])|[①-⑳])"
)
_ROLL = re.compile(rf"[{_HAN}·（）()]{{1,24}}(?:[ \t\u3000、]+[{_HAN}·（）()]{{1,24}})+")
_TITLE = re.compile(r"[^。，,；;]{4,60}(?:总结|汇报|报告|情况|总结[及和与暨].{2,16}(?:计划|打算|思路|安排))")
# 共 青 团 江 口 区 委: a line set wide, not a roll of names.
_SET_WIDE = re.compile(rf"[{_HAN}0-9](?:[ \u3000]+[{_HAN}0-9]){{5,}}")
_OFFICIAL = re.compile("团委|[区县市]委|委员会|总结|报告|汇报|决定|名单|公示|通报|协会")
_PROSE = re.compile(r"[，。；：！？,;:!?“”]")
# Characters that only the traditional script has; a few may stand in a name of a simplified text.
_ONLY_TRADITIONAL = re.compile(
    "[團區員會動務學習這個為與開實際關組織產業發現時間來說對應當過還進兩們從國際東車長門]"
)


def plain(lines: list[Line]) -> list[Line]:
    """The lines with each character written one way and no spaces within words."""
    texts = [_cleaned(line.text) for line in lines]
    if _is_traditional(texts):
        texts = [_simplified(text) for text in texts]
    return [
        replace(line, text=text if line.kind == ROW else _closed_up(text))
        for line, text in zip(lines, texts, strict=True)
    ]


def _cleaned(text: str) -> str:
    text = STRAY.sub("", text.translate(LOOK_ALIKES)).replace("\xa0", " ")
    return _DOUBLED_MARK.sub(r"\1", _SOUND.sub("", text)).strip()


def _is_traditional(texts: list[str]) -> bool:
    sample = "".join(texts)[:20_000]
    return len(_ONLY_TRADITIONAL.findall(sample)) * 50 > len(sample)


@cache
def _converter():
    import opencc

    return opencc.OpenCC("t2s")


def _simplified(text: str) -> str:
    """Character for character; a phrase that would change length stays as it was copied."""
    return _converter().convert(text)


def _closed_up(text: str) -> str:
    """Without spaces inside words and numbers; those of a roll of names and of a quoted title stay."""
    if " " not in text and "\u3000" not in text:
        return text
    if not _PROSE.search(text) and _ROLL.fullmatch(text):
        words = re.sub(r"[ \u3000]", "", text)
        return words if _SET_WIDE.fullmatch(text) and _OFFICIAL.search(words) else text
    text = _BEFORE_POINT.sub("", _POINT.sub(lambda match: _joint(text, match), text))
    number = _DECIMAL_NUMBER.match(text)
    quoted = [*_QUOTED.finditer(text)]

    def closed(match):
        at = match.start()
        if number and at == number.end():
            return " "
        within = next((one for one in quoted if one.start() < at < one.end()), None)
        if within and _is_slogan(within[0]):
            return " "
        keep = _NUMBER_NEXT.match(text, match.end()) or _TITLE.fullmatch(text, 0, at)
        return " " if keep else ""

    return _GAP.sub(closed, text)


def _is_slogan(quoted: str) -> bool:
    """“学党史 跟党走” and “讲好党史故事 传承红色基因”, but not a torn “五四 红旗团委”."""
    sizes = [len(part) for part in re.split(r"[ \u3000]+", quoted[1:-1])]
    return len(set(sizes)) == 1 or min(sizes) >= 4 or bool(re.search("[A-Za-z《]", quoted[1:]))


def _joint(text: str, match: re.Match) -> str:
    """Nothing, where the point is that of a number; the space behind the number of an item stays."""
    return match[0] if _LIST_BEFORE.search(text[max(0, match.start() - 8) : match.start()]) else ""
