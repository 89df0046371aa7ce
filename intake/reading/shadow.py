"""The text as the patterns see it: every character in its place, each mark and digit written one way."""

import re

_MARKS = str.maketrans(",;:!?()．０１２３４５６７８９％〜~－—–", "，；：！？（）.0123456789%～～-——")
_STOP = re.compile(r"(?<=[\u4e00-\u9fff”）])\.(?=[\u4e00-\u9fff0-9“\s]|$)")
_DECIMAL = re.compile(r"(?<=[0-9])[，：](?=[0-9])")


def shadow(text: str) -> str:
    """As long as the text, for matching only: what is shown to people is the text itself."""
    seen = _STOP.sub("。", text.translate(_MARKS))
    return _DECIMAL.sub(lambda match: text[match.start()], seen)
