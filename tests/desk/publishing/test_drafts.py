"""A draft beside the page that the public sees, and one of a record that is not complete yet."""

import pytest
from django.contrib.messages import get_messages
from django.urls import reverse
from reversion.models import Version

from activities.admin import ActivityAdmin
from activities.models import Activity, Figure, Photo
from desk.models import ChosenFile, Draft
from tests import uploads
from tests.factories import ActivityFactory, DraftFactory, FigureFactory
from tests.pages import NEW_ROW, Desk, FormOnPage, refusals

pytestmark = pytest.mark.django_db


@pytest.fixture
def activity():
    activity = ActivityFactory(title="青春集市", place="人民广场", published=True)
    FigureFactory(activity=activity, name="志愿者", wording="300余名")
    return activity


def form_of(client, activity):
    return Desk(client, reverse("admin:activities_activity_change", args=[activity.pk]))


def said(response):
    return [str(message) for message in get_messages(response.wsgi_request)]


def press(form, **buttons):
    return form.client.post(form.address, {**form.fields, **buttons})


def public_page(client, activity):
    client.logout()
    return client.get(activity.get_absolute_url()).content.decode()


def test_saving_a_published_record_changes_nothing_public(desk, client, activity):
    form = form_of(desk, activity).type(**{"place": "文化宫", "figures-0-wording": "342名"})
    form.add_row("participants", name="张三", role="attended", position="0")
    answer = form.send()

    assert said(answer) == ["“青春集市”的修改已存为草稿，网站上的内容没有变。"]
    assert (Activity.objects.get().place, Figure.objects.get().text) == ("人民广场", "300余名")
    assert "文化宫" not in public_page(client, activity)


def test_draft_is_shown_where_the_record_is_opened_again(desk, activity):
    form = form_of(desk, activity).type(**{"place": "文化宫", "figures-0-wording": "342名"})
    form.add_row("participants", name="张三", role="attended", position="0").send()

    page = desk.get(form.address)

    shown = FormOnPage(page).fields
    assert (shown["place"], shown["figures-0-wording"]) == ("文化宫", "342名")
    assert (shown["participants-0-name"], refusals(page)) == ("张三", {})
    told = [(one.where, one.label, one.mine, one.theirs, one.what) for one in page.context["sitting"].pending]
    assert told == [
        ("", "地点", "人民广场", "文化宫", ""),
        ("活动数据“志愿者：300余名”", "数字写法", "300余名", "342名", ""),
        ("参与人“张三”", "", "", "", "新增了这一条。"),
    ]


def test_publishing_the_changes_makes_them_the_record(desk, client, activity):
    form = form_of(desk, activity).type(**{"place": "文化宫", "figures-0-wording": "342名"})
    form.add_row("photos", image=uploads.photo(), alt="集市", position="0").send()

    answer = press(form_of(desk, activity), _act="update")

    assert answer.status_code == 302
    assert (Activity.objects.get().place, Figure.objects.get().text) == ("文化宫", "342名")
    assert (Photo.objects.get().alt, Draft.objects.count(), ChosenFile.objects.count()) == ("集市", 0, 0)
    assert "文化宫" in public_page(client, activity)


def test_changes_saved_by_two_into_one_draft_are_told(desk, activity):
    first, second = form_of(desk, activity), form_of(desk, activity)
    first.type(place="文化宫").send()

    answer = second.type(place="体育馆").send()

    told = [(one.label, one.mine, one.theirs) for one in answer.context["sitting"].told]
    assert told == [("地点", "体育馆", "文化宫")]


def test_withdrawing_keeps_what_was_typed_as_a_draft(desk, activity):
    press(form_of(desk, activity).type(place="文化宫"), _act="withdraw")

    assert (Activity.objects.get().state, Activity.objects.get().place) == ("withdrawn", "人民广场")
    form = form_of(desk, activity)
    assert form.fields["place"] == "文化宫"
    form.send()
    assert (Activity.objects.get().place, Draft.objects.count()) == ("文化宫", 0)


def test_saving_without_a_change_makes_no_draft(desk, activity):
    answer = form_of(desk, activity).send()

    assert said(answer) == ["没有改动，网站上的内容不变。"]
    assert not Draft.objects.exists()


def test_draft_is_given_up(desk, activity):
    form = form_of(desk, activity).type(place="文化宫")
    form.add_row("photos", image=uploads.photo(), alt="集市", position="0").send()

    press(form_of(desk, activity), _draft="discard")

    assert not Draft.objects.exists()
    assert not ChosenFile.objects.exists()
    assert form_of(desk, activity).fields["place"] == "人民广场"


def test_draft_is_sent_for_review_and_returned_with_a_reason(desk, activity):
    form_of(desk, activity).type(place="文化宫").send()
    press(form_of(desk, activity), _draft="send")
    assert Draft.objects.get().sent_at

    press(form_of(desk, activity), _draft="return", _reason="地点不对")

    assert Draft.objects.values_list("sent_at", "returned_for").get() == (None, "地点不对")
    assert "地点不对" in desk.get(form_of(desk, activity).address).content.decode()


def test_what_is_missing_may_wait_until_it_is_published(desk):
    form = Desk(desk, reverse("admin:activities_activity_add")).type(title="青春集市")
    answer = form.send()

    assert said(answer) == ["已存为草稿。发布前还要填写：工作板块、开始日期。"]
    assert not Activity.objects.exists()
    draft = Draft.objects.get()
    assert draft.title == "青春集市"


def test_incomplete_draft_becomes_the_record_once_it_is_complete(desk, activity):
    add = reverse("admin:activities_activity_add")
    Desk(desk, add).type(title="团课").send()
    form = Desk(desk, f"{add}?draft={Draft.objects.get().pk}")
    assert form.fields["title"] == "团课"

    form.type(area=str(activity.area_id), starts_on="2020-03-05").send()

    assert Activity.objects.filter(title="团课", state="draft").count() == 1
    assert not Draft.objects.exists()


def test_publishing_asks_for_all_that_is_missing_at_once(desk):
    form = Desk(desk, reverse("admin:activities_activity_add")).type(title="青春集市")

    answer = press(form, _act="publish")

    assert refusals(answer) == {"area": ["请填写这一项。"], "starts_on": ["请填写这一项。"]}
    assert not Draft.objects.exists()


def test_emptied_field_of_a_stored_record_waits_in_a_draft(desk):
    activity = ActivityFactory(title="团课")

    form_of(desk, activity).type(title="").send()

    assert Activity.objects.get().title == "团课"
    assert form_of(desk, activity).fields["title"] == ""


def test_what_may_wait_is_not_asked_for_beside_what_is_wrong(desk):
    form = Desk(desk, reverse("admin:activities_activity_add"))

    answer = form.type(title="青春集市", starts_on="6-99").send()

    assert refusals(answer) == {"starts_on": ["没有6月99日这一天，请核对。"]}


def test_what_is_wrong_is_refused_beside_its_field(desk, activity):
    answer = form_of(desk, activity).type(starts_on="不知道").send()

    assert list(refusals(answer)) == ["starts_on"]
    assert not Draft.objects.exists()


def test_editor_without_the_right_to_publish_publishes_no_changes(client, editor, activity):
    client.force_login(editor)
    form = form_of(client, activity).type(place="文化宫")

    assert press(form, _act="update").status_code == 403
    assert Activity.objects.get().place == "人民广场"


def test_list_tells_what_has_changes_that_are_not_published(desk, activity):
    ActivityFactory(title="团课", published=True)
    form_of(desk, activity).type(place="文化宫").send()
    address = reverse("admin:activities_activity_changelist")

    def told():
        changelist = desk.get(address).context["cl"]
        return {one.title: changelist.model_admin.status_told(one) for one in changelist.result_list}

    assert told() == {"青春集市": "已发布，有未发布的修改", "团课": "已发布"}
    press(form_of(desk, activity), _draft="send")
    assert told() == {"青春集市": "已发布，修改待审", "团课": "已发布"}
    found = desk.get(address, {"status": "sent"}).context["cl"].result_list
    assert [one.title for one in found] == ["青春集市"]


def test_list_shows_drafts_that_are_no_records_yet(desk):
    draft = DraftFactory(title="团课")

    page = desk.get(reverse("admin:activities_activity_changelist")).content.decode()

    assert f'<a href="/admin/activities/activity/add/?draft={draft.pk}">团课</a>' in page


@pytest.mark.parametrize("key", ["0", "x", "9" * 30, ""])
def test_address_of_no_draft_opens_an_empty_form(desk, key):
    form = Desk(desk, f"{reverse('admin:activities_activity_add')}?draft={key}")

    assert form.fields["title"] == ""


def test_earlier_version_of_a_published_record_is_restored_as_its_draft(desk, activity):
    form = form_of(desk, activity).type(place="文化宫")
    form.add_row("photos", image=uploads.photo(), alt="集市", position="0")
    press(form, _act="update")
    press(form_of(desk, activity).type(**{"place": "体育馆", "photos-0-DELETE": "on"}), _act="update")
    version = Version.objects.get_for_object(activity)[1]
    address = reverse("admin:activities_activity_restore", args=[activity.pk, version.pk])

    desk.post(address)

    assert (Activity.objects.get().place, Photo.objects.count()) == ("体育馆", 0)
    assert form_of(desk, activity).fields["place"] == "文化宫"
    press(form_of(desk, activity), _act="update")
    assert Activity.objects.get().place == "文化宫"
    assert [photo.alt for photo in Photo.objects.all()] == ["集市"]


def test_changes_that_something_stands_against_stay_a_draft_on_the_page(desk, activity, monkeypatch):
    stands = "“地点”里写有手机号。"
    monkeypatch.setattr(ActivityAdmin, "refusals_before_publishing", lambda *_: [stands])

    answer = press(form_of(desk, activity).type(place="文化宫"), _act="update")

    assert answer.context["adminform"].form.non_field_errors() == [stands]
    assert FormOnPage(answer).fields["place"] == "文化宫"
    assert Activity.objects.get().place == "人民广场"


def shown_again(form, answer):
    """The returned form, to go on with."""
    form.fields = {name: value for name, value in FormOnPage(answer).fields.items() if NEW_ROW not in name}
    return form


def figures_of(client, activity) -> set[str]:
    fields = form_of(client, activity).fields
    count = int(fields["figures-TOTAL_FORMS"])
    return {f"{fields[f'figures-{row}-name']}：{fields[f'figures-{row}-wording']}" for row in range(count)}


def test_rows_that_two_add_to_one_draft_stand_together(desk, activity):
    first, second = form_of(desk, activity), form_of(desk, activity)
    first.add_row("figures", name="受益群众", wording="90人次", counts="other", position="0").send()
    answer = second.add_row("figures", name="参与", wording="80名", counts="other", position="0").send()
    assert [(one.where, one.what) for one in answer.context["sitting"].told] == [
        ("活动数据“受益群众”", "新增了这一条。")
    ]

    shown_again(second, answer).send()

    assert figures_of(desk, activity) == {"志愿者：300余名", "受益群众：90人次", "参与：80名"}


def test_rows_of_one_draft_are_merged_field_by_field_and_row_by_row(desk, activity):
    opened = form_of(desk, activity)
    for name, wording in (("受益群众", "90人次"), ("参与", "80名"), ("讲座", "3场")):
        opened.add_row("figures", name=name, wording=wording, counts="other", position="0")
    opened.send()
    first, second = form_of(desk, activity), form_of(desk, activity)
    first.type(**{"figures-1-wording": "95人次", "figures-3-DELETE": "on"}).send()
    answer = second.type(**{"figures-2-wording": "85名", "figures-2-note": "签到表"}).send()
    assert sorted((one.where, one.label, one.theirs, one.what) for one in answer.context["sitting"].told) == [
        ("活动数据", "", "", "删除了这一条。"),
        ("活动数据“受益群众”", "数字写法", "95人次", ""),
    ]

    shown_again(second, answer).send()

    assert figures_of(desk, activity) == {"志愿者：300余名", "受益群众：95人次", "参与：85名"}
