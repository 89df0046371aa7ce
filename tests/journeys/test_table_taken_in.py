"""A ledger of 200 activities comes in, three rows are mended and brought again; then it all goes back."""

import io

import pytest
from openpyxl import load_workbook
from playwright.sync_api import expect

from activities.models import Activity
from tests.factories import CommitteeFactory, RootOrganizationFactory, StaffFactory, WorkAreaFactory
from tests.intake.sheets.books import book, saved

pytestmark = pytest.mark.django_db(transaction=True)

PASSWORD = "correct horse battery staple"
HEADINGS = ["活动名称", "活动时间", "板块", "主办单位", "参与人数"]
FAULTY = {20: (1, "2021.2.30"), 90: (3, "西湖区团委"), 170: (4, 110101199001011234)}
MENDED = {"2021.2.30": "2021.2.28", "西湖区团委": "团区委", "1.10101199001011e+17": "35名"}


@pytest.fixture
def page(browser, browser_context_args, live_server):
    CommitteeFactory()
    RootOrganizationFactory()
    WorkAreaFactory(name="思想引领")
    StaffFactory(username="wang", password=PASSWORD)
    context = browser.new_context(**browser_context_args, base_url=live_server.url)
    page = context.new_page()
    page.goto("/admin/activities/activity/")
    page.get_by_label("用户名").fill("wang")
    page.get_by_label("密码").fill(PASSWORD)
    page.get_by_role("button", name="登录").click()
    yield page
    context.close()


def ledger() -> bytes:
    rows = [
        [f"主题团日第{n}期", f"2021.{n % 12 + 1}.{n % 28 + 1}", "思想引领", "团区委", "30余名"]
        for n in range(200)
    ]
    for number, (place, cell) in FAULTY.items():
        rows[number][place] = cell
    return book(["2021年活动台账"], HEADINGS, *rows, merged=["A1:E1"])


def bring(page, name: str, data: bytes) -> None:
    page.get_by_role("link", name="导入表格").click()
    kind = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
    page.get_by_label("文件").set_input_files({"name": name, "mimeType": kind, "buffer": data})
    page.get_by_role("button", name="开始核对").click()


def mended(data: bytes) -> bytes:
    made = load_workbook(io.BytesIO(data))
    for row in made.active.iter_rows(min_row=2, min_col=2):
        for cell in row:
            cell.value = MENDED.get(cell.value, cell.value)
    return saved(made)


def test_a_ledger_is_brought_mended_and_taken_back(page):
    bring(page, "台账.xlsx", ledger())
    told = page.locator(".table-told")
    expect(told).to_contain_text("共 200 行活动，可以导入 197 行，有问题 3 行。还没有保存。")
    expect(page.locator(".table-rows tbody th")).to_have_text(["23", "93", "173"])
    with page.expect_download() as download:
        page.get_by_role("link", name="下载有问题的 3 行").click()
    page.get_by_role("button", name="导入没有问题的 197 行").click()
    expect(told).to_contain_text("导入了 197 条活动")
    first = page.url
    assert Activity.objects.filter(state="draft").count() == 197

    page.get_by_role("link", name="打开活动列表").click()
    bring(page, "改好的.xlsx", mended(download.value.path().read_bytes()))
    expect(told).to_contain_text("共 3 行活动，可以导入 3 行，其中要留意 3 行。")
    page.get_by_role("button", name="导入 3 行").click()
    expect(told).to_contain_text("导入了 3 条活动")
    assert Activity.objects.count() == 200

    page.goto(first)
    page.get_by_role("button", name="撤销这次导入").click()
    expect(told).to_contain_text("这次导入已经撤销")
    assert Activity.objects.count() == 3
