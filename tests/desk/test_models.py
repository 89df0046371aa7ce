"""What is kept of the way of a record."""

import pytest

from desk.models import Opinion, Step
from tests.factories import (
    PUBLISHED_AT,
    ActivityFactory,
    DraftFactory,
    OverruledFactory,
    PreviewFactory,
    StaffFactory,
    StepFactory,
)
from tests.rules import Rule, constraint_met_by

pytestmark = pytest.mark.django_db


def returned_without_a_word():
    by, record = StaffFactory(), ActivityFactory()
    return StepFactory.build(record=record, by=by, act="return", reason="")


def overruled_without_a_word():
    return OverruledFactory.build(record=ActivityFactory(), by=StaffFactory(), reason="")


def second_draft_of_a_record():
    record = ActivityFactory()
    DraftFactory(record=record)
    return DraftFactory.build(record=record, created_by=None)


def draft_without_what_was_there():
    return DraftFactory.build(record=ActivityFactory(), created_by=None, base=None)


def preview_that_ended_before():
    return PreviewFactory.build(record=ActivityFactory(), made_by=StaffFactory(), ends_at=PUBLISHED_AT)


def opinion(**told):
    preview = PreviewFactory(record=ActivityFactory())
    return Opinion(**{"preview": preview, "kind": "agreed", "name": "李书记", "at": PUBLISHED_AT, **told})


SAID_IN_A_FORM = [
    Rule("desk_draft_one_of_a_record", "object_id", second_draft_of_a_record),
    Rule("desk_draft_of_a_record_has_base", "base", draft_without_what_was_there),
    Rule("desk_preview_lasts", "ends_at", preview_that_ended_before),
    Rule("desk_opinion_is_somebodys", "name", lambda: opinion(name="")),
    Rule("desk_opinion_returned_with_reason", "reason", lambda: opinion(kind="returned")),
]
RULES = [
    *SAID_IN_A_FORM,
    Rule("desk_overruled_has_reason", "reason", overruled_without_a_word),
    Rule("desk_step_returned_with_reason", "reason", returned_without_a_word),
]


@pytest.mark.parametrize("rule", RULES, ids=str)
def test_database_refuses_what_breaks_a_rule(rule):
    assert constraint_met_by(rule.broken()) == rule.name


def test_nobody_is_offered_a_right_to_the_steps():
    assert Step._meta.default_permissions == ()
