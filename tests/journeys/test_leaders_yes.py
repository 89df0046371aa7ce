"""A published story is edited, shown to a leader without an account, agreed to, published, and taken back."""

import pytest
from playwright.sync_api import expect

from activities.models import Activity
from desk.models import Draft, Opinion
from tests.factories import ActivityFactory, CommitteeFactory, FigureFactory, StaffFactory

pytestmark = pytest.mark.django_db(transaction=True)

PASSWORD = "correct horse battery staple"


@pytest.fixture
def desk(browser, browser_context_args, live_server):
    CommitteeFactory()
    StaffFactory(username="wang", password=PASSWORD, last_name="王", first_name="小明")
    context = browser.new_context(**browser_context_args, base_url=live_server.url)
    page = context.new_page()
    page.goto("/admin/")
    page.get_by_label("用户名").fill("wang")
    page.get_by_label("密码").fill(PASSWORD)
    page.get_by_role("button", name="登录").click()
    page.get_by_role("button", name="退出登录").wait_for()
    yield page
    context.close()


@pytest.fixture
def phone(browser, browser_context_args, live_server):
    """The leader's: no account, a small screen."""
    told = {**browser_context_args, "viewport": {"width": 390, "height": 844}}
    context = browser.new_context(**told, base_url=live_server.url)
    yield context.new_page()
    context.close()


def link_to_send(desk) -> str:
    desk.get_by_role("button", name="保存并生成预览链接").click()
    desk.locator(".messagelist").wait_for()
    return desk.locator("a[href^='/preview/']").get_attribute("href")


def agree(phone, name: str):
    phone.get_by_text("提意见").click()
    phone.locator("#id_name").fill(name)
    phone.get_by_role("button", name="同意").click()
    expect(phone.locator("header")).to_contain_text(f"{name}：同意")


def test_story_is_edited_shown_agreed_to_published_compared_and_restored(desk, phone):
    story = ActivityFactory(
        title="清理赣江岸线", summary="组织{志愿者}参加。", place="赣江西岸", published=True
    )
    FigureFactory(activity=story, name="志愿者", wording="60余名")
    form, public = f"/admin/activities/activity/{story.pk}/change/", story.get_absolute_url()

    desk.goto(form)
    desk.get_by_label("标题", exact=False).first.fill("清理赣江东岸")
    desk.get_by_role("button", name="存为草稿", exact=True).click()
    desk.locator(".messagelist").wait_for()
    assert (Activity.objects.get().title, Draft.objects.get().title) == ("清理赣江岸线", "清理赣江东岸")
    desk.goto(form)
    link = link_to_send(desk)
    phone.goto(link)
    expect(phone.frame_locator("iframe").locator("h1")).to_have_text("清理赣江东岸")
    agree(phone, "李书记")
    assert Opinion.objects.get().kind == Opinion.Kind.AGREED
    phone.goto(public)
    expect(phone.locator("h1")).to_have_text("清理赣江岸线")

    desk.goto("/admin/")
    expect(desk.locator(".today")).to_contain_text("预览链接上已经同意的活动")
    desk.goto(form)
    expect(desk.locator("#content")).to_contain_text("李书记")
    desk.get_by_role("button", name="发布修改").click()
    desk.locator(".messagelist").wait_for()
    phone.goto(public)
    expect(phone.locator("h1")).to_have_text("清理赣江东岸")

    desk.goto(form)
    desk.get_by_role("link", name="历史").click()
    oldest = desk.locator("li").filter(has_text="恢复这一版").last
    oldest.get_by_label("旧").check()
    desk.get_by_role("button", name="比较所选的两版").click()
    expect(desk.locator("dd").first).to_have_text("清理赣江岸线东岸")
    desk.get_by_role("link", name="历史").click()
    oldest.get_by_role("link", name="恢复这一版").click()
    desk.get_by_role("button", name="恢复").last.click()
    expect(desk.locator(".messagelist")).to_contain_text("网站上的内容没有变")
    assert (Activity.objects.get().title, Draft.objects.get().title) == ("清理赣江东岸", "清理赣江岸线")
    phone.goto(public)
    expect(phone.locator("h1")).to_have_text("清理赣江东岸")
