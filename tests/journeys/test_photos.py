"""Photos of an activity: several at once, moved, focused, and held until their words are there."""

import pytest
from django.contrib.auth import get_user_model
from playwright.sync_api import expect

from activities.models import Activity, Photo
from tests import uploads
from tests.factories import ActivityFactory
from tests.harness.looking import sticking_out
from tests.journeys.test_record_to_report import PASSWORD, sign_in

pytestmark = pytest.mark.django_db(transaction=True)

DROP = """async (group, name) => {
    const canvas = new OffscreenCanvas(60, 40);
    canvas.getContext("2d").fillRect(0, 0, 60, 40);
    const carried = new DataTransfer();
    carried.items.add(new File([await canvas.convertToBlob()], name, {type: "image/png"}));
    for (const kind of ["dragenter", "dragover", "drop"])
        group.dispatchEvent(new DragEvent(kind, {dataTransfer: carried, bubbles: true, cancelable: true}));
}"""


def file(name, content=None):
    return {
        "name": name,
        "mimeType": "image/jpeg",
        "buffer": content or uploads.photo(size=(300, 200)).read(),
    }


def test_photos_are_sent_at_once_moved_focused_and_held(page, live_server):
    get_user_model().objects.create_superuser("xiaofang", password=PASSWORD)
    activity = ActivityFactory(title="青春集市")
    page.set_viewport_size({"width": 1280, "height": 3000})  # nothing scrolls away while it is dragged
    sign_in(page, live_server)
    page.goto(f"{live_server.url}/admin/activities/activity/{activity.pk}/change/")
    said = page.locator("#photos-group [role=status]")

    page.locator("#photos-several").set_input_files(
        [file("一.jpg"), file("二.jpg"), file("bomb.png", uploads.vast_png())]
    )
    expect(said).to_contain_text("还有 2 张没有替代文字")
    expect(page.locator(".photo-waiting")).to_contain_text("bomb.png：图片的像素太多")
    page.locator("#photos-group").evaluate(DROP, "三.png")
    expect(said).to_contain_text("还有 3 张没有替代文字")
    rows = page.locator(".photo-row:visible")
    assert [rows.nth(at).locator("canvas").count() for at in range(3)] == [1, 1, 1]

    page.get_by_role("button", name="送审").click()
    expect(page.locator(".field-alt.errors")).to_have_count(3)
    assert page.locator(".photo-shown img:visible").count() == 3
    for at, words in enumerate(("一", "二", "三")):
        page.locator(f"#id_photos-{at}-alt").fill(words)
    rows.nth(2).locator("strong").drag_to(
        rows.nth(0).locator(".photo-shown"), target_position={"x": 1, "y": 1}
    )
    expect(rows.nth(0).locator("[name$=-alt]")).to_have_value("三")
    rows.nth(1).get_by_role("button", name="下移").press("Enter")
    expect(said).to_have_text("现在是第 3 张，共 3 张。")
    rows.nth(0).locator("button.photo-shown").press("ArrowLeft")
    rows.nth(1).locator("button.photo-shown").click(position={"x": 3, "y": 3})
    assert sticking_out(page, 390) == []
    page.get_by_role("button", name="送审").click()
    page.wait_for_url("**/activity/")

    photos = Photo.objects.filter(activity=activity).values_list("alt", "focus_x", "focus_y")
    assert [alt for alt, *_ in photos] == ["三", "二", "一"]
    assert photos[0] == ("三", 45, 50)
    assert max(photos[1][1:]) < 10
    assert Activity.objects.get().state == "in_review"
