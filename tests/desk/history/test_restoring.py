"""A version restored: the record with its rows as they were, all or nothing."""

from datetime import date

import pytest
from django.contrib.auth.models import Permission
from reversion.models import Version

from activities.models import Activity, Figure, Photo
from honors.models import AwardTitle
from tests.desk.history.test_versions import address, entries, form_of, history
from tests.desk.publishing.doing import done
from tests.factories import (
    ActivityFactory,
    AwardFactory,
    AwardTitleFactory,
    CorrectionFactory,
    FigureFactory,
    OrganizationFactory,
    ParticipantFactory,
    PhotoFactory,
    TagFactory,
    UserFactory,
    VolunteerFactory,
    WorkAreaFactory,
)
from volunteers.models import Volunteer

pytestmark = pytest.mark.django_db


def restore_address(record, version):
    return f"{address(record, 'history')}{version.pk}/restore/"


def restored(client, record, version):
    answer = client.post(restore_address(record, version), follow=True)
    return [str(message) for message in answer.context["messages"]]


def oldest(client, record):
    return entries(client, record)[-1].version


@pytest.fixture
def activity():
    activity = ActivityFactory(title="旧标题", area__name="成长成才")
    activity.tags.add(TagFactory(name="旧"))
    whole = FigureFactory(activity=activity, name="助学金", wording="8万元")
    FigureFactory(activity=activity, name="市级", wording="3万元", part_of=whole)
    PhotoFactory(activity=activity, alt="合影")
    ParticipantFactory(activity=activity, name="芦君")
    return activity


def test_a_version_comes_back_with_all_its_rows(desk, activity, staff):
    photo, figures = Photo.objects.get(), {figure.name: figure.pk for figure in Figure.objects.all()}
    form = form_of(desk, activity).type(title="新标题", tags=[], area=str(WorkAreaFactory().pk))
    form.type(**{"figures-0-DELETE": "on", "figures-1-DELETE": "on", "photos-0-DELETE": "on"})
    form.type(**{"participants-0-name": "王敏"}).add_row("participants", name="新人").send()
    version = oldest(desk, activity)

    page = desk.get(restore_address(activity, version))
    said = restored(desk, activity, version)

    activity.refresh_from_db()
    when = version.revision.date_created.astimezone().strftime("%Y年%-m月%-d日")
    assert len(page.context["changes"]) == 8
    assert said[0].startswith(f"已恢复为{when}")
    assert (activity.title, activity.area.name, activity.updated_by) == ("旧标题", "成长成才", staff)
    assert [tag.name for tag in activity.tags.all()] == ["旧"]
    assert {figure.name: figure.pk for figure in activity.figures.all()} == figures
    assert [figure.name for figure in Figure.objects.get(name="助学金").parts.all()] == ["市级"]
    assert list(activity.photos.values_list("pk", "image", "width")) == [(photo.pk, photo.image.name, 64)]
    assert [person.name for person in activity.participants.all()] == ["芦君"]
    assert [words[:3] for words, _ in history(desk, activity)] == ["恢复为", "修改。", "此前的"]


def test_what_is_published_is_not_changed_by_an_old_version(desk, activity):
    form_of(desk, activity).type(title="新标题").send()
    done(activity, "publish")

    said = restored(desk, activity, oldest(desk, activity))

    assert said == ["已把旧版本恢复成草稿，网站上的内容没有变；核对后点“发布修改”。"]
    assert Activity.objects.get().title == "新标题"
    assert form_of(desk, activity).fields["title"] == "旧标题"


def test_a_version_from_when_it_was_public_does_not_publish_it(desk, activity):
    done(activity, "publish")
    done(activity, "withdraw")
    form_of(desk, activity).type(title="新标题").send()

    restored(desk, activity, entries(desk, activity)[2].version)

    assert Activity.objects.values_list("title", "state").get() == ("旧标题", "withdrawn")


def test_nothing_is_restored_where_a_rule_is_against_it(desk):
    moved, other = OrganizationFactory(name="旧名称"), OrganizationFactory(name="另一个")
    form_of(desk, moved).type(name="新名称", short_name="新").send()
    form_of(desk, other).type(name="旧名称").send()

    [said] = restored(desk, moved, oldest(desk, moved))

    moved.refresh_from_db()
    assert said.startswith("这个版本不合现在的规则：")
    assert (moved.name, moved.short_name) == ("新名称", "新")


def test_a_record_that_is_gone_is_named_by_its_column(desk, activity):
    area = activity.area
    form_of(desk, activity).type(area=str(WorkAreaFactory().pk)).send()
    area.delete()

    assert restored(desk, activity, oldest(desk, activity)) == ["原来的“工作板块”已经删除，没有恢复。"]


def test_a_row_with_a_roster_is_not_taken_away_by_the_way(desk):
    commendation = AwardTitleFactory(name="旧奖项").commendation
    form_of(desk, commendation).type(summary="新").add_row(
        "titles", name="新奖项", recipients="people"
    ).send()
    AwardFactory(title=AwardTitle.objects.get(name="新奖项"))

    restored(desk, commendation, oldest(desk, commendation))

    commendation.refresh_from_db()
    assert commendation.summary == ""
    assert {title.name for title in commendation.titles.all()} == {"旧奖项", "新奖项"}


def test_private_columns_stay_where_they_may_not_be_seen(desk, client):
    volunteer = VolunteerFactory(name="旧名", phone="13800000000")
    form_of(desk, volunteer).type(name="新名", phone="13911112222", birth_on="2000-01-01").send()
    clerk = UserFactory(is_staff=True)
    clerk.user_permissions.set(Permission.objects.filter(codename__in=("view_volunteer", "change_volunteer")))
    client.force_login(clerk)

    restored(client, volunteer, oldest(client, volunteer))

    told = Volunteer.objects.values_list("name", "phone", "birth_on").get()
    assert told == ("旧名", "13911112222", date(2000, 1, 1))


def test_whoever_may_only_look_restores_nothing(client, desk, activity, editor):
    form_of(desk, activity).type(title="新标题").send()
    version = Version.objects.last()
    editor.user_permissions.remove(*editor.user_permissions.filter(codename="change_activity"))
    client.force_login(editor)

    answers = [client.get(address(activity, "history")), client.post(restore_address(activity, version))]

    assert [answer.status_code for answer in answers] == [200, 403]
    assert "恢复这一版" not in answers[0].content.decode()
    assert Activity.objects.get().title == "新标题"


def test_corrections_are_not_taken_back(desk):
    correction = CorrectionFactory()
    form_of(desk, correction).type(note="已核对").send()

    answer = desk.post(restore_address(correction, oldest(desk, correction)))

    assert answer.status_code == 403


def test_a_version_of_another_record_is_not_found(desk, activity):
    other = ActivityFactory()
    form_of(desk, other).type(title="新标题").send()

    answer = desk.get(restore_address(activity, oldest(desk, other)))

    assert answer.status_code == 404
