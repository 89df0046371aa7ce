"""How the sample data meets a database that is not empty: it adds, and never changes."""

from concurrent.futures import ThreadPoolExecutor

import pytest
from django.apps import apps
from django.core.management import CommandError, call_command
from django.db import connection

from activities.models import Activity, Figure, Photo, Tag, WorkArea
from honors.models import Commendation
from organizations.models import Committee, Organization
from reports.document.periods import HalfYear
from reports.models import Report
from sample import activities
from sample.load import load
from tests.factories import (
    ActivityFactory,
    CommitteeFactory,
    ReportFactory,
    RootOrganizationFactory,
    WorkAreaFactory,
)

pytestmark = pytest.mark.django_db

OURS = ("organizations", "notices", "activities", "volunteers", "honors", "reports")


def everything():
    """Every row of the portal's own tables, as it stands."""
    models = [
        model for label in OURS for model in apps.get_app_config(label).get_models(include_auto_created=True)
    ]
    return {model._meta.label: list(model.objects.order_by("pk").values()) for model in models}


def said(capsys, *arguments):
    call_command("load_sample_data", *arguments)
    return capsys.readouterr().out


def first_activity():
    return Activity.objects.get(title=activities.ACTIVITIES[0]["title"])


def test_load_says_in_chinese_what_it_wrote(capsys):
    told = said(capsys)

    assert told.startswith("已写入示例数据：")
    assert "活动 17 条" in told
    assert "工作总结 3 条" in told


def test_load_changes_nothing_the_second_time(capsys):
    load()
    before = everything()

    told = said(capsys)

    assert told == "示例数据以前写入过，这次没有改动。要补上缺少的记录，请加 --again。\n"
    assert everything() == before


def test_load_again_changes_nothing_when_all_is_there(capsys):
    load()
    before = everything()

    told = said(capsys, "--again")

    assert told == "示例数据都在，没有需要写入的。\n"
    assert everything() == before


@pytest.mark.parametrize("arguments", [(), ("--again",)])
def test_load_keeps_what_staff_changed(capsys, staff, arguments):
    load()
    activity = first_activity()
    activity.summary, activity.updated_by = "工作人员改过。", staff
    activity.save()
    activity.photos.all().delete()
    activity.tags.add(Tag.objects.create(name="工作人员加的"))
    before = everything()

    said(capsys, *arguments)

    assert everything() == before


def test_load_leaves_out_what_staff_deleted(capsys):
    load()
    title = first_activity().title
    first_activity().delete()

    said(capsys)

    assert not Activity.objects.filter(title=title).exists()


def test_load_again_brings_back_what_staff_deleted(capsys):
    load()
    first_activity().delete()

    told = said(capsys, "--again")

    assert told == "已写入示例数据：活动 1 条。\n"
    assert first_activity().state == "published"


def test_load_keeps_what_staff_entered_under_the_same_name_before_it(staff):
    area = WorkAreaFactory(name="自身建设", slug="own", created_by=staff)
    root = RootOrganizationFactory(name="西湖团区委", created_by=staff)
    own = ActivityFactory(
        title=activities.ACTIVITIES[0]["title"], area=area, summary="自己写的。", created_by=staff
    )
    mine = [
        WorkArea.objects.filter(pk=area.pk).values().get(),
        Organization.objects.filter(pk=root.pk).values().get(),
        Activity.objects.filter(pk=own.pk).values().get(),
    ]

    load()

    assert [
        WorkArea.objects.filter(name="自身建设").values().get(),
        Organization.objects.filter(kind="committee").values().get(),
        Activity.objects.filter(title=own.title).values().get(),
    ] == mine
    assert not Photo.objects.filter(activity=own).exists()
    assert Commendation.objects.get().area == area
    assert Activity.objects.count() == 12 + 5


def test_load_is_not_held_up_by_the_committee_that_staff_entered(staff):
    CommitteeFactory(name="自己的团区委", created_by=staff)

    load()

    assert Committee.objects.get().name == "自己的团区委"
    assert Activity.objects.count() == 12 + 5
    assert load() is None


def test_load_leaves_a_period_alone_that_staff_already_summarise(staff):
    own = ReportFactory(slug="own", period=HalfYear(2020, 1), created_by=staff)

    load()

    assert Report.objects.get(starts_on=own.starts_on) == own


@pytest.mark.django_db(transaction=True)
def test_two_loads_at_once_write_the_sample_once():
    def load_apart():
        try:
            return load()
        finally:
            connection.close()

    with ThreadPoolExecutor() as threads:
        loads = [threads.submit(load_apart) for _ in range(2)]

    assert [made.result() for made in loads].count(None) == 1
    assert Activity.objects.count() == 12 + 5


def test_load_writes_nothing_when_a_rule_refuses_a_row(monkeypatch, staff):
    broken = [{**activities.ACTIVITIES[0], "day_part": "morning"}]
    monkeypatch.setattr(activities, "ACTIVITIES", broken)

    with pytest.raises(CommandError, match="没有写入任何内容：只有“某一天”才能填写上午、下午等时段。"):
        call_command("load_sample_data")

    assert not Committee.objects.exists()
    assert not Figure.objects.exists()
