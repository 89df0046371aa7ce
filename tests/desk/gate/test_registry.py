"""Every field of every model is public, for staff or private; whoever adds one declares it."""

from collections import Counter

import pytest
from django.apps import apps

from activities.models import Activity
from desk.gate.registry import declared, public_models, row_paths
from honors.models import Commendation
from volunteers.models import Volunteer

MODELS = apps.get_models()


@pytest.mark.parametrize("model", MODELS, ids=lambda model: model._meta.label)
def test_every_field_is_declared_once(model):
    assert model in declared(), f"{model._meta.label} is in no disclosure.py"
    told = declared()[model]
    columns = [column.name for column in (*model._meta.concrete_fields, *model._meta.many_to_many)]

    assert Counter((*told.public, *told.staff, *told.private)) == Counter(columns)


def test_nothing_of_a_volunteer_is_public():
    told = declared()[Volunteer]

    assert (told.public, told.when) == ((), None)
    assert {"phone", "id_number", "birth_on"} <= {*told.private}


def test_rows_go_public_with_their_record_to_any_depth():
    assert row_paths(Activity) == ["figures", "participants", "photos"]
    assert row_paths(Commendation) == ["titles", "titles__awards"]


def test_what_has_a_state_is_public_by_it():
    stateful = {model for model in MODELS if any(one.name == "published_at" for one in model._meta.fields)}

    assert {model for model in public_models() if declared()[model].when} == stateful - {
        apps.get_model("desk.Step")
    }
