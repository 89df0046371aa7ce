from datetime import date
from decimal import Decimal

import pytest
from django.contrib.admin.models import LogEntry
from django.urls import reverse

from activities.models import Activity, Figure
from tests.factories import (
    PUBLISHED_AT,
    ActivityFactory,
    FigureFactory,
    ParticipantFactory,
    PartnerFactory,
    WorkAreaFactory,
)
from tests.pages import Desk

pytestmark = pytest.mark.django_db

ADD = reverse("admin:activities_activity_add")
LIST = reverse("admin:activities_activity_changelist")


def change(activity):
    return reverse("admin:activities_activity_change", args=[activity.pk])


@pytest.fixture
def form(desk):
    """The form of a new activity with the least that must be typed."""
    return Desk(desk, ADD).type(
        title="学雷锋主题活动", area=str(WorkAreaFactory().pk), starts_on="2020-03-05"
    )


def test_activity_is_entered_with_all_that_stands_on_its_page(form, staff):
    form.type(summary="组织{志愿者}深入一线。", body="<p>全文</p>")
    form.add_row("figures", name="志愿者", wording="300余名", counts="volunteers")
    form.add_row("participants", name="芦君", post="团区委书记", role="chaired")
    form.add_row("partnerships", partner=PartnerFactory(name="南青基金").pk, part="donor")

    answer = form.send()

    activity = Activity.objects.get()
    assert (answer.status_code, answer.url) == (302, LIST)
    assert activity.summary_text() == "组织300余名深入一线。"
    assert [str(row) for row in activity.participants.all()] == ["团区委书记芦君"]
    assert [str(row) for row in activity.partnerships.all()] == ["南青基金（捐赠方）"]
    assert (activity.ends_on, activity.state) == (date(2020, 3, 5), "draft")


def test_activity_notes_who_entered_it_and_who_changed_it_last(form, staff, editor, client):
    form.send()
    activity = Activity.objects.get()
    client.force_login(editor)
    Desk(client, change(activity)).type(title="新标题").send()

    activity.refresh_from_db()

    assert (activity.title, activity.created_by, activity.updated_by) == ("新标题", staff, editor)


def test_new_wording_of_a_figure_is_read_anew(desk):
    figure = FigureFactory(wording="截至5月底，10至20名团员")

    Desk(desk, change(figure.activity)).type(**{"figures-0-wording": "约500人次"}).send()

    figure.refresh_from_db()
    read = ("value", "high", "unit", "noun", "as_of", "kind", "precision")
    assert tuple(getattr(figure, name) for name in read) == (
        *(Decimal(500), None, "人次"),
        *("", "", "attendances", "about"),
    )


def test_activity_published_without_a_time_is_published_now(form):
    form.type(state="published").send()

    assert Activity.objects.get().is_published


def test_publish_selected_makes_records_public_and_notes_it(desk, staff):
    drafts = [ActivityFactory(), ActivityFactory(state="withdrawn", published_at=PUBLISHED_AT)]
    shown = ActivityFactory(published=True)
    chosen = [record.pk for record in (*drafts, shown)]

    answer = desk.post(LIST, {"action": "publish_selected", "_selected_action": chosen}, follow=True)

    assert set(Activity.objects.published()) == {*drafts, shown}
    assert set(Activity.objects.filter(updated_by=staff)) == set(drafts)
    assert [str(message) for message in answer.context["messages"]] == ["发布了 2 条。"]
    assert sorted(entry.object_repr for entry in LogEntry.objects.all()) == sorted(map(str, drafts))


def test_withdraw_selected_hides_what_was_public(desk):
    shown, draft = ActivityFactory(published=True), ActivityFactory()

    answer = desk.post(
        LIST, {"action": "withdraw_selected", "_selected_action": [shown.pk, draft.pk]}, follow=True
    )

    assert list(Activity.objects.withdrawn()) == [shown]
    assert [str(message) for message in answer.context["messages"]] == ["撤回了 1 条。"]


def test_withdraw_selected_says_so_where_nothing_was_public(desk):
    draft = ActivityFactory()

    answer = desk.post(LIST, {"action": "withdraw_selected", "_selected_action": [draft.pk]}, follow=True)

    assert [str(message) for message in answer.context["messages"]] == ["所选的都没有发布，不需要撤回。"]


def test_publishing_works_on_what_a_search_found(desk):
    found = ParticipantFactory(name="芦君").activity
    ParticipantFactory(name="芦君", role="spoke", activity=found)

    desk.post(f"{LIST}?q=芦君", {"action": "publish_selected", "_selected_action": [found.pk]})

    assert list(Activity.objects.published()) == [found]


@pytest.mark.parametrize("words", ["读书日", "纪念馆", "芦君"])
def test_search_finds_by_title_place_and_people(desk, words):
    found = ActivityFactory(title="世界读书日", place="八一起义纪念馆")
    ParticipantFactory(activity=found, name="芦君")
    ActivityFactory()

    assert list(desk.get(LIST, {"q": words}).context["cl"].result_list) == [found]


def test_list_of_figures_leads_to_their_activities(desk):
    figure = FigureFactory()

    page = desk.get(reverse("admin:activities_figure_changelist"))

    assert f'href="{change(figure.activity)}"' in page.content.decode()


def test_figures_are_changed_only_on_the_page_of_their_activity(desk):
    figure = FigureFactory(wording="300余名")
    address = reverse("admin:activities_figure_change", args=[figure.pk])

    answer = desk.post(address, {"wording": "1万名"})

    assert answer.status_code == 403
    assert Figure.objects.get().wording == "300余名"
