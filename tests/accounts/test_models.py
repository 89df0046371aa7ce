import pytest

from tests.factories import TermsFactory
from tests.rules import Rule, constraint_met_by, sentence_of, sentences_for

pytestmark = pytest.mark.django_db

RULES = [
    Rule("accounts_terms_idle_is_sensible", "idle_minutes", lambda: TermsFactory.build(idle_minutes=4)),
    Rule(
        "accounts_terms_password_days_are_sensible",
        "password_days",
        lambda: TermsFactory.build(password_days=0),
    ),
    Rule("accounts_terms_are_one", "__all__", lambda: TermsFactory.build(id=2)),
]


@pytest.mark.parametrize("rule", RULES, ids=str)
def test_rule_refuses_beside_its_field(rule):
    record = rule.broken()

    assert sentences_for(record) == {rule.field: [sentence_of(record, rule.name)]}


@pytest.mark.parametrize("rule", RULES, ids=str)
def test_rule_is_held_by_the_database(rule):
    assert constraint_met_by(rule.broken()) == rule.name
