"""From a document to drafts: what is proposed, and what a person's yes makes of it."""

from datetime import date

import pytest
from django.contrib.admin.models import LogEntry
from django.contrib.auth.models import Permission

from activities.models import Activity
from honors.models import Commendation, HonorReceived
from intake import actions
from intake.models import Document, Proposal
from intake.recording import Refused
from intake.taking_in import take_in
from organizations.models import Organization, Partner
from reports.models import PlanItem
from tests.factories import (
    CampaignFactory,
    OrganizationFactory,
    PartnerFactory,
    ReportFactory,
    RootOrganizationFactory,
    UserFactory,
    WorkAreaFactory,
)

pytestmark = pytest.mark.django_db

SUMMARY = """共青团西湖区委2020年上半年工作总结
2020年以来，共青团西湖区委荣获2019年度全省共青团工作先进县（市、区）第一位，全市唯一。
一、坚持青年为本，服务成长成才富有成效
1、清理河岸。3月5日上午，团区委联合区水务局在赣江公园开展“青清行动”志愿服务活动，300余名青年志愿者参加，团区委书记芦君出席。
2、捐赠口罩。4月8日，捐赠口罩1万个，xx名青年参加。
二、自身建设向前向好
1、开展2019年度表彰。授予彭豪等45名同志“优秀团员”称号。
三、下半年工作计划
1、办好培训。举办团干部培训2期。
共青团西湖区委
2020年5月29日"""


@pytest.fixture
def areas(db):
    return [WorkAreaFactory(name=name) for name in ("服务成长成才", "自身建设")]


def taken_in(by, text=SUMMARY):
    return take_in(name="半年总结", data=text.encode(), by=by).document


def titled(document, title) -> Proposal:
    return next(one for one in document.proposals.all() if one.title == title)


def test_a_document_proposes_its_records_filed_under_the_areas_of_its_sections(staff, areas):
    document = taken_in(staff)

    growth, building = areas
    assert [(one.kind, one.title, one.area) for one in document.proposals.select_related("area")] == [
        ("honor", "全省共青团工作先进县（市、区）", None),
        ("activity", "清理河岸", growth),
        ("activity", "捐赠口罩", growth),
        ("commendation", "开展2019年度表彰", building),
        ("plan", "办好培训", None),
    ]
    assert not Activity.objects.exists()


def test_the_same_words_again_change_nothing(staff, areas):
    first = taken_in(staff)
    actions.drop(proposal=first.proposals.first(), by=staff)

    again = taken_in(staff)

    assert again == Document.objects.get()
    assert [one.state for one in again.proposals.all()] == ["dropped", *["open"] * 4]


def test_an_accepted_activity_is_a_draft_with_its_figures_by_name(staff, areas):
    root = RootOrganizationFactory()
    bureau, campaign = PartnerFactory(name="区水务局"), CampaignFactory(name="青清行动")
    proposal = titled(taken_in(staff), "清理河岸")

    activity = actions.accept(proposal=proposal, by=staff)

    kept = Activity.objects.get()
    assert (kept, kept.state, kept.created_by) == (activity, "draft", staff)
    assert (kept.starts_on, kept.ends_on, kept.date_precision, kept.day_part) == (
        date(2020, 3, 5),
        date(2020, 3, 5),
        "day",
        "morning",
    )
    assert kept.summary.endswith("，{青年志愿者}青年志愿者参加，团区委书记芦君出席。")
    assert [(one.name, one.text, one.kind) for one in kept.figures.all()] == [
        ("青年志愿者", "300余名", "people")
    ]
    assert kept.place == "赣江公园"
    assert list(kept.organizers.all()) == [root]
    assert [(one.partner, one.part) for one in kept.partnerships.all()] == [(bureau, "co_organizer")]
    assert [(one.post, one.name, one.role) for one in kept.participants.all()] == [
        ("团区委书记", "芦君", "attended")
    ]
    assert list(kept.campaigns.all()) == [campaign]
    assert kept.proposals.get() == proposal
    told = LogEntry.objects.get().get_change_message()
    assert told == f"由文件“半年总结”第{proposal.starts_at + 1}至{proposal.ends_at}字读入。"


def test_bodies_that_are_not_on_record_are_made_only_on_a_yes(staff, areas):
    document = taken_in(staff)
    assert [*Organization.objects.all(), *Partner.objects.all()] == []

    actions.accept(proposal=titled(document, "清理河岸"), by=staff)

    assert [(one.name, one.kind) for one in Organization.objects.all()] == [("共青团西湖区委", "committee")]
    assert [one.name for one in Partner.objects.all()] == ["区水务局"]


def test_a_masked_number_is_refused_beside_its_row_and_nothing_is_made(staff, areas):
    OrganizationFactory()

    with pytest.raises(Refused) as refusal:
        actions.accept(proposal=titled(taken_in(staff), "捐赠口罩"), by=staff)

    assert refusal.value.rows == {
        "figures": {1: {"wording": ["原文的数看不清（“xx名”），请填上，或者删去这一行。"]}}
    }
    assert not Activity.objects.exists()
    assert set(Proposal.objects.values_list("state", flat=True)) == {"open"}


def test_honours_given_become_a_round_and_honours_received_their_own_record(staff, areas):
    document = taken_in(staff)

    actions.accept(proposal=titled(document, "开展2019年度表彰"), by=staff)
    actions.accept(proposal=titled(document, "全省共青团工作先进县（市、区）"), by=staff)

    round_ = Commendation.objects.get()
    assert (round_.year, round_.state, round_.date_precision) == (2019, "draft", "half_year")
    title = round_.titles.get()
    assert (title.name, title.announced_count, title.recipients) == ("优秀团员", 45, "people")
    assert [one.name for one in title.awards.all()] == ["彭豪"]
    honor = HonorReceived.objects.get()
    assert (honor.year, honor.rank, honor.scope, honor.state) == (2019, "第一位", "全市唯一", "draft")


def test_a_plan_waits_for_the_report_of_its_period(staff, areas):
    proposal = titled(taken_in(staff), "办好培训")
    with pytest.raises(Refused, match="还没有2020年上半年的工作总结"):
        actions.accept(proposal=proposal, by=staff)
    report = ReportFactory()

    actions.accept(proposal=proposal, by=staff)

    item = PlanItem.objects.get()
    assert (item.report, item.heading) == (report, "办好培训")
    assert [(one.text, one.target_value, one.target_unit) for one in item.commitments.all()] == [
        ("举办团干部培训2期。", 2, "期")
    ]


def test_what_was_decided_is_not_decided_again(staff, areas):
    proposal = titled(taken_in(staff), "清理河岸")
    actions.accept(proposal=proposal, by=staff)

    with pytest.raises(Refused, match="已经处理过"):
        actions.accept(proposal=proposal, by=staff)

    assert Activity.objects.count() == 1


def test_whoever_may_not_add_activities_is_refused(staff, areas):
    reviewer = UserFactory(is_staff=True)
    reviewer.user_permissions.set(Permission.objects.filter(content_type__app_label="intake"))

    with pytest.raises(Refused, match="没有添加、删除这类记录的权限"):
        actions.accept(proposal=titled(taken_in(staff), "清理河岸"), by=reviewer)


def test_two_activities_become_one_and_one_becomes_two(staff, areas):
    document = taken_in(staff)

    one = actions.merge(proposal=titled(document, "捐赠口罩"), by=staff)
    assert [row["name"] for row in one.values["figures"]] == ["青年志愿者", "口罩", "青年"]

    made = actions.split(proposal=one, at=document.text.index("4月8日"), by=staff)
    assert [piece.values["starts_on"] for piece in made] == ["2020-03-05", "2020-04-08"]


RECEIVED = """共青团西湖区委2020年上半年工作总结
一、自身建设向前向好
1、获得表彰。5月4日，张三、李四2名青年荣获“全省最美志愿者”称号。34名同志被团市委评为“优秀共青团员”。
2、团队获奖。第一中学团支部、第二中学团支部被团省委授予“五四红旗团支部”称号。共青团西湖区委荣获“全省先进集体”称号。
共青团西湖区委
2020年5月29日"""


def test_honours_from_above_are_recorded_as_those_of_whoever_received_them(staff, areas):
    document = taken_in(staff, RECEIVED)

    honors = [
        actions.accept(proposal=one, by=staff) for one in document.proposals.all() if one.kind == "honor"
    ]

    assert [
        (one.title, one.given_to, one.announced_count, [each.name for each in one.recipients.all()])
        for one in honors
    ] == [
        ("全省最美志愿者", "people", 2, ["张三", "李四"]),
        ("优秀共青团员", "people", 34, []),
        ("五四红旗团支部", "collectives", 2, ["第一中学团支部", "第二中学团支部"]),
        ("全省先进集体", "committee", None, []),
    ]


def test_an_item_of_nothing_but_honours_is_no_activity(staff, areas):
    told = "1.区一中团委书记王芳被评为“全省优秀共青团干部”，江南团工委荣获“全市五四红旗团委”称号。"
    text = f"共青团白塔区委2019年工作总结\n一、荣誉\n{told}"

    document = take_in(name="", data=text.encode(), by=staff).document

    assert [(one.kind, one.title) for one in document.proposals.order_by("starts_at")] == [
        ("honor", "全省优秀共青团干部"),
        ("honor", "全市五四红旗团委"),
    ]
