"""What holds for every page of the staff desk: it opens, is closed to others, asks no more for more rows."""

import pytest
from django.contrib import admin
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils.timezone import localdate

from activities.models import Indicator
from desk.bin.actions import put_away
from desk.models import Event, LogLine
from organizations.models import Membership
from reports.document.periods import HalfYear
from tests import factories as make
from tests.reading import texts

pytestmark = pytest.mark.django_db


def of_year(factory, path):
    """Rows that each stand in a report of their own half-year."""
    return lambda number: factory(**{path: HalfYear(2001 + number, 1)})


def line_of(account):
    event = Event.objects.create(kind="signed_in", by=account)
    return LogLine.objects.get(pk=f"e{event.pk}")


MAKERS = {
    "activities.activity": lambda _: make.ActivityFactory(),
    "activities.campaign": lambda _: make.CampaignFactory(),
    "activities.figure": lambda _: make.FigureFactory(repeats=make.FigureFactory()),
    "activities.indicator": lambda _: make.IndicatorFactory(),
    "activities.tag": lambda _: make.TagFactory(),
    "activities.workarea": lambda _: make.WorkAreaFactory(),
    "branches.branchreport": lambda _: make.BranchReportFactory(
        decided=True, state="adopted", activity=make.ActivityFactory()
    ),
    "branches.censusreturn": lambda _: make.CensusAnswerFactory().census_return,
    "branches.censusround": lambda _: make.CensusReturnFactory().round,
    "corrections.correction": lambda _: make.CorrectionFactory(),
    "desk.logline": lambda _: line_of(make.StaffFactory()),
    "desk.overruled": lambda _: make.OverruledFactory(record=make.NoticeFactory()),
    "desk.binned": lambda _: put_away([make.NoticeFactory()], by=make.StaffFactory())[0],
    "honors.awardtitle": lambda _: make.AwardFactory().title,
    "honors.commendation": lambda _: make.CommendationFactory(),
    "honors.honorreceived": lambda _: make.HonorReceivedFactory(published=True),
    "intake.batch": lambda _: make.BatchFactory(),
    "intake.sheetimport": lambda _: make.SheetRowFactory().table,
    "intake.document": lambda _: make.ProposalFactory().document,
    "notices.notice": lambda _: make.NoticeFactory(organization=make.OrganizationFactory()),
    "organizations.organization": lambda _: make.OrganizationFactory(),
    "organizations.partner": lambda _: make.PartnerFactory(),
    "organizations.person": lambda _: (
        make.PersonPostFactory(person__organization=make.OrganizationFactory()).person
    ),
    "reports.commitment": of_year(make.CommitmentFactory, "plan_item__report__period"),
    "reports.planitem": of_year(make.PlanItemFactory, "report__period"),
    "reports.report": of_year(make.ReportFactory, "period"),
    "reports.reporttype": lambda _: make.ReportTypeFactory(),
    "search.asked": lambda _: make.AskedFactory(),
    "toolkit.formeraddress": lambda _: make.FormerAddressFactory(),
    "volunteers.servicefield": lambda _: make.ServiceFieldFactory(),
    "volunteers.servicerecord": lambda _: make.ServiceRecordFactory(
        activity=make.ActivityFactory(), team=make.TeamFactory()
    ),
    "volunteers.team": lambda _: make.TeamFactory(organization=make.OrganizationFactory()),
    "volunteers.volunteer": lambda _: make.VolunteerFactory(organization=make.OrganizationFactory()),
    "auth.user": lambda _: make.UserFactory(),
}
NOT_ENTERED_HERE = {
    "activities.figure",
    "branches.censusreturn",
    "corrections.correction",
    "desk.binned",
    "desk.logline",
    "desk.overruled",
    "intake.batch",
    "search.asked",
}
NOT_LISTED_HERE = {"accounts.terms", "organizations.committee", "auth.group"}  # one row only; Django's own


def address(label, page, *args):
    return reverse(f"admin:{label.replace('.', '_')}_{page}", args=args)


def queries_of(client, path):
    client.get(path)  # what is read once and kept must not count
    with CaptureQueriesContext(connection) as queries:
        response = client.get(path)
    assert response.status_code == 200
    return [query["sql"] for query in queries]


def test_every_page_of_the_desk_is_tried_here():
    registered = {model._meta.label_lower for model in admin.site._registry}

    assert registered == MAKERS.keys() | NOT_LISTED_HERE


def test_every_page_of_the_desk_has_its_place_in_the_index():
    registered = {(model._meta.app_label, model.__name__) for model in admin.site._registry}

    assert registered == {(app, name) for app, names in admin.site.ORDER.items() for name in names}


def test_index_lists_the_apps_in_the_order_of_the_work(desk):
    page = desk.get(reverse("admin:index"))

    names = [(app["name"], [model["name"] for model in app["models"]]) for app in page.context["app_list"]]
    assert names[:2] == [
        ("活动", ["活动", "活动数据", "指标", "品牌（系列）活动", "工作板块", "标签"]),
        ("工作总结", ["工作总结", "计划", "任务", "总结类型"]),
    ]


def test_index_tells_the_totals_so_far_that_the_office_wants_to_see(desk):
    activity = make.ActivityFactory(published=True, starts_on=localdate())
    make.FigureFactory(activity=activity, wording="342人次")
    make.FigureFactory(activity=activity, wording="9000元")
    make.IndicatorFactory(name="团支部数", unit="个", words="团支部", is_stock=True)
    make.FigureFactory(activity=activity, wording="截至目前，团支部569个")
    today = f"{localdate().month}月{localdate().day}日"
    Indicator.objects.filter(name="款物金额").update(is_on_desk=False)

    page = desk.get(reverse("admin:index"))

    assert texts(page, "//section[contains(@class, 'so-far')]//dl/div") == [
        "开展活动1项",
        "参与人次342人次",
        f"团支部数569个（截至{today}）",
    ]


@pytest.mark.parametrize("label", MAKERS)
def test_list_asks_no_more_for_three_rows_than_for_one(desk, label):
    path = address(label, "changelist")
    MAKERS[label](1)
    with_one = queries_of(desk, path)
    rows = [MAKERS[label](number) for number in (2, 3)]

    with_three = queries_of(desk, path)

    listed = set(desk.get(path).context["cl"].result_list)
    assert [row for row in rows if row not in listed] == []
    assert len(with_three) == len(with_one)


@pytest.mark.parametrize("label", MAKERS)
def test_form_of_a_record_opens(desk, label):
    record = MAKERS[label](1)

    assert desk.get(address(label, "change", record.pk)).status_code == 200


@pytest.mark.parametrize("label", sorted(MAKERS.keys() - NOT_ENTERED_HERE))
def test_form_for_a_new_record_opens(desk, label):
    assert desk.get(address(label, "add")).status_code == 200


@pytest.mark.parametrize("label", MAKERS)
def test_search_answers_whatever_is_typed(desk, label):
    MAKERS[label](1)
    path = address(label, "changelist")

    answers = {
        desk.get(path, {"q": typed}).status_code for typed in ("找", "%_'\"", " ", "\x00", "长" * 10_000)
    }

    assert answers == {200}


CHOICE = {"app_label": "volunteers", "model_name": "membership", "field_name": "volunteer"}


@pytest.mark.parametrize("typed", ["", "\x00", "%", "长" * 10_000])
def test_search_by_choice_answers_whatever_is_typed(desk, typed):
    assert desk.get(reverse("admin:autocomplete"), {**CHOICE, "term": typed}).status_code == 200


@pytest.mark.parametrize(
    "query",
    [
        "state__exact=%00",
        "p=abc",
        "p=-1",
        "p=1000000000",
        "area__id__exact=abc",
        "o=9.9",
        "starts_on__year=x",
    ],
)
def test_list_answers_a_mangled_address(desk, query):
    answer = desk.get(f"{address('activities.activity', 'changelist')}?{query}", follow=True)

    assert answer.status_code == 200


def test_search_by_choice_tells_records_of_one_name_apart(desk):
    branch = make.OrganizationFactory(name="桃花镇团委")
    make.VolunteerFactory(name="李琪", organization=branch)
    make.VolunteerFactory(name="李琪")

    answer = desk.get(reverse("admin:autocomplete"), {**CHOICE, "term": "李琪"})

    assert [found["text"] for found in answer.json()["results"]] == ["李琪（桃花镇团委）", "李琪"]


@pytest.mark.parametrize("label", MAKERS)
def test_anonymous_reader_is_sent_to_sign_in(client, label):
    path = address(label, "changelist")

    answer = client.get(path)

    assert (answer.status_code, answer.url) == (302, f"{reverse('admin:login')}?next={path}")


@pytest.mark.parametrize("label", MAKERS)
def test_stranger_is_sent_to_sign_in(client, stranger, label):
    client.force_login(stranger)
    path = address(label, "changelist")

    answer = client.get(path)

    assert (answer.status_code, answer.url) == (302, f"{reverse('admin:login')}?next={path}")


# Whoever may add activities may also take in a table of them.
NOT_OF_ACTIVITIES = {label for label in MAKERS if not label.startswith("activities.")} - {
    "intake.sheetimport"
}


@pytest.mark.parametrize("label", sorted(NOT_OF_ACTIVITIES))
def test_editor_without_the_permission_is_refused(client, editor, label):
    record = MAKERS[label](1)
    client.force_login(editor)

    answers = [
        client.get(address(label, "changelist")).status_code,
        client.get(address(label, "add")).status_code,
        client.get(address(label, "change", record.pk)).status_code,
        client.post(address(label, "delete", record.pk), {"post": "yes"}).status_code,
    ]

    assert answers == [403, 403, 403, 403]
    assert type(record).objects.filter(pk=record.pk).exists()


def activity_rows(activity):
    make.FigureFactory(
        activity=activity, repeats=make.FigureFactory(), indicator=make.IndicatorFactory(unit="人")
    )
    make.PhotoFactory(activity=activity)
    make.ParticipantFactory(activity=activity)
    make.PartnershipFactory(activity=activity)


def evidence_rows(commitment):
    make.EvidenceFactory(commitment=commitment)
    make.EvidenceFactory(commitment=commitment, activity=None, team=make.TeamFactory())
    make.EvidenceFactory(commitment=commitment, activity=None, commendation=make.CommendationFactory())


ROWS = {
    "activities.activity": activity_rows,
    "branches.branchreport": lambda record: make.ReportedPhotoFactory(report=record),
    "branches.censusround": lambda record: make.CensusQuestionFactory(
        round=record, indicator=make.IndicatorFactory()
    ),
    "honors.commendation": lambda record: make.AwardFactory(title__commendation=record),
    "honors.awardtitle": lambda record: make.AwardFactory(
        title=record, organization=make.OrganizationFactory()
    ),
    "honors.honorreceived": lambda record: make.HonorRecipientFactory(
        honor=record, organization=make.OrganizationFactory()
    ),
    "notices.notice": lambda record: make.AttachmentFactory(notice=record),
    "organizations.person": lambda record: make.PersonPostFactory(person=record),
    "auth.user": lambda record: Membership.objects.create(
        account=record, organization=make.OrganizationFactory()
    ),
    "volunteers.team": lambda record: make.MembershipFactory(team=record),
    "volunteers.volunteer": lambda record: make.ServiceRecordFactory(
        volunteer=record, activity=make.ActivityFactory(), team=make.TeamFactory()
    ),
    "reports.planitem": lambda record: make.CommitmentFactory(
        plan_item=record, owner=make.OrganizationFactory()
    ),
    "reports.commitment": evidence_rows,
}


def test_every_form_with_rows_is_counted_here():
    with_rows = {model._meta.label_lower for model, desk in admin.site._registry.items() if desk.inlines}

    assert with_rows == ROWS.keys()


@pytest.mark.parametrize("label", ROWS)
def test_form_asks_no_more_for_three_rows_than_for_one(desk, label):
    record = MAKERS[label](1)
    path = address(label, "change", record.pk)
    ROWS[label](record)
    with_one = queries_of(desk, path)
    ROWS[label](record)
    ROWS[label](record)

    with_three = queries_of(desk, path)

    assert len(with_three) == len(with_one)


def test_desk_greets_whoever_signed_in_by_the_whole_name(client):
    client.force_login(make.StaffFactory(last_name="王", first_name="小明", is_superuser=True))

    assert texts(client.get("/admin/"), "//div[@id='user-tools']/strong") == ["王小明"]
