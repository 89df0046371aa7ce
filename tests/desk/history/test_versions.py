"""Every save is kept: who, when, and what of the record and its rows was changed."""

from decimal import Decimal

import pytest
from django.contrib import admin
from django.contrib.admin.models import LogEntry
from django.contrib.auth.models import Permission
from django.urls import reverse
from reversion.models import Version

from activities.models import Activity, Figure
from desk.history.admin import KeptAdmin
from tests.factories import (
    PUBLISHED_AT,
    ActivityFactory,
    AwardTitleFactory,
    CorrectionFactory,
    FigureFactory,
    OrganizationFactory,
    ParticipantFactory,
    PhotoFactory,
    ServiceRecordFactory,
    StaffFactory,
    TagFactory,
    UserFactory,
    VolunteerFactory,
    WorkAreaFactory,
)
from tests.pages import Desk, FormOnPage
from volunteers.models import Volunteer

pytestmark = pytest.mark.django_db


def address(record, page="change"):
    return reverse(f"admin:{record._meta.app_label}_{record._meta.model_name}_{page}", args=[record.pk])


def form_of(client, record):
    return Desk(client, address(record))


def entries(client, record):
    return client.get(address(record, "history")).context["entries"]


def told(change):
    """A change as plain words: [went] {came} around what stayed."""
    if hasattr(change, "how"):
        return (f"{change.how}{change.label}“{change.name}”", [told(one) for one in change.columns])
    marks = {"removed": "[{}]", "added": "{{{}}}", "same": "{}"}
    pieces = "".join(marks[kind].format(text) for kind, text in change.pieces)
    return f"{change.label}：{pieces or change.remark}"


def history(client, record):
    return [
        (one.version.revision.comment, one.changes and [told(change) for change in one.changes])
        for one in entries(client, record)
    ]


def test_words_choices_and_records_are_told_by_their_names(desk):
    area = WorkAreaFactory(name="思想引领")
    activity = ActivityFactory(title="学雷锋活动", area__name="成长成才", summary="组织志愿者300余名参加。")
    form_of(desk, activity).type(
        area=str(area.pk), summary="组织志愿者400余名参加。", date_precision="month", body="<p>全文。</p>"
    ).send()

    assert history(desk, activity) == [
        (
            "修改。",
            [
                "工作板块：[成长成才]{思想引领}",
                "开始日期：[2020年3月5日]{2020年3月1日}",
                "结束日期：[2020年3月5日]{2020年3月31日}",
                "时间的准确程度：[某一天]{某月}",
                "概要：组织志愿者[300余]{400余}名参加。",
                "新闻正文：[（空）]{全文。}",
            ],
        ),
        ("此前的内容", None),
    ]


def test_rows_that_came_went_and_changed_are_told(desk):
    activity = ActivityFactory()
    FigureFactory(activity=activity, name="志愿者", wording="300余名")
    ParticipantFactory(activity=activity, name="芦君", post="书记")
    form = form_of(desk, activity)
    form.type(**{"figures-0-wording": "400余名", "participants-0-DELETE": "on"})
    form.add_row("participants", name="王敏", role="spoke").send()

    [(_, changes), _] = history(desk, activity)

    assert changes == [
        ("修改活动数据“志愿者”", ["数字写法：[300余]{400余}名", "数值：[300]{400}"]),
        ("增加参与人“王敏”", ["姓名：王敏", "在活动中：讲话"]),
        ("删除参与人“芦君”", ["姓名：芦君", "当时职务：书记"]),
    ]


def test_a_save_that_changes_nothing_makes_no_version_and_says_so(desk):
    other = StaffFactory()
    activity = ActivityFactory(state="withdrawn", updated_by=other)
    Activity.objects.filter(pk=activity.pk).update(published_at=PUBLISHED_AT.replace(microsecond=123456))
    FigureFactory(activity=activity, position=2)
    PhotoFactory(activity=activity)
    stamp = Activity.objects.values_list("updated_at", "updated_by").get()

    answer = desk.post(address(activity), {**form_of(desk, activity).fields, "_save": "保存"}, follow=True)

    assert [str(message) for message in answer.context["messages"]] == [
        "没有改动任何内容，没有产生新的版本。"
    ]
    assert (Version.objects.count(), LogEntry.objects.count()) == (0, 0)
    assert Activity.objects.values_list("updated_at", "updated_by").get() == stamp


def test_the_first_edit_after_publishing_tells_no_other_time_of_publication(desk):
    activity = ActivityFactory()
    chosen = {"action": "publish_selected", "_confirmed": 1, "_selected_action": [activity.pk]}
    desk.post(reverse("admin:activities_activity_changelist"), chosen)
    form_of(desk, activity).type(title="新标题").send("update")

    [(_, edited), (words, published), (before, _)] = history(desk, activity)

    assert [told for told in edited if told.startswith("发布时间")] == []
    assert [LogEntry.objects.order_by("pk")[1].get_change_message(), words, before] == [
        "修改：标题。",
        "发布。",
        "此前的内容",
    ]
    assert "状态：[草稿]{已发布}" in published


def test_versions_name_who_made_them_and_what_stood_before_who_had(desk, staff):
    author = StaffFactory()
    activity = ActivityFactory(updated_by=author)
    form_of(desk, activity).type(title="新标题").send()

    assert [one.version.revision.user for one in entries(desk, activity)] == [staff, author]


def test_what_was_changed_outside_the_desk_is_nobody_s(desk, staff):
    activity = ActivityFactory(title="旧标题")
    form_of(desk, activity).type(place="广场").send()
    Activity.objects.update(title="命令改的标题")
    form_of(desk, activity).type(place="公园").send()

    told_by = [(one.version.revision.comment, one.version.revision.user) for one in entries(desk, activity)]

    assert told_by == [
        ("修改。", staff),
        ("在工作台以外改动", None),
        ("修改。", staff),
        ("此前的内容", None),
    ]


def test_a_row_with_a_page_of_its_own_has_a_history_there_and_on_its_owner_s(desk):
    volunteer = VolunteerFactory(name="王敏")
    record = ServiceRecordFactory(volunteer=volunteer, hours=Decimal(2), ledger="by_hand")
    form_of(desk, record).type(hours="3").send()
    form_of(desk, volunteer).type(**{"service_records-0-hours": "4"}).send()

    assert [words for words, _ in history(desk, record)] == ["修改。", "修改。", "此前的内容"]
    assert [words for words, _ in history(desk, volunteer)] == ["修改。", "修改。", "此前的内容"]
    assert history(desk, record)[0][1] == ["时长（小时）：[3]{4}"]


def test_a_pasted_roster_is_kept(desk):
    title = AwardTitleFactory(name="优秀团员")
    paste = reverse("admin:intake_batch_roster", args=[title._meta.label_lower, title.pk])
    page = desk.post(paste, {"text": "张三\n李四"}, follow=True)
    desk.post(page.request["PATH_INFO"], {**FormOnPage(page).fields, "do": "enter"})

    assert [words for words, _ in history(desk, title)[0][1]] == ["增加获奖者“张三”", "增加获奖者“李四”"]


def test_handling_a_correction_is_kept(desk):
    correction = CorrectionFactory()
    form_of(desk, correction).type(note="已核对", state="mended").send()

    assert history(desk, correction)[0][1] == ["状态：[待处理]{已改正}", "处理记录：[（空）]{已核对}"]


def test_a_change_of_format_alone_is_told_as_such(desk):
    activity = ActivityFactory(body="<p>全文</p>")
    form_of(desk, activity).type(body="<p><strong>全文</strong></p>").send()

    assert history(desk, activity)[0][1] == ["新闻正文：只改了格式，文字没有变。"]


def test_private_columns_are_told_to_those_only_who_may_see_them(desk, client):
    volunteer = VolunteerFactory(name="王敏", phone="13800000000")
    form_of(desk, volunteer).type(phone="13911112222", name="王慧敏").send()
    clerk = UserFactory(is_staff=True)
    clerk.user_permissions.set(Permission.objects.filter(codename__in=("view_volunteer", "change_volunteer")))

    with_right = history(desk, volunteer)[0][1]
    client.force_login(clerk)
    page = client.get(address(volunteer, "history"))

    assert with_right == ["姓名：[王敏]{王慧敏}", "手机号：[13800000000]{13911112222}"]
    assert history(client, volunteer)[0][1] == ["姓名：[王敏]{王慧敏}"]
    assert "13911112222" not in page.content.decode()
    assert "139" not in LogEntry.objects.get().get_change_message()


def test_whoever_may_not_see_the_record_sees_no_page_of_its_history(desk, client, editor):
    organization = OrganizationFactory()
    form_of(desk, organization).type(short_name="简称").send()
    version = Version.objects.first()
    client.force_login(editor)

    answers = [
        client.get(address(organization, "history")),
        client.get(address(organization, "compare"), {"old": version.pk, "new": version.pk - 1}),
        client.get(f"{address(organization, 'history')}{version.pk}/restore/"),
    ]

    assert [answer.status_code for answer in answers] == [403, 403, 403]


def test_two_versions_are_compared_from_the_older_to_the_newer(desk):
    activity = ActivityFactory(title="第一")
    for title in ("第二", "第三"):
        form_of(desk, activity).type(title=title).send()
    newest, _, oldest = (one.version.pk for one in entries(desk, activity))

    page = desk.get(address(activity, "compare"), {"old": newest, "new": oldest})

    assert [told(change) for change in page.context["changes"]] == ["标题：[第一]{第三}"]


@pytest.mark.parametrize("chosen", [{}, {"old": "1", "new": "1"}, {"old": "x", "new": "9" * 30}])
def test_comparing_asks_for_two_versions_of_the_record(desk, chosen):
    activity = ActivityFactory()

    answer = desk.get(address(activity, "compare"), chosen, follow=True)

    assert [str(message) for message in answer.context["messages"]] == ["请选两个不同的版本，再比较。"]


@pytest.mark.parametrize("edits", [1, 4])
def test_history_takes_the_same_queries_however_long(desk, django_assert_num_queries, edits):
    activity = ActivityFactory()
    activity.tags.add(TagFactory())
    for number in range(edits):
        form = form_of(desk, activity).type(title=f"标题{number}")
        form.add_row("figures", name=f"数据{number}", wording="3名").send()

    with django_assert_num_queries(13):
        desk.get(address(activity, "history"))


def test_all_that_staff_change_in_the_desk_is_kept():
    kept = {model for model, its in admin.site._registry.items() if isinstance(its, KeptAdmin)}

    others = {model._meta.label for model in admin.site._registry} - {model._meta.label for model in kept}
    # Figures are changed on their activity's page; what readers looked for is not written by staff.
    assert others == {
        "activities.Figure",
        "search.Asked",
        "auth.User",
        "auth.Group",
        "desk.Binned",
        "desk.LogLine",
        "desk.Overruled",
    }
    assert {Volunteer, Activity} <= kept
    assert Figure not in kept
