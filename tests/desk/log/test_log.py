"""One log of who did what, for whoever has the right, of records that they may see."""

import pytest
from django.contrib.admin.models import CHANGE, LogEntry
from django.contrib.auth.models import Permission
from django.contrib.contenttypes.models import ContentType
from django.urls import reverse

from activities.models import Activity
from desk.log.events import MOST_REFUSED_AN_HOUR, note_refused_sign_in
from desk.models import Binned, Event
from tests.desk.history.test_versions import address, form_of
from tests.factories import (
    ActivityFactory,
    OrganizationFactory,
    ReportFactory,
    StaffFactory,
    UserFactory,
    VolunteerFactory,
)
from tests.pages import Desk

pytestmark = pytest.mark.django_db

LIST = reverse("admin:desk_logline_changelist")


def lines(client, **filters):
    listed = client.get(LIST, filters).context["cl"].result_list
    return [(line.by and line.by.username, line.get_kind_display(), line.name) for line in listed]


def told(client, **filters):
    page = client.get(LIST, filters).context["cl"]
    return [page.model_admin.told(line) for line in page.result_list]


def test_saves_deletions_restores_and_publishing_stand_in_it(desk):
    activity = ActivityFactory(title="学雷锋")
    form_of(desk, activity).type(place="广场").send()
    chosen = {"action": "publish_selected", "_confirmed": 1, "_selected_action": [activity.pk]}
    desk.post(reverse("admin:activities_activity_changelist"), chosen)
    desk.post(address(activity, "delete"), {"post": "yes"})
    desk.post(reverse("admin:desk_binned_change", args=[Binned.objects.get().pk]))
    add = Desk(desk, reverse("admin:activities_tag_add"))
    add.type(name="新标签").send()

    assert lines(desk) == [
        ("staff", "新建", "新标签"),
        ("staff", "恢复", "学雷锋"),
        ("staff", "删除", "学雷锋"),
        ("staff", "送审与发布", "学雷锋"),
        ("staff", "修改", "学雷锋"),
    ]
    assert told(desk)[-1] == "修改：地点。"


def test_what_was_logged_before_the_update_stands_in_it(desk, staff):
    kind = ContentType.objects.get_for_model(Activity)
    changed = '[{"changed": {"fields": ["标题"]}}]'
    LogEntry.objects.create(
        user=staff,
        content_type=kind,
        object_id="7",
        object_repr="旧",
        action_flag=CHANGE,
        change_message=changed,
    )

    assert lines(desk) == [("staff", "修改", "旧")]
    assert told(desk) == ["修改了标题。"]


def test_signing_in_and_out_and_failing_to_stand_in_it(client):
    StaffFactory(username="wang", password="right-Words-9")
    login = reverse("admin:login")
    client.post(login, {"username": "wang", "password": "wrong"})
    client.post(login, {"username": "my-password-by-mistake", "password": "x"})
    client.post(login, {"username": "wang", "password": "right-Words-9"})
    client.post(reverse("admin:logout"))

    events = [(event.kind, event.by and event.by.username, event.name, event.words) for event in _events()]
    assert events == [
        ("refused", None, "wang", "密码不对，或者没有进入工作台的权限。"),
        ("refused", None, "", "没有这个账号。"),
        ("signed_in", "wang", "", ""),
        ("signed_out", "wang", "", ""),
    ]


def _events():
    return Event.objects.select_related("by").order_by("pk")


def test_a_stranger_cannot_fill_the_log():
    for _ in range(MOST_REFUSED_AN_HOUR + 5):
        note_refused_sign_in("nobody")

    assert Event.objects.count() == MOST_REFUSED_AN_HOUR


def test_exports_stand_in_it(desk):
    report = ReportFactory()

    desk.get(reverse("admin:reports_report_export", args=[report.pk, "txt"]))

    assert lines(desk) == [("staff", "导出", str(report))]


def test_it_is_filtered_by_person_kind_record_and_day(desk, staff):
    other = StaffFactory(username="other")
    first, second = ActivityFactory(title="甲"), OrganizationFactory(name="乙支部")
    for record in (first, second):
        form = form_of(desk, record)
        form.type(**({"place": "广场"} if record is first else {"short_name": "乙"})).send()
    LogEntry.objects.filter(object_repr="乙").update(user=other, action_time="2020-03-05T08:00:00Z")
    of_activities = ContentType.objects.get_for_model(Activity).pk

    answers = [
        lines(desk, by=other.pk),
        lines(desk, kind__exact="changed", of=of_activities),
        lines(desk, object_id=first.pk, of=of_activities),
        lines(desk, q="2020-03-05"),
        lines(desk, q="乙"),
    ]

    its = [("staff", "修改", "甲")]
    others = [("other", "修改", "乙")]
    assert answers == [others, its, its, others, others]


def test_it_is_closed_without_the_right_and_shows_only_kinds_that_may_be_seen(desk, client, editor):
    form_of(desk, VolunteerFactory(name="王敏")).type(phone="13911112222").send()
    form_of(desk, ActivityFactory(title="甲")).type(place="广场").send()
    everything = lines(desk)
    client.force_login(editor)
    closed = client.get(LIST).status_code
    editor.user_permissions.add(Permission.objects.get(codename="view_logline"))

    page = client.get(LIST)

    assert (len(everything), closed, page.status_code) == (2, 403, 200)
    assert lines(client) == [("staff", "修改", "甲")]
    assert "13911112222" not in desk.get(LIST).content.decode()


@pytest.mark.parametrize("number", [1, 3])
def test_it_takes_the_same_queries_however_long(desk, django_assert_num_queries, number):
    for _ in range(number):
        user = UserFactory()
        Event.objects.create(kind="signed_in", by=user)
        activity = ActivityFactory()
        LogEntry.objects.log_actions(user.pk, [activity], CHANGE, "修改。", single_object=True)
    desk.get(LIST)

    with django_assert_num_queries(6):
        desk.get(LIST)
