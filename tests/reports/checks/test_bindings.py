"""A number in staff's own words is a figure of the record that it is bound to, and of no other."""

from datetime import date

import pytest

from reports.checks import findings_of
from reports.composing.compose import composed_from
from reports.composing.material import gather
from reports.document.periods import HalfYear
from reports.editing.holding import edit
from reports.editing.origins import bind
from reports.models import Report
from tests.factories import (
    ActivityFactory,
    AwardTitleFactory,
    CommendationFactory,
    CommitmentFactory,
    FigureFactory,
    PlacementFactory,
    PlanItemFactory,
    ReportFactory,
    StaffFactory,
    WorkAreaFactory,
)

pytestmark = pytest.mark.django_db

TEXT = "青年踊跃参加，其中300余名青年上阵，另有300余名学生旁听。"
IN_PLACE = ("其中300余名青年上阵", "300余名")


@pytest.fixture
def report():
    return ReportFactory(as_of=date(2020, 5, 29))


@pytest.fixture
def area():
    return WorkAreaFactory(name="服务成长成才")


@pytest.fixture
def figure(area):
    cleaned = ActivityFactory(title="巡河", area=area, summary="3月5日，{志愿者}巡河。", published=True)
    return FigureFactory(activity=cleaned, name="志愿者", wording="300余人")


@pytest.fixture
def drill(area):
    other = ActivityFactory(title="演练", area=area, summary="3月9日，{队员}演练。", published=True)
    return FigureFactory(activity=other, name="队员", wording="300余名")


def choose(report, key, source):
    with edit(report=report, by=StaffFactory(), revision=Report.objects.get().revision) as draft:
        bind(draft, key, {IN_PLACE: source})


def written(report, text=TEXT) -> str:
    """An item in own words; its key."""
    revision = Report.objects.get(pk=report.pk).revision
    with edit(report=report, by=StaffFactory(), revision=revision) as draft:
        part = next(one for one in draft.parts if one.kind != "follow_up")
        return draft.write(part.key, title="另外", text=text)


def composed(report):
    material = gather(Report.objects.get(pk=report.pk))
    return material, composed_from(material)


def item_of(report, key):
    _, document = composed(report)
    return next(item for section in document.sections for item in section.items if item.key == key)


def blocking(report) -> list[tuple[str, str]]:
    return [(one.code, one.message) for one in findings_of(*composed(report)) if one.level == "blocker"]


def test_a_number_equal_to_that_of_some_record_is_not_traced_until_it_is_bound(report, figure, drill):
    key = written(report)
    before = blocking(report)
    choose(report, key, f"figure-{figure.pk}")

    item = item_of(report, key)

    assert [code for code, _ in before] == ["number_unbound", "number_unbound"]
    assert before[0][1] == (
        "“其中300余名”没有选定出处，数量相同的有“巡河”的“志愿者”“演练”的“队员”：说的是其中一个的，"
        "请在“数字的出处”里选定；都不是的，请另录入“活动数据”。"
    )
    assert [message[:9] for _, message in blocking(report)] == ["“另有300余名”没"[:9]]
    assert item.text == TEXT
    assert [(one.text, one.sources[0].label, one.sources[0].text) for one in item.figures] == [
        ("300余名", "巡河", "300余人")
    ]


def test_a_binding_falls_when_the_words_change(report, figure, drill):
    key = written(report)
    choose(report, key, f"figure-{figure.pk}")
    with edit(report=report, by=StaffFactory(), revision=Report.objects.get().revision) as draft:
        draft.rewrite(key, title="另外", text="其中300余名青年旁听。")

    assert item_of(report, key).figures == ()
    assert [code for code, _ in blocking(report)] == ["number_unbound"]


def test_a_binding_is_flagged_when_the_record_says_something_else(report, figure, drill):
    key = written(report, "其中300余名青年上阵。")
    choose(report, key, f"figure-{figure.pk}")
    figure.wording, figure.value = "310余人", 310
    figure.save()

    assert item_of(report, key).figures == ()
    assert blocking(report) == [
        (
            "number_moved_on",
            "“300余名”选定的出处“巡河”的“志愿者”现在是310余人，请把文字改成一致，或重新选定。",
        )
    ]


def test_a_binding_goes_with_its_record(report, figure):
    key = written(report, "其中300余名青年上阵。")
    choose(report, key, f"figure-{figure.pk}")
    figure.delete()

    assert [code for code, _ in blocking(report)] == ["unknown_placeholder", "number_without_record"]


def test_an_override_and_the_opening_are_bound_in_the_same_way(report, area, figure):
    PlacementFactory(
        report=report, activity=figure.activity, text="3月5日，其中300余名青年上阵，{志愿者}到场。"
    )
    title = AwardTitleFactory(
        commendation=CommendationFactory(area=area, published=True), name="优秀团员", announced_count=300
    )
    Report.objects.update(opening="其中300名青年上阵。")
    before = [code for code, _ in blocking(report)]
    choose(report, f"activity-{figure.activity_id}", f"figure-{figure.pk}")
    with edit(report=report, by=StaffFactory(), revision=1) as draft:
        bind(draft, "opening", {("其中300名青年上阵", "300名"): f"title-{title.pk}"})

    _, document = composed(report)

    assert before == ["number_unbound", "number_unbound"]
    assert blocking(report) == []
    assert [(one.label, one.text) for one in document.opening.figures] == [("优秀团员", "300名")]
    assert [one.text for one in item_of(report, f"activity-{figure.activity_id}").figures] == [
        "300余名",
        "300余人",
    ]


def test_a_number_is_bound_to_a_total_and_bound_anew_or_to_nothing(report, figure, drill):
    FigureFactory(activity=figure.activity, name="团员", wording="100余名", counts="participants")
    FigureFactory(activity=drill.activity, name="学生", wording="200名", counts="participants")
    key = written(report, "其中300余名青年上阵。")
    choose(report, key, "total-参加人员")
    of_total = item_of(report, key).figures
    choose(report, key, f"figure-{drill.pk}")
    anew = item_of(report, key).figures
    choose(report, key, "")

    assert [one.label for one in of_total] == ["参加人员"]
    assert [one.label for one in anew] == ["队员"]
    assert item_of(report, key).figures == ()
    assert not report.bindings.exists()


def test_a_total_that_the_opening_tells_otherwise_than_the_items_add_up_to_is_found(report, figure, drill):
    FigureFactory(activity=figure.activity, name="团员", wording="100余名", counts="participants")
    FigureFactory(activity=drill.activity, name="学生", wording="200名", counts="participants")
    Report.objects.update(opening="参加人员500名。")

    assert blocking(report)[0] == (
        "opening_differs",
        "开头语写的“500名”，与各条相加的“参加人员”300余名不符，请改成 {参加人员}，或核对各条的数据；"
        "说的是另一件事的，请换个说法。",
    )


def test_a_number_about_the_plan_is_bound_to_what_became_of_it(report, figure):
    earlier = PlanItemFactory(report=ReportFactory(period=HalfYear(2019, 2)), heading="志愿服务")
    for said in ("done", "done", "under_way"):
        CommitmentFactory(plan_item=earlier, said_status=said, said_reason="已核对")
    key = written(report, "上期计划的3项任务已完成2项。")
    with edit(report=report, by=StaffFactory(), revision=Report.objects.get(pk=report.pk).revision) as draft:
        bind(draft, key, {("上期计划的3项任务已完成2项", "2项"): "total-计划落实：完成"})

    document = composed_from(gather(Report.objects.get(pk=report.pk)))

    [figure] = [one for one in document.figures() if one.label.startswith("计划落实")]
    assert (figure.text, len(figure.sources), figure.sources[0].type) == ("2项", 2, "commitment")
    told = [message for code, message in blocking(report) if code == "number_unbound"]
    assert told == [
        "“上期计划的3项”没有选定出处，数量相同的有合计“计划落实：所列任务”：说的是其中一个的，"
        "请在“数字的出处”里选定；都不是的，请另录入“活动数据”。"
    ]
