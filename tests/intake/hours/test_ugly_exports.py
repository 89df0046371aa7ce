"""Exports as they come: times without a day, shifts told twice, names and numbers that are none."""

from datetime import date, datetime, time, timedelta
from decimal import Decimal
from io import BytesIO

import openpyxl
import pytest

from tests.factories import VolunteerFactory
from tests.intake.hours.test_platform import HEADINGS, press, told, upload
from tests.reading import texts
from volunteers.models import ServiceRecord, Volunteer

pytestmark = pytest.mark.django_db

DAY = date(2020, 3, 5)
WRONG = "//table[@id='wrong']/tbody/tr/td[last()]"
SHORT = "姓名,证件号码,所属队伍,服务日期,服务时长"


@pytest.mark.parametrize(
    ("table", "hours"),
    [
        ("姓名,服务日期,签到时间,签退时间\n王伟,2020-03-05,8:00,11:00", "3.0"),
        ("姓名,服务日期,签到时间,签退时间\n王伟,2020-03-05,20:00,24:00", "4.0"),
        ("姓名,服务日期,签到时间,签退时间\n王伟,2020-03-05,22:00,次日02:00", "4.0"),
        ("姓名,服务日期,服务时间\n王伟,2020-03-05,8:00-11:00", "3.0"),
        ("姓名,服务时间\n王伟,2020-03-05 20:00-24:00", "4.0"),
        ("姓名,签到时间,签退时间\n王伟,2020-03-05 20:00,2020-03-05 24:00", "4.0"),
        ("姓名,签到时间,签退时间\n王伟,2020-02-30 8:00 2020-03-05 8:00,9:00", "1.0"),
        ("姓名,签到时间,签退时间\n王伟,2020-03-05 22:00,2020-03-06 02:00", "4.0"),
        ("审核状态,姓名,服务日期,服务时长\n审核通过,王伟,2020-03-05,3\n总计：3小时,,,", "3.0"),
    ],
)
def test_times_are_read_however_the_day_is_told(table, hours):
    assert told(table.encode()) == [("王伟", "", DAY, Decimal(hours), "")]


def test_times_of_a_workbook_are_read_however_it_keeps_them():
    book = openpyxl.Workbook()
    book.active.append(["姓名", "服务日期", "签到", "签退"])
    for start, end in ((time(20), timedelta(days=1)), (20 / 24, 1.0), (time(20), datetime(1900, 1, 1))):
        book.active.append(["王伟", DAY, start, end])
    kept = BytesIO()
    book.save(kept)

    assert [row[3] for row in told(kept.getvalue())] == [Decimal(4)] * 3


@pytest.mark.parametrize(
    ("cells", "wrong"),
    [
        ("2020-03-05,,2020-03-05 11:00,", "没有读出时长。"),
        ("2020-03-05,,,NaN", "没有读出时长。"),
        ("2020-03-05,,,-3", "时长要大于 0。"),
        (",2020-03-05,2020-03-06,", "没有读出时长。"),
        (",1949-10-01 08:00,2020-03-05 08:00,3", "签到到签退超过24小时，看不出是哪一天服务的。"),
        (",2020-03-01 08:00,2020-03-31 11:00,3", "签到到签退超过24小时，看不出是哪一天服务的。"),
    ],
)
def test_hours_that_nothing_tells_are_not_made_up(cells, wrong):
    table = f"姓名,服务日期,签到时间,签退时间,服务时长\n王伟,{cells}"

    assert [row[4] for row in told(table.encode())] == [wrong]


def test_a_shift_told_twice_is_not_added_up():
    shift = "王伟,,植树,2020-03-05 08:00,2020-03-05 10:00,2\n"
    within = "王伟,,植树,2020-03-05 09:00,2020-03-05 11:00,2\n"
    bare = "王伟,,植树,2020-03-05,,2\n"

    rows = told(f"{HEADINGS}\n{shift}{shift}{within}{bare}".encode())

    unclear = "与第2行是同一个人、同一天、同一活动，没有签到签退时间，分不清是重复还是又一次。"
    overlapping = "与第2行是同一个人、同一活动，时间重叠。"
    assert [row[4] for row in rows] == ["", overlapping, overlapping, unclear]


def test_names_that_are_none_of_one_person_make_no_volunteer(desk):
    rows = "".join(f"{name},,植树,2020-03-05,,3\n" for name in ("王*伟", "张伟/李娜", "10086", "赵敏（女）"))

    page = upload(desk, f"{HEADINGS}\n{rows}", "时长.csv")

    unlike = "看起来不像一个人的姓名，一行写一个人。"
    assert texts(page, WRONG) == ["姓名有遮挡，认不出是谁。", unlike, unlike]
    press(desk, press(desk, page, "look", without="on"))
    assert [one.name for one in Volunteer.objects.all()] == ["赵敏"]


def test_one_person_under_two_units_is_one_volunteer(desk):
    rows = (
        f"王伟,110101199003074514,一队,2020-03-05,2\n王伟,110101199003074514,{'很长的队伍' * 60},2020-03-06,3"
    )

    press(desk, upload(desk, f"{SHORT}\n{rows}", "时长.csv"))

    assert [one.id_number for one in Volunteer.objects.all()] == ["110101199003074514"]
    assert ServiceRecord.objects.count() == 2


def test_a_number_of_somebody_else_is_refused_beside_the_row(desk):
    VolunteerFactory(name="李敏", id_number="110101199003074514")
    rows = (
        "王伟,110101199003074514,一队,2020-03-05,2\n"
        "赵一,110101199003071110,一队,2020-03-05,2\n"
        "赵二,110101199003071110,一队,2020-03-05,2"
    )

    page = upload(desk, f"{SHORT}\n{rows}", "时长.csv")

    assert texts(page, WRONG) == ["这个身份证号是另一个姓名的，请核对。"] * 2
