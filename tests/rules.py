"""Named database constraints: how each is shown refusing, in a sentence and by the database."""

from collections.abc import Callable
from dataclasses import dataclass

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, connection, models, transaction


@dataclass(frozen=True)
class Rule:
    """A constraint, the field beside which it speaks, and how to make a row that breaks it alone."""

    name: str
    field: str
    broken: Callable[[], models.Model]
    # PostgreSQL answers with its own check on a column of whole numbers where that comes first.
    answered_by: str = ""

    def __str__(self):
        return self.name


def sentences_for(record) -> dict[str, list[str]]:
    """What the constraints say of a record, by field."""
    with pytest.raises(ValidationError) as refusal:
        record.validate_constraints()
    return refusal.value.message_dict


def sentence_of(record, name) -> str:
    constraints = {constraint.name: constraint for constraint in record._meta.constraints}
    return constraints[name].violation_error_message


def constraint_met_by(record) -> str:
    """The name of the constraint that the database holds against a record."""
    with pytest.raises(IntegrityError) as refusal:
        _save_for_good(record)
    return refusal.value.__cause__.diag.constraint_name


@transaction.atomic
def _save_for_good(record) -> None:
    record.save()
    connection.check_constraints()  # what is held at the end of a transaction alone
