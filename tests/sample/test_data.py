"""The sample data against the facts, row by row. How it meets staff's own work is in test_sample_load."""

from datetime import timedelta

import pytest
from django.core.management import call_command

from activities.models import Activity, Campaign, Figure, Participant, Partnership, Photo, WorkArea
from honors.models import Award, AwardTitle, Commendation, HonorReceived
from organizations.models import Committee, Organization
from reports.models import Commitment, PlanItem, Report
from tests.sample import sample_facts
from toolkit.publishing import Publishable
from volunteers.models import Team, Volunteer

pytestmark = pytest.mark.django_db


A_MOMENT = timedelta(seconds=5)


@pytest.fixture(autouse=True)
def _sample(db, capsys):
    call_command("load_sample_data")


def stated_activities():
    """All but the invented ones of the second half, which test_sample_examples looks at."""
    return Activity.objects.exclude(title__startswith="〔示例〕")


def the_report():
    return Report.objects.get(slug="2020-h1")


def about(word):
    return stated_activities().get(title__contains=word)


def told_figures(activity):
    return [
        (
            figure.wording,
            figure.value,
            figure.unit,
            figure.precision,
            figure.part,
            figure.repeats.name if figure.repeats else None,
        )
        for figure in activity.figures.select_related("repeats")
    ]


def test_committee_holds_what_is_known_and_nothing_else():
    committee = Committee.objects.current()

    assert (committee.name, committee.term) == ("共青团西湖区委", "第十届")
    assert {
        getattr(committee, name)
        for name in (
            "site_domain",
            "address",
            "postal_code",
            "phone",
            "email",
            "icp_number",
            "police_number",
            "site_code",
        )
    } == {""}


def test_work_areas_stand_in_the_order_of_the_summary():
    assert [area.name for area in WorkArea.objects.all()] == ["服务成长成才", "思想政治引领", "自身建设"]


def test_named_organizations_stand_below_the_committee():
    assert list(Organization.objects.order_by("pk").values_list("name", "kind", "parent__name")) == [
        ("共青团西湖区委", "committee", None),
        ("西湖区公安分局团委", "working_committee", "共青团西湖区委"),
        ("西湖区教育团工委", "working_committee", "共青团西湖区委"),
        ("南昌市西湖区住房保障和房产管理局团支部", "branch", "共青团西湖区委"),
    ]


def test_activities_are_as_the_facts_state():
    words = [row[0] for row in sample_facts.ACTIVITIES]

    assert [
        (
            word,
            activity.area.name,
            activity.date_precision,
            activity.starts_on,
            activity.day_part,
            activity.place,
            told_figures(activity),
        )
        for word, activity in zip(words, map(about, words), strict=True)
    ] == sample_facts.ACTIVITIES


def test_there_are_no_activities_and_figures_beyond_the_facts():
    figures = Figure.objects.filter(activity__in=stated_activities())

    assert stated_activities().count() == len(sample_facts.ACTIVITIES) == 12
    assert figures.count() == sum(len(row[-1]) for row in sample_facts.ACTIVITIES) == 10


def test_activities_name_what_the_facts_name():
    words = {activity.title: activity.summary + activity.body for activity in Activity.objects.all()}

    assert [(word, name) for word, name in sample_facts.NAMED if name not in words[about(word).title]] == []


def test_participants_have_the_posts_and_parts_that_are_stated():
    people = {
        word: list(about(word).participants.values_list("name", "post", "role"))
        for word in sample_facts.PEOPLE
    }

    assert people == sample_facts.PEOPLE
    assert Participant.objects.count() == sum(map(len, people.values()))


def test_partners_have_the_parts_that_are_stated():
    expected = {(about(word).pk, name, part) for word, name, part in sample_facts.PARTNERS}

    assert set(Partnership.objects.values_list("activity", "partner__name", "part")) == expected


def test_committee_organizes_every_activity():
    assert set(Activity.objects.values_list("title", "organizers__kind")) == {
        (title, "committee") for title in Activity.objects.values_list("title", flat=True)
    }


def test_campaigns_hold_what_recurs_or_belongs_together():
    assert {campaign.name: campaign.activities.count() for campaign in Campaign.objects.all()} == {
        "青清行动": 1,
        "我是河小青，生态志愿行": 1,
        "学雷锋志愿服务": 1,
        "五四系列活动": 3,
    }


def test_suspected_repeats_point_at_the_figure_that_is_counted():
    repeats = Figure.objects.exclude(repeats=None).select_related("activity", "repeats__activity")

    assert {(figure.activity, figure.repeats.activity) for figure in repeats} == {
        (about("应急志愿服务"), about("应急志愿服务")),
        (about("第五次全体"), about("第十二届九次全会")),
    }


def test_teams_known_by_their_number_are_one_row():
    teams = {team.kind: (team.announced_count, team.fields.count()) for team in Team.objects.all()}
    commando = Team.objects.get(kind="commando")

    assert teams == {"commando": (14, 5), "service_team": (None, 0), "vehicle": (None, 0)}
    assert [field.name for field in commando.fields.all()] == [
        "村社区",
        "乡镇街道",
        "民生服务",
        "医疗保障",
        "物资生产",
    ]
    assert list(commando.activities.all()) == [about("应急志愿服务")]
    assert Team.objects.get(kind="vehicle").name == "西湖号"
    assert not Volunteer.objects.exists()


def test_commendation_has_five_titles_with_the_one_recipient_named_of_each():
    commendation = Commendation.objects.get()

    assert (commendation.year, commendation.area.name, commendation.when_text) == (
        2019,
        "自身建设",
        "2020年春季",
    )
    assert (commendation.decided_on, commendation.publicity_starts_on) == (None, None)
    assert [
        (title.name, title.recipients, title.announced_count, title.awards.get().name)
        for title in AwardTitle.objects.all()
    ] == sample_facts.TITLES
    assert list(Award.objects.exclude(organization=None).values_list("organization__name", flat=True)) == [
        "西湖区公安分局团委",
        "南昌市西湖区住房保障和房产管理局团支部",
    ]


def test_honor_received_has_no_invented_day():
    honor = HonorReceived.objects.get()

    assert honor.sentence == "2019年度全省共青团工作先进县（市、区）第一位，全市唯一"
    assert (honor.year, honor.when_text, honor.authority) == (2019, "2020年上半年", "")


def test_report_is_the_issued_one_of_the_first_half():
    report = the_report()

    assert (report.slug, str(report.starts_on), str(report.ends_on)) == (
        "2020-h1",
        "2020-01-01",
        "2020-06-30",
    )
    assert (str(report.as_of), str(report.signed_on), report.signature) == (
        "2020-05-29",
        "2020-05-29",
        "共青团西湖区委",
    )
    assert (report.state, report.is_public) == ("issued", True)


def test_report_places_the_records_in_the_order_of_the_facts():
    placed = [placement.activity or placement.commendation for placement in the_report().placements.all()]

    assert placed == [*(about(row[0]) for row in sample_facts.ACTIVITIES), Commendation.objects.get()]
    assert [
        (section.kind, section.area and section.area.name) for section in the_report().sections.all()
    ] == [
        ("records", "服务成长成才"),
        ("records", "思想政治引领"),
        ("records", "自身建设"),
        ("plan", None),
    ]


def test_plan_commits_to_what_the_facts_commit_to():
    items = the_report().plan_items.all()
    plan = [[commitment.text for commitment in item.commitments.all()] for item in items]

    assert [len(texts) for texts in plan] == [len(words) for words in sample_facts.PLAN]
    for texts, words in zip(plan, sample_facts.PLAN, strict=True):
        assert [word in text for text, word in zip(texts, words, strict=True)] == [True] * len(words)
    promised = Commitment.objects.filter(plan_item__in=items)
    assert not promised.exclude(owner=None, due_on=None, target_value=None).exists()


def test_everything_with_a_page_is_published_from_the_moment_it_is_loaded():
    others = [row for model in (Commendation, HonorReceived, Team) for row in model.objects.published()]
    records = [*stated_activities().published(), *others]

    assert len(records) == 12 + 1 + 1 + 3
    assert [record for record in records if abs(record.published_at - record.created_at) > A_MOMENT] == []
    assert all(issubclass(type(record), Publishable) for record in records)


def test_every_sentence_finds_its_figures():
    summaries = [activity.summary_text() for activity in Activity.objects.prefetch_related("figures")]
    others = [
        *Activity.objects.values_list("body", flat=True),
        *Commendation.objects.values_list("summary", flat=True),
        *Team.objects.values_list("summary", flat=True),
        *PlanItem.objects.values_list("text", flat=True),
        *Commitment.objects.values_list("text", flat=True),
        the_report().opening.replace("{上级荣誉}", ""),
    ]

    assert [text for text in summaries + others if "{" in text or "}" in text] == []
    assert [
        figure.name for figure in Figure.objects.all() if f"{{{figure.name}}}" not in figure.activity.summary
    ] == []


def test_pictures_are_drawn_and_say_so():
    photos = Photo.objects.all()

    assert photos.count() == 6
    assert {(photo.width, photo.height) for photo in photos} == {(1200, 750)}
    assert all(photo.alt.startswith("示意图：") and photo.image.size > 10_000 for photo in photos)
