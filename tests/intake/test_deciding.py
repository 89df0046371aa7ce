"""What a person decides about a proposal: a campaign made or linked, an acceptance taken back."""

from concurrent.futures import ThreadPoolExecutor
from datetime import date

import pytest
from django.contrib.admin.models import LogEntry
from django.contrib.auth.models import Permission
from django.db import connection

from activities.models import Activity, Campaign
from desk.models import Binned
from intake import actions
from intake.admin.editing import Editing
from intake.models import Proposal
from intake.noticing import notices_of
from intake.recording import Refused
from intake.recording.bodies import Bodies
from intake.taking_in import take_in
from organizations.models import Partner
from reports.composing.material import gather
from reports.composing.sections.follow_up import follow_up_section
from reports.document.periods import HalfYear
from tests.factories import (
    CampaignFactory,
    EvidenceFactory,
    OrganizationFactory,
    ProposalFactory,
    ReportFactory,
    RootOrganizationFactory,
    UserFactory,
    WorkAreaFactory,
)
from tests.factories.intake import VALUES

pytestmark = pytest.mark.django_db


def proposal(**values) -> Proposal:
    area = WorkAreaFactory(name="服务成长成才")
    return ProposalFactory(area=area, values=VALUES | values)


def may(*codenames):
    person = UserFactory(is_staff=True)
    person.user_permissions.set(Permission.objects.filter(codename__in=codenames))
    return person


def test_a_campaign_is_made_only_where_somebody_asks_for_it_and_the_site_does_not_show_it(staff):
    first = proposal(campaign="春风行动")
    CampaignFactory(slug="campaign-1")

    actions.accept(proposal=first, by=staff)
    assert not Campaign.objects.filter(name="春风行动").exists()
    second, third = (
        ProposalFactory(document=first.document, area=first.area, values=first.values) for _ in range(2)
    )
    chosen = {one.pk: {"new_campaign": True} for one in (second, third)}
    actions.choose_campaigns(document=first.document, chosen=chosen, by=staff)
    actions.accept_each(proposals=[second, third], by=staff)

    made = Campaign.objects.get(name="春风行动")
    assert (made.slug, made.state, made.created_by) == ("campaign-2", "draft", staff)
    assert made.activities.count() == 2


def test_whoever_may_not_add_campaigns_makes_none(staff):
    asked = proposal(campaign="春风行动", new_campaign=True)

    with pytest.raises(Refused, match="没有添加、删除这类记录的权限"):
        actions.accept(proposal=asked, by=may("add_activity"))

    assert not Activity.objects.exists()


@pytest.mark.django_db(transaction=True)
def test_four_who_accept_at_once_make_one_record(staff):
    one = proposal(partners=["区水务局"])

    def press(_):
        try:
            return actions.accept(proposal=Proposal.objects.get(pk=one.pk), by=staff).pk
        except Refused as refusal:
            return str(refusal)
        finally:
            connection.close()

    with ThreadPoolExecutor(4) as people:
        answers = list(people.map(press, range(4)))

    assert sorted(map(str, answers)) == sorted([str(Activity.objects.get().pk), *[actions.GONE] * 3])
    assert Partner.objects.count() == 1


def test_an_acceptance_is_taken_back_with_its_draft(staff):
    accepted = proposal()
    actions.accept(proposal=accepted, by=staff)

    actions.take_back(proposal=accepted, by=staff)

    assert not Activity.objects.exists()
    assert Binned.objects.get().name == str(accepted.title)
    assert Proposal.objects.values_list("state", "activity", "decided_by").get() == ("open", None, None)
    assert LogEntry.objects.first().is_deletion()
    actions.accept(proposal=accepted, by=staff)
    assert Activity.objects.count() == 1


def _changed(activity, by):
    activity.save()


def _used(activity, by):
    EvidenceFactory(activity=activity)


@pytest.mark.parametrize("happen", [_changed, _used])
def test_what_somebody_changed_or_used_since_is_not_taken_back(happen, staff):
    accepted = proposal()
    happen(actions.accept(proposal=accepted, by=staff), staff)

    with pytest.raises(Refused, match="采用以后又改过或用过"):
        actions.take_back(proposal=accepted, by=staff)

    assert Activity.objects.count() == 1


def test_taking_back_asks_for_the_right_to_delete(staff):
    accepted = proposal()
    actions.accept(proposal=accepted, by=staff)

    with pytest.raises(Refused, match="没有添加、删除这类记录的权限"):
        actions.take_back(proposal=accepted, by=may("add_activity", "change_document"))

    assert Activity.objects.count() == 1


def test_a_proposal_whose_record_was_deleted_can_be_accepted_again(staff):
    accepted = proposal()
    actions.accept(proposal=accepted, by=staff).delete()

    actions.take_back(proposal=accepted, by=staff)

    assert Proposal.objects.get().state == "open"


def test_nothing_is_merged_over_what_was_decided(staff):
    first = proposal()
    second = ProposalFactory(document=first.document, starts_at=1)
    third = ProposalFactory(document=first.document, starts_at=2)
    actions.drop(proposal=second, by=staff)

    with pytest.raises(Refused, match="已经处理过，不能再并入"):
        actions.merge(proposal=third, by=staff)

    assert Proposal.objects.count() == 3


def test_a_body_that_cannot_be_kept_is_refused_in_a_sentence(staff):
    RootOrganizationFactory()

    with pytest.raises(Refused, match="不能登记"):
        actions.accept(proposal=proposal(partners=["局" * 121]), by=staff)

    assert not Activity.objects.exists()


def test_another_committees_own_short_name_is_not_ours(staff):
    RootOrganizationFactory(name="共青团西湖区委", short_name="团区委")
    other = proposal(organizers=["团区委"])
    other.document.reading["committee"] = "共青团东湖区委"
    other.document.save()

    activity = actions.accept(proposal=other, by=staff)

    assert not activity.organizers.exists()
    assert list(Partner.objects.values_list("name", flat=True)) == ["共青团东湖区委"]


def test_bodies_named_together_are_nobody_to_register(staff):
    text = "共青团西湖区委2020年工作总结\n一、工作\n1、主题团日。5月4日，各团支部开展主题团日活动。"
    OrganizationFactory()

    document = take_in(name="", data=text.encode(), by=staff).document

    assert [one.values["organizers"] for one in document.proposals.all()] == [[]]


def test_a_plan_stands_in_the_report_of_its_own_time_and_the_next_one_follows_it_up(staff):
    WorkAreaFactory(name="工作")
    own = ReportFactory(period=HalfYear(2020, 1))
    text = (
        "共青团西湖区委2020年上半年工作总结\n一、工作\n1、植树。3月12日，植树800棵。\n"
        "二、下半年工作计划\n1、办好培训。举办团干部培训2期。"
    )
    document = take_in(name="", data=text.encode(), by=staff).document

    item = actions.accept(proposal=document.proposals.get(kind="plan"), by=staff)

    assert item.report == own
    following = ReportFactory(period=HalfYear(2020, 2), as_of=date(2020, 11, 30), follow_up_form="table")
    told = follow_up_section(gather(following))
    assert [(one.title, [child.title for child in one.children]) for one in told.items] == [
        ("办好培训", ["举办团干部培训2期。"])
    ]


def test_a_novel_proposes_nothing(staff):
    words = "第一章\n那天傍晚她独自走到河边，风从对岸吹来。三个人坐在桌前，谁也没有开口。\n" * 20

    document = take_in(name="", data=words.encode(), by=staff).document

    assert list(document.proposals.all()) == []


def test_no_body_is_made_whose_name_tells_what_is_private(staff):
    with pytest.raises(Refused, match="写有手机号码"):
        actions.accept(proposal=proposal(partners=["蓝天救援队13812345678"]), by=staff)

    assert not Partner.objects.exists()


def test_a_day_typed_without_its_year_is_one_of_the_documents_time(staff):
    one = proposal(starts_on="2020-03-12", when_note="年份按“2020年上半年”推断", is_inferred=True)
    one.document.reading["period"] = {"label": "2020年上半年", "start": "2020-01-01", "end": "2020-06-30"}
    one.document.save()
    editing = Editing(one)
    data = {field.html_name: field.value() or "" for field in editing.form}
    for rows in (one.rows for one in editing.lists):
        data |= {field.html_name: field.value() for field in rows.management_form}

    changed = Editing(one, data | {"starts_on": "3-13"})
    changed.is_valid()
    actions.change(proposal=one, values=changed.values, area=None, by=staff)

    kept = Proposal.objects.get().values
    assert (kept["starts_on"], kept["when_note"], kept["is_inferred"]) == ("2020-03-13", "", False)


def test_what_was_told_twice_is_settled_once_it_is_merged(staff):
    text = (
        "共青团白塔区委2020年工作总结\n一、服务\n"
        "1.3月12日，开展植树活动，种树300株。\n2.3月12日，开展义务植树活动。"
    )
    document = take_in(name="", data=text.encode(), by=staff).document
    second = document.proposals.order_by("starts_at").last()
    asked = notices_of(document, [second], Bodies(None))[second.pk]

    one = actions.merge(proposal=second, by=staff)

    assert any("可能说的是同一件事" in words for words in asked)
    assert not any(
        "可能说的是同一件事" in words for words in notices_of(document, [one], Bodies(None))[one.pk]
    )
