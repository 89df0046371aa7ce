"""本活动的志愿者: the hours of many, typed or pasted into a sheet, looked over and entered at once."""

from datetime import date
from decimal import Decimal

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from intake.models import Batch
from tests.factories import (
    ActivityFactory,
    OrganizationFactory,
    ServiceRecordFactory,
    TeamFactory,
    VolunteerFactory,
)
from tests.pages import FormOnPage
from tests.reading import texts
from volunteers.models import ServiceRecord, Volunteer

pytestmark = pytest.mark.django_db

DAY = date(2020, 3, 5)
WRONG = "//ul[@class='errorlist']/li"
SUM = "//*[@class='batch-sum']/strong"


def address(target):
    return reverse("admin:intake_batch_sheet", args=[target._meta.label_lower, target.pk])


@pytest.fixture
def activity():
    return ActivityFactory(title="植树", starts_on=DAY)


class Sheet:
    """The page as somebody types into it; what is typed stays from one press to the next."""

    def __init__(self, client, target, **common):
        self.client, self.address = client, address(target)
        self.fields = FormOnPage(client.get(self.address)).fields | {"evidence": "签到表", **common}

    def row(self, number, name, **cells):
        told = {"name": name, **cells}
        self.fields |= {f"{cell}-{number}": value for cell, value in told.items()}
        return self

    def press(self, do, **typed):
        self.page = self.client.post(self.address, self.fields | typed | {"do": do}, follow=True)
        self.fields = FormOnPage(self.page).fields
        return self.page


def test_names_are_looked_over_and_entered_with_what_holds_for_all(desk, staff, activity):
    known = VolunteerFactory(name="王伟", organization=OrganizationFactory(name="第一中学"))
    sheet = Sheet(desk, activity, hours="2", ledger="by_hand").row(1, "王伟").row(2, "李 敏", hours="3.5小时")

    page = sheet.press("look")
    assert texts(page, SUM) == ["将登记 2 条，共 5.5 小时。"]
    assert not ServiceRecord.objects.exists()

    sheet.press("enter")
    new = Volunteer.objects.get(name="李敏")
    assert list(
        ServiceRecord.objects.order_by("hours").values_list(
            "volunteer", "activity", "served_on", "hours", "evidence", "recorded_by", "confirmed_at"
        )
    ) == [
        (known.pk, activity.pk, DAY, Decimal(2), "签到表", staff.pk, None),
        (new.pk, activity.pk, DAY, Decimal("3.5"), "签到表", staff.pk, None),
    ]


def test_entering_is_taken_back_as_a_whole(desk, activity):
    known = VolunteerFactory(name="王伟")
    sheet = Sheet(desk, activity, hours="2").row(1, "王伟").row(2, "李敏")
    sheet.press("look")
    sheet.press("enter")

    desk.post(Batch.objects.get().get_absolute_url(), {"do": "undo"})

    assert list(Volunteer.objects.all()) == [known]
    assert (ServiceRecord.objects.count(), Batch.objects.get().state) == (0, "undone")


def test_pasted_names_fill_the_rows_and_what_stands_there_stays(desk, activity):
    sheet = Sheet(desk, activity).row(1, "王伟")

    sheet.press("paste", pasted="1. 李敏 第一中学 2.5小时\n赵一、周五")

    told = [[sheet.fields[f"{cell}-{n}"] for cell in ("name", "unit", "hours")] for n in range(1, 6)]
    assert told == [
        ["王伟", "", ""],
        ["李敏", "第一中学", "2.5"],
        ["赵一", "", ""],
        ["周五", "", ""],
        ["", "", ""],
    ]
    assert sheet.fields["evidence"] == "签到表"


def test_each_fault_stands_beside_its_row_and_nothing_is_lost(desk, activity):
    ServiceRecordFactory(volunteer=VolunteerFactory(name="孙八"), served_on=DAY, hours=23)
    ServiceRecordFactory(volunteer=VolunteerFactory(name="吴九"), activity=activity, served_on=DAY, hours=3)
    sheet = Sheet(desk, activity, hours="2").row(1, "王伟", hours="很久").row(2, "王伟", day="那天")
    sheet.row(3, "", hours="2").row(4, "赵一", day="2099-01-01").row(5, "周五", day="2020-08-01")
    sheet.row(6, "郑七").row(7, "郑七").row(8, "孙八").row(9, "吴九")

    page = sheet.press("look")

    assert [said[:11] for said in texts(page, WRONG)] == [
        "时长请写数字，例如 2",
        "看不出是哪一天。可以写",
        "没有姓名。",
        "服务日期不能晚于今天，",
        "活动的时间是2020年",
        "与第6行是同一个人、同",
        "这一天各处加起来25小",
        "这一天已登记3小时，这",
    ]
    assert [sheet.fields[name] for name in ("hours-1", "day-2", "name-9")] == ["很久", "那天", "吴九"]
    assert texts(page, "//button[@value='enter']") == []
    sheet.press("enter")
    assert ServiceRecord.objects.count() == 2


def test_namesakes_are_asked_about(desk, activity):
    _, second = VolunteerFactory.create_batch(2, name="王伟")
    sheet = Sheet(desk, activity, hours="2").row(1, "王伟")
    page = sheet.press("look")
    assert len(texts(page, "//tr[@class='is-asked']")) == 1

    sheet.row(1, "王伟", choice=f"v{second.pk}").press("look")
    sheet.press("enter")

    assert ServiceRecord.objects.get().volunteer == second


def test_entering_the_same_again_changes_nothing(desk, activity):
    for _ in range(2):
        sheet = Sheet(desk, activity, hours="2").row(1, "王伟").row(2, "李敏")
        page = sheet.press("look")
        sheet.press("enter")

    assert texts(page, "//button[@value='enter']") == []
    assert (ServiceRecord.objects.count(), Volunteer.objects.count()) == (2, 2)


def test_hours_of_a_team_need_no_activity(desk):
    team = TeamFactory()
    sheet = Sheet(desk, team, hours="2", day="2020-03-05").row(1, "王伟")
    sheet.press("look")
    sheet.press("enter")

    record = ServiceRecord.objects.get()
    assert (record.team, record.activity, record.served_on) == (team, None, DAY)


def test_evidence_is_asked_for_once(desk, activity):
    page = Sheet(desk, activity, hours="2", evidence="").row(1, "王伟").press("look")

    assert texts(page, WRONG) == ["人工补记的时长必须写明依据。"]


def test_a_hundred_rows_ask_as_many_queries_as_two(desk, activity):
    def queries(number):
        sheet = Sheet(desk, activity, hours="2")
        for row in range(1, number + 1):
            sheet.row(row, f"赵{chr(0x4E00 + number + row)}")
        with CaptureQueriesContext(connection) as found:
            sheet.press("look")
        with CaptureQueriesContext(connection) as entered:
            sheet.press("enter")
        return len(found), len(entered)

    assert queries(2) == queries(100)
    assert ServiceRecord.objects.count() == 102


def test_two_rows_of_one_name_may_be_two_of_that_name(desk, activity):
    first, second = VolunteerFactory(name="王伟"), VolunteerFactory(name="王伟")
    sheet = Sheet(desk, activity, hours="2").row(1, "王伟").row(2, "王伟（女）")
    sheet.press("look")

    sheet.row(1, "王伟", choice=f"v{first.pk}").row(2, "王伟", choice=f"v{second.pk}").press("look")
    sheet.press("enter")

    assert {one.volunteer for one in ServiceRecord.objects.all()} == {first, second}


def test_a_sheet_sent_twice_is_told_from_one_with_faults(desk, activity):
    sheet = Sheet(desk, activity).row(1, "王伟", hours="2.25")
    sheet.press("look")
    before = dict(sheet.fields)
    sheet.press("enter")

    sheet.fields = before
    again = sheet.press("enter")

    told = texts(again, "//*[contains(@class,'messagelist')]/li")
    assert told == ["核对以后又有变动，这一次什么都没有登记，请看现在的结果。"]
    assert [one.hours for one in ServiceRecord.objects.all()] == [Decimal("2.3")]


def test_pasted_lines_that_give_nobody_are_told(desk, activity):
    page = Sheet(desk, activity).press("paste", pasted="第一中学\n王伟\n合计1人")

    told = texts(page, "//*[contains(@class,'messagelist')]/li")
    assert told == ["粘贴的第1行跳过：标题（第一中学）。", "粘贴的第3行跳过：合计（合计1人）。"]
