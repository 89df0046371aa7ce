"""A branch reports from a phone, the district adopts and publishes, and the branch reads where it is told."""

from datetime import date

import pytest
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Permission
from PIL import Image
from playwright.sync_api import expect

from activities.models import Activity
from branches.models import BranchReport
from organizations.models import Membership
from tests.branches.conftest import RIGHTS
from tests.factories import ActivityFactory, OrganizationFactory, ReportFactory, WorkAreaFactory
from tests.journeys.test_record_to_report import PASSWORD, sign_in

pytestmark = pytest.mark.django_db(transaction=True)

PHONE = {"viewport": {"width": 390, "height": 844}, "has_touch": True, "is_mobile": True}
SUMMARY = "35名志愿者走进丁公路社区，为120余名居民义诊。"


@pytest.fixture
def photos(tmp_path):
    paths = [tmp_path / f"{colour}.jpg" for colour in ("seagreen", "orange")]
    for path in paths:
        Image.new("RGB", (900, 600), path.stem).save(path)
    return paths


@pytest.fixture
def filler():
    filler = get_user_model().objects.create_user("yizhong", password=PASSWORD, is_staff=True)
    filler.user_permissions.set(Permission.objects.filter(codename__in=RIGHTS))
    Membership.objects.create(account=filler, organization=OrganizationFactory(name="一中团支部"))
    return filler


@pytest.fixture
def phone(browser, browser_context_args, live_server, filler):
    context = browser.new_context(**browser_context_args | PHONE)
    page = context.new_page()
    page.goto(f"{live_server.url}/admin/")
    page.get_by_label("用户名").fill("yizhong")
    page.get_by_label("密码").fill(PASSWORD)
    page.get_by_role("button", name="登录").click()
    yield page
    context.close()


def report_from_the_phone(phone, photos):
    expect(phone.get_by_role("heading", name="我报的")).to_be_visible()
    phone.get_by_role("link", name="报一项活动").click()
    for name, words in (
        ("title", "学雷锋志愿服务进社区"),
        ("starts_on", "2020年3月5日"),
        ("place", "丁公路社区"),
        ("summary", SUMMARY),
        ("figures", "志愿者 35名\n居民 120余名"),
    ):
        phone.locator(f"#id_{name}").fill(words)
    for path in photos:  # as a camera gives them, one at a time
        phone.get_by_label("照片", exact=True).set_input_files(path)
    expect(phone.locator(".chosen .photo")).to_have_count(2)
    assert phone.evaluate("document.documentElement.scrollWidth") == 390
    phone.get_by_role("button", name="上报").click()
    expect(phone.locator(".success")).to_contain_text("已上报：学雷锋志愿服务进社区")


def adopt_and_publish(desk, live_server):
    get_user_model().objects.create_superuser("xiaofang", password=PASSWORD)
    sign_in(desk, live_server)
    desk.get_by_role("link", name="学雷锋志愿服务进社区").click()
    desk.get_by_role("button", name="采用", exact=True).click()
    expect(desk.locator(".told")).to_contain_text("志愿者：35名；居民：120余名")
    expect(desk.locator(".told")).to_contain_text("2 张")
    desk.get_by_label("工作板块").select_option(label="服务成长成才")
    desk.get_by_role("button", name="采用", exact=True).click()
    expect(desk.locator(".success")).to_contain_text("已采用，活动存为草稿")
    desk.get_by_role("button", name="发布", exact=True).click()
    desk.wait_for_load_state()


def test_a_branch_reports_by_phone_the_district_adopts_and_the_report_tells_of_it(
    phone, page, live_server, photos
):
    area = WorkAreaFactory(name="服务成长成才")
    ActivityFactory(title="年初部署会", area=area, starts_on=date(2020, 2, 3), published=True)
    ReportFactory(title="2020年上半年工作总结", as_of=date(2020, 5, 29), is_public=True)

    report_from_the_phone(phone, photos)
    assert BranchReport.objects.get().photos.count() == 2
    adopt_and_publish(page, live_server)
    activity = Activity.objects.get(title="学雷锋志愿服务进社区")
    assert (activity.state, activity.photos.count()) == ("published", 2)
    phone.reload()

    page.goto(f"{live_server.url}/reports/2020-h1/")
    expect(page.get_by_role("main")).to_contain_text(SUMMARY)
    expect(page.get_by_role("link", name="120余名").first).to_be_visible()
    fate = phone.locator(".fate").first
    expect(fate).to_contain_text("已采用，已发布。")
    expect(fate).to_contain_text("拟写入《2020年上半年工作总结》（还没有签发）一、服务成长成才第2项")
    fate.get_by_role("link", name="看网页").click()
    expect(phone.get_by_role("heading", level=1)).to_have_text("学雷锋志愿服务进社区")
