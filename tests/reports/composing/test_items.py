"""How one thing is told: an activity, a commendation, an honour, a plan item."""

from datetime import date

import pytest

from reports.composing.compose import compose
from reports.document.snapshot import to_json
from tests.factories import (
    ActivityFactory,
    AwardFactory,
    AwardTitleFactory,
    CommendationFactory,
    CommitmentFactory,
    FigureFactory,
    HonorReceivedFactory,
    OrganizationFactory,
    PlanItemFactory,
)

pytestmark = pytest.mark.django_db


def test_an_activity_prints_its_figures_by_name_and_then_the_rest(report, area):
    activity = ActivityFactory(area=area, summary="组织{志愿者}青年志愿者。", published=True)
    FigureFactory(activity=activity, name="志愿者", wording="300余名")
    FigureFactory(activity=activity, name="口罩", wording="1万个")

    [section] = compose(report).sections
    [item] = section.items

    assert item.text == "组织300余名青年志愿者。涉及口罩1万个。"
    assert [(figure.label, str(figure.value), figure.precision) for figure in item.figures] == [
        ("志愿者", "300.00", "at_least"),
        ("口罩", "10000.00", "exact"),
    ]
    assert {source.url for figure in item.figures for source in figure.sources} == {
        f"/activities/{activity.pk}/"
    }


def test_a_commendation_is_its_sentence(report, area):
    commendation = CommendationFactory(area=area, summary="经研究决定，", published=True)
    groups = AwardTitleFactory(
        commendation=commendation,
        name="五四红旗团支部",
        recipients="organizations",
        noun="团（总）支部",
        announced_count=27,
        position=1,
    )
    people = AwardTitleFactory(commendation=commendation, name="优秀团员", announced_count=45, position=2)
    AwardFactory(title=groups, name="房管局团支部")
    AwardFactory(title=people, name="彭豪")

    [item] = compose(report).sections[0].items

    assert item.text == (
        "经研究决定，授予房管局团支部等27个团（总）支部“五四红旗团支部”称号；授予彭豪等45名同志“优秀团员”称号。"
    )
    assert [(figure.label, figure.text) for figure in item.figures] == [
        ("五四红旗团支部", "27个"),
        ("优秀团员", "45名"),
    ]


@pytest.mark.parametrize(
    ("names", "announced", "clause"),
    [
        ([], 45, "5月4日，授予45名同志“优秀团员”称号。"),
        (["彭豪"], None, "5月4日，授予彭豪“优秀团员”称号。"),
        (["彭豪", "纪小川"], 2, "5月4日，授予彭豪、纪小川2名同志“优秀团员”称号。"),
        ([], None, "获奖名单待补。"),
        ([], 0, "获奖名单待补。"),
    ],
)
def test_a_title_says_only_what_is_known_of_it(report, area, names, announced, clause):
    title = AwardTitleFactory(
        commendation=CommendationFactory(area=area, published=True),
        name="优秀团员",
        announced_count=announced,
    )
    for name in names:
        AwardFactory(title=title, name=name)

    assert compose(report).sections[0].items[0].text == clause


def test_a_minors_full_name_never_reaches_the_report(report, area):
    title = AwardTitleFactory(commendation=CommendationFactory(area=area, published=True), announced_count=2)
    AwardFactory(title=title, name="诸葛小亮", is_minor=True)

    assert "小亮" not in str(to_json(compose(report)))
    assert "诸葛同学等2名" in compose(report).sections[0].items[0].text


def test_honours_received_take_their_place_in_the_opening(report):
    HonorReceivedFactory(year=2019, title="先进县（市、区）", rank="第一位", scope="全市唯一", published=True)
    report.opening = "半年来，荣获{上级荣誉}，现汇报如下："

    document = compose(report)

    assert document.opening.text == "半年来，荣获2019年度先进县（市、区）第一位，全市唯一，现汇报如下："
    assert [source.type for source in document.opening_sources] == ["honorreceived"]


def test_honours_received_close_an_opening_that_does_not_name_them(report):
    HonorReceivedFactory(year=2019, title="先进单位", published=True)
    told = []
    for report.opening in ("", "服务青年。", "服务青年。现汇报如下。", "现汇报如下："):
        told.append(compose(report).opening.text)

    assert told == [
        "荣获2019年度先进单位。",
        "服务青年。其间，荣获2019年度先进单位。",
        "服务青年。其间，荣获2019年度先进单位。现汇报如下。",
        "荣获2019年度先进单位。现汇报如下：",
    ]


def test_the_opening_may_name_a_total(report, area):
    ActivityFactory(area=area, published=True)
    report.opening = "共开展活动{开展活动}。"

    opening = compose(report).opening

    assert (opening.text, [figure.label for figure in opening.figures]) == ("共开展活动1项。", ["开展活动"])


def test_a_plan_item_prints_what_is_set_of_its_commitments(report):
    item = PlanItemFactory(report=report, heading="志愿服务", text="坚持常态化。")
    CommitmentFactory(plan_item=item, text="开展巡河", position=1)
    CommitmentFactory(
        plan_item=item,
        text="建设服务站",
        owner=OrganizationFactory(name="某街道团工委"),
        due_on=date(2020, 12, 1),
        target_value=40,
        target_unit="个",
        position=2,
    )

    [plan] = compose(report).sections
    [composed] = plan.items

    assert (composed.title, composed.text) == ("志愿服务", "坚持常态化。")
    assert [(child.title, child.text) for child in composed.children] == [
        ("开展巡河", ""),
        ("建设服务站", "（责任：某街道团工委；期限：2020年12月1日；目标：40个）"),
    ]
    assert [figure.text for figure in composed.children[1].figures] == ["40个"]
