from dataclasses import replace

import pytest

from reports.checks import prose
from reports.document import Item, Passage, Section, Source
from tests.reports.checks.drafts import draft, prose_codes, reading_of
from tests.reports.documents import TARGET, VOLUNTEERS, document

HALF_WIDTH = ")"


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("组织300余名青年上阵。", "number_without_record"),
        ("举办两期培训班。", "number_without_record"),
        ("满意率达98%。", "percentage_without_record"),
        ("满意率达百分之九十八。", "percentage_without_record"),
        ("动员{志愿者}上阵。", "unknown_placeholder"),
        ("动员{}上阵。", "unknown_placeholder"),
        ("动员{志愿者合计}上阵。", "unknown_placeholder"),
        ("6月15日举行。", "date_after_as_of"),
        ("2020年12月举行。", "date_after_as_of"),
        ("六月举行。", "date_after_as_of"),
        ("青年\ufffd志愿者", "broken_character"),
        ("青年\ue000志愿者", "broken_character"),
        ("青年\x07志愿者", "broken_character"),
        (f"青年{chr(0xD842)}志愿者", "broken_character"),
        ("青年\u202e志愿者", "broken_character"),
        ("青年\u200b志愿者", "broken_character"),
        ("锟斤拷", "broken_character"),
        ("联系人电话13812345678。", "private_number"),
        ("联系人电话+86 138-1234-5678。", "private_number"),
        ("联系人电话１３８１２３４５６７８。", "private_number"),
        ("身份证36010320040315123X。", "private_number"),
        ("身份证360103040315123。", "private_number"),
        ("弘扬“雷锋精神。", "unpaired_mark"),
        ("学习》精神。", "unpaired_mark"),
        ("全体（扩大会议。", "unpaired_mark"),
        (f"全体（扩大{HALF_WIDTH}会议。", "unpaired_mark"),
        ("全体{扩大会议。", "unpaired_mark"),
        ("青年的的志愿服务。", "doubled_word"),
        ("开展了了活动。", "doubled_word"),
        ("进行进行动员。", "doubled_word"),
        ("共青团共青团员。", "doubled_word"),
        ("动员青年，，深入基层。", "doubled_word"),
    ],
)
def test_a_fault_in_a_sentence_is_found(text, code):
    assert prose_codes(draft(text)) == [code]


@pytest.mark.parametrize(
    "text",
    [
        "1月16日上午，区委第十二届九次全会之后，第57个学雷锋纪念日前后，五四运动101周年座谈会举行。",
        "5月29日，又于5月举行，去年12月启动。",
        "学习《三百名青年的故事》，喊出“两万人一条心”的口号，启动“6月15日行动”。",
        "值班电话0791-86591234，热线12355。",
        "文号赣青发〔2020〕123456789012号，编号123456789012345678。",
        "人人参与，天天有活动，常常走访，大大提升，层层落实，认认真真，的的确确。",
        "完成了了解情况的工作，开展对对口单位的走访，在在校学生中宣讲，以以人为本为原则。",
        "以志愿服务服务群众，一个一个走访，和和美美。",
        f"1{HALF_WIDTH}加强学习；2）深入基层；（3）总结（讲评）。",
        "《关于“五四”活动的通知》“《青年》读者”〔2020〕【要闻】（试行）。",
        "第一行\n第二行\t制表\r\n换行，𠮷㐂👍🏽👨\u200d👩\u200d👧。",
        "一批青年奔赴一线，一定一起守护。",
    ],
)
def test_a_sound_sentence_raises_no_alarm(text):
    assert prose_codes(draft(text)) == []


def test_the_text_of_a_figure_is_no_typed_number():
    assert prose_codes(document()) == []


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("又有300余名青年。", ["number_without_record"]),
        ("又有300名青年。", ["number_without_record"]),
        ("又有301余名青年。", ["number_without_record"]),
    ],
)
def test_a_number_in_own_words_is_not_borne_by_an_equal_one_beside_it(text, codes):
    [records, plan] = document().sections
    [item] = records.items
    passage = replace(item.passage, runs=(*item.passage.runs, text))
    sections = (replace(records, items=(replace(item, passage=passage),)), plan)

    assert prose_codes(document(sections=sections)) == codes


def test_an_opening_names_totals_instead_of_typing_them():
    found = list(
        prose.findings(reading_of(document(opening=Passage(("动员300余名志愿者，捐1万个，办2场。",)))))
    )

    assert [(finding.code, finding.place) for finding in found] == [
        ("typed_figure", "开头语"),
        ("number_without_record", "开头语"),
        ("number_without_record", "开头语"),
    ]
    assert [finding.message for finding in found][::2] == [
        "“300余名”是直接输入的，请改成 {志愿者}，让它随记录更新。",
        "“2场”没有记录支撑，请录入“活动数据”并在文中用花括号引用，或删去这个数字。",
    ]


def test_a_number_in_a_name_of_the_items_records_is_no_figure():
    item = Item(
        "常态化活动",
        Passage(("\n2020年3月5日，百名青年进百家企业。",)),
        sources=(Source("activity", 1, "百名青年进百家企业", ""),),
    )

    assert prose_codes(document(sections=(Section("部分", "records", (item,)),))) == []


def test_a_number_in_a_title_is_a_hint():
    assert prose_codes(draft("如期举行。", title="慰问100名青年")) == ["number_in_title"]


@pytest.mark.parametrize(
    ("kind", "code"),
    [
        ("records", "number_without_record"),
        ("written", "number_without_record"),
        ("follow_up", "number_without_record"),
        ("plan", "number_in_plan"),
    ],
)
def test_a_number_is_a_hint_only_in_the_plan(kind, code):
    assert prose_codes(draft("培训3期团干部。", kind=kind)) == [code]


def test_a_number_in_a_commitment_followed_up_is_a_hint():
    assert prose_codes(draft("完成。", kind="follow_up", title="培训3期团干部")) == ["number_in_plan"]


def test_a_number_in_a_commitment_that_is_its_target_raises_no_alarm():
    commitments = (
        Item("建设40个服务站", Passage(("（目标：", 0, "）"), (TARGET,))),
        Item("培训3期团干部"),
    )
    plan = Section("计划", "plan", (Item("志愿服务", children=commitments),))
    found = list(prose.findings(reading_of(document(sections=(plan,)))))

    assert [(finding.code, finding.place) for finding in found] == [
        ("number_in_plan", "一、1.（2）培训3期团干部")
    ]


@pytest.mark.parametrize(
    ("kind", "codes"), [("written", ["date_after_as_of"]), ("plan", []), ("follow_up", [])]
)
def test_a_later_date_may_stand_in_plan_and_follow_up(kind, codes):
    assert prose_codes(draft("7月启动。", kind=kind)) == codes


def test_a_later_date_without_a_year_says_how_it_was_understood():
    [finding] = prose.findings(reading_of(draft("12月启动。")))

    assert finding.message == (
        "“12月”（按2020年理解）在统计截止日2020年5月29日以后，请删去这句话，或核对日期和统计截止日。"
    )


def test_a_private_number_is_not_repeated_in_the_message():
    [finding] = prose.findings(reading_of(draft("电话13812345678。")))

    assert "13812345678" not in finding.message
    assert "138…" in finding.message


def test_a_private_number_is_found_wherever_it_prints():
    title = Item("电话13812345678", sources=(Source("activity", 1, "电话13912345678", ""),))
    found = document(
        title="电话13812345678",
        signature="13812345678",
        opening=Passage(("13812345678",)),
        sections=(Section("13812345678", "records", (title,)),),
    )

    assert prose_codes(found) == ["private_number"] * 5


def test_a_private_number_in_the_title_of_a_record_is_found_once():
    item = Item("条目", Passage(("如期举行。",)), sources=(Source("activity", 1, "电话13912345678", ""),))

    assert prose_codes(document(sections=(Section("部分", "records", (item,)),))) == ["private_number"]


def test_a_figure_between_two_marks_does_not_part_them():
    item = Item("条目", Passage(("“组织", 0, "青年”"), (VOLUNTEERS,)))

    assert prose_codes(document(sections=(Section("部分", "records", (item,)),))) == []
