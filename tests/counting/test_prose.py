from decimal import Decimal

import pytest

from counting import ABOUT, AT_LEAST, BELOW, EXACT, Count
from counting.grammar.numerals import value_of
from counting.prose import counts_in


@pytest.mark.parametrize(
    ("sentence", "value", "unit", "precision"),
    [
        ("组织300余名青年志愿者", "300", "名", AT_LEAST),
        ("组织 300 余名青年", "300", "名", AT_LEAST),
        ("发动３００名青年", "300", "名", EXACT),
        ("参与捐助342人次", "342", "人次", EXACT),
        ("成立14支队伍", "14", "支", EXACT),
        ("成立十四支队伍", "14", "支", EXACT),
        ("捐赠口罩1万个", "10000", "个", EXACT),
        ("合计9,000元", "9000", "元", EXACT),
        ("合计9，000元", "9000", "元", EXACT),
        ("筹款1.5万元", "15000", "元", EXACT),
        ("筹款10余万元", "100000", "元", AT_LEAST),
        ("培训两期团干部", "2", "期", EXACT),
        ("表彰三名同志", "3", "名", EXACT),
        ("近百名青年参加", "100", "名", ABOUT),
        ("百余人到会", "100", "人", AT_LEAST),
        ("一百零五人到会", "105", "人", EXACT),
        ("三万名青年", "30000", "名", EXACT),
        ("十余万人次", "100000", "人次", AT_LEAST),
        ("约500人观看", "500", "人", ABOUT),
        ("超过500人观看", "500", "人", AT_LEAST),
        ("授予6个基层团（工）委", "6", "个", EXACT),
        ("服务2个小时", "2", "小时", EXACT),
        ("服务120小时", "120", "小时", EXACT),
        ("召开三次会议", "3", "次", EXACT),
        ("走访5家企业", "5", "家", EXACT),
        ("走访3万家企业", "30000", "家", EXACT),
        ("目前3名同志在岗", "3", "名", EXACT),
        ("新建1个站点", "1", "个", EXACT),
        ("300名师生参加", "300", "名", EXACT),
        ("十几名同志", "10", "名", AT_LEAST),
        ("300名以上团员", "300", "名", AT_LEAST),
        ("300人左右到会", "300", "人", ABOUT),
        ("不足百人到会", "100", "人", BELOW),
        ("入会率达62.9%，", "62.9", "%", EXACT),
        ("百分之六十的团支部", "60", "%", EXACT),
        ("附近300人围观", "300", "人", EXACT),
        ("服务两个半小时", "2.5", "小时", EXACT),
    ],
)
def test_a_number_with_a_measure_word_is_counted(sentence, value, unit, precision):
    [found] = counts_in(sentence)

    assert found.count == Count(Decimal(value), unit, precision)
    assert found.text in sentence


@pytest.mark.parametrize(
    "sentence",
    [
        # dates and spans of time
        "2020年以来",
        "1月16日上午",
        "2020年上半年",
        "坚持三个月",
        "历时3个月",
        "5个工作日内",
        "全天24小时值守",
        "24小时不打烊",
        "八小时以外的青年",
        "五一期间",
        "十一期间",
        # ordinals and anniversaries
        "第57个学雷锋纪念日",
        "第十届委员会",
        "第3至5期培训班",
        "第一、二次会议",
        "十六届三次全会",
        "区委第十二届九次全会",
        "区委九次全会精神",
        "综合考核进入前三名",
        "位列前10位",
        "五四运动101周年",
        # names, places and set phrases
        "区政府六号楼三楼会议室",
        "地铁1号线",
        "三支一扶人员",
        "中央八项规定精神",
        "做到两个维护",
        "党建、团建、队建三位一体",
        "服务千家万户",
        "八一起义纪念馆",
        "庆祝六一儿童节",
        "西湖区第三支部",
        "12355青少年服务台",
        "三人篮球赛",
        # no number
        "一批先进典型",
        "奔赴一线",
        "一定要",
        "一起行动",
        "按“三定”要求三定到位",
        "一场仪式",
        "一个品牌",
        "二期工程",
        "数百名青年",
        "几次会议",
        "多项活动",
        "从三个方面着手",
        "全国两会",
        "每名团员",
    ],
)
def test_what_is_no_counted_number_is_left_alone(sentence):
    assert list(counts_in(sentence)) == []


def test_a_range_in_prose_is_one_count():
    [found] = counts_in("每场10至20人参加")

    assert (found.text, found.count) == ("10至20人", Count(Decimal(10), "人", "range", Decimal(20)))


def test_counts_stand_in_order_and_each_place_is_told():
    found = counts_in("三名同志、14支队伍，又有14支队伍")

    assert [typed.text for typed in found] == ["三名", "14支", "14支"]


@pytest.mark.parametrize(
    ("numeral", "value"),
    [
        ("两", 2),
        ("十", 10),
        ("十四", 14),
        ("二十", 20),
        ("三百二十", 320),
        ("一百零五", 105),
        ("三千六百", 3600),
        ("两万", 20_000),
        ("百万", 1_000_000),
        ("三亿", 300_000_000),
    ],
)
def test_value_of_a_chinese_numeral(numeral, value):
    assert value_of(numeral) == value
