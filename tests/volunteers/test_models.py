from datetime import date

import pytest
from django.core.exceptions import ValidationError

from tests.factories import (
    PUBLISHED_AT,
    MembershipFactory,
    ServiceFieldFactory,
    ServiceRecordFactory,
    TeamFactory,
    VolunteerFactory,
)
from tests.rules import Rule, constraint_met_by, sentence_of, sentences_for

pytestmark = pytest.mark.django_db


def same_id_number():
    VolunteerFactory(id_number="11010519491231002X")
    return VolunteerFactory.build(id_number="11010519491231002X")


def same_team():
    return TeamFactory.build(name=TeamFactory().name)


def same_membership():
    existing = MembershipFactory()
    return MembershipFactory.build(team=existing.team, volunteer=existing.volunteer)


def membership(**values):
    return MembershipFactory.build(team=TeamFactory(), volunteer=VolunteerFactory(), **values)


def record(**values):
    return ServiceRecordFactory.build(volunteer=VolunteerFactory(), **values)


RULES = [
    Rule(
        "volunteers_servicefield_named_once",
        "name",
        lambda: ServiceFieldFactory.build(name=ServiceFieldFactory().name),
    ),
    Rule("volunteers_team_published_has_time", "published_at", lambda: TeamFactory.build(state="published")),
    Rule(
        "volunteers_team_expires_after_published",
        "expires_at",
        lambda: TeamFactory.build(published=True, expires_at=PUBLISHED_AT),
    ),
    Rule("volunteers_team_named_once", "name", same_team),
    Rule("volunteers_team_count_above_zero", "announced_count", lambda: TeamFactory.build(announced_count=0)),
    Rule(
        "volunteers_team_contact_is_an_office",
        "contact",
        lambda: TeamFactory.build(contact="李琪 138-0013-8000"),
    ),
    Rule("volunteers_volunteer_id_number_once", "id_number", same_id_number),
    Rule("volunteers_membership_once", "volunteer", same_membership),
    Rule(
        "volunteers_membership_dates_in_order",
        "left_on",
        lambda: membership(joined_on=date(2020, 3, 5), left_on=date(2020, 3, 4)),
    ),
    Rule("volunteers_servicerecord_hours_of_a_day", "hours", lambda: record(hours=25)),
    Rule("volunteers_servicerecord_has_evidence", "evidence", lambda: record(evidence="")),
]


@pytest.mark.parametrize("rule", RULES, ids=str)
def test_rule_speaks_beside_its_field(rule):
    broken = rule.broken()

    assert sentences_for(broken) == {rule.field: [sentence_of(broken, rule.name)]}


@pytest.mark.parametrize("rule", RULES, ids=str)
def test_rule_is_kept_by_the_database(rule):
    assert constraint_met_by(rule.broken()) == (rule.answered_by or rule.name)


def test_signed_service_needs_no_evidence():
    record(ledger="signed", evidence="").full_clean()


@pytest.mark.parametrize(
    ("values", "refusal"),
    [
        ({"phone": "1380013800"}, {"phone": ["请填写 11 位手机号。"]}),
        ({"id_number": "11010519491231002Y"}, {"id_number": ["请填写 18 位身份证号，末位字母用大写 X。"]}),
    ],
)
def test_volunteer_refuses_a_malformed_number(values, refusal):
    with pytest.raises(ValidationError) as error:
        VolunteerFactory.build(**values).full_clean()

    assert error.value.message_dict == refusal


def test_volunteers_without_an_id_number_may_be_many():
    VolunteerFactory()

    VolunteerFactory.build().full_clean()
