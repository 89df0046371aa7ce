"""A summary from the press of a button to its correction, by an author and an approver."""

from datetime import date

import pytest
from playwright.sync_api import expect

from reports.models import Report
from tests.factories import ActivityFactory, CommitteeFactory, FigureFactory, StaffFactory, WorkAreaFactory

pytestmark = pytest.mark.django_db(transaction=True)

PASSWORD = "correct horse battery staple"


@pytest.fixture
def records(db):
    """Two activities with their figures, in the first half of 2020."""
    CommitteeFactory()
    area = WorkAreaFactory(name="服务成长成才")
    for day, title, wording in ((1, "清理赣江岸线", "60余名"), (2, "慰问敬老院", "20名")):
        activity = ActivityFactory(
            title=title,
            area=area,
            summary=f"3月{day}日，组织{{志愿者}}参加{title}。",
            starts_on=date(2020, 3, day),
            published=True,
        )
        FigureFactory(activity=activity, name="志愿者", wording=wording, counts="volunteers")


@pytest.fixture
def desk_of(browser, browser_context_args, live_server, records):
    """A page signed in as somebody, each in a browser of their own; what the policy refused is kept."""
    contexts = []

    def sign_in(name):
        StaffFactory(username=name, password=PASSWORD)
        context = browser.new_context(**browser_context_args, base_url=live_server.url)
        contexts.append(context)
        page = context.new_page()
        page.refused = []
        page.on("console", lambda said: page.refused.append(said) if said.type == "error" else None)
        page.goto("/admin/")
        page.get_by_label("用户名").fill(name)
        page.get_by_label("密码").fill(PASSWORD)
        page.get_by_role("button", name="登录").click()
        page.get_by_role("button", name="退出登录").wait_for()
        return page

    yield sign_in
    for context in contexts:
        context.close()


def take(page, step, reason=""):
    """Press a button of the workflow and confirm it on the page that asks once more."""
    page.goto(f"/admin/reports/report/{Report.objects.get().pk}/edit/")
    page.locator("#steps").get_by_role("link", name=step).click()
    if reason:
        page.locator("#id_reason").fill(reason)
    page.get_by_role("button", name=step).click()
    expect(page.locator(".success")).to_contain_text(f"已{step}")


def reword(page, title, text):
    page.goto(f"/admin/reports/report/{Report.objects.get().pk}/edit/")
    item = page.locator("article.entry").filter(has_text=title)
    item.get_by_role("link", name="改写、移动、合并").click()
    page.get_by_label("改写的内容").fill(text)
    page.get_by_role("button", name="保存").last.click()


def test_a_report_is_composed_edited_returned_issued_noticed_corrected_and_compared(desk_of):
    author, approver = desk_of("author"), desk_of("approver")

    author.goto("/admin/reports/report/")
    author.get_by_role("link", name="增加工作总结").last.click()
    author.get_by_label("年份").fill("2020")
    author.get_by_label("写哪一段").select_option(label="上半年")
    author.get_by_label("统计截止日").fill("2020-05-29")
    author.get_by_role("button", name="写出全文").click()
    expect(author.locator("article.entry h3")).to_have_text(["1.清理赣江岸线", "2.慰问敬老院"])

    author.get_by_label("开头语").fill("2020年上半年工作情况如下。")
    author.locator("article.entry").first.get_by_role("button", name="下移").click()
    expect(author.locator("article.entry h3")).to_have_text(["1.慰问敬老院", "2.清理赣江岸线"])
    expect(author.get_by_label("开头语")).to_have_value("2020年上半年工作情况如下。")

    reword(author, "清理赣江岸线", "共有{志愿者}清理岸线。")
    expect(author.locator("article.entry").last).to_contain_text("共有60余名清理岸线。")
    author.get_by_role("link", name="60余名").click()
    expect(author.locator(".trace:target")).to_contain_text("“60余名”")

    take(author, "送审")
    expect(author.get_by_role("button", name="保存")).to_have_count(0)
    take(approver, "退回", reason="开头再写一句")
    author.reload()
    expect(author.locator("#steps")).to_contain_text("已退回")
    author.get_by_label("开头语").fill("2020年上半年工作情况如下，请审阅。")
    author.get_by_role("button", name="保存").last.click()
    expect(author.locator(".success")).to_contain_text("已保存。")
    take(author, "送审")
    take(approver, "签发")

    reader = approver
    reader.goto("/reports/2020-h1/")
    expect(reader.get_by_role("main")).to_contain_text("请审阅")
    expect(reader.get_by_role("main")).to_contain_text(Report.objects.get().versions.get().sha256)
    expect(reader.locator(".notice")).to_have_count(0)

    author.goto("/admin/activities/activity/")
    author.get_by_role("link", name="清理赣江岸线").click()
    author.locator("#id_figures-0-wording").fill("80余名")
    author.get_by_role("button", name="发布修改", exact=True).click()
    reader.reload()
    expect(reader.locator(".notice")).to_contain_text("来源已有变化")
    expect(reader.get_by_role("main")).to_contain_text("共有60余名清理岸线。")

    take(approver, "发起更正", reason="志愿者人数核对后有更正")
    author.goto(f"/admin/reports/report/{Report.objects.get().pk}/edit/")
    expect(author.locator("article.entry").last).to_contain_text("原记录已改动")
    take(author, "送审")
    take(approver, "签发")

    reader.goto("/reports/2020-h1/versions/2/changes/")
    expect(reader.get_by_role("main")).to_contain_text("志愿者人数核对后有更正")
    expect(reader.get_by_role("main")).to_contain_text("80余名")
    reader.goto("/reports/2020-h1/versions/1/")
    expect(reader.get_by_role("main")).to_contain_text("共有60余名清理岸线。")
    refused = [said for said in author.refused + approver.refused if "Security Policy" in said.text]
    # The rich text editor tries to add a style of its own, which the policy refuses and nothing misses.
    assert [said.text for said in refused if "django_prose_editor" not in said.location["url"]] == []
