"""What was done at the desk is undone there: edits compared, one restored; a record deleted and back."""

import pytest
from playwright.sync_api import expect

from activities.models import Activity
from tests.factories import ActivityFactory, CommitteeFactory, FigureFactory, StaffFactory

pytestmark = pytest.mark.django_db(transaction=True)

PASSWORD = "correct horse battery staple"


@pytest.fixture
def page(browser, browser_context_args, live_server):
    CommitteeFactory()
    StaffFactory(username="wang", password=PASSWORD)
    context = browser.new_context(**browser_context_args, base_url=live_server.url)
    page = context.new_page()
    page.goto("/admin/")
    page.get_by_label("用户名").fill("wang")
    page.get_by_label("密码").fill(PASSWORD)
    page.get_by_role("button", name="登录").click()
    page.get_by_role("button", name="退出登录").wait_for()
    yield page
    context.close()


def test_edits_are_compared_and_restored_and_a_deletion_is_taken_back(page):
    activity = ActivityFactory(title="清理赣江岸线", summary="组织{志愿者}参加。")
    FigureFactory(activity=activity, name="志愿者", wording="60余名")
    form = f"/admin/activities/activity/{activity.pk}/change/"
    for field, words in (("标题", "清理赣江西岸"), ("地点", "赣江西岸")):
        page.goto(form)
        page.get_by_label(field, exact=False).first.fill(words)
        page.get_by_role("button", name="保存", exact=True).click()
        page.locator(".messagelist").wait_for()

    page.goto(form)
    page.get_by_role("link", name="历史").click()
    page.locator("li").filter(has_text="此前的内容").get_by_label("旧").check()
    page.get_by_role("button", name="比较所选的两版").click()
    expect(page.locator("dd")).to_have_text(["清理赣江岸线西岸", "（空）赣江西岸"])
    page.get_by_role("link", name="历史").click()
    page.locator("li").filter(has_text="此前的内容").get_by_role("link", name="恢复这一版").click()
    page.get_by_role("button", name="恢复这一版").click()
    expect(page.locator(".messagelist")).to_contain_text("已恢复为")

    page.goto(form.replace("change", "delete"))
    expect(page.locator("#content")).to_contain_text("一并删除：活动数据 1 条。")
    page.get_by_role("button", name="删除", exact=True).click()
    page.get_by_role("link", name="回收站").first.click()
    page.get_by_role("link", name="清理赣江岸线").click()
    page.get_by_role("button", name="恢复", exact=True).click()
    expect(page.locator(".messagelist")).to_contain_text("“清理赣江岸线”已经恢复。")

    back = Activity.objects.get()
    assert (back.pk, back.title, back.place, back.summary_text()) == (
        activity.pk,
        "清理赣江岸线",
        "",
        "组织60余名参加。",
    )
