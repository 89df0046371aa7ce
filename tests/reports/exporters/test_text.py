from reports.exporters.text import render
from tests.reports.documents import OFFICIAL, document


def test_text_prints_the_whole_report_a_paragraph_a_line():
    assert render(document(state="issued")) == (
        "2020年上半年工作总结\n"
        "\n"
        "今年以来，\n"
        "现将情况汇报如下。\n"
        "\n"
        "一、服务青年\n"
        "1.应急志愿服务\n"
        "组织300余名青年志愿者，捐赠口罩1万个。\n"
        "\n"
        "二、下半年计划\n"
        "1.志愿服务\n"
        "坚持常态化。\n"
        "（1）建设服务站（目标：40个）\n"
        "\n"
        "某团区委\n"
        "2020年5月29日\n"
    )


def test_text_of_a_draft_says_that_it_is_not_issued():
    assert render(document()).splitlines()[:2] == ["2020年上半年工作总结", "（未签发）"]


def test_text_of_an_empty_report_is_its_title():
    assert render(
        document(
            state="issued", sections=(), opening=document().opening.__class__(), signature="", signed_on=None
        )
    ) == ("2020年上半年工作总结\n")


def test_text_of_an_official_document_names_its_parts_in_their_order():
    lines = render(document(state="issued", red_head="某团区委文件", formalities=OFFICIAL)).splitlines()

    assert lines[:7] == [
        "000001",
        "机密★5年",
        "特急",
        "签发人：张三、欧阳小明、李四",
        "2020年上半年工作总结",
        "",
        "团市委、区委办公室：",
    ]
    assert lines[-3:] == [
        "",
        "抄送：区委组织部、区文明办，各街道团工委。",
        "某团区委办公室　2020年5月30日印发",
    ]
