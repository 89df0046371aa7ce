"""Forms that come back late or twice: each is answered with how things stand, and nothing is kept twice."""

from datetime import timedelta
from decimal import Decimal

import pytest
from django.urls import reverse
from django.utils.timezone import localdate, now

from branches.census.totals import table_of
from branches.models import BranchReport, CensusAnswer, CensusReturn, CensusRound
from tests.factories import (
    ActivityFactory,
    BranchReportFactory,
    CensusAnswerFactory,
    CensusQuestionFactory,
    CensusReturnFactory,
    CensusRoundFactory,
    OrganizationFactory,
    StaffFactory,
)
from tests.pages import FormOnPage, refusals
from tests.reading import texts

pytestmark = pytest.mark.django_db

ADD = reverse("admin:branches_branchreport_add")
MESSAGES = "//*[contains(@class,'messagelist')]/li"


def address(record, page="change"):
    return reverse(f"admin:branches_{record._meta.model_name}_{page}", args=[record.pk])


def said(answer):
    return texts(answer, MESSAGES)


def submitted(asked, body, question, value):
    sent = CensusReturnFactory(
        round=asked, organization=body, state="submitted", submitted_at=now(), submitted_by=StaffFactory()
    )
    CensusAnswerFactory(census_return=sent, question=question, value=value)


def test_a_report_sent_twice_is_one(phone):
    told = {"title": "植树", "starts_on": "2020-3-5", "summary": "30名团员植树。", "_report": "1"}
    form = FormOnPage(phone.get(ADD)).fields | told

    phone.post(ADD, form)
    again = phone.post(ADD, form)

    assert refusals(again) == {
        "title": ["这一天同名的活动已经报过或者存了草稿；真是另一场的，请把名称写得不同。"]
    }
    assert BranchReport.objects.count() == 1


def test_a_form_of_a_report_that_went_up_meanwhile_tells_how_it_stands(phone, branch):
    report = BranchReportFactory(organization=branch, title="植树", summary="30名团员植树。")
    form = FormOnPage(phone.get(address(report))).fields | {"_report": "1"}

    phone.post(address(report), form, follow=True)
    again = phone.post(address(report), form | {"title": "另一场"}, follow=True)

    assert said(again) == ["这一次没有保存：它现在是“已报”。"]
    assert BranchReport.objects.get().title == "植树"


@pytest.mark.parametrize(
    ("changed", "told"),
    [
        ({"closes_on": localdate() - timedelta(days=1)}, "这次普查不在填报期内"),
        ({}, "已经报过了；要改，请联系团区委退回。"),
    ],
)
def test_answers_that_come_late_are_told_so(phone, branch, changed, told):
    sent = CensusReturnFactory(organization=branch)
    question = CensusQuestionFactory(round=sent.round, name="团员数")
    form = FormOnPage(phone.get(address(sent))).fields | {f"q{question.pk}": "5", "_submit": "1"}
    if changed:
        CensusRound.objects.update(opens_on=localdate() - timedelta(days=9), **changed)
    else:
        phone.post(address(sent), form)
    before = CensusAnswer.objects.count()

    answer = phone.post(address(sent), form, follow=True)

    assert told in said(answer)[-1]
    assert (answer.status_code, CensusAnswer.objects.count()) == (200, before)


def test_what_is_merged_is_not_said_to_be_a_draft(client, branch):
    client.force_login(StaffFactory(is_superuser=True))
    report, activity = BranchReportFactory(organization=branch, reported=True), ActivityFactory(title="植树")

    told = [client.post(address(report, "merge"), {"activity": activity.pk}, follow=True) for _ in range(2)]

    assert [said(one)[-1] for one in told] == [
        "已并入，原有的内容没有改动：“植树”",
        "刚才已经采用过，没有再建一条：“植树”",
    ]


def test_figures_that_are_read_no_more_are_told_and_not_adopted(client, branch):
    client.force_login(StaffFactory(is_superuser=True))
    report = BranchReportFactory(organization=branch, figures="很多人", reported=True)

    answer = client.get(address(report, "adopt"), follow=True)

    assert said(answer)[0].startswith("没有采用：第1行：“很多人”里没有")


def test_the_difference_from_last_time_is_of_those_who_answered_both_times(branch):
    other, asked = OrganizationFactory(), CensusRoundFactory()
    earlier = CensusRoundFactory(starts_on=asked.starts_on - timedelta(days=400), ends_on=asked.starts_on)
    first, second = (CensusQuestionFactory(round=one, name="团员数") for one in (earlier, asked))
    submitted(earlier, branch, first, 100)
    submitted(earlier, other, first, 200)
    submitted(asked, branch, second, 110)
    CensusReturnFactory(round=asked, organization=other)

    table = table_of(asked)

    assert (table.sums[0].value, table.before, table.changes) == (110, [Decimal(300)], [Decimal(10)])
    assert table.compared == 1
    assert CensusReturn.objects.count() == 4
