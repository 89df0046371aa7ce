"""One form for what is typed: half width, no idle space, amounts as 20000元 (￥20000, 贰万元整)."""

import re

_PLAIN_FORMS = str.maketrans(
    "０１２３４５６７８９．％＋～－−﹣‐‑‒", "0123456789.%+~------", "\u200b\u2060\ufeff"
)
# 贰万叁仟元整, as receipts have it; ￥5000 and 5万RMB.
_IN_FULL = re.compile(r"(?<![零壹贰叁肆伍陆柒捌玖拾佰仟万亿])[零壹贰叁肆伍陆柒捌玖拾佰仟万亿]++[元圆]")
_FULL_FORMS = str.maketrans("壹贰叁肆伍陆柒捌玖拾佰仟圆", "一二三四五六七八九十百千元")
_AMOUNT = r"(?<![0-9,，.])[0-9]++(?:[,，][0-9]{3}(?![0-9]))*+(?:\.[0-9]++)?[余多]?[百千万亿]*+[余多]?"
_CURRENCY = re.compile(
    rf"(?:[￥¥]|RMB|CNY)\s?(?P<before>{_AMOUNT})元?|(?P<behind>{_AMOUNT})\s?(?:RMB|CNY)", re.IGNORECASE
)
_SPACED_THOUSANDS = re.compile(r"(?<![0-9])[0-9]{1,3}(?:\s[0-9]{3})++(?![0-9])")
_SPACE = re.compile(r"(?<![0-9])\s++|\s++(?![0-9])")


def normal(wording: str) -> str:
    """The wording in half width, with no space but between two numbers, money as 5000元."""
    text = wording.translate(_PLAIN_FORMS).strip()
    text = _IN_FULL.sub(lambda match: match[0].translate(_FULL_FORMS), text)
    text = _CURRENCY.sub(lambda match: f"{match['before'] or match['behind']}元", text)
    text = _SPACED_THOUSANDS.sub(lambda match: re.sub(r"\s", "", match[0]), text)
    return _SPACE.sub("", text)
