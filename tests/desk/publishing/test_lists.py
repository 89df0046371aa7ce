"""The state of records in their list, and acts upon several of them, shown on activities."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from django.contrib.auth.models import Permission
from django.urls import reverse
from django.utils import timezone

from activities.models import Activity
from desk.models import Step
from desk.publishing.acts import ALL, take_all
from desk.publishing.bulk import AT_ONCE
from tests.factories import PUBLISHED_AT, ActivityFactory, ParticipantFactory, WorkAreaFactory
from tests.pages import FormOnPage
from tests.reading import texts

pytestmark = pytest.mark.django_db

LIST = reverse("admin:activities_activity_changelist")
DAY = timedelta(days=1)
FAR = datetime(2099, 10, 1, 8, 0, tzinfo=ZoneInfo("Asia/Shanghai"))


@pytest.mark.parametrize(
    ("told", "words"),
    [
        ({}, "草稿"),
        ({"state": "in_review"}, "待审"),
        ({"state": "published", "published_at": FAR}, "定时发布（2099年10月1日 8:00）"),
        ({"published": True}, "已发布"),
        ({"published": True, "expires_at": FAR}, "已发布（2099年10月1日 8:00到期）"),
        ({"published": True, "expires_at": PUBLISHED_AT + DAY}, "已到期（2020年5月30日 9:00）"),
        ({"state": "withdrawn"}, "已撤回"),
    ],
)
def test_list_tells_the_state_with_its_times_and_finds_by_it(desk, told, words):
    record = ActivityFactory(**told)

    page = desk.get(LIST, {"status": record.status})

    assert record.status_text == words
    assert texts(page, "//td[contains(@class, 'field-status_told')]") == [words]
    assert (
        not desk.get(LIST, {"status": "draft" if record.status != "draft" else "expired"})
        .context["cl"]
        .result_list
    )


def chosen(client, act, *records, address=LIST):
    keys = [record.pk for record in records]
    return client.post(address, {"action": f"{act}_selected", "_selected_action": keys})


def confirmed(client, page, address=LIST, **typed):
    keys = texts(page, "//input[@name='_selected_action']/@value")
    told = {**FormOnPage(page).fields, **typed, "_selected_action": keys}
    return client.post(address, told, follow=True)


def test_act_upon_several_says_first_what_it_will_do(desk):
    drafts, public = [ActivityFactory(), ActivityFactory()], ActivityFactory(published=True)

    page = chosen(desk, "withdraw", *drafts, public)

    assert page.context["can"] == [public]
    assert {record for record, _ in page.context["cannot"]} == set(drafts)
    assert Activity.objects.published().count() == 1


def test_act_upon_several_is_done_at_the_second_press_and_undone_from_its_message(desk):
    records = [ActivityFactory(), ActivityFactory()]

    answer = confirmed(desk, chosen(desk, "publish", *records))
    published = Activity.objects.published().count()
    (address,) = texts(answer, "//ul[@class='messagelist']//form/@action")
    desk.post(address)

    assert texts(answer, "//ul[@class='messagelist']/li") == ["已发布 2 条。撤销"]
    assert published == 2
    assert set(Activity.objects.values_list("state", flat=True)) == {"draft"}


def test_undoing_needs_the_right_to_the_act_and_the_desk_of_its_records(desk, client, editor):
    (step,) = take_all(
        ALL["publish"], model=Activity, keys=[ActivityFactory().pk], by=editor, at=timezone.now()
    )
    other = reverse("admin:notices_notice_undo", args=[step.batch])
    own = reverse("admin:activities_activity_undo", args=[step.batch])

    answers = [desk.post(other).status_code]
    client.force_login(editor)
    answers.append(client.post(own).status_code)

    assert answers == [404, 403]
    assert Activity.objects.published().count() == 1


def test_returning_several_asks_for_the_reason(desk):
    page = chosen(desk, "return", ActivityFactory(state="in_review"))

    without = confirmed(desk, page)
    confirmed(desk, page, reason="缺少照片")

    assert texts(without, "//ul[@class='errorlist']") == ["请填写这一项。"]
    assert [step.reason for step in Step.objects.all()] == ["缺少照片"]


def test_act_upon_what_a_search_found(desk):
    found = ParticipantFactory(name="芦君").activity
    ParticipantFactory(name="芦君", role="spoke", activity=found)
    address = f"{LIST}?q=芦君"

    confirmed(desk, chosen(desk, "publish", found, address=address), address=address)

    assert list(Activity.objects.published()) == [found]


def test_act_upon_several_is_asked_in_a_steady_number_of_queries(desk, django_assert_num_queries):
    records = [ActivityFactory(summary="概要") for _ in range(3)]
    chosen(desk, "publish", records[0])
    with django_assert_num_queries(15):
        chosen(desk, "publish", records[0])
    with django_assert_num_queries(15):
        chosen(desk, "publish", *records)


def test_more_than_can_be_looked_over_are_not_moved_at_once(desk):
    area = WorkAreaFactory()
    Activity.objects.bulk_create(ActivityFactory.build(area=area) for _ in range(AT_ONCE + 1))
    told = {"action": "submit_selected", "_selected_action": [1], "select_across": "1", "_confirmed": "1"}

    answer = desk.post(LIST, told, follow=True)

    assert texts(answer, "//ul[@class='messagelist']/li") == ["一次最多送审 500 条，请先缩小范围。"]
    assert not Step.objects.exists()


def test_list_offers_only_the_acts_that_one_has_the_right_to(client, editor):
    ActivityFactory()
    editor.user_permissions.add(Permission.objects.get(codename="withdraw_activity"))
    client.force_login(editor)

    page = client.get(LIST)

    offered = texts(page, "//select[@name='action']/option/@value")
    assert offered == ["", "export_selected", "withdraw_selected"]
