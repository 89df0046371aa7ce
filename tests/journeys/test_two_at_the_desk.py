"""Two clerks at one activity, a tab closed too soon: nothing that anybody typed is lost."""

import pytest
from django.contrib.auth import get_user_model
from playwright.sync_api import expect

from activities.models import Activity, Figure
from tests.factories import ActivityFactory, FigureFactory
from tests.journeys.test_record_to_report import PASSWORD, sign_in

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def activity():
    activity = ActivityFactory(title="青春集市", place="人民广场")
    FigureFactory(activity=activity, name="志愿者", wording="300余名")
    return activity


@pytest.fixture
def desk(page, live_server, activity):
    """A page on the activity's form, signed in."""
    get_user_model().objects.create_superuser("xiaofang", password=PASSWORD, last_name="方", first_name="小")
    sign_in(page, live_server)
    page.goto(f"{live_server.url}/admin/activities/activity/{activity.pk}/change/")
    return page


def save(page):
    page.get_by_role("button", name="保存", exact=True).click()
    page.wait_for_load_state()


def test_the_second_clerk_sees_both_versions_and_chooses(desk, activity):
    other = desk.context.new_page()
    other.goto(desk.url)
    other.locator("#id_place").fill("文化宫")
    other.locator("#id_figures-0-wording").fill("342名")
    save(other)

    desk.locator("#id_place").fill("体育馆")
    desk.locator("summary", has_text="更多：对象、背景、标签").click()
    desk.locator("#id_audience").fill("团员青年")
    save(desk)
    expect(desk.locator(".errornote + .errorlist, .errorlist.nonfield").first).to_contain_text("方小于")
    collision = desk.locator(".desk-collision")
    expect(collision).to_contain_text("体育馆")
    collision.get_by_label("文化宫").check()
    save(desk)

    assert Activity.objects.values_list("place", "audience").get() == ("文化宫", "团员青年")
    assert Figure.objects.get().text == "342名"


def test_what_was_typed_is_offered_again_after_a_closed_tab(desk, activity):
    desk.locator("#id_place").fill("体育馆")
    desk.locator("#participants-group .add-row a").click()
    desk.locator("#id_participants-0-name").fill("张三")
    for _ in range(50):  # a wait by the page itself would need eval
        if desk.evaluate("JSON.stringify(localStorage).includes('张三')"):
            break
        desk.wait_for_timeout(100)
    again = desk.context.new_page()
    desk.close()

    again.goto(f"{desk.url}")
    again.get_by_role("button", name="接着填写").click()
    expect(again.locator("#id_place")).to_have_value("体育馆")
    expect(again.locator("#id_participants-0-name")).to_have_value("张三")
    assert Activity.objects.get().place == "人民广场"
    save(again)

    assert Activity.objects.get().place == "体育馆"
    assert [one.name for one in Activity.objects.get().participants.all()] == ["张三"]
    again.goto(f"{desk.url}")
    expect(again.locator("#id_place")).to_have_value("体育馆")
    expect(again.locator(".desk-offer")).to_have_count(0)


def test_leaving_a_changed_form_asks(desk):
    asked = []
    desk.on("dialog", lambda dialog: (asked.append(dialog.type), dialog.accept()))
    desk.locator("#id_place").click()
    desk.keyboard.type("体育馆")

    desk.get_by_role("link", name="活动", exact=True).first.click()
    desk.wait_for_load_state()

    assert asked == ["beforeunload"]


def test_the_page_goes_to_the_first_error(desk):
    desk.locator("#id_starts_on").fill("不知道")
    desk.locator("#id_figures-0-wording").fill("三百来个左右的")
    save(desk)

    assert desk.evaluate("document.activeElement.id") == "id_starts_on"
    expect(desk.locator("#id_starts_on")).to_be_in_viewport()


def test_a_form_that_nobody_typed_in_is_left_and_opened_without_a_word(desk):
    asked = []
    desk.on("dialog", lambda dialog: (asked.append(dialog.type), dialog.accept()))
    desk.wait_for_load_state("networkidle")
    with desk.context.expect_page():
        desk.get_by_role("button", name="预览", exact=True).click()
    desk.wait_for_timeout(600)

    desk.reload()

    expect(desk.locator("#id_place")).to_have_value("人民广场")
    expect(desk.locator(".desk-offer")).to_have_count(0)
    assert asked == []
