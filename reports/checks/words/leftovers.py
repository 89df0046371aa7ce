"""Checks for what an earlier text left behind: blanks to fill, lines of a website, another year."""

import re
from collections.abc import Collection, Iterator

from reports.checks.words.quotations import without_quotations
from reports.checks.words.slips import Slip

BRACES = re.compile(r"\{([^{}]*)\}")  # what a draft still shows in braces named no figure
_UNITS = "年|月|日|名|人|个|场|次|元|万|支|期|项|户|家|份|位|件|余|同志|单位|街道|社区|学校|村|镇|区|市|县"
_NUMERALS = "〇○一二三四五六七八九十"  # 二○二○年 is a year
_TO_FILL = re.compile(
    rf"(?<![A-Za-z0-9])(?:[XxＸｘ×✕]{{1,9}}\s?|[*＊＿_□]{{1,9}})(?={_UNITS})"
    r"|(?<![A-Za-z])[XxＸｘ]{2,9}(?![A-Za-z])|[×✕]{2,9}|[＿_]{2,}+"
    rf"|(?<![{_NUMERALS}])○++(?![{_NUMERALS}])"
    r"|[（(【\[](?:此处|这里|待[补填定核]|请[填补])[^）)】\]\n]{0,30}[）)】\]]|待补充|(?<![A-Za-z])(?:TODO|TBD)"
)
_NO_BLANK = re.compile(r"[XxＸｘ](?:光|射线|轴)|\d\s?[×xX*]\s?\d")
_ADVERT = re.compile(
    r"(?:https?://|www\.)[^\s，。；）]{1,80}"
    r"|(?:更多|精品|相关)(?:范文|文章|资料|模板)|范文(?:网|大全|参考|模板)|(?:文档|文件|资料|全文|免费|点击|立即)下载"
    r"|转载请注明|版权归|本文(?:来源|来自|由)|来源于?网络|点击(?:查看|阅读|进入|关注)|阅读原文|扫码关注|长按识别"
    r"|添?加微信|广告(?:合作|位|投放)|限时优惠|优惠价"
)
_YEAR = re.compile(
    r"(?<![\d.])(?P<year>(?:19|20)\d{2})年"
    r"(?!度|级|版|届|代|[^，。；\n]{0,12}?(?:出生|成立|创办|创立|建团|入团|入党))"
)
# A year that somebody compares with, counts from or works towards belongs to no other report.
_IS_MEANT = re.compile(r"[自从较比与和同到至于前后—–~-]\s?$")


def blanks_to_fill(text: str) -> Iterator[Slip]:
    """留有没有填的空：X月X日、XX名、○。"""
    for match in _TO_FILL.finditer(text):
        start, end = match.span()
        if not _NO_BLANK.match(text, start) and not (start and _NO_BLANK.match(text, start - 1)):
            around = text[max(0, start - 4) : end + 4].replace("\n", " ").strip()
            yield Slip("left_to_fill", start, end, f"“{around}”还有空没有填，请补上或删去。")


def unknown_placeholders(text: str) -> Iterator[Slip]:
    """花括号里写了没有的数据名称。"""
    for match in BRACES.finditer(text):
        yield Slip("unknown_placeholder", *match.span(), unknown_placeholder(match[1].strip()))


def unknown_placeholder(name: str) -> str:
    return f"没有名为“{name[:30]}”的数据可以填进花括号，请核对数据名称，或去掉花括号。"


def adverts(text: str) -> Iterator[Slip]:
    """留有网页上的广告或出处。"""
    for match in _ADVERT.finditer(text):
        yield Slip("advert", *match.span(), f"“{match[0]}”像是从网页带来的，请核对，不要的请删去。")


def other_years(text: str, years: Collection[int]) -> Iterator[Slip]:
    """写了不属于本期的年份，可能是旧稿留下的。"""
    for match in _YEAR.finditer(without_quotations(text)):
        is_meant = _IS_MEANT.search(text[max(0, match.start() - 2) : match.start()])
        if int(match["year"]) not in years and not is_meant:
            words = f"“{match['year']}年”不在本期以内，可能是旧稿留下的，请核对。"
            yield Slip("other_year", *match.span(), words)


def year_told(text: str) -> int | None:
    """The year that a text is about: its title's, else one that it names twice and more often than others."""
    title = text.lstrip().partition("\n")[0]
    if "。" not in title and (match := re.search(r"(?:19|20)\d{2}(?=年)", title)):
        return int(match[0])
    found = [int(match["year"]) for match in _YEAR.finditer(without_quotations(text))]
    often = sorted(((found.count(year), year) for year in set(found)), reverse=True)
    is_one = often and often[0][0] > 1 and (len(often) == 1 or often[0][0] > often[1][0])
    return often[0][1] if is_one else None
