"""What a person is told to look at before accepting."""

import pytest

from intake.proposing import propose
from intake.proposing.as_json import as_json
from intake.reading import cleaned, read

HEAD = "共青团临溪区委2023年工作总结\n一、工作情况\n"


def warned(words: str) -> list:
    found = as_json(propose(cleaned(read((HEAD + words).encode()))))
    return [(one["code"], found["source"][slice(*one["span"])]) for one in found["warnings"]]


@pytest.mark.parametrize(
    ("words", "code", "place"),
    [
        ("1、开展活动XX场。", "number_masked", "XX场"),
        ("1、2月30日，召开座谈会。", "no_such_day", "2月30日"),
        ("1、9月31日，召开座谈会。", "no_such_day", "9月31日"),
        (
            "1、发放礼包60份，每份价值150元，总价值8000元。",
            "product_differs",
            "60份，每份价值150元，总价值8000元",
        ),
        (
            "1、团干部74名，其中专职62名、兼职10名、挂职8名。",
            "parts_differ",
            "74名，其中专职62名、兼职10名、挂职8名",
        ),
        (
            "1、男青年30名、女青年25名参加，共计60名。",
            "parts_differ",
            "30名、女青年25名参加，共计60名",
        ),
        (
            "1、组织300余名青年清理河岸，第一组120人、第二组80人，累计200人次。",
            "people_or_attendances",
            "120人、第二组80人，累计200人次",
        ),
        ("1、参加人数达342人次。", "people_or_attendances", "人数达342人次"),
        ("1、服务群众50人（次）。", "people_or_attendances", "50人（次）"),
        (
            "1、三期培训分别有120人、80人参加，累计200人次。",
            "people_or_attendances",
            "120人、80人参加，累计200人次",
        ),
        (
            "1、授予李**等3名同志“优秀团员”称号。",
            "name_masked",
            "授予李**等3名同志“优秀团员”",
        ),
        (
            "1、召开全体（扩大）会议。1月6日，团区委召开全体（扩大）会议。"
            "\n2、开好第五次全体（扩大）会议。1月6日，会议召开。",
            "told_twice",
            "2、开好第五次全体（扩大）会议。1月6日，会议召开。",
        ),
    ],
)
def test_what_does_not_fit_is_shown_at_its_place(words, code, place):
    assert warned(words) == [(code, place)]


def test_what_fits_is_not_warned_of():
    assert (
        warned(
            "1、发放礼包60份，每份150元，总价值9000元。\n"
            "2、团干部74名，其中专职62名、兼职12名。\n3、2月28日，开展服务350人次。\n"
            "4、男青年30名、女青年30名，共计60名。\n5、走访8户、慰问10人，共计发放礼包60份。"
        )
        == []
    )


def test_a_change_carries_its_kind_and_its_direction():
    words = "1、志愿者同比增长12.5%，投诉率下降3个百分点，覆盖率提高到95%，活动比去年增加8场，新建站点6个。"

    found = as_json(propose(cleaned(read((HEAD + words).encode()))))

    assert [
        (one["text"], one["value"], one["kind"], one["direction"])
        for one in found["sections"][0]["items"][0]["figures"]
    ] == [
        ("12.5%", "12.5", "growth", "up"),
        ("3个百分点", "3", "growth", "down"),
        ("95%", "95", "rate", None),
        ("8场", "8", "growth", "up"),
        ("6个", "6", "things", None),
    ]


def test_a_masked_recipient_is_unknown_and_the_others_are_kept():
    found = as_json(propose(cleaned(read((HEAD + "授予王某、赵*、刘星3名同志“优秀团员”称号。").encode()))))

    assert [(one["count"], one["recipients"]) for one in found["awards"]] == [(3, ["刘星"])]
    assert [one["code"] for one in found["warnings"]] == ["name_masked"]


def test_parts_are_not_held_against_a_number_of_another_item():
    text = "1.4月2日，组织60名团员祭扫。\n2.召开大会，其中男生30名、女生40名，共70名学生参加。"

    assert warned(text) == []
