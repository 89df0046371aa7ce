"""“上半年志愿服务多少场、多少人次”: three clicks to a sentence, a table and a file."""

from datetime import date
from io import BytesIO

import pytest
from django.utils.timezone import localdate
from openpyxl import load_workbook
from playwright.sync_api import expect

from tests.factories import ActivityFactory, CommitteeFactory, FigureFactory, StaffFactory, TagFactory

pytestmark = pytest.mark.django_db(transaction=True)

PASSWORD = "correct horse battery staple"


@pytest.fixture
def desk(page, live_server):
    CommitteeFactory()
    StaffFactory(username="wang", password=PASSWORD)
    page.set_viewport_size({"width": 390, "height": 844})  # asked on the way, on a phone
    page.goto(f"{live_server.url}/admin/")
    page.get_by_label("用户名").fill("wang")
    page.get_by_label("密码").fill(PASSWORD)
    page.get_by_role("button", name="登录").click()
    page.get_by_role("heading", name="今天要做什么").wait_for()
    return page


def test_three_clicks_from_the_first_page_to_a_sentence_a_table_and_a_file(desk):
    year, tag = localdate().year, TagFactory(name="志愿服务")
    for month, wording in ((1, "342人次"), (1, "58人次")):
        activity = ActivityFactory(starts_on=date(year, month, 1), published=True)
        activity.tags.add(tag)
        FigureFactory(activity=activity, wording=wording)
    ActivityFactory(starts_on=date(year, 1, 1), published=True)
    desk.evaluate("() => { window.name = '0'; }")
    count = "addEventListener('click', () => { window.name = Number(window.name) + 1; }, true)"
    desk.add_init_script(count)
    desk.reload()

    desk.get_by_role("link", name="上半年", exact=True).click()
    desk.get_by_role("link", name="志愿服务 2").click()
    half = f"{year}年上半年" if localdate().month > 6 else f"{year}年上半年（截至"
    expect(desk.locator("#sentence")).to_contain_text(half)
    expect(desk.locator("#sentence")).to_contain_text("共开展“志愿服务”活动2场，参与400人次。")
    with desk.expect_download() as download:
        desk.get_by_role("link", name="下载 XLSX").click()

    book = load_workbook(BytesIO(download.value.path().read_bytes()))
    assert [row[:2] for row in book["合计"].values][1:3] == [("开展活动", 2), ("参与人次", 400)]
    assert desk.evaluate("window.name") == "3"
    desk.get_by_role("button", name="复制这句话").click()
    expect(desk.get_by_role("button", name="已复制")).to_be_visible()
