"""Checks of the words: numbers, dates, names of figures, marks, characters, private numbers."""

import re
import unicodedata
from collections.abc import Iterator

import counting
from activities.models import Activity
from reports.checks.days import dates_in
from reports.checks.findings import Finding, finding
from reports.checks.reading import Piece, Reading
from reports.composing.figures import summed

_BRACES = re.compile(r"\{([^{}]*)\}")  # what a draft still shows in braces named no figure
# Replacement characters, private use, controls but tab and line breaks, invisible marks (not
# the joiner in emoji), lone halves of a pair, and the well-known debris of a wrong encoding.
_BROKEN = re.compile(
    r"[\ufffd\ufffe\uffff\ue000-\uf8ff\U000f0000-\U0010ffff\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f"
    r"\u00ad\u200b\u2060\u202a-\u202e\u2066-\u2069\ufeff\ud800-\udfff]|锟斤拷|烫烫烫|屯屯屯"
)
_PRIVATE = {
    "手机号码": re.compile(r"(?<!\d)(?:\+?86[- ]?)?1[3-9]\d[- ]?\d{4}[- ]?\d{4}(?!\d)"),
    "身份证号码": re.compile(
        r"(?<!\d)[1-9]\d{5}(?:"
        r"(?:19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{3}[\dXx]"
        r"|\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{3}"
        r")(?![\dXx])"
    ),
}
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


def findings(reading: Reading) -> Iterator[Finding]:
    for piece in reading.pieces:
        for check in (_characters, private_numbers, _placeholders, _marks, _doubled):
            yield from check(piece)
        if piece.kind not in ("front", "plan", "follow_up"):
            yield from _dates(piece, reading)
        if piece.kind != "front":
            yield from _numbers(piece, reading)


def _characters(piece: Piece) -> Iterator[Finding]:
    if match := _BROKEN.search(piece.text):
        names = match[0] if len(match[0]) > 1 else f"U+{ord(match[0]):04X}"
        around = _BROKEN.sub("□", piece.text[max(0, match.start() - 6) : match.end() + 6])
        words = f"“{around}”里有乱码或看不见的字符（{names}），请重新录入这几个字。"
        yield _of(piece, "broken_character", words)


def private_numbers(piece: Piece) -> Iterator[Finding]:
    """Also in the titles of the records, which go out with the sources."""
    labels = [source.label for source in piece.sources if piece.is_title or piece.kind == "opening"]
    printed = unicodedata.normalize("NFKC", "\n".join((piece.text, *labels)))
    for kind, pattern in _PRIVATE.items():
        if match := pattern.search(printed):
            shown = f"{match[0][:3]}…"
            yield _of(piece, "private_number", f"写有{kind}（{shown}），总结会公开，请删去。")


def _placeholders(piece: Piece) -> Iterator[Finding]:
    for name in dict.fromkeys(inner.strip() for inner in _BRACES.findall(piece.text)):
        units = _unlike_units(piece, name)
        if units:
            words = f"“{{{name}}}”要加的数据不是同一种（{'、'.join(units)}），不能相加，请分别写出。"
            yield _of(piece, "sum_of_unlike", words)
        else:
            words = f"没有名为“{name[:30]}”的数据可以填进花括号，请核对数据名称，或去掉花括号。"
            yield _of(piece, "unknown_placeholder", words)


def _unlike_units(piece: Piece, name: str) -> list[str]:
    """The units of the figures that a name like 志愿者合计 asks to add; none where it asks for no sum."""
    if not name.endswith("合计"):
        return []
    activities = [record for record in piece.records if isinstance(record, Activity)]
    figures = [figure for activity in activities for figure in activity.figures.all()]
    parts = [figure for figure in figures if f"{figure.name}合计" == name]
    try:
        summed(name, parts)
    except counting.UnlikeFigures:
        return list(dict.fromkeys(part.unit for part in parts))
    return []


def _marks(piece: Piece) -> Iterator[Finding]:
    """Paired marks, the last opened closed first."""
    open_marks, wrong = [], []
    for at, mark in enumerate(piece.text):
        if mark in _CLOSING.values():
            open_marks.append(mark)
        elif mark in _CLOSING:
            if open_marks and open_marks[-1] == _CLOSING[mark]:
                open_marks.pop()
            elif not (mark in "）)" and at and _LIST_NUMBER.match(piece.text[at - 1])):
                wrong.append(mark)
    if unpaired := dict.fromkeys(wrong + open_marks):
        words = f"{'、'.join(unpaired)} 没有成对，请补上或删去。"
        yield _of(piece, "unpaired_mark", words)


def _doubled(piece: Piece) -> Iterator[Finding]:
    for text in dict.fromkeys(match[0] for match in _DOUBLED.finditer(piece.text)):
        yield _of(piece, "doubled_word", f"“{text}”疑似重复输入，请核对。")


def _dates(piece: Piece, reading: Reading) -> Iterator[Finding]:
    document = reading.document
    late = {}
    for text, day in dates_in(piece.prose, document.start, document.end):
        if day > document.as_of:
            late[text] = day
    for text, day in late.items():
        as_of = f"{document.as_of.year}年{document.as_of.month}月{document.as_of.day}日"
        implied = "" if str(day.year) in text else f"（按{day.year}年理解）"
        words = f"“{text}”{implied}在统计截止日{as_of}以后，请删去这句话，或核对日期和统计截止日。"
        yield _of(piece, "date_after_as_of", words)


def _numbers(piece: Piece, reading: Reading) -> Iterator[Finding]:
    prose = piece.typed
    for typed in counting.counts_in(prose):
        key = counting.key_of(typed.count)
        name = reading.figures_to_name(piece).get(key)
        if name and not piece.is_title:
            words = f"“{typed.text}”是直接输入的，请改成 {{{name}}}，让它随记录更新。"
            yield _of(piece, "typed_figure", words)
        elif not name and not reading.is_borne(piece, key):
            yield from _number_without_record(piece, typed)


def _number_without_record(piece: Piece, typed) -> Iterator[Finding]:
    if typed.count.kind not in counting.NEVER_SUMMED:
        yield _count_without_record(piece, typed.text)
    elif piece.kind not in ("plan", "follow_up"):
        words = f"比例“{typed.text}”没有记录支撑，请核对它的来源。"
        yield _of(piece, "percentage_without_record", words)


def _count_without_record(piece: Piece, text: str) -> Finding:
    if piece.kind == "plan" or (piece.kind == "follow_up" and piece.is_title):
        words = f"计划里的“{text}”没有设成目标；如果要对照完成，请填在任务的“目标数”里。"
        return _of(piece, "number_in_plan", words)
    if piece.is_title:
        words = f"标题里的“{text}”没有记录支撑；如果不是名称的一部分，请录入活动的“数据”。"
        return _of(piece, "number_in_title", words)
    words = f"“{text}”没有记录支撑，请录入活动的“数据”并在文中用花括号引用，或删去这个数字。"
    return _of(piece, "number_without_record", words)


def _of(piece: Piece, code: str, message: str) -> Finding:
    return finding(code, message, piece.place, piece.sources)
