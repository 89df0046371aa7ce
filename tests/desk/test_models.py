"""What is kept of the way of a record."""

import pytest

from desk.models import Step
from tests.factories import ActivityFactory, OverruledFactory, StaffFactory, StepFactory
from tests.rules import Rule, constraint_met_by

pytestmark = pytest.mark.django_db


def returned_without_a_word():
    by, record = StaffFactory(), ActivityFactory()
    return StepFactory.build(record=record, by=by, act="return", reason="")


def overruled_without_a_word():
    return OverruledFactory.build(record=ActivityFactory(), by=StaffFactory(), reason="")


RULES = [
    Rule("desk_overruled_has_reason", "reason", overruled_without_a_word),
    Rule("desk_step_returned_with_reason", "reason", returned_without_a_word),
]


@pytest.mark.parametrize("rule", RULES, ids=str)
def test_database_refuses_what_breaks_a_rule(rule):
    assert constraint_met_by(rule.broken()) == rule.name


def test_nobody_is_offered_a_right_to_the_steps():
    assert Step._meta.default_permissions == ()
