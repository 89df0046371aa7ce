"""Rights as the forms of accounts and roles offer them: kind by kind, in the words and the order of the desk.

Those to tables of the machinery are not offered, and rows go with the record on whose page they stand.
"""

from itertools import groupby

from django.contrib.auth.models import Permission
from django.contrib.contenttypes.models import ContentType
from django.db.models import Q
from django.forms import CheckboxSelectMultiple, ModelMultipleChoiceField
from django.forms.models import ModelChoiceIterator

from desk.models import Overruled
from toolkit.publishing import ACTS

STOCK = {"view": "查看", "add": "增加", "change": "修改", "delete": "删除"}


def codes_of(site) -> dict[ContentType, list[str]]:
    """The codes of the rights to each kind that has a page of the desk, in the order of its index."""
    kinds = {desk.model: desk.stock_rights for desk in site.desks()} | {Overruled: ()}
    return {
        ContentType.objects.get_for_model(model): [
            *(f"{act}_{model._meta.model_name}" for act in stock),
            *(code for code, _ in model._meta.permissions),
        ]
        for model, stock in kinds.items()
    }


class RightsChoices(ModelChoiceIterator):
    """By kinds of records."""

    def __iter__(self):
        place = {one: at for at, one in enumerate(self.field.places)}
        rights = sorted(self.queryset, key=lambda one: place[one.content_type_id, one.codename])
        for kind, of_kind in groupby(rights, key=lambda one: one.content_type):
            name = kind.model_class()._meta.verbose_name
            yield str(name), [(self.field.prepare_value(one), label_of(one)) for one in of_kind]


class RightsField(ModelMultipleChoiceField):
    iterator = RightsChoices
    widget = CheckboxSelectMultiple

    def __init__(self, *args, site, **kwargs):
        codes = codes_of(site)
        self.places = [(kind.pk, code) for kind, several in codes.items() for code in several]
        wanted = Q(pk__in=())
        for kind, several in codes.items():
            wanted |= Q(content_type=kind, codename__in=several)
        rights = Permission.objects.select_related("content_type").filter(wanted)
        super().__init__(*args, **kwargs | {"queryset": rights})


def label_of(right: Permission) -> str:
    act, _, model = right.codename.partition("_")
    known = (STOCK | ACTS).get(act) if model == right.content_type.model else None
    return known or right.name.removeprefix("可以")
