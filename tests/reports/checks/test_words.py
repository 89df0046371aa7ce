"""What the checks of words say of any text, each with a sentence that is sound beside one that is not."""

from time import process_time

import pytest

from reports.checks.words import proofread

CARD = "6222021234567890128"


def said_of(text):
    return [(slip.code, text[slip.start : slip.end]) for slip in proofread(text)]


@pytest.mark.parametrize(
    ("text", "code", "at"),
    [
        ("X月X日举行。", "left_to_fill", "X"),
        ("会议由团区委××主持。", "left_to_fill", "××"),
        ("动员xx名青年。", "left_to_fill", "xx"),
        ("覆盖○个社区。", "left_to_fill", "○"),
        ("参加人员：____。", "left_to_fill", "____"),
        ("举行仪式（此处补照片）。", "left_to_fill", "（此处补照片）"),
        ("更多范文请访问。", "advert", "更多范文"),
        ("转载请注明出处。", "advert", "转载请注明"),
        ("2019年工作总结\n2018年以来，扎实推进。", "other_year", "2018年"),
        ("截止5月底，稳步推进。", "as_of_word", "截止"),
        ("报名时间截至，逾期不候。", "as_of_word", "截至"),
        ("一是抓学习；三是抓落实。", "gap_in_order", "三是"),
        ("一要学；二要做；二要评。", "gap_in_order", "二要"),
        ("第一，抓学习。第三，抓落实。", "gap_in_order", "第三，"),
        ("扎实推进,取得成效。", "half_width_mark", ","),
        ("扎实推进.", "half_width_mark", "."),
        ("团区委(扩大)会议。", "half_width_mark", "("),
        ('弘扬"雷锋精神"。', "half_width_mark", '"'),
        ("人员构成（2+10+74=87）。", "sum_differs", "2+10+74=87"),
        ("服务300人（次）。", "people_and_times", "人（次）"),
        (f"账号{CARD}。", "private_number", CARD),
        ("账号6222 0212 3456 7890 128。", "private_number", "6222 0212 3456 7890 128"),
        ("联系QQ：123456789。", "private_number", "QQ：123456789"),
        ("家住阳明路18号3单元502室。", "private_number", "家住阳明路18号3单元502室"),
        ("王伟，1990年5月出生。", "private_number", "1990年5月出生"),
        ("五（3）班李小华朗诵。", "minor_named", "李小华"),
        ("服务20万余青年。", "number_without_measure", "20万余"),
        ("阅读量近20余万，", "number_without_measure", "20余万"),
        ("走访三百余家庭。", "number_without_measure", "三百余"),
    ],
)
def test_a_fault_is_found_where_it_stands(text, code, at):
    assert (code, at) in said_of(text)


@pytest.mark.parametrize(
    "text",
    [
        "百万青年建功，十万大学生留昌，两万五千里长征，编号20万号，一百多年来。",
        "二○二○年，体检做X光，举办3×3篮球赛，推广“3+X”模式。",
        "关注“青春红谷”公众号，欢迎报名。",
        "2020年工作总结\n与2019年同期相比更好，自2015年起坚持，2019年度优秀，《2018年通知》，到2025年建成。",
        "截至5月底稳步推进，报名截止，截止到目前顺利。",
        "一是抓学习；二是抓落实；三是抓提升。一是学，二是做。",
        "五一是劳动节；一是一，二是二。",
        "时间：9:30，比例1:3，A,B,C，v2.0，3.5，http。",
        "1)加强学习；2)深入基层。",
        "编号123456789012345678，文号20201234567，QQ群里交流。",
        "活动在阳明路18号举行，在3号楼502室开会。",
    ],
)
def test_a_sound_sentence_raises_no_alarm(text):
    assert said_of(text) == []


@pytest.mark.parametrize(
    ("text", "whole"),
    [
        ("共87人，其中男2人、女84人。", "87人"),
        ("共87人，其中干部2人、教师10人、学生74人。", "87人"),
        ("筹款8万元，其中市级3万元、本区4.5万元。", "8万元"),
        ("共87人，其中团员90人。", "87人"),
        ("慰问党员20人、团员10人，共计31人。", "31人"),
        ("两校87人，分别为40人、46人。", "87人"),
    ],
)
def test_parts_that_do_not_add_up_are_found_at_the_whole(text, whole):
    assert [slip for slip in said_of(text) if slip[0] == "sum_differs"] == [("sum_differs", whole)]


@pytest.mark.parametrize(
    "text",
    [
        "共87人，其中男2人、女85人。",
        "共86人（2+10+74=86）。",
        "共200人，其中党员30人、团员40人。",
        "共80余人，其中男2人、女70人。",
        "共87人，其中团员30人，慰问老人10人、儿童20人。",
        "慰问党员20人、团员10人，共计30人。",
        "发放口罩300个，慰问20人、走访10户，共计30天。",
    ],
)
def test_parts_that_may_add_up_are_left_alone(text):
    assert [slip for slip in said_of(text) if slip[0] == "sum_differs"] == []


@pytest.mark.parametrize(
    ("text", "at"),
    [
        ("300人参加学习。本次参加300人次。", ["300人次"]),
        ("服务群众2000人次，上半年服务群众1800人。", ["1800人"]),
        ("服务群众2000人次，培训干部180人。", []),
    ],
)
def test_people_and_attendances_of_one_thing_are_found(text, at):
    assert [words for code, words in said_of(text) if code == "people_and_times"] == at


def test_all_that_is_wrong_is_told_in_the_order_of_the_text():
    text = "动员{志愿者}，电话１３８１２３４５６７８，组织300名青年，又有300名，参学率90%，学习“雷锋。"

    assert said_of(text) == [
        ("unknown_placeholder", "{志愿者}"),
        ("private_number", "１３８１２３４５６７８"),
        ("number_without_record", "300名"),
        ("number_without_record", "300名"),
        ("percentage_without_record", "90%"),
        ("unpaired_mark", "“"),
    ]


LONG = "“ 《“ （团 1+ 共1人，其中1人、 一是 X ○ ＿ 2020年 6222 家住 百 团, 共计1人、"


@pytest.mark.parametrize("part", LONG.split())
def test_reading_takes_no_longer_than_the_text_is_long(part):
    def taken(times):
        start = process_time()
        proofread(part * times)
        return process_time() - start

    # Thirty-two times the text; a pattern that tries every pair of places would take a thousand times.
    assert taken(64_000) < 300 * taken(2_000) + 1
