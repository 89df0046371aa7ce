"""What is deleted in the desk is gone from the site at once, and comes back whole for thirty days."""

from datetime import timedelta

import pytest
from django.contrib.admin.models import LogEntry
from django.contrib.auth.models import Permission
from django.core.management import call_command
from django.urls import reverse
from django.utils import timezone
from reversion.models import Version

from activities.models import Activity, Campaign, Figure, Partnership, Photo
from desk.models import Binned, Draft, Preview, Step
from honors.models import Award, AwardTitle
from reports.document.periods import HalfYear
from reports.models import Report
from tests.desk.history.test_versions import address, form_of, history
from tests.every_table import rows
from tests.factories import (
    ActivityFactory,
    AwardFactory,
    CampaignFactory,
    CommitmentFactory,
    DraftFactory,
    EvidenceFactory,
    FigureFactory,
    OrganizationFactory,
    ParticipantFactory,
    PartnershipFactory,
    PhotoFactory,
    PreviewFactory,
    ServiceRecordFactory,
    TagFactory,
    TeamFactory,
    UserFactory,
    VolunteerFactory,
)
from tests.reports.every_source import report_of_every_source

pytestmark = pytest.mark.django_db

LIST = reverse("admin:desk_binned_changelist")
RECORDS = ("activities_", "honors_", "volunteers_", "reports_")


def deleted(client, record):
    answer = client.post(address(record, "delete"), {"post": "yes"}, follow=True)
    return [str(message) for message in answer.context["messages"]]


def restored(client, binned):
    answer = client.post(reverse("admin:desk_binned_change", args=[binned.pk]), follow=True)
    return [str(message) for message in answer.context["messages"]]


def standing():
    return {name: told for name, told in rows().items() if name.startswith(RECORDS)}


def over(binned):
    Binned.objects.filter(pk=binned.pk).update(deleted_at=timezone.now() - timedelta(days=31))


@pytest.fixture
def activity():
    activity = ActivityFactory(title="学雷锋", published=True)
    activity.tags.add(TagFactory())
    activity.organizers.add(OrganizationFactory())
    whole = FigureFactory(activity=activity, wording="8万元")
    FigureFactory(activity=activity, wording="3万元", part_of=whole)
    FigureFactory(wording="8万元", repeats=whole)  # of another activity
    PhotoFactory(activity=activity)
    ParticipantFactory(activity=activity)
    PartnershipFactory(activity=activity)
    TeamFactory().activities.add(activity)
    return activity


def test_an_activity_with_figures_is_deleted_and_comes_back_as_it_was(desk, client, staff, activity):
    before, page = standing(), activity.get_absolute_url()

    [said] = deleted(desk, activity)
    gone = client.get(page).status_code
    [binned] = Binned.objects.all()
    [told] = restored(desk, binned)

    assert said.startswith('“学雷锋”已放进<a href="/admin/desk/binned/">回收站</a>，')
    assert (gone, client.get(page).status_code) == (404, 200)
    assert (told, binned.deleted_by, Binned.objects.count()) == ("“学雷锋”已经恢复。", staff, 0)
    assert standing() == before
    assert history(desk, activity)[0] == ("从回收站恢复。", None)
    assert [entry.get_change_message() for entry in LogEntry.objects.all()] == ["从回收站恢复。", ""]


def test_a_commendation_comes_back_with_the_rosters_of_its_titles(desk):
    commendation = AwardFactory().title.commendation
    before = standing()

    deleted(desk, commendation)
    counted = (AwardTitle.objects.count(), Award.objects.count())
    restored(desk, Binned.objects.get())

    assert counted == (0, 0)
    assert standing() == before


def test_a_draft_of_a_report_comes_back_with_all_that_staff_decided_about_it(desk):
    report = report_of_every_source(1, HalfYear(2012, 1))
    before = standing()

    deleted(desk, report)
    gone = Report.objects.filter(pk=report.pk).exists()
    restored(desk, Binned.objects.get())

    assert (gone, standing()) == (False, before)


def test_a_deleted_row_is_told_on_the_page_of_its_record(desk, staff):
    volunteer = VolunteerFactory(name="王敏")
    deleted(desk, ServiceRecordFactory(volunteer=volunteer))

    [(words, changes), (before, _)] = history(desk, volunteer)

    assert (words.startswith("删除服务记录"), before) == (True, "此前的内容")
    assert [how for how, _ in changes] == ["删除服务记录“2020年3月5日”"]


def test_several_are_deleted_from_the_list_and_restored_there(desk):
    activities = [ActivityFactory(title=title) for title in ("甲", "乙")]
    listing = reverse("admin:activities_activity_changelist")
    chosen = {"action": "delete_selected", "_selected_action": [one.pk for one in activities]}

    asked = desk.post(listing, chosen).content.decode()
    answer = desk.post(listing, {**chosen, "post": "yes"}, follow=True)
    keys = list(Binned.objects.values_list("pk", flat=True))
    back = desk.post(LIST, {"action": "restore_selected", "_selected_action": keys}, follow=True)

    assert "要删除这 2 条活动吗？" in asked
    assert [str(message)[:6] for message in answer.context["messages"]] == ["2 条记录已"]
    assert [str(message) for message in back.context["messages"]] == ["恢复了 2 条。"]
    assert {one.title for one in Activity.objects.all()} == {"甲", "乙"}


def test_what_stands_in_the_way_is_named_with_a_link(desk):
    activity = ActivityFactory(title="学雷锋")
    record = ServiceRecordFactory(activity=activity)
    partner = PartnershipFactory(activity=activity).partner

    of_activity = desk.get(address(activity, "delete")).content.decode()
    of_partner = desk.get(address(partner, "delete")).content.decode()
    desk.post(address(partner, "delete"), {"post": "yes"})

    assert f'“学雷锋”被服务记录“<a href="{address(record)}">{record}</a>”引用。' in of_activity
    link = f'活动“<a href="{address(activity)}">学雷锋</a>”的合作单位引用。'
    assert link in of_partner
    assert Partnership.objects.count() == 1


def test_what_stands_in_the_way_is_not_named_to_whoever_may_not_see_it(client, editor):
    editor.user_permissions.add(Permission.objects.get(codename="delete_activity"))
    activity = ActivityFactory(title="学雷锋")
    record = ServiceRecordFactory(activity=activity, volunteer__name="王敏")
    client.force_login(editor)

    page = client.get(address(activity, "delete")).content.decode()

    assert "“学雷锋”被一条你无权查看的服务记录引用。" in page
    assert "王敏" not in page
    assert address(record) not in page


def test_what_goes_from_other_pages_is_named_before_and_told_there_after(desk):
    commitment = CommitmentFactory(text="办好河小青")
    activity = EvidenceFactory(commitment=commitment).activity

    asked = desk.get(address(activity, "delete")).content.decode()
    deleted(desk, activity)

    link = f'任务“<a href="{address(commitment)}">{commitment}</a>”的落实依据。'
    assert f"同时去掉{link}" in asked
    assert history(desk, commitment) == [
        (
            "删除活动。",
            [(f"删除落实依据“{activity.title}（已删除）”", [f"活动：{activity.title}（已删除）"])],
        ),
        ("此前的内容", None),
    ]


def test_whoever_lacks_the_right_is_told_so(client, editor, activity):
    client.force_login(editor)

    answer = client.post(address(activity, "delete"), {"post": "yes"})

    assert answer.status_code == 403
    assert "你没有删除“活动”的权限。" in answer.content.decode()
    assert Activity.objects.filter(pk=activity.pk).exists()


def test_the_right_to_delete_an_activity_is_the_right_to_delete_its_rows(client, editor, activity):
    editor.user_permissions.add(Permission.objects.get(codename="delete_activity"))
    client.force_login(editor)

    deleted(client, activity)

    assert (Figure.objects.count(), Photo.objects.count(), Binned.objects.count()) == (1, 0, 1)


def test_nothing_comes_back_where_the_name_is_taken_meanwhile(desk):
    campaign = CampaignFactory(name="我是河小青", slug="river")
    deleted(desk, campaign)
    CampaignFactory(name="我是河小青", slug="river")

    [said] = restored(desk, Binned.objects.get())

    assert said.startswith("没有恢复：")
    assert (Campaign.objects.count(), Binned.objects.count()) == (1, 1)


def test_nothing_comes_back_without_what_it_belongs_to(desk):
    activity = ActivityFactory()
    area = activity.area
    deleted(desk, activity)
    deleted(desk, area)

    [said] = restored(desk, Binned.objects.get(name=str(activity)))

    assert said == "没有恢复：活动的“工作板块”已经删除，请先恢复它。"
    assert Activity.objects.count() == 0


def test_whoever_may_not_publish_brings_back_nothing_to_the_public(client, activity):
    clerk = UserFactory(is_staff=True)
    clerk.user_permissions.set(Permission.objects.filter(codename__in=("view_activity", "delete_activity")))
    client.force_login(clerk)
    deleted(client, activity)
    binned = Binned.objects.get()

    page = client.get(reverse("admin:desk_binned_change", args=[binned.pk])).content.decode()
    restored(client, binned)

    assert "恢复后是“已撤回”。" in page
    assert Activity.objects.get(pk=activity.pk).state == "withdrawn"
    step = Step.objects.of(activity).last()
    assert (step.get_act_display(), step.by, step.reason) == ("撤回", clerk, "从回收站恢复。")
    assert (step.from_state, step.to_state) == ("published", "withdrawn")


def test_two_who_restore_the_same_bring_it_back_once(desk):
    deleted(desk, ActivityFactory(title="甲"))
    binned = Binned.objects.get()
    restored(desk, binned)

    answer = desk.post(reverse("admin:desk_binned_change", args=[binned.pk]))

    assert (answer.status_code, Activity.objects.count()) == (404, 1)


def test_the_bin_shows_what_one_may_delete_and_no_more(desk, client):
    deleted(desk, ActivityFactory(title="甲"))
    deleted(desk, VolunteerFactory(name="王敏"))
    clerk = UserFactory(is_staff=True)
    clerk.user_permissions.set(Permission.objects.filter(codename__endswith="_activity"))
    client.force_login(clerk)

    listed = [binned.name for binned in client.get(LIST).context["cl"].result_list]
    volunteer = Binned.objects.get(name="王敏")
    other = client.post(reverse("admin:desk_binned_change", args=[volunteer.pk]))

    assert (listed, other.status_code) == (["甲"], 404)


def test_whoever_may_delete_nothing_has_no_bin(client, editor):
    client.force_login(editor)

    assert client.get(LIST).status_code == 403
    assert "回收站" not in client.get(reverse("admin:index")).content.decode()


def test_after_thirty_days_record_photos_and_history_are_gone(
    desk, activity, media_root, django_capture_on_commit_callbacks
):
    form_of(desk, activity).type(title="新标题").send()
    kept = PhotoFactory(activity=ActivityFactory())
    for record in (activity, kept.activity):
        Draft.objects.of(record).delete()
        DraftFactory(record=record)
        PreviewFactory(record=record)
    deleted(desk, activity)
    over(Binned.objects.get())

    with django_capture_on_commit_callbacks(execute=True):
        call_command("empty_bin")

    files = [str(path.relative_to(media_root)) for path in media_root.rglob("*") if path.is_file()]
    assert Binned.objects.count() == 0
    assert Version.objects.get_for_object_reference(Activity, activity.pk).count() == 0
    assert files == [kept.image.name]
    beside = (Draft.objects.get(), Preview.objects.get())
    assert [one.object_id for one in beside] == [kept.activity_id] * 2


def test_the_first_visit_of_the_desk_empties_the_bin_of_what_is_over(desk):
    deleted(desk, ActivityFactory())
    deleted(desk, ActivityFactory(title="昨天删的"))
    over(Binned.objects.last())

    desk.get(reverse("admin:index"))

    assert [binned.name for binned in Binned.objects.all()] == ["昨天删的"]


def test_what_is_over_is_not_restored(desk):
    deleted(desk, ActivityFactory())
    binned = Binned.objects.get()
    over(binned)

    answer = desk.post(reverse("admin:desk_binned_change", args=[binned.pk]))

    assert (answer.status_code, Activity.objects.count()) == (404, 0)


@pytest.mark.parametrize("number", [1, 3])
def test_the_bin_takes_the_same_queries_however_full(desk, django_assert_num_queries, number):
    for _ in range(number):
        deleted(desk, ActivityFactory())
    desk.get(LIST)

    with django_assert_num_queries(12):
        desk.get(LIST)
