"""Documents as ugly as real ones, and what a clerk would read in them."""

from pathlib import Path

import pytest

from intake.proposing import propose
from intake.proposing.as_json import as_json
from intake.reading import Unreadable, cleaned, read

DOCUMENTS = Path(__file__).parent / "documents"


def proposed(data: bytes) -> dict:
    return as_json(propose(cleaned(read(data))))


def of_document(name: str) -> dict:
    return proposed((DOCUMENTS / f"{name}.txt").read_bytes())


def outline(found: dict) -> list:
    return [
        (
            section["kind"],
            section["heading"],
            [item["title"] or item["text"][:8] for item in section["items"]],
        )
        for section in found["sections"]
    ]


def test_a_quarter_from_a_web_page_is_read_without_the_page():
    found = of_document("quarter_from_a_web_page")

    assert found["committee"] == "共青团临江区委员会"
    assert found["period"] == {"label": "2021年第一季度", "start": "2021-01-01", "end": "2021-03-31"}
    assert found["signed_on"] == "2021-04-06"
    assert outline(found) == [
        ("opening", "", ["2021年，在区"]),
        (
            "records",
            "开展“青春情暖”系列主题活动",
            ["开展“团暖归途”春运志愿服务“暖冬行动”", "开展“团暖一线”慰问及送温暖公益活动"],
        ),
        ("records", "强化思想引领", ["抓好学习教育", "用好新媒体", "选树典型"]),
        ("records", "夯实组织基础", ["推进基层团组织建设", "加强团干部队伍建设"]),
        ("problems", "存在的问题", ["基层团组织活力不足", "新媒体运用不够"]),
        ("plan", "下一步工作打算", ["深化思想引领", "推进组织建设"]),
    ]
    second = found["sections"][1]["items"][1]
    assert [(one["text"], one["value"]) for one in second["figures"]] == [
        ("36名", "36"),
        ("1.2万元", "12000"),
        ("61.35万元", "613500"),
    ]
    assert [one["title"] for one in second["activities"]] == [
        "“团暖一线”慰问及送温暖公益活动",
        "“爱心认购”义卖活动",
    ]
    assert [one["code"] for one in found["warnings"]] == ["number_masked"]
    assert found["unplaced"] == []


def test_a_decision_and_its_roll_are_one_list_of_honours():
    found = of_document("commendation_with_roll")

    assert (found["status"], found["signed_on"]) == ("commendation", "2022-04-28")
    assert [(one["title"], one["count"], len(one["recipients"])) for one in found["awards"]] == [
        ("2022年度临江区五四红旗团委", 8, 8),
        ("临江区五四红旗团支部", 15, 1),
        ("临江区优秀共青团员", 30, 1),
        ("临江区优秀共青团干部", 12, 12),
    ]
    assert {one["direction"] for one in found["awards"]} == {"given"}


def test_traditional_characters_run_together_on_one_line_are_parted():
    found = of_document("traditional_on_one_line")

    assert [(kind, heading) for kind, heading, _ in outline(found)] == [
        ("opening", ""),
        ("records", "思想引领"),
        ("records", "组织建设"),
        ("plan", "2020年工作计划"),
    ]
    assert [(one["text"], [figure["value"] for figure in one["targets"]]) for one in found["plan"]] == [
        ("1.开展志愿服务100场。", ["100"]),
        ("2.发展新团员1500名。", ["1500"]),
    ]


def test_nobody_is_commended_by_a_list_put_up_for_objections():
    found = proposed(
        "2023年度优秀团员拟表彰对象公示\n现将拟授予张三等3名同志“优秀团员”称号予以公示。".encode()
    )

    assert (found["status"], found["awards"]) == ("publicity", [])
    assert [(one["title"], one["count"]) for one in found["nominees"]] == [("优秀团员", 3)]


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        (b"", "文件里没有文字。"),
        (bytes(range(256)), "这不是文字文件，可能是改了扩展名的图片或程序，请选择 TXT、DOCX 或 PDF 文件。"),
        (b"PK\x03\x04 no package", "这份 Word 文件已损坏，读不出来，请用 WPS 或 Word 打开后另存再试。"),
        (b"%PDF-1.7 no document", "这份 PDF 已损坏，读不出来，请重新导出再试。"),
        (b"x" * (21 * 2**20), "文件有21 MB，超过20 MB，请只留文字，分成几份再试。"),
    ],
)
def test_a_file_that_cannot_be_read_says_why(data, sentence):
    with pytest.raises(Unreadable) as refusal:
        read(data)

    assert str(refusal.value) == sentence


def test_an_activity_says_where_by_whom_with_whom_and_who_was_there():
    found = of_document("partners_places_people")

    assert [
        (
            one["title"],
            one["place"] and one["place"]["text"],
            [body["text"] for body in one["organizers"]],
            [body["text"] for body in one["partners"]],
            [(person["name"], person["post"]) for person in one["people"]],
        )
        for item in found["sections"][0]["items"]
        for one in item["activities"]
    ] == [
        (
            "“守护清水河”启动仪式",
            "清水河湿地公园",
            ["团县委"],
            ["县生态环境局", "县水利局"],
            [("罗建华", "副县长"), ("邱敏", "团县委书记")],
        ),
        ("“缘来南屏”青年交友活动", "县体育馆", ["团县委"], ["县总工会", "县妇联"], []),
        ("团县委携手南屏农商银行走进石桥镇", None, ["团县委"], ["南屏农商银行"], []),
    ]


def test_news_names_nobody_who_only_seems_to_have_a_post():
    found = of_document("news_with_people")

    assert [
        (
            one["title"],
            one["place"]["text"],
            [body["text"] for body in one["organizers"] + one["partners"]],
            [(person["name"], person["post"]) for person in one["people"]],
        )
        for item in found["sections"][0]["items"]
        for one in item["activities"]
    ] == [
        (
            "全区优秀学生团日活动展评大会",
            "区青少年宫三楼报告厅",
            [],
            [("何蔓", "团区委组织部部长"), ("周启明", "副区长")],
        ),
        ("“守护一河清水”行动", "滨河公园", ["团区委", "区环保局"], []),
    ]


def test_several_activities_of_one_item_are_several_records():
    found = of_document("several_activities_in_one_item")

    assert [
        (one["title"], [day["start"] for day in one["dates"]], [figure["text"] for figure in one["figures"]])
        for item in found["sections"][0]["items"]
        for one in item["activities"]
    ] == [
        ("团县委联合县医院在龙门乡开展义诊", ["2022-07-10"], ["96名"]),
        ("暑期夏令营开营仪式", ["2022-07-22"], ["48名"]),
        ("县青年企业家协会到石桥小学捐赠电脑20台", ["2022-08-15"], ["20台"]),
        ("举办招聘会2场", ["2022-08-01"], ["2场", "310人"]),
        ("开展直播带岗5场", ["2022-09-01"], ["5场", "2.6万人次"]),
    ]


def test_what_those_with_an_honour_ought_to_do_is_no_honour():
    text = "关于值班的通知\n今年获得先进的科室要带头做好表率。获得优秀团员称号的应当珍惜荣誉。"

    assert as_json(propose(cleaned(read(text.encode()))))["awards"] == []
