"""Pairs of neighbouring letters: an index of them knows where a part of a text stands.

Chinese has no spaces, and a trigram needs three letters where a name may have two. ``toolkit_pairs`` is the
database's own (migration 0002). A word of one letter has no pair.
"""

from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.fields.array import ArrayContains
from django.db.models import Expression, Func, Model, TextField, Value


class Pairs(Func):
    """The pairs in one or more columns, without regard to case."""

    function = "toolkit_pairs"
    output_field = ArrayField(TextField())


def with_pairs_of(word: str, *columns: str) -> Expression:
    """The condition that the columns, told as their index tells them, have the pairs of the word."""
    return ArrayContains(Pairs(*columns), Pairs(Value(word)))


def paired_columns(model: type[Model]) -> list[tuple[str, ...]]:
    """The columns of each index of pairs that a model has."""
    told = (expression for index in model._meta.indexes for expression in index.expressions)
    return [
        tuple(column.name for column in one.get_source_expressions())
        for one in told
        if isinstance(one, Pairs)
    ]
