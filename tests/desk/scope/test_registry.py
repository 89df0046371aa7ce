"""Every kind of record that the desk shows or offers is declared to be somebody's, in a ``scope.py``."""

import pytest
from django.contrib import admin
from django.db.models import ForeignKey, ManyToManyField

from desk.scope.admin import ScopedAdmin, ScopedRows
from desk.scope.registry import is_declared

ADMINS = list(admin.site._registry.values())


def shown(its):
    """The kinds on the pages of an admin, and those that its forms offer to choose from."""
    kinds = [its.model, *(rows.model for rows in its.inlines)]
    columns = [column for kind in kinds for column in (*kind._meta.fields, *kind._meta.many_to_many)]
    chosen = {
        column.related_model
        for column in columns
        if isinstance(column, (ForeignKey, ManyToManyField)) and column.editable
    }
    return {*kinds, *chosen}


@pytest.mark.parametrize("its", ADMINS, ids=lambda its: its.model._meta.label)
def test_every_kind_on_a_page_is_declared(its):
    assert {kind._meta.label for kind in shown(its) if not is_declared(kind)} == set()


@pytest.mark.parametrize("its", ADMINS, ids=lambda its: its.model._meta.label)
def test_every_page_holds_to_what_is_declared(its):
    assert isinstance(its, ScopedAdmin)
    assert {rows for rows in its.inlines if not issubclass(rows, ScopedRows)} == set()
