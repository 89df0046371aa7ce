"""Forms whose choices are narrowed to what an account reaches."""

from django import forms
from django.core.exceptions import ValidationError
from django.db.models import ManyToManyField, Model, Q

from desk.scope.reach import reach_of
from desk.scope.registry import ITSELF, SHARED, belongs_to, scope_of


def narrowed_form(form_class: type[forms.ModelForm], user) -> type[forms.ModelForm]:
    """The same form; what its record holds already may stay, though the account could not choose it."""
    reach = reach_of(user)
    if reach.is_whole:
        return form_class

    class NarrowedForm(form_class):
        def __init__(self, *args, **kwargs):
            super().__init__(*args, **kwargs)
            if not self.instance._state.adding:
                for name, field in self.fields.items():
                    if isinstance(field, forms.ModelChoiceField):
                        _let_stay(field, self.instance, name)

        def clean(self):
            cleaned = super().clean()
            name = owner_field(self._meta.model)
            if name in self.fields and name not in self.errors:
                chosen = (cleaned or self.cleaned_data).get(name)
                if reach.keys.isdisjoint(_keys(chosen)):
                    self.add_error(name, ValidationError(_choose(self._meta.model), code="required"))
            return cleaned

    return NarrowedForm


def _let_stay(field: forms.ModelChoiceField, record: Model, name: str) -> None:
    target = field.queryset.model
    columns = {one.name: one for one in (*record._meta.fields, *record._meta.many_to_many)}
    if name not in columns or scope_of(target).way is SHARED:
        return
    if isinstance(columns[name], ManyToManyField):
        held = Q(pk__in=getattr(record, name).order_by().values("pk"))
    else:
        held = Q(pk=getattr(record, columns[name].attname))
    field.queryset = target._default_manager.filter(Q(pk__in=field.queryset.order_by().values("pk")) | held)


def owner_field(model: type[Model]) -> str:
    """The field by which a record belongs to what accounts are tied to, where it has such a one."""
    target = belongs_to(model)
    return scope_of(model).relation if target and scope_of(target).way is ITSELF else ""


def _choose(model: type[Model]) -> str:
    kind = belongs_to(model)._meta.verbose_name
    return f"请选择你所在的{kind}，或者它下面的{kind}。"


def _keys(chosen) -> list:
    if chosen is None:
        return []
    return [chosen.pk] if isinstance(chosen, Model) else [one.pk for one in chosen]
