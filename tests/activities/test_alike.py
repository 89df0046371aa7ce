"""可能已经录入: a close title on days that meet, told to whoever may see it, and asked once on saving."""

from datetime import date

import pytest
from django.contrib.auth.models import Permission
from django.urls import reverse

from activities.alike import alike
from activities.models import Activity
from tests.factories import ActivityFactory, OrganizationFactory, UserFactory, WorkAreaFactory
from tests.pages import Desk, refusals

pytestmark = pytest.mark.django_db

ADD = reverse("admin:activities_activity_add")
ASKED = "可能已经录入，见下面列出的活动。是同一个的，请打开那一条修改；确是另一个活动，再保存一次即可。"


@pytest.mark.parametrize(
    ("title", "days", "is_alike"),
    [
        ("“青春集市”志愿服务活动", ("2021-06-10", "2021-06-10"), True),
        ("青春集市志愿服务", ("2021-06-13", "2021-06-14"), True),
        ("青春集市志愿服务", ("2021-06-01", "2021-06-08"), True),
        ("青春集市志愿服务", ("2021-06-14", "2021-06-14"), False),
        ("青春集市志愿服务", ("2022-06-10", "2022-06-10"), False),
        ("学雷锋志愿服务", ("2021-06-10", "2021-06-10"), False),
        ("集", ("2021-06-10", "2021-06-10"), False),
    ],
)
def test_alike_are_a_close_title_and_days_that_meet(title, days, is_alike):
    known = ActivityFactory(title="“青春集市”志愿服务", starts_on=date(2021, 6, 10))
    start, end = map(date.fromisoformat, days)

    found = alike(Activity.objects.all(), title=title, start=start, end=end)

    assert found == ([known] if is_alike else [])


def test_what_lasts_is_found_on_any_of_its_days():
    year = {"starts_on": date(2021, 1, 1), "ends_on": date(2021, 12, 31), "date_precision": "standing"}
    known = ActivityFactory(title="青春集市", **year)
    day = date(2021, 11, 20)

    assert alike(Activity.objects.all(), title="青春集市", start=day, end=day) == [known]


def sent(desk, **typed):
    least = {"title": "青春集市", "area": str(WorkAreaFactory().pk), "starts_on": "2021-06-10"}
    return Desk(desk, ADD).type(**least | typed)


def test_saving_asks_once_and_then_saves(desk):
    known = ActivityFactory(title="青春集市", starts_on=date(2021, 6, 10))

    asked = sent(desk).send()
    again = sent(desk, desk_alike=str(known.pk)).send()

    assert refusals(asked) == {"__all__": [ASKED]}
    assert [one["address"] for one in asked.context["alike"]] == [
        reverse("admin:activities_activity_change", args=[known.pk])
    ]
    assert (again.status_code, Activity.objects.count()) == (302, 2)


def test_hint_while_typing_names_the_record(desk):
    known = ActivityFactory(title="青春集市", starts_on=date(2021, 6, 10))
    typed = {"title": "青春集市活动", "starts_on": "2021.6.11", "ends_on": ""}

    answer = desk.get(reverse("admin:activities_activity_alike"), typed)
    of_itself = desk.get(reverse("admin:activities_activity_alike"), typed | {"key": known.pk})

    assert answer.json() == {
        "found": [
            {
                "key": known.pk,
                "title": "青春集市",
                "note": "2021年6月10日，草稿",
                "address": reverse("admin:activities_activity_change", args=[known.pk]),
            }
        ]
    }
    assert of_itself.json() == {"found": []}


@pytest.mark.parametrize(
    "typed", [{}, {"title": "青春集市", "starts_on": "不知道"}, {"title": "\x00" * 9000}]
)
def test_hint_takes_whatever_is_typed(desk, typed):
    assert desk.get(reverse("admin:activities_activity_alike"), typed).json() == {"found": []}


def test_hint_tells_nothing_of_what_is_out_of_reach(client):
    branch, other = OrganizationFactory(), OrganizationFactory()
    account = UserFactory(is_staff=True, organizations=[branch])
    account.user_permissions.set(Permission.objects.filter(codename="add_activity"))
    account.user_permissions.add(Permission.objects.get(codename="view_activity"))
    for organization in (branch, other):
        known = ActivityFactory(title=f"青春集市（{organization}）", starts_on=date(2021, 6, 10))
        known.organizers.add(organization)
    client.force_login(account)

    answer = client.get(
        reverse("admin:activities_activity_alike"),
        {"title": "青春集市（第团支部）", "starts_on": "2021-06-10"},
    )

    assert [one["title"] for one in answer.json()["found"]] == [f"青春集市（{branch}）"]
