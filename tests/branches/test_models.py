from datetime import timedelta

import pytest
from django.utils.timezone import localdate

from tests.factories import (
    PUBLISHED_AT,
    ActivityFactory,
    BranchReportFactory,
    CensusAnswerFactory,
    CensusQuestionFactory,
    CensusReturnFactory,
    CensusRoundFactory,
    IndicatorFactory,
    OrganizationFactory,
    StaffFactory,
)
from tests.rules import Rule, constraint_met_by, sentence_of, sentences_for

pytestmark = pytest.mark.django_db

DAY = timedelta(days=1)


def report(**values):
    return BranchReportFactory.build(organization=OrganizationFactory(), **values)


def decided(**values):
    return report(reported_at=PUBLISHED_AT, decided_at=PUBLISHED_AT, decided_by=StaffFactory(), **values)


def adopted_twice():
    first = BranchReportFactory(decided=True, state="adopted", activity=ActivityFactory())
    return decided(state="adopted", activity=first.activity)


def question(**values):
    return CensusQuestionFactory.build(round=CensusRoundFactory(), **values)


def asked_twice():
    return CensusQuestionFactory.build(round=CensusQuestionFactory(name="团员数").round, name="团员数")


def sent(**values):
    known = {"round": CensusRoundFactory(), "organization": OrganizationFactory()}
    return CensusReturnFactory.build(**known | values)


def sent_twice():
    first = CensusReturnFactory()
    return CensusReturnFactory.build(round=first.round, organization=first.organization)


def answer(**values):
    sent = CensusReturnFactory()
    known = {"census_return": sent, "question": CensusQuestionFactory(round=sent.round)}
    return CensusAnswerFactory.build(**known | values)


def answered_twice():
    first = CensusAnswerFactory()
    return CensusAnswerFactory.build(census_return=first.census_return, question=first.question)


def answered_late():
    late = answer()
    late.census_return.round.closes_on = localdate() - DAY
    late.census_return.round.save()
    return late


RULES = [
    Rule("branches_branchreport_dates_in_order", "ends_on", lambda: report(
        date_precision="range", starts_on=localdate(), ends_on=localdate() - DAY)),
    Rule("branches_branchreport_year_believable", "starts_on", lambda: report(starts_on="1020-03-05")),
    Rule("branches_branchreport_single_day", "ends_on", lambda: report(
        date_precision="day", starts_on=localdate(), ends_on=localdate() + DAY)),
    Rule("branches_branchreport_day_part_of_a_day", "day_part", lambda: report(
        date_precision="month", day_part="morning")),
    Rule("branches_branchreport_reported_has_time", "state", lambda: report(state="reported")),
    Rule("branches_branchreport_reported_tells", "summary", lambda: report(
        state="reported", reported_at=PUBLISHED_AT, summary="")),
    Rule("branches_branchreport_returned_with_reason", "reason", lambda: decided(state="returned")),
    Rule("branches_branchreport_decided_by_somebody", "state", lambda: report(
        state="adopted", reported_at=PUBLISHED_AT)),
    Rule("branches_branchreport_activity_once_adopted", "activity", lambda: report(
        activity=ActivityFactory())),
    Rule("branches_branchreport_makes_one_activity", "activity", adopted_twice),
    Rule("branches_censusround_named_once", "name", lambda: CensusRoundFactory.build(
        name=CensusRoundFactory().name)),
    Rule("branches_censusround_period_in_order", "ends_on", lambda: CensusRoundFactory.build(
        starts_on=localdate(), ends_on=localdate() - DAY)),
    Rule("branches_censusround_days_in_order", "closes_on", lambda: CensusRoundFactory.build(
        opens_on=localdate(), closes_on=localdate() - DAY)),
    Rule("branches_censusquestion_asked_once", "name", asked_twice),
    Rule("branches_censusquestion_has_unit", "unit", lambda: question(unit="%")),
    Rule("branches_censusquestion_unit_without_magnitude", "unit", lambda: question(unit="万元")),
    Rule("branches_censusquestion_at_most_another", "at_most", lambda: question(
        name="团员数", at_most="团员数")),
    Rule("branches_censusquestion_told_is_added", "indicator", lambda: question(
        is_added=False, indicator=IndicatorFactory())),
    Rule("branches_censusreturn_once", "organization", sent_twice),
    Rule("branches_censusreturn_submitted_by_somebody", "state", lambda: sent(state="submitted")),
    Rule("branches_censusreturn_returned_with_reason", "reason", lambda: sent(state="returned")),
    Rule("branches_censusanswer_once", "question", answered_twice),
    Rule("branches_censusanswer_not_negative", "value", lambda: answer(value=-1)),
    Rule("branches_censusanswer_while_open", "value", answered_late),
]  # fmt: skip


@pytest.mark.parametrize("rule", RULES, ids=str)
def test_rule_refuses_beside_its_field_and_in_the_database(rule):
    record = rule.broken()

    assert sentences_for(record) == {rule.field: [sentence_of(record, rule.name)]}
    assert constraint_met_by(record) == (rule.answered_by or rule.name)


def test_an_answer_of_a_round_that_is_closed_is_not_changed_either():
    given = CensusAnswerFactory()
    given.census_return.round.closes_on = localdate() - DAY
    given.census_return.round.save()
    given.value = 5

    assert constraint_met_by(given) == "branches_censusanswer_while_open"


def test_a_round_takes_answers_to_its_own_questions_alone():
    assert constraint_met_by(answer(question=CensusQuestionFactory())) == "branches_censusanswer_while_open"


def test_several_reports_may_be_of_one_activity_that_is_on_record():
    activity = ActivityFactory()
    merged = {"decided": True, "state": "adopted", "activity": activity, "is_merged": True}

    reports = [BranchReportFactory(**merged), BranchReportFactory(**merged)]

    assert set(activity.branch_reports.all()) == set(reports)
