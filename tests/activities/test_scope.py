"""A branch sees and edits its own activities, as if there were no others."""

import pytest
from django.contrib.auth.models import Permission
from django.urls import reverse

from activities.models import Activity
from tests.factories import ActivityFactory, FigureFactory, OrganizationFactory, UserFactory, WorkAreaFactory
from tests.pages import Desk, refusals

pytestmark = pytest.mark.django_db

LIST, ADD = reverse("admin:activities_activity_changelist"), reverse("admin:activities_activity_add")
OUTSIDE = "这一项不在你能选择的范围内，请重新选择。"


def address_of(activity, page="change"):
    return reverse(f"admin:activities_activity_{page}", args=[activity.pk])


@pytest.fixture
def branch():
    return OrganizationFactory(name="西溪街道团工委")


@pytest.fixture
def theirs():
    """Another branch's, and the district's own."""
    activity = ActivityFactory(title="别家的活动")
    activity.organizers.add(OrganizationFactory())
    return activity


@pytest.fixture
def clerk(client, branch):
    """A client signed in as somebody of the branch, who may do everything with activities."""
    clerk = UserFactory(is_staff=True, organizations=[branch])
    clerk.user_permissions.set(
        Permission.objects.filter(content_type__app_label__in=["activities", "organizations"])
    )
    client.force_login(clerk)
    return client


def test_list_shows_those_of_the_branch_and_beneath(clerk, branch, theirs):
    own, beneath = ActivityFactory(), ActivityFactory()
    own.organizers.add(branch)
    beneath.organizers.add(OrganizationFactory(parent=branch), branch)

    page = clerk.get(LIST).context["cl"]

    assert set(page.result_list) == {own, beneath}
    assert (page.result_count, page.full_result_count) == (2, 2)


@pytest.mark.parametrize("page", ["change", "delete", "history", "compare"])
def test_page_of_another_branch_is_as_one_that_is_not_there(clerk, theirs, page):
    answer, missing = (
        clerk.get(address_of(theirs, page)),
        clerk.get(address_of(theirs, page).replace(str(theirs.pk), "987654")),
    )

    assert answer.status_code == missing.status_code
    assert answer.headers.get("Location") == missing.headers.get("Location")
    assert theirs.title not in answer.content.decode()


def test_organizer_has_to_be_of_the_branch(clerk, branch, theirs):
    other = theirs.organizers.get()
    form = Desk(clerk, ADD).type(title="义剪", area=str(WorkAreaFactory().pk), starts_on="2020-03-05")

    assert refusals(form.type(organizers=[str(other.pk)]).send()) == {"organizers": [OUTSIDE]}
    assert refusals(form.type(organizers=[str(branch.pk), str(other.pk)]).send()) == {"organizers": [OUTSIDE]}
    assert Activity.objects.count() == 1

    form.type(organizers=[str(branch.pk)]).send()
    assert [*Activity.objects.get(title="义剪").organizers.all()] == [branch]


def test_other_organizers_of_an_activity_in_common_stay(clerk, branch):
    activity, other = ActivityFactory(), OrganizationFactory()
    activity.organizers.add(branch, other)

    Desk(clerk, address_of(activity)).type(place="文三路").send()

    activity.refresh_from_db()
    assert (activity.place, {*activity.organizers.all()}) == ("文三路", {branch, other})


def test_own_branch_is_not_taken_off(clerk, branch):
    activity, other = ActivityFactory(published=True), OrganizationFactory()
    activity.organizers.add(branch, other)

    answer = Desk(clerk, address_of(activity)).type(organizers=[str(other.pk)]).send("update")

    assert refusals(answer) == {"organizers": ["请选择你所在的团组织，或者它下面的团组织。"]}
    assert {*activity.organizers.all()} == {branch, other}


def test_search_for_a_choice_finds_own_figures_alone(clerk, branch, theirs):
    own = ActivityFactory()
    own.organizers.add(branch)
    figure = FigureFactory(activity=own, name="志愿者")
    FigureFactory(activity=theirs, name="志愿者")
    asked = {"app_label": "activities", "model_name": "figure", "field_name": "repeats", "term": "志愿"}

    found = clerk.get(reverse("admin:autocomplete"), asked).json()["results"]

    assert [one["id"] for one in found] == [str(figure.pk)]


def test_draft_of_another_branch_is_not_shown_on_the_site(clerk, branch, theirs):
    own = ActivityFactory()
    own.organizers.add(branch)

    assert clerk.get(own.get_absolute_url()).status_code == 200
    assert clerk.get(theirs.get_absolute_url()).status_code == 404
