"""A roster pasted at the desk: looked over, entered after a yes, taken back as a whole."""

import pytest
from django.contrib.auth.models import Permission
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from honors.models import Award
from intake.models import Batch
from tests.factories import (
    AwardFactory,
    AwardTitleFactory,
    HonorReceivedFactory,
    OrganizationFactory,
    TeamFactory,
    UserFactory,
    VolunteerFactory,
)
from tests.pages import FormOnPage
from tests.reading import texts
from volunteers.models import Membership, Volunteer

pytestmark = pytest.mark.django_db

SUM = "//*[@class='batch-sum']"
TOLD = "//*[@class='batch-told']/li"


def paste(client, target, text):
    """The page that a pasted roster leads to."""
    address = reverse("admin:intake_batch_roster", args=[target._meta.label_lower, target.pk])
    return client.post(address, {"text": text}, follow=True)


def press(client, page, do="enter", **typed):
    """Press a button of the page, with what is chosen and typed on it."""
    told = {name.replace("_", "-", 1): value for name, value in typed.items()}
    return client.post(page.request["PATH_INFO"], FormOnPage(page).fields | told | {"do": do}, follow=True)


def named(title):
    return list(title.awards.values_list("name", "unit", "post"))


@pytest.fixture
def title():
    return AwardTitleFactory(name="优秀团员", announced_count=47)


def test_roster_is_looked_over_before_anything_is_saved(desk, title):
    AwardFactory(title=title, name="王伟", unit="第一中学")

    page = paste(desk, title, "优秀团员（3名）\n王伟\t第一中学\n李敏\t江边街道\t干事\n王伟\t第二中学\n无")

    assert texts(page, SUM) == ["公布47名，已登记1名；这次新录入2名，录入后共3名。"]
    assert texts(page, TOLD) == [
        "1 行已经登记，不再录入。",
        "2 行没有读成人，跳过。",
        "录入后比公布的少44名，名单待补。",
    ]
    assert texts(page, "//table[@id='new']/tbody/tr/*") == [
        *("3", "李敏", "江边街道", "干事", "", ""),
        *("4", "王伟", "第二中学", "", ""),
        "与第2行、已登记的第一中学同名，单位或职务不同，是另一个人。",
    ]
    assert texts(page, "//table[@id='skipped']/tbody/tr/*") == [
        *("1", "优秀团员（3名）", "标题"),
        *("5", "无", "没有读出姓名"),
    ]
    assert title.awards.count() == 1


def test_roster_is_entered_after_a_yes_and_taken_back(desk, title, staff):
    organization = OrganizationFactory(name="第一中学团委", short_name="第一中学")

    page = press(desk, paste(desk, title, "王伟　第一中学　团委书记\n丁桑（藏族）"))

    one, other = title.awards.all()
    assert (one.name, one.organization, one.unit, one.post, one.public_place) == (
        "王伟", organization, "", "团委书记", "第一中学 团委书记",
    )  # fmt: skip
    assert (other.name, other.note, other.position) == ("丁桑", "藏族", 2)
    assert (Batch.objects.get().state, Batch.objects.get().decided_by) == ("entered", staff)

    press(desk, page, "undo")

    assert (Batch.objects.get().state, title.awards.count()) == ("undone", 0)


def test_what_was_changed_since_stays_when_a_roster_is_taken_back(desk, title):
    page = press(desk, paste(desk, title, "王伟\n李敏"))
    Award.objects.filter(name="李敏").update(unit="第二中学")

    answer = press(desk, page, "undo")

    assert named(title) == [("李敏", "第二中学", "")]
    assert "有 1 条在录入以后有人改过或用过，没有动：李敏。" in texts(answer, "//*[@class='messagelist']/li")


def test_pasting_again_enters_nobody_twice(desk, title):
    press(desk, paste(desk, title, "王伟 第一中学\n李敏"))

    page = paste(desk, title, "李敏\n王伟 第一中学")

    assert texts(page, SUM) == ["公布47名，已登记2名；这次新录入0名，录入后共2名。"]
    assert texts(page, "//button[@value='enter']") == []


def test_two_of_one_name_are_told_apart_by_what_is_typed_beside_them(desk, title):
    page = paste(desk, title, "王伟\n李敏\n王伟")
    assert texts(page, "//table[@id='asked']/tbody/tr/td[last()]/text()[1]") == [
        "与第1行同名，没有单位或职务可以区分。"
    ]

    refused = press(desk, page, choice_2="another")
    assert texts(refused, "//*[@class='errornote']") == ["与第1行同名，请写明单位或职务，两个人才能分得开。"]
    assert named(title) == []

    press(desk, refused, unit_2="第二中学")
    assert named(title) == [("王伟", "", ""), ("李敏", "", ""), ("王伟", "第二中学", "")]


def test_somebody_who_stood_there_without_a_unit_is_given_one(desk, title):
    AwardFactory(title=title, name="王伟")

    page = press(desk, paste(desk, title, "王伟 第一中学 教师"), choice_0="fill")
    assert named(title) == [("王伟", "第一中学", "教师")]

    press(desk, page, "undo")
    assert named(title) == [("王伟", "", "")]


def test_pupils_are_entered_as_minors_unless_somebody_says_otherwise(desk):
    title = AwardTitleFactory(name="优秀少先队员")
    page = paste(desk, title, "王小明 第一小学\n李华 第一小学")

    press(desk, page, adult_1="on")

    assert [(one.public_name, one.public_place) for one in title.awards.all()] == [
        ("王同学", ""),
        ("李华", "第一小学"),
    ]


def test_what_would_be_public_at_once_passes_the_gate_and_needs_the_right(desk, client):
    title = AwardTitleFactory(commendation__published=True)
    page = paste(desk, title, "王小明（13800138000）\n李敏 联系13800138000社区")

    answer = press(desk, page)

    assert "不能公开" in texts(answer, "//*[@class='messagelist']/li")[0]
    assert named(title) == []

    clerk = UserFactory(is_staff=True)
    clerk.user_permissions.set(
        Permission.objects.filter(
            content_type__app_label="honors", codename__regex="^(view|add|change)_award"
        )
    )
    client.force_login(clerk)
    page = paste(client, title, "李敏")
    assert texts(page, "//button[@value='enter']") == []
    assert press(client, page).status_code == 403


def test_roster_of_bodies_names_organizations_on_record(desk):
    title = AwardTitleFactory(recipients="organizations")
    organization = OrganizationFactory(name="第一中学团委")

    press(desk, paste(desk, title, "1.第一中学团委\n2.江边街道团工委"))

    assert list(title.awards.values_list("name", "organization")) == [
        ("第一中学团委", organization.pk),
        ("江边街道团工委", None),
    ]


def test_roster_of_an_honour_from_above_is_pasted_as_well(desk):
    honor = HonorReceivedFactory(given_to="people", announced_count=2)

    press(desk, paste(desk, honor, "王伟 第一中学\n王伟 第二中学"))

    assert list(honor.recipients.values_list("name", "unit")) == [("王伟", "第一中学"), ("王伟", "第二中学")]


def test_members_of_a_team_are_volunteers_on_record_and_new_ones(desk):
    team = TeamFactory()
    known = VolunteerFactory(name="王伟", organization=OrganizationFactory(name="第一中学"))
    twins = VolunteerFactory.create_batch(2, name="李敏")

    page = paste(desk, team, "王伟 第一中学\n李敏\n赵一 第二中学 教师 13800138000")
    assert texts(page, "//table[@id='asked']/tbody/tr/th") == ["李敏"]
    page = press(desk, page, choice_1=f"v{twins[1].pk}")

    new = Volunteer.objects.get(name="赵一")
    members = set(team.memberships.values_list("volunteer", flat=True))
    assert members == {known.pk, twins[1].pk, new.pk}
    assert new.note == "第二中学、教师"

    press(desk, page, "undo")
    assert (Membership.objects.count(), Volunteer.objects.count()) == (0, 3)


def test_two_who_confirm_at_once_enter_it_once(desk, title):
    page = paste(desk, title, "王伟")

    press(desk, page)
    answer = press(desk, page)

    assert texts(answer, "//*[@class='messagelist']/li") == ["刚才有人办过这一批，现在是“已录入”。"]
    assert named(title) == [("王伟", "", "")]


def test_roster_that_changed_meanwhile_is_looked_over_again(desk, title):
    page = paste(desk, title, "王伟\n李敏")
    AwardFactory(title=title, name="李敏")

    answer = press(desk, page)

    assert named(title) == [("李敏", "", "")]
    assert texts(answer, SUM) == ["公布47名，已登记1名；这次新录入1名，录入后共2名。"]


def test_a_thousand_names_ask_as_many_queries_as_two(desk, title):
    def queries(text):
        page = paste(desk, title, text)
        with CaptureQueriesContext(connection) as looked_over:
            desk.get(page.request["PATH_INFO"])
        with CaptureQueriesContext(connection) as entered:
            press(desk, page)
        return len(looked_over), len(entered)

    few = queries("王伟 第一中学\n李敏 第二中学")
    many = queries(
        "\n".join(f"{number}\t赵{chr(0x4E00 + number)}\t第{number % 40}中学\t教师" for number in range(967))
    )

    assert title.awards.count() == 969
    assert many == few


def test_whom_a_branch_enters_stays_within_its_reach(client):
    branch, other = OrganizationFactory(), OrganizationFactory(name="第二中学")
    clerk = UserFactory(is_staff=True, organizations=[branch])
    clerk.user_permissions.set(Permission.objects.filter(content_type__app_label="volunteers"))
    client.force_login(clerk)
    VolunteerFactory(name="李敏", organization=other)
    team = TeamFactory(organization=branch)

    press(client, paste(client, team, "王伟 第二中学\n李敏"))

    members = team.memberships.values_list("volunteer__name", "volunteer__organization")
    assert sorted(members) == [("李敏", branch.pk), ("王伟", branch.pk)]
    beyond = reverse(
        "admin:intake_batch_roster", args=["volunteers.team", TeamFactory(organization=other).pk]
    )
    assert client.get(beyond).status_code == 404
