import pytest

from tests.factories import (
    ActivityFactory,
    BatchFactory,
    DocumentFactory,
    ProposalFactory,
    SheetRowFactory,
)
from tests.rules import Rule, constraint_met_by, sentence_of, sentences_for

pytestmark = pytest.mark.django_db

RULES = [
    Rule("intake_document_once", "name", lambda: DocumentFactory.build(sha256=DocumentFactory().sha256)),
    Rule("intake_document_has_text", "text", lambda: DocumentFactory.build(text="")),
    Rule("intake_proposal_span_in_order", "ends_at", lambda: proposal(starts_at=5)),
    Rule("intake_proposal_decided_by_somebody", "state", lambda: proposal(state="dropped")),
    Rule(
        "intake_batch_decided_by_somebody", "state", lambda: BatchFactory.build(state="entered", target=None)
    ),
    Rule("intake_proposal_record_once_accepted", "state", lambda: proposal(activity=ActivityFactory())),
    Rule("intake_sheetrow_once", "number", lambda: second_of(SheetRowFactory())),
]


def second_of(row):
    return SheetRowFactory.build(table=row.table, number=row.number)


def proposal(**values):
    return ProposalFactory.build(document=DocumentFactory(), **values)


@pytest.mark.parametrize("rule", RULES, ids=str)
def test_rule_refuses_beside_its_field(rule):
    record = rule.broken()

    assert sentences_for(record) == {rule.field: [sentence_of(record, rule.name)]}


@pytest.mark.parametrize("rule", RULES, ids=str)
def test_rule_is_held_by_the_database(rule):
    assert constraint_met_by(rule.broken()) == rule.name
