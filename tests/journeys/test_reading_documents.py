"""Records come in by themselves: a summary becomes drafts by one press, a paragraph fills a form."""

import pytest
from django.contrib.auth import get_user_model
from playwright.sync_api import expect

from activities.models import Activity, Figure
from tests.factories import (
    ActivityFactory,
    FigureFactory,
    PartnerFactory,
    RootOrganizationFactory,
    WorkAreaFactory,
)

pytestmark = pytest.mark.django_db(transaction=True)

PASSWORD = "correct horse battery staple"
SUMMARY = """共青团西湖区委2020年上半年工作总结
一、服务成长成才富有成效
1、清理河岸。3月5日，团区委组织300余名青年志愿者清理赣江岸线。
2、捐赠口罩。4月8日，团区委向医院捐赠口罩1万个。
共青团西湖区委
2020年5月29日
"""
PARAGRAPH = "4月23日上午，团区委联合区图书馆在青少年宫开展世界读书日活动，120名学生参加。"


@pytest.fixture
def desk_page(page, live_server):
    """The desk, signed in."""
    get_user_model().objects.create_superuser("xiaofang", password=PASSWORD)
    RootOrganizationFactory()
    WorkAreaFactory(name="服务成长成才")
    page.goto(f"{live_server.url}/admin/")
    page.get_by_label("用户名").fill("xiaofang")
    page.get_by_label("密码").fill(PASSWORD)
    page.get_by_role("button", name="登录").click()
    return page


def test_a_summary_becomes_drafts_by_one_press_and_a_key(desk_page, live_server, tmp_path):
    page, file = desk_page, tmp_path / "半年总结.txt"
    file.write_text(SUMMARY, encoding="utf-8")

    page.goto(f"{live_server.url}/admin/intake/document/add/")
    page.get_by_label("文件", exact=True).set_input_files(file)
    page.get_by_role("button", name="开始读").click()
    expect(page.locator(".intake-span.is-current")).to_contain_text("1、清理河岸")
    page.keyboard.press("j")
    expect(page.locator(".intake-span.is-current")).to_contain_text("2、捐赠口罩")
    page.keyboard.press("a")
    expect(page.locator(".intake-decided")).to_contain_text("捐赠口罩")
    page.get_by_role("button", name="全部采用没有提醒的").click()
    expect(page.locator(".success")).to_contain_text("已采用 1 条")

    drafts = Activity.objects.order_by("starts_on").values_list("title", "state", "starts_on", "area__name")
    assert [(*row[:2], str(row[2]), row[3]) for row in drafts] == [
        ("清理河岸", "draft", "2020-03-05", "服务成长成才"),
        ("捐赠口罩", "draft", "2020-04-08", "服务成长成才"),
    ]
    figures = Figure.objects.order_by("activity__starts_on")
    assert [(one.name, one.text) for one in figures] == [("青年志愿者", "300余名"), ("口罩", "1万个")]


def test_a_pasted_paragraph_fills_the_form_of_an_activity(desk_page, live_server):
    page = desk_page
    PartnerFactory(name="区图书馆")

    page.goto(f"{live_server.url}/admin/activities/activity/add/")
    page.locator("#id_starts_on").fill("2020-01-01")
    page.get_by_text("粘贴一段话，读出各项").click()
    page.locator("#paragraph-text").fill(PARAGRAPH)
    page.get_by_role("button", name="读一读").click()
    page.locator(".field-starts_on").get_by_role("button", name="换成这个").click()
    page.get_by_role("button", name="全部采用").click()
    expect(page.locator(".intake-offer")).to_have_count(0)
    assert not Activity.objects.exists()
    page.locator("#id_area").select_option(label="服务成长成才")
    page.get_by_role("button", name="保存", exact=True).click()
    expect(page.locator(".success")).to_contain_text("世界读书日活动")

    activity = Activity.objects.get()
    assert (str(activity.starts_on), activity.day_part, activity.place) == (
        "2020-04-23",
        "morning",
        "青少年宫",
    )
    assert activity.summary == PARAGRAPH.replace("120名", "{学生}")
    assert [(one.name, one.text) for one in activity.figures.all()] == [("学生", "120名")]
    assert [one.partner.name for one in activity.partnerships.all()] == ["区图书馆"]
    assert [one.name for one in activity.organizers.all()] == ["共青团西湖区委"]


def test_what_is_filled_in_already_is_replaced_only_one_by_one(desk_page, live_server):
    page = desk_page
    activity = ActivityFactory(title="读书日", place="图书馆", summary="", starts_on="2020-04-23")
    FigureFactory(activity=activity, name="学生", wording="100名")

    page.goto(f"{live_server.url}/admin/activities/activity/{activity.pk}/change/")
    page.get_by_text("粘贴一段话，读出各项").click()
    page.locator("#paragraph-text").fill(PARAGRAPH)
    page.get_by_role("button", name="读一读").click()
    page.get_by_role("button", name="全部采用").click()
    expect(page.locator("#paragraph [role=status]")).to_contain_text("已经填了的 3 项没有动")
    page.get_by_role("button", name="读一读").click()  # what was taken is not offered again
    expect(page.locator("#paragraph [role=status]")).to_contain_text("列在下面")
    expect(page.get_by_role("button", name="全部采用")).to_be_hidden()
    replacing = page.locator(".intake-offer", has=page.get_by_role("button", name="换成这个"))
    expect(replacing).to_have_text(
        [
            "读出：世界读书日活动（现在填的是“读书日”）换成这个",
            "读出：青少年宫（现在填的是“图书馆”）换成这个",
            "活动数据：学生：120名（现在填的是“100名”）换成这个",
        ]
    )
    assert page.locator("#id_figures-TOTAL_FORMS").input_value() == "1"
    page.get_by_role("button", name="换成这个").last.click()
    page.get_by_role("button", name="保存", exact=True).click()
    expect(page.locator(".success")).to_contain_text("读书日")

    activity.refresh_from_db()
    assert (activity.title, activity.place) == ("读书日", "图书馆")
    assert activity.summary == PARAGRAPH.replace("120名", "{学生}")
    assert [(one.name, one.text) for one in activity.figures.all()] == [("学生", "120名")]
