import pytest
from django.core.exceptions import ValidationError
from django.forms import modelform_factory

from organizations.models import Partner
from tests.factories import CommitteeFactory, PartnerFactory

pytestmark = pytest.mark.django_db


def test_refusal_of_a_constraint_stands_beside_the_field_it_names():
    taken = PartnerFactory().name

    with pytest.raises(ValidationError) as refusal:
        Partner(name=taken).full_clean()

    assert refusal.value.message_dict == {"name": ["已经有同名的合作单位。"]}


def test_refusal_without_a_field_stands_above_the_form():
    with pytest.raises(ValidationError) as refusal:
        CommitteeFactory.build(id=2).validate_constraints()

    assert refusal.value.message_dict == {"__all__": ["本网站只有一个团区委，请修改已有的一条。"]}


def test_form_shows_the_refusal_beside_its_field():
    taken = PartnerFactory().name

    form = modelform_factory(Partner, fields=["name"])({"name": taken})

    assert form.errors == {"name": ["已经有同名的合作单位。"]}
