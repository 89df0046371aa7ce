from datetime import date

import pytest
from django.core.exceptions import ValidationError

from organizations.models import Membership, Organization, PersonPost
from tests.factories import (
    CommitteeFactory,
    OrganizationFactory,
    PartnerFactory,
    PersonFactory,
    PersonPostFactory,
    RootOrganizationFactory,
    UserFactory,
)
from tests.rules import Rule, constraint_met_by, sentence_of, sentences_for

pytestmark = pytest.mark.django_db


def own_parent():
    organization = OrganizationFactory()
    organization.parent = organization
    return organization


def tied_twice():
    tie = UserFactory(is_staff=True).memberships.get()
    return Membership(account=tie.account, organization=tie.organization)


RULES = [
    Rule("organizations_membership_once", "organization", tied_twice),
    Rule("organizations_committee_is_one", "__all__", lambda: CommitteeFactory.build(id=2)),
    Rule(
        "organizations_organization_named_once",
        "name",
        lambda: OrganizationFactory.build(name=OrganizationFactory().name, parent=RootOrganizationFactory()),
    ),
    Rule(
        "organizations_organization_one_root",
        "kind",
        lambda: Organization(kind=RootOrganizationFactory().kind, name="另一个团区委"),
    ),
    Rule("organizations_organization_has_parent", "parent", lambda: OrganizationFactory.build(parent=None)),
    Rule("organizations_organization_not_own_parent", "parent", own_parent),
    Rule(
        "organizations_partner_named_once", "name", lambda: PartnerFactory.build(name=PartnerFactory().name)
    ),
    Rule(
        "organizations_person_told_apart",
        "note",
        lambda: PersonFactory.build(name=PersonFactory(note="区委的").name, note="区委的"),
    ),
    Rule(
        "organizations_personpost_days_in_order",
        "until",
        lambda: PersonPostFactory.build(
            person=PersonFactory(), since=date(2021, 3, 2), until=date(2021, 3, 1)
        ),
    ),
    Rule(
        "organizations_personpost_once",
        "post",
        lambda: PersonPostFactory.build(person=PersonPostFactory(post="局长").person, post="局长"),
    ),
]


@pytest.mark.parametrize("rule", RULES, ids=str)
def test_rule_speaks_beside_its_field(rule):
    record = rule.broken()

    assert sentences_for(record) == {rule.field: [sentence_of(record, rule.name)]}


@pytest.mark.parametrize("rule", RULES, ids=str)
def test_rule_is_kept_by_the_database(rule):
    assert constraint_met_by(rule.broken()) == (rule.answered_by or rule.name)


def test_organization_refuses_a_parent_from_below_itself():
    above = OrganizationFactory()
    below = OrganizationFactory(parent=above)
    above.parent = below

    with pytest.raises(ValidationError) as refusal:
        above.full_clean()

    assert refusal.value.message_dict == {"parent": ["这个上级本身在它的下级之中，请另选。"]}


def test_post_is_held_from_its_first_day_to_its_last():
    mayor = PersonFactory()
    PersonPostFactory(person=mayor, post="局长", until=date(2021, 3, 1))
    PersonPostFactory(person=mayor, unit="区委", post="书记", since=date(2021, 3, 1))
    days = (date(2020, 6, 1), date(2021, 3, 1), date(2026, 6, 1))

    held = [[str(post) for post in mayor.posts.all() if post.was_held_on(day)] for day in days]

    assert held == [["区城管局局长"], ["区委书记", "区城管局局长"], ["区委书记"]]
    assert str(PersonPost(post="团区委书记")) == "团区委书记"


def test_organization_goes_by_its_short_name_where_it_has_one():
    assert str(Organization(name="西湖区公安分局团委", short_name="公安团委")) == "公安团委"
    assert str(Organization(name="西湖区公安分局团委")) == "西湖区公安分局团委"
