"""A draft is published, sent and given up as it was read; its record stays what the public sees."""

import pytest
from django.contrib.admin.models import LogEntry
from django.urls import reverse
from reversion.models import Version

from activities.models import Activity
from desk.models import Draft, Step
from honors.models import AwardTitle
from tests.desk.publishing.test_drafts import activity, form_of, press, said  # noqa: F401
from tests.factories import AwardTitleFactory, NoticeFactory
from tests.pages import Desk, refusals

pytestmark = pytest.mark.django_db


def place():
    return Activity.objects.get().place


@pytest.fixture
def drafted(desk, activity):  # noqa: F811
    form_of(desk, activity).type(place="文化宫").send()
    return activity


@pytest.mark.parametrize("typed", ["文化宫", "电话13812345678"])
def test_saving_a_published_record_in_a_window_of_another_form_changes_nothing_public(desk, activity, typed):  # noqa: F811
    form = Desk(desk, f"{reverse('admin:activities_activity_change', args=[activity.pk])}?_popup=1")

    answer = press(form.type(place=typed), _popup="1")

    assert (answer.template_name[-1], place()) == ("admin/popup_response.html", "人民广场")
    assert Draft.objects.get().held["fields"]["place"] == [typed]


@pytest.mark.parametrize("button", [{"_act": "update"}, {"_draft": "discard"}, {"_draft": "send"}])
def test_nothing_is_done_with_a_draft_that_another_changed_since_it_was_read(desk, drafted, button):
    form = form_of(desk, drafted)
    form_of(desk, drafted).type(place="体育馆").send()

    answer = press(form, **button)

    (told,) = answer.context["sitting"].told
    assert (told.label, told.theirs) == ("地点", "体育馆")
    draft = Draft.objects.get()
    assert (place(), draft.held["fields"]["place"], draft.sent_at) == ("人民广场", ["体育馆"], None)
    again = form_of(desk, drafted)
    assert press(again, **button).status_code == 302


def test_changes_that_another_gave_up_are_not_published(desk, drafted):
    form = form_of(desk, drafted)
    press(form_of(desk, drafted), _draft="discard")

    assert press(form, _act="update").status_code == 200
    assert not Step.objects.exists()


def test_sending_a_draft_asks_for_what_is_missing(desk, activity):  # noqa: F811
    form_of(desk, activity).type(title="").send()

    answer = press(form_of(desk, activity), _draft="send")

    assert refusals(answer) == {"title": ["请填写这一项。"], "__all__": ["填好下面标出的几项，再送审。"]}
    assert Draft.objects.get().sent_at is None


def test_changes_are_published_from_their_form_alone(desk, drafted):
    state = form_of(desk, drafted).fields["_state"]
    address = reverse("admin:activities_activity_act", args=[drafted.pk, "update"])

    assert desk.post(address, {"_state": state}).status_code == 404
    assert not Step.objects.exists()


def test_record_with_changes_beside_it_is_not_published_from_the_list(desk, drafted):
    press(form_of(desk, drafted), _act="withdraw")

    chosen = {"action": "publish_selected", "_selected_action": [drafted.pk]}
    page = desk.post(reverse("admin:activities_activity_changelist"), chosen)

    assert page.context["cannot"] == [(drafted, "它有没有发布的修改，请打开它，核对后发布。")]


def test_restoring_takes_no_draft_away(desk, activity):  # noqa: F811
    press(form_of(desk, activity).type(place="文化宫"), _act="update")
    form_of(desk, activity).type(place="体育馆").send()
    version = Version.objects.get_for_object(activity).last()

    answer = desk.post(reverse("admin:activities_activity_restore", args=[activity.pk, version.pk]))

    assert "请先发布或放弃那份修改，再恢复旧版本。" in answer.content.decode()
    assert Draft.objects.get().held["fields"]["place"] == ["体育馆"]


def test_title_of_a_published_commendation_is_restored_as_its_draft(desk):
    title = AwardTitleFactory(name="优秀团员", commendation__published=True)
    form = Desk(desk, reverse("admin:honors_awardtitle_change", args=[title.pk])).type(name="优秀团干部")
    press(form, _draft="publish")
    version = Version.objects.get_for_object(title).last()

    desk.post(reverse("admin:honors_awardtitle_restore", args=[title.pk, version.pk]))

    assert AwardTitle.objects.get().name == "优秀团干部"
    assert Draft.objects.get().held["fields"]["name"] == ["优秀团员"]


def test_draft_that_is_no_longer_there_makes_no_second_record_unasked(desk):
    add = reverse("admin:activities_activity_add")
    Desk(desk, add).type(title="团课").send()
    address = f"{add}?draft={Draft.objects.get().pk}"
    kept, late = Desk(desk, address), Desk(desk, address).type(title="另一次团课")
    press(kept, _draft="discard")

    answer = late.send()

    (told,) = refusals(answer)["__all__"]
    assert told.startswith("这份草稿已经存成记录，或者被放弃了。")
    assert answer.context["form_url"] == add
    assert not Draft.objects.exists()


def test_revoking_no_link_is_not_told(desk):
    notice = NoticeFactory()
    address = reverse("admin:notices_notice_change", args=[notice.pk])

    answer = press(Desk(desk, address), _revoke="1")

    assert (said(answer), LogEntry.objects.exists()) == ([], False)
