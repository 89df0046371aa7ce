import pytest

from reports.checks import wholes
from reports.composing.compose import compose
from tests.factories import FigureFactory
from tests.reports.checks.drafts import activity, composed_reading

pytestmark = pytest.mark.django_db


def found(report):
    return [(one.code, one.message) for one in wholes.findings(composed_reading(report))]


def stated(told, *wordings, **values):
    return [
        FigureFactory(activity=told, name=name, wording=wording, **values)
        for name, wording in (one.split(maxsplit=1) for one in wordings)
    ]


def divided(told, whole, *parts, **values):
    [figure] = stated(told, whole, **values)
    return figure, stated(told, *parts, part_of=figure)


def totals(report):
    return {one.label: one.text for one in compose(report).totals if one.label != "开展活动"}


def test_figures_that_add_up_to_another_are_asked_about_until_they_are_said_to_be_its_parts(report, area):
    grant = activity(area, title="助学金发放")
    whole, city, own = stated(grant, "助学金 8万元", "市级筹集 3万元", "本区自筹 5万元")

    assert totals(report) == {"款物金额": "16万元"}
    assert found(report) == [
        (
            "unsaid_parts",
            "“市级筹集”3万元、“本区自筹”5万元加起来正好是“助学金”8万元，都计入了合计，可能算了两次；"
            "如果它们是其中的一部分，请在“属于（其中）”里填“助学金”。",
        )
    ]

    for part in (city, own):
        part.part_of = whole
        part.save()
    assert totals(report) == {"款物金额": "8万元"}
    assert found(report) == []


@pytest.mark.parametrize(
    ("figures", "asked"),
    [
        (("参加 74人", "团员 62人", "党员 10名", "其他 2人"), 1),
        (("参加 74人", "团员 62人", "嘉宾 9人", "党员 10名", "其他 2人"), 1),
        (("参加 74人", "团员 62人", "党员 10名"), 0),
        (("参加 74人", "志愿者 74人"), 0),
        (("款物 5元", "志愿者 2人", "队员 3人"), 0),
        (("到场 80余名", "团员 50余名", "党员 30余名"), 1),
        (("率 60%", "一 20%", "二 40%"), 0),
        (("团支部 截至5月底，团支部5个", "机关 2个", "学校 3个"), 0),
    ],
)
def test_only_what_adds_up_is_asked_about(report, area, figures, asked):
    stated(activity(area), *figures)

    assert [code for code, _ in found(report)] == ["unsaid_parts"] * asked


@pytest.mark.parametrize(
    ("whole", "parts", "is_all", "code"),
    [
        ("参加 74人", ("团员 62人", "党员 10名", "其他 2人"), True, None),
        ("参加 74人", ("团员 62人", "党员 13名"), False, "parts_exceed"),
        ("参加 74人", ("团员 62人", "党员 10名"), False, None),
        ("参加 74人", ("团员 62人", "党员 10名"), True, "parts_differ"),
        ("参加 74人", ("团员 60余人", "党员 20余名"), False, "parts_exceed"),
        ("参加 70余人", ("团员 62人", "党员 13名"), True, None),
        ("参加 约70人", ("团员 62人", "党员 13名"), False, None),
        ("参加 约70人", ("团员 62人", "党员 23名"), False, "parts_exceed"),
        ("参加 60至70人", ("团员 62人", "党员 13名"), False, "parts_exceed"),
        ("参加 不足70人", ("团员 62人", "党员 不足20名"), False, None),
    ],
)
def test_parts_are_checked_against_their_whole_as_far_as_it_is_exact(
    report, area, whole, parts, is_all, code
):
    divided(activity(area), whole, *parts, parts_are_all=is_all)

    assert [one for one, _ in found(report)] == ([code] if code else [])


def test_what_differs_is_said_with_the_sums(report, area):
    divided(activity(area, title="一"), "参加 74人", "团员 62人", "党员 13名")
    divided(activity(area, title="二"), "参加 74人", "团员 62人", "党员 10名", parts_are_all=True)

    assert found(report) == [
        ("parts_exceed", "“参加”74人，其中“团员”62人、“党员”13名，加起来超过了它，请核对。"),
        (
            "parts_differ",
            "“参加”74人，各部分“团员”62人、“党员”10名加起来是72人，请核对；没有写全的，请取消“各部分就是全部”。",
        ),
    ]


def test_a_hundred_parts_are_never_added_and_asked_about_once(report, area):
    told = activity(area)
    _, parts = divided(told, "款物 5050元", *(f"第{n}笔 {n}元" for n in range(1, 101)), parts_are_all=True)

    assert (totals(report), found(report)) == ({"款物金额": "5050元"}, [])

    for part in parts:
        part.part_of = None
        part.save()
    assert totals(report) == {"款物金额": "10100元"}
    assert [words.partition("，")[0] for _, words in found(report)] == [
        "“第1笔”1元、“第2笔”2元、“第3笔”3元、“第4笔”4元、“第5笔”5元等100项加起来正好是“款物”5050元"
    ]


def test_a_record_without_words_of_its_own_tells_parts_behind_their_whole(report, area):
    told = activity(area, title="发放助学金", summary="")
    divided(told, "助学金 8万元", "其中市级 3万元", "本区自筹 5万元")
    divided(told, "参加人员 74人", "团员 62人")

    [section] = compose(report).sections

    assert [item.text for item in section.items] == [
        "3月5日，发放助学金，74人（其中团员62人）参加，助学金8万元（其中市级3万元、本区自筹5万元）。"
    ]
