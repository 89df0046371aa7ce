"""Two people at one form."""

import pytest
from django.contrib.admin.models import LogEntry
from django.urls import reverse
from django.utils import timezone

from activities.models import Activity, Figure, Participant, Photo
from desk.models import ChosenFile
from tests import uploads
from tests.factories import ActivityFactory, FigureFactory, ParticipantFactory
from tests.pages import Desk, FormOnPage

pytestmark = pytest.mark.django_db


def form_of(client, activity):
    return Desk(client, reverse("admin:activities_activity_change", args=[activity.pk]))


def told(response):
    return [
        (one.where, one.label, one.mine, one.theirs, one.what) for one in response.context["sitting"].told
    ]


@pytest.fixture
def activity():
    activity = ActivityFactory(title="青春集市", place="人民广场", audience="")
    FigureFactory(activity=activity, name="志愿者", wording="300余名")
    return activity


def test_second_saver_sees_both_versions_and_nothing_is_written(admin_client, activity):
    first, second = form_of(admin_client, activity), form_of(admin_client, activity)
    first.type(**{"place": "文化宫", "figures-0-wording": "342名"}).send()

    answer = second.type(**{"place": "体育馆", "audience": "团员青年"}).send()

    assert told(answer) == [
        ("", "地点", "体育馆", "文化宫", ""),
        ("活动数据“志愿者：342名”", "数字写法", "300余名", "342名", ""),
        ("活动数据“志愿者：342名”", "数值", "300", "342", ""),
        ("活动数据“志愿者：342名”", "准确程度", "余（至少）", "确切", ""),
    ]
    assert [one.is_contested for one in answer.context["sitting"].told] == [True, False, False, False]
    assert Activity.objects.get().place == "文化宫"
    page = FormOnPage(answer).fields
    assert (page["place"], page["audience"], page["figures-0-wording"]) == ("体育馆", "团员青年", "342名")


def test_page_says_who_saved_and_when(admin_client, staff, client, activity):
    client.force_login(staff)
    mine = form_of(admin_client, activity)
    form_of(client, activity).type(place="文化宫").send()

    answer = mine.type(place="体育馆").send()

    [sentence] = answer.context["adminform"].form.non_field_errors()
    log = LogEntry.objects.get()
    at = f"{timezone.localtime(log.action_time):%Y年%-m月%-d日 %H:%M}"
    assert sentence == (
        f"在你打开这一页以后，staff于{at}改过这条记录。你填写的都还在，没有写入，请核对列出的不同。"
    )


def collided(client, activity, theirs, mine):
    """The page that the second saver gets, as a form to go on with."""
    first, second = form_of(client, activity), form_of(client, activity)
    first.type(**theirs).send()
    answer = second.type(**mine).send()
    second.fields = {name: value for name, value in FormOnPage(answer).fields.items() if "__" not in name}
    return second


def test_second_time_both_are_saved_together(admin_client, activity):
    page = collided(admin_client, activity, {"place": "文化宫"}, {"audience": "团员青年"})

    page.send()

    assert Activity.objects.values_list("place", "audience").get() == ("文化宫", "团员青年")


def test_theirs_is_taken_where_it_is_picked(admin_client, activity):
    theirs = {"place": "文化宫", "figures-0-wording": "342名"}
    page = collided(admin_client, activity, theirs, {"place": "体育馆", "figures-0-wording": "500名"})

    page.type(**{"desk_pick-place": "theirs"}).send()

    assert Activity.objects.get().place == "文化宫"
    assert Figure.objects.get().text == "500名"


def test_rows_that_both_added_stand_together(admin_client, activity):
    first, second = form_of(admin_client, activity), form_of(admin_client, activity)
    first.add_row("participants", name="张三", role="attended", position="0").send()
    answer = second.add_row("participants", name="李四", role="attended", position="0").send()
    assert [(one.where, one.what) for one in answer.context["sitting"].told] == [
        ("参与人“张三”", "新增了这一条。")
    ]

    second.fields = FormOnPage(answer).fields
    second.send()

    assert sorted(Participant.objects.values_list("name", flat=True)) == ["张三", "李四"]


def test_row_that_was_removed_meanwhile_is_not_lost_to_who_typed_in_it(admin_client, activity):
    ParticipantFactory(activity=activity, name="张三", post="")
    first, second = form_of(admin_client, activity), form_of(admin_client, activity)
    first.type(**{"participants-0-DELETE": "on"}).send()
    answer = second.type(**{"participants-0-post": "书记"}).send()
    assert [one.what for one in answer.context["sitting"].told] == [
        "删除了这一条；你改过它，保存会把你填写的作为新的一条加上。"
    ]

    second.fields = {name: value for name, value in FormOnPage(answer).fields.items() if "__" not in name}
    second.send()

    assert [str(one) for one in Participant.objects.all()] == ["书记张三"]


def test_row_removed_meanwhile_goes_where_nobody_typed_in_it(admin_client, activity):
    first, second = form_of(admin_client, activity), form_of(admin_client, activity)
    first.type(**{"figures-0-DELETE": "on"}).send()
    answer = second.type(place="体育馆").send()

    second.fields = {name: value for name, value in FormOnPage(answer).fields.items() if "__" not in name}
    second.send()

    assert (Activity.objects.get().place, Figure.objects.count()) == ("体育馆", 0)


def test_page_sent_without_a_change_overwrites_nothing(admin_client, activity):
    first, second = form_of(admin_client, activity), form_of(admin_client, activity)
    first.type(**{"place": "文化宫", "figures-0-wording": "342名"}).send()

    second.send()

    assert Activity.objects.get().place == "文化宫"
    assert Figure.objects.get().text == "342名"


def test_what_was_typed_into_a_record_deleted_meanwhile_becomes_a_new_one(admin_client, activity):
    form = form_of(admin_client, activity).type(place="体育馆")
    Activity.objects.get().delete()
    answer = form.send()
    [sentence] = answer.context["adminform"].form.non_field_errors()
    assert sentence == "在你打开这一页以后，有人删除了这条记录。你填写的都还在下面，保存会新建一条。"
    assert not Activity.objects.exists()

    form.address = reverse("admin:activities_activity_add")
    form.fields = {name: value for name, value in FormOnPage(answer).fields.items() if "__" not in name}
    form.send()

    assert Activity.objects.get().place == "体育馆"
    assert Figure.objects.get().text == "300余名"


def test_a_photo_chosen_once_need_not_be_chosen_again(admin_client, activity):
    form = form_of(admin_client, activity).type(starts_on="不知道")
    form.add_row("photos", image=uploads.photo(), alt="集市", position="0")
    answer = form.send()
    photo = answer.context["inline_admin_formsets"][-1].formset.forms[0]
    assert photo.fields["image"].help_text == "已选好“photo.jpg”，不必重新选择。"

    form.fields = {name: value for name, value in FormOnPage(answer).fields.items() if "__" not in name}
    form.type(starts_on="2020-03-05").send()

    assert Photo.objects.get().alt == "集市"
    assert not ChosenFile.objects.exists()


def test_forged_word_of_what_the_page_showed_says_nothing(admin_client, activity):
    form_of(admin_client, activity).type(desk_base="forged", place="体育馆").send()

    assert Activity.objects.get().place == "体育馆"
