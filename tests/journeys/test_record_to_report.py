"""The portal in one story: staff sign in, enter an activity, and it is news and part of the report."""

from datetime import date

import pytest
from django.contrib.auth import get_user_model
from PIL import Image
from playwright.sync_api import expect

from activities.models import Activity
from tests.factories import ReportFactory, WorkAreaFactory

pytestmark = pytest.mark.django_db(transaction=True)

PASSWORD = "correct horse battery staple"


@pytest.fixture
def staff(db):
    return get_user_model().objects.create_superuser("xiaofang", password=PASSWORD)


@pytest.fixture
def photo(tmp_path):
    path = tmp_path / "河边.jpg"
    Image.new("RGB", (900, 600), "seagreen").save(path)
    return path


def sign_in(page, live_server):
    page.goto(f"{live_server.url}/admin/")
    page.get_by_label("用户名").fill("xiaofang")
    page.get_by_label("密码").fill(PASSWORD)
    page.get_by_role("button", name="登录").click()


def enter_activity(page, live_server, photo):
    page.goto(f"{live_server.url}/admin/activities/activity/add/")
    page.locator("#id_title").fill("青年志愿者清理赣江岸线")
    page.locator("#id_area").select_option(label="服务成长成才")
    page.locator("#id_starts_on").fill("2020-03-05")
    page.locator("#id_summary").fill("团区委组织{志愿者}清理赣江岸线。")
    page.locator("#figures-group .add-row a").click()
    page.locator("#id_figures-0-name").fill("志愿者")
    page.locator("#id_figures-0-wording").fill("60余名")
    page.locator("#photos-several").set_input_files(photo)
    page.locator("#id_photos-0-alt").fill("志愿者在江边捡拾垃圾")
    page.get_by_role("button", name="发布", exact=True).click()
    expect(page.get_by_text("还没有填写主办的团组织")).to_be_visible()
    page.get_by_role("button", name="仍然发布").click()


def test_an_activity_entered_in_the_admin_is_news_and_part_of_the_report(page, live_server, staff, photo):
    refused = []
    page.on("console", lambda message: refused.append(message) if message.type == "error" else None)
    WorkAreaFactory(name="服务成长成才")
    ReportFactory(as_of=date(2020, 5, 29), is_public=True)

    sign_in(page, live_server)
    enter_activity(page, live_server, photo)
    expect(page.locator(".success")).to_contain_text("青年志愿者清理赣江岸线")

    page.context.clear_cookies()
    page.goto(f"{live_server.url}/activities/")
    page.get_by_role("link", name="青年志愿者清理赣江岸线").first.click()
    expect(page.get_by_role("heading", level=1)).to_have_text("青年志愿者清理赣江岸线")
    expect(page.get_by_role("main")).to_contain_text("团区委组织60余名清理赣江岸线。")
    picture = page.get_by_role("img", name="志愿者在江边捡拾垃圾")
    assert picture.evaluate("image => image.decode().then(() => image.naturalWidth)") >= 640

    page.goto(f"{live_server.url}/reports/2020-h1/")
    expect(page.get_by_role("main")).to_contain_text("未签发")
    expect(page.get_by_role("heading", name="1.青年志愿者清理赣江岸线")).to_be_visible()
    page.get_by_role("link", name="60余名").first.click()
    expect(page).to_have_url(f"{live_server.url}{Activity.objects.get().get_absolute_url()}")
    # The rich text editor tries to add a style of its own, which the policy refuses and nothing misses.
    assert [message.text for message in refused if "django_prose_editor" not in message.location["url"]] == []
