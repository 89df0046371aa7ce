"""Rosters as people paste them: who is read of each, and what is not."""

import pytest

from intake.rosters.reading import read


def people(text, **told):
    """Name, unit and post of each, with what else is told where anything is."""
    return [
        (one.name, one.unit, one.post, *one.remarks, *filter(None, (one.phone, one.doubt)))
        for one in read(text, **told).entries
    ]


def skipped(text, **told):
    return [(one.line, one.why) for one in read(text, **told).skipped]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("王伟\n李敏\n\n 赵一 ", ["王伟", "李敏", "赵一"]),
        ("王伟、李敏，赵一；周五", ["王伟", "李敏", "赵一", "周五"]),
        ("王伟  李敏   赵一", ["王伟", "李敏", "赵一"]),
        ("王伟\t李敏\t赵一", ["王伟", "李敏", "赵一"]),
        ("张　三　　李　四　　王小明", ["张三", "李四", "王小明"]),
        (
            "张 三\n欧阳 娜娜\n欧 阳 娜 娜\n司马 光\n王 小 明",
            ["张三", "欧阳娜娜", "欧阳娜娜", "司马光", "王小明"],
        ),
        (
            "1. 赵一\n2、钱二\n3孙三\n④ 李四\n（五）周五\n六、吴六\n7 郑七",
            ["赵一", "钱二", "孙三", "李四", "周五", "吴六", "郑七"],
        ),
        ("１１．王伟\n2-李敏\n3。赵一\n第4名 钱二\n[5] 孙三", ["王伟", "李敏", "赵一", "钱二", "孙三"]),
        ("张𠮷\n王䶮", ["张𠮷", "王䶮"]),
        ("①王伟②李敏 ③赵一", ["王伟", "李敏", "赵一"]),
        ("1.王伟 2.李 敏 3.赵一", ["王伟", "李敏", "赵一"]),
        ("阿迪力.买买提\n\u200b古丽•阿不都\n丁桑", ["阿迪力·买买提", "古丽·阿不都", "丁桑"]),
        ("王伟、李敏等2名同志", ["王伟", "李敏"]),
    ],
)
def test_names_come_out_of_any_list(text, names):
    assert people(text) == [(name, "", "") for name in names]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("欧阳晓晓\t第一中学", [("欧阳晓晓", "第一中学", "")]),
        ("1\t第一中学\t王伟\t团委书记", [("王伟", "第一中学", "团委书记")]),
        (
            "王伟 第一中学 团委书记\n李敏 江边街道 干事",
            [("王伟", "第一中学", "团委书记"), ("李敏", "江边街道", "干事")],
        ),
        ("王伟  第一中学团委书记", [("王伟", "第一中学", "团委书记")]),
        ("王伟（女）第一中学", [("王伟", "第一中学", "", "女")]),
        ("丁桑（藏族）第一中学团委书记", [("丁桑", "第一中学", "团委书记", "藏族")]),
        ("王伟|第一中学|教师", [("王伟", "第一中学", "教师")]),
        ("1,王伟,第一中学", [("王伟", "第一中学", "")]),
        ("江边街道团工委书记钱七", [("钱七", "江边街道", "团工委书记")]),
        ("第一中学：王伟、李敏", [("王伟", "第一中学", ""), ("李敏", "第一中学", "")]),
        (
            "第一中学（2人）\n王伟\n李敏\n第二中学\n王伟",
            [("王伟", "第一中学", ""), ("李敏", "第一中学", ""), ("王伟", "第二中学", "")],
        ),
        (
            "王伟（第一中学）、李敏（江边街道团工委书记）",
            [("王伟", "第一中学", ""), ("李敏", "江边街道", "团工委书记")],
        ),
        (
            "3\t古丽\t第二中学\t教师\n4\t王伟\t宣传部\t科员",
            [("古丽", "第二中学", "教师"), ("王伟", "宣传部", "科员")],
        ),
    ],
)
def test_unit_and_post_stand_in_any_order(text, found):
    assert people(text) == found


def test_headed_columns_hold_what_their_headings_say():
    text = "序号\t所在单位\t姓 名\t性别\t民族\t职务\t手机号码\n1\t天元\t王伟\t男\t汉族\t组长\t13800138000\n"

    assert people(text) == [("王伟", "天元", "组长", "男", "汉族", "13800138000")]
    assert skipped(text) == [(1, "表头")]


def test_two_tables_beside_each_other_are_one_roster():
    text = "姓名\t单位\t姓名\t单位\n王伟\t一中\t李敏\t二中\n赵一\t三中\t\t"

    assert people(text) == [("王伟", "一中", ""), ("李敏", "二中", ""), ("赵一", "三中", "")]


def test_remarks_in_brackets_are_kept_apart_from_the_name():
    assert people("丁桑（藏族）\n王伟（女，回族）、李敏(女)") == [
        ("丁桑", "", "", "藏族"),
        ("王伟", "", "", "女", "回族"),
        ("李敏", "", "", "女"),
    ]
    assert people("赵一[女]、钱二【苗族】、孙三（五（2）班）") == [
        ("赵一", "", "", "女"),
        ("钱二", "", "", "苗族"),
        ("孙三", "五（2）班", ""),
    ]


def test_what_is_nobody_is_skipped_with_the_reason():
    text = "优秀共青团员（2名）\n王伟\n无\n李敏\n合计2人"

    assert skipped(text) == [(1, "标题"), (3, "没有读出姓名"), (5, "合计")]
    assert read(text).announced == 2


@pytest.mark.parametrize(
    ("text", "announced"),
    [
        ("王伟、李敏、赵一等47人", 47),
        ("王伟、李敏、\n赵一等47名同志。", 47),
        ("第一中学：王伟、李敏等5人\n第二中学：赵一等3人\n钱二", 9),
        ("王伟、李敏等2人", None),
    ],
)
def test_a_list_that_names_but_some_says_how_many_there_are(text, announced):
    assert read(text).announced == announced


def test_a_column_may_hold_now_a_phone_now_an_identity_number():
    found = read("王伟 13800138000\n李敏 110101199003074514").entries

    assert [(one.phone, one.identity) for one in found] == [("13800138000", ""), ("", "110101199003074514")]


def test_what_may_be_no_name_is_doubted():
    assert people("王*强\n第一小学六年级优秀队员\n" + "长" * 121) == [
        ("王*强", "", "", "姓名有遮挡"),
        ("第一小学六年级优秀队员", "", "", "看起来不像姓名"),
        ("长" * 120, "", "", "超过120个字"),
    ]


def test_bodies_keep_what_stands_in_their_names():
    text = "序号\t单位\n1\t第一中学团委\n（三）天元公司团（总）支部（5人）\n江边街道团工委、宣传部团支部"

    assert [one[0] for one in people(text, of_bodies=True)] == [
        "第一中学团委",
        "天元公司团（总）支部",
        "江边街道团工委",
        "宣传部团支部",
    ]


@pytest.mark.parametrize("piece", ["王", "（", "，", "1、", "（王", "第一中学", "王伟（女，回族）、", "王 "])
def test_a_line_of_one_thing_again_and_again_is_read_at_once(piece):
    read("\n".join([piece * (9_999 // len(piece))] * 10))
