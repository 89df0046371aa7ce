from datetime import date

import pytest

from reports.composing.arrangement import entries_of
from reports.composing.material import gather
from reports.composing.sections.records import named_figures, own_passage, own_pattern
from reports.composing.wording import has_moved_on, is_reworded
from reports.document.passages import passage_of
from reports.editing.holding import edit
from tests.factories import ActivityFactory, FigureFactory, ReportFactory, StaffFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def report():
    return ReportFactory()


@pytest.fixture
def activity():
    activity = ActivityFactory(title="学雷锋", summary="组织{志愿者}上门。", published=True)
    FigureFactory(activity=activity, name="志愿者", wording="300余名")
    return activity


@pytest.fixture
def reworded(report, activity):
    with edit(report=report, by=StaffFactory(), revision=0) as draft:
        draft.reword(f"activity-{activity.pk}", title="", text="{志愿者}出动。")
    return activity


def entry(report):
    return entries_of(gather(report))[0]


def test_an_entry_in_the_records_own_words_is_not_reworded(report, activity):
    assert (is_reworded(entry(report)), has_moved_on(entry(report))) == (False, False)


def test_an_override_stands_on_the_record_as_it_was(report, reworded):
    assert (is_reworded(entry(report)), has_moved_on(entry(report))) == (True, False)


@pytest.mark.parametrize(
    "change",
    [
        lambda activity: type(activity).objects.update(title="新题"),
        lambda activity: type(activity).objects.update(summary="改过的概要。"),
        lambda activity: activity.figures.update(wording="400余名", value=400),
        lambda activity: activity.figures.all().delete(),
    ],
)
def test_an_override_is_marked_when_its_record_says_something_else(report, reworded, change):
    change(reworded)

    assert has_moved_on(entry(report))


def test_an_override_is_not_marked_when_what_changed_is_not_told(report, reworded):
    type(reworded).objects.update(body="<p>新闻</p>")

    assert not has_moved_on(entry(report))


def test_confirming_takes_the_record_as_it_is_now(report, reworded):
    type(reworded).objects.update(summary="改过的概要。")
    report.refresh_from_db()

    with edit(report=report, by=StaffFactory(), revision=1) as draft:
        draft.confirm(f"activity-{reworded.pk}")

    assert not has_moved_on(entry(report))


def test_the_records_own_pattern_reads_as_their_own_text():
    first = ActivityFactory(summary="组织{志愿者}，仍是{志愿者}。", published=True)
    second = ActivityFactory(summary="又组织{志愿者}。", published=True)
    for activity, wording in ((first, "300余名"), (second, "70余名")):
        FigureFactory(activity=activity, name="志愿者", wording=wording)
        FigureFactory(activity=activity, name="口罩", wording="1万个")
    records = [first, second]

    pattern = own_pattern(records)

    assert "{志愿者（2）}" in pattern
    assert passage_of(pattern, named_figures(records)).text == own_passage(records).text
    assert [figure.label for figure in named_figures(records)] == [
        "志愿者",
        "口罩",
        "志愿者（2）",
        "口罩（2）",
        "志愿者合计",
        "口罩合计",
        "合并场次",
    ]


@pytest.mark.parametrize(
    ("summary", "values", "lead"),
    [
        ("清理河道。", {}, "2020年3月1日，清理河道。"),
        ("3月1日，清理河道。", {}, "3月1日，清理河道。"),
        ("到3月11日止，清理河道。", {}, "2020年3月1日，到3月11日止，清理河道。"),
        ("", {}, "2020年3月1日，举办义诊。"),
        ("清理河道。", {"date_precision": "season"}, "2020年春季，清理河道。"),
        ("春季，清理河道。", {"date_precision": "season"}, "春季，清理河道。"),
    ],
)
def test_the_first_of_several_records_says_its_time_too(summary, values, lead):
    first = ActivityFactory(title="举办义诊", starts_on=date(2020, 3, 1), summary=summary, **values)
    other = ActivityFactory(title="植树", starts_on=date(2020, 3, 12), summary="种下树苗。")

    assert own_passage([first, other]).text == f"{lead}3月12日，种下树苗。"
    assert own_pattern([first, other]) == own_passage([first, other]).text
    assert own_passage([other]).text == "种下树苗。"


def test_an_override_may_say_how_many_occasions_are_merged():
    records = [ActivityFactory(title=title) for title in ("甲", "乙", "丙")]

    [occasions] = named_figures(records)

    assert (occasions.label, occasions.text) == ("合并场次", "3次")
    assert [source.label for source in occasions.sources] == ["甲", "乙", "丙"]
    assert named_figures(records[:1]) == []
