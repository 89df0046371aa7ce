from datetime import date
from decimal import Decimal

import pytest
from django.urls import reverse

from activities.models import Activity, Figure
from tests.factories import (
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


def test_activity_without_summary_organizer_or_figure_is_asked_about(form):
    answer = form.send("publish")

    asked = form.client.get(answer.url)
    assert asked.context["asks"] == [
        "还没有概要，工作总结里只写得出标题",
        "还没有填写主办的团组织",
        "还没有一个数据，不会计入任何合计",
    ]
    assert Activity.objects.get().state == "draft"


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
