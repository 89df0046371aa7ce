"""Whatever changes a record, in whichever way, a search is right at once."""

from datetime import date

import pytest
from django.core.management import call_command
from django.db import connection

from activities.models import (
    Activity,
    Campaign,
    Figure,
    Participant,
    Partnership,
    Photo,
    Tag,
)
from honors.models import Award, AwardTitle, Commendation, HonorReceived, HonorRecipient
from notices.models import Notice
from organizations.models import Organization, Partner
from reports.composing.compose import compose
from reports.document.snapshot import to_json
from reports.models import PlanItem, Report, ReportVersion
from search import refresh as refreshing
from search.models import Change, Entry
from search.refresh import refresh
from tests.factories import (
    ActivityFactory,
    AwardFactory,
    CampaignFactory,
    CommendationFactory,
    CommitmentFactory,
    FigureFactory,
    HonorReceivedFactory,
    HonorRecipientFactory,
    NoticeFactory,
    OrganizationFactory,
    ParticipantFactory,
    PartnershipFactory,
    PhotoFactory,
    PlanItemFactory,
    ReportFactory,
    ReportVersionFactory,
    ServiceFieldFactory,
    TagFactory,
    TeamFactory,
    WrittenItemFactory,
)
from tests.search.looking import titles_found
from volunteers.models import ServiceField, Team

pytestmark = pytest.mark.django_db


@pytest.fixture
def records():
    """One record of each kind with all that its page prints, none of it saying 口罩."""
    organization = OrganizationFactory()
    activity = ActivityFactory(title="活动甲", summary="组织{人数}。", published=True)
    FigureFactory(activity=activity, name="人数")
    ParticipantFactory(activity=activity)
    PartnershipFactory(activity=activity)
    PhotoFactory(activity=activity)
    activity.organizers.add(organization)
    activity.tags.add(TagFactory())
    activity.campaigns.add(CampaignFactory(name="品牌甲"))
    NoticeFactory(title="通知甲", organization=organization, published=True)
    TeamFactory(name="队伍甲", organization=organization, published=True).fields.add(ServiceFieldFactory())
    commendation = CommendationFactory(title="表彰甲", published=True)
    AwardFactory(title__commendation=commendation, organization=organization)
    HonorReceivedFactory(title="荣誉甲", published=True)
    HonorRecipientFactory(honor__title="荣誉乙", honor__published=True, organization=organization)
    report = ReportFactory(title="总结甲", is_public=True, as_of=date(2020, 2, 1))
    CommitmentFactory(plan_item=PlanItemFactory(report=report))
    WrittenItemFactory(section__report=report)
    refresh()


@pytest.mark.parametrize(
    ("model", "change", "titles"),
    [
        (Activity, {"title": "口罩"}, ["口罩"]),
        *(
            (Activity, {field: "口罩"}, ["活动甲"])
            for field in ("summary", "body", "place", "slogan", "source")
        ),
        (Figure, {"wording": "3口罩"}, ["活动甲"]),
        (Participant, {"name": "口罩"}, ["活动甲"]),
        (Partner, {"name": "口罩"}, ["活动甲"]),
        (Photo, {"caption": "口罩"}, ["活动甲"]),
        (Tag, {"name": "口罩"}, ["活动甲"]),
        (Campaign, {"name": "口罩"}, ["口罩", "活动甲"]),
        (Campaign, {"description": "口罩"}, ["品牌甲"]),
        *((Notice, {field: "口罩"}, ["通知甲"]) for field in ("body", "reviewer")),
        (Team, {"coverage": "口罩"}, ["队伍甲"]),
        (ServiceField, {"name": "口罩"}, ["队伍甲"]),
        (Commendation, {"body": "口罩"}, ["表彰甲"]),
        (AwardTitle, {"name": "口罩"}, ["表彰甲"]),
        (Award, {"name": "口罩"}, ["表彰甲"]),
        (HonorReceived, {"authority": "口罩"}, ["荣誉乙", "荣誉甲"]),
        (HonorRecipient, {"name": "口罩"}, ["荣誉乙", "总结甲"]),
        (Report, {"opening": "口罩"}, ["总结甲"]),
        (PlanItem, {"heading": "口罩"}, ["总结甲"]),
    ],
    ids=lambda value: getattr(value, "__name__", None) or "-".join(value),
)
def test_change_past_the_models_is_found_at_once(records, model, change, titles):
    assert titles_found("口罩") == []

    model.objects.update(**change)

    assert titles_found("口罩") == titles


def test_renamed_organization_is_found_wherever_it_is_printed(records):
    Organization.objects.filter(kind="branch").update(name="口罩支部")

    assert sorted(titles_found("口罩")) == ["活动甲", "荣誉乙", "表彰甲", "通知甲", "队伍甲"]


@pytest.mark.parametrize(
    "hide",
    [
        lambda: Activity.objects.update(state="withdrawn"),
        lambda: Activity.objects.update(published_at="2999-01-01T00:00:00Z"),
        lambda: Activity.objects.update(title="改过"),
        lambda: Activity.objects.all().delete(),
    ],
    ids=["withdrawn", "put off", "edited", "deleted"],
)
def test_record_that_is_hidden_is_gone_at_once(hide):
    ActivityFactory(title="口罩", published=True)
    assert titles_found("口罩") == ["口罩"]

    hide()

    assert titles_found("口罩") == []


def test_row_that_moves_is_found_where_it_is_now():
    first, second = ActivityFactory(title="甲", published=True), ActivityFactory(title="乙", published=True)
    participant = ParticipantFactory(activity=first, name="梅云子")
    assert titles_found("梅云子") == ["甲"]

    Participant.objects.filter(pk=participant.pk).update(activity=second)

    assert titles_found("梅云子") == ["乙"]


def test_row_that_is_removed_is_found_no_longer(records):
    Participant.objects.update(name="口罩甲")
    Award.objects.update(name="口罩乙")
    assert sorted(titles_found("口罩")) == ["活动甲", "表彰甲"]

    Participant.objects.all().delete()
    Award.objects.all().delete()
    Partnership.objects.all().delete()

    assert titles_found("口罩") == []


def test_public_draft_is_found_by_the_records_it_is_composed_from():
    ReportFactory(title="总结甲", is_public=True)
    ActivityFactory(title="活动甲", published=True)
    assert titles_found("口罩") == []

    Activity.objects.update(summary="送出口罩。")

    assert titles_found("口罩") == ["活动甲", "总结甲"]


def test_draft_made_private_and_version_taken_back_are_gone():
    draft = ReportFactory(title="口罩草稿", is_public=True)
    assert titles_found("口罩") == ["口罩草稿"]
    ReportVersionFactory(report=draft, snapshot=to_json(compose(draft)))
    Report.objects.update(is_public=False, title="改过")
    assert titles_found("口罩") == ["口罩草稿"]

    ReportVersion.objects.all().delete()

    assert titles_found("口罩") == []


def test_version_of_an_unknown_format_has_no_entry():
    ReportVersionFactory(report__title="口罩", snapshot={"format": 99}, format=99)

    assert titles_found("口罩") == []


def test_what_one_search_leaves_unwritten_is_not_shown_outdated(client, monkeypatch):
    activities = [ActivityFactory(title=f"口罩{number}", published=True) for number in range(3)]
    refresh()
    Activity.objects.filter(pk__gt=activities[0].pk).update(title="改过")
    monkeypatch.setattr(refreshing, "AT_ONCE", 1)
    monkeypatch.setattr("search.views.A_SEARCH_WRITES", 0)

    response = client.get("/search/?q=口罩")

    assert [hit.title for hit, _ in response.context["hits"]] == ["口罩0"]


def test_refresh_leaves_nothing_to_do_and_does_nothing_twice(records, django_assert_num_queries):
    Activity.objects.update(title="改过")

    assert (refresh(), Change.objects.count()) == (2, 0)  # the activity, and the draft that tells of it
    with django_assert_num_queries(1):
        assert refresh() == 0


def test_refresh_takes_the_same_queries_for_any_number(django_assert_max_num_queries):
    for number in range(30):
        ActivityFactory(title=f"活动{number}", published=True)

    with django_assert_max_num_queries(18):
        refresh()

    assert Entry.objects.count() == 30


def test_refresh_again_writes_every_entry(records, capsys):
    Entry.objects.update(text="旧", folded="旧", pairs="'旧'")

    call_command("refresh_search", again=True)

    assert Entry.objects.filter(text="旧").count() == 0
    assert capsys.readouterr().out == "已更新 8 条记录的查找条目。\n"


def test_every_record_that_was_there_before_is_noted_by_the_migration():
    ActivityFactory(title="口罩", published=True)
    Change.objects.all().delete()
    from importlib import import_module

    notes = import_module("search.migrations.0002_notes_of_changes").NOTE_ALL
    with connection.cursor() as cursor:
        cursor.execute(notes)

    assert titles_found("口罩") == ["口罩"]
