import pytest

from corrections.models import Sending
from tests.factories import PUBLISHED_AT, CorrectionFactory, StaffFactory
from tests.rules import Rule, constraint_met_by, sentence_of, sentences_for

pytestmark = pytest.mark.django_db

RULES = [
    Rule(
        "corrections_correction_page_of_this_site",
        "page",
        lambda: CorrectionFactory.build(page="//evil.example/"),
    ),
    Rule("corrections_correction_has_text", "text", lambda: CorrectionFactory.build(text="")),
    Rule(
        "corrections_correction_handled_by_and_at",
        "handled_at",
        lambda: CorrectionFactory.build(handled_by=StaffFactory()),
    ),
    Rule(
        "corrections_correction_moved_by_somebody", "state", lambda: CorrectionFactory.build(state="mended")
    ),
]


@pytest.mark.parametrize("rule", RULES, ids=str)
def test_rule_refuses_beside_its_field(rule):
    record = rule.broken()

    assert sentences_for(record) == {rule.field: [sentence_of(record, rule.name)]}


@pytest.mark.parametrize(
    "rule", [*RULES, Rule("corrections_sending_counted_once", "", lambda: second())], ids=str
)
def test_rule_is_held_by_the_database(rule):
    assert constraint_met_by(rule.broken()) == rule.name


def second():
    Sending.objects.create(client="a", starts_at=PUBLISHED_AT)
    return Sending(client="a", starts_at=PUBLISHED_AT)
