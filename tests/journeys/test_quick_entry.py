"""A whole activity entered by keyboard on one screen; its clicks, keys and seconds are printed."""

from datetime import date

import pytest
from django.contrib.auth import get_user_model
from PIL import Image
from playwright.sync_api import expect

from activities.models import Activity
from organizations.models import Partner, Person
from tests import factories as make
from tests.journeys.test_record_to_report import PASSWORD, sign_in

pytestmark = pytest.mark.django_db(transaction=True)

A_KEY = 0.2  # seconds for somebody who types fast: five a second


class Counted:
    """A page, and the clicks and keys that it took."""

    def __init__(self, page):
        self.page, self.keys, self.clicks = page, 0, 0

    def type(self, text, end=""):
        self.page.keyboard.type(text)
        self.keys += len(text)
        if end:
            self.press(end)

    def press(self, key, times=1):
        for _ in range(times):
            self.page.keyboard.press(key)
            self.keys += 1

    def go(self, place):
        """To a field by the keyboard, as long as that takes."""
        for _ in range(40):
            if self.page.locator(place).evaluate("field => field === document.activeElement"):
                return
            self.press("Tab")
        pytest.fail(f"the keyboard does not lead to {place}")

    def click(self, place):
        place.click()
        self.clicks += 1


@pytest.fixture
def photos(tmp_path):
    paths = [tmp_path / "集市.jpg", tmp_path / "宣誓.jpg"]
    for path, colour in zip(paths, ("seagreen", "firebrick"), strict=True):
        Image.new("RGB", (900, 600), colour).save(path)
    return paths


def enter(counted, photos):
    page = counted.page
    page.locator("#id_title").focus()
    counted.type("“青春集市”志愿服务周")
    counted.go("#id_area")
    counted.press("ArrowDown", times=2)
    for field, text in (("starts_on", "2021.6.10"), ("ends_on", "2021.6.12"), ("place", "人民广场")):
        counted.go(f"#id_{field}")
        counted.type(text)
    counted.go(".field-organizers .select2-search__field")
    for name in ("桃花镇团委", "区直机关团工委"):
        counted.type(name)
        expect(page.locator(".select2-results__option--highlighted")).to_have_text(name)
        counted.press("Enter")
    counted.go("#id_summary")
    counted.type("团区委组织{志愿者}走进广场。")
    counted.go("#partnerships-group textarea")
    counted.type("区教育局 联合主办", end="Enter")
    counted.go("#figures-group .lines-box textarea")
    for line in ("参与 200余名", "志愿者 60名", "受益群众 1200余人次", "发放宣传册 3000份"):
        counted.type(line, end="Enter")
    counted.go("#participants-group .lines-box textarea")
    counted.type("张三 讲话")
    expect(page.locator("#participants-offers li").first).to_contain_text("区委书记张三 讲话")
    counted.press("Enter")
    counted.type("团区委书记 李四 主持", end="Enter")
    counted.type("志愿者代表 王小明", end="Enter")
    expect(page.locator("#id_participants-2-name")).to_have_value("王小明")
    add_photos(counted, photos)
    counted.click(page.get_by_role("button", name="保存", exact=True))
    page.wait_for_url("**/activities/activity/")


def add_photos(counted, photos):
    page = counted.page
    with page.expect_file_chooser() as chooser:
        counted.click(page.locator("#photos-several"))
    chooser.value.set_files(photos)
    for number, alt in enumerate(("集市全景", "志愿者宣誓")):
        counted.click(page.locator(f"#id_photos-{number}-alt"))
        counted.type(alt)


@pytest.fixture
def known(db):
    """What is on record already."""
    make.WorkAreaFactory(name="思想引领")
    make.WorkAreaFactory(name="服务成长成才")
    for name in ("桃花镇团委", "区直机关团工委"):
        make.OrganizationFactory(name=name)
    make.PartnerFactory(name="区教育局")
    person = make.PersonFactory(name="张三")
    make.PersonPostFactory(person=person, unit="区委", post="书记", until=date(2022, 1, 1))
    make.PersonPostFactory(person=person, unit="市政协", post="主席", since=date(2022, 1, 2))


def test_a_whole_activity_is_entered_by_keyboard(page, live_server, known, photos, capsys):
    get_user_model().objects.create_superuser("xiaofang", password=PASSWORD)
    sign_in(page, live_server)
    page.goto(f"{live_server.url}/admin/activities/activity/add/")
    page.wait_for_load_state("networkidle")
    height = page.locator("#activity_form").bounding_box()["height"]
    counted = Counted(page)
    started = page.evaluate("performance.timeOrigin + performance.now()")

    enter(counted, photos)

    seconds = (page.evaluate("performance.timeOrigin + performance.now()") - started) / 1000
    with capsys.disabled():
        typing = counted.keys * A_KEY + counted.clicks
        print(f"\n  录入一个活动：点击{counted.clicks}次，按键{counted.keys}次，空表高{height:.0f}像素；")
        print(f"  浏览器用了{seconds:.0f}秒，每秒{1 / A_KEY:.0f}键、每次点击1秒的人约{typing:.0f}秒。")
    assert counted.clicks <= 25
    assert told(Activity.objects.get()) == {
        "title": "“青春集市”志愿服务周",
        "area": "服务成长成才",
        "when": "2021年6月10日至12日",
        "place": "人民广场",
        "organizers": {"桃花镇团委", "区直机关团工委"},
        "summary": "团区委组织60名走进广场。",
        "partners": ["区教育局（联合主办）"],
        "figures": [
            ("参与", "200余名", "people", "participants"),
            ("志愿者", "60名", "people", "volunteers"),
            ("受益群众", "1200余人次", "attendances", "beneficiaries"),
            ("发放宣传册", "3000份", "things", "goods"),
        ],
        "people": [
            ("区委书记张三", "spoke", "张三"),
            ("团区委书记李四", "chaired", None),
            ("志愿者代表王小明", "attended", None),
        ],
        "photos": ["集市全景", "志愿者宣誓"],
    }
    assert [one.name for one in Person.objects.all()] == ["张三"]


def told(activity) -> dict:
    return {
        "title": activity.title,
        "area": str(activity.area),
        "when": activity.when_text,
        "place": activity.place,
        "organizers": {str(one) for one in activity.organizers.all()},
        "summary": activity.summary_text(),
        "partners": [str(one) for one in activity.partnerships.all()],
        "figures": [(one.name, one.text, one.kind, one.counts) for one in activity.figures.all()],
        "people": [
            (str(one), one.role, one.person and one.person.name) for one in activity.participants.all()
        ],
        "photos": [photo.alt for photo in activity.photos.all()],
    }


def test_what_is_on_record_is_hinted_at_and_what_is_not_entered_only_once_offered(page, live_server, known):
    known_already = make.ActivityFactory(title="青春集市", starts_on=date(2021, 6, 10))
    get_user_model().objects.create_superuser("xiaofang", password=PASSWORD)
    sign_in(page, live_server)
    page.goto(f"{live_server.url}/admin/activities/activity/add/")
    page.locator("#id_title").fill("“青春集市”")
    page.locator("#id_starts_on").fill("2021.6.11")
    hint = page.locator("#alike").get_by_role("link", name="青春集市")
    expect(hint).to_have_attribute("href", f"/admin/activities/activity/{known_already.pk}/change/")

    box = page.locator("#partnerships-group .lines-box textarea")
    box.focus()
    page.keyboard.type("某公司，捐赠")
    page.keyboard.press("Enter")
    expect(page.locator("#partnerships-offers li")).to_have_text(["登记新的合作单位“某公司”名单里还没有"])
    assert not Partner.objects.filter(name="某公司").exists()
    page.keyboard.press("Enter")
    page.locator("#id_area").select_option(label="思想引领")
    page.get_by_role("button", name="保存", exact=True).click()
    page.wait_for_url("**/activities/activity/")

    activity = Activity.objects.exclude(pk=known_already.pk).get()
    assert [str(one) for one in activity.partnerships.all()] == ["某公司（捐赠方）"]
