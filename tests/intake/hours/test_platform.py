"""Hours as national platforms export them: headings in several rows, merged cells, shifts, totals."""

from datetime import date, datetime
from decimal import Decimal
from io import BytesIO

import openpyxl
import pytest
import xlwt
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from intake.hours.exports import read_export
from intake.models import Batch
from intake.sheets.reading import read_sheets
from tests.factories import ActivityFactory, ServiceRecordFactory, VolunteerFactory
from tests.pages import FormOnPage
from tests.reading import texts
from volunteers.models import ServiceRecord, Volunteer

pytestmark = pytest.mark.django_db

DAY = date(2020, 3, 5)
ADDRESS = reverse("admin:intake_batch_hours")
HEADINGS = "姓名,手机号,活动名称,签到时间,签退时间,服务时长（小时）"
SUM = "//*[@class='batch-sum']"


def workbook() -> bytes:
    """A title, two rows of headings, an activity that covers two rows, and a total."""
    book = openpyxl.Workbook()
    sheet = book.active
    rows = [
        ["志愿服务时长明细表"],
        ["序号", "志愿者信息", None, "活动名称", "服务信息", None, None],
        [None, "姓名", "证件号码", None, "签到时间", "签退时间", "服务时长(分钟)"],
        [1, "王　伟", "110105********002X", "植树", "2020-03-05 08:00", "2020-03-05 10:30", 150],
        [2, "李敏", 1.1e17, None, datetime(2020, 3, 5, 8), datetime(2020, 3, 5, 11), None],
        ["合计", None, None, None, None, None, 330],
    ]
    for row in rows:
        sheet.append(row)
    for cells in ("A1:G1", "A2:A3", "B2:C2", "D2:D3", "E2:G2", "D4:D5"):
        sheet.merge_cells(cells)
    kept = BytesIO()
    book.save(kept)
    return kept.getvalue()


def told(data):
    export = read_export(read_sheets(data))
    return [(one.name, one.activity, one.day, one.hours, one.wrong) for one in export.rows]


def upload(client, data, name="时长.xlsx", address=ADDRESS):
    file = SimpleUploadedFile(name, data if isinstance(data, bytes) else data.encode())
    return client.post(address, {"file": file}, follow=True)


def press(client, page, do="enter", **typed):
    fields = FormOnPage(page).fields | {name.replace("_", "-"): value for name, value in typed.items()}
    return client.post(page.request["PATH_INFO"], fields | {"do": do}, follow=True)


def test_headings_in_several_rows_and_merged_cells_are_understood():
    assert told(workbook()) == [
        ("王伟", "植树", DAY, Decimal("2.5"), ""),
        ("李敏", "植树", DAY, Decimal("3.0"), ""),
    ]
    assert read_export(read_sheets(workbook())).rows[1].identity == ""  # its last digits are lost


def test_old_workbooks_and_other_encodings_are_read_as_well():
    book = xlwt.Workbook()
    sheet = book.add_sheet("时长")
    for column, words in enumerate(HEADINGS.split(",")):
        sheet.write(0, column, words)
    for column, words in enumerate(
        ["王伟", "138****1234", "植树", "2020/3/5 8:00", "2020/3/5 11:00", "3小时"]
    ):
        sheet.write(1, column, words)
    kept = BytesIO()
    book.save(kept)
    line = "王伟,138****1234,植树,2020年3月5日 8时00分,2020年3月5日 11时00分,3"

    expected = [("王伟", "植树", DAY, Decimal("3.0"), "")]
    assert told(kept.getvalue()) == expected
    assert told(f"{HEADINGS}\n{line}".encode("gb18030")) == expected


@pytest.mark.parametrize(
    ("cells", "wrong"),
    [
        (",,植树,2020-03-05 08:00,2020-03-05 11:00,3", "没有姓名。"),
        ("王伟,,植树,,,3", "没有读出服务日期。"),
        ("王伟,,植树,2020-03-05 08:00,,很久", "没有读出时长。"),
        ("王伟,,植树,2020-03-05 11:00,2020-03-05 08:00,3", "签退时间早于签到时间。"),
        ("王伟,,植树,2020-03-05 08:00,2020-03-05 10:00,3", "时长3.0小时，超过签到到签退的2.0小时。"),
    ],
)
def test_a_fault_of_a_row_is_told_beside_it(cells, wrong):
    assert [row[4] for row in told(f"{HEADINGS}\n{cells}".encode())] == [wrong]


def test_export_is_looked_over_entered_and_taken_back(desk, staff):
    activity = ActivityFactory(title="植树", starts_on=DAY)
    known = VolunteerFactory(name="王伟")

    page = upload(desk, workbook())
    assert texts(page, SUM) == ["读出 2 行；将登记 2 条，共 5.5 小时。"]
    assert not ServiceRecord.objects.exists()

    page = press(desk, page)
    records = ServiceRecord.objects.order_by("hours")
    assert list(records.values_list("volunteer__name", "activity", "served_on", "hours", "ledger")) == [
        ("王伟", activity.pk, DAY, Decimal("2.5"), "signed"),
        ("李敏", activity.pk, DAY, Decimal("3.0"), "signed"),
    ]
    assert (records[0].volunteer, records[0].recorded_by, records[0].confirmed_at) == (known, staff, None)
    assert Batch.objects.get().rows == []

    press(desk, page, "undo")
    assert (ServiceRecord.objects.count(), list(Volunteer.objects.all())) == (0, [known])


def test_reading_it_again_changes_nothing(desk):
    press(desk, upload(desk, workbook()))

    page = upload(desk, workbook())

    assert texts(page, SUM) == ["读出 2 行；将登记 0 条，共 0 小时。"]
    assert texts(page, "//button[@value='enter']") == []


def test_shifts_of_one_day_are_one_record(desk):
    shifts = (
        "王伟,,植树,2020-03-05 08:00,2020-03-05 10:00,2\n王伟,,植树,2020-03-05 14:00,2020-03-05 15:30,1.5"
    )

    press(desk, upload(desk, f"{HEADINGS}\n{shifts}", "时长.csv"))

    assert [(one.hours, one.content) for one in ServiceRecord.objects.all()] == [(Decimal("3.5"), "植树")]


def test_rows_with_faults_may_be_left_for_later(desk):
    rows = "王伟,,植树,2020-03-05 08:00,2020-03-05 10:00,2\n李敏,,植树,,,2\n赵一,,植树,2099-01-01,,2"
    page = upload(desk, f"{HEADINGS}\n{rows}", "时长.csv")
    assert texts(page, "//table[@id='wrong']//td[last()]") == [
        "没有读出服务日期。",
        "服务日期不能晚于今天，也不能早于1949年。",
    ]
    assert texts(page, "//button[@value='enter']") == []

    press(desk, press(desk, page, "look", without="on"))

    assert [one.volunteer.name for one in ServiceRecord.objects.all()] == ["王伟"]


def test_namesakes_are_told_apart_by_the_digits_that_are_shown_else_asked_about(desk):
    VolunteerFactory(name="王伟", phone="13800138000")
    second = VolunteerFactory(name="王伟", phone="13900139000")
    rows = "王伟,139****9000,植树,2020-03-05 08:00,,2\n王伟,,值守,2020-03-06 08:00,,2"

    page = upload(desk, f"{HEADINGS}\n{rows}", "时长.csv")

    assert texts(page, "//table[@id='new']/tbody/tr/td[last()]/text()[1]") == [
        "志愿者：王伟（手机尾号9000）。"
    ]
    assert texts(page, "//table[@id='asked']/tbody/tr/td[1]") == ["3"]
    press(desk, press(desk, page, "look", choice_3=f"v{second.pk}"))
    assert second.service_records.count() == 2


def test_sum_of_a_day_counts_what_is_on_record(desk):
    existing = ServiceRecordFactory(volunteer=VolunteerFactory(name="王伟"), served_on=DAY, hours=23)
    row = "王伟,,植树,2020-03-05 08:00,2020-03-05 10:00,2"

    page = upload(desk, f"{HEADINGS}\n{row}", "时长.csv")

    told = texts(page, "//table[@id='wrong']//td[last()]/text()[1]")
    assert told == ["这一天各处加起来25小时，超过24小时。"]
    assert list(ServiceRecord.objects.all()) == [existing]


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"\x00\x01", "这不是表格文件"),
        ("标题,内容\n一,二".encode(), "没有找到“姓名”和“服务时长”"),
        (f"{HEADINGS}\n合计,,,,,5".encode(), "表头下面没有记录。"),
    ],
)
def test_what_is_no_table_of_hours_is_refused_in_a_sentence(desk, data, said):
    page = upload(desk, data)

    assert said in texts(page, "//ul[@class='errorlist']/li")[0]
    assert not Batch.objects.exists()
