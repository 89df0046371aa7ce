"""Whether an honour was given by the committee itself or received from above."""

import re

from intake.extracting.awards.parts import GIVEN, RECEIVED
from intake.extracting.awards.words import NATIONAL

_HIGHER = re.compile(r"全国|国家|中央|省|自治区|兵团|教育部|团中央|中国")
_OF_CITY = re.compile(r"市级|全市|团市委|市委|市政府|[\u4e00-\u9fff]{2}市|市优秀|市“|市五四|市青年|市少")
_OWN = {
    "区": r"团?区委|区级|全区|我区",
    "县": r"团?县委|县级|全县|我县",
    "市": r"团?市委|市级|全市",
    "省": r"团?省委|省级|全省",
}
_OWN_PLACE = (
    r"^[了为“]*(?:[\u4e00-\u9fff]{{2,3}}市)?[\u4e00-\u9fff]{{2,3}}{}(?!级)"  # 驻马店市“青年文明号” to a city
)


def direction_of(by: str, who: str, rest: str, level: str) -> str:
    """From above, or from nobody named, it was received; from the committee itself it was given."""
    own = re.compile(_OWN.get(level, "$^"))
    if not by and level in _OWN and re.search(_OWN_PLACE.format(level), rest):
        return GIVEN
    if by and own.search(by):
        return GIVEN
    higher = NATIONAL if level == "省" else _HIGHER
    if by or higher.search(rest[:24]) or (level not in ("市", "省") and _OF_CITY.search(rest[:24])):
        return RECEIVED
    return GIVEN if own.search(rest[:14]) else RECEIVED
