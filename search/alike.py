"""What sounds or looks alike: for offering a word that a reader may have meant."""

import re
from collections.abc import Iterator

from pypinyin import lazy_pinyin

# Sounds that many take for one, in Jiangxi as elsewhere in the south: zh and z, n and l, ang and an.
_COARSER = ((re.compile("^([zcs])h"), r"\1"), (re.compile("^l"), "n"), (re.compile("ng$"), "n"))
# Characters often written or recognised for one another.
_LOOKING_ALIKE = """
    己已巳 未末 土士 日曰 人入八 干千于 天夭 大太犬 木本术 王玉主 田由甲申 目自 白百 鸟乌 免兔 今令
    午牛 刀力 又叉 贝见 师帅 治冶 拔拨 折拆析 侯候 徽微 辩辨瓣 幕墓慕募暮 坐座 戊戌戍 茶荼 栗粟 晴睛
    清情请青 历厉 宣宜 恭暴 团困因 志忘 心必 雷霄 锋峰 罩卓 河何 护沪 爱受 暖缓 冬各 述迷 职织识 旗棋
    季李 光先 捐损 驿译 粘站 活话 动劝 防访 疫疾 赛塞 读续 植值 区巨 抚扰 杆杄 圆园 处外 复夏 席度 弟第
    考老 孝考 思恩 技枝 环坏 组祖 建健 卫工
"""


def syllables(text: str) -> list[str]:
    """How each letter of the text sounds, a letter that is no Chinese character as it is written."""
    return lazy_pinyin(text, errors=list)


def sound_of(told: list[str]) -> str:
    """One sound for all that is easily taken for one another."""
    return " ".join(map(_coarse, told))


def looking_alike(word: str) -> Iterator[str]:
    """The word with one of its letters exchanged for one that looks alike."""
    for place, letter in enumerate(word):
        for other in _ALIKE.get(letter, ()):
            yield word[:place] + other + word[place + 1 :]


def _coarse(syllable):
    for pattern, wide in _COARSER:
        syllable = pattern.sub(wide, syllable)
    return syllable


def _alike():
    told = {}
    for group in _LOOKING_ALIKE.split():
        for letter in group:
            told.setdefault(letter, set()).update(set(group) - {letter})
    return {letter: sorted(others) for letter, others in told.items()}


_ALIKE = _alike()
