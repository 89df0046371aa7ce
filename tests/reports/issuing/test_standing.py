from datetime import date, timedelta

import pytest
from django.utils import timezone

from reports.composing.compose import compose
from reports.document.periods import HalfYear
from reports.issuing.standing import PUBLISHABLE, standing_of
from tests.factories import (
    ActivityFactory,
    AwardTitleFactory,
    CommitmentFactory,
    FigureFactory,
    ReportFactory,
    ServiceRecordFactory,
    TeamFactory,
)
from tests.reports.every_source import SPRING, report_of_every_source

pytestmark = pytest.mark.django_db


@pytest.fixture
def activity():
    activity = ActivityFactory(title="应急志愿服务", summary="组织{志愿者}。", published=True)
    FigureFactory(activity=activity, name="志愿者", wording="300余名", counts="volunteers")
    return activity


def drifted(document):
    """A look at what has changed since now, whenever it is called."""
    issued_at = timezone.now()
    return lambda: [(drift.source.label, drift.what) for drift in standing_of(document, issued_at).drifts]


def sources_of(document):
    return [
        *document.opening_sources,
        *(source for figure in document.figures() for source in figure.sources),
    ]


def test_nothing_has_drifted_right_after_issuing(activity):
    assert drifted(compose(ReportFactory()))() == []


def test_a_changed_wording_is_named_then_and_now(activity):
    look = drifted(compose(ReportFactory()))
    activity.figures.update(wording="310名")

    assert look() == [("应急志愿服务", "“300余名”现为“310名”")]


def test_a_deleted_figure_is_named(activity):
    look = drifted(compose(ReportFactory()))
    activity.figures.all().delete()

    assert look() == [("应急志愿服务", "活动数据“300余名”已删除")]


def test_a_changed_record_is_named(activity):
    look = drifted(compose(ReportFactory()))
    type(activity).objects.update(updated_at=timezone.now() + timedelta(seconds=1))

    assert look() == [("应急志愿服务", "签发后有修改")]


def test_a_withdrawn_record_is_named(activity):
    look = drifted(compose(ReportFactory()))
    type(activity).objects.update(state="withdrawn")

    assert look() == [("应急志愿服务", "已不再公开")]


def test_a_deleted_record_is_named_by_its_old_label(activity):
    look = drifted(compose(ReportFactory()))
    activity.delete()

    assert look() == [("应急志愿服务", "已删除")]


def test_a_changed_title_is_named(activity):
    look = drifted(compose(ReportFactory()))
    type(activity).objects.update(title="应急服务")

    assert look() == [("应急志愿服务", "名称有修改")]


@pytest.mark.parametrize("is_public", [True, False])
def test_what_a_rate_is_made_of_drifts_too_where_it_was_named(activity, is_public):
    earlier = ActivityFactory(title="团员统计", published=is_public, starts_on=date(2019, 3, 5))
    of_all = FigureFactory(activity=earlier, wording="2000名")
    came = activity.figures.get()
    FigureFactory(activity=activity, name="率", wording="15%", numerator=came, denominator=of_all)
    look = drifted(document := compose(ReportFactory()))
    assert look() == []

    type(activity).objects.filter(pk=earlier.pk).update(state="withdrawn")
    of_all.wording = "2100名"
    of_all.save()

    withheld = standing_of(document, timezone.now()).withheld
    assert look() == ([("团员统计", "已不再公开")] if is_public else [])
    assert {one.label for one in withheld} == ({"团员统计"} if is_public else set())


def test_a_changed_announced_count_is_named_then_and_now():
    title = AwardTitleFactory(
        name="优秀团员", announced_count=43, commendation__title="表彰", commendation__published=True
    )
    AwardTitleFactory(commendation=title.commendation, name="优秀团干部", announced_count=43)
    look = drifted(compose(ReportFactory()))
    unchanged = look()
    type(title).objects.filter(pk=title.pk).update(announced_count=44)
    changed = look()
    title.delete()

    assert (unchanged, changed, look()) == (
        [],
        [("表彰", "“43名”现为“44名”")],
        [("表彰", "活动数据“43名”已删除")],
    )


def test_changed_hours_of_service_are_named_then_and_now(activity):
    team = TeamFactory(name="服务队", published=True)
    for whose in ({"activity": activity}, {"team": team}, {}):
        ServiceRecordFactory(**whose, hours=3)
    look = drifted(compose(ReportFactory()))
    unchanged = look()
    for whose in ({"activity": activity}, {"team": team}, {}):
        ServiceRecordFactory(**whose, hours=1)

    assert unchanged == []
    assert {what for _, what in look()} == {"“1条记录共3小时”现为“2条记录共4小时”"}
    assert {label for label, _ in look()} == {"应急志愿服务", "服务队", "志愿服务记录"}


def test_hours_of_service_that_are_gone_are_named(activity):
    record = ServiceRecordFactory(activity=activity, hours=3)
    look = drifted(compose(ReportFactory()))
    record.delete()

    assert look() == [("应急志愿服务", "活动数据“1条记录共3小时”已删除")]


def test_a_changed_target_is_named_without_the_new_one():
    commitment = CommitmentFactory(text="建服务站", target_value=40, target_unit="个")
    look = drifted(compose(commitment.plan_item.report))
    unchanged = look()
    type(commitment).objects.update(target_value=50)
    changed = look()
    commitment.delete()

    assert (unchanged, changed, look()) == (
        [],
        [("建服务站", "目标“40个”有修改")],
        [("建服务站", "已删除")],
    )


def test_only_what_the_public_may_not_see_is_withheld(activity):
    document = compose(ReportFactory())
    before = standing_of(document, timezone.now()).withheld
    type(activity).objects.update(state="withdrawn")

    after = standing_of(document, timezone.now()).withheld

    assert (before, {source.label for source in after}) == (set(), {"应急志愿服务"})


@pytest.mark.parametrize("number", [1, 3])
def test_standing_takes_seven_queries_and_one_until_a_record_changes(django_assert_num_queries, number):
    document = compose(report_of_every_source(number))

    now = timezone.now()
    with django_assert_num_queries(7):
        standing = standing_of(document, now)
    with django_assert_num_queries(1):
        assert standing_of(document, now) == standing

    kinds = {source.type for source in sources_of(document)}
    assert kinds == {"activity", "commendation", "commitment", "honorreceived", "servicerecord", "team"}
    assert standing.drifts == []
    assert {source.type for source in standing.withheld} == {"servicerecord"}


def test_standing_asks_nothing_of_what_a_report_does_not_rest_on(activity, django_assert_num_queries):
    document = compose(ReportFactory())
    bare = compose(ReportFactory(period=HalfYear(2021, 1)))

    with django_assert_num_queries(3):
        standing_of(document, timezone.now())
    with django_assert_num_queries(1):
        standing_of(bare, timezone.now())


def test_record_that_left_the_days_of_the_report_is_looked_at_still(activity):
    document = compose(ReportFactory())
    look = drifted(document)
    type(activity).objects.update(starts_on=SPRING.previous.first_day, ends_on=SPRING.previous.first_day)
    look()
    type(activity).objects.update(title="改了名称")

    assert look() == [("应急志愿服务", "名称有修改")]


@pytest.mark.parametrize("kind", PUBLISHABLE)
def test_a_record_of_any_kind_is_named_once_renamed_and_once_withdrawn(kind):
    document = compose(report_of_every_source(1))
    look = drifted(document)
    model, name = PUBLISHABLE[kind]
    told = model.objects.filter(pk=min(one.id for one in sources_of(document) if one.type == kind))
    label = str(told.get())
    told.update(**{name: "新的名称"})
    renamed = look()
    told.update(state="withdrawn")

    assert (renamed, look()) == ([(label, "名称有修改")], [(label, "已不再公开")])
