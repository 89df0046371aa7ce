"""Names and texts as they are kept, whatever they were copied from."""

import unicodedata

import pytest

from toolkit import names
from toolkit.names.look_alikes import LOOK_ALIKES


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("张　三", "张三"),
        ("张 三丰", "张三丰"),
        ("欧阳 晓晓", "欧阳晓晓"),
        ("欧 阳 晓 晓", "欧阳晓晓"),
        ("王\u200b伟\ufeff", "王伟"),
        ("\u202d李敏\u202c", "李敏"),
        ("\uf0b7 李敏", "李敏"),
        ("• 李敏", "李敏"),
        ("⻢\u2f29⼤", "马小大"),
        ("⿓\uf900", "龍豈"),
        ("刘\ue863", "刘䶮"),
        *((f"阿迪力{dot}买买提", "阿迪力·买买提") for dot in "·•・･‧∙⋅．.﹒"),
        ("阿迪力 · 买买提", "阿迪力·买买提"),
        ("丁桑 (藏族)", "丁桑（藏族）"),
        ("高一（３）班团支部", "高一（3）班团支部"),
        ("John  Smith", "John Smith"),
        # Not padding, not a dot: what tells a list apart must not be lost.
        ("王伟 李敏", "王伟 李敏"),
        ("欧阳晓晓\t第一中学", "欧阳晓晓 第一中学"),
        ("1. 赵一", "1. 赵一"),
        ("三.赵一", "三.赵一"),
        ("周五、吴六", "周五、吴六"),
    ],
)
def test_name_of_a_person_is_kept_in_one_way(typed, kept):
    assert (names.person(typed), names.person(kept)) == (kept, kept)


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("共青团 西湖区委", "共青团西湖区委"),
        ("某街道团(工)委", "某街道团（工）委"),
        ("Save the Children (UK)", "Save the Children (UK)"),
    ],
)
def test_name_of_a_body_has_no_padding(typed, kept):
    assert names.name(typed) == kept


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("青春心向党　建功新时代", "青春心向党 建功新时代"),
        ("中国梦 • 劳动美", "中国梦·劳动美"),
        ("２０２０年ＱＱ群", "2020年QQ群"),
        ("增长1.5倍", "增长1.5倍"),
        ("团结\u2028奋进", "团结 奋进"),
        ("❤\ufe0f志愿红\u200b", "❤\ufe0f志愿红"),
    ],
)
def test_title_keeps_its_gaps_on_one_line(typed, kept):
    assert names.title(typed) == kept


def test_text_keeps_its_lines_marks_and_emoji():
    text = "第\u00ad一\u200b段，\ue000⼈数２人\x0b第二段\u2029👨\u200d👩\u200d👧 1\ufe0f\u20e3 A\u200dB\ufe0f"

    assert names.readable(text) == "第一段，人数２人\n第二段\n👨\u200d👩\u200d👧 1\ufe0f\u20e3 AB"


def test_every_radical_and_compatibility_ideograph_is_kept_as_its_character():
    blocks = (*range(0x2E80, 0x2FD6), *range(0xF900, 0xFAFF), *range(0x2F800, 0x2FA1E))
    assigned = [chr(code) for code in blocks if unicodedata.category(chr(code)) not in ("Cn",)]

    left = [letter for letter in assigned if letter.translate(LOOK_ALIKES) == letter]

    # One has no character of its own; the twelve are characters by themselves.
    assert "".join(left) == "⺀﨎﨏﨑﨓﨔﨟﨡﨣﨤﨧﨨﨩"
    assert not set("".join(LOOK_ALIKES.values())) & set(map(chr, LOOK_ALIKES))


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("欧阳晓晓", "欧阳同学"),
        ("诸葛小亮", "诸葛同学"),
        ("司马晓光", "司马同学"),
        ("阿迪力·买买提", "阿迪力同学"),
        ("阿迪力.买买提", "阿迪力同学"),
        ("欧　阳　晓", "欧阳同学"),
        ("歐陽曉", "歐陽同学"),
        ("⻢晓光", "马同学"),
        ("\u200b张小明", "张同学"),
        ("张王子涵", "张同学"),
        ("爱新觉罗启星", "爱新觉罗同学"),
        ("王某某", "王同学"),
        ("王XX", "王同学"),
        ("丁桑（藏族）", "丁同学"),
        ("欧阳", "欧同学"),  # nobody can tell which part is given
        ("扎西顿珠", "某同学"),
        ("阿依古丽", "某同学"),
        ("小明", "某同学"),
        ("John Smith", "某同学"),
        ("1. 赵一", "某同学"),
        ("", "某同学"),
    ],
)
def test_only_the_surname_of_a_minor_is_told(name, told):
    assert names.name_of_a_minor(name) == told
