from datetime import date, timedelta

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.utils.timezone import localdate

from tests.factories import (
    PUBLISHED_AT,
    ActivityFactory,
    MembershipFactory,
    ServiceFieldFactory,
    ServiceRecordFactory,
    TeamFactory,
    UserFactory,
    VolunteerFactory,
)
from tests.rules import Rule, constraint_met_by, sentence_of, sentences_for
from volunteers.models import ServiceRecord

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


def again(first=None, **values):
    """A second record of a day; the first is as it, or else as told."""
    existing = ServiceRecordFactory(**(values if first is None else first))
    return ServiceRecordFactory.build(volunteer=existing.volunteer, **values)


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
    Rule("volunteers_servicerecord_once_a_day", "served_on", lambda: again(activity=ActivityFactory())),
    Rule("volunteers_servicerecord_once_a_day_elsewhere", "served_on", lambda: again(content="值守")),
    Rule(
        "volunteers_servicerecord_day_has_come",
        "served_on",
        lambda: record(served_on=localdate() + timedelta(days=1)),
    ),
    Rule(
        "volunteers_servicerecord_sum_of_a_day",
        "hours",
        lambda: again(first={"hours": 20, "content": "值守"}, hours=5),
    ),
    Rule(
        "volunteers_servicerecord_confirmed_at_a_time",
        "confirmed_at",
        lambda: record(confirmed_at=None, confirmed_by=UserFactory()),
    ),
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


def test_hours_of_one_day_at_two_activities_come_to_a_day_at_most():
    existing = ServiceRecordFactory(activity=ActivityFactory(), hours=20)

    ServiceRecordFactory(volunteer=existing.volunteer, activity=ActivityFactory(), hours=4)

    with pytest.raises(IntegrityError), transaction.atomic():
        ServiceRecord.objects.filter(pk=existing.pk).update(hours="20.5")
    ServiceRecord.objects.filter(pk=existing.pk).update(hours=20, content="改了别的")


def test_what_was_on_record_before_the_rules_is_let_be():
    existing = ServiceRecordFactory(activity=ActivityFactory(), hours=20)

    ServiceRecordFactory(
        volunteer=existing.volunteer, activity=existing.activity, hours=20, predates_rules=True
    )
    ServiceRecordFactory(served_on=date(2999, 1, 1), predates_rules=True)

    assert ServiceRecord.objects.count() == 3
