import pytest
from django.core.management import CommandError, call_command

from activities.models import Activity, Campaign, Figure, Photo, Tag
from honors.models import Commendation, HonorReceived
from notices.models import Notice
from organizations.models import Organization
from reports.composing.compose import document_of
from reports.document.periods import HalfYear
from reports.issuing.standing import standing_of
from reports.models import Report
from sample.load import load
from sample.synthetic import reporting, writing
from sample.synthetic.words import MARK
from tests.factories import ActivityFactory, NoticeFactory, VolunteerFactory
from volunteers.models import Team

pytestmark = pytest.mark.django_db

# How many of each stand around the activities, beside the sample.
MARKED = {
    Campaign: 13,
    Team: 9,
    Organization: 6,
    Commendation: 7,
    HonorReceived: 6,
    Notice: 31,
    Report: 9,
}


def generate(*arguments):
    call_command("generate_load", *arguments)


def test_generate_load_writes_so_many_activities_marked_as_test_data():
    generate("--activities=45")

    rows = Activity.objects.published()
    assert rows.count() == 45
    assert all(row.title.startswith("【测试】") for row in rows)
    assert Tag.objects.get(name="测试数据").activities.count() == 45
    assert {row.source for row in rows} == {"程序生成的测试数据"}
    assert len({row.starts_on.year for row in rows}) == 10


def test_generate_load_writes_rows_that_obey_every_rule():
    generate("--activities=45")

    for row in [*Activity.objects.all(), *Figure.objects.all(), *Photo.objects.all()]:
        row.full_clean()
    told = Activity.objects.prefetch_related("figures")
    assert not any(mark in row.summary_text() + row.body for row in told for mark in "{$")


def test_generate_load_writes_a_living_site_and_marks_all_of_it():
    load()
    unmarked = {model: set(model.objects.values_list("pk", flat=True)) for model in MARKED}

    generate("--activities=45")

    written = {model: model.objects.exclude(pk__in=unmarked[model]) for model in MARKED}
    assert {model: rows.count() for model, rows in written.items()} == MARKED
    assert {str(row)[:4] for rows in written.values() for row in rows} == {"【测试】"}
    states = list(written[Report].order_by("starts_on").values_list("slug", "state", "is_public"))
    assert states == [
        *[(half.slug, "issued", False) for half in reporting.HALVES[1:-1]],
        ("2025-h2", "draft", True),
    ]


def test_generate_load_writes_what_stands_around_the_activities_once():
    generate("--activities=5")
    before = {model: model.objects.count() for model in MARKED}

    generate("--activities=5")

    assert {model: model.objects.count() for model in MARKED} == before


def test_generate_load_fills_a_half_year_with_exactly_so_many():
    generate("--activities=60")

    generate("--activities=60", "--period=2020-h2", "--period-count=25")

    assert writing.in_period(HalfYear(2020, 2)).count() == 25
    assert Activity.objects.count() == 120


def test_generate_load_leaves_the_periods_of_reports_alone():
    load()
    before, report = Activity.objects.count(), Report.objects.get(slug="2020-h1")

    generate("--activities=45")

    assert not writing.in_period(HalfYear(2020, 1)).exists()
    assert Activity.objects.count() == before + 45
    assert standing_of(document_of(report), report.versions.get().issued_at).drifts == []


def test_generate_load_tells_its_progress_on_standard_error(capsys, monkeypatch):
    monkeypatch.setattr(writing, "BATCH", 2)

    generate("--activities=45")

    told = capsys.readouterr()
    assert told.err.splitlines() == ["已写入 20/45 项", "已写入 40/45 项", "已写入 45/45 项"]
    assert told.out == "已写入测试活动 45 项，标题都以“【测试】”开头。\n"


@pytest.mark.parametrize("enter", [ActivityFactory, NoticeFactory, VolunteerFactory])
def test_generate_load_refuses_a_database_with_real_records(enter):
    row = enter()

    with pytest.raises(CommandError, match=f"有真实的记录（{row._meta.verbose_name}）"):
        generate("--activities=5")

    assert not Activity.objects.filter(title__startswith=MARK).exists()


def test_generate_load_takes_a_sample_row_that_staff_changed_for_real(staff):
    load()
    Activity.objects.filter(pk=Activity.objects.first().pk).update(updated_by=staff)

    with pytest.raises(CommandError, match="有真实的记录（活动）"):
        generate("--activities=5")


def test_generate_load_writes_beside_real_records_when_told_to():
    ActivityFactory()

    generate("--activities=5", "--yes")

    assert Activity.objects.count() == 6


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["--activities=0"], "要写大于 0 的整数"),
        (["--activities=5", "--period=2020-h2"], "要一起写"),
        (["--activities=5", "--period=2020-h3", "--period-count=1"], "看不懂时段“2020-h3”"),
        (["--activities=5", "--period=2020-h2", "--period-count=6"], "不能让它正好有 6 项"),
        (["--activities=5", "--period=2020-h2", "--period-count=-1"], "不能让它正好有 -1 项"),
    ],
)
def test_generate_load_says_what_is_wrong(arguments, sentence):
    with pytest.raises(CommandError, match=sentence):
        generate(*arguments)

    assert not Activity.objects.exists()
