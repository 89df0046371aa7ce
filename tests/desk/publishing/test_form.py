"""The buttons of a record's form and the pages they lead to, shown on notices and activities."""

from datetime import timedelta

import pytest
from django.contrib.admin.models import LogEntry
from django.contrib.auth.models import Permission
from django.urls import reverse
from django.utils import timezone

from activities.models import Activity
from desk.models import Step
from notices.models import Notice
from tests.desk.publishing.doing import done
from tests.factories import (
    PUBLISHED_AT,
    ActivityFactory,
    FigureFactory,
    NoticeFactory,
    OrganizationFactory,
    UserFactory,
)
from tests.pages import Desk, FormOnPage, refusals, still_typed, typed
from tests.reading import texts

pytestmark = pytest.mark.django_db

LIST = reverse("admin:notices_notice_changelist")
ADD = reverse("admin:notices_notice_add")
ACTS = ("submit", "return", "publish", "schedule", "withdraw")
ALL_ACTS = {"送审": "submit", "退回": "return", "发布": "publish", "定时发布": "schedule", "撤回": "withdraw"}
BUTTONS = "//span[@class='acts']/button"


def form_of(client, record):
    return Desk(
        client, reverse(f"admin:{record._meta.label_lower.replace('.', '_')}_change", args=[record.pk])
    )


def page_of(record, act):
    return reverse(f"admin:{record._meta.label_lower.replace('.', '_')}_act", args=[record.pk, act])


@pytest.fixture
def signed_in(client):
    """A client of somebody with only these rights upon notices."""

    def signed_in(*rights):
        user = UserFactory(is_staff=True, last_name="王", first_name="小明")
        codenames = [f"{right}_notice" for right in rights]
        user.user_permissions.set(Permission.objects.filter(codename__in=codenames))
        client.force_login(user)
        return client

    return signed_in


@pytest.mark.parametrize(
    ("told", "labels"),
    [
        ({}, ["送审", "发布", "定时发布"]),
        ({"state": "in_review"}, ["退回", "发布", "定时发布"]),
        ({"published": True}, ["发布修改", "设到期时间", "撤回"]),
        ({"state": "withdrawn"}, ["送审", "发布", "定时发布"]),
    ],
)
def test_form_offers_what_may_be_done_with_a_record_of_its_state(desk, told, labels):
    record = NoticeFactory(**told)

    assert texts(desk.get(form_of(desk, record).address), BUTTONS) == labels


def test_state_and_time_are_no_fields_of_any_form(desk):
    for model in (
        "activities_activity",
        "activities_campaign",
        "notices_notice",
        "volunteers_team",
        "honors_commendation",
        "honors_honorreceived",
    ):
        fields = FormOnPage(desk.get(reverse(f"admin:{model}_add"))).fields
        assert not [name for name in fields if name.split("_")[0] in ("state", "published", "expires")]


@pytest.mark.parametrize("right", ACTS)
@pytest.mark.parametrize("pressed", ACTS)
def test_each_act_asks_for_its_own_right(signed_in, right, pressed):
    told = {"return": {"state": "in_review"}, "withdraw": {"published": True}}
    record = NoticeFactory(**told.get(pressed, {}))
    client = signed_in("view", "change", right)
    form = form_of(client, record).type(title="新标题")

    answer = form.send(pressed)

    assert answer.status_code == (302 if right == pressed else 403)
    assert client.get(page_of(record, pressed)).status_code == (200 if right == pressed else 403)
    # What was typed upon a published record waits in a draft, which the form shows.
    assert form_of(client, record).fields["title"] == ("新标题" if right == pressed else record.title)


def test_act_is_done_with_what_was_typed_just_now(desk, staff):
    record = NoticeFactory()

    form_of(desk, record).type(title="新标题").send("publish")

    now = Notice.objects.published().get()
    assert (now.title, now.approved_by) == ("新标题", staff)
    assert {str(entry.get_change_message()) for entry in LogEntry.objects.all()} == {"发布。", "修改：标题。"}


def test_new_record_is_published_from_its_first_form(desk):
    answer = Desk(desk, ADD).type(title="通知", body="<p>全文</p>").send("publish")

    assert (answer.status_code, answer.url) == (302, LIST)
    assert Notice.objects.published().count() == 1


def test_act_without_anything_typed_leaves_one_line_in_the_history(desk):
    form_of(desk, NoticeFactory()).send("submit")

    assert [str(entry.get_change_message()) for entry in LogEntry.objects.all()] == ["送审。"]


def test_nothing_is_done_where_the_form_is_refused(desk):
    form = form_of(desk, NoticeFactory()).type(title="")

    answer = form.send("publish")

    assert "title" in refusals(answer)
    assert texts(answer, BUTTONS) == ["送审", "发布", "定时发布"]
    assert Notice.objects.get().state == "draft"


def test_rule_on_what_is_published_speaks_beside_its_field(desk):
    form = form_of(desk, NoticeFactory()).type(ends_on="2020-06-05")

    answer = form.send("publish")

    assert refusals(answer) == {"ends_on": ["截止日期不能早于发布的那一天。"]}


@pytest.mark.parametrize("pressed", ["", "withdraw"])
def test_form_opened_before_a_withdrawal_changes_nothing_and_tells_of_it(desk, pressed):
    record = ActivityFactory(published=True)
    form = form_of(desk, record).type(title="新标题")
    done(record, "withdraw", UserFactory(last_name="王", first_name="小明"))

    answer = form.send(pressed)

    now = Activity.objects.get()
    assert (now.state, now.title) == ("withdrawn", record.title)
    assert still_typed(form, answer) | {"_state": ""} == typed(form) | {"_state": ""}
    (told,) = answer.context["adminform"].form.non_field_errors()
    assert "王小明已于" in told
    assert "撤回，它现在是“已撤回”。" in told


def test_form_that_told_of_a_withdrawal_saves_at_the_next_press_and_publishes_nothing(desk, staff):
    record = ActivityFactory(published=True)
    form = form_of(desk, record).type(title="新标题")
    done(record, "withdraw", staff)
    form.fields |= FormOnPage(form.send()).fields

    form.send()

    now = Activity.objects.get()
    assert (now.state, now.title) == ("withdrawn", "新标题")


def test_act_without_what_it_was_offered_for_is_not_done(desk):
    form = form_of(desk, NoticeFactory())
    del form.fields["_state"]

    form.send("publish")

    assert Notice.objects.get().state == "draft"


def test_nobody_publishes_what_was_changed_since_it_was_read(desk):
    record = NoticeFactory(state="in_review")
    form, page = form_of(desk, record), Desk(desk, page_of(record, "publish"))
    form_of(desk, record).type(body="<p>另一段话</p>").send()

    answers = [form.send("publish"), page.send()]

    assert all("改过内容。你的操作没有执行" in answer.content.decode() for answer in answers)
    assert Notice.objects.get().state == "in_review"


def test_returning_asks_for_the_reason_on_a_page_of_its_own(desk, staff):
    record = NoticeFactory(state="in_review")

    page = form_of(desk, record).type(title="改了一字").send("return").url
    without = Desk(desk, page).send()
    Desk(desk, page).type(reason="缺少附件").send()

    now = Notice.objects.get()
    assert texts(without, "//ul[@class='errorlist']") == ["请填写这一项。"]
    assert (page, now.title, now.state) == (page_of(record, "return"), "改了一字", "draft")
    assert [(step.act, step.by, step.reason) for step in Step.objects.of(now)] == [
        ("return", staff, "缺少附件")
    ]


def typed_time(moment):
    return timezone.localtime(moment).strftime("%Y-%m-%dT%H:%M")


def test_scheduling_asks_for_the_times(desk):
    record, now = NoticeFactory(), timezone.now().replace(second=0, microsecond=0)
    day = timedelta(days=1)

    Desk(desk, page_of(record, "schedule")).type(
        moment=typed_time(now + day), until=typed_time(now + 2 * day)
    ).send()

    told = Notice.objects.get()
    assert (told.status, told.published_at, told.expires_at) == ("scheduled", now + day, now + 2 * day)


def test_time_that_is_over_is_refused_in_a_sentence_unless_it_is_entered_late(desk):
    page = page_of(NoticeFactory(), "schedule")

    refused = Desk(desk, page).type(moment=typed_time(PUBLISHED_AT)).send()
    was = Notice.objects.get().state
    Desk(desk, page).type(moment=typed_time(PUBLISHED_AT), is_late="on").send()

    assert texts(refused, "//ul[@class='errorlist']") == [
        "这个时间已经过去。补录以前已经公开过的内容，请勾选“补录”；否则请写以后的时间。"
    ]
    assert (was, Notice.objects.published().get().published_at) == ("draft", PUBLISHED_AT)


def test_publishing_that_is_asked_about_keeps_what_was_typed_and_goes_on(desk):
    record = ActivityFactory(summary="概要")

    page = form_of(desk, record).type(title="新标题").send("publish").url
    was = Activity.objects.get()
    Desk(desk, page).send()

    assert (was.title, was.state) == ("新标题", "draft")
    assert Activity.objects.published().count() == 1


def test_publishing_that_needs_no_question_is_done_at_once(desk):
    activity = ActivityFactory(summary="概要")
    activity.organizers.add(OrganizationFactory())
    FigureFactory(activity=activity)

    assert form_of(desk, activity).send("publish").url == reverse("admin:activities_activity_changelist")
    assert Activity.objects.published().count() == 1


def test_page_of_an_act_opened_before_another_act_does_nothing_and_tells_of_it(desk, staff):
    record = ActivityFactory()
    page = Desk(desk, page_of(record, "publish"))
    done(record, "submit", staff)

    answer = page.send()

    assert "送审，它现在是“待审”。" in texts(answer, "//ul[@class='messagelist']")[0]
    assert Activity.objects.get().state == "in_review"


def test_who_may_only_look_and_approve_approves_without_a_form(signed_in):
    record = NoticeFactory(state="in_review")
    client = signed_in("view", "publish")
    page = client.get(form_of(client, record).address)

    (action,) = texts(page, f"{BUTTONS}/@formaction")
    state = FormOnPage(page).fields["_state"]
    client.post(page_of(record, "publish"), {"_state": state, "_act": "publish"})

    assert action == "../act/publish/"
    assert Notice.objects.published().get().approved_by.last_name == "王"


def test_form_shows_the_way_of_its_record(desk, staff):
    record = NoticeFactory(state="in_review")
    done(record, "return", UserFactory(last_name="王", first_name="小明"), reason="缺少附件")

    (told,) = texts(desk.get(form_of(desk, record).address), "//ol[@class='way']/li")

    assert "退回 王小明" in told
    assert "原因：缺少附件" in told
