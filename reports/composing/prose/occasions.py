"""What an activity was held on: 在第57个学雷锋纪念日之际, 为纪念五四运动101周年, 春运期间."""

import re
from collections.abc import Sequence

from reports.composing.prose.titles import bare

_TOLD = re.compile(
    r"(?:在|值|借|以|为|围绕|按照|根据|结合|趁|恰逢|适逢).|.*(?:之际|期间|前夕|前后|当[天日])$"
)
_AIM = re.compile(r"纪念(?!日|馆|碑|活动)|庆祝|迎接|贯彻|落实|响应|助力|深化|推动|弘扬")
_STRETCH = re.compile(r"(?:[春暑]运|[假汛学]期|[寒暑长]假|疫情|月|周|季|年)$")


def occasion_told(occasion: str, titles: Sequence[str], year: int | None) -> str:
    """The occasion with what an office puts around it; nothing where a title says it."""
    text = bare(occasion).removeprefix(f"{year}年")
    if not text or any(text in title for title in titles):
        return ""
    if _TOLD.match(text):
        return f"{text}，"
    if _AIM.match(text):
        return f"为{text}，"
    return f"{text}期间，" if _STRETCH.search(text) and "周年" not in text else f"在{text}之际，"
