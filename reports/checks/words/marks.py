"""Checks of marks and characters: broken ones, unpaired ones, half-width ones, words typed twice."""

import re
from collections.abc import Iterator

from reports.checks.words.slips import Slip

# Replacement characters, private use, controls but tab and line breaks, invisible marks (not
# the joiner in emoji), lone halves of a pair, and the well-known debris of a wrong encoding.
_BROKEN = re.compile(
    r"[\ufffd\ufffe\uffff\ue000-\uf8ff\U000f0000-\U0010ffff\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f"
    r"\u00ad\u200b\u2060\u202a-\u202e\u2066-\u2069\ufeff\ud800-\udfff]|锟斤拷|烫烫烫|屯屯屯"
)
_CLOSING = {"》": "《", "”": "“", "）": "（", ")": "(", "〕": "〔", "】": "【", "}": "{"}
_LIST_NUMBER = re.compile(r"[\d一二三四五六七八九十]")  # before a bracket that closes nothing: 1)
# A word twice. First function words, each with what may follow when the second belongs to
# another word (完成了了解, 对对口), then words of two characters and more, but not 一个一个.
_DOUBLED = re.compile(
    r"的的(?!确|士)|了了(?!解|却|结|然)|和和(?!美|气|睦|平|谐)|与与(?!会)|及及(?!时|早)|在在(?![校职岗建编册线场读押])"
    r"|是是(?!非|否)|为为(?!民|期)|以以(?![人往下上来及])|对对(?![口象外方标])|就就(?![业地读近医餐职])|并并|被被|或或|而而|也也|都都"
    r"|([，。、；：])\1"
    r"|(?![一二三四五六七八九十两几很非许特哈]|(?<=愿)服务)([\u4e00-\u9fff])(?!\2)([\u4e00-\u9fff]{1,5})\2\3"
)
# A half-width mark between Chinese words, or brackets and quotation marks around them.
_HAN = r"\u4e00-\u9fff"
_HALF_WIDTH = re.compile(
    rf"(?<=[{_HAN}”》）%〕])[,;:?!](?=\s?[{_HAN}“《（\d]|\s*$)|(?<=\d)[,;?!](?=[{_HAN}“《（])"
    rf"|(?<=[{_HAN}”》）])\.(?=[{_HAN}“《（]|\s*$)"
    rf"|\((?=[^()（）\n]{{0,60}}[{_HAN}][^()（）\n]{{0,60}}\))|\"(?=[{_HAN}][^\"\n]{{0,60}}\")",
    re.MULTILINE,
)
_FULL_WIDTH = {",": "，", ";": "；", ":": "：", "?": "？", "!": "！", ".": "。", "(": "（）", '"': "“”"}


def broken_characters(text: str) -> Iterator[Slip]:
    """有乱码或看不见的字符。"""
    for match in _BROKEN.finditer(text):
        names = match[0] if len(match[0]) > 1 else f"U+{ord(match[0]):04X}"
        around = _BROKEN.sub("□", text[max(0, match.start() - 6) : match.end() + 6])
        words = f"“{around}”里有乱码或看不见的字符（{names}），请重新录入这几个字。"
        yield Slip("broken_character", *match.span(), words)


def unpaired_marks(text: str) -> Iterator[Slip]:
    """书名号、引号、括号没有成对：the last opened is closed first."""
    open_marks, wrong = [], []
    for at, mark in enumerate(text):
        if mark in _CLOSING.values():
            open_marks.append((at, mark))
        elif mark in _CLOSING:
            if open_marks and open_marks[-1][1] == _CLOSING[mark]:
                open_marks.pop()
            elif not (mark in "）)" and at and _LIST_NUMBER.match(text[at - 1])):
                wrong.append((at, mark))
    if unpaired := wrong + open_marks:
        marks = "、".join(dict.fromkeys(mark for _, mark in unpaired))
        at = min(unpaired)[0]
        yield Slip("unpaired_mark", at, at + 1, f"{marks} 没有成对，请补上或删去。")


def doubled_words(text: str) -> Iterator[Slip]:
    """一个词打了两遍。"""
    for match in _DOUBLED.finditer(text):
        yield Slip("doubled_word", *match.span(), f"“{match[0]}”疑似重复输入，请核对。")


def half_width_marks(text: str) -> Iterator[Slip]:
    """中文里用了半角标点。"""
    for match in _HALF_WIDTH.finditer(text):
        words = f"“{match[0]}”是半角标点，中文里请用“{_FULL_WIDTH[match[0]]}”。"
        yield Slip("half_width_mark", *match.span(), words)
