"""Words that say how exact a number is, before it or behind it: 近, 不足, 左右, 以上."""

import re

from counting.grammar.refusals import Refused, shown
from counting.kinds import ABOUT, AT_LEAST, BELOW, EXACT

_WORDS_BEFORE = {
    AT_LEAST: "超过 超出 超 逾 至少 最少 不少于 不低于 不下 不下于 不止 多于 高于 大于 突破",
    ABOUT: "约 大约 约为 约有 大约有 约计 约莫 约摸 估计 大概 大概有 大致 近 将近 接近 近乎 差不多",
    BELOW: "不足 不到 不满 未满 不超过 未超过 少于 低于 小于 不多于 至多 最多",
}
# They belong to a number and say nothing of how exact it is.
_PLAIN_WORDS = {EXACT: "共 共有 共计 合计 累计 总计 计 达 达到 高达 多达 为 有 整整 了"}
_WORDS_BEHIND = {
    AT_LEAST: "以上 及以上 之上 有余 开外 出头",
    ABOUT: "左右 上下",
    BELOW: "以下 及以下 以内 之内",
    EXACT: "不等 整",
}


def _by_word(words: dict[str, str]) -> dict[str, str]:
    return {word: precision for precision, together in words.items() for word in together.split()}


_BEFORE, _PLAIN, _BEHIND = map(_by_word, (_WORDS_BEFORE, _PLAIN_WORDS, _WORDS_BEHIND))
_OTHER_WORD_BEHIND = {"整": "(?![治改顿理合体个齐洁修装容编])"}  # 三项整治 is no round 三项
_ANY_BEHIND = re.compile(
    "|".join(word + _OTHER_WORD_BEHIND.get(word, "") for word in sorted(_BEHIND, key=len, reverse=True))
)
_LONGEST = 3
# The same characters at the end of another word: 附近, 节约.
_OTHER_WORDS = {
    "近": "附最远靠临邻亲就",
    "约": "节签预制契公条特违相邀赴大",
    "超": "高赶",
    "了": "为",
    "为": "行认作成因",
}


def words_before(lead: str, *, plain: bool) -> tuple[set[str], int]:
    """What the words at the end of ``lead`` say, and where they begin; also 共计 and such where ``plain``."""
    words = _BEFORE | _PLAIN if plain else _BEFORE
    said, at = set(), len(lead)
    sizes = range(_LONGEST, 0, -1)
    while size := next((size for size in sizes if _is_word(lead, at, size, words)), 0):
        said.add(words[lead[at - size : at]])
        at -= size
    return said, at


def _is_word(lead: str, at: int, size: int, words: dict) -> bool:
    word = lead[at - size : at] if at >= size else ""
    before = lead[at - size - 1 : at - size]
    return word in words and not (before and before in _OTHER_WORDS.get(word, ""))


def words_behind(text: str, at: int) -> tuple[set[str], int]:
    """What the word that begins there says, and where it ends."""
    match = _ANY_BEHIND.match(text, at)
    return ({_BEHIND[match[0]]}, match.end()) if match else (set(), at)


def together(said: set[str], wording: str) -> str:
    """The precision that several words say: the weakest, and never at least and below at once."""
    if {AT_LEAST, BELOW} <= said:
        raise Refused(f"{shown(wording)}既说“至少”又说“不足”，请只留一种说法。")
    return next((precision for precision in (ABOUT, BELOW, AT_LEAST) if precision in said), EXACT)
