"""The text as the patterns see it: every character in its place, each mark and digit written one way."""

import re

_MARKS = str.maketrans(
    ",;:!?()．０１２３４５６７８９％〜~－—–「」『』", "，；：！？（）.0123456789%～～-——“”‘’"
)
# A dot behind Chinese is a full stop, but not that of 一. at the beginning of a line.
_STOP = re.compile(
    r"(?m)(?P<number>^[ \t]*[一二三四五六七八九十]{1,3})\."
    r"|(?<=[\u4e00-\u9fff”）])\.(?=[\u4e00-\u9fff0-9“\s]|$)(?![0-9]{1,2}[万亿]?(?:元|%))"
)
_STRAIGHT = re.compile(r'"([^"\n]{1,60})"')
_DECIMAL = re.compile(r"(?<=[0-9])[，：](?=[0-9])")


def shadow(text: str) -> str:
    """As long as the text, for matching only: what is shown to people is the text itself."""
    text = _STRAIGHT.sub(r"“\1”", text)
    seen = _STOP.sub(lambda match: match[0] if match["number"] else "。", text.translate(_MARKS))
    return _DECIMAL.sub(lambda match: text[match.start()], seen)
