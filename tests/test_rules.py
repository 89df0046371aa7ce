"""No constraint without a test, and none without a sentence for staff."""

import re
from pathlib import Path

import pytest
from django.apps import apps

OURS = (
    "toolkit",
    "desk",
    "accounts",
    "organizations",
    "corrections",
    "notices",
    "branches",
    "activities",
    "volunteers",
    "honors",
    "reports",
    "intake",
    "search",
)
# Written by one action and shown read-only: nobody meets these in a form.
WITHOUT_A_SENTENCE = {
    "desk_step_returned_with_reason",
    "reports_reportversion_number_once",
    "reports_reportversion_has_hash",
    "corrections_sending_counted_once",
    "search_entry_one_for_each_record",
    "search_asked_words_once",
    "search_word_once",
}


CONSTRAINTS = [
    pytest.param(model, constraint, id=constraint.name)
    for app in OURS
    for model in apps.get_app_config(app).get_models()
    for constraint in model._meta.constraints
]
MET_IN_A_FORM = [
    pytest.param(case.values[1], id=case.id) for case in CONSTRAINTS if case.id not in WITHOUT_A_SENTENCE
]


@pytest.mark.parametrize(("model", "constraint"), CONSTRAINTS)
def test_every_constraint_is_shown_refusing(model, constraint):
    tests = Path(__file__).parent / model._meta.app_label / "test_models.py"

    assert f'Rule("{constraint.name}"' in re.sub(r"Rule\(\s+", "Rule(", tests.read_text(encoding="utf-8"))


@pytest.mark.parametrize("constraint", MET_IN_A_FORM)
def test_every_constraint_refuses_in_a_chinese_sentence(constraint):
    sentence = constraint.violation_error_message

    assert re.fullmatch(r"[^a-zA-Z]*[\u4e00-\u9fff].*。", sentence)
