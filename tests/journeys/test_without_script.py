"""A reader whose browser runs no script finds a story, enlarges it and tells of a mistake in it."""

import pytest
from playwright.sync_api import expect

from corrections.models import Correction
from tests.factories import ActivityFactory

SECONDS = 1000  # milliseconds


@pytest.fixture
def page(browser, live_server):
    context = browser.new_context(java_script_enabled=False, base_url=live_server.url)
    yield context.new_page()
    context.close()


def test_reader_without_script_searches_enlarges_and_corrects(page, transactional_db):
    story = ActivityFactory(title="暖冬行动走进社区", published=True)

    page.goto("/")
    page.get_by_label("在全站查找").fill("暖冬")
    page.get_by_role("search", name="全站").get_by_role("button", name="查找").click()
    page.get_by_role("link", name="暖冬行动走进社区").click()
    assert page.get_by_role("button", name="打印").count() == 0
    page.get_by_role("button", name="长者模式", exact=True).click()
    assert page.get_by_role("heading", level=1).text_content() == "暖冬行动走进社区"
    page.get_by_role("link", name="我要纠错").click()
    expect(page.get_by_role("button", name="退出长者模式")).to_be_visible()
    page.get_by_label("哪里有错").fill("日期应为3月6日。")
    page.wait_for_timeout(3.2 * SECONDS)  # a form that is sent at once is taken for a program's
    page.get_by_role("button", name="提交").click()

    assert page.get_by_role("heading", level=1).text_content() == "已经收到，谢谢"
    assert list(Correction.objects.values_list("page", "text")) == [
        (story.get_absolute_url(), "日期应为3月6日。")
    ]
