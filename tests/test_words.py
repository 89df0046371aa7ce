"""What staff read at the desk: Chinese labels, help in whole sentences."""

import re

import pytest
from django.contrib import admin

OURS = [model for model in admin.site._registry if model._meta.app_label != "auth"]
ROWS = [rows.model for desk in admin.site._registry.values() for rows in desk.inlines]
FIELDS = [
    pytest.param(field, id=f"{model._meta.label}.{field.name}")
    for model in dict.fromkeys([*OURS, *ROWS])
    for field in (*model._meta.concrete_fields, *model._meta.local_many_to_many)
    if not field.primary_key
]


@pytest.mark.parametrize("field", FIELDS)
def test_field_has_a_chinese_label_and_whole_sentences_of_help(field):
    assert re.search("[\u4e00-\u9fff]", str(field.verbose_name))
    assert re.fullmatch("(.*[。？])?", str(field.help_text))


@pytest.mark.parametrize("model", OURS, ids=lambda model: model._meta.label)
def test_page_of_the_desk_explains_itself_in_whole_sentences(model):
    desk = admin.site._registry[model]
    notes = [options.get("description", "") for _, options in desk.fieldsets or ()]

    assert [note for note in (*notes, desk.search_help_text or "") if not re.fullmatch("(.*。)?", note)] == []


@pytest.mark.parametrize("model", OURS, ids=lambda model: model._meta.label)
def test_page_of_the_desk_can_be_searched_and_says_by_what(model):
    desk = admin.site._registry[model]

    assert bool(desk.search_fields) == bool(desk.search_help_text)
    assert desk.search_fields or model._meta.label in ("organizations.Committee", "accounts.Terms")  # one row
