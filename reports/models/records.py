"""Rows that are about one record, of one of several kinds."""

from functools import reduce
from operator import or_

from django.db import models
from django.db.models import Q


def record_key(model, name: str, related_name: str) -> models.ForeignKey:
    """The key to a record of one kind, empty in the rows about another kind."""
    return models.ForeignKey(
        model,
        verbose_name=name,
        null=True,
        blank=True,
        on_delete=models.CASCADE,
        related_name=related_name,
    )


def of_one_record(*kinds: str, name: str, message: str) -> models.CheckConstraint:
    """The rule that one of these keys is set and no other; its sentence stands beside the first."""
    each = (Q(**{f"{kind}__isnull": kind != chosen for kind in kinds}) for chosen in kinds)
    return models.CheckConstraint(
        condition=reduce(or_, each),
        name=name,
        violation_error_code=kinds[0],
        violation_error_message=message,
    )
